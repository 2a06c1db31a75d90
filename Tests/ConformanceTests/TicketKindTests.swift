import Clocks
import Conformance
import Foundation
import ServiceTime
import Standards
import Testing
import Tickets

/// What a ticket must carry, who must answer it and where it belongs.
struct TicketKindTests {
  // MARK: - intake

  private static let crm: [JSONField] = [
    JSONField("domain", .string("shop.example")), JSONField("empty", .string(" ")),
    JSONField("nothing", .null), JSONField("none", .array([])), JSONField("blank", .object([])),
    JSONField("tags", .array([.string("a")])), JSONField("count", .integer(0)),
    JSONField("vip", .bool(false)),
    JSONField(
      "contract", .object([JSONField("no", .string("17")), JSONField("end", .string(""))])),
    JSONField("a.b", .object([JSONField("c", .integer(1))])),
  ]

  @Test(arguments: [
    // Names of the ticket's format.
    ("topic", true), ("priority", true), ("channel", true), ("id", true), ("customer.id", true),
    ("customer.name", true), ("customer.segment", false), ("customer.language", true),
    ("segment", false), ("language", true),
    // Names of one's own, at the ticket and at the customer.
    ("domain", true), ("empty", false), ("nothing", false), ("none", false), ("blank", false),
    ("tags", true), ("count", true), ("vip", true), ("absent", false), ("phone", true),
    ("customer.phone", true), ("customer.domain", false), ("customer.absent", false),
    // Ways into objects.
    ("contract.no", true), ("contract.end", false), ("contract.absent", false),
    ("domain.name", false), ("contract", true), ("address.city", true),
    ("customer.address.city", true), ("a.b.c", true), ("a.b", true), (".", false), ("a.", false),
  ])
  func `a field is there where it says something`(field: String, isThere: Bool) throws {
    let customer = Customer(
      id: "c-1", name: "Anna", segment: nil, language: "pl",
      fields: [
        JSONField("phone", .string("+48 1")),
        JSONField("address", .object([JSONField("city", .string("Brno"))])),
      ])
    let ticket = try KindLog.ticket(
      priority: "high", customer: customer, fields: Self.crm, ["09:00 customer Help"])
    let verdict = try KindLog.judge(ticket, by: "intake: {fields: [\"\(field)\"]}")
    #expect(verdict.outcome == (isThere ? .met : .missed), "\(verdict.message)")
  }

  @Test func `all that is missing is named, in the order of the catalogue`() throws {
    let ticket = try KindLog.ticket(["09:00 customer Help"])
    let verdict = try KindLog.judge(
      ticket, by: "intake: {fields: [priority, topic, domain, customer.id]}")
    #expect(verdict.outcome == .missed)
    #expect(verdict.message == "the ticket does not say 'priority', 'domain'")
  }

  @Test func `a priority that was given on the way is there`() throws {
    let ticket = try KindLog.ticket(["09:00 customer Help", "09:01 priority high"])
    #expect(try KindLog.judge(ticket, by: "intake: {fields: priority}").outcome == .met)
  }

  // MARK: - human

  private static let humans = [
    Expected(
      "answered", ["09:00 customer Help", "09:05 system Got it", "09:30 agent:ola Done."], .met,
      "a person answered", proof: [0, 2]),
    Expected(
      "only machines, done",
      ["09:00 customer Help", "09:05 system Got it", "09:30 auto:bot Hi", "12:00 status solved"],
      .missed, "only automatic messages have answered", proof: [0, 1, 2]),
    Expected(
      "nothing, done", ["09:00 customer Help", "12:00 status closed"], .missed,
      "nobody has answered", proof: [0]),
    Expected(
      "still open", ["09:00 customer Help", "09:01 status open"], .undecided, "still open"),
    Expected("no status", ["09:00 customer Help", "09:01 system Got it"], .undecided, "'status'"),
    Expected("nothing asked", ["09:00 system Your invoice"], .notApplicable, "asked nothing"),
    Expected(
      "written before the question",
      ["08:00 agent:ola News", "09:00 customer Help", "09:30 status solved"],
      .missed, "nobody has answered"),
    Expected(
      "a call that was picked up",
      ["09:00 customer Hello", "09:01 answered:ola", "09:09 status solved"], .met, "picked up",
      proof: [0, 1]),
    Expected("a call without words", ["09:01 answered:ola", "09:09 status solved"], .met),
    Expected(
      "given up", ["09:00 customer Hello", "09:02 abandoned", "09:09 status closed"],
      .notApplicable, "gave up", proof: [0, 1]),
    Expected(
      "given up, then written",
      ["09:00 customer Hello", "09:02 abandoned", "09:03 customer Call me", "12:00 status closed"],
      .missed, "nobody has answered"),
    Expected(
      "an answer in an agent's name that only confirms",
      [
        "09:00 customer Help", "09:01 agent:ola Hello. Do not reply to this.",
        "10:00 status solved",
      ],
      .met),
  ]

  @Test(arguments: humans)
  func `every customer hears from a person`(expected: Expected) throws {
    expected.check(try KindLog.judge(KindLog.ticket(expected.events), by: "human: {}"))
  }

  @Test func `words may give a machine away`() throws {
    // 'greetings' stands in for the catalogue's list of such words.
    let human = "human: {phrases: greetings}"
    let machine = ["09:00 customer Help", "09:01 agent:ola Hello, we received it."]
    let done = try KindLog.judge(
      KindLog.ticket(machine + ["10:00 status solved"]), by: human)
    #expect(done.outcome == .missed)
    #expect(done.events == [0, 1])
    let answered = try KindLog.judge(
      KindLog.ticket(machine + ["09:30 agent:ola The disk was full.", "10:00 status solved"]),
      by: human)
    #expect(answered.outcome == .met)
    #expect(answered.events == [0, 2])
  }

  @Test func `what happens after --as-of proves nothing`() throws {
    let ticket = try KindLog.ticket([
      "09:00 customer Help", "09:01 status open", "10:00 agent:o Hi",
    ])
    #expect(try KindLog.judge(ticket, by: "human: {}", asOf: "09:30").outcome == .undecided)
  }

  // MARK: - routing

  private static let routes = [
    Expected(
      "right group", ["09:00 customer Help", "09:01 assign @second"], .met, "group 'second'",
      proof: [1]),
    Expected(
      "right group in the end",
      [
        "09:00 customer Help", "09:01 assign ola @first", "09:02 agent:ola Hi",
        "09:03 assign @third",
      ],
      .met, "group 'third'", proof: [3]),
    Expected(
      "wrong group, answered",
      ["09:00 customer Help", "09:01 assign @first", "09:02 agent:ola Hi"],
      .missed, "it came to 'first', not to 'second' or 'third'", proof: [1]),
    Expected(
      "wrong group, done",
      ["09:00 customer Help", "09:01 assign @first", "09:02 assign @other", "09:03 status closed"],
      .missed, "'first' and 'other'", proof: [1, 2]),
    Expected(
      "wrong group, still open", ["09:00 customer Help", "09:01 assign @first"], .undecided,
      "so far"),
    Expected(
      "a machine's answer settles nothing",
      ["09:00 customer Help", "09:01 assign @first", "09:02 system Got it"], .undecided),
    Expected(
      "no group named", ["09:00 customer Help", "09:01 assign ola", "09:02 status solved"],
      .undecided, "names no 'group'"),
  ]

  @Test(arguments: routes)
  func `a ticket comes to its group`(expected: Expected) throws {
    expected.check(
      try KindLog.judge(KindLog.ticket(expected.events), by: "routing: {group: [second, third]}"))
  }

  @Test(
    arguments: [
      // Topic, first priority, later priority: whether such a ticket is meant.
      ("outage", "urgent", nil as String?, Verdict.Outcome.met),
      ("outage", "low", nil, .notApplicable),
      ("outage", "low", "urgent", .met), ("outage", "urgent", "low", .met),
      ("billing", "urgent", nil, .notApplicable), ("billing", nil, nil, .notApplicable),
      (nil, "low", nil, .notApplicable), (nil, "urgent", nil, .undecided),
      ("outage", nil, nil, .undecided), ("outage", nil, "low", .undecided),
      ("outage", nil, "urgent", .met),
    ] as [(String?, String?, String?, Verdict.Outcome)])
  func `a route is for certain tickets`(
    topic: String?, priority: String?, later: String?, outcome: Verdict.Outcome
  ) throws {
    let change = later.map { ["09:05 priority \($0)"] } ?? []
    let ticket = try KindLog.ticket(
      topic: topic, priority: priority,
      ["09:00 customer Help", "09:01 assign @second"] + change)
    let routing = "routing: {when: {topic: outage, priority: urgent}, group: second}"
    let verdict = try KindLog.judge(ticket, by: routing)
    #expect(verdict.outcome == outcome, "\(verdict.message)")
    if outcome == .undecided {
      #expect(verdict.message.contains(topic == nil ? "'topic'" : "'priority'"))
    }
  }

  private static let channels = [
    Expected("from the start", ["09:00 customer Help", "09:01 agent:ola Hi"], .missed, "'email'"),
    Expected(
      "moved", ["09:00 customer Help", "09:01 channel phone", "09:02 agent:ola Hi"], .met,
      "channel 'phone'", proof: [1]),
    Expected(
      "moved elsewhere", ["09:00 customer Help", "09:01 channel form", "09:02 status solved"],
      .missed, "handled on 'email' and 'form', not on 'phone' or 'chat'", proof: [1]),
    Expected("open", ["09:00 customer Help"], .undecided, "so far"),
  ]

  @Test(arguments: channels)
  func `a ticket comes to its channel`(expected: Expected) throws {
    expected.check(
      try KindLog.judge(KindLog.ticket(expected.events), by: "routing: {channel: [phone, chat]}"))
  }

  @Test(arguments: [
    (["09:01 channel phone", "09:02 assign @second"], Verdict.Outcome.met, [1, 2]),
    (["09:01 channel phone", "09:02 assign @first"], .missed, [1, 2]),
    (["09:01 channel phone"], .undecided, [1]), (["09:02 assign @second"], .missed, [1]),
    ([], .missed, []),
  ])
  func `channel and group must both be right`(
    events: [String], outcome: Verdict.Outcome, proof: [Int]
  ) throws {
    let ticket = try KindLog.ticket(["09:00 customer Help"] + events + ["09:09 status solved"])
    let verdict = try KindLog.judge(ticket, by: "routing: {channel: phone, group: second}")
    #expect(verdict.outcome == outcome, "\(verdict.message)")
    #expect(verdict.events == proof)
  }

  // MARK: - survey

  private static let surveys = [
    Expected(
      "in time", ["09:00 customer Help", "10:00 status solved", "11:00 survey csat"], .met,
      "asked after 1 h"),
    Expected(
      "to the second", ["09:00 customer Help", "10:00 status solved", "12:00 survey csat"], .met,
      "asked after 2 h"),
    Expected(
      "late", ["09:00 customer Help", "10:00 status solved", "12:01 survey csat"], .missed,
      "only after 2 h 1 min, promised within 2 h"),
    Expected(
      "rated in time", ["09:00 customer Help", "10:00 status solved", "10:30 rating csat"], .met,
      "rated after 30 min"),
    Expected(
      "rated later", ["09:00 customer Help", "10:00 status solved", "15:00 rating csat"],
      .undecided, "no 'survey' event"),
    Expected(
      "another question",
      ["09:00 customer Help", "10:00 status solved", "10:01 survey nps", "13:00 note:o x"],
      .missed, "asked for nps, not for csat", proof: [2]),
    Expected(
      "another question, time left",
      ["09:00 customer Help", "10:00 status solved", "10:01 survey nps"],
      .undecided, "not over"),
    Expected(
      "another scale rated",
      ["09:00 customer Help", "10:00 status solved", "10:01 rating nps", "13:00 note:o x"],
      .undecided, "no 'survey' event"),
    Expected(
      "no trace yet", ["09:00 customer Help", "10:00 status solved"], .undecided, "not over"),
    Expected(
      "no trace", ["09:00 customer Help", "10:00 status solved", "13:00 note:o x"], .undecided,
      "no 'survey' event of csat"),
    Expected(
      "too early only",
      ["09:00 customer Help", "09:50 survey csat", "10:00 status solved", "13:00 note:o x"],
      .undecided, "before it was solved"),
    Expected("open", ["09:00 customer Help", "10:00 status open"], .notApplicable, "not solved"),
    Expected("no status", ["09:00 customer Help"], .undecided, "'status'"),
    Expected(
      "reopened", ["09:00 customer Help", "10:00 status solved", "10:30 status open"],
      .notApplicable, "not solved"),
    Expected(
      "asked after the first solving, reopened, solved again",
      [
        "09:00 customer Help", "10:00 status solved", "10:10 survey csat", "11:00 status open",
        "12:00 status solved", "20:00 note:o x",
      ], .met, "asked after 10 min"),
    Expected(
      "late after the first solving, in time after the last",
      [
        "09:00 customer Help", "10:00 status solved", "13:00 survey csat", "13:10 status open",
        "14:00 status solved", "15:00 survey csat",
      ], .met, "asked after 1 h"),
    Expected(
      "late after the first solving only",
      [
        "09:00 customer Help", "10:00 status solved", "13:00 survey csat", "13:10 status open",
        "14:00 status solved", "20:00 note:o x",
      ], .undecided, "before it was solved"),
    Expected(
      "closed while waiting",
      [
        "09:00 customer Help", "09:30 agent:o Which?", "09:31 status pending",
        "20:00 status closed",
      ],
      .undecided, "nothing says that it was solved"),
  ]

  @Test(arguments: surveys)
  func `the customer is asked for an opinion`(expected: Expected) throws {
    expected.check(
      try KindLog.judge(
        KindLog.ticket(expected.events), by: "survey: {scale: csat, within: 2 h}"))
  }

  @Test func `the time until the question is the evidence`() throws {
    let ticket = try KindLog.ticket([
      "09:00 customer Help", "10:00 status solved", "12:01 survey csat",
    ])
    let verdict = try KindLog.judge(ticket, by: "survey: {scale: csat, within: 2 h}")
    let wait = try #require(verdict.waits.first)
    #expect(wait.fromEvent == 1)
    #expect(wait.toEvent == 2)
    #expect(wait.elapsedSeconds == 7260)
    #expect(wait.targetSeconds == 7200)
    #expect(try wait.due == KindLog.instant("12:00"))
    #expect(wait.stretches.map(\.seconds) == [7260])
  }
}
