import ServiceTime
import Testing

struct OpeningHoursTests {
  @Test func `only open hours count`() throws {
    let hours = try desk("Europe/Warsaw", ("mon-fri", "08:00-20:00"), ("sat", "09:00-15:00"))
    // Friday 19:30 to Monday 08:15: half an hour, Saturday, a quarter.
    let friday = try instant("2026-03-06T18:30:00Z")
    let monday = try instant("2026-03-09T07:15:00Z")
    #expect(hours.elapsed(from: friday, to: monday) == 1800 + 6 * 3600 + 900)
    #expect(hours.elapsed(from: monday, to: friday) == 0)
    #expect(hours.elapsed(from: friday, to: friday) == 0)
    #expect(
      hours.openIntervals(from: friday, to: monday) == [
        try instant("2026-03-06T18:30:00Z").seconds..<instant("2026-03-06T19:00:00Z").seconds,
        try instant("2026-03-07T08:00:00Z").seconds..<instant("2026-03-07T14:00:00Z").seconds,
        try instant("2026-03-09T07:00:00Z").seconds..<instant("2026-03-09T07:15:00Z").seconds,
      ])
  }

  @Test(arguments: [
    (0, "2026-03-06T19:00:00Z", "2026-03-07T08:00:00Z"),
    (0, "2026-03-06T18:59:59Z", "2026-03-06T18:59:59Z"),
    (1, "2026-03-06T18:59:59Z", "2026-03-06T19:00:00Z"),
    (2, "2026-03-06T18:59:59Z", "2026-03-07T08:00:01Z"),
    (21_600, "2026-03-06T19:00:00Z", "2026-03-07T14:00:00Z"),
    (21_601, "2026-03-06T19:00:00Z", "2026-03-09T07:00:01Z"),
    (900, "2026-03-08T12:00:00Z", "2026-03-09T07:15:00Z"),
  ])
  func `a target that ends at closing gives the closing instant`(
    seconds: Int, from: String, expected: String
  ) throws {
    let hours = try desk("Europe/Warsaw", ("mon-fri", "08:00-20:00"), ("sat", "09:00-15:00"))
    #expect(hours.instant(after: seconds, from: try instant(from)) == (try instant(expected)))
  }

  @Test(arguments: [
    // Put forward, put back, and an ordinary night between.
    ("Europe/Warsaw", "2026-03-28T12:00:00Z", 7.0), ("Europe/Warsaw", "2026-10-24T12:00:00Z", 9.0),
    ("Europe/Warsaw", "2026-06-06T12:00:00Z", 8.0),
    ("America/New_York", "2026-03-07T18:00:00Z", 7.0),
    ("America/New_York", "2026-10-31T18:00:00Z", 9.0),
    ("Australia/Lord_Howe", "2026-04-04T02:00:00Z", 8.5),
    ("Australia/Lord_Howe", "2026-10-03T02:00:00Z", 7.5),
    ("Asia/Kathmandu", "2026-03-28T08:00:00Z", 8.0),
  ])
  func `a night shift lasts as long as it does`(zone: String, noon: String, length: Double) throws {
    let hours = try desk(zone, ("daily", "22:00-06:00"))
    let from = try instant(noon)
    let to = Instant(seconds: from.seconds + 86_400)
    #expect(hours.elapsed(from: from, to: to) == Int(length * 3600))
    #expect(hours.openIntervals(from: from, to: to).count == 1)
    let closing = hours.instant(after: Int(length * 3600), from: from)
    let shown = try closing.flatMap { try ZoneTable.named(zone).local(at: $0) }
    #expect(shown?.secondOfDay == 6 * 3600)
  }

  @Test(arguments: [
    ("Europe/Warsaw", "2026-03-29", 23.0), ("Europe/Warsaw", "2026-10-25", 25.0),
    ("America/New_York", "2026-03-08", 23.0), ("America/New_York", "2026-11-01", 25.0),
    ("Australia/Lord_Howe", "2026-10-04", 23.5), ("Australia/Lord_Howe", "2026-04-05", 24.5),
    ("Asia/Kathmandu", "2026-03-29", 24.0), ("America/Sao_Paulo", "2018-11-04", 23.0),
    ("Pacific/Apia", "2011-12-30", 0.0), ("Pacific/Apia", "2011-12-31", 24.0),
  ])
  func `a day of 24 hours is as long as the sun makes it`(
    zone: String, day: String, length: Double
  ) throws {
    let table = try ZoneTable.named(zone)
    let only = OpeningHours(
      zone: table, week: .never, alsoOpen: [try date(day): [.wholeDay]])
    let noon = try date(day).daysSince1970 * 86_400 + 43_200
    let open = only.openIntervals(
      from: Instant(seconds: noon - 200_000), to: Instant(seconds: noon + 200_000))
    #expect(open.map(\.count).reduce(0, +) == Int(length * 3600))
    #expect(open.count == (length > 0 ? 1 : 0))
  }

  /// The second-exact count of an independent programme (Europe/Warsaw, Sundays of 2026).
  @Test(arguments: [
    ("02:30-03:15", "2026-03-28T23:00:00Z", 900), ("02:00-03:00", "2026-03-28T23:00:00Z", 0),
    ("01:30-03:30", "2026-03-28T23:00:00Z", 3600), ("02:15-02:45", "2026-03-28T23:00:00Z", 0),
    ("00:00-24:00", "2026-03-28T23:00:00Z", 82_800), ("02:30-02:45", "2026-10-24T22:00:00Z", 1800),
    ("02:00-03:00", "2026-10-24T22:00:00Z", 7200), ("01:30-02:30", "2026-10-24T22:00:00Z", 5400),
    ("02:30-03:30", "2026-10-24T22:00:00Z", 5400), ("00:00-24:00", "2026-10-24T22:00:00Z", 90_000),
    ("01:00-02:00", "2026-10-24T22:00:00Z", 3600), ("03:00-04:00", "2026-03-28T23:00:00Z", 3600),
  ])
  func `what the clock on the wall shows counts, when it is put forward or back too`(
    range: String, midnight: String, seconds: Int
  ) throws {
    let hours = try desk("Europe/Warsaw", ("sun", range))
    let from = try instant(midnight)
    #expect(hours.elapsed(from: from, to: Instant(seconds: from.seconds + 90_000)) == seconds)
  }

  @Test func `an edge inside the gap is the instant at which the gap ends`() throws {
    let hours = try desk("Europe/Warsaw", ("sun", "02:30-03:15"))
    let from = try instant("2026-03-28T23:00:00Z")
    let open = hours.openIntervals(from: from, to: Instant(seconds: from.seconds + 86_400))
    #expect(open.map(\.lowerBound) == [try instant("2026-03-29T01:00:00Z").seconds])
  }

  @Test func `hours past midnight belong to the day they open`() throws {
    let friday = try date("2026-03-06")
    let week = try week([("thu-fri", "22:00-06:00")])
    let zone = try ZoneTable.named("Europe/Warsaw")
    let closedFriday = OpeningHours(zone: zone, week: week, closed: [friday: "stocktaking"])
    // Thursday's shift runs on into the closed Friday; Friday's does not begin.
    #expect(closedFriday.isOpen(at: try instant("2026-03-06T04:59:59Z")))
    #expect(!closedFriday.isOpen(at: try instant("2026-03-06T05:00:00Z")))
    #expect(!closedFriday.isOpen(at: try instant("2026-03-06T22:00:00Z")))
    #expect(!closedFriday.isOpen(at: try instant("2026-03-07T01:00:00Z")))
    // Saturday is closed: Friday's shift ends on Saturday all the same.
    let closedSaturday = OpeningHours(zone: zone, week: week, closed: [try date("2026-03-07"): ""])
    #expect(closedSaturday.isOpen(at: try instant("2026-03-07T01:00:00Z")))
  }

  @Test func `public holidays and closed days are shut, and their reason is known`() throws {
    let hours = OpeningHours(
      zone: try .named("Europe/Warsaw"), week: try week([("mon-sat", "08:00-16:00")]),
      holidays: [.poland], closed: [try date("2026-12-31"): "stocktaking"])
    #expect(hours.ranges(on: try date("2026-06-04")).isEmpty)
    #expect(hours.closure(on: try date("2026-06-04"), language: "pl") == "Boże Ciało")
    #expect(hours.closure(on: try date("2026-06-04"), language: "cs") == "Boží tělo")
    #expect(hours.closure(on: try date("2026-06-04")) == "Corpus Christi")
    #expect(hours.closure(on: try date("2026-12-31")) == "stocktaking")
    #expect(hours.closure(on: try date("2026-06-05")) == nil)
    #expect(hours.ranges(on: try date("2026-06-05")).map(\.description) == ["08:00-16:00"])
    // Wednesday 3 June 15:00 to Friday 5 June 09:00, with Corpus Christi between.
    let elapsed = hours.elapsed(
      from: try instant("2026-06-03T13:00:00Z"), to: try instant("2026-06-05T07:00:00Z"))
    #expect(elapsed == 7200)
    #expect(!hours.isOpen(at: try instant("2026-12-31T10:00:00Z")))
    #expect(!hours.isOpen(at: try instant("2026-01-06T10:00:00Z")))
    #expect(!hours.isOpen(at: try instant("2026-12-24T10:00:00Z")))
    #expect(hours.isOpen(at: try instant("2024-12-24T10:00:00Z")))
  }

  @Test func `hours of one date add to the week, and replace it on a closed day`() throws {
    let extra = try ClockRange.list(written: "10:00-16:00")
    let sunday = try date("2026-12-06")
    let monday = try date("2026-12-07")
    let hours = OpeningHours(
      zone: .utc, week: try week([("mon", "08:00-12:00")]), closed: [sunday: "Sunday"],
      alsoOpen: [sunday: extra, monday: extra])
    #expect(hours.ranges(on: sunday).map(\.description) == ["10:00-16:00"])
    #expect(hours.ranges(on: monday).map(\.description) == ["08:00-12:00", "10:00-16:00"])
    // Overlapping hours count once.
    let from = try instant("2026-12-07T00:00:00Z")
    #expect(hours.elapsed(from: from, to: try instant("2026-12-08T00:00:00Z")) == 8 * 3600)
  }

  @Test func `round the clock is one interval over all years`() throws {
    let hours = OpeningHours(zone: try .named("Europe/Warsaw"), week: .roundTheClock)
    let from = try instant("1975-01-01T00:00:00Z")
    let to = try instant("2099-01-01T00:00:00Z")
    for open in [hours, .always] {
      #expect(open.isAlwaysOpen)
      #expect(open.elapsed(from: from, to: to) == to.seconds - from.seconds)
      #expect(open.openIntervals(from: from, to: to) == [from.seconds..<to.seconds])
      #expect(open.instant(after: 7, from: from)?.seconds == from.seconds + 7)
      #expect(open.isOpen(at: from))
    }
    // With one closed day the years are joined from blocks.
    let almost = OpeningHours(
      zone: hours.zone, week: .roundTheClock, closed: [try date("2050-05-05"): ""])
    #expect(almost.elapsed(from: from, to: to) == to.seconds - from.seconds - 86_400)
    #expect(almost.openIntervals(from: from, to: to).count == 2)
  }

  @Test func `a desk that never opens has no due time`() throws {
    let never = OpeningHours(zone: .utc, week: .never)
    let now = try instant("2026-03-02T08:00:00Z")
    #expect(never.instant(after: 1, from: now) == nil)
    #expect(never.instant(after: 0, from: now) == nil)
    #expect(never.elapsed(from: now, to: Instant(seconds: .max)) == 0)
    #expect(never.openIntervals(from: now, to: Instant(seconds: .max)).isEmpty)
    let once = OpeningHours(
      zone: .utc, week: .never, alsoOpen: [try date("2030-01-01"): [.wholeDay]])
    #expect(once.instant(after: 86_400, from: now) == (try instant("2030-01-02T00:00:00Z")))
    #expect(once.instant(after: 86_401, from: now) == nil)
  }

  @Test func `extreme questions have an answer, without a crash`() throws {
    let hours = try desk("Europe/Warsaw", ("mon-fri", "08:00-20:00"))
    let instants = [
      Int.min, Int.min + 1, -1, 0, 1, 4_133_980_799, 4_133_980_800, Int.max - 1, Int.max,
    ]
    .map { Instant(seconds: $0) }
    for open in [hours, .always, OpeningHours(zone: .utc, week: .never)] {
      for start in instants {
        for seconds in [Int.min, -1, 0, 1, 900, Int.max] {
          _ = open.instant(after: seconds, from: start)
        }
        for end in instants {
          #expect(open.elapsed(from: start, to: end) >= 0)
          if !open.isAlwaysOpen { _ = open.openIntervals(from: start, to: end) }
        }
        _ = open.isOpen(at: start)
      }
    }
    #expect(hours.instant(after: -1, from: Instant(seconds: 0)) == nil)
    #expect(
      OpeningHours.always.elapsed(from: Instant(seconds: .min), to: Instant(seconds: .max)) == .max)
    #expect(OpeningHours.always.instant(after: 1, from: Instant(seconds: .max)) == nil)
  }

  @Test func `outside of 1970 to 2100 the desk is closed`() throws {
    let hours = try desk("UTC", ("daily", "00:00-23:59"))
    #expect(!hours.isOpen(at: Instant(seconds: -1)))
    #expect(!hours.isOpen(at: Instant(seconds: 4_133_980_800)))
    // The end of the last year may be asked about, and nothing behind it.
    #expect(hours.isKnown(Instant(seconds: 4_133_980_800)) && hours.isKnown(Instant(seconds: 0)))
    #expect(!hours.isKnown(Instant(seconds: 4_133_980_801)) && !hours.isKnown(Instant(seconds: -1)))
    #expect(OpeningHours.always.isKnown(Instant(seconds: -1)))
    #expect(hours.isOpen(at: Instant(seconds: 0)))
    #expect(hours.isOpen(at: try instant("2100-12-31T23:58:59Z")))
    #expect(hours.elapsed(from: Instant(seconds: -86_400), to: Instant(seconds: 60)) == 60)
    #expect(hours.instant(after: 60, from: Instant(seconds: -86_400))?.seconds == 60)
  }

  @Test func `openings and closings inside the gap are listed`() throws {
    let hours = try desk("Europe/Warsaw", ("sun", "02:30-10:00"), ("mon-fri", "08:00-20:00"))
    let edges = hours.gapEdges(years: 2026...2027)
    #expect(edges.map(\.date.description) == ["2026-03-29", "2027-03-28"])
    #expect(edges.allSatisfy { $0.isOpening && $0.secondOfDay == 9000 && $0.date == $0.opensOn })
    #expect(hours.foldEdges(years: 2026...2026).map(\.date.description) == ["2026-10-25"])
    let night = try desk("Europe/Warsaw", ("sat", "22:00-02:30"))
    let closing = night.gapEdges(years: 2026...2026)
    #expect(closing.map(\.date.description) == ["2026-03-29"])
    #expect(closing.map(\.opensOn.description) == ["2026-03-28"])
    #expect(closing.map(\.isOpening) == [false])
    #expect(closing.map(\.secondOfDay) == [9000])
  }

  @Test(arguments: [
    ("sun", "02:00-10:00"), ("sun", "03:00-10:00"), ("sat", "22:00-02:00"), ("sat", "22:00-03:00"),
    ("daily", "00:00-24:00"), ("mon-sat", "02:30-03:30"),
  ])
  func `hours that end where the gap begins or ends are sound`(day: String, range: String) throws {
    #expect(try desk("Europe/Warsaw", (day, range)).gapEdges(years: 1977...2100).isEmpty)
    #expect(try desk("Asia/Kathmandu", (day, range)).gapEdges(years: 1987...2100).isEmpty)
  }

  @Test func `a gap at midnight and hours of one date are looked at too`() throws {
    // Clocks in Sao Paulo went from 24:00 on 3 November 2018 to 01:00.
    let saoPaulo = try desk("America/Sao_Paulo", ("sun", "00:30-08:00"), ("sat", "20:00-00:15"))
    let edges = saoPaulo.gapEdges(years: 2018...2018)
    #expect(edges.map(\.isOpening) == [false, true])
    #expect(edges.map(\.date.description) == ["2018-11-04", "2018-11-04"])
    let special = OpeningHours(
      zone: try .named("Europe/Warsaw"), week: .never,
      alsoOpen: [try date("2026-03-29"): [try ClockRange(written: "02:30-04:00")]])
    #expect(special.gapEdges(years: 2026...2026).count == 1)
  }

  @Test func `calendars are equal when they say the same`() throws {
    let one = try desk("Europe/Warsaw", ("mon-fri", "08:00-20:00"))
    let same = try desk("Europe/Warsaw", ("fri,mon-thu", "08:00-20:00"))
    #expect(one == same)
    #expect(one.hashValue == same.hashValue)
    #expect(one != (try desk("Europe/Prague", ("mon-fri", "08:00-20:00"))))
    #expect(
      one
        != OpeningHours(
          zone: one.zone, week: one.week, closed: [try date("2026-01-02"): "a day off"]))
    let both = OpeningHours(zone: one.zone, week: one.week, holidays: [.poland, .czechia, .poland])
    #expect(both.holidays == [.czechia, .poland])
  }

  @Test func `many threads may ask one calendar at once`() async throws {
    let hours = try desk("Europe/Warsaw", ("mon-fri", "08:00-20:00"), ("sat", "22:00-06:00"))
    let fresh = try desk("Europe/Warsaw", ("mon-fri", "08:00-20:00"), ("sat", "22:00-06:00"))
    let years = (0..<60).map { Instant(seconds: $0 * 31_556_952) }
    let expected = years.map {
      fresh.elapsed(from: $0, to: Instant(seconds: $0.seconds + 2_600_000))
    }
    await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<8 {
        group.addTask {
          years.map { hours.elapsed(from: $0, to: Instant(seconds: $0.seconds + 2_600_000)) }
        }
      }
      for await sums in group { #expect(sums == expected) }
    }
  }
}
