import Conformance
import Diagnostics
import ServiceTime
import Standards
import Testing
import Tickets

@testable import Quality

struct AuditComparisonTests {
  private static func catalogue(_ standards: String) -> Catalogue {
    CatalogueReader.read([
      SourceText(
        path: "catalogue.yaml",
        bytes: Array(
          """
          catalogue: {name: Shop, languages: [en]}
          calendars:
            desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
          channels:
            email: {kind: deferred}
          phrases:
            greetings: {en: [hello]}
            warm: {en: [dear friend]}
            vague: {en: [soon]}
          standards:
          \(standards)
          """.utf8))
    ]).catalogue
  }

  private static let old = catalogue(
    """
      - id: quarter
        title: Quarter
        first-response: {within: 15 min, share: 95%, hours: desk}
      - {id: greet, title: Greet, greeting: {phrases: greetings}}
      - {id: no-vague, title: No soon, vague-promise: {phrases: vague}}
    """)
  private static let new = catalogue(
    """
      - id: five-minutes
        title: Five minutes
        replaces: quarter
        first-response: {within: 5 min, share: 95%, hours: desk}
      - {id: greet, title: Greet, greeting: {phrases: warm}}
      - {id: calm, title: No shouting, calm: {shouting-at-most: 2}}
    """)

  /// A ticket of Monday, 2 March 2026, answered after ten minutes.
  private static func ticket(_ id: String, _ answer: String, agent: String? = "ola") -> Ticket {
    func event(_ minutes: Int, _ message: Message) -> TicketEvent {
      let instant = Instant(seconds: 1_772_438_400 + minutes * 60)
      return TicketEvent(
        at: OffsetInstant(instant: instant, utcOffset: 3600), kind: .message(message))
    }
    return Ticket(
      id: id, channel: "email",
      events: [
        event(0, Message(from: .customer, text: "Help?")),
        event(10, Message(from: .agent, agent: agent, text: answer)),
      ])
  }

  private func compare(
    _ tickets: [Ticket], from: Catalogue = old, to: Catalogue = new
  ) throws -> (AuditComparison, [AuditComparison.Turn]) {
    let lexicon = Lexicon.builtIn().lexicon
    let (before, after) = (try Auditor(from, lexicon), try Auditor(to, lexicon))
    var comparison = AuditComparison(from: from, to: to)
    var turns: [AuditComparison.Turn] = []
    for ticket in tickets { turns += comparison.add(before.audit(ticket), after.audit(ticket)) }
    return (comparison, turns)
  }

  private func line(_ id: String, _ comparison: AuditComparison) throws -> AuditComparison.Line {
    try #require(comparison.lines.first { $0.id == id })
  }

  @Test func `a stricter promise turns what was met, also under another name`() throws {
    let (comparison, turns) = try compare([Self.ticket("T-1", "Hello, it is done.")])
    let quarter = try line("five-minutes", comparison)
    #expect(quarter.oldID == "quarter")
    #expect(quarter.presence == .both)
    #expect(quarter.turns.toMissed == 1)
    #expect(quarter.before.met == 1)
    #expect(quarter.after.missed == 1)
    let turn = try #require(turns.first { $0.standard == "five-minutes" })
    #expect(turn.before.standard == "quarter")
    #expect(turn.before.outcome == .met)
    #expect(turn.after.outcome == .missed)
  }

  @Test func `turns go both ways, and each agent has their own`() throws {
    let (comparison, turns) = try compare([
      Self.ticket("T-1", "Hello, it is done."),
      Self.ticket("T-2", "Dear friend, it is done.", agent: "jan"),
      Self.ticket("T-3", "Dear friend, it is done.", agent: nil),
    ])
    let greet = try line("greet", comparison)
    #expect(greet.turns.toMissed == 1)
    #expect(greet.turns.toMet == 2)
    #expect(greet.before.share == 1.0 / 3)
    #expect(greet.after.share == 2.0 / 3)
    #expect(turns.filter { $0.standard == "greet" }.map(\.agent) == ["ola", "jan", nil])
    let agents = comparison.byAgent
    #expect(agents.map(\.agent) == ["jan", "ola"])
    #expect(agents.map(\.turns.toMissed) == [0, 1])
    #expect(agents.map(\.turns.toMet) == [1, 0])
    #expect(comparison.tickets == 3)
    #expect(comparison.ticketsToMissed == 3)
    #expect(comparison.ticketsToMet == 2)
  }

  @Test func `what is added or withdrawn turns nothing, and is counted apart`() throws {
    let (comparison, turns) = try compare([Self.ticket("T-1", "Hello, we write soon.")])
    let calm = try line("calm", comparison)
    #expect(calm.presence == .added)
    #expect(calm.turns.other == 1)
    let vague = try line("no-vague", comparison)
    #expect(vague.presence == .withdrawn)
    #expect(vague.before.missed == 1)
    #expect(vague.turns.other == 1)
    #expect(!turns.contains { $0.standard == "no-vague" || $0.standard == "calm" })
  }

  @Test func `a catalogue held against itself turns nothing`() throws {
    let tickets = [
      Self.ticket("T-1", "Hello, soon."), Self.ticket("T-2", "DONE IT AT LAST NOW!!!"),
    ]
    let (comparison, turns) = try compare(tickets, to: Self.old)
    #expect(turns.isEmpty)
    #expect(comparison.total.changed == 0)
    #expect(comparison.total.unchanged == 6)
  }

  @Test func `spam is left out`() throws {
    var spam = Self.ticket("T-1", "Hello, it is done.")
    spam.events.append(
      TicketEvent(at: spam.events[1].at, kind: .status(.spam)))
    #expect(try compare([spam]).0.tickets == 0)
  }
}
