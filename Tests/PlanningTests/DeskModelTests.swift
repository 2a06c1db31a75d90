import Diagnostics
import Foundation
import Planning
import Reports
import ServiceTime
import Simulation
import SourceYAML
import Standards
import Synchronization
import Testing

/// A desk in Warsaw, with one person and mail that waits.
struct Files {
  var catalogue = """
    catalogue: {name: Desk, languages: [en]}
    calendars: {desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}, holidays: PL}}
    channels:
      email: {kind: deferred}
      phone: {kind: live}
      chat: {kind: live, at-once: 3}
    standards:
      - {id: mail, title: Mail, applies-to: {channel: email},
         first-response: {within: 15 min, share: 95%, over: day, never-longer-than: 35 min, hours: desk}}
      - {id: calls, title: Calls, applies-to: {channel: [phone, chat]},
         pick-up: {within: 20 s, share: 80%, over: week}}
    """
  /// Keys of e-mail.
  var mail = "handling-time: 10 min, waiting-at-start: 4"
  var workload = ""
  var rules = ""
  var shift = "hours: {mon-fri: 08:00-16:00}"
  var people = "Ola: {skills: [email], works: early}"
  /// Monday from 8 to 16, and nobody writes.
  var demand = "start,channel,contacts\n2026-03-02T08:00,email,0\n2026-03-02T12:00,email,0\n"
  var repeats = false

  /// Nine contacts an hour on each channel.
  static let onEveryChannel =
    "start,channel,contacts\n"
    + ["email", "phone", "chat"].map {
      "2026-03-02T08:00,\($0),9\n2026-03-02T09:00,\($0),9\n"
    }.joined()

  func model(_ diagnostics: inout Diagnostics) throws -> DeskModel? {
    let catalogue = try PlanningTests.catalogue(self.catalogue)
    let workload = WorkloadReader.read(
      SourceText(
        path: "workload.yaml",
        "workload: {}\nchannels:\n  email: {\(mail)}\n\(self.workload)\n"),
      names: KnownNames(catalogue), into: &diagnostics)
    let team = TeamReader.read(
      SourceText(
        path: "team.yaml", "team: {\(rules)}\nshifts: {early: {\(shift)}}\npeople:\n  \(people)\n"),
      catalogue: catalogue, workload: workload, into: &diagnostics)
    guard let demand = try PlanningTests.demand(demand, into: &diagnostics),
      let workload, let team, !diagnostics.hasErrors
    else { return nil }
    return DeskModel.make(
      demand, workload: workload, team: team, catalogue: catalogue, repeats: repeats,
      into: &diagnostics)
  }

  func model() throws -> DeskModel {
    var diagnostics = Diagnostics()
    let model = try model(&diagnostics)
    return try #require(model, "\(summary(diagnostics))")
  }

  func result(_ replications: Int = 3, intervals: Bool = false) throws -> SimulationResult {
    DeskSimulation(try model(), .count(replications), seed: 1, hasIntervals: intervals).run()
  }

  /// What is said of files that make no desk.
  func report() throws -> String {
    var diagnostics = Diagnostics()
    #expect(try model(&diagnostics) == nil)
    return summary(diagnostics)
  }
}

extension SimulationResult {
  /// The share kept on a day; nil where nothing was decided.
  fileprivate func share(ofPromise promise: Int, day: Int) -> Double? {
    let kept = kept(ofPromise: promise, day: day)
    return kept.replications > 0 ? kept.mean : nil
  }
}

/// Desks worked out by hand: constant times, so every replication is the same.
struct SimulatedDeskTests {
  /// Minutes of opening time until each of four messages is answered.
  private func expect(
    _ files: Files, minutes: [Double], _ location: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let result = try files.result()
    let kept = minutes.count { $0 <= 15 }
    let late = minutes.count { $0 > 35 }
    let mean = minutes.reduce(0, +) / 4 * 60
    func value(_ figure: PromiseFigure) -> Double { result[promise: 0, figure].mean }
    #expect(value(.decided) == 4, sourceLocation: location)
    #expect(value(.kept) == Double(kept) / 4, sourceLocation: location)
    #expect(value(.beyondLongest) == Double(late) / 4, sourceLocation: location)
    #expect(abs(value(.mean) - mean) < 1e-6, "\(value(.mean) / 60)", sourceLocation: location)
    #expect(value(.daysMissed) == (kept < 4 ? 1 : 0), sourceLocation: location)
    #expect(result[promise: 0, .kept].halfWidth == 0, sourceLocation: location)
  }

  @Test func `one person answers one message after the other, from opening on`() throws {
    try expect(Files(), minutes: [10, 20, 30, 40])
  }

  @Test func `two people are twice as many, and a fast one is faster`() throws {
    var files = Files()
    files.people = "two: {count: 2, skills: all, works: early}"
    try expect(files, minutes: [10, 10, 20, 20])
    files.people = "Ola: {skills: [email], works: early, pace: 200%}"
    try expect(files, minutes: [5, 10, 15, 20])
  }

  @Test func `wrap-up comes between, and breaks and meetings when the work in hand is done`() throws
  {
    var files = Files()
    files.mail += ", wrap-up: 5 min"
    try expect(files, minutes: [10, 25, 40, 55])
    files = Files()
    files.shift += ", breaks: [08:05-08:35]"
    // 30 minutes from 8:10, when the first is answered.
    try expect(files, minutes: [10, 50, 60, 70])
    files.shift = "hours: {mon-fri: 08:00-16:00}, meetings: {mon: 08:05-08:35}"
    // The meeting ends at 8:35 all the same.
    try expect(files, minutes: [10, 45, 55, 65])
  }

  /// One begins at 8:00, two breaks of 10 min lie 15 min apart from 8:10 and 8:25 on.
  @Test func `the breaks of the second person come later`() throws {
    var files = Files()
    files.shift += ", breaks: [08:10-08:20], breaks-apart: 15 min"
    files.people = "two: {count: 2, skills: all, works: early}"
    files.mail = "handling-time: 10 min, waiting-at-start: 4"
    // Both answer at 8:10; the first has a break until 8:20, the second answers at 8:20 and takes
    // what is left when the first comes back at the same moment: 8:30.
    try expect(files, minutes: [10, 10, 20, 30])
  }

  @Test func `who comes late, or not at all, answers late, or not at all`() throws {
    var files = Files()
    files.people = "Ola: {skills: [email], works: early, lateness: 7 min}"
    try expect(files, minutes: [17, 27, 37, 47])
    for people in [
      "Ola: {skills: [email], works: early, absence: 100%}",
      "Ola: {skills: [email], works: early, away: [2026-03-02]}",
    ] {
      files.people = people
      let result = try files.result()
      #expect(result[promise: 0, .kept].mean == 0 && result[promise: 0, .decided].mean == 4)
      #expect(result[.onDuty].mean == 0 && result[promise: 0, .mean].replications == 0)
      #expect(result[channel: 0, .open].mean == 4)
      #expect(result[promise: 0, .beyondLongest].mean == 1)
    }
  }

  @Test func `nobody comes on days on which the calendar is closed, if the shift says so`() throws {
    var files = Files()
    // Epiphany, a Tuesday.
    files.demand = files.demand.replacing("2026-03-02", with: "2026-01-06")
    #expect(try files.result()[.onDuty].mean == 8 * 3600)
    files.shift += ", closed-with: desk"
    #expect(try files.result()[.onDuty].mean == 0)
  }

  @Test func `a night shift goes on after the midnight on which the run begins`() throws {
    var files = Files()
    files.catalogue = files.catalogue.replacing("hours: desk", with: "hours: always")
    files.shift = "hours: {sun: 22:00-06:00}, breaks: [00:05-00:10]"
    try expect(files, minutes: [10, 25, 35, 45])
    #expect(try files.result()[.onDuty].mean == 6 * 3600)
  }

  @Test func `who came late to a night shift before the run began is there at its begin`() throws {
    var files = Files()
    files.catalogue = files.catalogue.replacing("hours: desk", with: "hours: always")
    files.shift = "hours: {sun: 22:00-06:00}"
    files.people = "Ola: {skills: [email], works: early, lateness: 1 h}"
    let model = try files.model()
    let tally = model.desk.run(RandomStreams(seed: 1, replication: 0))
    #expect(tally.timesByInterval.first?.onDuty == Double(model.desk.interval))
    #expect(tally.onDuty == 6 * 3600)
  }

  @Test func `promises count from the date on which they are in force`() throws {
    var files = Files()
    files.demand = """
      start,channel,contacts
      2026-03-02T08:00,email,20
      2026-03-03T08:00,email,20
      2026-03-04T08:00,email,20
      """
    let mail = files.catalogue
    files.catalogue = mail.replacing(
      "title: Mail,", with: "title: Mail, in-force: {from: 2026-03-04},")
    let late = try files.result()
    #expect(late.share(ofPromise: 0, day: 0) == nil && late.share(ofPromise: 0, day: 1) == nil)
    #expect(late.share(ofPromise: 0, day: 2) != nil)
    // What follows takes its place.
    files.catalogue = mail.replacing(
      "- {id: mail, title: Mail,",
      with: """
        - {id: old, title: Old, applies-to: {channel: email}, in-force: {until: 2026-03-02},
             first-response: {within: 1 h, hours: desk}}
          - {id: mail, title: Mail,
        """)
    let both = try files.result()
    #expect(both.model.promises.map(\.standard) == ["old", "mail"])
    #expect(both.share(ofPromise: 0, day: 0) != nil && both.share(ofPromise: 0, day: 1) == nil)
    #expect(both.share(ofPromise: 1, day: 0) == nil && both.share(ofPromise: 1, day: 1) != nil)
    files.catalogue = mail.replacing(
      "title: Mail,", with: "title: Mail, in-force: {from: 2026-03-06},")
    #expect(try files.report().contains("no standard promises"))
  }

  @Test func `a demand without contacts says so`() throws {
    var files = Files()
    files.mail = "handling-time: 10 min"
    #expect(try files.report().contains("nobody gets in touch"))
  }

  @Test func `misspelt topics and skills are told`() throws {
    var files = Files()
    files.catalogue = files.catalogue.replacing(
      "channels:\n", with: "topics: [outage]\nchannels:\n")
    files.demand =
      "start,channel,contacts,topic\n2026-03-02T08:00,email,1,outgae\n2026-03-02T12:00,email,1,else\n"
    files.mail = "handling-time: 10 min, transfer: {share: 5%, to: phoen}"
    files.people = "Ola: {skills: all, works: early}\n  Jan: {skills: [phone], works: early}"
    var diagnostics = Diagnostics()
    let model = try files.model(&diagnostics)
    let told = summary(diagnostics)
    #expect(model != nil, "\(told)")
    #expect(told.contains("'outgae'") && told.contains("did you mean 'outage'?"))
    #expect(told.contains("'phoen'") && told.contains("did you mean 'phone'?"))
    #expect(!told.contains("'else'"))
  }

  @Test func `each day has its own share, and a day without contacts none`() throws {
    var files = Files()
    files.demand = "start,channel,contacts\n2026-03-02T00:00,email,0\n2026-03-03T00:00,email,0\n"
    let result = try files.result()
    #expect(result.share(ofPromise: 0, day: 0) == 0.25 && result.share(ofPromise: 0, day: 1) == nil)
    // Monday missed, and Tuesday had nothing to miss.
    #expect(result[promise: 0, .daysMissed].mean == 1)
    #expect(result.model.dates.map(\.description) == ["2026-03-02", "2026-03-03"])
  }

  @Test func `what is begun is finished in overtime, or handed over`() throws {
    var files = Files()
    files.shift = "hours: {mon-fri: 08:00-08:25}"
    #expect(try files.result()[.overtime].mean == 300)
    files.rules = "end-of-shift: hand-over, re-reading: 4 min"
    files.people = "Ola: {skills: [email], works: early}\n  Jan: {skills: [email], works: always}"
    files.mail = "handling-time: 10 min, waiting-at-start: 2"
    files.shift = "hours: {mon-fri: 08:00-16:00}"
    files.catalogue = files.catalogue.replacing("hours: desk", with: "hours: always")
    #expect(try files.result()[.overtime].mean == 0)
  }

  @Test func `the urgent go first, by topic and by order`() throws {
    var files = Files()
    files.mail =
      "handling-time: 10 min, waiting-at-start: 3, topics: {outage: {waiting-at-start: 1, share: 1%}}"
    files.catalogue += """

        - {id: outages, title: Outages, applies-to: {topic: outage},
           resolution: {within: 15 min, share: 95%}}
      """
    files.catalogue = files.catalogue.replacing("hours: desk", with: "hours: always")
    files.people = "Ola: {skills: [email], works: always}"
    func solved() throws -> Double {
      let result = try files.result()
      #expect(result.model.promises.map(\.standard) == ["mail", "outages"])
      return result[promise: 1, .mean].mean
    }
    #expect(try solved() == 2400)
    files.rules = "order: [outage]"
    #expect(try solved() == 600)
  }

  @Test func `the week before leaves what it leaves, and is not counted`() throws {
    var files = Files()
    let days = (2...8).map { "2026-03-0\($0)T00:00,email,\($0 == 8 ? 100 : 0)\n" }.joined()
    files.demand = "start,channel,contacts\n" + days
    files.mail = "handling-time: 10 min"
    files.catalogue = files.catalogue.replacing("hours: desk", with: "hours: always")
    let alone = try files.result(10, intervals: true)
    files.repeats = true
    let repeated = try files.result(10, intervals: true)
    // A hundred messages of Sunday are nearly 17 h of work on Monday and Tuesday.
    #expect(alone[.worked].mean == 0)
    #expect(abs(repeated[.worked].mean - 60_000) < 8000)
    #expect(abs(repeated[channel: 0, .arrived].mean - 100) < 15)
    #expect(repeated.model.dates.map(\.description) == alone.model.dates.map(\.description))
    #expect(repeated.model.intervals == 7..<14 && alone.model.intervals == 0..<7)
    #expect(repeated.people(interval: 7).busy.mean > 0.9)
    files.demand = "start,channel,contacts\n2026-03-02T08:00,email,0\n2026-03-02T12:00,email,0\n"
    #expect(try files.report().contains("only whole weeks repeat"))
  }
}

/// Messages that came before the demand begins.
struct WaitingBeforeTests {
  private func minutes(_ figure: PromiseFigure, _ files: Files) throws -> Double {
    let mean = try files.result()[promise: 0, figure].mean
    return (mean * 1000).rounded() / 60_000
  }

  /// Monday's midnight: Friday 18:00 is 54 h before, and the desk closes at 20:00.
  @Test func `a promise runs from when they came, on its own hours`() throws {
    var files = Files()
    files.mail = "handling-time: 10 min, waiting-at-start: 1, waiting-age: 54 h"
    #expect(try minutes(.mean, files) == 130)
    #expect(try files.result()[promise: 0, .beyondLongest].mean == 1)
    #expect(try files.result().share(ofPromise: 0, day: 0) == 0)
    // Saturday's do not count, nor do those of the night.
    files.mail = "handling-time: 10 min, waiting-at-start: 1, waiting-age: 30 h"
    #expect(try minutes(.mean, files) == 10)
    // A whole week: five days of 12 h lie between Sunday and Sunday.
    files.mail = "handling-time: 10 min, waiting-at-start: 1, waiting-age: 7 days"
    #expect(try minutes(.mean, files) == 5 * 720 + 10)
    files.catalogue = files.catalogue.replacing("hours: desk", with: "hours: always")
    #expect(try minutes(.mean, files) == 7 * 1440 + 490)
    #expect(try files.result()[channel: 0, .meanWait].mean == 7 * 86_400 + 28_800)
  }

  /// Clocks were put forward on Sunday: Saturday's 20:00 is 27 h before Monday's midnight.
  @Test func `the hours before have their own changes of clocks`() throws {
    var files = Files()
    files.catalogue = files.catalogue.replacing(
      "mon-fri: 08:00-20:00", with: "mon-sun: 00:00-06:00")
    files.demand = files.demand.replacing("2026-03-02", with: "2026-03-30")
    files.shift = "hours: {mon-sun: 00:00-06:00}"
    files.mail = "handling-time: 10 min, waiting-at-start: 1, waiting-age: 27 h"
    #expect(try minutes(.mean, files) == 5 * 60 + 10)
  }

  @Test func `who has waited for longer goes first, whatever stands first in the file`() throws {
    var files = Files()
    files.catalogue += """

        - {id: outages, title: Outages, applies-to: {topic: outage},
           resolution: {within: 15 min, share: 95%, hours: desk}}
      """
    func solved(_ age: String) throws -> Double {
      files.mail =
        "handling-time: 10 min, waiting-at-start: 3, waiting-age: 2 h, topics: {outage: "
        + "{waiting-at-start: 1, share: 1%, waiting-age: \(age)}}"
      return try files.result()[promise: 1, .mean].mean
    }
    #expect(try solved("1 h") == 2400)
    #expect(try solved("3 h") == 600)
  }

  @Test func `ages vary as they are said to, and the oldest go first`() throws {
    var files = Files()
    files.catalogue = files.catalogue.replacing("hours: desk", with: "hours: always")
    files.mail = "handling-time: 1 s, waiting-at-start: 400, waiting-age: {mean: 5 h, p90: 10 h}"
    let result = try files.result(20)
    // Eight hours until somebody comes; the last is answered 400 s later.
    let mean = result[promise: 0, .mean].mean / 3600
    #expect(abs(mean - 13.06) < 0.2, "\(mean)")
    let late = result[promise: 0, .p90].mean / 3600
    #expect(abs(late - 18.06) < 0.6, "\(late)")
  }
}

/// Weeks of 167 and 169 hours, counted by hand: Warsaw's clocks were put forward on 29 March 2026 at
/// 2:00, and back on 25 October at 3:00; both Sundays.
struct ClockChangeTests {
  /// Hourly rows from Saturday to Monday, with so many contacts in those named.
  private static func weekend(_ days: [String], _ contacts: [String: Int]) -> String {
    var rows = "start,channel,contacts\n"
    for day in days {
      for hour in 0..<24 {
        let start = "\(day)T\(hour < 10 ? "0" : "")\(hour):00"
        // Skipped in March, and shown twice in October.
        let times = start == "2026-03-29T02:00" ? 0 : start == "2026-10-25T02:00" ? 2 : 1
        for _ in 0..<times { rows += "\(start),email,\(contacts[start] ?? 0)\n" }
      }
    }
    return rows
  }

  private static let spring = ["2026-03-28", "2026-03-29", "2026-03-30"]
  private static let autumn = ["2026-10-24", "2026-10-25", "2026-10-26"]

  private func files(_ days: [String], _ contacts: [String: Int]? = nil) -> Files {
    var files = Files()
    files.mail = "handling-time: 10 min"
    files.demand = Self.weekend(days, contacts ?? ["\(days[0])T12:00": 1])
    files.shift = "hours: {mon-sun: 22:00-06:00}"
    return files
  }

  @Test func `days begin at midnight by the clocks`() throws {
    let spring = try files(Self.spring).model()
    #expect(spring.dayStarts == [0, 86_400, 86_400 + 82_800])
    #expect(spring.dates.map(\.description) == Self.spring)
    #expect(spring.dayIntervals == [0..<24, 24..<47, 47..<71] && spring.desk.end == 71 * 3600)
    let autumn = try files(Self.autumn).model()
    #expect(autumn.dayStarts == [0, 86_400, 86_400 + 90_000])
    #expect(autumn.dates.map(\.description) == Self.autumn)
    #expect(autumn.dayIntervals == [0..<24, 24..<49, 49..<73] && autumn.desk.end == 73 * 3600)
  }

  @Test(arguments: [(spring, 47), (autumn, 49)])
  func `the hours after a change come when the clocks show them`(
    days: [String], midnight: Int
  ) throws {
    let hours = ["\(days[0])T23:00": 1, "\(days[1])T00:00": 2, "\(days[1])T12:00": 3]
    let after = ["\(days[1])T23:00": 4, "\(days[2])T00:00": 5, "\(days[2])T08:00": 6]
    let rates = try files(days, hours.merging(after) { $1 }).model().desk.types[0].arrivals.rates
    let expected = [
      23: 1.0, 24: 2, midnight - 12: 3, midnight - 1: 4, midnight: 5, midnight + 8: 6,
    ]
    for (hour, rate) in rates.enumerated() {
      #expect(rate == expected[hour] ?? 0, "hour \(hour)")
    }
  }

  /// Each day is judged by what came on it, its last hour and the next day's first too.
  @Test(arguments: [spring, autumn])
  func `contacts belong to the day that the calendar shows`(days: [String]) throws {
    var files = files(days, ["\(days[1])T23:00": 20, "\(days[2])T00:00": 30])
    files.catalogue = files.catalogue.replacing("hours: desk", with: "hours: always")
    let result = try files.result(40, intervals: true)
    let model = result.model
    func decided(_ day: Int) -> Double {
      model.dayIntervals[day].reduce(0) {
        $0 + result.measured(ofPromise: 0, interval: $1).decided.mean
      }
    }
    #expect(result.share(ofPromise: 0, day: 0) == nil && decided(0) == 0)
    #expect(result.share(ofPromise: 0, day: 1) != nil && result.share(ofPromise: 0, day: 2) != nil)
    // Poisson, over 40 replications.
    #expect(abs(decided(1) - 20) < 3 && abs(decided(2) - 30) < 3.5, "\(decided(1)) \(decided(2))")
  }

  @Test func `a night shift is an hour shorter, or longer`() throws {
    // Friday's and Monday's within the run (6 h and 2 h), Saturday's over the change, Sunday's 8 h.
    #expect(try files(Self.spring).result()[.onDuty].mean == Double(6 + 7 + 8 + 2) * 3600)
    #expect(try files(Self.autumn).result()[.onDuty].mean == Double(6 + 9 + 8 + 2) * 3600)
  }

  @Test func `a promise's hours are those that the clocks show`() throws {
    for (days, sunday) in [(Self.spring, 5.0), (Self.autumn, 7)] {
      var files = files(days, ["\(days[0])T12:00": 1])
      files.catalogue = files.catalogue.replacing(
        "mon-fri: 08:00-20:00", with: "mon-sun: 00:00-06:00")
      let clock = try #require(try files.model().desk.types[0].clocks.first)
      let day = 86_400.0 + (sunday == 5 ? 82_800 : 90_000)
      #expect(clock.hours?.open(from: 86_400, to: day) == sunday * 3600)
      #expect(clock.hours?.open(from: day, to: day + 7200) == 7200)
    }
  }

  @Test func `shifts and breaks after a change begin when the clocks show it`() throws {
    for days in [Self.spring, Self.autumn] {
      var files = files(days, ["\(days[1])T12:00": 1])
      files.shift = "hours: {sun: 08:00-16:00}, breaks: [12:00-12:30]"
      let person = try #require(try files.model().desk.people.first)
      let begin = 86_400.0 + (days == Self.spring ? 7 : 9) * 3600
      let shift = try #require(person.shifts?.first)
      #expect(shift.begin == begin && shift.end == begin + 8 * 3600)
      #expect(shift.breaks.map(\.begin) == [begin + 4 * 3600])
    }
  }

  /// The week before holds the change: 167 hours, of which Saturday's 8:00 is the 129th.
  @Test func `the week that repeats may be shorter than the one that counts`() throws {
    var files = Files()
    files.mail = "handling-time: 10 min"
    files.demand = "start,channel,contacts\n"
    for (day, contacts) in [("2026-03-30", 1), ("2026-04-04", 2), ("2026-04-05", 3)] {
      for (hour, count) in [("00", 0), ("08", contacts), ("23", 0)] {
        files.demand += "\(day)T\(hour):00,email,\(count)\n"
      }
    }
    // Sunday has a row in the hour that the week before skips.
    files.demand += "2026-04-05T02:00,email,5\n2026-04-05T01:00,email,0\n"
    files.repeats = true
    let model = try files.model()
    #expect(model.desk.warmUp == 167 * 3600 && model.firstDay == 7 && model.days == 7)
    #expect(model.dates.first?.description == "2026-03-30" && model.dates.count == 7)
    #expect(model.intervals == 167..<335)
    let rates = model.desk.types[0].arrivals.rates
    let expected = [
      8: 1.0, 5 * 24 + 8: 2, 6 * 24 + 2: 5, 6 * 24 + 7: 3,
      167 + 8: 1, 167 + 5 * 24 + 8: 2, 167 + 6 * 24 + 2: 5, 167 + 6 * 24 + 8: 3,
    ]
    for (hour, rate) in rates.enumerated() { #expect(rate == expected[hour] ?? 0, "\(hour)") }
  }

  @Test func `days as intervals have no place in a week whose days differ`() throws {
    var files = Files()
    files.demand = "start,channel,contacts\n"
    for day in Self.spring { files.demand += "\(day)T00:00,email,5\n" }
    #expect(try files.report().contains("clocks are changed in between"))
  }

  @Test func `long intervals of the result give way to days of 23 hours`() throws {
    var files = files(Self.spring)
    files.demand =
      "start,channel,contacts\n2026-03-29T04:00,email,0\n2026-03-29T06:00,email,4\n"
    let model = try files.model()
    #expect(model.desk.interval == 3600 && model.intervals == 0..<7)
    // From 3 h after midnight on: two hours each.
    #expect(model.desk.types[0].arrivals.rates.prefix(8) == [0, 0, 0, 0, 0, 2, 2, 0])
  }
}

/// What the desk's types are made of.
struct DeskModelTests {
  @Test func `topics share what the demand does not tell, and get what it tells`() throws {
    var files = Files()
    files.mail =
      "handling-time: 5 min, topics: {outage: {share: 10%, priority: urgent}, invoice: {share: 20%}}"
    files.demand =
      "start,channel,topic,contacts\n2026-03-02T08:00,email,,100\n2026-03-02T09:00,email,outage,7\n"
      + "2026-03-02T09:00,email,other,5\n"
    let model = try files.model()
    #expect(model.kinds.map(\.name) == ["email", "email: outage", "email: invoice"])
    #expect(model.kinds.map { ($0.expected * 1e9).rounded() / 1e9 } == [75, 17, 20])
    #expect(model.kinds.map(\.priority) == [nil, "urgent", nil])
    // 8:00 is the ninth hour.
    #expect(
      model.desk.types[1].arrivals.rates.prefix(10).map { ($0 * 1e9).rounded() / 1e9 }
        == [0, 0, 0, 0, 0, 0, 0, 0, 10, 7])
  }

  @Test func `chats are led together whatever they are about, but at one pace`() throws {
    var files = Files()
    files.workload = """
        chat:
          handling-time: 5 min
          chat-pace: [100%, 80%, 70%]
          transfer: {share: 5%, to: servers}
          topics: {billing: {share: 30%}, outage: {share: 10%, chat-pace: [100%, 50%, 40%]}}
        phone: {handling-time: 5 min, topics: {billing: {share: 30%}}}
      """
    files.people = "Ola: {skills: all, works: early}"
    files.demand =
      "start,channel,contacts\n2026-03-02T08:00,chat,10\n2026-03-02T08:00,phone,10\n2026-03-02T12:00,chat,0\n"
    let model = try files.model()
    let families = Dictionary(
      zip(model.kinds.map(\.name), model.desk.types.map(\.family)), uniquingKeysWith: { a, _ in a })
    let chat = try #require(families["chat"] ?? nil)
    #expect(families["chat: billing"] == chat && families["chat → servers"] == chat)
    #expect(families["chat: outage"] != chat && families["phone"] != chat)
  }

  @Test func `who still waits at the end has no wait yet, and counts for no mean`() throws {
    var files = Files()
    files.mail = "handling-time: 5 h, waiting-at-start: 4"
    let result = try files.result(intervals: true)
    // Begun at 8:00 and 13:00; two wait on.
    #expect(result[channel: 0, interval: 0, .meanWait].mean == 10.5 * 3600)
    #expect(result[channel: 0, .meanWait].mean == 10.5 * 3600)
    #expect(result[channel: 0, day: 0, .meanWait].mean == 10.5 * 3600)
  }

  @Test func `contacts come as the demand says`() throws {
    var files = Files()
    files.mail = "handling-time: 10 min"
    files.demand = "start,channel,contacts\n2026-03-02T08:00,email,30\n2026-03-02T12:00,email,50\n"
    let result = try files.result(200, intervals: true)
    // Poisson 80 over 200 replications: four standard errors are 2.5.
    #expect(abs(result[channel: 0, .arrived].mean - 80) < 2.6)
    let by = result.model.intervals.map { result[channel: 0, interval: $0, .arrived].mean }
    #expect(by.count == 4 && by[0] == 0 && by[1] == 0)
    #expect(abs(by[2] - 30) < 1.6 && abs(by[3] - 50) < 2)
    #expect(result.model.start(ofInterval: 2).seconds - result.model.origin.seconds == 28_800)
  }

  @Test func `a transfer goes to those who have the skill, as a type of its own`() throws {
    var files = Files()
    files.mail = "handling-time: 5 min, transfer: {share: 20%, to: servers, handling-time: 9 min}"
    files.demand = files.demand.replacing(",0\n", with: ",9\n")
    files.people = "Ola: {skills: [email], works: early}\n  Petr: {skills: [servers], works: early}"
    let model = try files.model()
    #expect(model.kinds.map(\.name) == ["email", "email → servers"])
    #expect(model.desk.types[0].transfers == .init(share: 0.2, to: 1))
    #expect(model.desk.types[1].handling == (try? .constant(540)))
    #expect(model.desk.types[1].transfers == nil && model.desk.types[1].arrivals.rates.isEmpty)
    #expect(model.desk.people.map(\.skills) == [[0], [1]])
    files.people = "Ola: {skills: [email], works: early}"
    #expect(try files.report().contains("nobody on the team has the skill 'servers'"))
  }

  @Test func `everything of the workload reaches the desk`() throws {
    var files = Files()
    files.workload = """
        phone:
          handling-time: {mean: 5 min}
          wrap-up: 1 min
          patience: 3 min
          callback: {share: 40%, when: 10 min}
          clarification: {share: 10%, customer-takes: 1 h, never-answers: 20%, closes-after: 2 days}
          second-line: {share: 6%, takes: 1 h}
          supplier: {share: 3%, takes: 4 h}
          reopen: {share: 5%, when: 1 day}
          same-person: true
          day-variation: 10%
        chat: {handling-time: {mean: 5 min}, chat-pace: [100%, 80%, 60%]}
      incidents:
        storm: {every: 2 days, contacts: 40, contacts-vary: 50%, channels: {phone: 75%, email: 25%},
          fades-after: 30 min, status-page: {after: 10 min, keeps-away: 40%}}
      """
    files.rules = """
      routing: most-specialised, live-first: false, interrupt-deferred: true, ageing: 20 min,
        re-reading: 2 min, lost-at-hand-over: 5%, end-of-shift: hand-over,
        tiring: {above: 80%, pace-at-full: 90%}, interruptions: {per-hour: 2, take: 3 min}
      """
    files.people = "Ola: {skills: all, works: early, at-once: 2}"
    files.demand = Files.onEveryChannel
    let desk = try files.model().desk
    let (mail, phone, chat) = (desk.types[0], desk.types[1], desk.types[2])
    #expect(phone.kind == .live && mail.kind == .deferred)
    #expect(phone.wrapUp?.mean == 60 && phone.patience?.mean == 180)
    #expect(phone.callback?.share == 0.4 && phone.callback?.delay.mean == 600)
    #expect(phone.asksBack?.share == 0.1 && phone.asksBack?.never == 0.2)
    #expect(phone.asksBack?.thinking.mean == 3600 && phone.asksBack?.closedAfter == 172_800)
    #expect(abs((phone.escalates?.share ?? 0) - 0.09) < 1e-12)
    // Two thirds take an hour, one third four.
    #expect(abs((phone.escalates?.delay.mean ?? 0) - 7200) < 1e-6)
    #expect(phone.reopens?.share == 0.05 && phone.staysWithPerson && !mail.staysWithPerson)
    #expect(phone.arrivals.dayVariation == 0.1 && mail.arrivals.dayVariation == 0)
    #expect(mail.isInterruptible && !phone.isInterruptible)
    #expect(chat.paces == [1, 0.8, 0.6] && phone.paces == [1])
    let (one, other) = (phone.arrivals.incidents, mail.arrivals.incidents)
    #expect(one.count == 1 && other.count == 1 && chat.arrivals.incidents.isEmpty)
    #expect(one[0].share == 0.75 && other[0].share == 0.25 && one[0].group == other[0].group)
    #expect(one[0].perDay == 0.5 && one[0].size.mean == 40 && one[0].decay == 1800)
    #expect(one[0].deflected == 0.4 && one[0].announcedAfter == 600)
    #expect(desk.routing == .mostSpecialised && desk.endOfShift == .handOver && !desk.liveFirst)
    #expect(desk.ageing == 1200 && desk.rereading?.mean == 120 && desk.lostAtHandover == 0.05)
    let ola = desk.people[0]
    #expect(ola.atOnce == 2 && ola.slowdown == .init(above: 0.8, atFull: 0.9, memory: 3600))
    #expect(ola.interruptions == (try? .init(perHour: 2, length: .constant(180))))
    #expect(ola.skills == [0, 1, 2])
  }

  @Test func `topics make nobody a generalist`() throws {
    var files = Files()
    files.mail = "handling-time: 5 min, topics: {outage: {share: 10%, priority: urgent}}"
    files.workload = """
        phone: {handling-time: {mean: 4 min}}
        chat: {handling-time: {mean: 5 min}}
      """
    files.people = "Ola: {skills: [email], works: early}\n  Jan: {skills: all, works: early}"
    files.demand = Files.onEveryChannel
    let people = try files.model().desk.people
    #expect(people.map(\.breadth) == [1, 3])
    #expect(people.map(\.skills.count) == [2, 4])
  }

  @Test func `handling times of the demand count, with the variation of the workload`() throws {
    var files = Files()
    files.demand =
      "start,channel,contacts,aht_s\n2026-03-02T08:00,email,10,300\n2026-03-02T09:00,email,30,500\n"
    files.mail = "handling-time: {mean: 7 min, cv: 50%}"
    let model = try files.model()
    let type = model.desk.types[0]
    #expect(abs(type.handling.mean - 450) < 1e-6)
    #expect(abs(type.handling.squaredVariation - 0.25) < 1e-6)
    // From midnight: ten at 300 s, thirty at 500 s, which are 450 s on average.
    #expect(type.arrivals.interval == 3600 && type.handlingFactors.prefix(8).allSatisfy { $0 == 1 })
    let means = type.handlingFactors.dropFirst(8).prefix(2).map { $0 * 450 }
    #expect(zip(means, [300, 500]).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(!model.notSimulated.contains { $0.reason.contains("handling") })
    files.mail = ""
    #expect(try files.model().desk.types[0].handling == (try? .exponential(mean: 450)))
    files.demand = files.demand.replacing(",500", with: ",300")
    #expect(try files.model().desk.types[0].handlingFactors.isEmpty)
    files.mail = "handling-time: {mean: 7 min, p90: 12 min, shape: gamma}"
    guard case .gamma = try files.model().desk.types[0].handling.shape else {
      Issue.record("another curve than the workload's")
      return
    }
    files.mail = ""
    files.demand = files.demand.replacing(",aht_s", with: "").replacing(",300", with: "")
      .replacing(",500", with: "")
    #expect(try files.report().contains("nothing says how long handling takes on 'email'"))
  }

  @Test func `rows without a handling time have the workload's, also where rows are added up`()
    throws
  {
    var files = Files()
    files.mail = "handling-time: {mean: 10 min, p90: 15 min}, transfer: {share: 20%, to: phone}"
    files.demand =
      "start,channel,topic,contacts,aht_s\n2026-03-02T08:00,email,a,10,300\n2026-03-02T08:00,email,b,30,\n"
      + "2026-03-02T09:00,email,a,40,\n"
    files.people = "Ola: {skills: [email, phone], works: early}"
    let types = try files.model().desk.types
    // 10 × 5 and 30 × 10 min, then 40 × 10.
    let means = types[0].handlingFactors.dropFirst(8).prefix(2).map { $0 * types[0].handling.mean }
    #expect(zip(means, [525, 600]).allSatisfy { abs($0 - $1) < 1e-9 })
    // Whoever goes on with one takes as long.
    #expect(types[1].handlingFactors == types[0].handlingFactors)
    #expect(types[1].arrivals.interval == types[0].arrivals.interval)
  }

  @Test func `a fixed handling time is warned of`() throws {
    var files = Files()
    files.demand = files.demand.replacing(",0\n", with: ",9\n")
    var diagnostics = Diagnostics()
    _ = try files.model(&diagnostics)
    #expect(diagnostics.all.map(\.id) == ["simulate.fixed-time"])
    #expect(diagnostics.all.first?.place?.start.line == 3)
  }

  // MARK: - Promises

  private let promises = """
      - {id: urgent, title: U, applies-to: {channel: email, priority: [urgent]},
         first-response: {within: 5 min, share: 90%}}
      - {id: business, title: B, applies-to: {segment: [business]},
         first-response: {within: 5 min, share: 90%}}
      - {id: all-mail, title: A, applies-to: {channel: email},
         first-response: {within: 15 min, share: 95%, hours: desk}}
      - {id: again, title: N, applies-to: {channel: email}, next-response: {within: 1 h, share: 90%}}
      - {id: mended, title: R, applies-to: {topic: outage},
         resolution: {within: 4 h, share: 90%, paused-while: [hold]}}
      - {id: waits, title: R, resolution: {within: 8 h, share: 90%, paused-while: [pending]}}
      - {id: calls, title: C, applies-to: {channel: phone}, pick-up: {within: 20 s, share: 80%}}
      - {id: gone, title: G, applies-to: {channel: email}, in-force: {until: 2025-01-01},
         acknowledge: {within: 5 min}}
      - {id: receipt, title: Q, applies-to: {channel: email}, acknowledge: {within: 5 min}}
      - {id: kind-words, title: W, calm: {}}
    """

  @Test func `of several standards of a kind the first that fits a contact counts`() throws {
    var files = Files()
    let head = try #require(files.catalogue.firstRange(of: "standards:"))
    files.catalogue = String(files.catalogue[..<head.upperBound]) + "\n" + promises
    files.mail =
      "handling-time: {mean: 5 min}, topics: {outage: {share: 10%, priority: urgent}, x: {share: 5%}}"
    files.demand = files.demand.replacing(",0\n", with: ",9\n")
    let model = try files.model()
    #expect(model.promises.map(\.standard) == ["urgent", "all-mail", "again", "mended", "waits"])
    // Types: the rest, outages, x.
    #expect(
      model.promises.map { $0.clocks.map(\.type) } == [[1], [0, 2], [0, 1, 2], [1], [0, 2]])
    #expect(model.promises.map(\.kind).last == "resolution")
    let outage = model.desk.types[1].clocks
    #expect(outage.map(\.kind) == [.firstResponse, .nextResponse, .resolution])
    #expect(outage[0].target == 300 && outage[0].hours == nil && outage[0].share == 0.9)
    #expect(outage[2].stopsAtSecondLine && !outage[2].stopsForCustomer)
    let other = model.desk.types[0].clocks
    #expect(other[0].target == 900 && other[0].hours != nil)
    #expect(!other[2].stopsAtSecondLine && other[2].stopsForCustomer)
    #expect(model.notSimulated.map(\.standard) == ["business", "calls", "gone", "receipt"])
    #expect(model.notSimulated[0].reason == "the demand does not tell customers apart")
    #expect(model.notSimulated[1].reason == "the demand has no contacts on 'phone'")
  }

  @Test func `a promise about nobody says which name may be a slip`() throws {
    var files = Files()
    files.catalogue += """

        - {id: rush, title: Rush, applies-to: {priority: urgent},
           resolution: {within: 15 min, share: 95%}}
        - {id: outages, title: Outages, applies-to: {topic: outage},
           resolution: {within: 15 min, share: 95%}}
        - {id: large, title: Large, applies-to: {priority: vip},
           resolution: {within: 15 min, share: 95%}}
      """
    files.mail = "handling-time: 5 min, topics: {outge: {share: 10%, priority: urgnt}}"
    files.demand = files.demand.replacing(",0\n", with: ",9\n")
    let model = try files.model()
    let reasons = model.notSimulated.filter { $0.standard != "calls" }.map(\.reason)
    #expect(
      reasons == [
        "the workload does not tell which contacts are 'urgent'; is 'urgnt' a slip?",
        "neither demand nor workload tells which contacts are about 'outage'; is 'outge' a slip?",
        "the workload does not tell which contacts are 'vip'",
      ])
  }

  @Test func `without any promise there is nothing to measure`() throws {
    var files = Files()
    files.catalogue = files.catalogue.replacing("channel: email", with: "channel: chat")
    #expect(try files.report().contains("no standard promises a time for what the demand names"))
  }

  @Test func `a channel of the demand that the catalogue lacks is an error`() throws {
    var files = Files()
    files.demand = files.demand.replacing("email", with: "emial")
    #expect(try files.report().contains("did you mean 'email'?"))
  }

  @Test func `the hours of a promise are open on the desk's own days`() throws {
    let model = try Files().model()
    let hours = try #require(model.desk.types[0].clocks[0].hours)
    #expect(hours.open(from: 0, to: 8 * 3600) == 0)
    #expect(hours.open(from: 0, to: 9 * 3600) == 3600)
  }
}

/// What is printed.
struct SimulationReportTests {
  private func sample() throws -> Files {
    var files = Files()
    files.mail = "handling-time: {mean: 10 min, p90: 20 min}, reopen: {share: 5%, when: 2 h}"
    files.workload = "  phone: {handling-time: {mean: 5 min}, patience: {mean: 2 min}}"
    files.people = "three: {count: 3, skills: all, works: early}"
    files.demand =
      "start,channel,contacts\n"
      + (8..<16).map { hour in
        let time = "2026-03-02T\(hour < 10 ? "0" : "")\(hour):00"
        return "\(time),email,8\n\(time),phone,10\n"
      }.joined()
    return files
  }

  private func json(_ result: SimulationResult) -> JSONWriter {
    var json = JSONWriter()
    SimulationJSON.write(result, to: &json)
    return json
  }

  @Test func `any number of cores gives the same bytes`() throws {
    let simulation = DeskSimulation(
      try sample().model(), .count(40), seed: 9, hasIntervals: true)
    let one = simulation.run(cores: 1)
    for cores in [2, 3, 16] {
      let many = simulation.run(cores: cores)
      #expect(json(one).string == json(many).string)
      #expect(SimulationText.render(one) == SimulationText.render(many))
      #expect(SimulationCSV.render(.intervals, one) == SimulationCSV.render(.intervals, many))
    }
    let other = DeskSimulation(simulation.model, .count(40), seed: 10, hasIntervals: true).run()
    #expect(json(one).string != json(other).string)
  }

  @Test func `a precision is kept for every promise`() throws {
    let model = try sample().model()
    let result = DeskSimulation(model, .until(halfWidth: 0.02, atMost: 10_000), seed: 2).run()
    #expect(result.replications > 16 && result.replications < 10_000)
    for promise in model.promises.indices {
      #expect(result[promise: promise, .kept].halfWidth <= 0.02)
    }
  }

  @Test func `one replication says nothing of how far it may be off`() throws {
    let text = SimulationText.render(try sample().result(1))
    #expect(!text.contains("±"))
    #expect(
      text.hasSuffix("1 replication, seed 1; how far it may be off cannot be told from one\n"))
  }

  @Test func `a spread ends where shares do`() throws {
    let text = SimulationText.render(try sample().result(2))
    let spreads = text.matches(of: /± ([0-9.]+)/).compactMap { Double($0.1) }
    // With two replications an interval that is not cut is up to 635 points wide on either side.
    #expect(spreads.contains { $0 > 50 })
    #expect(spreads.allSatisfy { $0 <= 100 })
  }

  @Test func `a seed is a number where programs can read it, else a string`() throws {
    let model = try sample().model()
    func text(_ seed: UInt64) -> String {
      json(DeskSimulation(model, .count(1), seed: seed).run()).string
    }
    #expect(text(1 << 53).contains(#""seed":9007199254740992,"#))
    #expect(text((1 << 53) + 1).contains(#""seed":"9007199254740993","#))
  }

  /// A week of more mail than one person can answer, and one of less.
  @Test(arguments: [(60, false), (2, true)])
  func `a repeated week that leaves ever more is not settled`(mails: Int, isSettled: Bool) throws {
    var files = try sample()
    files.people = "Ola: {skills: all, works: early}"
    files.repeats = true
    files.demand =
      "start,channel,contacts\n"
      + (2..<9).flatMap { day in
        (0..<24).map {
          "2026-03-0\(day)T\($0 < 10 ? "0" : "")\($0):00,email,\($0 == 9 ? mails : 0)\n"
        }
      }.joined()
    let result = try files.result(10)
    #expect(result.isSettled == isSettled)
    #expect((result[.openAtEnd].mean > result[.openAtStart].mean + 50) == !isSettled)
    let text = SimulationText.render(result)
    #expect(text.contains("once was not enough, the desk falls ever further behind") == !isSettled)
    #expect(json(result).string.contains(#""is_settled":\#(isSettled)"#))
    files.repeats = false
    #expect(try files.result(2).isSettled == nil)
  }

  /// Days of an incident have most of the contacts, and lose them.
  @Test func `the share kept is all that kept by all that was decided, as intervals add up to`()
    throws
  {
    var files = try sample()
    files.workload +=
      "\nincidents: {down: {every: 2 days, contacts: 400, contacts-vary: 100%, "
      + "channels: {phone: 100%}}}"
    let result = try files.result(60, intervals: true)
    var (decided, kept, came, gaveUp) = (0.0, 0.0, 0.0, 0.0)
    for interval in result.model.intervals {
      let measured = result.measured(ofPromise: 1, interval: interval)
      decided += measured.decided.mean
      kept += measured.decided.mean * measured.kept.mean
      came += result[channel: 1, interval: interval, .arrived].mean
      gaveUp += result[channel: 1, interval: interval, .abandoned].mean
    }
    let share = result[promise: 1, .kept]
    #expect(abs(share.mean - kept / decided) < 1e-9)
    #expect(share.mean == result.kept(ofPromise: 1, day: 0).mean)
    #expect(abs(result[channel: 1, .abandonment].mean - gaveUp / came) < 1e-9)
    // The mean over replications of what each kept is far above: most have no incident.
    let desk = result.model.desk
    let (type, clock) = try #require(result.model.promises[1].clocks.first)
    let shares = (0..<60).map {
      desk.run(RandomStreams(seed: 1, replication: $0)).types[type].clocks[clock].share
    }
    #expect(shares.reduce(0, +) / 60 > share.mean + 0.1)
  }

  @Test func `a desk with nobody there is a result, and every replication counts`() throws {
    var files = try sample()
    files.rules = "absence: 100%"
    let nobody = try files.result(20)
    #expect(nobody.replications == 20 && nobody[.occupancy].replications == 0)
    #expect(nobody[promise: 0, .kept].mean == 0 && nobody[promise: 1, .kept].mean == 0)
    let text = SimulationText.render(nobody)
    #expect(text.contains("people: 0.0 h on duty, nobody was there;"))
    #expect(text.contains("\n20 replications, seed 1"))
    // Half of the replications have somebody.
    files.rules = "absence: 50%"
    files.people = "Ola: {skills: all, works: early}"
    let some = try files.result(40, intervals: true)
    #expect(some.replications == 40 && some[.onDuty].mean > 0)
    #expect(json(some).string.contains(#""replications":40"#))
  }

  @Test func `what is cancelled is shown as far as it came`() throws {
    let model = try sample().model()
    let asked = Atomic(0)
    let result = DeskSimulation(model, .count(100_000), seed: 2).run(isCancelled: {
      asked.add(1, ordering: .relaxed).newValue > 9
    })
    #expect(result.replications > 0 && result.replications < 100_000)
  }

  @Test func `the finding stands first, in a sentence`() throws {
    let result = try Files().result()
    #expect(
      SimulationText.finding(0, result)
        == "email first answered within 15 min: 25.0% ± 0.0 kept of 95% promised; "
        + "missed on 100% of days (mail)")
    let text = SimulationText.render(result)
    #expect(text.hasPrefix("0 contacts expected on Mon 2026-03-02, 1 person\n\nemail first"))
    #expect(
      text.contains("\nnot simulated:\n  calls: the demand has no contacts on 'phone', 'chat'\n"))
    #expect(text.hasSuffix("3 replications, seed 1; ± holds the truth 95 times of 100\n"))
  }

  @Test func `the tables add up`() throws {
    let result = try sample().result(30, intervals: true)
    let rows = SimulationCSV.render(.intervals, result).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
    let header = rows[0]
    #expect(rows.count == 1 + 2 * 16 && rows.allSatisfy { $0.count == header.count })
    func sum(_ column: String, _ channel: String) throws -> Double {
      let place = try #require(header.firstIndex(of: column))
      return rows.filter { $0[1] == channel }.reduce(0) { $0 + (Double($1[place]) ?? 0) }
    }
    for (number, channel) in ["email", "phone"].enumerated() {
      let arrived = result[channel: number, .arrived].mean
      #expect(abs(try sum("contacts", channel) - arrived) < 1e-6)
    }
    // Three people from 8 to 16.
    let people = try #require(header.firstIndex(of: "available_s"))
    let there = (0..<32).map { $0 < 16 ? 0.0 : 10_800.0 }
    #expect(rows[1...].map { Double($0[people]) ?? -1 } == there)
    // Each estimate has its ends, and so have days; all say the same.
    func table(_ table: SimulationCSV.Table) -> [[String: Double]] {
      let lines = SimulationCSV.render(table, result).split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
      return lines.dropFirst().map { line in
        var row: [String: Double] = [:]
        for (name, cell) in zip(lines[0], line) { row[name] = Double(cell) }
        for (name, value) in row where row["\(name)_low"] != nil {
          #expect(row["\(name)_low", default: 0] <= value, "\(name)")
          #expect(value <= row["\(name)_high", default: 0], "\(name)")
        }
        return row
      }
    }
    let (intervals, days) = (table(.promiseIntervals), table(.promiseDays))
    #expect(intervals.count == 2 * 16 && days.count == 2)
    for number in 0..<2 {
      let own = stride(from: number, to: intervals.count, by: 2).map { intervals[$0] }
      let decided = own.reduce(0) { $0 + ($1["decided"] ?? 0) }
      let kept = own.reduce(0) { $0 + ($1["decided"] ?? 0) * ($1["kept"] ?? 0) }
      #expect(abs(decided - result[promise: number, .decided].mean) < 1e-6)
      #expect(abs(kept / decided - (days[number]["kept"] ?? 0)) < 1e-9)
      // A single day: it misses as often as days do.
      #expect(days[number]["missed"] == result[promise: number, .daysMissed].mean)
    }
    for (number, day) in table(.days).enumerated() {
      let same: [(String, ChannelFigure)] = [
        ("contacts", .arrived), ("abandonment", .abandonment), ("waited", .waited),
        ("mean_wait_s", .meanWait), ("touches", .touches), ("handed_over", .handedOver),
        ("open", .open),
      ]
      for (name, figure) in same {
        #expect(abs((day[name] ?? -1) - result[channel: number, figure].mean) < 1e-6, "\(name)")
      }
      #expect(abs((day["occupancy"] ?? -1) - result[.occupancy].mean) < 1e-9)
    }
    #expect(rows[1][0] == "2026-03-02T00:00:00+01:00")
    let promises = SimulationCSV.render(.promises, result).split(separator: "\n")
    #expect(promises.count == 3 && promises[1].hasPrefix("mail,first-response,email,900,0.95,day,"))
    #expect(SimulationCSV.render(.channels, result).split(separator: "\n").count == 3)
  }

  /// The page is `docs/simulate.md`.
  @Test func `every key and column is documented`() throws {
    let page = try String(
      contentsOf: TeamReaderTests.root.appending(path: "docs/simulate.md"), encoding: .utf8)
    let result = try sample().result(2, intervals: true)
    var names: Set<String> = []
    func collect(_ value: Any) {
      if let object = value as? [String: Any] {
        names.formUnion(object.keys)
        object.values.forEach(collect)
      }
      (value as? [Any])?.forEach(collect)
    }
    collect(try JSONSerialization.jsonObject(with: Data(json(result).bytes)))
    for table in SimulationCSV.Table.allCases {
      let header = SimulationCSV.render(table, result).prefix { $0 != "\n" }
      names.formUnion(header.split(separator: ",").map { String($0) })
    }
    for name in names.subtracting(["mean", "low", "high"]) {
      let plain = name.replacing("_low", with: "").replacing("_high", with: "")
      #expect(page.contains("`\(plain)`"), "\(name)")
    }
  }
}

/// The schemas and reference pages; `RECORD=1 swift test` writes them anew.
struct PlanningSchemaTests {
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  private func text(_ path: String) throws -> String {
    try String(contentsOf: TeamReaderTests.root.appending(path: path), encoding: .utf8)
  }

  @Test(arguments: PlanningSchema.allCases)
  func `the schema in docs is what the reader goes by`(schema: PlanningSchema) throws {
    let file = TeamReaderTests.root.appending(path: "docs/\(schema.fileName)")
    if Self.isRecording { try Data(schema.text.utf8).write(to: file) }
    #expect(try text("docs/\(schema.fileName)") == schema.text)
    let parsed = try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any]
    let definitions = try #require(parsed?["$defs"] as? [String: Any])
    let references = schema.text.matches(of: /"#\/\$defs\/([^"]+)"/).map { String($0.output.1) }
    #expect(Set(references) == Set(definitions.keys))
  }

  @Test(arguments: PlanningSchema.allCases)
  func `the reference in docs is what the reader goes by`(schema: PlanningSchema) throws {
    let path = "docs/\(schema.rawValue).md"
    let page = try text(path)
    let start = try #require(
      page.firstRange(of: "plan schema \(schema.rawValue) --format markdown -->\n"))
    let end = try #require(page.firstRange(of: "<!-- end of what is printed -->"))
    let printed = "\n\(schema.markdown)\n"
    if Self.isRecording {
      let anew = page[..<start.upperBound] + printed + page[end.lowerBound...]
      try Data(anew.utf8).write(to: TeamReaderTests.root.appending(path: path))
    } else {
      #expect(page[start.upperBound..<end.lowerBound] == printed)
    }
  }

  @Test(arguments: PlanningSchema.allCases)
  func `the sample tells editors where the schema is`(schema: PlanningSchema) throws {
    let first = try text("samples/\(schema.rawValue).yaml").prefix { $0 != "\n" }
    #expect(first == "# yaml-language-server: $schema=../docs/\(schema.fileName)")
  }

  /// Each key's example, read where it stands.
  @Test func `every example of a key is read without a problem`() throws {
    let catalogue = try PlanningTests.catalogue(BrokenPlanningFilesTests.catalogue)
    func keys(_ shape: Shape) -> [KeyDescription] {
      switch shape {
      case .record(let keys, _): keys
      case .mapping(_, let inner): keys(inner)
      default: []
      }
    }
    let channels = try #require(keys(WorkloadReader.file).first { $0.name == "channels" })
    var count = 0
    for key in keys(channels.shape) where key.name != "topics" {
      guard let example = key.example else { continue }
      let live = ["patience", "callback", "chat-pace"].contains(key.name)
      // Some keys say more of another.
      let other =
        ["callback": ", patience: 3 min", "waiting-age": ", waiting-at-start: 12"][key.name] ?? ""
      let yaml =
        "workload: {}\nchannels: {\(live ? "chat" : "email"): {\(key.name): \(example)\(other)}}\n"
      var diagnostics = Diagnostics()
      _ = WorkloadReader.read(
        SourceText(path: "w.yaml", yaml), names: KnownNames(catalogue), into: &diagnostics)
      #expect(diagnostics.isEmpty, "\(yaml)\(summary(diagnostics))")
      count += 1
    }
    #expect(count >= 16)
  }

  @Test func `the example of the page on teams is read`() throws {
    let page = try text("docs/team.md")
    let start = try #require(page.firstRange(of: "```yaml\n"))
    let end = try #require(page[start.upperBound...].firstRange(of: "```"))
    let catalogue = try PlanningTests.catalogue(BrokenPlanningFilesTests.catalogue)
    var diagnostics = Diagnostics()
    let team = TeamReader.read(
      SourceText(path: "team.yaml", String(page[start.upperBound..<end.lowerBound])),
      catalogue: catalogue, workload: Workload.none, into: &diagnostics)
    #expect(!diagnostics.hasErrors, "\(summary(diagnostics))")
    #expect(team?.headcount == 5)
  }
}
