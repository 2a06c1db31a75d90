import ServiceTime
import Testing

struct TimeSpanTests {
  @Test(arguments: [
    ("15 min", 900), ("15min", 900), ("4 h", 14_400), ("2 days", 172_800), ("1 h 30 min", 5400),
    ("1h30min", 5400), ("20 s", 20), ("90 minutes", 5400), ("1 hour", 3600), ("1.5 h", 5400),
    ("1,5 h", 5400), ("3 weeks", 1_814_400), ("1 week 2 days 3 h 4 min 5 s", 788_645),
    ("15 MIN", 900), ("  15\u{A0}min ", 900), ("0.25 h", 900), ("0.125 h", 450), ("1.50 min", 90),
    ("1 h 90 min", 9000), ("0015 min", 900), ("3650 days", 315_360_000), ("1 s", 1),
    ("1 h and 30 min", 5400), ("48 h", 172_800), ("1.25 days", 108_000),
  ])
  func `a time is read as people write it`(text: String, seconds: Int) throws {
    #expect(try TimeSpan(written: text).seconds == seconds)
  }

  @Test(arguments: [
    ("4 godz.", 14_400), ("2 godziny", 7200), ("1 godzinę", 3600), ("1 dzień", 86_400),
    ("3 dni", 259_200), ("15 minut", 900), ("20 sekund", 20), ("1 tydzień", 604_800),
    ("2 tygodnie", 1_209_600), ("1 godz. i 30 min.", 5400), ("1 kwadrans", 900),
    ("2 kwadranse", 1800), ("1 doba", 86_400), ("8 hodin", 28_800), ("2 dny", 172_800),
    ("5 dní", 432_000), ("1 den", 86_400), ("1 týden", 604_800), ("3 týdny", 1_814_400),
    ("10 vteřin", 10), ("1 hod. a 15 minut", 4500), ("5 dni\u{301}", 432_000), ("1 TÝDEN", 604_800),
    ("1 tyden", 604_800),
  ])
  func `units may be Polish or Czech`(text: String, seconds: Int) throws {
    #expect(try TimeSpan(written: text).seconds == seconds)
  }

  @Test(arguments: [
    "as soon as possible", "ASAP", "A.S.A.P", "promptly", "immediately", "niezwłocznie",
    "Jak najszybciej!", "co nejdříve", "neprodleně", "soon", "bez zbędnej zwłoki",
    "without undue delay", "v nejbližší době", "JAK  NAJSZYBCIEJ",
  ])
  func `a time that binds nobody is refused by its name`(text: String) {
    let error = #expect(throws: TimeSpanError.self) { try TimeSpan(written: text) }
    #expect(error == .vague(text))
    #expect(error?.message == "'\(text)' means when we feel like it")
    #expect(error?.suggestion == "name a time, such as 15 min or 4 h")
    #expect(error?.utf8 == nil)
  }

  @Test(arguments: [
    ("", TimeSpanError.empty), (" \n", .empty),
    ("fifteen minutes", .noNumber("fifteen minutes")), ("sooner", .noNumber("sooner")),
    ("15", .noUnit("15", utf8: 0..<2)), ("1 h 30", .noUnit("30", utf8: 4..<6)),
    ("1 000 min", .noUnit("1", utf8: 0..<1)), ("15 %", .noUnit("15", utf8: 0..<2)),
    ("15 mni", .unknownUnit("mni", nearest: "min", utf8: 3..<6)),
    ("2 weks", .unknownUnit("weks", nearest: "weeks", utf8: 2..<6)),
    ("4 godziyn", .unknownUnit("godziyn", nearest: "godzin", utf8: 2..<9)),
    ("15 m", .unknownUnit("m", nearest: "min", utf8: 3..<4)),
    ("3 potatoes", .unknownUnit("potatoes", nearest: nil, utf8: 2..<10)),
    ("dzień 3 łokcie", .unexpected("dzień", utf8: 0..<6)),
    ("ł 3 łokcie", .unexpected("ł", utf8: 0..<2)),
    ("1 month", .noFixedLength("month", utf8: 2..<7)),
    ("2 lata", .noFixedLength("lata", utf8: 2..<6)),
    ("2 business days", .workingDays("business", utf8: 2..<10)),
    ("2 dni robocze", .workingDays("robocze", utf8: 6..<13)),
    ("3 pracovní dny", .workingDays("pracovní", utf8: 2..<11)),
    ("1.500 h", .ambiguousNumber("1.500", utf8: 0..<5)),
    ("0.5 s", .notWholeSeconds("0.5 s", utf8: 0..<5)),
    ("1 h 1.005 min", .ambiguousNumber("1.005", utf8: 4..<9)),
    ("1 h 1.01 min", .notWholeSeconds("1.01 min", utf8: 4..<12)),
    ("30 min 1 h", .unitsOutOfOrder("1 h", inOrder: TimeSpan(seconds: 5400), utf8: 7..<10)),
    ("1 h 2 h", .unitsOutOfOrder("2 h", inOrder: TimeSpan(seconds: 10_800), utf8: 4..<7)),
    ("10-15 min", .twoTimes("10-15 min")), ("10 min – 15 min", .twoTimes("10 min – 15 min")),
    ("1:30", .clockForm("1:30")), ("-15 min", .negative("-15 min")),
    ("− 15 min", .negative("− 15 min")), ("0 min", .zero("0 min")), ("0 h 0 s", .zero("0 h 0 s")),
    ("3651 days", .tooLong("3651 days")), ("3650 days 1 s", .tooLong("3650 days 1 s")),
    ("99999999999999999999 h", .tooLong("99999999999999999999 h")),
    ("999999999999 weeks", .tooLong("999999999999 weeks")),
    ("within 15 min", .unexpected("within", utf8: 0..<6)),
    ("15 min!", .unexpected("!", utf8: 6..<7)), ("1 h and", .unexpected("and", utf8: 4..<7)),
    ("and 1 h", .unexpected("and", utf8: 0..<3)), ("+15 min", .unexpected("+", utf8: 0..<1)),
    ("15 min or 4 h", .unexpected("or", utf8: 7..<9)),
    ("1e3 s", .unknownUnit("e", nearest: nil, utf8: 1..<2)),
    ("nan", .noNumber("nan")), ("١٥ min", .noNumber("١٥ min")),
  ])
  func `a text that is no time is refused with what is wrong`(text: String, expected: TimeSpanError)
  {
    let error = #expect(throws: TimeSpanError.self) { try TimeSpan(written: text) }
    #expect(error == expected)
  }

  @Test(arguments: [
    ("PT15M", "write 15 min"), ("P1DT12H", "write 36 h"), ("p2w", "write 14 days"),
    ("P1M", "write a number and a unit, such as 15 min"),
    ("PT0S", "write a number and a unit, such as 15 min"),
    ("P999999999W", "write a number and a unit, such as 15 min"),
    ("PT1.5H", "write a number and a unit, such as 15 min"),
  ])
  func `a duration for machines is answered with how people write it`(
    text: String, suggestion: String
  ) {
    let error = #expect(throws: TimeSpanError.self) { try TimeSpan(written: text) }
    #expect(error?.message == "'\(text)' is written for machines")
    #expect(error?.suggestion == suggestion)
  }

  @Test(arguments: [
    (1, "1 s"), (60, "1 min"), (90, "1 min 30 s"), (900, "15 min"), (5400, "1 h 30 min"),
    (86_399, "23 h 59 min 59 s"), (86_400, "1 day"), (129_600, "36 h"), (172_800, "2 days"),
    (1_209_600, "14 days"), (0, "0 s"), (-900, "-15 min"), (-86_400, "-1 day"),
    (3601, "1 h 1 s"),
  ])
  func `a time is printed in its usual form`(seconds: Int, text: String) {
    #expect(TimeSpan(seconds: seconds).description == text)
  }

  @Test func `what is printed reads back to the same time`() throws {
    var generator = SplitMix(seed: 7)
    let longest = TimeSpan.longestWritten.seconds
    for _ in 0..<500 {
      let digits = Int.random(in: 1...9, using: &generator)
      let bound = (0..<digits).reduce(1) { power, _ in power * 10 }
      let span = TimeSpan(seconds: Int.random(in: 1...min(bound, longest), using: &generator))
      #expect(try TimeSpan(written: span.description) == span)
      #expect(try TimeSpan(written: span.inHours) == span)
    }
  }

  @Test func `extreme spans print without a crash`() {
    #expect(TimeSpan(seconds: .max).description.hasSuffix("7 s"))
    #expect(TimeSpan(seconds: .min).description.hasPrefix("-"))
    #expect(TimeSpan(seconds: 172_800).inHours == "48 h")
  }

  @Test(arguments: [
    ("2 days", true), ("1 tydzień", true), ("1 day 2 h", true), ("1 doba", true), ("48 h", false),
    ("15 min", false),
  ])
  func `it is kept whether a time was written in days`(text: String, usesDays: Bool) throws {
    let written = try WrittenTimeSpan(text)
    #expect(written.usesDays == usesDays)
    #expect(written.text == text)
  }

  @Test func `the place of a mistake is exactly the wrong words`() throws {
    for text in ["1 h  30", "ą 1 h", "2 dni robocze", "1 h 1,01 min", "dzień 30 min 1 godz."] {
      let error = #expect(throws: TimeSpanError.self) { try TimeSpan(written: text) }
      let range = try #require(error?.utf8)
      let words = String(decoding: Array(text.utf8)[range], as: UTF8.self)
      #expect(error?.message.contains(words) == true)
    }
  }

  @Test func `any text is read or refused, never a crash`() {
    let pieces = [
      "1", "15", "9999999999999", ".", ",", "5", "h", "min", "s", " ", "days", "-", "–", ":", "P",
      "T", "PT", "and", "ą", "👩🏽‍🔧", "\u{301}", "\u{0}", "0", "e", "soon", "W", "M", "D", "\n",
    ]
    var generator = SplitMix(seed: 11)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...7, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      do {
        let span = try TimeSpan(written: text)
        #expect((1...TimeSpan.longestWritten.seconds).contains(span.seconds), "\(text)")
      } catch {
        #expect(!error.message.isEmpty && !error.suggestion.isEmpty)
        if let range = error.utf8 { #expect(range.upperBound <= text.utf8.count, "\(text)") }
      }
    }
  }
}
