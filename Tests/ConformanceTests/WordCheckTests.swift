import Conformance
import Standards
import Testing
import Tickets

/// What standards make of the words of replies.
struct WordCheckTests {
  private func outcomes(_ standard: String, _ ticket: Ticket) throws -> [String] {
    try Desk.auditor([standard]).audit(ticket).verdicts.map { verdict in
      "\(verdict.event.map(String.init) ?? "-") \(verdict.outcome.rawValue)"
    }
  }

  private let question =
    "{id: q, title: Q, closing-question: {phrases: questions, offers: offers-of-help}}"
  private let sale =
    "{id: s, title: S, upsell: {phrases: sales, products: products, never-when: {topic: [outage]}, "
    + "unless: [asked, fixes-cause], at-most: 1 per ticket}}"

  @Test func `stages pick the replies that are judged`() throws {
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent Which server is it please tell me",
      "2026-03-02T09:06 customer One", "2026-03-02T09:08 agent Hello. It is up again.",
      "2026-03-02T09:09 status solved")
    func greeting(_ stage: String) -> String {
      "{id: g, title: G, applies-to: {stage: \(stage)}, greeting: {phrases: greetings}}"
    }
    #expect(try outcomes(greeting("any-reply"), ticket) == ["1 missed", "3 met"])
    #expect(try outcomes(greeting("first-reply"), ticket) == ["1 missed"])
    #expect(try outcomes(greeting("last-reply"), ticket) == ["3 met"])
  }

  @Test func `a closing question is owed by the reply that solved the ticket`() throws {
    let events = ["2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent It is up again, bye."]
    func ticket(_ more: String...) throws -> Ticket {
      var ticket = try Desk.ticket()
      for event in events + more { ticket.events += try Desk.ticket(event).events }
      return ticket
    }
    #expect(try outcomes(question, ticket("2026-03-02T09:06 status solved")) == ["1 missed"])
    #expect(
      try outcomes(question, ticket("2026-03-02T09:06 status pending")) == ["1 not-applicable"])
    // Without any status nobody knows whether that was the last word.
    #expect(try outcomes(question, ticket()) == ["1 undecided"])
  }

  @Test func `an offer of help will do where the standard says so`() throws {
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent It is up. Let me know if it fails.",
      "2026-03-02T09:06 status solved")
    #expect(try outcomes(question, ticket) == ["1 met"])
    let strict = "{id: q, title: Q, closing-question: {phrases: questions}}"
    #expect(try outcomes(strict, ticket) == ["1 undecided"])
  }

  @Test func `who says a few words more may have meant them to be the last`() throws {
    let events = [
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent The invoice is on its way.",
    ]
    let solved = "2026-03-02T09:30 status solved"
    let alone = try Desk.ticket(events[0], events[1], solved)
    #expect(try outcomes(question, alone) == ["1 missed"])
    let added = try Desk.ticket(
      events[0], events[1], "2026-03-02T09:20 agent Invoice attached.", solved)
    #expect(try outcomes(question, added) == ["1 undecided"])
  }

  @Test func `a next step is seen in words of no list too`() throws {
    let step = "{id: n, title: N, next-step: {phrases: steps, unless: solved}}"
    let open = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent I will call you at 10:00.",
      "2026-03-02T09:30 agent The technician is on the way to your office and will replace the disk."
    )
    #expect(try outcomes(step, open) == ["1 met", "2 met"])
    var solved = open
    solved.events += try Desk.ticket("2026-03-02T10:00 status solved").events
    #expect(try outcomes(step, solved) == ["1 met", "2 not-applicable"])
  }

  @Test(arguments: [
    ("outage", "Help", "We recommend our VPS.", "missed"),
    ("outage", "Help", "It is up again.", "met"),
    ("sales", "Help", "We recommend our VPS.", "met"),
    (nil, "Help", "We recommend our VPS.", "undecided"),
    // The customer asked, or it mends the cause: perhaps.
    ("outage", "Would a VPS help?", "We recommend our VPS.", "undecided"),
    ("outage", "What plan should I be on??", "We recommend our VPS.", "undecided"),
    ("outage", "Jaki pakiet mam wziąć?", "We recommend our VPS.", "undecided"),
    ("outage", "Kolik stojí něco lepšího?", "We recommend our VPS.", "undecided"),
    ("outage", "Help", "Your disk quota is used up. We recommend our VPS.", "undecided"),
    ("outage", "Help", "No need to buy anything, we recommend no VPS.", "undecided"),
  ])
  func `nothing is sold in trouble`(
    topic: String?, asked: String, answered: String, outcome: String
  ) throws {
    let ticket = try Desk.ticket(
      topic: topic, "2026-03-02T09:00 customer \(asked)", "2026-03-02T09:05 agent \(answered)")
    #expect(try outcomes(sale, ticket) == ["1 \(outcome)"])
  }

  @Test func `the second offer of a ticket is one too many`() throws {
    let ticket = try Desk.ticket(
      topic: "sales", "2026-03-02T09:00 customer Help",
      "2026-03-02T09:05 agent We recommend our VPS.",
      "2026-03-02T09:06 customer Hm", "2026-03-02T09:07 agent We recommend our backup plan then.")
    #expect(try outcomes(sale, ticket) == ["1 met", "3 missed"])
  }

  @Test func `offers are counted one by one, and the surplus is shown`() throws {
    let ticket = try Desk.ticket(
      topic: "sales", "2026-03-02T09:00 customer Help",
      "2026-03-02T09:05 agent We recommend our VPS. We recommend our backup plan.")
    let verdict = try #require(try Desk.auditor([sale]).audit(ticket).verdicts.first)
    #expect(verdict.outcome == .missed)
    #expect(verdict.evidence.count == 1)
    let perReply = sale.replacing("1 per ticket", with: "1 per reply")
    #expect(try outcomes(perReply, ticket) == ["1 missed"])
    let asked = try Desk.ticket(
      topic: "sales", "2026-03-02T09:00 customer VPS or backup plan?",
      "2026-03-02T09:05 agent We recommend our VPS. We recommend our backup plan.")
    #expect(try outcomes(sale, asked) == ["1 undecided"])
  }

  @Test(arguments: [
    ("I suggest upgrading to our VPS.", "missed"), ("Proponuję pakiet pro.", "missed"),
    ("It is up again.", "met"),
  ])
  func `words that offer are built in where the catalogue names none`(
    reply: String, outcome: String
  ) throws {
    let standard = "{id: s, title: S, upsell: {products: products, never-when: {topic: [outage]}}}"
    let ticket = try Desk.ticket(
      topic: "outage", "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent \(reply)")
    #expect(try outcomes(standard, ticket) == ["1 \(outcome)"])
  }

  @Test func `a reply without words is left to a person`() throws {
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent", "2026-03-02T09:06 status solved")
    for standard in ObservationTests.all {
      #expect(try outcomes(standard, ticket) == ["1 undecided"])
    }
  }

  @Test func `a ticket closed later was not solved by the reply`() throws {
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent Which server is it please tell me",
      "2026-03-02T09:06 status pending", "2026-03-05T09:00 status closed")
    // The end asks a question of another kind besides.
    #expect(try outcomes(question, ticket) == ["1 undecided"])
    let step = "{id: n, title: N, next-step: {phrases: steps, unless: solved}}"
    #expect(try outcomes(step, ticket) == ["1 undecided"])
  }

  @Test func `an end that asks or offers in other words is never called missing`() throws {
    func ticket(_ reply: String) throws -> Ticket {
      try Desk.ticket(
        "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent \(reply)",
        "2026-03-02T09:06 status solved")
    }
    #expect(try outcomes(question, ticket("It is up. If it fails, text me.")) == ["1 met"])
    #expect(try outcomes(question, ticket("It is up. Does it run for you?")) == ["1 undecided"])
    #expect(try outcomes(question, ticket("It is up. Good bye.")) == ["1 missed"])
  }

  @Test func `evidence counts code points of the message`() throws {
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent 👩🏽‍🔧 Łódź: odpowiemy niezwłocznie.")
    let auditor = try Desk.auditor(["{id: v, title: V, vague-promise: {phrases: vague}}"])
    let verdict = try #require(auditor.audit(ticket).verdicts.first)
    #expect(verdict.outcome == .missed)
    guard case .words(let words)? = verdict.evidence.first else {
      Issue.record("no words")
      return
    }
    // 👩🏽‍🔧 is four code points; " Łódź: odpowiemy " is seventeen.
    #expect(words == .init(event: 1, range: 21..<33, text: "niezwłocznie"))
  }

  @Test func `a language that cannot be told leaves the standard open`() throws {
    let polish = "{id: g, title: G, applies-to: {language: pl}, greeting: {phrases: greetings}}"
    let czech = try Desk.ticket(
      "2026-03-02T09:00 customer Help",
      "2026-03-02T09:05 agent Server jsme restartovali a teď už všechno běží jako dřív.")
    #expect(try outcomes(polish, czech) == [])
    let silent = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent 12345")
    #expect(try outcomes(polish, silent) == ["1 undecided"])
  }
}
