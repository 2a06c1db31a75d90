import Diagnostics
import ServiceTime

/// Tells the instants of a demand's rows, and rows that say the same twice.
///
/// In the hour that clocks show twice, the first row of a channel and topic that names a time means
/// the earlier instant and the second row the later one, whatever the order of the table is.
struct DemandClock {
  private struct Subject: Hashable {
    let channel: String
    let topic: String?
  }

  private struct Moment: Hashable {
    let subject: Subject
    let instant: Instant
  }

  private let zone: ZoneTable
  private var rows: [Moment: DemandRow] = [:]
  /// Rows of the hour that clocks show twice, and its second time if no row has it yet.
  private var once: [(row: DemandRow, second: Moment)] = []

  init(zone: ZoneTable) {
    self.zone = zone
  }

  /// When a row begins; nil after saying why it does not count.
  mutating func instant(of row: DemandRow, _ diagnostics: inout Diagnostics) -> Instant? {
    let subject = Subject(channel: row.channel.text, topic: row.part.topic)
    guard var instant = firstInstant(of: row, &diagnostics) else { return nil }
    if row.start.offset == nil,
      case .twice(let earlier, let later) = zone.instants(
        of: row.start.date, secondOfDay: row.start.secondOfDay)
    {
      if rows[Moment(subject: subject, instant: earlier)] == nil {
        once.append((row, Moment(subject: subject, instant: later)))
      } else {
        instant = later
      }
    }
    let moment = Moment(subject: subject, instant: instant)
    if let first = rows[moment] {
      diagnostics.error(
        "demand.duplicate",
        "'\(shortened(row.channel.text))' has two rows for '\(row.startField.text)'"
          + (subject.topic.map { " and '\(shortened($0))'" } ?? ""),
        at: row.startField.place, notes: [.init("the first is here", at: first.startField.place)],
        fixIt: "add them up, or tell them apart in a column 'topic'")
      return nil
    }
    rows[moment] = row
    return instant
  }

  /// Warns of times that clocks show twice and the table names once.
  func reportHalfHours(_ diagnostics: inout Diagnostics) {
    let lone = once.filter { rows[$0.second] == nil }
    guard let first = lone.first?.row else { return }
    let more = lone.count > 1 ? " (so with \(lone.count - 1) more)" : ""
    diagnostics.warning(
      "demand.clock-change",
      "the clocks of \(zone.identifier) show '\(first.startField.text)' twice and there is one row"
        + more, at: first.startField.place,
      notes: [.init("it counts for the first time, and the second has no contacts")],
      fixIt: "write two rows, or times with offsets")
  }

  private func firstInstant(
    of row: DemandRow, _ diagnostics: inout Diagnostics
  ) -> Instant? {
    if let instant = row.start.instant { return instant }
    switch zone.instants(of: row.start.date, secondOfDay: row.start.secondOfDay) {
    case .once(let instant), .twice(let instant, _):
      return instant
    case .skipped:
      let message = "the clocks of \(zone.identifier) skip '\(row.startField.text)'"
      let place = row.startField.place
      if row.part.contacts == 0 {
        diagnostics.warning(
          "demand.clock-change", "\(message); the row is left out", at: place,
          fixIt: "leave it out of the table")
      } else {
        diagnostics.error(
          "demand.clock-change", message, at: place,
          fixIt: "leave the row out, or write the time with its offset")
      }
      return nil
    }
  }
}
