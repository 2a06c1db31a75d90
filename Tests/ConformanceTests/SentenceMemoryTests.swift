import SentenceModel
import Testing
import TextMatching
import Tickets

@testable import Conformance

struct SentenceMemoryTests {
  private static let phrases = [
    "koniec. nowy", "nowy ład", "(dzień. dobry|dobry dzień)", "ład * świat", "jak najszybciej",
  ]
  private static let expressions = [
    "/now\\w lad/", "/^koniec/", "/lad.*koniec/", "/numer 7\\d+/",
  ]

  private func read(
    _ text: String, _ memory: SentenceMemory, isModelled: Bool = true
  ) throws -> SentenceReading {
    let folded = FoldedText(text)
    let expressions = SentenceExpressions(
      try Self.expressions.map { try Pattern($0) }, numberedFrom: Self.phrases.count)
    return SentenceReading(
      folded, Sentences.split(folded), prior: nil,
      phrases: try PatternSet(Self.phrases.map { try Pattern($0) }), expressions,
      isModelled ? try SentenceModel.builtIn.get() : nil, memory, levelsNumbers: true)
  }

  private func expectSame(_ texts: [String]) throws {
    let memory = SentenceMemory()
    let phrasesOnly = SentenceMemory()
    for text in texts {
      let fresh = try read(text, SentenceMemory())
      for _ in 0..<2 {
        let unmodelled = try read(text, phrasesOnly, isModelled: false)
        #expect(unmodelled.hits == fresh.hits, "\(text)")
        #expect(unmodelled.language == fresh.language, "\(text)")
        #expect(unmodelled.times == nil && unmodelled.judged == nil, "\(text)")
        let remembered = try read(text, memory)
        #expect(remembered.language == fresh.language, "\(text)")
        #expect(fresh.language == Language.of(FoldedText(text)), "\(text)")
        #expect(remembered.hits == fresh.hits, "\(text)")
        #expect(remembered.times == fresh.times, "\(text)")
        #expect(remembered.judged == fresh.judged, "\(text)")
      }
    }
  }

  /// What is kept of a sentence with one number must hold of any other.
  @Test func `sentences that differ in long numbers read the same from memory`() throws {
    let frames = [
      "Zamówienie # czeka.", "Faktura # (#) jest opłacona?", "# złotych do jutra do 12:00.",
      "Zwrot # Kč, do 2 hodin.", "Call # by Friday, please.", "W ciągu # minut.", "Kod: #",
      "Do # godz. 15.", "Nr #, nr #; nowy ład #!", "#", "By # or #.5, #-#, a#.", "# koniec. #.",
    ]
    let numbers = [
      "10000", "99999", "20261", "24007", "00012", "12345678901", "100", "8", "2026", "31337",
      "555",
    ]
    var texts: [String] = []
    for (index, frame) in frames.enumerated() {
      for (step, number) in numbers.enumerated() {
        let other = numbers[(index + 3 * step) % numbers.count]
        let (head, tail) = frame.split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false
        )
        .pair
        texts.append("Nowy. \(head)\(number)\(tail.replacing("#", with: other)) Koniec.")
      }
    }
    try expectSame(texts)
  }

  @Test func `long numbers that an expression tells apart are told apart`() throws {
    let phrases = Self.phrases.count
    let memory = SentenceMemory()
    func places(_ text: String) throws -> [Int] {
      try read(text, memory).hits.map(\.pattern).filter { $0 >= phrases }
    }
    #expect(try places("Numer 71234 czeka.") == [phrases + 3])
    #expect(try places("Numer 81234 czeka.") == [])
    #expect(try places("Numer 79999 czeka.") == [phrases + 3])
    #expect(try read("Numer 12121 czeka.", memory).isKnown == [true])
    #expect(try read("Numer 121212 czeka.", memory).isKnown == [false])
    #expect(try read("Numer 1212 czeka.", memory).isKnown == [false])
  }

  @Test func `what rests on a text's end is known at an end only`() throws {
    let memory = SentenceMemory()
    // "nowy" may go on to "nowy ład".
    #expect(try read("To nowy", memory).hits.isEmpty)
    #expect(try read("To nowy", memory).isKnown == [true])
    #expect(try read("To nowy\n\nład", memory).isKnown.first == false)
    try expectSame(["Nowy ład. To nowy", "To nowy", "To nowy ład", "Ład. To nowy"])
  }

  @Test func `sentences read the same from memory`() throws {
    try expectSame([
      "Dzień dobry. Odpowiemy jak najszybciej. Odezwę się jutro do 12:00. Nowy ład.",
      "Odezwę się jutro do 12:00. Dzień dobry.  Odpowiemy jak najszybciej?",
      "Odpowiemy jak najszybciej. Odpowiemy jak najszybciej?\n\nOdpowiemy jak najszybciej.",
      "", " ", "?", "…", "Nowy", "Nowy ład", "Nowy ład i świat. Ład",
    ])
  }

  @Test func `phrases that go on in the next sentence are found beside known ones`() throws {
    try expectSame([
      "Nowy ład.", "Koniec. Nowy ład.", "To koniec. Nowy ład.", "Dobry dzień.",
      "Dzień. Dobry dzień.", "Dobry dzień. Dzień. Dobry dzień.", "To koniec.",
    ])
  }

  @Test func `expressions match within a sentence, known or not`() throws {
    let memory = SentenceMemory()
    for _ in 0..<2 {
      let hits = try read("To. Nowy ład. Koniec? Nowy ład i koniec.", memory).hits
      let places = (Self.phrases.count..<Self.phrases.count + 3).map { pattern in
        hits.filter { $0.pattern == pattern }.map(\.range)
      }
      #expect(places == [[4..<12, 22..<30], [14..<20], [27..<39]])
    }
  }

  @Test func `what sentences name is kept by what they ask and where they stand`() throws {
    let memory = SentenceMemory()
    let czech = try read("Ano. Ozveme sa o dve hodiny.", memory)
    #expect(czech.language != .slovak)
    let text = "Ozveme sa o dve hodiny. Ďakujeme, že ste nás kontaktovali, a prepáčte za ťažkosti."
    let slovak = try read(text, memory)
    #expect(slovak.language == .slovak)
    #expect(slovak.times == (try read(text, SentenceMemory())).times)
  }

  @Test func `a sentence is known again, and long ones are not kept`() throws {
    let memory = SentenceMemory()
    let long = String(repeating: "a ", count: SentenceMemory.longest) + "słów. Dobrze. Tak."
    for text in ["Nowy ład. Koniec.", long] { _ = try read(text, memory) }
    #expect(try read("Początek. Nowy ład. Koniec?", memory).isKnown == [false, true, false])
    #expect(try read(long, memory).isKnown == [false, true, true])
  }

  /// More sentences than there is room for.
  @Test func `later sentences take the place of earlier ones`() throws {
    let memory = SentenceMemory()
    let texts = (0..<200).map { part in
      (0..<100).map { "Zamówienie \(part * 100 + $0) czeka." }.joined(separator: " ")
    }
    for text in texts { _ = try read(text, memory) }
    let first = try read(texts[0], memory)
    #expect(first.hits == (try read(texts[0], SentenceMemory())).hits)
  }

  @Test func `an audit says the same twice`() throws {
    let auditor = try ShippedCatalogue.auditor
    for text in [
      "Dzień dobry, Pani Anno. Odpowiemy jak najszybciej. Czy mogę jeszcze w czymś pomóc?",
      "Proszę o numer faktury. W razie pytań proszę pisać. Czy mogę jeszcze w czymś pomóc?",
      "Try again. Check the logs, we will write by 16:00. Is there anything else?",
    ] {
      let ticket = try HostileReplyTests.ticket(text)
      let first = auditor.audit(ticket).verdicts
      #expect(auditor.audit(ticket).verdicts == first)
    }
  }
}

extension [Substring] {
  /// The first two of them; empty where there are none.
  fileprivate var pair: (Substring, Substring) { (first ?? "", dropFirst().first ?? "") }
}
