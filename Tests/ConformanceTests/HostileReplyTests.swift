import Conformance
import Diagnostics
import Foundation
import ServiceTime
import Standards
import Testing
import Tickets

/// Replies that nobody wrote by hand, through the whole audit by the catalogue that is shipped.
struct HostileReplyTests {
  /// Quotations that go ever deeper, of so many bytes.
  private static func nested(_ bytes: Int, mark: String) -> String {
    var text = "Odpowiadam niżej.\n"
    var depth = 1
    while text.utf8.count < bytes {
      text += String(repeating: mark, count: depth) + "tekst\n"
      depth += 1
    }
    return text
  }

  private static func repeated(_ piece: String, _ bytes: Int) -> String {
    String(repeating: piece, count: bytes / piece.utf8.count + 1)
  }

  @Test(arguments: [
    "Dzień dobry, odezwę się do 14:00. Przepraszam za kłopot.\n", "a", "A", ">", "> ", ">\n", "x\n",
    "\n", " ", "…", "!", "?", "„", "\"", "'", "(", "-", "a-", "1", "1:", "1.", "a@", "a.pl ",
    "www.",
    "http://", "np. ", "🇵🇱", "😨", "👩🏽‍🔧", "\u{301}", "a\u{301}\u{323}", "\u{200B}", "\u{200D}",
    "a\u{200B}", "\u{FEFF}", "\u{FE0F}", "\u{00A0}", "你", "ж", "ﷺ", "ß", "ﬃ", "do 14:00 ",
    "w ciągu ",
    "poniedziałek ", "dwadzieścia dwa ", "jak najszybciej ", "Pani Anno, ", "Czy mogę pomóc? ",
    "nie ", "Przepraszam. ", "Anna Nowak\n", "Pozdrawiam\n", "tel. 600 100 200\n", "-- \n",
    "W dniu 3.03.2026 Anna napisał(a):\n> x\n", "<p>", "&amp;", "<!--", "numer zamówienia 1 ",
  ])
  func `a reply that repeats itself takes time by its length`(piece: String) throws {
    let small = try Self.ticket(Self.repeated(piece, 4_000))
    let large = try Self.ticket(Self.repeated(piece, 16_000))
    let auditor = try ShippedCatalogue.auditor
    let growth = CPUTime.growth(
      floor: 0.02, { _ = auditor.audit(small) }, { _ = auditor.audit(large) })
    #expect(growth <= 8)
  }

  /// Of sentences with times and words of lists it takes more, before work that grows with both shows.
  @Test(arguments: [
    "Odezwę się jutro do 14:00. ", "Wkrótce wrócimy, do 16:00. ", "Czy poda Pan numer zamówienia? ",
    "Państwa pakiet polecam. ",
  ])
  func `a reply of many like sentences takes time by its length`(piece: String) throws {
    let small = try Self.ticket(Self.repeated(piece, 30_000))
    let large = try Self.ticket(Self.repeated(piece, 120_000))
    let auditor = try ShippedCatalogue.auditor
    let growth = CPUTime.growth(
      floor: 0.02, { _ = auditor.audit(small) }, { _ = auditor.audit(large) })
    #expect(growth <= 8)
  }

  /// Quadratic work on so much would take hours; a debug build needs half a minute.
  @Test(.timeLimit(.minutes(3)))
  func `long replies are audited to the end`() throws {
    let texts = [
      Self.nested(300_000, mark: "> "), Self.nested(300_000, mark: ">"),
      String(repeating: ">", count: 10_000), String(repeating: "x", count: 1_000_000),
      String(repeating: ">\n", count: 10_000) + "Dzień dobry",
      Self.repeated(String(repeating: "ż", count: 5_000) + " ", 200_000),
    ]
    for text in texts {
      let audit = try ShippedCatalogue.auditor.audit(Self.ticket(text))
      #expect(!audit.verdicts.isEmpty)
    }
  }

  @Test(arguments: [
    "😀 🎉🎉 👍", "\u{301}\u{301}\u{301}", "\u{200B}\u{200B}\u{FEFF}\u{2060}", "", " \n\t\r\n ", "\0\0",
    "\u{202E}gnirts desrever\u{202C}", "\u{E000}\u{10FFFF}\u{FFFF}",
  ])
  func `a reply without words is left to a person, or judged without one`(text: String) throws {
    let audit = try ShippedCatalogue.auditor.audit(Self.ticket(text))
    let ofReply = audit.verdicts.filter { $0.event == 0 }
    #expect(!ofReply.isEmpty)
    for verdict in ofReply {
      for case .words(let words) in verdict.evidence {
        #expect(words.range.upperBound <= text.unicodeScalars.count)
      }
    }
  }

  /// What is between the letters of a word does not hide it.
  @Test func `invisible characters hide no words`() throws {
    let plain = "Odpowiemy wkrótce na Pana pytanie."
    let hidden = plain.map { "\($0)\u{200B}\u{2060}" }.joined()
    func missed(_ text: String) throws -> [String] {
      try ShippedCatalogue.auditor.audit(Self.ticket(text)).verdicts
        .filter { $0.outcome == .missed && $0.event == 0 }.map(\.standard)
    }
    #expect(try missed(plain).contains("no-vague-promise"))
    #expect(try missed(hidden) == missed(plain))
  }

  static func ticket(_ text: String) throws -> Ticket {
    let at = OffsetInstant(instant: Instant(seconds: 1_772_442_000), utcOffset: 3_600)
    return Ticket(
      id: "T-1", channel: "email", topic: "mail", customer: Customer(name: "Anna Nowak"),
      events: [TicketEvent(at: at, kind: .message(Message(from: .agent, agent: "ola", text: text)))]
    )
  }
}

/// The catalogue that comes with kwadrans.
enum ShippedCatalogue {
  private static let made = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var diagnostics = Diagnostics()
    let texts = try CatalogueFolder.texts(
      at: root.appending(path: "standards").path, into: &diagnostics)
    return try Auditor(
      CatalogueReader.read(texts, after: diagnostics).catalogue, Lexicon.builtIn().lexicon)
  }

  /// An auditor by it, made once.
  static var auditor: Auditor { get throws { try made.get() } }
}
