import Clocks
import Conformance
import Standards
import Testing
import Tickets

/// Rules of the clocks as a catalogue asks for them, from its text to the verdict.
struct ClockRuleTests {
  private func verdicts(
    _ standards: [String], channel: String = "email", _ events: [String]
  ) throws -> [Verdict] {
    try KindLog.auditor(standards).audit(KindLog.ticket(channel: channel, events)).verdicts
  }

  @Test(arguments: [
    ("2026-03-02T08:59:59", "new"), ("2026-03-02T09:00:00", "new"), ("2026-03-02T09:00:01", "old"),
  ])
  func `the second that starts the clock decides which version holds`(border: String, holds: String)
    throws
  {
    let standards = [
      "{id: old, title: O, in-force: {until: \(border)+01:00}, first-response: {within: 1 h}}",
      "{id: new, title: N, in-force: {from: \(border)+01:00}, first-response: {within: 15 min}}",
    ]
    let found = try verdicts(standards, ["09:00 customer Help", "09:20 agent:ola Done."])
    #expect(found.map(\.standard) == [holds])
    #expect(found.map(\.outcome) == [holds == "old" ? .met : .missed])
  }

  @Test(arguments: [
    ("", 180), (", paused-while: pending", 120), (", paused-while: hold", 135),
    (", paused-while: [pending, hold]", 75),
  ])
  func `a state holds the clock only where the standard says so`(option: String, minutes: Int)
    throws
  {
    let standards = [
      "{id: a, title: A, first-response: {within: 1 h, hours: desk}}",
      "{id: r, title: R, resolution: {within: 1 h, hours: desk\(option)}}",
    ]
    let found = try verdicts(
      standards,
      [
        "09:00 customer Help", "09:30 status hold", "10:15 status pending", "11:15 status open",
        "12:00 agent:ola Done.", "12:00 status solved",
      ])
    #expect(found.flatMap(\.waits).map { $0.elapsedSeconds / 60 } == [180, minutes])
    #expect(found.map(\.outcome) == [.missed, .missed])
    let paused = found.last?.waits.first?.stretches.filter {
      if case .paused = $0.kind { true } else { false }
    }
    #expect(paused?.map(\.seconds).reduce(0, +) == (180 - minutes) * 60)
  }

  @Test(arguments: [("21:30", Verdict.Outcome.met, 3600), ("21:31", .missed, 3660)])
  func `time counts on the hours of each promise while it held`(
    answered: String, outcome: Verdict.Outcome, seconds: Int
  ) throws {
    // The desk closes at 20:00; chat is promised day and night.
    let standards = [
      "{id: mail, title: M, applies-to: {channel: email}, first-response: {within: 2 h, hours: desk}}",
      "{id: chat, title: C, applies-to: {channel: chat}, first-response: {within: 1 h, hours: always}}",
    ]
    let found = try verdicts(
      standards, ["19:30 customer Help", "21:00 channel chat", "\(answered) agent:ola Done."])
    #expect(found.map(\.standard) == ["chat"])
    #expect(found.map(\.outcome) == [outcome])
    #expect(found.first?.waits.map(\.elapsedSeconds) == [seconds])
    #expect(
      found.first?.waits.first?.stretches.map { $0.seconds / 60 } == [30, 60, seconds / 60 - 30])
  }

  /// A person writes after 2 minutes, a machine after 3, and the number comes with the machine's message.
  @Test(arguments: [
    ("", 120), (", by: machine", 180), (", by: human", 120), (", with: number", 180),
    (", with: number, by: human", 240),
  ])
  func `a message is acknowledged by whom, and with what, the standard says`(
    option: String, seconds: Int
  ) throws {
    let found = try verdicts(
      ["{id: a, title: A, acknowledge: {within: 5 min, hours: always\(option)}}"],
      [
        "09:00 customer Help", "09:02 agent:ola Hello, we are at it.", "09:03 system Filed as 4711",
        "09:04 agent:ola It is number 4711.",
      ])
    #expect(found.map(\.outcome) == [.met])
    #expect(found.flatMap(\.waits).map(\.elapsedSeconds) == [seconds])
  }

  @Test(arguments: [
    ("Filed as 4711.", true), ("Zgłoszenie nr 2026 przyjęte.", true),
    ("Your case is ML-2601.", true),
    ("Ticket 123456789 is open.", true), ("W roku 2026 też pomagamy.", false),
    ("It costs 1990 Kč.", false), ("Call us on 221234567.", false),
    ("It ended on 3/4/2026.", false),
    ("Dziękujemy.\n\nW dniu 20 marca 2026 13:55 Anna <a@b.example> napisała:\n> nr 47110", false),
  ])
  func `a number acknowledges a case, a year or a price does not`(text: String, isNamed: Bool)
    throws
  {
    var ticket = try Desk.ticket("2026-03-02T09:00 customer Help")
    ticket.events += try Desk.ticket("2026-03-02T09:01 system x").events
    let at = ticket.events[1].at
    ticket.events[1] = TicketEvent(at: at, kind: .message(Message(from: .system, text: text)))
    let catalogue = try Desk.catalogue([
      "{id: a, title: A, acknowledge: {within: 5 min, hours: always, with: number}}"
    ])
    let verdicts = try Auditor(catalogue, Lexicon.builtIn().lexicon).audit(ticket).verdicts
    #expect((verdicts.first?.outcome == .met) == isNamed)
  }

  @Test func `a target that ends at closing is kept at the next opening`() throws {
    let standards = ["{id: a, title: A, first-response: {within: 1 h, hours: desk}}"]
    func verdict(_ answered: String) throws -> Verdict? {
      try verdicts(standards, ["19:00 customer Help", "\(answered) agent:ola Done."]).first
    }
    let opening = try #require(try verdict("2026-03-03T08:00"))
    #expect(opening.outcome == .met)
    #expect(opening.waits.map(\.elapsedSeconds) == [3600])
    #expect(try opening.waits.first?.due == KindLog.instant("20:00"))
    #expect(try verdict("2026-03-03T08:01")?.outcome == .missed)
  }
}
