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
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table = FoldTable.shared
  /// The UTF-8 offset of what is read next.
  private var index = 0

  /// Deeper groups than anybody reads; keeps the parser's recursion shallow.
  private static let deepestGroup = 20

  /// Reads a phrase and checks it.
  static func phrase(in written: Substring) throws(PatternError) -> ReadPhrase {
    let whole = 0..<written.utf8.count
    if let steps = PlainPhrase.steps(of: written) {
      try PhraseExpansion.validate(steps, whole: whole)
      return .plain(steps)
    }
    var text = String(written)
    let nodes = text.withUTF8 { bytes in
      var parser = PhraseParser(bytes: bytes)
      return Result { () throws(PatternError) in try parser.sequence(depth: 0) }
    }
    let parts = try nodes.get()
    return .alternatives(parts, steps: try PhraseExpansion.check(parts, whole: whole))
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The range of the character that begins at an offset.
  private func range(_ index: Int) -> Range<Int> {
    guard index < bytes.count else { return index..<index }
    return index..<index + WordCharacters.decode(at: index, in: bytes).width
  }

  /// Reads up to the end, or up to the `|` or `)` of the group that it stands in.
  private mutating func sequence(depth: Int) throws(PatternError) -> [PhraseNode] {
    var nodes: [PhraseNode] = []
    // The words of a group are short.
    nodes.reserveCapacity(depth == 0 ? bytes.count : 8)
    /// Whether a `*` here would be a word's ending.
    var afterWord = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "("):
        nodes.append(try group(depth: depth))
        afterWord = true
      case UInt8(ascii: ")"), UInt8(ascii: "|"):
        guard depth == 0 else { return nodes }
        throw stray(byte)
      case UInt8(ascii: "*"):
        let offset = Int32(truncatingIfNeeded: index)
        nodes.append(.step(afterWord ? .ending(at: offset) : .word(at: offset)))
        afterWord = true
        index += 1
      case UInt8(ascii: "\\"):
        guard index + 1 < bytes.count else {
          throw PatternError(
            "nothing follows the backslash", at: range(index),
            suggestion: #"write \\ for a backslash"#)
        }
        index += 1
        afterWord = character(into: &nodes, after: afterWord)
      default:
        afterWord = character(into: &nodes, after: afterWord)
      }
    }
    return nodes
  }

  /// Appends the folded form of the next character.
  ///
  /// - Returns: Whether a `*` behind it would be a word's ending.
  private mutating func character(into nodes: inout [PhraseNode], after word: Bool) -> Bool {
    let byte = bytes[index]
    if 0x21..<0x7F ~= byte {
      index += 1
      nodes.append(.step(.byte(table.ascii[Int(byte)])))
      return WordCharacters.isASCIIWord(byte)
    }
    if byte == UInt8(ascii: " ") {
      index += 1
      nodes.append(.step(.gap))
      return false
    }
    let (scalar, width) = WordCharacters.decode(at: index, in: bytes)
    index += width
    let folded = table.fold(scalar)
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
    while index < bytes.count, bytes[index] == UInt8(ascii: "|") {
      index += 1
      alternatives.append(try sequence(depth: depth + 1))
    }
    guard index < bytes.count else {
      throw PatternError(
        "'(' is never closed", at: range(opening),
        suggestion: #"close it by ')', or write \( for the character itself"#)
    }
    index += 1
    return .alternatives(alternatives)
  }

  private func stray(_ byte: UInt8) -> PatternError {
    byte == UInt8(ascii: ")")
      ? PatternError(
        "')' closes nothing", at: range(index),
        suggestion: #"remove it, or write \) for the character itself"#)
      : PatternError(
        "'|' stands outside '(…)'", at: range(index),
        suggestion: #"write (a|b) for alternatives, or \| for the character itself"#)
  }
}
