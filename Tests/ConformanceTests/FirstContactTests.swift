import Conformance
import ServiceTime
import Standards
import Testing
import Tickets

/// Matters that are settled in one contact.
struct FirstContactTests {
  private static let kind = "first-contact: {no-contact-for: 7 days}"
  private static let week = "2026-03-09T09:20"
  private static let solved = [
    "09:00 customer Help", "09:10 agent:ola Done.", "09:20 status solved",
  ]

  private static let tickets = [
    Expected("settled", solved, .met, "settled in one contact", proof: [0, 1, 2]),
    Expected(
      "reminded before the answer",
      ["09:00 customer Help", "09:05 customer Are you there?"] + solved.dropFirst(), .met),
    Expected(
      "asked again",
      [
        "09:00 customer Help", "09:10 agent:ola Try this.", "09:15 customer How?",
        "09:18 agent:ola So.", "09:20 status solved",
      ], .missed, "had to write again", proof: [2]),
    Expected(
      "it still does not work",
      [
        "09:00 customer Help", "09:10 agent:ola Done.", "09:15 customer Nadal nie działa.",
        "09:18 agent:ola Now.", "09:20 status solved",
      ], .missed, "had to write again", proof: [2]),
    Expected(
      "answers what we asked back",
      [
        "09:00 customer Help", "09:10 agent:ola Which data?", "09:15 customer NIP 525-000-11-22.",
        "09:18 agent:ola Done.", "09:20 status solved",
      ], .missed, "had to write again", proof: [2]),
    Expected(
      "writes once more, and nobody thought that it wants an answer",
      solved + ["09:30 customer I have told my colleagues."], .undecided, "a person must see"),
    Expected(
      "a kind word that was answered",
      solved + [
        "09:30 customer Dziękuję, koledzy widzieli.", "09:40 agent:ola Do usług, miłego dnia.",
      ],
      .undecided, "a person must see", proof: [3]),
    Expected("bare thanks", solved + ["09:30 customer Dziękuję pięknie."], .met),
    Expected(
      "perhaps only thanks",
      solved + ["09:30 customer Works like a charm."], .undecided, "a person must see", proof: [3]),
    Expected(
      "came back after it was solved", solved + ["2026-03-05T09:00 customer Why is it down?"],
      .missed, "had to write again", proof: [3]),
    Expected(
      "came back at the end of the week",
      solved + ["2026-03-09T09:20 customer Why is it down?"], .missed),
    Expected(
      "came back after the week: another matter",
      solved + ["2026-03-09T09:21 customer Why is it down?"], .met),
    Expected(
      "reopened by us", solved + ["10:00 status open", "11:00 status solved"], .missed,
      "it was reopened", proof: [3]),
    Expected(
      "reopened by us after the week",
      solved + ["2026-03-10T10:00 status open"], .met),
    Expected(
      "not solved", ["09:00 customer Help", "09:10 agent:ola Hi", "09:11 status open"], .undecided,
      "not solved yet"),
    Expected(
      "no status", ["09:00 customer Help", "09:10 agent:ola Done."], .undecided, "'status'"),
    Expected(
      "no status, and asked again all the same",
      ["09:00 customer Help", "09:10 agent:ola Done.", "09:15 customer How?"], .missed),
    Expected(
      "closed while waiting",
      [
        "09:00 customer Help", "09:10 agent:ola Which?", "09:11 status pending",
        "09:20 status closed",
      ],
      .undecided, "nothing says that it was solved"),
    Expected(
      "solved without a word", ["09:00 customer Help", "09:20 status solved"], .undecided,
      "nothing in the log answers"),
    Expected(
      "solved without a word, and asked again",
      ["09:00 customer Help", "09:20 status solved", "09:30 customer What now?"], .missed),
    Expected(
      "nothing asked", ["09:00 system Your invoice", "09:20 status solved"], .notApplicable),
    Expected(
      "a call without words", ["09:10 answered:ola", "09:20 status solved"], .met),
  ]

  @Test(arguments: tickets)
  func `the customer writes once`(expected: Expected) throws {
    let ticket = try KindLog.ticket(expected.events)
    let late = try KindLog.ticket(
      id: "T-9", customer: Customer(id: "c-9"), ["2026-03-20T09:00 note:o x"])
    expected.check(try KindLog.judge(ticket, by: Self.kind, contacts: [ticket, late]))
  }

  private static let conversation = [
    "09:00 customer Hi", "09:01 answered:ola", "09:02 agent:ola Hello", "09:03 customer Which one?",
    "09:04 agent:ola This.", "09:20 status solved",
  ]

  @Test(arguments: [
    ("chat", [] as [String], Verdict.Outcome.met), ("phone", [], .met), ("email", [], .missed),
    // After solving it is another contact, on whatever channel.
    ("chat", ["10:00 customer Why not?"], .missed),
  ])
  func `a conversation is one contact`(
    channel: String, more: [String], outcome: Verdict.Outcome
  ) throws {
    let ticket = try KindLog.ticket(channel: channel, Self.conversation + more)
    let verdict = try KindLog.judge(
      ticket, by: Self.kind, asOf: Self.week, contacts: [ticket])
    #expect(verdict.outcome == outcome, "\(verdict.message)")
  }

  @Test func `a chat that goes on by e-mail is a second contact`() throws {
    let ticket = try KindLog.ticket(
      channel: "chat",
      [
        "09:00 customer Hi", "09:01 agent:ola Hello", "09:02 channel email",
        "09:03 customer Which one?", "09:04 agent:ola This.", "09:20 status solved",
      ])
    #expect(try KindLog.judge(ticket, by: Self.kind, contacts: [ticket]).events == [3])
  }

  @Test(
    arguments: [
      // When the other ticket comes, its topic, its customer.
      (
        "2026-03-05T09:00", "outage", "c-1", Verdict.Outcome.missed,
        "came back about 'outage' in 'T-2'"
      ),
      ("2026-03-09T09:20", "outage", "c-1", .missed, "'T-2'"),
      ("2026-03-09T09:21", "outage", "c-1", .met, ""),
      ("2026-03-02T09:20", "outage", "c-1", .met, ""),
      ("2026-03-05T09:00", "billing", "c-1", .met, ""),
      ("2026-03-05T09:00", "outage", "c-2", .met, ""),
      ("2026-03-05T09:00", nil, "c-1", .undecided, "that one names no 'topic'"),
      ("2026-03-05T09:00", "outage", nil, .met, ""),
    ] as [(String, String?, String?, Verdict.Outcome, String)])
  func `the customer may come back in another ticket`(
    at: String, topic: String?, customer: String?, outcome: Verdict.Outcome, words: String
  ) throws {
    let ticket = try KindLog.ticket(Self.solved)
    let other = try KindLog.ticket(
      id: "T-2", topic: topic, customer: Customer(id: customer),
      ["\(at) system Hi", "\(at) customer Help", "2026-03-20T09:00 note:o x"])
    for contacts in [[ticket, other], [other, ticket]] {
      let verdict = try KindLog.judge(ticket, by: Self.kind, contacts: contacts)
      #expect(verdict.outcome == outcome, "\(verdict.message)")
      #expect(words.isEmpty || verdict.message.contains(words), "\(verdict.message)")
    }
  }

  @Test func `of several others the first is named, and all are counted`() throws {
    let ticket = try KindLog.ticket(Self.solved)
    let others = try ["T-4": "04", "T-2": "06", "T-3": "05"].sorted { $0.key < $1.key }.map {
      try KindLog.ticket(id: $0.key, ["2026-03-\($0.value)T09:00 customer Help"])
    }
    let verdict = try KindLog.judge(ticket, by: Self.kind, contacts: others)
    #expect(verdict.message == "the customer came back about 'outage' in 'T-4' and 2 more")
    #expect(verdict.events == [2])
  }

  @Test func `a ticket without a topic may be about the same`() throws {
    let ticket = try KindLog.ticket(topic: nil, Self.solved)
    let other = try KindLog.ticket(id: "T-2", ["2026-03-05T09:00 customer Help"])
    let verdict = try KindLog.judge(ticket, by: Self.kind, contacts: [other])
    #expect(verdict.outcome == .undecided)
    #expect(verdict.message.contains("this one names no 'topic'"))
  }

  @Test func `spam, machines and what comes after --as-of are no contacts`() throws {
    let ticket = try KindLog.ticket(Self.solved)
    let spam = try KindLog.ticket(
      id: "T-2", ["2026-03-05T09:00 customer Buy", "2026-03-05T09:01 status spam"])
    let machine = try KindLog.ticket(id: "T-3", ["2026-03-05T09:00 system Invoice"])
    let contacts = [ticket, spam, machine]
    #expect(
      try KindLog.judge(ticket, by: Self.kind, asOf: Self.week, contacts: contacts).outcome == .met)
    let later = try KindLog.ticket(id: "T-4", ["2026-03-05T09:00 customer Help"])
    let early = try KindLog.judge(
      ticket, by: Self.kind, asOf: "2026-03-04T09:00", contacts: contacts + [later])
    #expect(early.outcome == .undecided)
    #expect(early.message.contains("too early to tell: the 7 days"))
  }

  @Test func `nobody can tell without other tickets, the customer's id or time`() throws {
    let ticket = try KindLog.ticket(Self.solved)
    let nowhere = try KindLog.judge(ticket, by: Self.kind, asOf: Self.week)
    #expect(nowhere.outcome == .undecided)
    #expect(nowhere.message.contains("were not looked through"))
    let nameless = try KindLog.ticket(customer: Customer(name: "Anna"), Self.solved)
    let verdict = try KindLog.judge(nameless, by: Self.kind, asOf: Self.week, contacts: [nameless])
    #expect(verdict.outcome == .undecided)
    #expect(verdict.message.contains("'customer.id'"))
    let early = try KindLog.judge(ticket, by: Self.kind, contacts: [ticket])
    #expect(early.outcome == .undecided)
    #expect(early.message.contains("too early"))
    #expect(
      try KindLog.judge(ticket, by: Self.kind, asOf: "2026-03-09T09:19", contacts: [ticket]).outcome
        == .undecided)
    #expect(
      try KindLog.judge(ticket, by: Self.kind, asOf: "2026-03-09T09:20", contacts: [ticket]).outcome
        == .met)
  }

  @Test func `only such a standard asks for other tickets`() throws {
    #expect(try Desk.auditor(["{id: x, title: X, \(Self.kind)}"]).needsContacts)
    #expect(try !Desk.auditor(["{id: x, title: X, human: {}}"]).needsContacts)
  }

  @Test func `a ticket that stands alone needs no index`() throws {
    let ticket = try KindLog.ticket(customer: Customer(), Self.solved)
    let auditor = try Desk.auditor(["{id: x, title: X, \(Self.kind)}"])
    let moment = try KindLog.instant(Self.week)
    let verdicts = auditor.audit(ticket, asOf: moment, contacts: .noOthers).verdicts
    #expect(verdicts.map(\.outcome) == [.met])
  }
}
