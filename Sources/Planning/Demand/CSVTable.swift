import Diagnostics

/// A table in a text file, with the place of each field.
///
/// Fields may be quoted (RFC 4180) and are given without quotes and surrounding blanks. Lines on
/// which nothing stands, and empty fields at the end of a line, are left out: spreadsheets add and
/// drop them as they please.
struct CSVTable {
  /// One field.
  struct Field {
    /// Its text without quotes and surrounding blanks.
    let text: String
    /// Where it stands, with its quotes.
    let place: SourceRange
  }

  /// One line, or more where a quoted field contains line breaks.
  struct Row {
    /// Its fields up to the last that is not empty.
    let fields: [Field]
    /// Where it stands.
    let place: SourceRange

    /// The place just behind it.
    var end: SourceRange {
      SourceRange(text: place.text, utf8: place.utf8.upperBound..<place.utf8.upperBound)
    }

    /// The field of a column, unless the line ends before it or nothing stands there.
    subscript(column: Int) -> Field? {
      guard column < fields.count, !fields[column].text.isEmpty else { return nil }
      return fields[column]
    }
  }

  /// The first line.
  let header: Row
  /// The other lines, in their order.
  let rows: [Row]
  /// What stands between fields.
  let separator: UInt8

  /// Reads a table; nil when the text has no line at all.
  ///
  /// - Complexity: O(bytes).
  init?(_ text: SourceText, _ diagnostics: inout Diagnostics) {
    var scanner = CSVScanner(text)
    guard let header = scanner.nextRow(&diagnostics) else { return nil }
    self.header = header
    separator = scanner.separator
    var rows: [Row] = []
    while let row = scanner.nextRow(&diagnostics) { rows.append(row) }
    self.rows = rows
  }
}
