import Diagnostics

/// Takes a table apart, row by row.
struct CSVScanner {
  private let text: SourceText
  private let bytes: [UInt8]
  /// What stands between fields: comma, semicolon or tab, whichever the first line uses most, or
  /// what a first line such as `sep=;` names.
  let separator: UInt8
  private var at = 0

  init(_ text: SourceText) {
    self.text = text
    bytes = text.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while at < bytes.count, bytes[at].isLineEnd || bytes[at].isBlank { at += 1 }
    let firstLine = bytes[at...].prefix { !$0.isLineEnd }
    let announcement = Array("sep=".utf8)
    if firstLine.count == announcement.count + 1, let named = firstLine.last,
      firstLine.starts(with: announcement)
    {
      separator = named
      at = firstLine.endIndex
    } else {
      separator = Self.mostUsed(in: firstLine)
    }
  }

  private static func mostUsed(in line: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    return candidates.reduce(candidates[0]) { best, next in
      counts[next, default: 0] > counts[best, default: 0] ? next : best
    }
  }

  /// The next row on which something stands; nil at the end.
  mutating func nextRow(_ diagnostics: inout Diagnostics) -> CSVTable.Row? {
    while at < bytes.count {
      let start = at
      var fields = [nextField(&diagnostics)]
      while at < bytes.count, bytes[at] == separator {
        at += 1
        fields.append(nextField(&diagnostics))
      }
      let place = SourceRange(text: text, utf8: start..<at)
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
      while let last = fields.last, last.text.isEmpty { fields.removeLast() }
      if !fields.isEmpty { return CSVTable.Row(fields: fields, place: place) }
    }
    return nil
  }

  private mutating func nextField(_ diagnostics: inout Diagnostics) -> CSVTable.Field {
    skipBlanks()
    if at < bytes.count, bytes[at] == .quote, let field = quotedField(&diagnostics) { return field }
    let start = at
    skipToFieldEnd()
    var end = at
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return CSVTable.Field(
      text: String(decoding: bytes[start..<end], as: UTF8.self),
      place: SourceRange(text: text, utf8: start..<end))
  }

  /// A field that begins with a quote; nil, without moving on, when the quote is never closed.
  private mutating func quotedField(_ diagnostics: inout Diagnostics) -> CSVTable.Field? {
    let start = at
    var content: [UInt8] = []
    var end = start + 1
    while end < bytes.count {
      if bytes[end] == .quote {
        guard end + 1 < bytes.count, bytes[end + 1] == .quote else { break }
        end += 1
      }
      content.append(bytes[end])
      end += 1
    }
    guard end < bytes.count else {
      diagnostics.error(
        "demand.quote", "this quote is never closed",
        at: SourceRange(text: text, utf8: start..<start + 1),
        fixIt: "close it, or delete it; a quote within quotes is written twice")
      return nil
    }
    at = end + 1
    let place = SourceRange(text: text, utf8: start..<at)
    skipBlanks()
    let rest = at
    skipToFieldEnd()
    if rest < at {
      diagnostics.error(
        "demand.quote", "something follows the closing quote",
        at: SourceRange(text: text, utf8: rest..<at),
        fixIt: "end the field at the quote; a quote within quotes is written twice")
    }
    let words = String(decoding: content, as: UTF8.self)
    return CSVTable.Field(text: words.trimmed, place: place)
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at].isBlank, bytes[at] != separator { at += 1 }
  }

  private mutating func skipToFieldEnd() {
    while at < bytes.count, bytes[at] != separator, !bytes[at].isLineEnd { at += 1 }
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
