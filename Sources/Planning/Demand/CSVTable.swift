import Diagnostics

/// A table in a text file, with the place of each field.
///
/// Fields may be quoted (RFC 4180). The separator is the one of comma, semicolon and tab that the
/// first line uses most, as spreadsheets differ by country.
struct CSVTable {
  /// One field.
  struct Field {
    /// Its text without quotes and surrounding blanks.
    let text: String
    /// Where it stands.
    let place: SourceRange
  }

  /// One line.
  struct Row {
    /// Its fields, as many as the header has or fewer or more.
    let fields: [Field]
    /// Where it stands.
    let place: SourceRange
  }

  /// The first line.
  let header: Row
  /// The other lines, without blank ones.
  let rows: [Row]
  /// What stands between fields.
  let separator: UInt8

  /// Reads a table; nil when the text has no line at all.
  ///
  /// - Complexity: O(bytes).
  init?(_ text: SourceText) {
    var scanner = Scanner(text: text)
    scanner.skipByteOrderMark()
    guard var first = scanner.nextRow() else { return nil }
    while first.place.utf8.isEmpty || first.isBlank {
      guard let next = scanner.nextRow() else { return nil }
      first = next
    }
    header = first
    separator = scanner.separator
    var rows: [Row] = []
    while let row = scanner.nextRow() {
      if !row.isBlank { rows.append(row) }
    }
    self.rows = rows
  }

  private struct Scanner {
    let text: SourceText
    let bytes: [UInt8]
    let separator: UInt8
    var at = 0

    init(text: SourceText) {
      self.text = text
      bytes = text.bytes
      let firstLine = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
      let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
      var best = candidates[0]
      var most = 0
      for candidate in candidates {
        let count = firstLine.count { $0 == candidate }
        if count > most { (best, most) = (candidate, count) }
      }
      separator = best
    }

    mutating func skipByteOrderMark() {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    mutating func nextRow() -> Row? {
      guard at < bytes.count else { return nil }
      let start = at
      var fields: [Field] = []
      while true {
        fields.append(nextField())
        if at < bytes.count, bytes[at] == separator {
          at += 1
          continue
        }
        break
      }
      let end = at
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
      return Row(fields: fields, place: SourceRange(text: text, utf8: start..<end))
    }

    private mutating func nextField() -> Field {
      let start = at
      while at < bytes.count, bytes[at] == 0x20 { at += 1 }
      var content: [UInt8] = []
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
        at += 1
        while at < bytes.count {
          if bytes[at] == UInt8(ascii: "\"") {
            guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
            at += 1
          }
          content.append(bytes[at])
          at += 1
        }
        if at < bytes.count { at += 1 }
      }
      while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
        content.append(bytes[at])
        at += 1
      }
      while content.last == 0x20 { content.removeLast() }
      return Field(
        text: String(decoding: content, as: UTF8.self),
        place: SourceRange(text: text, utf8: start..<at))
    }
  }
}

extension CSVTable.Row {
  /// Whether nothing stands in any field.
  var isBlank: Bool { fields.allSatisfy { $0.text.isEmpty } }
}

extension CSVTable {
  /// Reads a number of zero or more, with a decimal point, or a decimal comma where commas do not
  /// separate fields; reports what stands there instead.
  func number(
    _ field: Field, of what: String, atMost limit: Double, _ diagnostics: inout Diagnostics
  ) -> Double? {
    let isCommaDecimal = separator != UInt8(ascii: ",")
    let plain = isCommaDecimal ? String(field.text.map { $0 == "," ? "." : $0 }) : field.text
    let looksRight = plain.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "+")
    }
    guard looksRight, let number = Double(plain), number.isFinite, number >= 0, number <= limit
    else {
      diagnostics.error(
        "demand.number", "'\(field.text.prefix(40))' is no \(what)", at: field.place,
        fixIt: "write a number from 0 to \(Int(limit))")
      return nil
    }
    return number
  }
}
