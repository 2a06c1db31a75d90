import ServiceTime
import SourceYAML
import Standards
import Testing

@testable import Reports

struct WordsTests {
  private static let shares: [(share: Double, said: String)] = [
    (0, "0.0%"), (1, "100.0%"), (0.9376, "93.8%"), (0.999_666_7, "99.97%"), (0.000_333_3, "0.03%"),
    (0.0005, "0.1%"), (0.9996, "99.96%"), (0.999_999, "99.9999%"), (0.000_001, "0.0001%"),
    (0.999_999_999_999, "100.0%"),
  ]

  @Test(arguments: shares)
  func `a share is all or nothing only where it is`(share: Double, said: String) {
    #expect(Written.percent(share) == said)
  }

  @Test(arguments: [
    (60, "w ciągu 1 minuty", "do 1 minuty", "within 1 minute"),
    (120, "w ciągu 2 minut", "do 2 minut", "within 2 minutes"),
    (900, "w ciągu 15 minut", "do 15 minut", "within 15 minutes"),
    (3600, "w ciągu 1 godziny", "do 1 hodiny", "within 1 hour"),
    (5400, "w ciągu 1 godziny 30 minut", "do 1 hodiny 30 minut", "within 1 hour 30 minutes"),
    (20, "w ciągu 20 sekund", "do 20 sekund", "within 20 seconds"),
    (86_400, "w ciągu 1 dnia", "do 1 dne", "within 1 day"),
    (172_800, "w ciągu 2 dni", "do 2 dnů", "within 2 days"),
  ])
  func `a limit is inflected as it should`(seconds: Int, pl: String, cs: String, en: String) {
    for (language, expected) in [("pl", pl), ("cs", cs), ("en", en)] {
      let said = Words(language).within(TimeSpan(seconds: seconds), inHours: false)
      #expect(said.replacing("\u{A0}", with: " ") == expected)
    }
  }

  @Test(arguments: [
    (1, "1 godzinę", "1 hodinu", "1 hour"), (2, "2 godziny", "2 hodiny", "2 hours"),
    (4, "4 godziny", "4 hodiny", "4 hours"), (5, "5 godzin", "5 hodin", "5 hours"),
    (12, "12 godzin", "12 hodin", "12 hours"), (22, "22 godziny", "22 hodin", "22 hours"),
    (48, "48 godzin", "48 hodin", "48 hours"),
  ])
  func `a longest wait is inflected as it should`(hours: Int, pl: String, cs: String, en: String) {
    for (language, expected) in [("pl", pl), ("cs", cs), ("en", en)] {
      let said = Words(language).span(TimeSpan(seconds: hours * 3600), inHours: true)
      #expect(said.replacing("\u{A0}", with: " ") == expected)
    }
  }

  @Test func `days are counted only where nights count`() {
    let twoDays = TimeSpan(seconds: 172_800)
    #expect(Words("en").short(twoDays, inHours: false) == "2\u{A0}days")
    #expect(Words("en").short(twoDays, inHours: true) == "48\u{A0}h")
  }

  @Test func `shares are written as each language writes them`() throws {
    let share = try #require(Share(written: "99.5%"))
    #expect(Words("pl").share(share) == "99,5%")
    #expect(Words("cs").share(share) == "99,5\u{A0}%")
    #expect(Words("en").share(share) == "99.5%")
    #expect(Words("en").share(.all, over: .week) == "in every case")
  }

  @Test func `short words stay with the next one in Polish and Czech`() {
    #expect(Words("pl").typeset("i w domu a nie") == "i\u{A0}w\u{A0}domu a\u{A0}nie")
    #expect(Words("cs").typeset("k nim v sobě") == "k\u{A0}nim v\u{A0}sobě")
    #expect(Words("en").typeset("a day I like") == "a day I like")
  }

  @Test func `a week is told in as few lines as it takes`() throws {
    let week = try WeeklyHours([
      .init(day: .monday, range: try ClockRange(written: "08:00-12:00")),
      .init(day: .monday, range: try ClockRange(written: "13:00-17:00")),
      .init(day: .tuesday, range: try ClockRange(written: "08:00-12:00")),
      .init(day: .tuesday, range: try ClockRange(written: "13:00-17:00")),
      .init(day: .friday, range: try ClockRange(written: "22:00-06:00")),
      .init(day: .sunday, range: try ClockRange(written: "00:00-24:00")),
    ])
    let lines = Words("cs").week(week).map { "\($0.days): \($0.hours)" }
    #expect(
      lines == [
        "pondělí–úterý: 8:00–12:00, 13:00–17:00", "středa–čtvrtek: zavřeno",
        "pátek: 22:00–6:00 (následujícího dne)", "sobota: zavřeno", "neděle: 0:00–24:00",
      ])
  }

  @Test func `moments are dated, and what is none stays as written`() {
    #expect(Words("pl").moment("2026-11-03 08:05") == "wtorek 3.11.2026, 8:05")
    #expect(
      Words("en").moment("2026-11-03 10:05:30") == "Tuesday 3\u{A0}November 2026, 10:05:30")
    #expect(Words("cs").moment("tomorrow at noon") == "tomorrow at noon")
    #expect(Words("cs").moment("+10 min") == "+10 min")
    #expect(["09:05", "19:05"].map(Words("en").moment) == ["9:05", "19:05"])
    #expect(
      Words("pl").moment("2026-10-25T02:50+02:00") == "niedziela 25.10.2026, 2:50 (+02:00)")
  }

  @Test func `every kind and every parameter has a name in our languages`() {
    for reader in KindReader.all {
      #expect(NameWords.kinds[reader.card.key] != nil, "\(reader.card.key)")
      for key in reader.card.keys {
        #expect(NameWords.parameters[key.name] != nil, "\(reader.card.key): \(key.name)")
      }
    }
    let keys = Set(KindReader.all.map(\.card.key))
    #expect(NameWords.prohibitions.isSubset(of: keys))
    #expect(Set(NameWords.kinds.keys) == keys)
  }

  @Test(arguments: [
    ("a ==b== c", "a b c", ["b"]), ("==a====b==", "ab", ["a", "b"]), ("plain", "plain", []),
    ("", "", []), ("open ==end", "open ==end", []), ("==x== and ==y", "x and ==y", ["x"]),
  ])
  func `marks are told from text`(written: String, plain: String, marked: [String]) {
    let text = ExamplePieces(written)
    #expect(text.plain == plain)
    #expect(text.marked == marked)
  }
}
