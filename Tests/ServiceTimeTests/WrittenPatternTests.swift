import ServiceTime
import Testing

/// The regular expressions that editors get: every text that we read must match.
struct WrittenPatternTests {
  /// Made of pieces, so that most of them nearly make sense.
  private func soup(_ pieces: [String], upTo length: Int, count: Int) -> [String] {
    var generator = Numbers(state: 20_261_122)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...length, using: &generator)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &generator)]
      }.joined()
    }
  }

  /// The texts that are read, all of which must match, and how many of the others do not.
  private func check(
    _ texts: [String], _ pattern: String, least: Int, isRead: (String) -> Bool
  ) throws {
    let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
    var read = 0
    var refused = 0
    for text in Set(texts) {
      let matches = text.contains(regex)
      if isRead(text) {
        read += 1
        #expect(matches, "'\(text)'")
      } else if !matches {
        refused += 1
      }
    }
    #expect(read >= least)
    #expect(refused >= least)
  }

  @Test func `every time that is read matches`() throws {
    let pieces = [
      "1", "15", "0", "1,5", "2.25", "007", " ", " ", "\u{A0}", "\u{85}", "min", "MIN.", "h", "s",
      "Godzinę", "minut", "t\u{79}\u{301}dny", "dní", "kwadrans", "wk", "and", " i ", "a", "ą",
      "\u{212A}wadrans", "d", ".", "-", ":", "soon", "month", "½", "\n",
    ]
    try check(soup(pieces, upTo: 5, count: 20_000), TimeSpan.pattern, least: 100) {
      (try? TimeSpan(written: $0)) != nil
    }
  }

  @Test(arguments: [
    "as soon as possible", "niezwłocznie", "co nejdříve", "15", "min", "5 bananas", "0 min", "1:30",
    "-3 min", "10-15 min", "PT15M", "1 month", "", " ", "2 working days", "1 h and", "15 mni",
  ])
  func `what is no time does not match`(text: String) throws {
    #expect(!text.contains(try Regex(TimeSpan.pattern)))
    #expect((try? TimeSpan(written: text)) == nil)
  }

  @Test func `every date that is read matches`() throws {
    let pieces = [
      "2026", "0000", "-", "-", "02", "12", "28", "30", "31", "1", " ", ".", "2026-02-",
    ]
    try check(
      soup(pieces, upTo: 6, count: 5_000)
        + (1...12).flatMap { month in
          (1...31).map { "2028-\(month < 10 ? "0" : "")\(month)-\($0 < 10 ? "0" : "")\($0)" }
        }, CivilDate.pattern, least: 366
    ) { (try? CivilDate(written: $0)) != nil }
    #expect(!"2026-11-31".contains(try Regex(CivilDate.pattern)))
    #expect(!"2026-02-30".contains(try Regex(CivilDate.pattern)))
  }

  @Test func `every moment that is read matches`() throws {
    let pieces = [
      "2026-12-01T08:00", "2026-02-28 23:59", ":59", ":00.25", ":01,5", "Z", "+01:00", "-0330",
      "+18", "+19", "24:00", "08", "t",
    ]
    try check(soup(pieces, upTo: 3, count: 5_000), OffsetInstant.pattern, least: 15) {
      (try? OffsetInstant(iso8601: Array($0.utf8))) != nil
    }
  }

  @Test func `all hours and days that are read match`() throws {
    let clock = [
      "8:00", "08:00", "12:30", "24:00", "25:00", "00:00", ":30", ":60", "-", "–", " - ", ",", " ",
      "−",
    ]
    try check(soup(clock, upTo: 7, count: 60_000), ClockRange.pattern, least: 50) {
      (try? ClockRange.list(written: $0)) != nil
    }
    let days = [
      "mon", "TUE", "Friday", "sunday", "daily", "fir", "-", "–", ", ", " ", "sat", "\u{85}",
    ]
    try check(soup(days, upTo: 6, count: 20_000), Weekday.pattern, least: 50) {
      (try? Weekday.days(written: $0)) != nil
    }
    for text in ["24/7", " 2 4 / 7 ", "24 /7"] {
      #expect(WeeklyHours.isRoundTheClock(text))
      #expect(text.contains(try Regex(WeeklyHours.roundTheClockPattern)))
    }
    #expect(!"24/5".contains(try Regex(WeeklyHours.roundTheClockPattern)))
  }
}

/// SplitMix64, by S. Vigna, so that a failure can be repeated.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
