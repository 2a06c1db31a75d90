import Diagnostics
import Foundation
import ServiceTime
import Standards
import Testing
import Tickets

@testable import Conformance

/// Promises of a share over many tickets.
struct CensusTests {
  static let quarter = standard("share: 95%")

  /// A promise of a quarter of an hour for e-mail.
  static func standard(_ more: String, id: String = "quarter", hours: String = "desk") -> String {
    "{id: \(id), title: Q, applies-to: {channel: email}, first-response: {within: 15 min, "
      + "hours: \(hours), ends-at: any-human, \(more)}}"
  }

  /// A ticket that is answered after so many minutes, or never.
  static func ticket(
    _ id: String = "T-1", at: String, minutes: Int?, topic: String? = nil,
    channel: String = "email", groups: [String?] = [], then: [TicketEvent.Kind] = []
  ) throws -> Ticket {
    let start = try OffsetInstant(iso8601: Array(at.utf8))
    func event(_ seconds: Int, _ kind: TicketEvent.Kind) -> TicketEvent {
      let instant = Instant(seconds: start.instant.seconds + seconds)
      return TicketEvent(
        at: OffsetInstant(instant: instant, utcOffset: start.utcOffset), kind: kind)
    }
    var events = [event(0, .message(Message(from: .customer, text: "Please help")))]
    events += groups.map { event(1, .assign(Assignment(agent: "ola", group: $0))) }
    if let minutes {
      events.append(event(minutes * 60, .message(Message(from: .agent, text: "It is mended."))))
    }
    events += then.map { event(120, $0) }
    return Ticket(id: id, channel: channel, topic: topic, events: events)
  }

  static func instant(_ written: String) throws -> Instant {
    try OffsetInstant(iso8601: Array(written.utf8)).instant
  }

  /// A census of tickets by standards, in the hours of Warsaw.
  static func census(
    _ standards: [String], asOf: String? = nil, seed: UInt64 = 1,
    _ tickets: [Ticket]
  ) throws -> [PromiseResult] {
    let moment = try asOf.map { try instant($0) }
    let auditor = try Desk.auditor(standards)
    var census = PromiseCensus(try Desk.catalogue(standards), asOf: moment)
    for ticket in tickets { census.add(auditor.audit(ticket, asOf: moment)) }
    return census.results(seed: seed)
  }

  @Test(arguments: [
    (940, 60, "95%", Standing.broken), (949, 51, "95%", .broken), (950, 50, "95%", .kept),
    (19, 1, "95%", .kept), (999, 1, "100%", .broken), (1000, 0, "100%", .kept),
    (199, 1, "99.5%", .kept), (198, 2, "99.5%", .broken),
  ])
  func `a promise is kept or broken by counting every case`(
    inTime: Int, late: Int, share: String, standing: Standing
  ) throws {
    let standards = [Self.standard("share: \(share)")]
    let auditor = try Desk.auditor(standards)
    var census = PromiseCensus(try Desk.catalogue(standards))
    let good = auditor.audit(try Self.ticket(at: "2026-03-02T09:00:00+01:00", minutes: 15))
    let bad = auditor.audit(try Self.ticket(at: "2026-03-02T09:00:00+01:00", minutes: 16))
    for _ in 0..<inTime { census.add(good) }
    for _ in 0..<late { census.add(bad) }
    let result = try #require(census.results(seed: 1).first)
    let week = try #require(result.periods.first)
    #expect(result.periods.count == 1)
    #expect(week.counts == CensusCounts(met: inTime, missed: late))
    #expect(week.counts.standing(result.promise.share) == standing)
    #expect(week.counts.share == Double(inTime) / Double(inTime + late))
    #expect(result.counts == week.counts)
  }

  /// The third column is what the open ones leave: 9 of 10 is 90%, 8 of 10 is not.
  @Test(arguments: [
    (CensusCounts(), Standing.nothingDecided, false),
    (CensusCounts(met: 9, open: 1), .kept, false),
    (CensusCounts(met: 8, missed: 1, open: 1), .open, false),
    (CensusCounts(met: 8, missed: 1), .broken, false),
    (CensusCounts(met: 8, missed: 2, open: 1), .broken, false),
    (CensusCounts(open: 1), .open, false),
    (CensusCounts(undecided: 2), .nothingDecided, true),
    (CensusCounts(met: 9, undecided: 1), .kept, false),
    (CensusCounts(met: 9, undecided: 2), .kept, true),
    (CensusCounts(met: 9, open: 1, undecided: 1), .kept, true),
    (CensusCounts(met: 8, missed: 1, undecided: 1), .broken, true),
    (CensusCounts(met: 8, missed: 2, undecided: 9), .broken, false),
    (CensusCounts(met: 8, missed: 2, undecided: 10), .broken, true),
    (CensusCounts(met: 7, missed: 2, open: 1, undecided: 10), .broken, true),
    (CensusCounts(met: 8, missed: 1, open: 1, undecided: 1), .open, true),
  ])
  func `what is kept or broken is so whatever the open cases come to`(
    counts: CensusCounts, standing: Standing, hangs: Bool
  ) throws {
    let share = try #require(Share(written: "90%"))
    #expect(counts.standing(share) == standing)
    #expect(counts.hangsOnUndecided(share) == hangs)
    // The same by trying every way in which the open ones may end.
    let ends = (0...counts.open).map { met in
      CensusCounts(met: counts.met + met, missed: counts.missed + counts.open - met)
        .standing(share)
    }
    let expected = Set(ends).count == 1 ? ends[0] : .open
    #expect(standing == expected)
  }

  @Test func `young waits are open, old ones missed, doubtful ones undecided`() throws {
    let result = try #require(
      try Self.census(
        [Self.quarter], asOf: "2026-03-02T10:00:00+01:00",
        [
          Self.ticket("A", at: "2026-03-02T09:45:00+01:00", minutes: nil),
          Self.ticket("B", at: "2026-03-02T09:44:00+01:00", minutes: nil),
          Self.ticket("C", at: "2026-03-02T09:00:00+01:00", minutes: 5),
          Self.ticket("D", at: "2026-03-02T09:00:00+01:00", minutes: nil, then: [.status(.spam)]),
        ]
      ).first)
    #expect(result.counts == CensusCounts(met: 1, missed: 1, open: 1))
    #expect(result.worst.map(\.ticket) == ["B"])
    #expect(result.worst.first?.isRunning == true)
    // Whether it is urgent decides, and the log does not name it.
    let urgent = Self.standard("share: 95%").replacingOccurrences(
      of: "{channel: email}", with: "{channel: email, priority: [high]}")
    let doubtful = try #require(
      try Self.census(
        [urgent], [Self.ticket(at: "2026-03-03T09:00:00+01:00", minutes: 5)]
      ).first)
    #expect(doubtful.counts == CensusCounts(undecided: 1))
    #expect(doubtful.periods.first?.period.first.description == "2026-03-02")
    #expect(doubtful.waits == nil)
  }

  @Test func `who waits longer than anybody should is told apart from the share`() throws {
    let standards = [Self.standard("share: 50%, never-longer-than: 4 h")]
    let tickets = try [
      ("A", "2026-03-02T09:00:00+01:00", 5), ("B", "2026-03-02T09:00:00+01:00", 15),
      ("C", "2026-03-02T09:00:00+01:00", 241), ("D", "2026-03-03T09:00:00+01:00", 300),
      // Exactly four hours; and four hours by the customer's clock of which a night is closed.
      ("E", "2026-03-09T09:00:00+01:00", 240), ("F", "2026-03-09T19:50:00+01:00", 721),
    ].map { try Self.ticket($0.0, at: $0.1, minutes: $0.2) }
    let result = try #require(try Self.census(standards, tickets).first)
    #expect(result.periods.map { $0.counts.standing(result.promise.share) } == [.kept, .kept])
    #expect(result.periods.map { $0.beyond?.count } == [2, nil])
    #expect(result.periods[0].beyond?.worst.ticket == "D")
    #expect(result.periods[0].beyond?.worst.elapsedSeconds == 300 * 60)
  }

  @Test func `a standard without a share is not here, one without times has no waits`() throws {
    let standards = [
      "{id: greet, title: G, greeting: {phrases: greetings}}",
      "{id: once, title: O, first-contact: {share: 70%, over: month}}",
    ]
    let results = try Self.census(
      standards, [Self.ticket(at: "2026-03-02T09:00:00+01:00", minutes: 5)])
    #expect(results.map(\.promise.standard.id) == ["once"])
    #expect(results[0].promise.period == .month)
    #expect(results[0].promise.within == nil)
    #expect(results[0].waits == nil)
    #expect(results[0].periods.map(\.period.name) == ["2026-03"])
  }

  @Test func `tickets are told apart by channel, topic, last team and week`() throws {
    let standards = [
      Self.quarter.replacingOccurrences(of: "channel: email", with: "channel: [email, phone]")
    ]
    let result = try #require(
      try Self.census(
        standards,
        [
          Self.ticket(
            at: "2026-03-02T09:00:00+01:00", minutes: 4, topic: "vps", groups: ["a", "b"]),
          Self.ticket(
            at: "2026-03-02T09:00:00+01:00", minutes: 20, topic: "ssl", groups: ["b", nil]),
          Self.ticket(at: "2026-03-09T09:00:00+01:00", minutes: 6, channel: "phone", groups: ["a"]),
          Self.ticket(at: "2026-03-09T09:00:00+01:00", minutes: nil, topic: "ssl"),
        ]
      ).first)
    func rows(_ dimension: CensusDimension) -> [String] {
      (result.breakdowns[dimension] ?? []).map {
        let counts = $0.counts
        let times = [$0.median, $0.ninety].map { $0.map { "\($0.seconds / 60)" } ?? "-" }
        return "\($0.name ?? "none") \(counts.met)/\(counts.decided)+\(counts.open) "
          + times.joined(separator: " ")
      }
    }
    #expect(rows(.channel) == ["email 1/2+1 4 20", "phone 1/1+0 6 6"])
    #expect(rows(.topic) == ["ssl 0/1+1 20 20", "vps 1/1+0 4 4", "none 1/1+0 6 6"])
    #expect(rows(.team) == ["a 1/1+0 6 6", "b 1/2+0 4 20", "none 0/0+1 - -"])
    #expect(rows(.week) == ["2026-W10 1/2+0 4 20", "2026-W11 1/1+1 6 6"])
    #expect(rows(.priority) == ["none 2/3+1 6 20"])
  }

  @Test func `the waits nearest to the target and furthest beyond are named`() throws {
    let minutes = [1, 15, 14, 14, 13, 12, 11, 16, 17, 40, 30, 20, 18, 60, 60]
    let tickets = try minutes.enumerated().map { index, wait in
      try Self.ticket("T\(index)", at: "2026-03-02T09:00:00+01:00", minutes: wait)
    }
    for order in [tickets, tickets.reversed()] {
      let result = try #require(try Self.census([Self.quarter], order).first)
      #expect(result.justInTime.map(\.ticket) == ["T1", "T2", "T3", "T4", "T5"])
      #expect(result.justLate.map(\.elapsedSeconds) == [16, 17, 18, 20, 30].map { $0 * 60 })
      #expect(result.worst.map(\.ticket) == ["T13", "T14", "T9", "T10", "T11"])
      #expect(result.worst.first?.targetSeconds == 900)
      #expect(result.worst.first?.from == (try Self.instant("2026-03-02T08:00:00Z")))
      #expect(result.worst.first?.to == (try Self.instant("2026-03-02T09:00:00Z")))
    }
  }
}
