import ServiceTime
import Testing

struct CivilDateTests {
  /// Days and weekdays: GNU date, `date -u -d … +%s` ÷ 86,400 and `+%u`.
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2026, 3, 2, 20_514, 1), (2000, 2, 29, 11_016, 2),
    (1900, 2, 28, -25_509, 3), (1900, 3, 1, -25_508, 4), (2024, 12, 31, 20_088, 2),
    (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5), (2026, 11, 1, 20_758, 7),
  ])
  func `knows its distance and weekday`(
    year: Int, month: Int, day: Int, days: Int, weekday: Int
  ) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.daysSince1970 == days)
    #expect(date.weekday == weekday)
    #expect(CivilDate(daysSince1970: days) == date)
  }

  @Test func `walks through every day there is`() throws {
    var last = try #require(CivilDate(year: 1, month: 1, day: 1))
    var number = -719_162
    while true {
      // The next day by the rules that children learn.
      let isLeap = last.year % 4 == 0 && (last.year % 100 != 0 || last.year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      var (year, month, day) = (last.year, last.month, last.day + 1)
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      number += 1
      guard year <= 9999 else { break }
      let next = CivilDate(daysSince1970: number)
      guard let next, (next.year, next.month, next.day) == (year, month, day),
        next.daysSince1970 == number, last < next, next.weekday == last.weekday % 7 + 1
      else {
        Issue.record("day \(number) is \(next?.description ?? "none"), not \(year)-\(month)-\(day)")
        return
      }
      last = next
    }
    #expect(number == 2_932_897)
  }

  @Test(arguments: [
    (2026, 2, 29), (2026, 2, 30), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
    (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2026, 1, -1),
    (Int.max, Int.max, Int.max), (Int.min, Int.min, Int.min),
  ])
  func `refuses days that do not exist`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [-719_163, 2_932_897, Int.min, Int.max])
  func `refuses days outside of the years 0001 to 9999`(days: Int) throws {
    #expect(CivilDate(daysSince1970: days) == nil)
    let today = try #require(CivilDate(year: 2026, month: 3, day: 2))
    #expect(today.adding(days: days) == nil || days == -719_163)
  }

  @Test func `adds days across months and years`() throws {
    let date = try #require(CivilDate(year: 2023, month: 12, day: 31))
    #expect(date.adding(days: 60)?.description == "2024-02-29")
    #expect(date.adding(days: -365)?.description == "2022-12-31")
    #expect(date.adding(days: 0) == date)
  }

  @Test func `prints as ISO 8601 does`() {
    #expect(CivilDate(year: 2026, month: 3, day: 2)?.description == "2026-03-02")
    #expect(CivilDate(year: 7, month: 11, day: 12)?.description == "0007-11-12")
  }
}
