import ServiceTime
import Testing

struct PublicHolidaysTests {
  /// Dates as churches and almanacs published them; 1818, 1943 and 2038 are the extremes.
  @Test(arguments: [
    (1818, "1818-03-22"), (1943, "1943-04-25"), (1961, "1961-04-02"), (2000, "2000-04-23"),
    (2008, "2008-03-23"), (2019, "2019-04-21"), (2024, "2024-03-31"), (2025, "2025-04-20"),
    (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"), (2049, "2049-04-18"),
    (2076, "2076-04-19"), (2100, "2100-03-28"),
  ])
  func `Easter is when the churches keep it`(year: Int, expected: String) {
    #expect(CivilDate.easter(in: year)?.description == expected)
  }

  @Test func `Easter is a Sunday from 22 March to 25 April in every year`() throws {
    for year in 1583...9999 {
      let easter = try #require(CivilDate.easter(in: year))
      let isEarlyEnough = easter.month == 4 ? easter.day <= 25 : easter.month == 3
      if easter.dayOfWeek != .sunday || !isEarlyEnough || easter.month == 3 && easter.day < 22 {
        Issue.record("\(easter)")
      }
    }
    #expect(CivilDate.easter(in: 1582) == nil)
    #expect(CivilDate.easter(in: 10_000) == nil)
  }

  @Test(arguments: [
    ("PL", "2010-01-06", false), ("PL", "2011-01-06", true), ("PL", "2024-12-24", false),
    ("PL", "2025-12-24", true), ("PL", "2017-11-12", false), ("PL", "2018-11-12", true),
    ("PL", "2019-11-12", false), ("PL", "2026-06-04", true), ("PL", "2026-05-24", true),
    ("PL", "2026-04-03", false), ("CZ", "2015-04-03", false), ("CZ", "2016-03-25", true),
    ("CZ", "2000-09-28", true), ("CZ", "2000-11-17", true), ("CZ", "2026-12-24", true),
    ("CZ", "2000-12-24", true), ("CZ", "2026-04-05", false), ("CZ", "2026-01-06", false),
    ("CZ", "2026-07-06", true), ("PL", "1999-01-01", false), ("PL", "2101-01-01", false),
  ])
  func `changes of the law count from their day on`(code: String, day: String, isHoliday: Bool)
    throws
  {
    let country = try #require(PublicHolidays(rawValue: code))
    #expect((country.day(on: try date(day)) != nil) == isHoliday)
  }

  @Test func `every day has a name in three languages`() throws {
    for country in PublicHolidays.allCases {
      for year in PublicHolidays.years {
        let days = country.days(in: year)
        #expect(days.map(\.date) == Set(days.map(\.date)).sorted())
        #expect(days.allSatisfy { !$0.polish.isEmpty && !$0.czech.isEmpty && !$0.english.isEmpty })
      }
    }
    let corpusChristi = PublicHolidays.poland.day(on: try date("2026-06-04"))
    #expect(corpusChristi?.polish == "Boże Ciało")
    #expect(corpusChristi?.english == "Corpus Christi")
    #expect(PublicHolidays.czechia.day(on: try date("2026-04-03"))?.czech == "Velký pátek")
  }

  private struct Reference: Decodable {
    let years: [Int]
    let PL: [String: String]
    let CZ: [String: String]
  }

  @Test(.enabled(if: SharedReference.isPresent, "the shared reference folder is absent"))
  func `agrees with the reference of 2024 to 2028`() throws {
    let reference = try SharedReference.read("holidays_pl_cz.json", as: Reference.self)
    for (country, expected) in [
      (PublicHolidays.poland, reference.PL), (.czechia, reference.CZ),
    ] {
      let found = (2024...2028).flatMap { country.days(in: $0).map(\.date.description) }
      #expect(found == expected.keys.sorted())
    }
  }
}
