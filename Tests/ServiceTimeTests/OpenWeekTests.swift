import ServiceTime
import Testing

/// Weeks as they are on their very dates, and changes of clocks.
struct OpenWeekTests {
  @Test func `a week with a holiday, extra hours and a change of clocks adds up`() throws {
    let hours = OpeningHours(
      zone: try .named("Europe/Warsaw"),
      week: try week([("mon-fri", "22:00-06:00"), ("sun", "01:00-03:30")]),
      closed: [try date("2026-03-25"): "stock-taking"],
      alsoOpen: [try date("2026-03-28"): [try ClockRange(written: "10:00-12:00")]])
    let week = try OpenWeek(of: date("2026-03-28"), on: hours).orThrow(BadTestData(text: "week"))
    #expect(week.year == 2026 && week.number == 13)
    #expect(week.days.map { "\($0.date)" }.first == "2026-03-23")
    // Monday's early hours would be those of Sunday, on which no night shift begins; Wednesday's night
    // is closed; Sunday's 2:00 to 3:00 does not come.
    #expect(
      week.days.map(\.seconds)
        == [2, 8, 6, 2, 8, 8, 1].enumerated().map { $1 * 3600 + ($0 == 6 ? 1800 : 0) })
    #expect(week.seconds == week.days.map(\.seconds).reduce(0, +))
    #expect(week.intervals.count == 6)
    #expect(week.days.map(\.closure) == [nil, nil, "stock-taking", nil, nil, nil, nil])
    #expect(week.days[5].alsoOpen.map(\.description) == ["10:00-12:00"])
    #expect(week.days.map { $0.clockChange?.shift } == [nil, nil, nil, nil, nil, nil, 3600])
  }

  /// In Brazil clocks went from midnight of 4 November 2018 to 01:00.
  @Test func `clocks that are put forward at midnight change on the day that begins`() throws {
    let hours = OpeningHours(zone: try .named("America/Sao_Paulo"), week: .never)
    let week = try OpenWeek(of: date("2018-11-04"), on: hours).orThrow(BadTestData(text: "week"))
    #expect(week.days.map { $0.clockChange?.shift } == [nil, nil, nil, nil, nil, nil, 3600])
    let next = try OpenWeek(of: date("2018-11-05"), on: hours).orThrow(BadTestData(text: "week"))
    #expect(next.days.allSatisfy { $0.clockChange == nil })
  }

  /// ISO 8601 weeks at the turns of years; read off a printed calendar.
  @Test(arguments: [
    ("2026-01-01", 2026, 1), ("2025-12-29", 2026, 1), ("2025-12-28", 2025, 52),
    ("2027-01-03", 2026, 53),
    ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1), ("2021-01-03", 2020, 53),
  ])
  func `weeks have the numbers of ISO 8601`(day: String, year: Int, number: Int) throws {
    let week = try OpenWeek(of: date(day), on: .always).orThrow(BadTestData(text: day))
    #expect(week.year == year && week.number == number)
    #expect(week.days.first?.date.dayOfWeek == .monday && week.days.count == 7)
  }

  @Test func `days are as long as they are`() throws {
    func lengths(_ zone: String, _ day: String) throws -> [Int] {
      let hours = OpeningHours(zone: try .named(zone), week: .roundTheClock)
      let week = try OpenWeek(of: date(day), on: hours).orThrow(BadTestData(text: day))
      return week.days.map { $0.seconds / 60 }
    }
    #expect(try lengths("Europe/Warsaw", "2026-03-29").last == 23 * 60)
    #expect(try lengths("Europe/Warsaw", "2026-10-25").last == 25 * 60)
    #expect(try lengths("Australia/Lord_Howe", "2026-04-05").last == 24 * 60 + 30)
    // Clocks there skip midnight: the day begins at 01:00.
    #expect(try lengths("America/Sao_Paulo", "2018-11-04").last == 23 * 60)
    #expect(try lengths("Asia/Kathmandu", "2026-03-29") == [Int](repeating: 1440, count: 7))
  }

  @Test func `changes of clocks lie between two instants`() throws {
    let warsaw = try ZoneTable.named("Europe/Warsaw")
    let change = try instant("2026-03-29T01:00:00Z")
    func found(_ from: Int, _ to: Int) -> [ClockChange] {
      warsaw.clockChanges(
        from: Instant(seconds: change.seconds + from), to: Instant(seconds: change.seconds + to))
    }
    #expect(found(-1, 1) == [ClockChange(at: change, before: 3600, after: 7200)])
    #expect(found(0, 1).isEmpty && found(-1, 0).isEmpty && found(1, -1).isEmpty)
    #expect(found(-1, 366 * 86_400).map(\.shift) == [3600, -3600, 3600])
    #expect(ZoneTable.utc.clockChanges(from: Instant(seconds: 0), to: change).isEmpty)
  }

  @Test func `the first and the last days of all years have no week`() throws {
    for days in [CivilDate.daysRange.lowerBound, CivilDate.daysRange.upperBound] {
      let date = try CivilDate(daysSince1970: days).orThrow(BadTestData(text: "\(days)"))
      _ = OpenWeek(of: date, on: .always)
    }
  }
}
