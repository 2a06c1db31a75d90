import TextMatching

/// A phrase of a concept, as its author wrote it.
///
/// Words are those of ``Words`` in folded text; what stands between them counts for nothing, so that
/// `e-mail` is two words.
///
/// | written | matches |
/// |---|---|
/// | `dobry dzien` | these words, side by side in one sentence |
/// | `pros*`, `*ala`, `ne*la` | any middle; before an ending stands at least one more byte |
/// | `'ll` | as `*'ll`: the end of a word |
/// | `*` | any one word |
/// | `...` | any number of words, also none |
/// | `(a\|b c\|)` | alternatives, also within words; they nest, and one may be empty |
/// | `#`, `##` | a number of one or two digits, or of more: `#h`, `€##` |
/// | `#:#`, `#.#` | numbers joined by one of `: . / - ,` |
/// | `^` | the beginning or the end of the sentence |
/// | `?`, `!`, `$`, `%` | the mark |
package struct ConceptPattern: Sendable {
  package let written: String
  let nodes: [Node]

  indirect enum Node: Sendable {
    /// A byte of a folded word, `*` or `#`.
    case part(UInt8)
    /// Anything between two words.
    case gap
    /// A word of its own: a mark, or `^`.
    case single(UInt8)
    /// Between two numbers.
    case joint(UInt8)
    /// `...`
    case more
    case group([[Node]])
  }

  /// The longest `pre` of `pre*` (unit: bytes).
  static let longestBeginning = 32

  /// What is wrong with a phrase, and where (UTF-8 offset).
  package struct Problem: Error, Hashable, Sendable {
    package let message: String
    package let offset: Int
  }

  /// Reads a phrase.
  ///
  /// - Throws: ``Problem`` for brackets that do not match, for a phrase without words, and for one that
  ///   begins with any word.
  /// - Complexity: O(words that it stands for).
  package init(_ written: String) throws(Problem) {
    self.written = written
    var parser = Parser(written)
    nodes = try parser.sequence(depth: 0)
    var net = ConceptNet()
    try net.add(self, of: 0)
  }

  private struct Parser {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private static let deepest = 20

    init(_ written: String) {
      scalars = Array(written.unicodeScalars)
    }

    private func problem(_ message: String) -> Problem {
      Problem(message: message, offset: scalars[..<index].reduce(0) { $0 + UTF8.width($1) })
    }

    private func isNumber(at index: Int) -> Bool {
      scalars.indices.contains(index) && scalars[index] == "#"
    }

    mutating func sequence(depth: Int) throws(Problem) -> [Node] {
      var nodes: [Node] = []
      while index < scalars.count {
        let scalar = scalars[index]
        switch scalar {
        case "(":
          guard depth < Self.deepest else { throw problem("groups are nested too deep") }
          index += 1
          var alternatives = [try sequence(depth: depth + 1)]
          while index < scalars.count, scalars[index] == "|" {
            index += 1
            alternatives.append(try sequence(depth: depth + 1))
          }
          guard index < scalars.count else { throw problem("'(' is never closed") }
          nodes.append(.group(alternatives))
        case ")", "|":
          guard depth == 0 else { return nodes }
          throw problem(scalar == ")" ? "')' closes nothing" : "'|' stands outside '(…)'")
        case ".":
          if index + 2 < scalars.count, scalars[index + 1] == ".", scalars[index + 2] == "." {
            nodes.append(.more)
            index += 2
          } else {
            nodes.append(between(scalar))
          }
        default: append(scalar, to: &nodes)
        }
        index += 1
      }
      return nodes
    }

    private mutating func append(_ scalar: Unicode.Scalar, to nodes: inout [Node]) {
      if scalar.isASCII {
        var byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte &- UInt8(ascii: "A") < 26 { byte += 32 }
        nodes.append(node(byte, scalar))
      } else {
        for byte in FoldedText(String(Character(scalar))).bytes { nodes.append(node(byte, scalar)) }
      }
    }

    private func node(_ byte: UInt8, _ scalar: Unicode.Scalar) -> Node {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "'"): .part(byte)
      case UInt8(ascii: "^"): .single(byte)
      default:
        Words.isPart(byte) ? .part(byte) : Words.isMark(byte) ? .single(byte) : between(scalar)
      }
    }

    private func between(_ scalar: Unicode.Scalar) -> Node {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      let isJoint = scalar.isASCII && Words.isJoint(byte)
      return isJoint && isNumber(at: index - 1) && isNumber(at: index + 1) ? .joint(byte) : .gap
    }
  }
}

/// A word of a phrase, as bytes: literal, `pre*`, `*suf`, `pre*suf`, or `*`.
struct WordPattern: Hashable, Comparable, Sendable {
  let bytes: [UInt8]

  enum Kind: Hashable, Sendable {
    case any
    case literal([UInt8])
    case prefix([UInt8])
    case suffix([UInt8])
    case both(prefix: [UInt8], suffix: [UInt8])
  }

  static let any = WordPattern(bytes: [star])
  private static let star = UInt8(ascii: "*")
  private static let apostrophe = UInt8(ascii: "'")

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Nil for what is no word, such as a lone apostrophe.
  init?(_ written: [UInt8]) {
    var bytes = written[...]
    while bytes.last == Self.apostrophe { bytes.removeLast() }
    guard let first = bytes.first else { return nil }
    self.bytes = first == Self.apostrophe ? [Self.star] + bytes : Array(bytes)
  }

  /// Nil for more than one `*`.
  var kind: Kind? {
    let parts = bytes.split(separator: Self.star, omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return .literal(bytes)
    case 2:
      switch (parts[0].isEmpty, parts[1].isEmpty) {
      case (true, true): return .any
      case (true, false): return .suffix(Array(parts[1]))
      case (false, true): return .prefix(Array(parts[0]))
      case (false, false): return .both(prefix: Array(parts[0]), suffix: Array(parts[1]))
      }
    default: return nil
    }
  }

  static func < (left: WordPattern, right: WordPattern) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
