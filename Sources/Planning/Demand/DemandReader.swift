package import Diagnostics
package import ServiceTime

/// Reads demand from a table with the columns `start`, `channel` and `contacts`.
///
/// `topic` may split an interval into several rows, which are added up; `aht_s` may give the mean
/// handling time of each row (unit: s). Times without an offset are local times of a given zone.
package enum DemandReader {
  private static let columns = ["start", "channel", "topic", "contacts", "aht_s"]
  /// More contacts than anybody has in an interval: a slip of the keyboard.
  private static let mostContacts = 1e9
  /// More seconds than anybody handles one contact.
  private static let longestHandling = 1e7
  /// The most intervals between the first and the last row: thirty years of quarter-hours.
  private static let mostIntervals = 1_100_000

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - zone: The zone of times without an offset.
  ///   - interval: The length of an interval (unit: s); worked out from the rows where nil.
  ///   - diagnostics: Where everything wrong is reported.
  /// - Returns: The demand, or nil when nothing can be planned on it.
  /// - Complexity: O(n log n) for n rows.
  package static func read(
    _ text: SourceText, zone: ZoneTable, interval: Int? = nil,
    into diagnostics: inout Diagnostics
  ) -> Demand? {
    guard let table = CSVTable(text) else {
      diagnostics.error(
        "demand.empty", "the file is empty", at: SourceRange(text: text, utf8: 0..<0),
        fixIt: "begin it with the line start,channel,contacts")
      return nil
    }
    let found = Columns(table.header, &diagnostics)
    guard let found else { return nil }
    var rows: [Row] = []
    var last: Instant?
    for (index, row) in table.rows.enumerated() {
      guard row.fields.count == table.header.fields.count else {
        diagnostics.error(
          "demand.fields",
          "this line has \(row.fields.count) fields, the first line has "
            + "\(table.header.fields.count)", at: row.place)
        continue
      }
      if let row = found.read(row, index, table, zone: zone, after: last, &diagnostics) {
        last = row.start
        rows.append(row)
      }
    }
    if diagnostics.hasErrors { return nil }
    guard !rows.isEmpty else {
      diagnostics.error(
        "demand.empty", "the table has a header and no rows", at: table.header.place)
      return nil
    }
    guard let seconds = interval ?? intervalLength(of: rows, table, &diagnostics) else {
      return nil
    }
    var names: [String] = []
    var byChannel: [String: [Row]] = [:]
    for row in rows {
      if byChannel[row.channel] == nil { names.append(row.channel) }
      byChannel[row.channel, default: []].append(row)
    }
    let channels = names.compactMap { name in
      fill(byChannel[name] ?? [], seconds, table, zone, &diagnostics).map {
        Demand.ChannelDemand(
          channel: name, place: byChannel[name]?.first?.channelPlace, intervals: $0)
      }
    }
    return diagnostics.hasErrors ? nil : Demand(intervalSeconds: seconds, channels: channels)
  }

  private struct Row {
    let index: Int
    let start: Instant
    let written: String
    let channel: String
    let channelPlace: SourceRange
    let contacts: Double
    let handling: Double?
  }

  /// Where the columns stand.
  private struct Columns {
    private var start = 0
    private var channel = 0
    private var contacts = 0
    private var handling: Int?

    init?(_ header: CSVTable.Row, _ diagnostics: inout Diagnostics) {
      var places: [String: Int] = [:]
      for (index, field) in header.fields.enumerated() {
        let name = field.text.lowercased()
        if !columns.contains(name) {
          let near = nearestName(to: name, among: columns)
          diagnostics.error(
            "demand.column", "'\(field.text.prefix(40))' is no column that is known",
            at: field.place,
            fixIt: near.map { "did you mean '\($0)'?" }
              ?? "known columns: \(columns.joined(separator: ", "))")
        } else if places[name] != nil {
          diagnostics.error(
            "demand.column", "the column '\(name)' stands here twice", at: field.place)
        }
        places[name] = index
      }
      for name in ["start", "channel", "contacts"] where places[name] == nil {
        diagnostics.error(
          "demand.column", "the column '\(name)' is missing", at: header.place,
          fixIt: "begin the file with the line start,channel,contacts")
      }
      guard !diagnostics.hasErrors, let start = places["start"],
        let channel = places["channel"], let contacts = places["contacts"]
      else { return nil }
      self.start = start
      self.channel = channel
      self.contacts = contacts
      handling = places["aht_s"]
    }

    func read(
      _ row: CSVTable.Row, _ index: Int, _ table: CSVTable, zone: ZoneTable, after last: Instant?,
      _ diagnostics: inout Diagnostics
    ) -> Row? {
      let name = row.fields[channel]
      if name.text.isEmpty {
        diagnostics.error("demand.channel", "the channel is empty", at: name.place)
      }
      let instant = LocalStart.read(
        row.fields[start], zone: zone, after: last, &diagnostics)
      let number = table.number(
        row.fields[contacts], of: "number of contacts", atMost: mostContacts, &diagnostics)
      var seconds: Double?
      if let handling, !row.fields[handling].text.isEmpty {
        seconds = table.number(
          row.fields[handling], of: "handling time in seconds", atMost: longestHandling,
          &diagnostics)
        if seconds == nil { return nil }
      }
      guard let instant, let number, !name.text.isEmpty else { return nil }
      return Row(
        index: index, start: instant, written: row.fields[start].text, channel: name.text,
        channelPlace: name.place, contacts: number, handling: seconds)
    }
  }

  /// The shortest step between two starts, of which every step must be a multiple.
  private static func intervalLength(
    of rows: [Row], _ table: CSVTable, _ diagnostics: inout Diagnostics
  ) -> Int? {
    let starts = Set(rows.map(\.start)).sorted()
    let steps = zip(starts.dropFirst(), starts).map { $0.seconds - $1.seconds }
    guard let shortest = steps.min() else {
      diagnostics.error(
        "demand.interval", "one interval alone does not tell how long it is",
        at: table.rows[rows[0].index].place, fixIt: "say so with --interval, such as 15min")
      return nil
    }
    return shortest
  }

  /// Adds up the rows of an interval and puts empty intervals where rows are missing.
  private static func fill(
    _ rows: [Row], _ seconds: Int, _ table: CSVTable, _ zone: ZoneTable,
    _ diagnostics: inout Diagnostics
  ) -> [Demand.Interval]? {
    let sorted = rows.sorted { ($0.start, $0.index) < ($1.start, $1.index) }
    guard let first = sorted.first, let last = sorted.last, seconds >= 60 else {
      diagnostics.error(
        "demand.interval", "intervals of \(seconds) s are too short to plan people on",
        at: rows.first.map { table.rows[$0.index].place }, fixIt: "use a minute or more")
      return nil
    }
    guard (last.start.seconds - first.start.seconds) / seconds < mostIntervals else {
      diagnostics.error(
        "demand.interval",
        "the rows span more than \(mostIntervals) intervals of \(seconds) s; is a date wrong?",
        at: table.rows[last.index].place)
      return nil
    }
    var intervals: [Demand.Interval] = []
    for row in sorted {
      let step = row.start.seconds - first.start.seconds
      guard step.isMultiple(of: seconds) else {
        diagnostics.error(
          "demand.interval",
          "this interval does not begin a multiple of \(TimeSpan(seconds: seconds)) after the first",
          at: table.rows[row.index].place,
          notes: [.init("the first is here", at: table.rows[first.index].place)],
          fixIt: "use intervals of one length")
        continue
      }
      while intervals.count < step / seconds {
        let start = Instant(seconds: first.start.seconds + intervals.count * seconds)
        let offset = zone.offset(at: start)
        intervals.append(
          Demand.Interval(
            start: start, written: OffsetInstant(instant: start, utcOffset: offset).description,
            contacts: 0, work: nil, row: nil))
      }
      let work = row.handling.map { $0 * row.contacts }
      if intervals.count == step / seconds {
        intervals.append(
          Demand.Interval(
            start: row.start, written: row.written, contacts: row.contacts, work: work,
            row: row.index))
        continue
      }
      let same = intervals.count - 1
      if (intervals[same].work == nil) != (work == nil) {
        diagnostics.error(
          "demand.handling",
          "some rows of this interval say how long handling takes and some do not",
          at: table.rows[row.index].place)
      }
      intervals[same].contacts += row.contacts
      intervals[same].work = intervals[same].work.flatMap { old in work.map { old + $0 } }
    }
    return intervals
  }
}
