import ServiceTime
import Testing

/// When one shift takes over from another.
struct ShiftChangesTests {
  /// The changes from one instant to another.
  private func all(
    _ hours: OpeningHours, times: [Int]? = nil, _ from: String, _ to: String
  ) throws -> [String] {
    let changes = ShiftChanges(hours: hours, times: times)
    var found: [String] = []
    var start = try instant(from)
    let end = try instant(to)
    while let change = changes.first(from: start, before: end) {
      found.append(OffsetInstant(instant: change, utcOffset: 0).description)
      start = Instant(seconds: change.seconds + 1)
    }
    return found
  }

  @Test func `without clock times they are the last closing of each day`() throws {
    let hours = try desk("Europe/Warsaw", ("mon-fri", "08:00-12:00, 13:00-17:00"))
    #expect(
      try all(hours, "2026-03-05T00:00:00Z", "2026-03-10T00:00:00Z") == [
        "2026-03-05T16:00:00Z", "2026-03-06T16:00:00Z", "2026-03-09T16:00:00Z",
      ])
  }

  @Test func `hours past midnight close on the day after`() throws {
    let hours = try desk("UTC", ("mon-fri", "22:00-06:00"))
    #expect(
      try all(hours, "2026-03-06T12:00:00Z", "2026-03-10T12:00:00Z") == [
        "2026-03-07T06:00:00Z", "2026-03-10T06:00:00Z",
      ])
    // Also when one asks after midnight.
    #expect(
      try all(hours, "2026-03-07T01:00:00Z", "2026-03-09T12:00:00Z") == ["2026-03-07T06:00:00Z"])
  }

  @Test func `hours that go on the next day do not close`() throws {
    let hours = try desk("UTC", ("mon-tue", "00:00-24:00"), ("wed", "00:00-10:00"))
    #expect(
      try all(hours, "2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z") == ["2026-03-04T10:00:00Z"])
    #expect(try all(.always, "2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z") == [])
    let never = OpeningHours(zone: .utc, week: .never)
    #expect(try all(never, "2026-03-02T00:00:00Z", "2026-04-09T00:00:00Z") == [])
  }

  @Test func `clock times hold on every day, by the clocks of the calendar`() throws {
    let hours = try desk("Europe/Warsaw", ("mon-fri", "08:00-20:00"))
    // The clocks are put forward on Sunday, from 02:00 to 03:00.
    #expect(
      try all(
        hours, times: [22 * 3600, 9000], "2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z") == [
          "2026-03-28T21:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29T20:00:00Z",
          "2026-03-30T00:30:00Z",
        ])
    #expect(
      ShiftChanges(hours: hours, times: [22 * 3600, 9000, 9000]).times == [9000, 22 * 3600])
    #expect(ShiftChanges(hours: hours, times: []).times == nil)
  }

  @Test func `the end is not within, the start is`() throws {
    let hours = try desk("UTC", ("daily", "08:00-20:00"))
    let changes = ShiftChanges(hours: hours)
    let closing = try instant("2026-03-02T20:00:00Z")
    let before = try instant("2026-03-02T19:00:00Z")
    #expect(changes.first(from: closing, before: Instant(seconds: closing.seconds + 1)) == closing)
    #expect(changes.first(from: before, before: closing) == nil)
    #expect(changes.first(from: closing, before: before) == nil)
  }

  @Test func `moments beyond all calendars have none, and crash nothing`() {
    let changes = ShiftChanges(hours: .always, times: [0])
    #expect(changes.first(from: Instant(seconds: .min), before: Instant(seconds: 0)) == nil)
    #expect(
      changes.first(from: Instant(seconds: 4_133_980_800), before: Instant(seconds: .max)) == nil)
    #expect(
      changes.first(from: Instant(seconds: .min), before: Instant(seconds: .max))
        == Instant(seconds: 0))
  }

  @Test(arguments: [("14:00", 50_400), (" 6:30 ", 23_400), ("24:00", 0), ("00:00", 0)])
  func `a time of day is read`(written: String, seconds: Int) throws {
    #expect(try ClockRange.clockTime(written: written) == seconds)
  }

  @Test(arguments: ["", "14", "25:00", "14:60", "14:00-15:00", "2 pm"])
  func `what is no time of day is refused`(written: String) {
    #expect(throws: HoursError.self) { try ClockRange.clockTime(written: written) }
  }
}
