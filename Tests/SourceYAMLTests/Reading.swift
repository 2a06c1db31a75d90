import Diagnostics
import SourceYAML

/// Reads YAML and gives the node and the problems.
func read(
  _ yaml: String, limits: YAMLLimits = YAMLLimits()
) -> (node: YAMLNode?, problems: [Diagnostic]) {
  read(SourceText(path: "a.yaml", yaml), limits: limits)
}

func read(
  _ text: SourceText, limits: YAMLLimits = YAMLLimits()
) -> (node: YAMLNode?, problems: [Diagnostic]) {
  var diagnostics = Diagnostics()
  let node = YAMLReader.read(text, limits: limits, into: &diagnostics)
  return (node, diagnostics.all)
}

extension YAMLNode {
  var scalar: YAMLScalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
  var items: [YAMLNode] { sequence ?? [] }
  var entries: [YAMLEntry] {
    if case .mapping(let entries) = content { Array(entries) } else { [] }
  }

  subscript(_ key: String) -> YAMLNode? { entries.first { $0.keyText == key }?.value }

  /// A short way to write a tree: `{a: "b", c: ["d"]}`, every scalar in quotes.
  var outline: String {
    switch content {
    case .scalar(let scalar): quoted(scalar.text)
    case .sequence(let items): "[" + items.map { $0.outline }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.keyText): \($0.value.outline)" }.joined(separator: ", ") + "}"
    }
  }

  /// The node and all below it.
  var all: [YAMLNode] {
    switch content {
    case .scalar: [self]
    case .sequence(let items): [self] + items.flatMap { $0.all }
    case .mapping(let entries): [self] + entries.flatMap { [$0.key] + $0.value.all }
    }
  }
}

/// A scalar's text in quotes, on one line.
func quoted(_ text: String) -> String {
  "\"" + text.replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "\""
}

/// A text and the range marked in it as `‹…›`; without a mark, no range.
func unmarked(_ marked: String) -> (text: String, range: Range<Int>?) {
  let bytes = Array(marked.utf8)
  let (opening, closing) = (Array("‹".utf8), Array("›".utf8))
  var plain: [UInt8] = []
  var (start, end): (Int?, Int?)
  var index = 0
  while index < bytes.count {
    if bytes[index...].starts(with: opening) {
      start = plain.count
      index += opening.count
    } else if bytes[index...].starts(with: closing) {
      end = plain.count
      index += closing.count
    } else {
      plain.append(bytes[index])
      index += 1
    }
  }
  let text = String(decoding: plain, as: UTF8.self)
  guard let start, let end, start <= end else { return (text, nil) }
  return (text, start..<end)
}
