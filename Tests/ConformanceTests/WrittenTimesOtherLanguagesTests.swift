import Testing
import TextMatching

/// Slovak and German times, sent on Wednesday 11 March 2026 at 10:00.
struct WrittenTimesOtherLanguagesTests {
  static let slovak = [
    ("Ozveme sa do 15:00.", "latest 03-11 15:00"),
    ("Ozveme sa o 15:00.", "at 03-11 15:00"),
    ("Ozveme sa o piatej.", "at 03-11 17:00"),
    ("Ozveme sa o 15. hodine.", "at 03-11 15:00"),
    ("Ozveme sa o dve hodiny.", "at 03-11 12:00"),
    ("Ozveme sa o hodinu.", "at 03-11 11:00"),
    ("Ozveme sa do dvoch hodín.", "latest 03-11 12:00"),
    ("Ozveme sa do 24 hodín.", "latest 03-12 10:00"),
    ("Ozveme sa do polhodiny.", "latest 03-11 10:30"),
    ("Ozveme sa v priebehu dňa.", "latest 03-11 24:00"),
    ("Ozveme sa v priebehu 2 hodín.", "latest 03-11 12:00"),
    ("Ozveme sa dnes.", "at 03-11 24:00"),
    ("Ozveme sa zajtra.", "at 03-12 24:00"),
    ("Ozveme sa zajtra ráno.", "at 03-12 12:00"),
    ("Ozveme sa zajtra do obeda.", "latest 03-12 13:00"),
    ("Ozveme sa pozajtra.", "at 03-13 24:00"),
    ("Ozveme sa v piatok.", "at 03-13 24:00"),
    ("Ozveme sa do piatku.", "latest 03-13 24:00"),
    ("Ozveme sa budúci týždeň.", "at 03-22 24:00"),
    ("Ozveme sa najneskôr v utorok.", "latest 03-17 24:00"),
    ("Ozveme sa do 13. marca.", "latest 03-13 24:00"),
    ("Ozveme sa popoludní.", "at 03-11 18:00"),
    ("Ozveme sa do konca týždňa.", "latest 03-15 24:00"),
    ("Ozveme sa do dvoch pracovných dní.", "latest 03-13 24:00"),
    ("Ozveme sa o pol piatej.", "at 03-11 16:30"),
    ("Ozvali sme sa včera.", "past"),
    ("Ozvali sme sa pred hodinou.", "past"),
    ("Ozveme sa o niekoľko hodín.", "vague"),
  ]

  static let german = [
    ("Wir antworten bis 15 Uhr.", "latest 03-11 15:00"),
    ("Wir antworten bis 15:30 Uhr.", "latest 03-11 15:30"),
    ("Wir rufen um 16 Uhr an.", "at 03-11 16:00"),
    ("Wir antworten bis morgen Mittag.", "latest 03-12 12:00"),
    ("Wir antworten heute.", "at 03-11 24:00"),
    ("Wir antworten morgen früh.", "at 03-12 12:00"),
    ("Wir antworten übermorgen.", "at 03-13 24:00"),
    ("Wir antworten bis Freitag.", "latest 03-13 24:00"),
    ("Wir antworten am Freitag.", "at 03-13 24:00"),
    ("Wir antworten am nächsten Montag.", "at 03-16 24:00"),
    ("Wir antworten nächste Woche.", "at 03-22 24:00"),
    ("Wir antworten bis zum 12. März.", "latest 03-12 24:00"),
    ("Wir antworten bis 12.03.2026.", "latest 03-12 24:00"),
    ("Wir antworten innerhalb von 24 Stunden.", "latest 03-12 10:00"),
    ("Wir antworten binnen einer Stunde.", "latest 03-11 11:00"),
    ("Wir antworten in zwei Stunden.", "at 03-11 12:00"),
    ("Wir antworten in einer halben Stunde.", "at 03-11 10:30"),
    ("Wir antworten in drei Werktagen.", "at 03-16 24:00"),
    ("Wir antworten im Laufe des Tages.", "latest 03-11 24:00"),
    ("Wir antworten spätestens am Freitag.", "latest 03-13 24:00"),
    ("Wir antworten bis Ende der Woche.", "latest 03-15 24:00"),
    ("Wir antworten in den nächsten Tagen.", "vague"),
    ("Wir haben gestern geantwortet.", "past"),
    ("Wir haben vor einer Stunde geantwortet.", "past"),
    ("Guten Morgen, Herr Weber.", ""),
  ]

  @Test(arguments: slovak)
  func `Slovak times are found and mean what they say`(text: String, expected: String) throws {
    #expect(try WrittenTimesReader().show(text, language: .slovak) == expected)
    #expect(try WrittenTimesReader().show(plain(text), language: .slovak) == expected)
  }

  @Test(arguments: german)
  func `German times are found and mean what they say`(text: String, expected: String) throws {
    #expect(try WrittenTimesReader().show(text) == expected)
    #expect(try WrittenTimesReader().show(plain(text)) == expected)
  }
}
