import ServiceTime
import Testing

struct WrittenHoursTests {
  @Test(arguments: [
    ("08:00-20:00", 28_800, 43_200, "08:00-20:00"), ("8:00–20:00", 28_800, 43_200, "08:00-20:00"),
    ("22:00-06:00", 79_200, 28_800, "22:00-06:00"), ("00:00-24:00", 0, 86_400, "00:00-24:00"),
    (" 8:30 — 9:05 ", 30_600, 2100, "08:30-09:05"), ("22:00-24:00", 79_200, 7200, "22:00-24:00"),
    ("12:00:36-13:00", 43_236, 3564, "12:00:36-13:00"),
    ("00:00:00-23:59:59", 0, 86_399, "00:00-23:59:59"),
    ("23:00-24:00:00", 82_800, 3600, "23:00-24:00"),
    ("22:00-00:00", 79_200, 7200, "22:00-24:00"), ("08:00-07:59", 28_800, 86_340, "08:00-07:59"),
  ])
  func `hours are read and printed`(text: String, opens: Int, length: Int, printed: String) throws {
    let range = try ClockRange(written: text)
    #expect(range.opens == opens)
    #expect(range.length == length)
    #expect(range.description == printed)
    #expect(try ClockRange(written: range.description) == range)
  }

  @Test func `hours past midnight are known as such`() throws {
    #expect(try ClockRange(written: "22:00-06:00").passesMidnight)
    #expect(try !ClockRange(written: "22:00-24:00").passesMidnight)
    #expect(try ClockRange(written: "22:00-06:00").closes == 108_000)
  }

  @Test(arguments: [
    ("", HoursError.empty), ("  ", .empty), ("08:00", .noDash("08:00")),
    ("08:00 to 20:00", .noDash("08:00 to 20:00")),
    ("08:00-12:00-20:00", .noDash("08:00-12:00-20:00")),
    ("25:00-26:00", .noSuchHour("25:00", utf8: 0..<5)),
    ("08:00-24:01", .noSuchHour("24:01", utf8: 6..<11)),
    ("8:00–20:60", .noSuchMinute("20:60", utf8: 7..<12)),
    ("08:00-20:00:60", .noSuchSecond("20:00:60", utf8: 6..<14)),
    ("08:00-24:00:01", .noSuchHour("24:00:01", utf8: 6..<14)),
    ("08:00:0-20:00", .notAClockTime("08:00:0", readable: nil, utf8: 0..<7)),
    ("08:00:00:00-20:00", .notAClockTime("08:00:00:00", readable: nil, utf8: 0..<11)),
    ("08:00-08:00", .equalEnds("08:00-08:00")), ("08:00-08:00:00", .equalEnds("08:00-08:00:00")),
    ("24:00-06:00", .opensAtTheEnd("24:00", utf8: 0..<5)),
    ("8-20", .notAClockTime("8", readable: "08:00", utf8: 0..<1)),
    ("8.30-20", .notAClockTime("8.30", readable: "08:30", utf8: 0..<4)),
    ("08:00-5pm", .notAClockTime("5pm", readable: "17:00", utf8: 6..<9)),
    ("12 am - 5 pm", .notAClockTime("12 am", readable: "00:00", utf8: 0..<5)),
    ("0800-1600", .notAClockTime("0800", readable: "08:00", utf8: 0..<4)),
    ("08:00-", .notAClockTime("", readable: nil, utf8: 6..<6)),
    ("13pm-15pm", .notAClockTime("13pm", readable: nil, utf8: 0..<4)),
    ("morning-evening", .notAClockTime("morning", readable: nil, utf8: 0..<7)),
    ("08:0-20:00", .notAClockTime("08:0", readable: "08:00", utf8: 0..<4)),
    ("99:99-1:00", .noSuchMinute("99:99", utf8: 0..<5)),
    ("٠٨:٠٠-20:00", .notAClockTime("٠٨:٠٠", readable: nil, utf8: 0..<9)),
  ])
  func `a text that is no hours is refused with what is wrong`(text: String, expected: HoursError) {
    let error = #expect(throws: HoursError.self) { try ClockRange(written: text) }
    #expect(error == expected)
    #expect(error?.utf8 == expected.utf8)
  }

  @Test func `several hours may stand in one text`() throws {
    let ranges = try ClockRange.list(written: "08:00-12:00, 13:00-17:00")
    #expect(ranges.map(\.description) == ["08:00-12:00", "13:00-17:00"])
    let error = #expect(throws: HoursError.self) {
      try ClockRange.list(written: "08:00–12:00,  13:00-17:77")
    }
    #expect(error == .noSuchMinute("17:77", utf8: 22..<27))
    #expect(throws: HoursError.empty) { try ClockRange.list(written: "08:00-12:00,") }
  }

  @Test func `impossible hours cannot be made`() {
    #expect(ClockRange(opens: 86_400, length: 1) == nil)
    #expect(ClockRange(opens: -1, length: 1) == nil)
    #expect(ClockRange(opens: 0, length: 0) == nil)
    #expect(ClockRange(opens: 0, length: 86_401) == nil)
    #expect(ClockRange(opens: 1, length: 86_400)?.description == "00:00:01-00:00:01")
  }

  @Test(arguments: [
    ("mon", "mon"), ("Mon", "mon"), ("monday", "mon"), ("mon-fri", "mon tue wed thu fri"),
    ("sat–sun", "sat sun"), ("fri-mon", "fri sat sun mon"),
    ("daily", "mon tue wed thu fri sat sun"),
    ("mon-sun", "mon tue wed thu fri sat sun"), ("Tuesday - Thursday", "tue wed thu"),
    ("sun-mon", "sun mon"), ("wed-wed", "wed"), ("mon, wed, fri", "mon wed fri"),
    ("sat,mon-tue", "sat mon tue"), ("tue-mon", "tue wed thu fri sat sun mon"),
  ])
  func `days are read in the order written`(text: String, keys: String) throws {
    let days = try Weekday.days(written: text)
    #expect(days.map(\.key).joined(separator: " ") == keys)
  }

  @Test(arguments: [
    ("mno", HoursError.unknownDay("mno", nearest: "mon", utf8: 0..<3)),
    ("mon-firday", .unknownDay("firday", nearest: "friday", utf8: 4..<10)),
    ("pon–pią", .unknownDay("pon", nearest: "mon", utf8: 0..<3)),
    ("čtvrtek", .unknownDay("čtvrtek", nearest: nil, utf8: 0..<8)),
    ("mon-wed-fri", .unknownDay("mon-wed-fri", nearest: nil, utf8: 0..<11)),
    ("mon, tue, mon", .repeatedDay("mon", utf8: 10..<13)),
    ("mon-fri, wed", .repeatedDay("wed", utf8: 9..<12)), ("", .empty), ("mon-", .empty),
    ("mon,", .empty), ("everyday", .unknownDay("everyday", nearest: nil, utf8: 0..<8)),
  ])
  func `a word that is no day is refused with what is wrong`(text: String, expected: HoursError) {
    let error = #expect(throws: HoursError.self) { try Weekday.days(written: text) }
    #expect(error == expected)
  }

  @Test func `messages say what would be right`() {
    let day = HoursError.unknownDay("mno", nearest: "mon", utf8: 0..<3)
    #expect(day.description == "'mno' is no day of the week; did you mean 'mon'?")
    let hours = HoursError.notAClockTime("8", readable: "08:00", utf8: 0..<1)
    #expect(hours.description == "'8' is no time of day; write 08:00")
  }

  @Test(arguments: ["24/7", " 24 / 7 "])
  func `round the clock has a name`(text: String) {
    #expect(WeeklyHours.isRoundTheClock(text))
    #expect(!WeeklyHours.isRoundTheClock("24/5"))
    #expect(WeeklyHours.roundTheClock.isRoundTheClock)
    #expect(!WeeklyHours.never.isRoundTheClock)
  }

  @Test(arguments: [
    [("mon-fri", "08:00-16:00"), ("wed", "08:00-18:00")],
    [("mon", "08:00-12:00, 11:59-13:00")],
    [("mon", "22:00-06:00"), ("tue", "05:59-08:00")],
    [("sun", "22:00-06:00"), ("mon", "05:00-08:00")],
    [("mon", "00:00-01:00"), ("sun", "22:00-00:30")],
    [("daily", "08:00-07:00"), ("sat", "07:30-07:45"), ("sat", "07:40-07:50")],
  ])
  func `hours that share time are refused`(days: [(String, String)]) {
    #expect(throws: HoursError.self) { try week(days) }
  }

  @Test(arguments: [
    [("mon", "08:00-12:00, 12:00-13:00")], [("mon", "22:00-06:00"), ("tue", "06:00-08:00")],
    [("sun", "22:00-06:00"), ("mon", "06:00-08:00")], [("daily", "00:00-24:00")],
    [("daily", "22:00-21:59")],
  ])
  func `hours may touch`(days: [(String, String)]) throws {
    _ = try week(days)
  }

  @Test func `every overlap is found, not only the first`() throws {
    let monday = try ["08:00-10:00", "09:00-11:00", "10:30-12:00", "20:00-21:00"].map {
      WeeklyHours.Entry(day: .monday, range: try ClockRange(written: $0))
    }
    let pairs = WeeklyHours.overlaps(among: monday)
    #expect(pairs.map { [$0.0, $0.1] } == [[0, 1], [1, 2]])
    let error = #expect(throws: HoursError.self) { try WeeklyHours(monday) }
    #expect(error?.message == "mon 08:00-10:00 and mon 09:00-11:00 overlap")
  }

  @Test func `a week lists its hours by day`() throws {
    let hours = try week([("sat", "09:00-15:00"), ("mon-fri", "13:00-17:00, 08:00-12:00")])
    #expect(hours[.monday].map(\.description) == ["08:00-12:00", "13:00-17:00"])
    #expect(hours[.saturday].map(\.description) == ["09:00-15:00"])
    #expect(hours[.sunday].isEmpty)
    #expect(hours.seconds == 46 * 3600)
    #expect(hours.entries.map(\.day.rawValue) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6])
  }
}
