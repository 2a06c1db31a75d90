import Conformance
import Testing

/// What looks like a time and is none.
struct WrittenTimesLookAlikesTests {
  static let all = [
    // Prices
    "Rabat do 15,00 zł.", "Kosztuje 299 Kč.", "It is $20 or €33.60.", "Zwrot 49,20 zł zlecony.",
    "Zapłaci Pan o 15.00 zł mniej.", "Doplatek do 15 Kč.", "Taniej o 5 zł netto.",
    "At 8 EUR a piece.",
    "Od 19 tys. zł.", "The blue is £39, by £4 less.", "Za 8 zł.", "Do 1 016,60 zł netto.",
    "Sleva do 15,- Kč.",
    // Versions, ports and addresses
    "Potrzeba PHP 8.2.", "Upgrade from 7.4 to 8.1.", "Přechod z 7.3 na 8.1.",
    "Verze 1.10.4 je v pořádku.",
    "Port 465, SSL.", "Adres to 192.168.1.24.", "Use 10.0.0.1:8080.", "TLS 1.2 i 1.3.",
    "Aktualizujte na 10.11.6.", "http://example.com/2021/03/12", "Plik v 2.0.", "SHA-256 and x86.",
    // Telephones and numbers
    "Proszę dzwonić: 32 700 11 14.", "Volejte 530 000 112.", "Call +44 300 555 3700.",
    "Tel. 601-222-333.", "Zgłoszenie #48120.", "Objednávka OBJ-2211.", "Numer 12/2026/A.",
    "Ticket 2026031500.", "Pokój nr 15.", "Na stole 9 i 10.", "Wew. 4.", "IČO 00000000.",
    "Block 5-6.",
    // Shares, sizes and counts
    "Rabat 15%.", "O 20% taniej.", "Sleva 20 % z paušálu.", "Do 10 GB.", "Limit do 256 MB.",
    "Od 8 do 16 skrzynek.", "Do 14 skrzynek.", "Do pięciu skrzynek.", "Do dvou schránek.",
    "Převod pěti domén.", "By 3 technicians.", "At 60 requests.", "In three steps.",
    "Two plugins and one theme.", "O 5 osób więcej.", "V 7 krocích.", "Ve dvou krocích.",
    "V 5 z 10.",
    "O pierwszej fakturze.", "Do drugiej serwerowni.", "W drugiej lokalizacji.",
    "Od trzeciej wersji.", "O ósmej klasie.", "By one of us.", "At one click.", "One more thing.",
    // Always, lists and names
    "Monitoring 24/7.", "Wsparcie 24/7/365.", "1. Otevřete nastavení.", "2. Wpisz hasło.",
    "Krok 3 z 5.", "May I help?", "The march of time.", "He sat on the fence.", "So, what now?",
    "Po aktualizaci.", "Ne, to ne.", "St. Moritz 3.", "Second line.", "The second backup.",
    "Jan Kowalski.", "A quarter of them.", "Half of the mail.", "We can do it.",
    // Greetings and wishes
    "Dzień dobry!", "Dobry wieczór.", "Miłego popołudnia!", "Miłego dnia.", "Dobré ráno.",
    "Dobrou noc.", "Krásné odpoledne přeji.", "Good afternoon,", "Schönen Abend!",
    // Rates and ages
    "499 zł za rok.", "200 zpráv za hodinu.", "5 wysyłek na godzinę.",
    "Dwieście złotych za godzinę.",
    "12 requests/min.", "£15 a month.", "35 EUR/yr.", "Od 2019 roku.", "Z 2020 roku.",
  ]

  /// Times of these are no bound, although they are times: what lasts, was or repeats.
  @Test(arguments: all)
  func `no promise is seen where there is no time`(text: String) throws {
    let found = try WrittenTimesReader().times(in: text).filter {
      $0.bound.isBinding || $0.bound == .vague
    }
    #expect(found.isEmpty, "\(found)")
  }
}
