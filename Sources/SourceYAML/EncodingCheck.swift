import Diagnostics

/// Looks at the bytes before libyaml does, because its words about them name no line.
enum EncodingCheck {
  /// Checks that a text is UTF-8 without control characters.
  ///
  /// - Returns: Where the YAML starts (unit: bytes; behind a byte order mark), or nothing if the
  ///   text cannot be read; then there is an error.
  /// - Complexity: O(bytes).
  static func start(of text: SourceText, into diagnostics: inout Diagnostics) -> Int? {
    let bytes = text.bytes
    if let name = wideEncoding(of: bytes) {
      diagnostics.error(
        "yaml.encoding", "the file is in \(name), not in UTF-8",
        at: SourceRange(text: text, utf8: 0..<0), fixIt: "save the file as UTF-8")
      return nil
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if start > 0 {
      diagnostics.warning(
        "yaml.byte-order-mark", "the file starts with a byte order mark, which UTF-8 does not need",
        at: SourceRange(text: text, utf8: 0..<start), fixIt: "save the file as UTF-8 without BOM")
    }

    let end = bytes.withUnsafeBufferPointer { endOfReadableText(in: $0, from: start) }
    guard end < bytes.count else { return start }
    report(byteAt: end, of: text, into: &diagnostics)
    return nil
  }

  /// The first byte that cannot be read, or the end.
  private static func endOfReadableText(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while index < bytes.count {
      index = endOfPlainText(in: bytes, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if 0xC3...0xDF ~= byte, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 {
        // A letter with its accent, as most characters outside of ASCII are.
        index += 2
      } else if byte < 0x80 {
        if byte < 0x20, byte != 9, byte != 10, byte != 13 { break }
        if byte == 0x7F { break }
        index += 1
      } else {
        guard let length = lengthOfCharacter(in: bytes, at: index) else { break }
        let isControl = byte == 0xC2 && bytes[index + 1] < 0xA0
        // U+2028 and U+2029 end a line for libyaml, but in no editor.
        let isSeparator =
          byte == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
        let isNoCharacter =
          byte == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
        let isMark = byte == 0xEF && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
        if isControl || isSeparator || isNoCharacter || isMark { break }
        index += length
      }
    }
    return index
  }

  /// The end of the printable ASCII and line feeds that begin at an offset.
  private static func endOfPlainText(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let plain = printableBytes(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += plain
        if plain == 8 { continue }
      }
      guard 0x20..<0x7F ~= bytes[index] || bytes[index] == 0x0A else { break }
      index += 1
    }
    return index
  }

  /// How many of eight bytes lie from space to `~` before the first that does not.
  private static func printableBytes(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let signs = ones << 7
    // Each sign stands for its byte alone: with it set, less 0x20 borrows from no other byte; with it
    // cleared, 1 more carries into none.
    let isControl = ~((eight | signs) &- ones &* 0x20)
    let isDelete = (eight & ~signs) &+ ones
    let odd = (eight | isControl | isDelete) & signs
    return UInt64(littleEndian: odd).trailingZeroBitCount / 8
  }

  private static func report(
    byteAt index: Int, of text: SourceText, into diagnostics: inout Diagnostics
  ) {
    let byte = text.bytes[index]
    let length = text.bytes.withUnsafeBufferPointer {
      byte < 0x80 ? 1 : lengthOfCharacter(in: $0, at: index)
    }
    guard let length else {
      let place = SourceRange(text: text, utf8: index..<index + 1)
      let guess =
        looksCentralEuropean(text.bytes)
        ? "; it looks like Polish or Czech in Windows-1250 or ISO 8859-2" : ""
      diagnostics.error(
        "yaml.encoding", "byte 0x\(hexadecimal(Int(byte), digits: 2)) is not UTF-8\(guess)",
        at: place, fixIt: "save the file as UTF-8")
      return
    }
    let place = SourceRange(text: text, utf8: index..<index + length)
    let scalar = place.string.unicodeScalars.first?.value ?? 0
    diagnostics.error(
      "yaml.control-character",
      "the invisible character U+\(hexadecimal(Int(scalar), digits: 4)) cannot stand in YAML",
      at: place,
      fixIt: "delete it; in a text in double quotes, an escape such as \\t can stand for it")
  }

  /// UTF-16 or UTF-32, known by its byte order mark or, for ASCII text, by its zero bytes.
  private static func wideEncoding(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let head = bytes.prefix(4)
    guard head.count == 4 else { return nil }
    return switch head.map({ $0 == 0 }) {
    case [false, true, false, true], [true, false, true, false]: "UTF-16"
    case [false, true, true, true], [true, true, true, false]: "UTF-32"
    default: nil
    }
  }

  /// The length of the character that starts at `index` with a byte outside ASCII, or nothing if it
  /// is not UTF-8 (Unicode Standard 15, table 3-7).
  private static func lengthOfCharacter(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int? {
    let first = bytes[index]
    let length: Int
    // The second byte's least and greatest value.
    var (least, greatest): (UInt8, UInt8) = (0x80, 0xBF)
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { least = 0xA0 }
      if first == 0xED { greatest = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { least = 0x90 }
      if first == 0xF4 { greatest = 0x8F }
    default: return nil
    }
    guard index + length <= bytes.count, bytes[index + 1] >= least, bytes[index + 1] <= greatest
    else { return nil }
    var next = index + 2
    while next < index + length {
      guard bytes[next] & 0xC0 == 0x80 else { return nil }
      next += 1
    }
    return length
  }

  /// Whether nearly all bytes outside ASCII are Polish or Czech letters in a Central European
  /// encoding and stand next to letters.
  private static func looksCentralEuropean(_ bytes: [UInt8]) -> Bool {
    var (letters, inWords, others) = (0, 0, 0)
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      guard centralEuropeanLetters.contains(byte) else {
        others += 1
        continue
      }
      letters += 1
      let before = index > 0 && isLetter(bytes[index - 1])
      let after = index + 1 < bytes.count && isLetter(bytes[index + 1])
      if before || after { inWords += 1 }
    }
    return inWords > 0 && inWords * 2 >= letters && others * 4 <= letters
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// ąćęłńóśźż and áčďéěíňóřšťúůýž, small and capital, in Windows-1250 and ISO 8859-2.
  private static let centralEuropeanLetters: Set<UInt8> = [
    0x8A, 0x8C, 0x8D, 0x8E, 0x8F, 0x9A, 0x9C, 0x9D, 0x9E, 0x9F, 0xA1, 0xA3, 0xA5, 0xA6, 0xA9, 0xAB,
    0xAC, 0xAE, 0xAF, 0xB1, 0xB3, 0xB6, 0xB9, 0xBB, 0xBC, 0xBE, 0xBF, 0xC1, 0xC6, 0xC8, 0xC9, 0xCA,
    0xCC, 0xCD, 0xCF, 0xD1, 0xD2, 0xD3, 0xD8, 0xD9, 0xDA, 0xDD, 0xE1, 0xE6, 0xE8, 0xE9, 0xEA, 0xEC,
    0xED, 0xEF, 0xF1, 0xF2, 0xF3, 0xF8, 0xF9, 0xFA, 0xFD,
  ]

  private static func hexadecimal(_ value: Int, digits: Int) -> String {
    let plain = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(digits - plain.count, 0)) + plain
  }
}
