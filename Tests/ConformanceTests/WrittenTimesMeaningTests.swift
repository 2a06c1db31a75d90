import Conformance
import Foundation
import ServiceTime
import Testing
import TextMatching

struct WrittenTimesMeaningTests {
  /// A desk open Monday to Friday 8:00 to 20:00 and Saturday 9:00 to 15:00.
  static func desk() throws -> OpeningHours {
    let week = try ClockRange(written: "08:00-20:00")
    let saturday = try ClockRange(written: "09:00-15:00")
    let entries =
      [Weekday.monday, .tuesday, .wednesday, .thursday, .friday].map {
        WeeklyHours.Entry(day: $0, range: week)
      } + [WeeklyHours.Entry(day: .saturday, range: saturday)]
    return OpeningHours(
      zone: try .named("Europe/Warsaw"), week: try WeeklyHours(entries), holidays: [.poland])
  }

  @Test(arguments: [
    ("Odpiszę do końca pracy.", "latest 03-11 20:00"),
    ("We reply by COB tomorrow.", "latest 03-12 20:00"),
    ("We reply by close of business on Saturday.", "latest 03-14 15:00"),
    ("Vrátíme to, než zavřeme.", "latest 03-11 20:00"),
    ("Odpiszę do końca zmiany.", "latest 03-11 20:00"),
    ("Odpiszę w ciągu 3 dni roboczych.", "latest 03-14 24:00"),
    ("We reply within twelve working hours.", "latest 03-12 10:00"),
    // Closing decides nothing else: the customer does not know it.
    ("Odpiszę do piątku.", "latest 03-13 24:00"),
    ("Odpiszę dziś.", "at 03-11 24:00"),
  ])
  func `opening hours decide closing and working time only`(
    text: String, expected: String
  ) throws {
    #expect(try WrittenTimesReader(hours: Self.desk()).show(text) == expected)
  }

  @Test(arguments: [
    // Friday evening; Monday 6 April is Easter Monday.
    ("2026-04-03T21:00:00+02:00", "We reply by COB.", "latest 04-04 15:00"),
    ("2026-04-03T21:00:00+02:00", "Do 2 dni roboczych.", "latest 04-07 24:00"),
    ("2026-04-03T19:00:00+02:00", "Within 8 working hours.", "latest 04-07 09:00"),
    ("2026-04-03T21:00:00+02:00", "The next working day.", "at 04-04 24:00"),
  ])
  func `holidays are no working days`(sentAt: String, text: String, expected: String) throws {
    #expect(try WrittenTimesReader(sentAt: sentAt, hours: Self.desk()).show(text) == expected)
  }

  @Test func `a desk that never closes has the working days of others`() throws {
    let reader = try WrittenTimesReader(sentAt: "2026-03-13T10:00:00+01:00", hours: .always)
    #expect(reader.show("Do 2 dni roboczych.") == "latest 03-17 24:00")
    #expect(reader.show("By COB.") == "latest")
    #expect(reader.show("Within 10 working hours.") == "latest 03-16 12:00")
  }

  @Test func `a desk open day and night rests on holidays only`() throws {
    let zone = try ZoneTable.named("Europe/Warsaw")
    let hours = OpeningHours(zone: zone, week: .roundTheClock, holidays: [.poland])
    // 1 May 2026 is a Friday.
    let reader = try WrittenTimesReader(sentAt: "2026-04-30T10:00:00+02:00", hours: hours)
    #expect(reader.show("Do 1 dnia roboczego.") == "latest 05-04 24:00")
  }

  @Test(arguments: [
    // 29 March 2026, 2:00: clocks jump to 3:00.
    ("2026-03-28T22:00:00+01:00", "W ciągu 6 godzin.", "latest 03-29 05:00"),
    ("2026-03-28T22:00:00+01:00", "Do 2:30.", "latest 03-29 03:00"),
    ("2026-03-28T22:00:00+01:00", "Jutro do 12:00.", "latest 03-29 12:00"),
    ("2026-03-28T22:00:00+01:00", "W ciągu 24 godzin.", "latest 03-29 23:00"),
    ("2026-03-28T22:00:00+01:00", "Za 1 dzień.", "at 03-29 24:00"),
    // 25 October 2026, 3:00: clocks go back to 2:00.
    ("2026-10-24T22:00:00+02:00", "W ciągu 6 godzin.", "latest 10-25 03:00"),
    ("2026-10-24T22:00:00+02:00", "Do jutra.", "latest 10-25 24:00"),
  ])
  func `changes of clocks are counted`(sentAt: String, text: String, expected: String) throws {
    #expect(try WrittenTimesReader(sentAt: sentAt).show(text) == expected)
  }

  @Test func `a time that clocks show twice counts when it comes again`() throws {
    let reader = try WrittenTimesReader(sentAt: "2026-10-24T22:00:00+02:00")
    let time = try #require(reader.times(in: "Do 2:30.").first)
    let by = time.resolve(sentAt: reader.sentAt, zone: reader.zone)?.by
    #expect(try by == OffsetInstant(iso8601: "2026-10-25T02:30:00+01:00".utf8).instant)
  }

  @Test(arguments: [
    ("2026-12-30T10:00:00+01:00", "Do 5 stycznia.", "latest 2027-01-05 24:00"),
    ("2027-01-05T10:00:00+01:00", "Termin był do 30 grudnia.", "latest 12-30 24:00"),
    ("2026-12-30T10:00:00+01:00", "W styczniu.", "at 2027-01-31 24:00"),
    ("2027-01-05T10:00:00+01:00", "W grudniu.", "at 12-31 24:00"),
    ("2026-01-31T10:00:00+01:00", "Za miesiąc.", "at 02-28 24:00"),
    ("2026-03-20T10:00:00+01:00", "By the 15th.", "latest 04-15 24:00"),
    ("2026-01-31T10:00:00+01:00", "By the 30th.", "latest 03-30 24:00"),
    ("2026-03-15T10:00:00+01:00", "W weekend.", "at 03-15 24:00"),
    ("2026-03-15T10:00:00+01:00", "Next Monday.", "at 03-16 24:00"),
    ("2026-03-14T10:00:00+01:00", "By the weekend.", "latest 03-20 24:00"),
    ("2026-03-11T02:00:00+01:00", "W nocy.", "at 03-11 06:00"),
    ("2026-03-11T20:00:00+01:00", "Rano.", "at 03-12 12:00"),
    ("2026-03-11T17:30:00+01:00", "Dziś do 17:00.", "latest 03-11 17:00"),
    ("2026-03-11T17:30:00+01:00", "Do 17:00.", "latest 03-12 17:00"),
    ("2026-03-11T17:30:00+01:00", "O piątej.", "at 03-12 17:00"),
    ("2026-03-11T17:30:00+01:00", "O ósmej.", "at 03-11 20:00"),
    ("2026-03-11T21:30:00+01:00", "O ósmej.", "at 03-12 08:00"),
    ("2026-03-11T17:30:00+01:00", "Do końca kwartału.", "latest 03-31 24:00"),
    ("2026-04-01T09:00:00+02:00", "Do konce čtvrtletí.", "latest 06-30 24:00"),
    ("2028-02-01T09:00:00+01:00", "Do 29 lutego.", "latest 2028-02-29 24:00"),
    ("2026-02-01T09:00:00+01:00", "Do 29 lutego.", "latest"),
  ])
  func `the day of sending decides`(sentAt: String, text: String, expected: String) throws {
    #expect(try WrittenTimesReader(sentAt: sentAt).show(text) == expected)
  }

  /// Exact, and the day after because the time of day was over.
  @Test(arguments: [
    ("Do 15:00.", true, false), ("Do 9:00.", true, true), ("Jutro do 9:00.", true, false),
    ("Do jutra.", false, false), ("Jutro rano.", false, false), ("Około 15:00.", false, false),
    ("W ciągu 2 godzin.", true, false), ("W ciągu 2 dni.", false, false),
    ("O piątej.", true, false),
    ("W piątek o piątej.", false, false), ("W piątek o ósmej.", true, false),
    ("Do końca dnia.", true, false), ("Rano o 9.", true, true), ("W południe.", true, false),
    ("At 9:50.", true, true), ("Within 8 working hours.", false, false),
  ])
  func `a resolution says how sure it is`(text: String, isExact: Bool, isCarried: Bool) throws {
    let reader = try WrittenTimesReader()
    let time = try #require(reader.times(in: text).first)
    let found = try #require(time.resolve(sentAt: reader.sentAt, zone: reader.zone))
    #expect(found.isExact == isExact)
    #expect(found.isCarriedOver == isCarried)
  }

  @Test(arguments: [
    ("Kolegové pracují, e-shop poběží nejpozději v 8:30.", ["nejpozdeji v 8:30"]),
    ("Odpiszę do środy 6 maja, do godz. 12:00, i zadzwonię.", ["do srody 6 maja, do godz. 12:00"]),
    ("Do 15:00!", ["do 15:00"]),
    ("Termin to 12.03.2026.", ["12.03.2026"]),
    ("By Friday at the latest, or in 2 days.", ["by friday at the latest", "in 2 days"]),
    ("Dziś o 14:30, najpóźniej o 14:40.", ["dzis o 14:30", "najpozniej o 14:40"]),
    ("Skončí ve 14 dnech.", ["ve 14 dnech"]),
    ("Pošleme „dnes“ (do 14:00).", ["dnes\" (do 14:00"]),
  ])
  func `a time stands where it was written`(text: String, expected: [String]) throws {
    #expect(try WrittenTimesReader().words(text) == expected)
  }

  @Test func `only the sentence asked for is read`() {
    let bytes = FoldedText("Dziś do 15:00. Jutro do 16:00.").bytes
    let second = WrittenTimes.find(in: bytes, 15..<bytes.count)
    #expect(second.map(\.range) == [15..<29])
    #expect(WrittenTimes.find(in: bytes, -5..<4).map(\.range) == [0..<4])
    #expect(WrittenTimes.find(in: bytes, 900..<1000).isEmpty)
    #expect(WrittenTimes.find(in: [], 0..<0).isEmpty)
  }

  /// Each once took more than linear time or went beyond its bounds in a parser like this.
  @Test(
    arguments: [
      "1", "1.", "1:", "1-", "1 ", "9999999999", "a", "a'", "do ", "do 5 ", "zanim ", "5. ",
      "12. 3. ",
      "od 2 do ", "w piątek ", "2 i ", "pół ", "než ", "before ", "the end of ", "-", ".",
      "\u{1F600}",
      "godz. ", "1/2 ", "a few ", "third ", "za pięć ", "0", "2026-03-", "99999999999 dni ",
    ])
  func `a long sentence takes linear time`(unit: String) throws {
    /// Time of this thread's processor (unit: ns), which a busy machine hardly changes.
    func duration(_ size: Int) -> Int {
      let bytes = FoldedText(String(repeating: unit, count: size / unit.utf8.count)).bytes
      let start = Self.processorTime
      _ = WrittenTimes.find(in: bytes, 0..<bytes.count)
      return Self.processorTime - start
    }
    // Sixteen times the length may take a hundred times as long, which leaves room for caches; what
    // grows by the square takes 256 times.
    let short = max((0..<5).map { _ in duration(1 << 11) }.min() ?? 0, 200_000)
    #expect(duration(1 << 15) < short * 100)
  }

  private static var processorTime: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  @Test(arguments: [
    "99999 lat", "w ciągu 99999 lat", "do 99999 dni", "do 99999 dni roboczych", "za 99999 miesięcy",
    "w ciągu 99999 godzin roboczych", "do 0 minut", "do 31.02.", "do 30 lutego", "do 99:99",
    "do 24:01", "do 9999-12-31", "o 24:00", "do 00:00", "by the 32nd", "by 13 pm", "w 0,00 h",
  ])
  func `odd values crash nothing`(text: String) throws {
    for sentAt in ["2026-03-11T10:00:00+01:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"] {
      _ = try WrittenTimesReader(sentAt: sentAt).show(text)
    }
  }
}
