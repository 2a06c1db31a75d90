import Diagnostics
import Foundation
import ServiceTime
import Standards
import Testing
import Tickets

@testable import Conformance

/// The periods in which a share must be kept.
struct CensusPeriodTests {
  /// ISO weeks as `date +%G-W%V` prints them.
  @Test(arguments: [
    ("2026-12-31", "2026-W53", "2026-12-28", "2027-01-03"),
    ("2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"),
    ("2027-01-04", "2027-W01", "2027-01-04", "2027-01-10"),
    ("2021-01-03", "2020-W53", "2020-12-28", "2021-01-03"),
    ("2024-12-30", "2025-W01", "2024-12-30", "2025-01-05"),
    ("2026-01-01", "2026-W01", "2025-12-29", "2026-01-04"),
    ("2016-01-03", "2015-W53", "2015-12-28", "2016-01-03"),
    ("2026-03-08", "2026-W10", "2026-03-02", "2026-03-08"),
  ])
  func `weeks are those of ISO 8601`(day: String, name: String, first: String, last: String) throws
  {
    let week = CalendarPeriod(.week, containing: try CivilDate(written: day))
    #expect([week.name, "\(week.first)", "\(week.last)"] == [name, first, last])
    #expect(week.next?.first == week.last.adding(days: 1))
  }

  @Test(arguments: [
    ("2024-02-29", "2024-02", "2024-02-29"), ("2026-02-01", "2026-02", "2026-02-28"),
    ("2026-12-31", "2026-12", "2026-12-31"), ("9999-12-31", "9999-12", "9999-12-31"),
  ])
  func `months have their own lengths`(day: String, name: String, last: String) throws {
    let month = CalendarPeriod(.month, containing: try CivilDate(written: day))
    #expect(month.name == name)
    #expect(month.first.day == 1)
    #expect("\(month.last)" == last)
    let last = try CivilDate(written: day)
    #expect(CalendarPeriod(.day, containing: last).name == day)
    if name == "9999-12" { #expect(month.next == nil && month.end(in: .utc) == nil) }
  }

  private func periods(
    _ standards: [String], _ moments: [String], frame: (String) -> String = { $0 }
  ) throws -> [String] {
    let list = standards.map { "  - \($0)" }.joined(separator: "\n")
    let result = CatalogueReader.read([
      SourceText(
        path: "desk.yaml", bytes: Array("\(frame(Desk.frame))\nstandards:\n\(list)\n".utf8))
    ])
    try #require(result.diagnostics.all.map(\.message) == [])
    let auditor = try Auditor(result.catalogue, Lexicon.builtIn().lexicon)
    var census = PromiseCensus(result.catalogue)
    for moment in moments {
      census.add(auditor.audit(try CensusTests.ticket(at: moment, minutes: 1)))
    }
    return census.results(seed: 1).flatMap { result in
      result.periods.map { "\($0.period.name) \($0.counts.decided)" }
    }
  }

  @Test func `a day is the desk's, also when clocks change`() throws {
    let days = [CensusTests.standard("share: 95%, over: day")]
    let moments = [
      // 23 hours long, and 25.
      "2026-03-28T23:59:59+01:00", "2026-03-29T00:00:00+01:00", "2026-03-29T23:59:59+02:00",
      "2026-03-30T00:00:00+02:00", "2026-10-25T00:00:00+02:00", "2026-10-25T23:59:59+01:00",
      "2026-10-26T00:00:00+01:00",
    ]
    #expect(
      try periods(days, moments) == [
        "2026-03-28 1", "2026-03-29 2", "2026-03-30 1", "2026-10-25 2", "2026-10-26 1",
      ])
  }

  @Test func `weeks and months begin at the desk's midnight`() throws {
    // 23:30 on Sunday by UTC is Monday in Warsaw; 23:30 by UTC on 31 May is June there.
    let moments = ["2026-03-01T22:59:59Z", "2026-03-01T23:00:00Z", "2026-05-31T21:59:59Z"]
    #expect(
      try periods([CensusTests.quarter], moments) == ["2026-W09 1", "2026-W10 1", "2026-W22 1"])
    #expect(
      try periods(
        [CensusTests.standard("share: 95%, over: month")], moments + ["2026-05-31T22:00:00Z"])
        == ["2026-03 2", "2026-05 1", "2026-06 1"])
  }

  @Test func `the last week of a year goes on in the next`() throws {
    #expect(
      try periods(
        [CensusTests.quarter],
        ["2026-12-28T09:00:00+01:00", "2027-01-01T09:00:00+01:00", "2027-01-04T00:00:00+01:00"])
        == ["2026-W53 2", "2027-W01 1"])
  }

  @Test func `hours have their own zone, and promises without hours that of the first calendar`()
    throws
  {
    let york = "  york: {time-zone: America/New_York, open: {mon-sun: 08:00-20:00}}\n"
    let standards = [
      CensusTests.standard("share: 95%, over: day", hours: "york"),
      CensusTests.standard("share: 95%, over: day", id: "always", hours: "always")
        .replacingOccurrences(of: "channel: email", with: "channel: chat"),
      "{id: once, title: O, first-contact: {share: 70%, over: day}}",
    ]
    let moment = "2026-03-02T00:30:00+01:00"
    let frame: (String) -> String = {
      $0.replacingOccurrences(of: "channels:\n", with: york + "channels:\n")
    }
    #expect(try periods([standards[0]], [moment], frame: frame) == ["2026-03-01 1"])
    let anyChannel = standards[1].replacingOccurrences(of: "channel: chat", with: "channel: email")
    #expect(try periods([anyChannel], [moment], frame: frame) == ["2026-03-02 1"])
    #expect(
      try periods([standards[2]], [moment], frame: frame).first?.hasPrefix("2026-03-02") == true)
  }

  @Test func `periods that the log does not cover are partial`() throws {
    func partial(
      _ moments: [String], asOf: String? = nil, standard: String = CensusTests.quarter
    ) throws -> [Bool] {
      let tickets = try moments.map { try CensusTests.ticket(at: $0, minutes: 1) }
      return try CensusTests.census([standard], asOf: asOf, tickets)[0].periods.map(\.isPartial)
    }
    let wednesdays = [
      "2026-03-04T09:00:00+01:00", "2026-03-11T09:00:00+01:00", "2026-03-18T09:00:00+01:00",
    ]
    #expect(try partial(wednesdays) == [true, false, true])
    let whole = ["2026-03-02T09:00:00+01:00", "2026-03-08T09:00:00+01:00"]
    #expect(try partial(whole) == [false])
    // What --as-of says holds to the minute.
    #expect(try partial([whole[0]], asOf: "2026-03-08T23:59:00+01:00") == [false])
    #expect(try partial([whole[0]], asOf: "2026-03-08T23:58:00+01:00") == [true])
    #expect(try partial(whole, asOf: "2026-03-08T12:00:00+01:00") == [true])
    // A promise that is in force from Tuesday covers no whole week.
    func inForce(_ bounds: String) -> String {
      CensusTests.quarter.replacingOccurrences(
        of: "title: Q,", with: "title: Q, in-force: \(bounds),")
    }
    let weekend = [
      "2026-03-02T09:00:00+01:00", "2026-03-08T09:00:00+01:00", "2026-03-15T09:00:00+01:00",
    ]
    #expect(try partial(weekend, standard: inForce("{from: 2026-03-03}")) == [true, false])
    #expect(try partial(weekend, standard: inForce("{from: 2026-03-02}")) == [false, false])
    #expect(try partial(weekend, standard: inForce("{until: 2026-03-15}")) == [false, false])
    let mondays = [weekend[0], "2026-03-09T09:00:00+01:00", weekend[2]]
    #expect(try partial(mondays, standard: inForce("{until: 2026-03-14}")) == [false, true])
  }
}
