/// Which characters belong to words: letters, their marks, and digits of any script.
enum WordCharacters {
  /// Whether a scalar is part of a word.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      return isASCIIWord(UInt8(truncatingIfNeeded: value))
    }
    // Latin, Greek and Cyrillic letters are by far the most frequent of the rest; among the Latin ones
    // stand the signs of multiplication and division.
    if (0x00C0..<0x0250).contains(value) { return value != 0xD7 && value != 0xF7 }
    if (0x0400..<0x0482).contains(value) || (0x03AC..<0x03F0).contains(value) { return true }
    // Dashes, dots and what joins emoji, and these: to ask for their category takes longer.
    if (0x2010..<0x2070).contains(value) || (0x1F300..<0x1FB00).contains(value) { return false }
    return isWord(scalar.properties.generalCategory)
  }

  /// Whether a scalar is a letter or a mark on one, but no digit.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    contains(scalar) && !isNumber(scalar)
  }

  /// Whether a word goes on across an offset of valid UTF-8, so that no phrase may begin or end
  /// there.
  @inline(__always)
  static func goOn(across offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset > 0, offset < bytes.count else { return false }
    let before = bytes[offset - 1]
    let after = bytes[offset]
    if before < 0x80, !isASCIIWord(before) { return false }
    if after < 0x80 {
      guard isASCIIWord(after) else { return false }
      if before < 0x80 { return true }
    }
    return endsWord(before: offset, in: bytes) && beginsWord(at: offset, in: bytes)
  }

  /// The end of the letters that begin at an offset; the offset itself when there is none.
  static func endOfLetters(from offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = offset
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        guard isASCIILetter(byte) else { break }
        position += 1
      } else {
        let (scalar, width) = decode(at: position, in: bytes)
        guard isLetter(scalar) else { break }
        position += width
      }
    }
    return position
  }

  /// The longest word that an arbitrary-word wildcard takes (unit: bytes); nobody writes longer
  /// ones, and the bound keeps hostile texts linear.
  static let longestWord = 128

  /// The end of the word that begins at an offset, across single hyphens and apostrophes.
  ///
  /// - Returns: nil when no word begins there, or one beyond `longestWord`; also within a character.
  static func endOfWord(from offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard offset < bytes.count, bytes[offset] & 0xC0 != 0x80, !goOn(across: offset, in: bytes)
    else { return nil }
    var position = offset
    // Most words are ASCII, and end at a space.
    while position < bytes.count, isASCIIWord(bytes[position]) { position += 1 }
    var end = position
    if position > offset, position == bytes.count || bytes[position] == UInt8(ascii: " ") {
      return end - offset <= longestWord ? end : nil
    }
    while position < bytes.count, position - offset <= longestWord {
      let byte = bytes[position]
      if byte < 0x80 {
        if isASCIIWord(byte) {
          position += 1
          end = position
        } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"), end == position,
          position > offset
        {
          position += 1
        } else {
          break
        }
      } else {
        let (scalar, width) = decode(at: position, in: bytes)
        guard contains(scalar) else { break }
        position += width
        end = position
      }
    }
    return end > offset && end - offset <= longestWord ? end : nil
  }

  /// Whether a word character stands right before an offset.
  static func endsWord(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset > 0 else { return false }
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return contains(decode(at: start, in: bytes).scalar)
  }

  /// Whether a word character stands right at an offset.
  static func beginsWord(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset < bytes.count && contains(decode(at: offset, in: bytes).scalar)
  }

  /// The scalar at an offset of valid UTF-8, and its number of bytes.
  static func decode(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, width: Int) {
    let lead = bytes[offset]
    guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(width))
    guard offset + width <= bytes.count else { return ("\u{FFFD}", bytes.count - offset) }
    for next in 1..<width { value = value << 6 | UInt32(bytes[offset + next] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  private static func isWord(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  /// Whether an ASCII byte is a letter or a digit; false for other bytes.
  @inline(__always)
  static func isASCIIWord(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isDigit(byte)
  }

  /// Whether a byte is a digit of ASCII.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Whether an ASCII byte is a letter; false for other bytes.
  @inline(__always)
  static func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
