package import Diagnostics
package import ServiceTime

/// Reads demand from a table with the columns `start`, `channel` and `contacts`.
///
/// `topic` may split an interval into several rows, which are added up; `aht_s` may give the mean
/// handling time of each row (unit: s). Times without an offset are local times of a given zone.
/// Intervals without a row between the first and the last of a channel have no contacts.
package enum DemandReader {
  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: The file; also as spreadsheets write it, see `docs/demand.md`.
  ///   - zone: The zone of times without an offset.
  ///   - interval: The length of an interval (unit: s; 60 to 86,400); worked out from the rows
  ///     where nil.
  ///   - channels: The channels that there are; nil where names are not to be looked up.
  ///   - diagnostics: Where everything wrong is reported.
  /// - Returns: The demand, or nil when nothing can be planned on it.
  /// - Complexity: O(n log n) for n rows and intervals.
  package static func read(
    _ text: SourceText, zone: ZoneTable, interval: Int? = nil, channels: [String]? = nil,
    into diagnostics: inout Diagnostics
  ) -> Demand? {
    // What is wrong elsewhere must not keep anything here from being reported.
    var found = Diagnostics()
    let demand = readTable(text, zone, interval, channels, &found)
    diagnostics.append(contentsOf: found)
    return found.hasErrors ? nil : demand
  }

  private static func readTable(
    _ text: SourceText, _ zone: ZoneTable, _ interval: Int?, _ known: [String]?,
    _ diagnostics: inout Diagnostics
  ) -> Demand? {
    guard let text = TableEncoding.utf8(text, &diagnostics) else { return nil }
    guard let table = CSVTable(text, &diagnostics) else {
      diagnostics.error(
        "demand.empty", "the file is empty", at: SourceRange(text: text, utf8: 0..<0),
        fixIt: "begin it with the line start,channel,contacts")
      return nil
    }
    guard let columns = DemandColumns(table.header, &diagnostics) else { return nil }
    guard !table.rows.isEmpty else {
      diagnostics.error(
        "demand.empty", "the table has no rows below its first line", at: table.header.place,
        fixIt: "write a row for each interval, such as 2026-03-02T08:00,email,12.5")
      return nil
    }
    if let known { check(columns.channel, of: table, among: known, &diagnostics) }
    let entries = entries(of: table, columns, zone, &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    guard !entries.isEmpty else {
      diagnostics.error(
        "demand.empty", "no row of the table counts", at: table.header.place,
        fixIt: "write rows for times that the clocks show")
      return nil
    }
    guard let seconds = interval ?? DemandGrid.length(of: entries, &diagnostics),
      let channels = DemandGrid(seconds: seconds, zone: zone)
        .channels(of: entries, &diagnostics)
    else { return nil }
    return Demand(intervalSeconds: seconds, zone: zone, channels: channels)
  }

  /// Reports each channel that there is not, once, where it stands first.
  private static func check(
    _ column: Int, of table: CSVTable, among known: [String], _ diagnostics: inout Diagnostics
  ) {
    var seen = Set(known)
    for row in table.rows where row.fields.count <= table.header.fields.count {
      guard let field = row[column], seen.insert(field.text).inserted else { continue }
      diagnostics.reportUnknownChannel(field.text, among: known, at: field.place)
    }
  }

  /// The rows that can be understood, with their instants, in the order of the table.
  private static func entries(
    of table: CSVTable, _ columns: DemandColumns, _ zone: ZoneTable,
    _ diagnostics: inout Diagnostics
  ) -> [DemandGrid.Entry] {
    var numbers = TableNumbers(separator: table.separator)
    var clock = DemandClock(zone: zone)
    var entries: [DemandGrid.Entry] = []
    for (index, row) in table.rows.enumerated() {
      guard
        let row = DemandRow(
          row, index: index, columns: columns, in: table, numbers: &numbers, &diagnostics),
        let start = clock.instant(of: row, &diagnostics)
      else { continue }
      entries.append(DemandGrid.Entry(start: start, row: row))
    }
    clock.reportHalfHours(&diagnostics)
    return entries
  }
}
