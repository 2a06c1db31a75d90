import Foundation
import Testing

/// Opening time at the prompt. An underscore in a command line stands for a blank within an argument.
struct ClockCommandTests {
  private static let warsaw = "--time-zone Europe/Warsaw"

  /// Worked out by hand: 28 and 29 March 2026 have the nights 22:00–06:00 of 7 h (an hour is skipped)
  /// and 8 h; 24 and 25 October those of 9 h (an hour comes twice) and 8 h.
  @Test(arguments: [
    ("2026-03-28_12:00", "2026-03-30_12:00", "mon-sun_22:00-06:00", 54_000),
    ("2026-10-24_12:00", "2026-10-26_12:00", "mon-sun_22:00-06:00", 61_200),
    ("2026-03-28_12:00", "2026-03-30_12:00", "24/7", 169_200),
    ("2026-03-29_00:00", "2026-03-30_00:00", "daily_02:00-03:00", 0),
    ("2026-10-25_00:00", "2026-10-26_00:00", "daily_02:00-03:00", 7200),
    (
      "2026-03-02_08:00", "2026-03-09_08:00", "mon_08:00-12:00,_13:00-17:00;_sat,sun_10:00-11:00",
      36_000
    ),
    ("2026-03-02_08:00", "2026-03-02_08:00", "24/7", 0),
    ("2026-03-02_08:00:30", "2026-03-02_08:01", "24/7", 30),
  ])
  func `open seconds are those worked out by hand`(
    from: String, to: String, open: String, expected: Int
  ) throws {
    let run = try Tool.run(
      line: "clock between \(from) \(to) \(Self.warsaw) --open \(open) --format json")
    #expect(run.status == 0, "\(run.errors)")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["seconds"] as? Int == expected)
    let intervals = try #require(json["intervals"] as? [[String: Any]])
    #expect(intervals.compactMap { $0["seconds"] as? Int }.reduce(0, +) == expected)
  }

  @Test func `hours may be given in one option or in several`() throws {
    let span = "clock between 2026-03-02_00:00 2026-03-09_00:00 \(Self.warsaw)"
    let one = try Tool.run(line: "\(span) --open mon-fri_08:00-20:00;sat_09:00-15:00")
    let two = try Tool.run(line: "\(span) --open mon-fri_08:00-20:00 --open sat_09:00-15:00")
    let asWritten = try Tool.run(
      line: "\(span) --open {mon-fri:_08:00-20:00,_sat:_09:00-15:00}")
    #expect(one.output.hasPrefix("66 h open (237600 s)"))
    #expect(one == two && two == asWritten)
  }

  @Test func `what is added comes back when it is counted`() throws {
    let due = try Tool.run(line: "clock add 2026-12-23_16:00 8h")
    #expect(due.output == "2026-12-28T12:00:00+01:00\n")
    let end = due.output.dropLast()
    let back = try Tool.run(line: "clock between 2026-12-23_16:00 \(end) --format json")
    #expect(back.output.contains("\"seconds\":28800,"))
  }

  @Test func `days are said to be 24 open hours`() throws {
    let run = try Tool.run(line: "clock add 2026-03-02_08:00 2days")
    #expect(run.status == 0)
    #expect(run.errors == "note: '2days' counts as 48 h of open time: a day is 24 h\n")
  }

  @Test func `a week without a date is this one`() throws {
    let run = try Tool.run(line: "clock calendar --format json \(Self.warsaw) --open 24/7")
    #expect(run.status == 0, "\(run.errors)")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect((json["days"] as? [Any])?.count == 7)
  }

  /// What is wrong, how the command ends, and words that must be said.
  @Test(arguments: [
    ("between 2026-05-04_09:00 2026-05-03_09:00", 64, "swap them"),
    ("between tomorrow 2026-05-03_09:00", 64, "FROM: 'tomorrow'"),
    ("between 2026-02-30_09:00 2026-05-03_09:00", 64, "a day that does not exist"),
    ("between 2026-03-29_02:30 2026-05-03_09:00", 64, "write 2026-03-29T03:00:00+02:00"),
    (
      "between 2026-03-01_09:00 2026-10-25_02:30", 64,
      "write 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00"
    ),
    ("between 1960-01-01_00:00 2026-05-03_09:00", 65, "years 1970 to 2100"),
    ("add 2026-05-04_09:00 soon", 64, "means when we feel like it"),
    ("add 2026-05-04_09:00 0_min", 64, "1 s or more"),
    ("add 2026-05-04_09:00 99999999999999999999_h", 64, "ten years"),
    ("add 2026-05-04_09:00 1h --calendar dsk", 66, "did you mean 'desk'?"),
    ("add 2026-05-04_09:00 1h --calendar shop", 66, "known: desk"),
    ("add 2026-05-04_09:00 1h --standards nowhere", 66, "nowhere"),
    ("add 2026-05-04_09:00 1h --calendar desk --open 24/7", 64, "give only one"),
    ("add 2026-05-04_09:00 1h --open 24/7", 64, "add --time-zone"),
    ("add 2026-05-04_09:00 1h \(warsaw)", 64, "add --open"),
    ("add 2026-05-04_09:00 1h --time-zone Warsaw --open 24/7", 64, "did you mean 'Europe/Warsaw'?"),
    ("add 2026-05-04_09:00 1h \(warsaw) --open 08:00-20:00", 64, "names no days"),
    ("add 2026-05-04_09:00 1h \(warsaw) --open mon-fri", 64, "'mon-fri' has no hours"),
    ("add 2026-05-04_09:00 1h \(warsaw) --open mon-fri_8-16", 64, "write 08:00"),
    ("add 2026-05-04_09:00 1h \(warsaw) --open mno_08:00-16:00", 64, "did you mean 'mon'?"),
    (
      "add 2026-05-04_09:00 1h \(warsaw) --open mon_8:00-16:00 --open mon_9:00-10:00", 64, "overlap"
    ),
    ("add 2026-05-04_09:00 1h \(warsaw) --open 24/7 --holidays DE", 64, "write PL or CZ"),
    ("add 2026-05-04_09:00 1h \(warsaw) --open 24/7 --closed 24.12.2026", 64, "write 2026-12-24"),
    (
      "add 2026-05-04_09:00 1h \(warsaw) --open 24/7 --also-open 2026-12-06", 64,
      "nothing is written"
    ),
    ("add 2026-05-04_09:00 1h \(warsaw) --open sun_02:30-06:00", 65, "skip 02:30"),
    (
      "add 2026-05-04_09:00 1h \(warsaw) --also-open 2026-05-03_09:00-17:00", 65,
      "is not open for 1 h"
    ),
    ("calendar desk --week 1.5.2026", 64, "write 2026-05-01"),
    ("calendar desk --week 0001-01-01", 65, "years 1970 to 2100"),
    ("batch nowhere.jsonl", 66, "no file 'nowhere.jsonl'"),
  ])
  func `a mistake is said with what would be right`(line: String, status: Int32, words: String)
    throws
  {
    let run = try Tool.run(line: "clock \(line)")
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func `a batch comes from standard input too, and an empty one is fine`() throws {
    let question =
      #"{"op":"add","tz":"UTC","hours":{"mon":[["09:00","17:00"]]},"start":"2026-03-02T09:00:00Z","seconds":60}"#
    let run = try Tool.run(["clock", "batch", "-"], input: "\u{FEFF}\(question)\r\n")
    #expect(run.output == #"{"id":null,"instant":"2026-03-02T09:01:00Z"}"# + "\n")
    #expect(run.errors == "" && run.status == 0)
    #expect(
      try Tool.run(["clock", "batch", "-"], input: "") == .init(status: 0, output: "", errors: ""))
  }

  @Test func `more calendars than are remembered are each answered right`() throws {
    var lines = ""
    for round in 0..<2 {
      for minutes in 1...600 {
        let (hour, minute) = (8 + minutes / 60, minutes % 60)
        let closes = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        lines +=
          #"{"id":\#(round * 1000 + minutes),"op":"between","tz":"Europe/Warsaw","hours":{"mon":[["08:00","\#(closes)"]]},"#
          + #""start":"2026-03-02T00:00:00Z","end":"2026-03-03T00:00:00Z"}"# + "\n"
      }
    }
    let run = try Tool.run(["clock", "batch", "-"], input: lines)
    let expected = (0..<2).flatMap { round in
      (1...600).map { #"{"id":\#(round * 1000 + $0),"seconds":\#($0 * 60)}"# }
    }
    #expect(run.output.split(separator: "\n").map(String.init) == expected)
  }
}
