import Foundation
import ServiceTime
import Testing

struct ZoneTableTests {
  @Test(arguments: [
    ("Europe/Warsaw", "2026-03-29T00:59:59Z", 3600),
    ("Europe/Warsaw", "2026-03-29T01:00:00Z", 7200),
    ("Europe/Warsaw", "2026-10-25T00:59:59Z", 7200),
    ("Europe/Warsaw", "2026-10-25T01:00:00Z", 3600),
    ("America/New_York", "2026-03-08T06:59:59Z", -18_000),
    ("America/New_York", "2026-03-08T07:00:00Z", -14_400),
    ("Australia/Lord_Howe", "2026-04-04T14:59:59Z", 39_600),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 37_800),
    ("Asia/Kathmandu", "2026-07-01T00:00:00Z", 20_700), ("UTC", "2026-07-01T00:00:00Z", 0),
    ("Pacific/Apia", "2011-12-30T09:59:59Z", -36_000),
    ("Pacific/Apia", "2011-12-30T10:00:00Z", 50_400),
    ("Europe/Warsaw", "2100-07-01T00:00:00Z", 7200),
    ("Europe/Warsaw", "1970-07-01T00:00:00Z", 3600),
  ])
  func `the offset changes at the right second`(zone: String, at: String, offset: Int) throws {
    #expect(try ZoneTable.named(zone).offset(at: instant(at)) == offset)
  }

  /// Foundation is asked one instant at a time here, not for its transitions.
  @Test(arguments: [
    "Europe/Warsaw", "Europe/Prague", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
    "Africa/Casablanca", "America/Sao_Paulo", "Pacific/Apia", "Asia/Tehran", "Africa/Monrovia",
  ])
  func `the table agrees with Foundation at every sampled instant`(name: String) throws {
    let table = try ZoneTable.named(name)
    let zone = try #require(TimeZone(identifier: name))
    for seconds in stride(from: 0, to: 4_133_900_000, by: 1_234_567) {
      let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      let found = table.offset(at: Instant(seconds: seconds))
      if found != expected { Issue.record("\(name) \(seconds): \(found), not \(expected)") }
    }
  }

  @Test(arguments: [
    ("Europe/Warsaw", "2026-03-29T01:00:00Z", "2026-03-29", 3 * 3600),
    ("Europe/Warsaw", "2025-12-31T23:00:00Z", "2026-01-01", 0),
    ("America/New_York", "2026-01-01T04:59:59Z", "2025-12-31", 86_399),
    ("Asia/Kathmandu", "2026-02-28T18:15:00Z", "2026-03-01", 0),
    ("UTC", "1969-12-31T23:59:59Z", "1969-12-31", 86_399),
  ])
  func `an instant is shown by calendar and clock`(
    zone: String, at: String, day: String, second: Int
  ) throws {
    let local = try #require(try ZoneTable.named(zone).local(at: instant(at)))
    #expect(local.date.description == day)
    #expect(local.secondOfDay == second)
  }

  @Test func `extreme instants have no date, without a crash`() throws {
    let warsaw = try ZoneTable.named("Europe/Warsaw")
    #expect(warsaw.local(at: Instant(seconds: .max)) == nil)
    #expect(warsaw.local(at: Instant(seconds: .min)) == nil)
    #expect(warsaw.offset(at: Instant(seconds: .min)) == 3600)
  }

  @Test func `a clock time comes once, twice or not at all`() throws {
    let warsaw = try ZoneTable.named("Europe/Warsaw")
    let summer = try date("2026-03-29")
    let winter = try date("2026-10-25")
    func match(_ day: CivilDate, _ clock: String) throws -> LocalMatch {
      let second = try ClockRange(written: "\(clock)-24:00").opens
      return warsaw.instants(of: day, secondOfDay: second)
    }
    #expect(try match(summer, "01:59") == .once(instant("2026-03-29T00:59:00Z")))
    #expect(try match(summer, "02:00") == .skipped(next: instant("2026-03-29T01:00:00Z")))
    #expect(try match(summer, "02:59") == .skipped(next: instant("2026-03-29T01:00:00Z")))
    #expect(try match(summer, "03:00") == .once(instant("2026-03-29T01:00:00Z")))
    #expect(try match(winter, "01:59") == .once(instant("2026-10-24T23:59:00Z")))
    #expect(
      try match(winter, "02:30")
        == .twice(earlier: instant("2026-10-25T00:30:00Z"), later: instant("2026-10-25T01:30:00Z")))
    #expect(try match(winter, "03:00") == .once(instant("2026-10-25T02:00:00Z")))
    #expect(
      warsaw.instants(of: winter, secondOfDay: 86_400) == .once(try instant("2026-10-25T23:00:00Z"))
    )
  }

  @Test func `half an hour may be skipped or repeated, and a whole day`() throws {
    let lordHowe = try ZoneTable.named("Australia/Lord_Howe")
    #expect(
      lordHowe.instants(of: try date("2026-10-04"), secondOfDay: 8100)
        == .skipped(next: try instant("2026-10-03T15:30:00Z")))
    #expect(
      lordHowe.instants(of: try date("2026-04-05"), secondOfDay: 6300)
        == .twice(
          earlier: try instant("2026-04-04T14:45:00Z"), later: try instant("2026-04-04T15:15:00Z")))
    let apia = try ZoneTable.named("Pacific/Apia")
    #expect(
      apia.instants(of: try date("2011-12-30"), secondOfDay: 43_200)
        == .skipped(next: try instant("2011-12-30T10:00:00Z")))
  }

  @Test(arguments: ["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
  func `every instant is among the instants of what the clock shows`(name: String) throws {
    let zone = try ZoneTable.named(name)
    var generator = SplitMix(seed: 3)
    for _ in 0..<2000 {
      let seconds = Int.random(in: 0..<4_133_980_800, using: &generator)
      let local = try #require(zone.local(at: Instant(seconds: seconds)))
      let match = zone.instants(of: local.date, secondOfDay: local.secondOfDay)
      let instants: [Instant] =
        switch match {
        case .once(let only): [only]
        case .twice(let earlier, let later): [earlier, later]
        case .skipped: []
        }
      if !instants.contains(Instant(seconds: seconds)) { Issue.record("\(name) \(seconds)") }
    }
  }

  @Test(arguments: [
    ("CET", ZoneError.noPlace("CET", example: "Europe/Warsaw")),
    ("EST", .noPlace("EST", example: "America/New_York")),
    ("GMT+2", .noPlace("GMT+2", example: "Europe/Warsaw")),
    ("+02:00", .noPlace("+02:00", example: "Europe/Warsaw")),
    ("Etc/GMT+2", .noPlace("Etc/GMT+2", example: "Europe/Warsaw")),
    ("EST5EDT", .noPlace("EST5EDT", example: "Europe/Warsaw")),
    ("Europe/Warszawa", .unknown("Europe/Warszawa", nearest: "Europe/Warsaw")),
    ("europe/warsaw", .unknown("europe/warsaw", nearest: "Europe/Warsaw")),
    ("Warsaw", .unknown("Warsaw", nearest: "Europe/Warsaw")),
    ("prague", .unknown("prague", nearest: "Europe/Prague")),
    ("", .unknown("", nearest: nil)), ("../etc/passwd", .unknown("../etc/passwd", nearest: nil)),
    ("Moon/Tranquility", .unknown("Moon/Tranquility", nearest: nil)),
  ])
  func `a name that is no place is refused with what would be right`(
    name: String, expected: ZoneError
  ) {
    let error = #expect(throws: ZoneError.self) { try ZoneTable.named(name) }
    #expect(error == expected)
  }

  @Test func `messages say what would be right`() {
    #expect(
      ZoneError.noPlace("CET", example: "Europe/Warsaw").description
        == "'CET' does not say when clocks change; name a place, such as Europe/Warsaw, or UTC")
    #expect(
      ZoneError.unknown("Warsaw", nearest: "Europe/Warsaw").description
        == "'Warsaw' is no time zone; did you mean 'Europe/Warsaw'?")
  }
}
