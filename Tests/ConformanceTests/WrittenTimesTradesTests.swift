import Testing

/// Times as couriers, doctors, restaurants and banks write them, sent on Wednesday 11 March 2026 at
/// 10:00.
struct WrittenTimesTradesTests {
  static let all = [
    ("Kurier dostarczy przesyłkę między 14 a 16.", "at 03-11 16:00"),
    ("Kurier będzie u Państwa ok. 12-13.", "at 03-11 13:00"),
    ("Serwisant przyjedzie w czwartek w godz. 8-12.", "at 03-12 12:00"),
    ("Serwisant przyjedzie 20.03 między 8:00 a 10:00.", "at 03-20 10:00"),
    ("Wizytę umówiłam na wtorek 17.03 na godz. 9:15.", "at 03-17 09:15"),
    ("Wizyta jest umówiona na piątek na 14.", "at 03-13 14:00"),
    ("Zarezerwowałam stolik na 19:30.", "at 03-11 19:30"),
    ("Odezwę się najdalej w poniedziałek.", "latest 03-16 24:00"),
    ("Odezwę się z samego rana.", "at 03-11 12:00"),
    ("Odezwę się jutro z rana.", "at 03-12 12:00"),
    ("Odezwę się jeszcze w tym tygodniu.", "latest 03-15 24:00"),
    ("Odezwę się po weekendzie.", "from 03-15 24:00"),
    ("Odezwę się po piątku.", "from 03-13 24:00"),
    ("Odezwę się za dzień lub dwa.", "at 03-13 24:00"),
    ("Oddzwonimy w mniej niż godzinę.", "latest 03-11 11:00"),
    ("Oddzwonimy za niecałą godzinę.", "at 03-11 11:00"),
    ("Maksymalnie 2 dni.", "latest 03-13 24:00"),
    ("Paczka wyjdzie dziś o 17-tej.", "at 03-11 17:00"),
    ("Paczka wyjdzie dziś do g. 17.", "latest 03-11 17:00"),
    ("Faktura będzie do 10-tego kwietnia.", "latest 04-10 24:00"),
    ("Zadzwonię pn. 16.03 o 10.", "at 03-16 10:00"),
    ("W poniedziałek o 9.30 będę.", "at 03-16 09:30"),
    ("W połowie przyszłego tygodnia.", "at 03-19 24:00"),
    ("Kurýr přijede mezi 14. a 16. hodinou.", "at 03-11 16:00"),
    ("Technik dorazí zítra kolem deváté.", "at 03-12 09:00"),
    ("Technik dorazí 20.3. dopoledne.", "at 03-20 12:00"),
    ("Objednal jsem Vás na úterý 17. 3. na 9:15.", "at 03-17 09:15"),
    ("Peníze vrátíme do 3-5 pracovních dní.", "latest 03-18 24:00"),
    ("Dám vědět po obědě.", "at 03-11 18:00"),
    ("Dám vědět maximálně do hodiny.", "latest 03-11 11:00"),
    ("Dám vědět do 17.00 hod.", "latest 03-11 17:00"),
    ("Dám vědět o půl třetí.", "at 03-11 14:30"),
    ("Přijdu v pondělí na osmou.", "at 03-16 08:00"),
    ("Do šesti večer.", "latest 03-11 18:00"),
    ("Your parcel arrives between 2pm and 4pm.", "at 03-11 16:00"),
    ("Your parcel arrives tomorrow between 9 and 11.", "at 03-12 11:00"),
    ("The engineer comes on Thursday, 9-11am.", "at 03-12 11:00"),
    ("Your table is booked for 7:30pm.", "at 03-11 19:30"),
    ("Your appointment is on Tue 17 March at 9.15.", "at 03-17 09:15"),
    ("I'll write first thing tomorrow.", "at 03-12 12:00"),
    ("I'll write by Monday latest.", "latest 03-16 24:00"),
    ("I'll write in no more than 2 hours.", "at 03-11 12:00"),
    ("I'll write in under an hour.", "at 03-11 11:00"),
    ("I'll write inside the hour.", "latest 03-11 11:00"),
    ("I'll write in an hour or two.", "at 03-11 12:00"),
    ("I'll write before the weekend.", "latest 03-13 24:00"),
    ("Expect it no later than the 20th.", "latest 03-20 24:00"),
    ("It will be there by 10:00 CET on Friday.", "latest 03-13 10:00"),
    ("The engineer comes tomorrow from 8 to 5.", "at 03-12 17:00"),
    ("Delivery Apr 6.", "at 04-06 24:00"),
    ("In 2 working days' time.", "at 03-13 24:00"),
    ("Within 24 hrs max.", "latest 03-12 10:00"),
    ("About 8 people came.", ""),
    ("O 3 lata starszy.", "duration"),
  ]

  @Test(arguments: all)
  func `times of other trades are found`(text: String, expected: String) throws {
    #expect(try WrittenTimesReader().show(text) == expected)
  }
}
