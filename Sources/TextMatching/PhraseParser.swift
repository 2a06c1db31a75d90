/// Reads a phrase: words, `*`, `(a|b)`; a backslash takes a character as it is.
///
/// Grammar, after which ``PhraseExpansion`` checks what a `*` stands next to:
///
/// ```
/// phrase      = part…
/// part        = character | white space | "*" | group
/// group       = "(" sequence "|" sequence … ")"      (a sequence may be empty)
/// character   = any but white space * ( | ) \ ; or "\" and any of these, or "\/"
/// ```
struct PhraseParser {
  private let scalars: [Unicode.Scalar]
  /// The UTF-8 offset of each scalar, and of the end.
  private let offsets: [Int]
  private var index = 0

  /// Deeper groups than anybody reads; keeps the parser's recursion shallow.
  private static let deepestGroup = 20

  /// The plain phrases that a phrase stands for, at least one.
  static func phrases(in written: Substring) throws(PatternError) -> [[PhraseStep]] {
    let whole = 0..<written.utf8.count
    if let steps = PlainPhrase.steps(of: written) {
      try PhraseExpansion.validate(steps, whole: whole)
      return [steps]
    }
    var parser = PhraseParser(written)
    let nodes = try parser.sequence(depth: 0)
    return try PhraseExpansion.phrases(of: nodes, whole: whole)
  }

  private init(_ written: Substring) {
    scalars = Array(written.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
  }

  private func range(_ index: Int) -> Range<Int> {
    guard index < scalars.count else { return offsets[scalars.count]..<offsets[scalars.count] }
    return offsets[index]..<offsets[index + 1]
  }

  /// Reads up to the end, or up to the `|` or `)` of the group that it stands in.
  private mutating func sequence(depth: Int) throws(PatternError) -> [PhraseNode] {
    var nodes: [PhraseNode] = []
    // The words of a group are short.
    nodes.reserveCapacity(depth == 0 ? scalars.count : 8)
    /// Whether a `*` here would be a word's ending.
    var afterWord = false
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "(":
        nodes.append(try group(depth: depth))
        afterWord = true
      case ")", "|":
        guard depth == 0 else { return nodes }
        throw stray(scalar)
      case "*":
        let offset = Int32(truncatingIfNeeded: offsets[index])
        nodes.append(.step(afterWord ? .ending(at: offset) : .word(at: offset)))
        afterWord = true
        index += 1
      case "\\":
        guard index + 1 < scalars.count else {
          throw PatternError(
            "nothing follows the backslash", at: range(index),
            suggestion: #"write \\ for a backslash"#)
        }
        afterWord = append(scalars[index + 1], to: &nodes, after: afterWord)
        index += 2
      default:
        afterWord = append(scalar, to: &nodes, after: afterWord)
        index += 1
      }
    }
    return nodes
  }

  /// Appends the folded form of a scalar.
  ///
  /// - Returns: Whether a `*` behind it would be a word's ending.
  private func append(
    _ scalar: Unicode.Scalar, to nodes: inout [PhraseNode], after word: Bool
  ) -> Bool {
    if let byte = FoldTable.shared.foldVisibleASCII(scalar) {
      nodes.append(.step(.byte(byte)))
      return WordCharacters.contains(scalar)
    }
    let folded = FoldTable.shared.fold(scalar)
    guard let first = folded.first else { return word }
    if first == UInt8(ascii: " ") || first == UInt8(ascii: "\n") {
      nodes.append(.step(.gap))
      return false
    }
    nodes += folded.map { .step(.byte($0)) }
    return WordCharacters.contains(scalar)
  }

  private mutating func group(depth: Int) throws(PatternError) -> PhraseNode {
    let opening = index
    guard depth < Self.deepestGroup else {
      throw PatternError(
        "groups are nested more than \(Self.deepestGroup) deep", at: range(opening),
        suggestion: "split the phrase")
    }
    index += 1
    var alternatives = [try sequence(depth: depth + 1)]
    while index < scalars.count, scalars[index] == "|" {
      index += 1
      alternatives.append(try sequence(depth: depth + 1))
    }
    guard index < scalars.count else {
      throw PatternError(
        "'(' is never closed", at: range(opening),
        suggestion: #"close it by ')', or write \( for the character itself"#)
    }
    index += 1
    return .alternatives(alternatives)
  }

  private func stray(_ scalar: Unicode.Scalar) -> PatternError {
    scalar == ")"
      ? PatternError(
        "')' closes nothing", at: range(index),
        suggestion: #"remove it, or write \) for the character itself"#)
      : PatternError(
        "'|' stands outside '(…)'", at: range(index),
        suggestion: #"write (a|b) for alternatives, or \| for the character itself"#)
  }
}
