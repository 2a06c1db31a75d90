import Diagnostics
import Foundation
import Planning
import ServiceTime
import Simulation
import Standards
import Testing

struct TeamReaderTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  func read(_ yaml: String) throws -> Team {
    var diagnostics = Diagnostics()
    let team = TeamReader.read(
      SourceText(path: "team.yaml", yaml), catalogue: try catalogue(), workload: Workload.none,
      into: &diagnostics)
    #expect(diagnostics.isEmpty, "\(summary(diagnostics))")
    return try #require(team)
  }

  @Test func `everything that is written is read`() throws {
    let team = try read(
      """
      team:
        name: Desk
        routing: most-specialised
        live-first: false
        interrupt-deferred: true
        order: [phone, email]
        ageing: 30 min
        end-of-shift: hand-over
        re-reading: 2 min
        lost-at-hand-over: 3%
        tiring: {above: 80%, pace-at-full: 90%, remembered: 30 min}
        absence: 5%
        lateness: {mean: 4 min}
        interruptions: {per-hour: 1.5, take: 3 min}
      shifts:
        early:
          hours: {mon-fri: 08:00-16:00, sat: 09:00-15:00}
          breaks: [10:00-10:15, 12:00-12:30]
          breaks-apart: 20 min
          meetings: {mon: 13:00-14:00}
          closed-with: desk
        night: {hours: {sun: 22:00-06:00}, breaks: [01:00-01:30]}
      people:
        Ola: {skills: [email, phone], works: [early, night], pace: 110%, at-once: 2}
        others: {skills: all, works: always, count: 3, away: [2026-11-03, 2026-11-04],
          absence: 0%, lateness: 1 min, interruptions: {per-hour: 3, take: 1 min}}
      """)
    #expect(team.name == "Desk" && team.headcount == 4)
    let rules = team.rules
    #expect(rules.routing == .mostSpecialised && rules.endOfShift == .handOver)
    #expect(!rules.liveFirst && rules.interruptsDeferred && rules.order == ["phone", "email"])
    #expect(rules.ageing == 1800 && rules.rereading == fixed(120))
    #expect(rules.lostAtHandover == 0.03)
    #expect(rules.tiring?.above == 0.8 && rules.tiring?.paceAtFull == 0.9)
    #expect(rules.tiring?.memory == 1800)
    let early = try #require(team.shift(named: "early"))
    #expect(early.week.count == 6 && early.week[5].day == .saturday)
    #expect(early.breaks.map(\.description) == ["10:00-10:15", "12:00-12:30"])
    #expect(early.apart == 1200 && early.closedWith == "desk")
    #expect(early.meetings.map { $0.range.opens } == [13 * 3600])
    #expect(team.shift(named: "late") == nil)
    let (ola, others) = (team.members[0], team.members[1])
    #expect(ola.skills == ["email", "phone"] && ola.shifts == ["early", "night"])
    #expect(ola.pace == 1.1 && ola.atOnce == 2 && ola.count == 1 && ola.absence == 0.05)
    #expect(ola.lateness == exponential(240))
    #expect(ola.interruptions?.perHour == 1.5 && ola.interruptions?.length.mean == 180)
    #expect(others.skills == nil && others.shifts == nil && others.count == 3)
    #expect(others.away.map(\.description) == ["2026-11-03", "2026-11-04"])
    #expect(others.absence == 0 && others.lateness == fixed(60))
    #expect(others.interruptions?.perHour == 3)
  }

  @Test func `what is left out has no effect`() throws {
    let team = try read("team: {}\npeople: {Ola: {skills: email, works: always}}\n")
    #expect(team.rules.liveFirst && !team.rules.interruptsDeferred && team.rules.order.isEmpty)
    #expect(team.rules.routing == .longestIdle && team.rules.endOfShift == .finish)
    #expect(team.rules.ageing == nil && team.rules.tiring == nil && team.rules.rereading == nil)
    let ola = team.members[0]
    #expect(ola.pace == 1 && ola.absence == 0 && ola.lateness == nil && ola.interruptions == nil)
    #expect(ola.skills == ["email"] && ola.shifts == nil)
  }

  @Test func `the samples are read without a word`() throws {
    var found = Diagnostics()
    let texts = try CatalogueFolder.texts(
      at: Self.root.appending(path: "standards").path, into: &found)
    let catalogue = CatalogueReader.read(texts).catalogue
    var diagnostics = Diagnostics()
    func text(_ name: String) throws -> SourceText {
      try SourceText(contentsOf: Self.root.appending(path: "samples/\(name)").path)
    }
    let workload = try #require(
      WorkloadReader.read(
        text("workload.yaml"), names: KnownNames(catalogue), into: &diagnostics))
    let team = try #require(
      TeamReader.read(
        text("team.yaml"), catalogue: catalogue, workload: workload, into: &diagnostics))
    #expect(diagnostics.isEmpty, "\(summary(diagnostics))")
    #expect(team.headcount == 12 && workload.incidents.count == 1)
    #expect(workload.skills(in: catalogue).contains("servers"))
  }
}

/// Always so long (unit: s).
private func fixed(_ seconds: Double) -> Distribution? { try? .constant(seconds) }

/// Memoryless, of such a mean (unit: s).
private func exponential(_ mean: Double) -> Distribution? { try? .exponential(mean: mean) }

/// Times as people know them.
struct VaryingTimeTests {
  func handling(_ time: String) throws -> VaryingTime {
    var diagnostics = Diagnostics()
    let workload = WorkloadReader.read(
      SourceText(path: "w.yaml", "workload: {}\nchannels: {email: {handling-time: \(time)}}\n"),
      knownChannels: ["email"], into: &diagnostics)
    #expect(diagnostics.isEmpty, "\(summary(diagnostics))")
    return try #require(workload?.channel(named: "email")?.profile.handling)
  }

  @Test func `a time alone is always the same, and a mean alone is exponential`() throws {
    #expect(try handling("7 min").distribution == fixed(420))
    #expect(try handling("7 min").isFixed)
    #expect(try handling("{mean: 7 min}").distribution == exponential(420))
    #expect(try handling("{mean: 7 min, shape: exponential}").distribution == exponential(420))
    #expect(try handling("{mean: 7 min, shape: fixed}").isFixed)
  }

  /// What was said is what comes out.
  @Test(arguments: ["lognormal", "gamma"])
  func `a mean and a 90th percentile are kept`(shape: String) throws {
    let time = try handling("{mean: 5 min, p90: 10 min, shape: \(shape)}")
    #expect(abs(time.distribution.mean - 300) < 1e-6 && time.mean == 300)
    #expect(abs(time.distribution.share(within: 600) - 0.9) < 1e-6)
  }

  @Test(arguments: ["lognormal", "weibull"])
  func `a median and a 90th percentile are kept`(shape: String) throws {
    let time = try handling("{median: 4 min, p90: 12 min, shape: \(shape)}").distribution
    #expect(abs(time.share(within: 240) - 0.5) < 1e-9)
    #expect(abs(time.share(within: 720) - 0.9) < 1e-9)
  }

  @Test(arguments: ["lognormal", "gamma", "weibull"], ["80%", "0.8", "0,80"])
  func `a mean and its variation are kept`(shape: String, variation: String) throws {
    let written = "{mean: 5 min, cv: \"\(variation)\", shape: \(shape)}"
    let time = try handling(written).distribution
    #expect(abs(time.mean - 300) < 1e-6)
    #expect(abs(time.squaredVariation - 0.64) < 1e-6)
  }

  @Test func `a table of quantiles is kept, and begins at nothing`() throws {
    let time = try handling("{quantiles: {50%: 4 min, 100%: 1 h, 90%: 12 min}}").distribution
    #expect(
      [0, 0.25, 0.5, 0.7, 0.9, 0.95].map { time.quantile($0).rounded() }
        == [0, 120, 240, 480, 720, 2160])
  }

  @Test func `those who take no time count in the mean`() throws {
    let time = try handling("{mean: 60 s, none: 25%}")
    #expect(time.mean == 45 && abs(time.distribution.mean - 45) < 1e-9)
    #expect(abs(time.distribution.share(within: 0) - 0.25) < 1e-12)
  }
}

struct WorkloadTopicTests {
  func read(_ channels: String) throws -> Workload {
    var diagnostics = Diagnostics()
    let workload = WorkloadReader.read(
      SourceText(path: "w.yaml", "workload: {}\nchannels: {email: \(channels)}\n"),
      knownChannels: ["email"], into: &diagnostics)
    #expect(diagnostics.isEmpty, "\(summary(diagnostics))")
    return try #require(workload)
  }

  @Test func `a topic is like its channel where it does not say else`() throws {
    let workload = try read(
      """
      {handling-time: 5 min, wrap-up: 1 min, skill: letters, same-person: true,
       reopen: {share: 5%, when: 1 day}, waiting-at-start: 7,
       topics: {outage: {share: 10%, handling-time: 15 min, priority: urgent}}}
      """)
    let outage = try #require(workload.channel(named: "email")?.profile(of: "outage"))
    #expect(outage.handling?.mean == 900 && outage.wrapUp == fixed(60))
    #expect(outage.skill == "letters" && outage.priority == "urgent")
    #expect(outage.reopen?.share == 0.05 && outage.staysWithPerson == true)
    // Those who wait are the channel's own.
    #expect(outage.waitingAtStart == nil)
    let other = try #require(workload.channel(named: "email")?.profile(of: "invoice"))
    #expect(other.handling?.mean == 300 && other.priority == nil)
  }

  /// 0.1 · 900 + 0.9 · 300 = 360.
  @Test func `the plan's handling time is the mean over topics that the demand does not tell`()
    throws
  {
    let workload = try read(
      "{handling-time: 5 min, topics: {outage: {share: 10%, handling-time: 15 min}}}")
    #expect(workload.handlingSeconds(on: "email", about: nil) == 360)
    #expect(workload.handlingSeconds(on: "email", about: "outage") == 900)
    #expect(workload.handlingSeconds(on: "email", about: "invoice") == 300)
    #expect(workload.handlingSeconds(on: "fax", about: nil) == nil)
  }
}
