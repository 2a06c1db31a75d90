import Conformance
import ServiceTime
import Standards
import Testing
import Tickets

/// Waits for the first answer and for somebody to pick up.
struct ResponseTests {
  static let quarter =
    "{id: quarter, title: Q, first-response: {within: 15 min, share: 95%, hours: desk, ends-at: any-human}}"
  static let pickUp =
    "{id: pick-up, title: P, applies-to: {channel: [phone, chat]}, pick-up: {within: 20 s, share: 80%}}"

  private func judge(
    _ ticket: Ticket, by standard: String = quarter, asOf: String? = nil
  ) throws -> Verdict {
    let moment = try asOf.map { try OffsetInstant(iso8601: Array($0.utf8)).instant }
    let verdicts = try Desk.auditor([standard]).audit(ticket, asOf: moment).verdicts
    #expect(verdicts.count == 1)
    return try #require(verdicts.first)
  }

  private func wait(_ verdict: Verdict) throws -> Brief {
    guard case .time(let wait)? = verdict.evidence.first else {
      throw MissingWait()
    }
    return Brief(
      fromEvent: wait.fromEvent, toEvent: wait.toEvent, elapsedSeconds: wait.elapsedSeconds,
      targetSeconds: wait.targetSeconds)
  }

  /// The part of the evidence that these tests are about.
  private struct Brief: Hashable {
    let fromEvent: Int
    let toEvent: Int?
    let elapsedSeconds: Int
    let targetSeconds: Int
  }

  private struct MissingWait: Error {}

  @Test(arguments: [
    // Monday morning; exactly the target; one minute more.
    ("2026-03-02T09:00", "2026-03-02T09:11", Verdict.Outcome.met, 660),
    ("2026-03-02T09:00", "2026-03-02T09:15", .met, 900),
    ("2026-03-02T09:00", "2026-03-02T09:16", .missed, 960),
    // Over a night, over a weekend, and from outside of the hours.
    ("2026-03-02T19:50", "2026-03-03T08:03", .met, 780),
    ("2026-03-06T19:58", "2026-03-09T08:14", .missed, 960),
    ("2026-03-07T12:00", "2026-03-08T23:00", .met, 0),
  ])
  func `the wait is counted in opening hours`(
    asked: String, answered: String, outcome: Verdict.Outcome, seconds: Int
  ) throws {
    let ticket = try Desk.ticket("\(asked) customer Help", "\(answered) agent Done, it works.")
    let verdict = try judge(ticket)
    #expect(verdict.outcome == outcome)
    #expect(verdict.event == nil)
    #expect(verdict.kind == "first-response")
    let wait = try wait(verdict)
    #expect(wait == .init(fromEvent: 0, toEvent: 1, elapsedSeconds: seconds, targetSeconds: 900))
  }

  @Test func `an automatic reply is no answer`() throws {
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:00 system We got your message",
      "2026-03-02T09:30 agent Done.")
    let verdict = try judge(ticket)
    #expect(verdict.outcome == .missed)
    #expect(try wait(verdict).toEvent == 2)
  }

  @Test func `a ticket that the company began starts with the customer's first message`() throws {
    let ticket = try Desk.ticket(
      "2026-03-02T08:00 agent Your server will be moved on Friday at 10:00.",
      "2026-03-02T12:00 customer Why?", "2026-03-02T12:10 agent It is old.")
    let verdict = try judge(ticket)
    #expect(verdict.outcome == .met)
    #expect(
      try wait(verdict) == .init(fromEvent: 1, toEvent: 2, elapsedSeconds: 600, targetSeconds: 900))
    let alone = try Desk.ticket("2026-03-02T08:00 agent Your server will be moved on Friday.")
    #expect(try judge(alone).outcome == .notApplicable)
  }

  @Test func `events out of order are judged by their time`() throws {
    let ticket = try Desk.ticket("2026-03-02T09:10 agent Done.", "2026-03-02T09:00 customer Help")
    let verdict = try judge(ticket)
    #expect(verdict.outcome == .met)
    #expect(try wait(verdict).fromEvent == 1)
  }

  @Test func `what nobody answered is missed once the time is over`() throws {
    let open = try Desk.ticket("2026-03-02T09:00 customer Help")
    #expect(try judge(open).outcome == .undecided)
    #expect(try judge(open, asOf: "2026-03-02T09:15:00+01:00").outcome == .undecided)
    let late = try judge(open, asOf: "2026-03-02T09:15:01+01:00")
    #expect(late.outcome == .missed)
    #expect(
      try wait(late) == .init(fromEvent: 0, toEvent: nil, elapsedSeconds: 901, targetSeconds: 900))
    let closed = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T09:05 status closed")
    #expect(try judge(closed).outcome == .missed)
  }

  @Test func `a reply that may only hold the line is left to a person`() throws {
    let substantive = Self.quarter.replacing("any-human", with: "substantive")
    let holding = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent Hello, we are looking into it.")
    #expect(try judge(holding, by: substantive).outcome == .undecided)
    #expect(try judge(holding, by: Self.quarter).outcome == .met)
    let answered = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:05 agent Hello, we are looking into it.",
      "2026-03-02T09:14 agent The disk was full, now it is not and the shop is back.")
    #expect(try judge(answered, by: substantive).outcome == .met)
    let withTime = try Desk.ticket(
      "2026-03-02T09:00 customer Help",
      "2026-03-02T09:05 agent Hello, we are looking into it and write again by 9:30.")
    #expect(try judge(withTime, by: substantive).outcome == .met)
    let late = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:20 agent Hello, we are looking into it.")
    #expect(try judge(late, by: substantive).outcome == .missed)
  }

  @Test func `spam and duplicates are left out`() throws {
    let auditor = try Desk.auditor([Self.quarter])
    var tally = AuditTally(try Desk.catalogue(Self.quarter))
    for (states, isLeftOut) in [
      (["spam"], true), (["duplicate"], true), (["spam", "closed"], true),
      (["duplicate", "solved", "closed"], true), (["spam", "open"], false),
      (["duplicate", "pending", "closed"], false), (["solved"], false),
    ] {
      var ticket = try Desk.ticket("2026-03-02T09:00 customer Buy")
      for (hour, state) in states.enumerated() {
        ticket.events += try Desk.ticket("2026-03-02T1\(hour):00 status \(state)").events
      }
      let audit = auditor.audit(ticket)
      #expect((audit.view.leftOut != nil) == isLeftOut, "\(states)")
      #expect(audit.verdicts.isEmpty == isLeftOut, "\(states)")
      tally.add(audit)
    }
    #expect(tally.leftOut == 4 && tally.merged == 0 && tally.tickets == 3)
  }

  @Test func `of two promises the first that applies holds`() throws {
    let urgent =
      "{id: urgent, title: U, applies-to: {priority: urgent}, first-response: {within: 5 min, hours: always}}"
    let auditor = try Desk.auditor([urgent, Self.quarter])
    func standards(_ priority: String?) throws -> [String] {
      let ticket = try Desk.ticket(
        priority: priority, "2026-03-02T09:00 customer Help", "2026-03-02T09:10 agent Done.")
      return auditor.audit(ticket).verdicts.map { "\($0.standard) \($0.outcome.rawValue)" }
    }
    #expect(try standards("urgent") == ["urgent missed"])
    #expect(try standards("low") == ["quarter met"])
    // Which of the two holds cannot be known, and they come to different verdicts.
    #expect(try standards(nil) == ["urgent undecided"])
    let soon = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T09:03 agent Done.")
    #expect(
      auditor.audit(soon).verdicts.map { "\($0.standard) \($0.outcome.rawValue)" } == [
        "quarter met"
      ])
    let late = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T18:00 agent Done.")
    #expect(
      auditor.audit(late).verdicts.map { "\($0.standard) \($0.outcome.rawValue)" } == [
        "quarter missed"
      ])
    let silent = try Desk.ticket("2026-03-02T09:00 system We were hacked")
    #expect(auditor.audit(silent).verdicts.map(\.outcome) == [.notApplicable])
  }

  @Test func `a promise that only some may hold is a doubt`() throws {
    let urgent =
      "{id: urgent, title: U, applies-to: {priority: urgent}, first-response: {within: 5 min, hours: always}}"
    let ticket = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T09:03 agent Done.")
    #expect(try judge(ticket, by: urgent).outcome == .undecided)
  }

  @Test func `a merged ticket is judged where it went`() throws {
    var ticket = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T12:00 status closed")
    let merge = TicketEvent(at: ticket.events[1].at, kind: .merge(into: "T-2"))
    ticket.events.insert(merge, at: 1)
    let audit = try Desk.auditor([Self.quarter]).audit(ticket)
    #expect(audit.view.leftOut == .merged && audit.verdicts.isEmpty && audit.findings.isEmpty)
    var tally = AuditTally(try Desk.catalogue(Self.quarter))
    tally.add(audit)
    #expect(tally.leftOut == 1 && tally.merged == 1 && tally.tickets == 0)
    // The log of the winner tells of it as well: there it is judged.
    ticket.id = "T-2"
    let winner = try Desk.auditor([Self.quarter]).audit(ticket)
    #expect(winner.view.leftOut == nil && winner.verdicts.map(\.outcome) == [.missed])
  }

  @Test func `what happens after --as-of is not known`() throws {
    let ticket = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T09:10 agent Done.")
    let verdict = try judge(ticket, asOf: "2026-03-02T09:05:00+01:00")
    #expect(verdict.outcome == .undecided)
    #expect(try wait(verdict).toEvent == nil)
  }

  @Test func `a wait beyond what nobody should wait is said so`() throws {
    let longest = Self.quarter.replacing("hours: desk", with: "never-longer-than: 2 h, hours: desk")
    let ticket = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T12:00 agent Done.")
    #expect(try judge(ticket, by: longest).message.contains("never longer than 2 h"))
    let late = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T10:00 agent Done.")
    #expect(try !judge(late, by: longest).message.contains("never longer than"))
  }

  @Test(arguments: [
    (["2026-03-02T09:00 customer Hi", "2026-03-02T09:00 answered"], Verdict.Outcome.met),
    (["2026-03-02T09:00 customer Hi", "2026-03-02T09:01 answered"], .missed),
    (["2026-03-02T09:00 customer Hi", "2026-03-02T09:01 abandoned"], .missed),
    (["2026-03-02T09:00 customer Hi", "2026-03-02T09:00 abandoned"], .notApplicable),
    (["2026-03-02T09:00 customer Hi", "2026-03-02T09:00 agent Hello"], .met),
    // Picked up at some time before the first words: nobody knows when.
    (["2026-03-02T09:00 customer Hi", "2026-03-02T09:01 agent Hello"], .undecided),
    (["2026-03-02T09:00 customer Hi", "2026-03-02T09:01 status closed"], .missed),
    (["2026-03-02T09:00 agent We call you because of your domain."], .notApplicable),
    // Calls without words of the customer's; hanging up after being picked up is not giving up.
    (["2026-03-02T09:00 status new", "2026-03-02T09:05 answered"], .missed),
    (["2026-03-02T09:00 status new", "2026-03-02T09:05 abandoned"], .missed),
    (["2026-03-02T09:05 answered"], .undecided),
    (["2026-03-02T09:05 answered", "2026-03-02T09:06 customer Hi"], .undecided),
    (
      [
        "2026-03-02T09:00 customer Hi", "2026-03-02T09:00 answered", "2026-03-02T09:10 abandoned",
      ], .met
    ),
  ])
  func `picking up is judged by what the log knows`(
    events: [String], outcome: Verdict.Outcome
  ) throws {
    var ticket = try Desk.ticket(channel: "phone")
    for event in events { ticket.events += try Desk.ticket(event).events }
    #expect(try judge(ticket, by: Self.pickUp).outcome == outcome)
  }

  @Test func `a promise for another channel says nothing`() throws {
    let ticket = try Desk.ticket("2026-03-02T09:00 customer Help")
    #expect(try Desk.auditor([Self.pickUp]).audit(ticket).verdicts.isEmpty)
  }
}
