/// Reads folded bytes together with the letter case of the original.
struct CaseReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let origins: UnsafeBufferPointer<Int32>
  let original: UnsafeBufferPointer<UInt8>

  /// What stands behind the end of a sentence.
  enum Follower { case lower, digit, other }

  /// What the character at an offset is; letters without case count as capitals.
  func follower(at offset: Int) -> Follower {
    guard offset < bytes.count else { return .other }
    if bytes[offset] &- UInt8(ascii: "0") < 10 { return .digit }
    return isLowerCase(at: offset) ? .lower : .other
  }

  /// Whether the first letter of the text is a small one.
  var beginsInLowerCase: Bool {
    var offset = 0
    while offset < bytes.count {
      let (scalar, width) = WordCharacters.decode(at: offset, in: bytes)
      if scalar.properties.isAlphabetic { return isLowerCase(at: offset) }
      offset += width
    }
    return false
  }

  /// Whether the original has a small letter where the folded character at an offset came from.
  private func isLowerCase(at offset: Int) -> Bool {
    let origin = Int(origins[offset])
    guard origin < original.count else { return false }
    let byte = original[origin]
    if byte < 0x80 { return byte &- UInt8(ascii: "a") < 26 }
    return WordCharacters.decode(at: origin, in: original).scalar.properties.isLowercase
  }

  func isSpace(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\n")
  }

  /// The end of the white space that begins at an offset.
  func endOfSpace(from offset: Int, before limit: Int) -> Int {
    var position = offset
    while position < limit, isSpace(at: position) { position += 1 }
    return position
  }

  /// The end of emoji or of an emoticon such as `:-)`; nil when none begins at the offset.
  func endOfSymbols(from offset: Int, before limit: Int) -> Int? {
    var position = offset
    while position < limit, bytes[position] >= 0x80 {
      let (scalar, width) = WordCharacters.decode(at: position, in: bytes)
      switch scalar.properties.generalCategory {
      case .otherSymbol, .modifierSymbol: position += width
      default: return position > offset ? position : nil
      }
    }
    if position > offset { return position }
    // Eyes, perhaps a nose, mouths; then nothing of a word.
    guard position < limit, ":;=".utf8.contains(bytes[position]) else { return nil }
    position += 1
    if position < limit, "-'".utf8.contains(bytes[position]) { position += 1 }
    let mouth = position
    while position < limit, ")(]dpo*/|3".utf8.contains(bytes[position]) { position += 1 }
    guard position > mouth, position == limit || isSpace(at: position) else { return nil }
    return position
  }
}

/// Tells where a line is an item of a list.
enum ListItems {
  /// Whether a list item begins at an offset, the first of its line; the line before ends at `end`.
  ///
  /// "5. června" behind "do 12." is a date, not an item: numbers with a period count where a capital
  /// follows or the line before has ended.
  static func begins(at offset: Int, behind end: Int, _ characters: CaseReader) -> Bool {
    let bytes = characters.bytes
    guard offset < bytes.count else { return false }
    func isSpace(_ position: Int) -> Bool {
      position < bytes.count && characters.isSpace(at: position)
    }
    switch bytes[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isSpace(offset + 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var position = offset
      while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
      guard position - offset <= 2, isSpace(position + 1) else { return false }
      if bytes[position] == UInt8(ascii: ")") { return true }
      guard bytes[position] == UInt8(ascii: ".") else { return false }
      let next = characters.endOfSpace(from: position + 1, before: bytes.count)
      return characters.follower(at: next) == .other || hasEnded(before: end, bytes)
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      return offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: ")")
        && isSpace(offset + 2)
    case 0x80...:
      return "•‣◦·●▪".unicodeScalars.contains(WordCharacters.decode(at: offset, in: bytes).scalar)
    default: return false
    }
  }

  /// Whether a line ends with a mark, but not with a number and a period.
  private static func hasEnded(before end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last = end
    while last > 0, bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
    guard last > 0, ".:;,!?".utf8.contains(bytes[last - 1]) else { return false }
    return bytes[last - 1] != UInt8(ascii: ".") || last < 2
      || bytes[last - 2] &- UInt8(ascii: "0") >= 10
  }
}
