import Diagnostics

/// Brings a table to UTF-8, since spreadsheets save text in more ways than one.
enum TableEncoding {
  /// The text in UTF-8; nil after reporting that it is no text at all.
  ///
  /// UTF-16 is told by its byte order mark. What is not UTF-8 is read as Windows-1250, as Excel
  /// writes CSV in Poland and Czechia, with a warning at the first letter that shows it.
  ///
  /// - Complexity: O(bytes).
  static func utf8(_ text: SourceText, _ diagnostics: inout Diagnostics) -> SourceText? {
    let bytes = text.bytes
    if let workbook = workbook(bytes) {
      diagnostics.error(
        "demand.encoding", "this is \(workbook), not a text",
        at: SourceRange(text: text, utf8: 0..<0), fixIt: "save the sheet as CSV UTF-8")
      return nil
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return SourceText(path: text.path, utf16(bytes))
    }
    if let nul = bytes.firstIndex(of: 0) {
      diagnostics.error(
        "demand.encoding", "a NUL byte stands here: the file is no text",
        at: SourceRange(text: text, utf8: nul..<nul + 1), fixIt: "save it as CSV UTF-8")
      return nil
    }
    guard let odd = firstInvalid(bytes) else { return text }
    return windows1250(text, from: odd, &diagnostics)
  }

  private static func workbook(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a workbook (xlsx or ods)" }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "a workbook (xls)" }
    return nil
  }

  /// UTF-16 with its mark; a last odd byte is dropped.
  private static func utf16(_ bytes: [UInt8]) -> String {
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at in
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Where the bytes are first not UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var at = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): at += scalar.count
      case .error: return at
      case .emptyInput: return nil
      }
    }
  }

  private static func windows1250(
    _ text: SourceText, from odd: Int, _ diagnostics: inout Diagnostics
  ) -> SourceText? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.bytes.count + text.bytes.count / 8)
    var oddInDecoded = 0
    for (index, byte) in text.bytes.enumerated() {
      if index == odd { oddInDecoded = decoded.count }
      guard let scalar = scalar(byte) else {
        diagnostics.error(
          "demand.encoding", "the file is neither UTF-8 nor Windows-1250",
          at: SourceRange(text: text, utf8: index..<index + 1), fixIt: "save it as CSV UTF-8")
        return nil
      }
      decoded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
    let result = SourceText(path: text.path, bytes: decoded)
    diagnostics.warning(
      "demand.encoding", "the file is not UTF-8; it is read as Windows-1250, as Excel writes it",
      at: SourceRange(text: result, utf8: oddInDecoded..<oddInDecoded + 1),
      fixIt: "save it as CSV UTF-8, or see that the letters here are right")
    return result
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let code = upperHalf[Int(byte) - 0x80]
    return code == 0 ? nil : Unicode.Scalar(code)
  }

  /// What the bytes from 0x80 on mean in Windows-1250; 0 for those that mean nothing.
  ///
  /// Source: the mapping table cp1250.txt of the Unicode Consortium.
  private static let upperHalf: [UInt16] = [
    0x20AC, 0x0000, 0x201A, 0x0000, 0x201E, 0x2026, 0x2020, 0x2021,
    0x0000, 0x2030, 0x0160, 0x2039, 0x015A, 0x0164, 0x017D, 0x0179,
    0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x0000, 0x2122, 0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A,
    0x00A0, 0x02C7, 0x02D8, 0x0141, 0x00A4, 0x0104, 0x00A6, 0x00A7,
    0x00A8, 0x00A9, 0x015E, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x017B,
    0x00B0, 0x00B1, 0x02DB, 0x0142, 0x00B4, 0x00B5, 0x00B6, 0x00B7,
    0x00B8, 0x0105, 0x015F, 0x00BB, 0x013D, 0x02DD, 0x013E, 0x017C,
    0x0154, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7,
    0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E,
    0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7,
    0x0158, 0x016E, 0x00DA, 0x0170, 0x00DC, 0x00DD, 0x0162, 0x00DF,
    0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,
    0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F,
    0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4, 0x0151, 0x00F6, 0x00F7,
    0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9,
  ]
}
