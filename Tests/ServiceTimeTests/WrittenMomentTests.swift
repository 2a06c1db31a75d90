import ServiceTime
import Testing

/// Moments and weeks as people write them on one line.
struct WrittenMomentTests {
  @Test(arguments: [
    ("2026-03-28T12:00:00+01:00", "2026-03-28T11:00:00Z"),
    ("2026-03-28 12:00", "2026-03-28T11:00:00Z"),
    ("2026-03-28T12:00:30", "2026-03-28T11:00:30Z"),
    ("2026-07-01 00:00", "2026-06-30T22:00:00Z"),
    ("2026-03-29 03:00", "2026-03-29T01:00:00Z"),
    ("2026-03-29 01:59:59", "2026-03-29T00:59:59Z"),
    ("2026-10-25 03:00", "2026-10-25T02:00:00Z"),
    ("0001-01-01 00:00", "0000-12-31"),
  ])
  func `a local time is that of the place`(text: String, expected: String) throws {
    let warsaw = try ZoneTable.named("Europe/Warsaw")
    let found = try warsaw.instant(written: text)
    // Beyond the years there are, only that nothing breaks.
    guard expected.hasSuffix("Z") else { return }
    #expect(found == (try instant(expected)))
  }

  @Test func `a time that clocks skip or repeat is refused with what to write`() throws {
    let warsaw = try ZoneTable.named("Europe/Warsaw")
    #expect(throws: MomentError.self) { try warsaw.instant(written: "2026-03-29 02:00") }
    let skipped = #expect(throws: MomentError.self) {
      try warsaw.instant(written: "2026-03-29 02:59:59")
    }
    #expect(
      skipped?.description == "the clocks of Europe/Warsaw skip '2026-03-29 02:59:59'; "
        + "write 2026-03-29T03:00:00+02:00, to which they jump, or another time")
    let repeated = #expect(throws: MomentError.self) {
      try warsaw.instant(written: "2026-10-25 02:00")
    }
    #expect(
      repeated?.description == "the clocks of Europe/Warsaw show '2026-10-25 02:00' twice; "
        + "write 2026-10-25T02:00:00+02:00 or 2026-10-25T02:00:00+01:00")
    let lordHowe = try ZoneTable.named("Australia/Lord_Howe")
    // Half an hour is skipped there: 02:00 to 02:30.
    #expect(throws: MomentError.self) { try lordHowe.instant(written: "2026-10-04 02:29") }
    #expect(try lordHowe.instant(written: "2026-10-04 02:30") == instant("2026-10-03T15:30:00Z"))
  }

  @Test(arguments: [
    "", "noon", "2026-02-30 12:00", "2026-03-28", "2026-03-28 24:00", "2026-03-28 12:00 CET",
  ])
  func `what is no time is refused`(text: String) throws {
    let error = #expect(throws: MomentError.self) { try ZoneTable.utc.instant(written: text) }
    guard case .unreadable = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }

  @Test(arguments: [
    (
      "mon-fri 08:00-20:00",
      "mon 08:00-20:00 tue 08:00-20:00 wed 08:00-20:00 thu 08:00-20:00 fri 08:00-20:00"
    ),
    (
      "mon 08:00-12:00, 13:00-17:00; sat 09:00-15:00",
      "mon 08:00-12:00 mon 13:00-17:00 sat 09:00-15:00"
    ),
    ("mon 08:00-12:00, sat 09:00-15:00", "mon 08:00-12:00 sat 09:00-15:00"),
    ("sat, sun 10:00-14:00, mon 08:00-12:00", "sat 10:00-14:00 sun 10:00-14:00 mon 08:00-12:00"),
    (
      "{mon: [8:00-12:00, 13:00-17:00], Sunday: 22:00–06:00}",
      "mon 08:00-12:00 mon 13:00-17:00 sun 22:00-06:00"
    ),
    ("  wed:00:00-24:00 ", "wed 00:00-24:00"),
  ])
  func `a week is read on one line`(text: String, expected: String) throws {
    let entries = try WeeklyHours.entries(written: text)
    #expect(entries.map { "\($0.day.key) \($0.range)" }.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("", "nothing is written here"), (";", "nothing is written here"),
    ("mon 08:00-12:00,", "nothing is written here"),
    ("mon 08:00-12:00;", "nothing is written here"),
    ("08:00-12:00", "'08:00-12:00' names no days"),
    ("mon 08:00-12:00; 13:00-17:00", "'13:00-17:00' names no days"),
    ("mon, tue", "'mon,tue' has no hours"),
    ("mon 8", "'8' has no dash between opening and closing"),
    ("mon tue 08:00-12:00", "'mon tue' is no day of the week"),
  ])
  func `a week that is none says why`(text: String, expected: String) throws {
    let error = #expect(throws: HoursError.self) { try WeeklyHours.entries(written: text) }
    #expect(error?.message == expected)
  }

  @Test func `all day and night is seven whole days`() throws {
    #expect(try WeeklyHours(WeeklyHours.entries(written: "24 / 7")).isRoundTheClock)
  }
}
