import ServiceTime
import Testing

struct InstantISO8601Tests {
  /// Seconds: GNU date, `date -d … +%s`.
  @Test(arguments: [
    ("2026-03-02T08:01:00+01:00", 1_772_434_860, 3600),
    ("2026-03-02 08:01:00+01:00", 1_772_434_860, 3600),
    ("2026-03-02T08:01:00+0100", 1_772_434_860, 3600),
    ("2026-03-02T08:01:00+01", 1_772_434_860, 3600),
    ("2026-03-02T08:01+01:00", 1_772_434_860, 3600),
    ("2026-03-02T07:01:00Z", 1_772_434_860, 0),
    ("2026-03-02T07:01Z", 1_772_434_860, 0),
    ("2026-03-02T07:01:00-00:00", 1_772_434_860, 0),
    ("2026-03-02T08:01:00.999999999999999999999+01:00", 1_772_434_860, 3600),
    ("2026-03-02T08:01:00,5+01:00", 1_772_434_860, 3600),
    ("2026-03-01T13:01:00-18:00", 1_772_434_860, -64800),
    ("2026-03-03T01:01:00+18:00", 1_772_434_860, 64800),
    ("1969-12-31T23:59:59.25Z", -1, 0),
    ("1970-01-01T00:00:00Z", 0, 0),
    ("2000-02-29T12:34:56+05:30", 951_807_896, 19800),
    ("2024-02-29T23:59:59Z", 1_709_251_199, 0),
    ("1900-03-01T00:00:00Z", -2_203_891_200, 0),
    ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
    ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
    ("0001-01-01T00:00:00+18:00", -62_135_661_600, 64800),
    ("9999-12-31T23:59:59-18:00", 253_402_365_599, -64800),
  ])
  func `reads the moment and the offset`(written: String, seconds: Int, offset: Int) throws {
    let read = try OffsetInstant(iso8601: written.utf8)
    #expect(read == OffsetInstant(instant: Instant(seconds: seconds), utcOffset: offset))
  }

  @Test(arguments: [
    ("", "an empty text is no time; write it like 2026-03-02T08:01:00+01:00"),
    ("yesterday", "'yesterday' goes wrong at byte 1; write it like 2026-03-02T08:01:00+01:00"),
    ("2026-03-02", "'2026-03-02' goes wrong at byte 11; write it like 2026-03-02T08:01:00+01:00"),
    (
      "02.03.2026 08:01",
      "'02.03.2026 08:01' goes wrong at byte 3; write it like 2026-03-02T08:01:00+01:00"
    ),
    (
      "2026-03-02T08:01:00",
      "'2026-03-02T08:01:00' has no offset from UTC; add one, such as +01:00 or Z"
    ),
    (
      "2026-03-02T08:01", "'2026-03-02T08:01' has no offset from UTC; add one, such as +01:00 or Z"
    ),
    (
      "2026-02-30T08:01:00Z",
      "'2026-02-30T08:01:00Z' names a day that does not exist; days of that month go from 01 to 28"
    ),
    (
      "2024-02-30T08:01:00Z",
      "'2024-02-30T08:01:00Z' names a day that does not exist; days of that month go from 01 to 29"
    ),
    (
      "1900-02-29T08:01:00Z",
      "'1900-02-29T08:01:00Z' names a day that does not exist; days of that month go from 01 to 28"
    ),
    (
      "2026-04-31T08:01:00Z",
      "'2026-04-31T08:01:00Z' names a day that does not exist; days of that month go from 01 to 30"
    ),
    (
      "2026-12-00T08:01:00Z",
      "'2026-12-00T08:01:00Z' names a day that does not exist; days of that month go from 01 to 31"
    ),
    (
      "2026-13-01T08:01:00Z",
      "'2026-13-01T08:01:00Z' names a day that does not exist; months go from 01 to 12"
    ),
    (
      "0000-01-01T08:01:00Z",
      "'0000-01-01T08:01:00Z' names a day that does not exist; years go from 0001 to 9999"
    ),
    (
      "2026-03-02T24:00:00Z",
      "'2026-03-02T24:00:00Z' names hour 24; write 00:00 of the next day"
    ),
    (
      "2016-12-31T23:59:60Z",
      "'2016-12-31T23:59:60Z' names second 60, but leap seconds are not counted; write second 59"
    ),
    (
      "2026-03-02T25:00:00Z",
      "'2026-03-02T25:00:00Z' names a time of day that does not exist; use 00:00:00 to 23:59:59"
    ),
    (
      "2026-03-02T08:60:00Z",
      "'2026-03-02T08:60:00Z' names a time of day that does not exist; use 00:00:00 to 23:59:59"
    ),
    (
      "2026-03-02T08:01:61Z",
      "'2026-03-02T08:01:61Z' names a time of day that does not exist; use 00:00:00 to 23:59:59"
    ),
    (
      "2026-03-02T08:01:00+18:01",
      "'2026-03-02T08:01:00+18:01' has an offset that no clock has; use -18:00 to +18:00"
    ),
    (
      "2026-03-02T08:01:00-99",
      "'2026-03-02T08:01:00-99' has an offset that no clock has; use -18:00 to +18:00"
    ),
    (
      "2026-03-02T08:01:00+01:60",
      "'2026-03-02T08:01:00+01:60' has an offset that no clock has; use -18:00 to +18:00"
    ),
    (
      "2026-03-02T08:01:00+01:00 ",
      "'2026-03-02T08:01:00+01:00 ' does not end with the offset at byte 26; "
        + "remove what follows the offset"
    ),
    (
      "2026-03-02T08:01:00ZZ",
      "'2026-03-02T08:01:00ZZ' does not end with the offset at byte 21; "
        + "remove what follows the offset"
    ),
    (
      "2026-03-02T08:01:00Europe/Warsaw",
      "'2026-03-02T08:01:00Europe/Warsaw' goes wrong at byte 20; "
        + "write it like 2026-03-02T08:01:00+01:00"
    ),
    (
      "a\u{7}\u{202E}" + String(repeating: "ł", count: 50),
      "'a??\(String(repeating: "ł", count: 37))…' goes wrong at byte 1; "
        + "write it like 2026-03-02T08:01:00+01:00"
    ),
  ])
  func `refuses with advice`(written: String, message: String) {
    let error = #expect(throws: InstantError.self) { try OffsetInstant(iso8601: written.utf8) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    "2026-3-02T08:01:00Z", "26-03-02T08:01:00Z", "+2026-03-02T08:01:00Z", "12026-03-02T08:01:00Z",
    "2026-03-02t08:01:00Z", "2026-03-02T08:01:00z", "2026-03-02  08:01:00Z", "20260302T080100Z",
    " 2026-03-02T08:01:00Z", "2026-03-02T8:01:00Z", "2026-03-02T08Z", "2026-03-02T08:1:00Z",
    "2026-03-02T08:01:Z", "2026-03-02T08:01:00.Z", "2026-03-02T08:01.5Z", "2026-03-02T08:01:00.5",
    "2026-03-02T08:01:00+1", "2026-03-02T08:01:00+1:00", "2026-03-02T08:01:00+01:0",
    "2026-03-02T08:01:00+01:", "2026-03-02T08:01:00+010", "2026-03-02T08:01:00+01:00:00",
    "2026-03-02T08:01:00 +01:00", "2026-03-02T08:01:00−01:00", "2026-03-02T08:01:00\0Z",
    "2026-061T08:01:00Z", "2026-W10-1T08:01:00Z", "٢٠٢٦-03-02T08:01:00Z", "2026-03-02T08:01:00UTC",
    "-026-03-02T08:01:00Z", "2026--3-02T08:01:00Z",
  ])
  func `refuses other shapes`(written: String) {
    #expect(throws: InstantError.self) { try OffsetInstant(iso8601: written.utf8) }
  }

  @Test func `bytes from anywhere read alike`() throws {
    let written = "x2026-03-02T08:01:00+01:00x"
    let expected = OffsetInstant(instant: Instant(seconds: 1_772_434_860), utcOffset: 3600)
    #expect(try OffsetInstant(iso8601: Array(written.utf8).dropFirst().dropLast()) == expected)
    #expect(try OffsetInstant(iso8601: written.dropFirst().dropLast().utf8) == expected)
    #expect(
      try OffsetInstant(iso8601: AnyCollection(written.utf8.dropFirst().dropLast())) == expected)
  }

  @Test func `what is printed reads back, at random moments and offsets`() throws {
    var generator = SplitMix64(state: 20_260_302)
    for _ in 0..<20_000 {
      let offset = Int.random(in: -18 * 60...18 * 60, using: &generator) * 60
      let seconds = Int.random(in: -62_135_596_800...253_402_300_799, using: &generator) - offset
      let moment = OffsetInstant(instant: Instant(seconds: seconds), utcOffset: offset)
      let printed = moment.description
      #expect(try OffsetInstant(iso8601: printed.utf8) == moment, "\(printed)")
      #expect(printed.utf8.count == (offset == 0 ? 20 : 25), "\(printed)")
    }
  }

  @Test(arguments: [
    (1_772_434_860, 3600, "2026-03-02T08:01:00+01:00"),
    (1_772_434_860, -12600, "2026-03-02T03:31:00-03:30"),
    (1_772_434_860, 0, "2026-03-02T07:01:00Z"),
    (-1, 0, "1969-12-31T23:59:59Z"),
    (-62_135_596_800, 0, "0001-01-01T00:00:00Z"),
    (-1_693_704_240, 5040, "1916-05-01T00:00:00+01:24"),
    (0, 61, "1970-01-01T00:01:01+00:01:01"),
    (-62_135_596_801, 0, "-62135596801 s after 1970-01-01T00:00:00Z"),
    (Int.max, 3600, "9223372036854775807 s after 1970-01-01T00:00:00Z"),
    (Int.min, -3600, "-9223372036854775808 s after 1970-01-01T00:00:00Z"),
    (0, Int.max, "0 s after 1970-01-01T00:00:00Z"),
  ])
  func `prints ISO 8601 on the writer's clock`(seconds: Int, offset: Int, expected: String) {
    let moment = OffsetInstant(instant: Instant(seconds: seconds), utcOffset: offset)
    #expect(moment.description == expected)
  }

  @Test func `a good text that is cut is refused, and no wrong byte crashes`() {
    let good = Array("2026-03-02T08:01:00.125+01:00".utf8)
    for cut in good.indices {
      // Cut behind +01, it is still a moment.
      let isWhole = (try? OffsetInstant(iso8601: good[..<cut])) != nil
      #expect(isWhole == (cut == 26))
      for byte in UInt8.min...UInt8.max {
        var broken = good
        broken[cut] = byte
        _ = try? OffsetInstant(iso8601: broken)
      }
    }
  }
}

/// Random numbers that are the same in every run.
///
/// Source: G. Steele et al., "Fast splittable pseudorandom number generators", OOPSLA 2014.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
