/// An expression whose letters are folded and whose syntax is left alone, with the way back.
///
/// Escapes (`\S`, `\p{Lu}`, `\x{17E}`), names and flags of groups and classes such as `[:upper:]`
/// keep their capitals. What folds to several letters becomes a group, so that `ß+` repeats both.
struct FoldedExpression {
  /// The folded expression.
  private(set) var bytes: [UInt8] = []
  /// For each folded byte, the UTF-8 offset of what it came from.
  private var origins: [Int] = []
  private let writtenCount: Int

  /// Folds an expression.
  ///
  /// - Throws: ``PatternError`` for look-around and back-references, which RE2 does not have.
  init(_ written: Substring) throws(PatternError) {
    writtenCount = written.utf8.count
    var reader = Reader(written)
    /// Whether the reader is between `[` and `]`.
    var inClass = false
    while let scalar = reader.next() {
      switch scalar {
      case "\\":
        try escape(&reader, inClass: inClass)
      case "(" where !inClass && reader.peek() == "?":
        append("(", at: reader.offset)
        try groupHead(&reader)
      case "[" where !inClass:
        inClass = true
        append("[", at: reader.offset)
        // A bracket right at the start of a class is a member of it.
        if reader.peek() == "^", let caret = reader.next() { append(caret, at: reader.offset) }
        if reader.peek() == "]", let bracket = reader.next() { append(bracket, at: reader.offset) }
      case "[" where reader.peek() == ":":
        append("[", at: reader.offset)
        while let name = reader.next() {
          append(name, at: reader.offset)
          if name == "]" { break }
        }
      case "]" where inClass:
        inClass = false
        append("]", at: reader.offset)
      default:
        appendFolded(scalar, at: reader.offset, inClass: inClass)
      }
    }
  }

  /// Where the given part of the folded expression was written; nil when it is not in it.
  func written(of part: String) -> Range<Int>? {
    let part = Array(part.utf8)
    guard !part.isEmpty, part.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - part.count)
    where bytes[start..<start + part.count].elementsEqual(part) {
      let end = start + part.count
      return origins[start]..<(end < origins.count ? origins[end] : writtenCount)
    }
    return nil
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    if scalar.isASCII { return append(UInt8(truncatingIfNeeded: scalar.value), at: offset) }
    for byte in String(scalar).utf8 { append(byte, at: offset) }
  }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    bytes.append(byte)
    origins.append(offset)
  }

  /// Appends a character that stands for itself.
  private mutating func appendFolded(_ scalar: Unicode.Scalar, at offset: Int, inClass: Bool) {
    guard !scalar.isASCII else {
      return append(FoldTable.shared.foldASCII(UInt8(truncatingIfNeeded: scalar.value)), at: offset)
    }
    let folded = FoldTable.shared.fold(scalar)
    let isGroup = !inClass && folded.count > 1 && folded.allSatisfy { $0 < 0x80 }
    if isGroup { for byte in "(?:".utf8 { append(byte, at: offset) } }
    for byte in folded {
      // What becomes an ASCII mark must not become syntax, such as the dots of "…".
      if byte < 0x80, !WordCharacters.isASCIIWord(byte), byte > UInt8(ascii: " ") {
        append(UInt8(ascii: "\\"), at: offset)
      }
      append(byte, at: offset)
    }
    if isGroup { append(UInt8(ascii: ")"), at: offset) }
  }

  /// Copies an escape; the reader stands on the backslash.
  private mutating func escape(_ reader: inout Reader, inClass: Bool) throws(PatternError) {
    let offset = reader.offset
    guard let scalar = reader.next() else { return append("\\", at: offset) }
    switch scalar {
    case "1"..."9", "k":
      throw PatternError(
        "back-references such as '\\\(scalar)' are not supported", at: offset..<reader.end,
        suggestion: "write out the alternatives; RE2 reads every text in linear time instead")
    case "Q":
      // Literal up to \E: written as single characters, so that they can be folded.
      while let literal = reader.next() {
        if literal == "\\", reader.peek() == "E" {
          _ = reader.next()
          break
        }
        if literal.isASCII, !WordCharacters.contains(literal) { append("\\", at: reader.offset) }
        appendFolded(literal, at: reader.offset, inClass: inClass)
      }
    case "x":
      guard let (value, text) = reader.hexadecimal() else { fallthrough }
      if value.isASCII {
        append("\\", at: offset)
        append("x", at: offset)
        for digit in text.unicodeScalars { append(digit, at: offset) }
      } else {
        appendFolded(value, at: offset, inClass: inClass)
      }
    default:
      append("\\", at: offset)
      append(scalar, at: offset)
      if scalar == "p" || scalar == "P", let next = reader.next() {
        append(next, at: reader.offset)
        guard next == "{" else { return }
        while let name = reader.next() {
          append(name, at: reader.offset)
          if name == "}" { break }
        }
      }
    }
  }

  /// Copies what stands between `(?` and the inside of the group.
  private mutating func groupHead(_ reader: inout Reader) throws(PatternError) {
    let start = reader.offset
    _ = reader.next()
    append("?", at: reader.offset)
    let head = reader.rest(3)
    for (text, name) in [
      ("=", "look-ahead"), ("!", "look-ahead"), ("<=", "look-behind"), ("<!", "look-behind"),
      ("P=", "back-references"), (">", "atomic groups"),
    ] where head.hasPrefix(text) {
      throw PatternError(
        "\(name), '(?\(text)…)', is not supported", at: start..<reader.end + text.utf8.count,
        suggestion: "match the words around too, or use a standard's own 'unless'")
    }
    if head.hasPrefix("P<") || head.hasPrefix("<") {
      while let name = reader.next() {
        append(name, at: reader.offset)
        if name == ">" { return }
      }
      return
    }
    while let flag = reader.peek(), flag == "-" || "imsU".unicodeScalars.contains(flag) {
      _ = reader.next()
      append(flag, at: reader.offset)
    }
  }
}

/// Reads scalars with their UTF-8 offsets.
private struct Reader {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// The offset of the scalar read last.
  private(set) var offset = 0
  /// The offset behind it.
  private(set) var end = 0

  init(_ text: Substring) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func next() -> Unicode.Scalar? {
    guard index < scalars.count else { return nil }
    let scalar = scalars[index]
    index += 1
    offset = end
    end += UTF8.width(scalar)
    return scalar
  }

  func peek() -> Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  /// The next few scalars, unread.
  func rest(_ count: Int) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[index...].prefix(count))
    return text
  }

  /// Reads `41` or `{17E}` behind `\x`; nil, and nothing read, when it is neither.
  mutating func hexadecimal() -> (Unicode.Scalar, String)? {
    var saved = self
    var text = ""
    if saved.peek() == "{" {
      while let scalar = saved.next() {
        text.unicodeScalars.append(scalar)
        if scalar == "}" { break }
      }
      guard text.hasSuffix("}") else { return nil }
    } else {
      for _ in 0..<2 {
        guard let scalar = saved.next() else { return nil }
        text.unicodeScalars.append(scalar)
      }
    }
    let digits = text.drop { $0 == "{" }.prefix { $0 != "}" }
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    self = saved
    return (scalar, text)
  }
}
