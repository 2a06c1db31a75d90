import Conformance
import Diagnostics
import Foundation
import ServiceTime
import Standards
import Testing
import Tickets

/// A small desk for tests: a catalogue, and tickets in a few words.
enum Desk {
  static let frame = """
    catalogue: {name: Test desk, languages: [pl, cs, en]}
    calendars:
      desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
    channels:
      email: {kind: deferred}
      chat: {kind: live}
      phone: {kind: live}
    phrases:
      greetings: {pl: [dzień dobry, "pani* *"], cs: [dobrý den], en: [hello, "dear *"]}
      questions: {pl: [mogę jeszcze w czymś pomóc], cs: [ještě něco], en: [anything else]}
      offers-of-help: {en: [let me know if], pl: [w razie pytań]}
      vague: {pl: [niezwłocznie, wkrótce], cs: [co nejdříve], en: [asap, soon, as soon as possible]}
      steps: {en: ["i will *"], pl: ["odezwę się"]}
      sales: {en: ["(we|i) recommend", upgrade], pl: [polecam*]}
      products: {en: [backup plan, vps, upgrade], pl: ["pakiet* pro"]}
    """

  /// The catalogue with these standards, with lists and keys of the calendar besides.
  static func catalogue(
    _ standards: String..., phrases: String = "", calendar: String = ""
  ) throws -> Catalogue {
    try catalogue(standards, phrases: phrases, calendar: calendar)
  }

  /// The catalogue with these standards.
  static func catalogue(
    _ standards: [String], phrases: String = "", calendar: String = ""
  ) throws -> Catalogue {
    var frame = frame
    if !phrases.isEmpty {
      let name = phrases.prefix { $0 != ":" }
      // A list of the frame may be replaced.
      frame =
        frame.split(separator: "\n").filter { !$0.hasPrefix("  \(name):") }
        .joined(separator: "\n") + "\n  \(phrases)"
    }
    if !calendar.isEmpty {
      frame.replace("mon-fri: 08:00-20:00}", with: "mon-fri: 08:00-20:00}, \(calendar)")
    }
    let list = standards.map { "  - \($0)" }.joined(separator: "\n")
    let result = CatalogueReader.read([
      SourceText(path: "desk.yaml", bytes: Array("\(frame)\nstandards:\n\(list)\n".utf8))
    ])
    try #require(result.diagnostics.all.map(\.message) == [])
    return result.catalogue
  }

  /// An auditor by these standards.
  static func auditor(_ standards: [String]) throws -> Auditor {
    try Auditor(try catalogue(standards), Lexicon.builtIn().lexicon)
  }

  /// A ticket whose events are given as `2026-03-02T09:00 customer Hello`.
  ///
  /// The second word is `customer`, `agent`, `system`, `status`, `answered` or `abandoned`; times
  /// are those of Warsaw in winter.
  static func ticket(
    channel: String = "email", topic: String? = nil, priority: String? = nil,
    customer: Customer = Customer(name: "Anna Nowak"), _ events: String...
  ) throws -> Ticket {
    Ticket(
      id: "T-1", channel: channel, topic: topic, priority: priority, customer: customer,
      events: try events.map { try event($0) })
  }

  private static func event(_ line: String) throws -> TicketEvent {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    let text = words.count > 2 ? words[2] : ""
    let kind: TicketEvent.Kind
    switch words[1] {
    case "customer": kind = .message(Message(from: .customer, text: text))
    case "agent": kind = .message(Message(from: .agent, agent: "ola", text: text))
    case "system": kind = .message(Message(from: .system, text: text))
    case "status": kind = .status(try #require(TicketStatus(rawValue: text)))
    case "answered": kind = .answered(agent: "ola")
    case "abandoned": kind = .abandoned
    default:
      kind = .other(type: words[1])
      Issue.record("no such event: \(line)")
    }
    let at = try OffsetInstant(iso8601: Array("\(words[0]):00+01:00".utf8))
    return TicketEvent(at: at, kind: kind)
  }
}
