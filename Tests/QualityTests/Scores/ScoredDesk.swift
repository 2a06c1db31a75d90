import Conformance
import Diagnostics
import Quality
import ServiceTime
import Standards
import Testing
import Tickets

/// A desk with three standards of the agent's, one of them critical, and one of the team's.
enum ScoredDesk {
  static let yaml = """
    catalogue: {name: Test desk, languages: [en]}
    calendars:
      desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
    channels:
      email: {kind: deferred}
    phrases:
      greetings: {en: [hello]}
      questions: {en: [anything else]}
      vague: {en: [soon]}
    standards:
      - {id: greet, title: Greet, greeting: {phrases: greetings}, weight: 3}
      - {id: exact, title: Name the time, vague-promise: {phrases: vague}, weight: 1, severity: critical}
      - {id: ask, title: Ask, closing-question: {phrases: questions}, weight: 2}
      - {id: nothing, title: Nothing, length: {at-most: 1 words}, weight: 0}
      - {id: quick, title: Quick, first-response: {within: 15 min, hours: desk}, weight: 5}
    """

  static func catalogue() throws -> Catalogue {
    let result = CatalogueReader.read([SourceText(path: "desk.yaml", bytes: Array(yaml.utf8))])
    try #require(result.diagnostics.all.map(\.message) == [])
    return result.catalogue
  }

  static func standards() throws -> ScoredStandards { ScoredStandards(try catalogue()) }

  static func auditor() throws -> Auditor {
    try Auditor(try catalogue(), Lexicon.builtIn().lexicon)
  }

  /// A ticket with these replies, each by an agent, a minute apart.
  static func ticket(
    _ replies: [(agent: String?, text: String)], topic: String? = "invoices",
    status: TicketStatus = .solved
  ) throws -> Ticket {
    var kinds: [TicketEvent.Kind] = []
    for reply in replies {
      kinds.append(.message(Message(from: .customer, text: "Where is my invoice, please?")))
      kinds.append(.message(Message(from: .agent, agent: reply.agent, text: reply.text)))
    }
    kinds.append(.status(status))
    let events = try kinds.enumerated().map { minute, kind in
      let time = "2026-03-02T09:\(minute < 10 ? "0" : "")\(minute):00+01:00"
      return TicketEvent(at: try OffsetInstant(iso8601: Array(time.utf8)), kind: kind)
    }
    return Ticket(id: "T-1", channel: "email", topic: topic, events: events)
  }

  static func verdict(
    _ standard: String, _ outcome: Verdict.Outcome, event: Int? = 1, remark: Remark? = nil
  ) -> Verdict {
    Verdict(
      ticket: "T-1", event: event, standard: standard, kind: "greeting", outcome: outcome,
      severity: .major, message: "", evidence: [], remark: remark)
  }
}
