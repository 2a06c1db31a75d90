import Diagnostics
import Foundation
import Planning
import Queueing
import Standards
import Testing

/// Channels on which customers wait on the line.
struct LiveSizingTests {
  /// The rows of a plan as `counted/formula`.
  func people(_ plan: StaffingPlan) -> [String] {
    plan.channels.flatMap(\.intervals).map { "\($0.counted)/\($0.formula)" }
  }

  /// `n=14, a=10, AHT 180, 20 s: .88835` and `n=11, a=7.5, AHT 180: .880836` as printed by the R
  /// package ErlangC and by turbotab; one agent fewer misses 80%.
  @Test func `published answers of Erlang C come out`() throws {
    let plan = try plan(
      "start,channel,contacts,aht_s\n2026-03-02T08:00,phone,200,180\n2026-03-02T09:00,phone,150,180\n",
      workload: .none)
    let intervals = try #require(plan.channels.first?.intervals)
    #expect(intervals.map(\.formula) == [14, 11])
    #expect(intervals.map(\.counted) == [10, 8])
    #expect(intervals.map(\.load) == [10, 7.5])
    #expect(abs((intervals[0].serviceLevel ?? 0) - 0.88835) < 5e-6)
    #expect(abs((intervals[1].serviceLevel ?? 0) - 0.880836) < 5e-7)
    #expect(abs((intervals[0].occupancy ?? 0) - 10.0 / 14) < 1e-12)
  }

  @Test func `an occupancy cap adds people`() throws {
    let csv = "start,channel,contacts,aht_s\n2026-03-02T08:00,phone,1200,300\n"
    let free = try plan(csv, workload: .none, interval: 3600)
    let capped = try plan(csv, workload: try workload(cap: "85%"), interval: 3600)
    // The textbook recursion, apart: 107 people reach 76.0% and 108 reach 80.7%.
    #expect(people(free) == ["100/108"])
    // 100 / 0.85 = 117.6.
    #expect(people(capped) == ["100/118"])
  }

  /// Twelve chats an hour of ten minutes each are 2 erlangs of conversations.
  @Test func `a person who leads three chats at once is a third of the agents`() throws {
    let plan = try plan(
      "start,channel,contacts,aht_s\n2026-03-02T08:00,chat,12,600\n2026-03-02T09:00,chat,60,600\n",
      workload: .none)
    let intervals = try #require(plan.channels.first?.intervals)
    #expect(intervals.map(\.load) == [2, 10])
    #expect(intervals.map(\.counted) == [1, 4])
    for interval in intervals {
      let load = try OfferedLoad(erlangs: interval.load)
      let agents = try ErlangC.leastAgents(
        load: load, handleSeconds: 600, serviceLevel: 0.8, withinSeconds: 20
      ).chosen.agents
      #expect(interval.formula == (agents + 2) / 3)
      let reached = try ErlangC.Performance(
        load: load, agents: 3 * interval.formula, handleSeconds: 600)
      #expect(interval.serviceLevel == (try reached.serviceLevel(withinSeconds: 20)))
    }
  }

  @Test
  func `nobody is on the line while it is closed, and half an hour open needs the same people`()
    throws
  {
    // Open from 08:30 to 16:00 on weekdays; 2026-03-07 is a Saturday.
    let plan = try plan(
      """
      start,channel,contacts,aht_s
      2026-03-06T07:00,daytime,20,180
      2026-03-06T08:00,daytime,20,180
      2026-03-06T09:00,daytime,20,180
      2026-03-07T09:00,daytime,5,180
      """, workload: .none, interval: 3600)
    let channel = try #require(plan.channels.first)
    let rows = channel.intervals.filter { $0.row != nil }
    #expect(rows.map(\.formula) == [0, 3, 3, 0])
    #expect(rows.map(\.counted) == [1, 1, 1, 1])
    #expect(rows.map { $0.serviceLevel == 0 } == [true, false, false, true])
    #expect(channel.contactsWhileClosed == 35)
  }

  @Test func `no contacts need nobody`() throws {
    let plan = try plan(
      "start,channel,contacts\n2026-03-02T08:00,phone,0\n2026-03-02T09:00,phone,1e-9\n",
      workload: try workload())
    let intervals = try #require(plan.channels.first?.intervals)
    #expect(people(plan) == ["0/0", "0/1"])
    #expect(intervals[0].serviceLevel == nil && intervals[0].occupancy == nil)
    #expect(abs((intervals[1].serviceLevel ?? 0) - 1) < 1e-9)
  }

  @Test func `all of the calls in time is refused with the reason`() throws {
    let yaml = deskCatalogue.replacing(
      "pick-up: {within: 20 s, share: 80%}}", with: "pick-up: {within: 20 s}}")
    var diagnostics = Diagnostics()
    let plan = Sizing.plan(
      try demand("start,channel,contacts\n2026-03-02T08:00,phone,9\n", interval: 3600),
      catalogue: try catalogue(yaml), workload: try workload(), into: &diagnostics)
    #expect(plan == nil)
    #expect(
      DiagnosticRenderer(color: false).render(diagnostics) == """
        desk.yaml:23:10: error: 'calls' promises 20 s to 100% of the contacts on 'phone' \
        [plan.share-of-all]
          - {id: calls, title: Calls, applies-to: {channel: [phone, chat]},
                 ^~~~~
        fix-it: write a share that can be kept, such as share: 95%
        note: calls come at random, so however many people there are, one may wait longer

        """)
  }

  @Test func `more work than anybody has is refused at its place`() throws {
    var diagnostics = Diagnostics()
    let csv =
      "start,channel,contacts,aht_s\n2026-03-02T08:00,phone,1,1\n2026-03-02T08:01,phone,1e7,1e6\n"
    let plan = Sizing.plan(
      try demand(csv), catalogue: try catalogue(), workload: .none, into: &diagnostics)
    #expect(plan == nil)
    #expect(
      summary(diagnostics) == """
        3:24 error: this takes more than a million people on 'phone' [plan.too-much] -> check \
        contacts, handling time and interval
        """)
  }

  @Test func `nothing is planned where nothing says how long handling takes`() throws {
    var diagnostics = Diagnostics()
    let csv =
      "start,channel,contacts,aht_s\n2026-03-02T08:00,phone,1,60\n2026-03-02T09:00,phone,1,\n"
    let plan = Sizing.plan(
      try demand(csv), catalogue: try catalogue(), workload: .none, into: &diagnostics)
    #expect(plan == nil)
    #expect(
      summary(diagnostics) == """
        3:24 error: nothing says how long handling takes on 'phone' [plan.no-handling-time] -> give \
        --workload a file with channels: {phone: {handling-time: 5 min}}, or the demand a column \
        aht_s
        """)
  }

  @Test func `topics are weighted by their contacts`() throws {
    let plan = try plan(
      """
      start,channel,topic,contacts,aht_s
      2026-03-02T08:00,phone,a,10,100
      2026-03-02T08:00,phone,b,30,
      2026-03-02T09:00,phone,a,1,310.2
      2026-03-02T09:00,phone,b,0,9
      """, workload: try workload(handling: "5 min"))
    let intervals = try #require(plan.channels.first?.intervals)
    #expect(intervals.map(\.contacts) == [40, 1])
    #expect(intervals.map(\.handlingSeconds) == [250, 310.2])
  }

  static let shared: URL = {
    let named = ProcessInfo.processInfo.environment["KWADRANS_SHARED"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (named ?? root.deletingLastPathComponent().appending(path: "shared"))
      .appending(path: "reference/queueing")
  }()

  /// Agents computed with mpmath for 80% in 20 s, which is what `calls` promises.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: shared.appending(path: "week_S30.csv").path),
      "../shared/reference/queueing is not there"))
  func `a week of quarters of an hour agrees with independent values in all 672`() throws {
    let week = try String(contentsOf: Self.shared.appending(path: "week_S30.csv"), encoding: .utf8)
    let rows = week.split(whereSeparator: \.isNewline).dropFirst().enumerated().map { index, line in
      let cells = line.split(separator: ",")
      let (day, quarter) = index.quotientAndRemainder(dividingBy: 96)
      let (hour, part) = quarter.quotientAndRemainder(dividingBy: 4)
      return
        "2026-03-0\(day + 2) \(hour):\(["00", "15", "30", "45"][part]),phone,\(cells[1]),\(cells[2])"
    }
    let plan = try plan(
      (["start,channel,contacts,aht_s"] + rows).joined(separator: "\n"), workload: .none)
    let expected = try JSONDecoder().decode(
      [Int].self, from: Data(contentsOf: Self.shared.appending(path: "week_S30_erlang_c.json")))
    #expect(expected.count == 672)
    #expect(plan.channels.first?.intervals.map(\.formula) == expected)
  }
}
