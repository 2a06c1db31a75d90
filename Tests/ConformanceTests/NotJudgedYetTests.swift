import Conformance
import Standards
import Testing
import Tickets

/// Kinds whose judging is not written yet, and standards that hold for a time only.
struct NotJudgedYetTests {
  private func verdicts(_ standards: [String], _ events: String...) throws -> [Verdict] {
    var ticket = try Desk.ticket()
    ticket.events = try events.flatMap { try Desk.ticket($0).events }
    return try Desk.auditor(standards).audit(ticket).verdicts
  }

  private static let ofReplies = [
    "address-by-name: {}", "signature: {}", "asked-again: {}", "authorise: {never-ask: products}",
    "wording: {avoid: {phrase: petent}}", "empathy: {}", "brush-off: {}", "blame: {}", "calm: {}",
    "language: {}", "length: {at-most: 200 words}", "readability: {fog-at-most: 12}",
    "spelling: {}", "greeting: {phrases: greetings, where: anywhere}",
  ]

  @Test(arguments: ofReplies)
  func `a reply that nothing judges yet is undecided, each for itself`(requirement: String) throws {
    let found = try verdicts(
      ["{id: a, title: A, \(requirement)}"], "2026-03-02T09:00 customer Help",
      "2026-03-02T09:10 agent Hello, it is done and works again.",
      "2026-03-02T09:20 customer And the other one?",
      "2026-03-02T09:30 agent Hello, that one is done as well by now.")
    #expect(found.map(\.outcome) == [.undecided, .undecided])
    #expect(found.map(\.event) == [1, 3])
    #expect(found.allSatisfy { $0.message == "not judged yet: a person must look" })
  }

  @Test func `a checklist waits for a person's answers`() throws {
    let list =
      "{id: a, title: A, checklist: {questions: [{id: x, ask: Listened?}, {id: y, ask: More?}]}}"
    let found = try verdicts([list], "2026-03-02T09:00 customer Help")
    #expect(found.map(\.outcome) == [.undecided])
    #expect(found.map(\.message) == ["a person must answer 2 questions"])
  }

  @Test func `a step is not all that is wanted`() throws {
    let step = "{id: a, title: A, next-step: {phrases: steps, wants: [when]}}"
    let found = try verdicts(
      [step], "2026-03-02T09:00 customer Help",
      "2026-03-02T09:10 agent Hello. I will call you with the result of the test.",
      "2026-03-02T09:20 customer Well?", "2026-03-02T09:30 agent Hello. The disk was full of mail.")
    #expect(found.map(\.outcome) == [.undecided, .undecided])
    // Only where a step is announced there is more to look at.
    #expect(found.map { $0.message.contains("'wants' is not judged yet") } == [true, false])
  }

  @Test func `an offer that is allowed here may still come too soon`() throws {
    let upsell =
      "{id: a, title: A, upsell: {phrases: sales, products: products, not-before: solved, "
    let replies = [
      "2026-03-02T09:00 customer Help",
      "2026-03-02T09:10 agent Hello. We recommend the backup plan.",
      "2026-03-02T09:20 customer Well?", "2026-03-02T09:30 agent Hello. The disk was full of mail.",
    ]
    var ticket = try Desk.ticket()
    ticket.events = try replies.flatMap { try Desk.ticket($0).events }
    let found = try Desk.auditor([upsell + "offer-when: {topic: billing}}}"]).audit(ticket).verdicts
    #expect(found.map(\.outcome) == [.undecided, .met])
    #expect(found.first?.message.contains("'offer-when', 'not-before'") == true)
  }

  @Test func `an offer that is missed stays missed, whatever is not judged yet`() throws {
    let found = try verdicts(
      [
        "{id: a, title: A, upsell: {phrases: sales, products: products, at-most: 0 per ticket, manner: vague}}"
      ],
      "2026-03-02T09:00 customer Help",
      "2026-03-02T09:10 agent Hello. We recommend the backup plan.")
    #expect(found.map(\.outcome) == [.missed])
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
