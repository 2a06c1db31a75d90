import Conformance
import Standards
import Testing
import Tickets

/// Which standards are judged, at which moment, and what only a person can judge.
struct ChosenStandardsTests {
  private func verdicts(_ standards: [String], _ events: String...) throws -> [Verdict] {
    var ticket = try Desk.ticket()
    ticket.events = try events.flatMap { try Desk.ticket($0).events }
    return try Desk.auditor(standards).audit(ticket).verdicts
  }

  @Test func `a checklist waits for a person's answers`() throws {
    let list =
      "{id: a, title: A, checklist: {questions: [{id: x, ask: Listened?}, {id: y, ask: More?}]}}"
    let found = try verdicts([list], "2026-03-02T09:00 customer Help")
    #expect(found.map(\.outcome) == [.undecided])
    #expect(found.map(\.message) == ["a person must answer 2 questions"])
  }

  @Test func `a call is judged by what held when it was picked up, not when somebody spoke`() throws
  {
    let found = try verdicts(
      [
        "{id: old, title: A, in-force: {until: 2026-02-28}, pick-up: {within: 20 s}}",
        "{id: new, title: A, in-force: {from: 2026-03-01}, pick-up: {within: 10 s}}",
        "{id: mail, title: A, in-force: {from: 2026-03-01}, first-response: {within: 1 h}}",
      ], "2026-02-28T23:59 answered", "2026-03-01T00:00 customer Hello?",
      "2026-03-01T00:01 agent Hello, it is done and works again.")
    #expect(found.map(\.standard) == ["old", "mail"])
  }

  @Test func `all standards on tickets are judged, of promises of time the first that applies`()
    throws
  {
    let found = try verdicts(
      [
        "{id: a, title: A, applies-to: {channel: chat}, next-response: {within: 1 h}}",
        "{id: b, title: B, applies-to: {channel: email}, next-response: {within: 2 h}}",
        "{id: c, title: C, next-response: {within: 3 h}}", "{id: d, title: D, intake: {fields: x}}",
        "{id: e, title: E, intake: {fields: y}}",
      ], "2026-03-02T09:00 customer Help")
    #expect(found.map(\.standard) == ["b", "d", "e"])
  }

  @Test(arguments: [
    ("2026-02-28T23:59", "2026-03-01T00:02", ["old", "greet-new"]),
    ("2026-03-01T00:00", "2026-03-01T00:02", ["new", "greet-new"]),
    ("2026-02-27T09:00", "2026-02-28T23:59", ["old", "greet-old"]),
  ])
  func `times follow what held when the customer wrote, words what held when the reply was sent`(
    asked: String, answered: String, standards: [String]
  ) throws {
    let found = try verdicts(
      [
        "{id: old, title: A, in-force: {until: 2026-02-28}, first-response: {within: 1 h}}",
        "{id: new, title: A, in-force: {from: 2026-03-01}, first-response: {within: 15 min}}",
        "{id: greet-old, title: A, in-force: {until: 2026-02-28}, greeting: {phrases: greetings}}",
        "{id: greet-new, title: A, in-force: {from: 2026-03-01}, greeting: {phrases: greetings}}",
      ], "\(asked) customer Help", "\(answered) agent Hello, it is done and works again.")
    #expect(found.map(\.standard) == standards)
  }
}
