import Diagnostics

/// A JSON value that is put together first and written later, in lines that people can read.
enum JSONTree: Hashable, Sendable {
  case object([Member])
  case array([JSONTree])
  case string(String)
  case int(Int)
  case bool(Bool)

  /// A name with its value.
  struct Member: Hashable, Sendable {
    let name: String
    var value: JSONTree
  }

  /// The members of an object; none of anything else.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The value of a member.
  subscript(name: String) -> JSONTree? { members.first { $0.name == name }?.value }

  /// The object with more members behind its own; those it has already stay as they are.
  func adding(_ more: JSONTree) -> JSONTree {
    .object(members + more.members.filter { self[$0.name] == nil })
  }

  /// The object with a member replaced where it stands.
  func setting(_ name: String, _ value: JSONTree) -> JSONTree {
    .object(members.map { $0.name == name ? Member(name: name, value: value) : $0 })
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .int(value) }
  init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { Member(name: $0.0, value: $0.1) })
  }
}

extension JSONTree {
  private static let width = 100

  /// The value in lines of at most a hundred characters where it can be broken, with a line's end.
  ///
  /// - Complexity: O(bytes · depth).
  var rendered: String {
    var text = ""
    write(to: &text, indent: 0, room: Self.width)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int, room: Int) {
    let short = oneLine
    if short.count <= room {
      text += short
      return
    }
    let pieces: [(name: String?, value: JSONTree)]
    let brackets: (String, String)
    switch self {
    case .object(let members):
      pieces = members.map { ($0.name, $0.value) }
      brackets = ("{", "}")
    case .array(let values):
      pieces = values.map { (nil, $0) }
      brackets = ("[", "]")
    case .string, .int, .bool:
      text += short
      return
    }
    let margin = String(repeating: " ", count: indent + 2)
    text += brackets.0
    for (index, piece) in pieces.enumerated() {
      let label = piece.name.map { "\(Self.quoted($0)): " } ?? ""
      text += (index == 0 ? "\n" : ",\n") + margin + label
      piece.value.write(
        to: &text, indent: indent + 2, room: Self.width - indent - 3 - label.count)
    }
    text += "\n" + String(repeating: " ", count: indent) + brackets.1
  }

  private var oneLine: String {
    switch self {
    case .object(let members):
      "{"
        + members.map { "\(Self.quoted($0.name)): \($0.value.oneLine)" }.joined(separator: ", ")
        + "}"
    case .array(let values): "[" + values.map(\.oneLine).joined(separator: ", ") + "]"
    case .string(let text): Self.quoted(text)
    case .int(let number): "\(number)"
    case .bool(let flag): flag ? "true" : "false"
    }
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return json.string
  }
}
