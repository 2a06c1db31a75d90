import Testing
import TextMatching

struct SentencesTests {
  /// Each `|` is where a sentence must end, and nowhere else.
  @Test(arguments: [
    "Jedna věta.| Druhá věta!| Třetí?",
    "Zdanie jedno.| Ósme zdanie.",
    "Hotovo!| a teď dál",
    "Tak?| pozdrawiam",
    "Wait... what is it",
    "Wait… what?| Next… | Yes",
    "Piszę np. Tomkowi, m.in. Annie i tzn. Janowi.",
    "Ul. Długa 5, ul. Krótka i al. Jerozolimskie.",
    "Sprawa nr. 12, tel. 123 456, godz. 15.30, p. Kowalski i dr. Nowak.",
    "Firma ABC sp. z o.o. działa.",
    "Č. j. 12/2024, vč. DPH, např. Praha, tj. Brno a č. 89/2012.",
    "Ing. Novák a Mgr. Nováková, pí. Malá, Tel. 5.",
    "Domény, e-maily atd. fungují.| Weby atd.| Nová věta.",
    "Mr. Smith and Ms. Brown, e.g. Anna, i.e. Bob vs. Carl.",
    "Fixed by Dr. House etc. and no. 5.",
    "The answer is no.| Please wait.",
    "Open a new tab.| Then close it.",
    "Pomogę im.| Proszę dać nam.| Potem.",
    "Sejdeme se 12. 5. 2026 nebo 3. června.| Potom se uvidí.",
    "Do 12.05.| Potem 8.30 i 14.30.| Koniec.",
    "Wir kommen am 3. Juni.| Danke.",
    "Rok 2025.| 5 serverů spadlo.",
    "Trvá to 5 h.| Pak napíšeme.",
    "Zapłacili 5 tys.| Reszta później.",
    "Numer 32 700 11 00 wew. 4, śmiało.",
    "J. Novák a J. K. Tyl přišli.",
    "Jděte na www.example.com/a.b?c=d.| Pak pište na jan.novak@example.com.| Verze 1.2.3 je venku.",
    "Wersja 2.0 działa od 8.30 do 15.45, port 8080.",
    "Řekl „Ano.“| Potom šel.",
    "(Viz níže.)| Dále.",
    "„Opravdu?“ zeptal se.",
    "Je to tak.| „Ano,“ řekl.",
    "Potřebujete ještě něco? 😊| Hezký den!",
    "Hotovo. 👍🏽| Další",
    "Díky! :-)| Jan",
    "Díky :) Jan",
    "Super!!!| Tak?!| Dobře.",
    "Seznam:|\n- první položka|\n- druhá|\n• třetí",
    "Kroky:|\n1. Otevřete web.|\n2. Klikněte.|\n3) potom|\na) takhle",
    "Kroky:|\n1. otevřete web.|\n2. klikněte.",
    "Termín je do 12.\n5. června se uvidí.",
    "Platí např.|\n- weby",
    "Panie Tomaszu,|\n\njuż sprawdzam.| Proszę\nczekać|\n \nOla",
    "klid.| nic se neděje.| ozveme se do 3. června, např. zítra.| tak",
    "vše běží (viz níže.) a jede dál.| hotovo",
    "To je ono. nic víc",
    "ШАГ один.| Шаг два. и три",
    "Hotovo.|\r\nDalší.| \u{A0} Poslední",
    "...",
    ".",
    "",
    " \n ",
  ])
  func `a sentence ends where a reader ends it`(marked: String) {
    let text = FoldedText(marked.filter { $0 != "|" })
    let expected = marked.split(separator: "|").map { $0.trimmed }.filter { !$0.isEmpty }
    let found = Sentences.split(text).map { text.written($0.range) }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("Ano.", Sentence.Terminator.period), ("Ano?", .question), ("Ano!", .exclamation),
    ("Ano…", .ellipsis), ("Ano...", .ellipsis), ("Ano?!", .question), ("Ano!?", .question),
    ("Ano...?", .question), ("(Ano?)", .question), ("„Ano!“", .exclamation), ("Ano", .none),
    ("Ano:", .none), ("Ano? 😊", .question), ("Ano? :-)", .question), ("Ano？", .question),
    ("Jste tam? ", .question), ("Ano?\n\n", .question),
  ])
  func `a sentence knows how it ends`(text: String, terminator: Sentence.Terminator) {
    let sentences = Sentences.split(FoldedText(text))
    #expect(sentences.map(\.terminator) == [terminator])
    #expect(sentences.first?.isQuestion == (terminator == .question))
  }

  @Test func `blocks are parted by blank lines`() {
    let text = FoldedText("  Dobrý den, \nJano,\r\n\r\n \t\njedna\n\n\n dva \n")
    let blocks = Blocks.split(text)
    #expect(blocks.map { text.written($0) } == ["Dobrý den, \nJano,", "jedna", "dva"])
    #expect(Blocks.split(FoldedText("")).isEmpty)
    #expect(Blocks.split(FoldedText(" \n\n ")).isEmpty)
  }

  @Test func `sentences know their blocks`() {
    let text = FoldedText("Jedna. Dvě.\n\nTři.")
    #expect(Sentences.split(text).map(\.block) == [0, 0, 1])
  }

  @Test func `a cut parts blocks and sentences`() {
    let text = FoldedText("a b c d", keeping: [0..<3, 4..<7])
    #expect(Sentences.split(text).map { text.written($0.range) } == ["a b", "c d"])
  }

  @Test func `sentences lie in order in their blocks and lose nothing but white space`() {
    var generator = Seeded(state: 5)
    let pieces = [
      "a", "A", "np", ".", ".", "!", "?", " ", " ", "\n", "\n", "1", "12", "-", "„", ")", "😊", ":)",
      "…", "ě", "Ž", "\r\n", "*", "3. ", "k. ",
    ]
    for _ in 0..<500 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let folded = FoldedText(text)
      let blocks = Blocks.split(folded)
      var end = 0
      var kept: [UInt8] = []
      for sentence in Sentences.split(folded) {
        #expect(sentence.range.lowerBound >= end && !sentence.range.isEmpty)
        let block = blocks[sentence.block]
        #expect(block.lowerBound <= sentence.range.lowerBound)
        #expect(sentence.range.upperBound <= block.upperBound)
        #expect(!folded.folded(sentence.range).contains("\n\n"))
        end = sentence.range.upperBound
        kept += folded.bytes[sentence.range]
      }
      let isInk: (UInt8) -> Bool = { $0 != 32 && $0 != 10 }
      #expect(kept.filter(isInk) == folded.bytes.filter(isInk), "\(text)")
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["a", ". ", "a.", "a. ", "?)", ".😀", "\n", "1.\n", "- \n", "np. "])
  func `hostile texts are split in linear time`(piece: String) {
    let text = FoldedText(String(repeating: piece, count: 100_000 / piece.utf8.count))
    #expect(Sentences.split(text).count <= text.bytes.count)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
