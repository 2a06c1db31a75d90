import Clocks
import ServiceTime
import Testing
import Tickets

/// Tickets in a few words, for the tests of clocks.
enum Lines {
  /// A ticket whose events are given as `09:00 customer Hello`, on Monday 2 March 2026 in UTC; a day may
  /// stand before: `03T09:00`.
  ///
  /// The second word is `customer`, `thanks`, `away`, `agent`, `hold` (an answer that may only hold),
  /// `asks` and `tells` (answers that were read: they ask the customer something, or nothing), `calls`
  /// (one that asks something which the customer may have answered at once), `system`,
  /// `note`, `work`, `merge X`, `status X`, `assign X`, `priority X`, `channel X`, `answered` or
  /// `abandoned`.
  static func log(
    _ lines: String..., channel: String = "email", priority: String? = nil,
    fields: [JSONField] = [], asOf: String? = nil
  ) throws -> TicketLog {
    try log(lines, channel: channel, priority: priority, fields: fields, asOf: asOf)
  }

  /// The same for a list of lines.
  static func log(
    _ lines: [String], channel: String = "email", priority: String? = nil,
    fields: [JSONField] = [], asOf: String? = nil
  ) throws -> TicketLog {
    var ticket = Ticket(id: "T-1", channel: channel, priority: priority, fields: fields)
    var senses: [MessageSense] = []
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      let value = words.count > 2 ? words[2] : ""
      var sense: MessageSense = []
      let kind: TicketEvent.Kind
      switch words[1] {
      case "customer": kind = .message(Message(from: .customer, text: value))
      case "thanks":
        kind = .message(Message(from: .customer, text: value))
        sense = .thanks
      case "away":
        kind = .message(Message(from: .customer, text: value))
        sense = .outOfOffice
      case "agent": kind = .message(Message(from: .agent, agent: "ola", text: value))
      case "hold":
        kind = .message(Message(from: .agent, agent: "ola", text: value))
        sense = [.mayHold, .wasRead]
      case "calls":
        kind = .message(Message(from: .agent, agent: "ola", text: value))
        sense = [.asksCustomer, .mayBeAnswered, .wasRead]
      case "asks", "tells":
        kind = .message(Message(from: .agent, agent: "ola", text: value))
        sense = words[1] == "asks" ? [.asksCustomer, .wasRead] : .wasRead
      case "system": kind = .message(Message(from: .system, text: value))
      case "note": kind = .note(Note(text: value))
      case "status": kind = .status(try #require(TicketStatus(rawValue: value)))
      case "assign": kind = .assign(Assignment(agent: value))
      case "priority": kind = .priority(value)
      case "channel": kind = .channel(value)
      case "work": kind = .work(Work(seconds: 60))
      case "merge": kind = .merge(into: value)
      case "answered": kind = .answered(agent: nil)
      default: kind = .abandoned
      }
      ticket.events.append(
        TicketEvent(at: OffsetInstant(instant: try at(words[0]), utcOffset: 0), kind: kind))
      senses.append(sense)
    }
    let end = try asOf.map { try at($0) }
    return TicketLog(ticket, asOf: end) { senses[$0] }
  }

  /// The instant of `09:00` or `03T09:00` in March 2026.
  static func at(_ written: String) throws -> Instant {
    let day = written.contains("T") ? written : "02T\(written)"
    return try OffsetInstant(iso8601: Array("2026-03-\(day):00Z".utf8)).instant
  }

  /// Monday to Friday, 08:00 to 16:00, in UTC.
  static func desk() throws -> OpeningHours {
    let range = try ClockRange(written: "08:00-16:00")
    let week = try WeeklyHours(
      Weekday.days(written: "mon-fri").map { WeeklyHours.Entry(day: $0, range: range) })
    return OpeningHours(zone: .utc, week: week)
  }
}

extension ClockRun {
  /// `0–2 stopped 600 s` in a few words: its events, its end and its wall seconds.
  var brief: String {
    let how =
      switch end {
      case .stopped(let event): "stopped by \(event)"
      case .closed(let event): "closed by \(event)"
      case .abandoned(let event): "abandoned by \(event)"
      case .running: "running"
      }
    return "\(number): from \(start) \(how), \(counted(on: .always) / 60) min"
  }
}
