import Foundation
import Reports
import Standards
import Testing

struct HandbookTests {
  @Test func `a small handbook is as recorded`() throws {
    let catalogue = Catalogues.read(Catalogues.text)
    try Golden.expect(Handbook.page(of: catalogue, in: "pl"), "handbook-pl.html")
  }

  @Test(arguments: [("pl", "1-5, krytyczny"), ("cs", "1-5, kritický"), ("en", "1-5, critical")])
  func `a question says that it is critical, and only that one`(
    language: String, said: String
  ) throws {
    let catalogue = Catalogues.read(
      """
      catalogue: {name: Desk, languages: [pl, cs, en]}
      channels: {email: {kind: deferred}}
      standards:
        - {id: heard, title: Listen, checklist: {questions: [
            {id: data, ask: Was the data safe?, scale: 1-5, critical: true},
            {id: tone, ask: Was it kind?, scale: 1-5, critical: false}]}}
      """)
    let html = Handbook.page(of: catalogue, in: language)
    #expect(html.contains("Was the data safe? (\(said))"))
    #expect(html.contains("Was it kind? (1-5)"))
  }

  @Test(arguments: ["pl", "cs", "en"])
  func `the shipped catalogue becomes a sound page that stands alone`(language: String) throws {
    let catalogue = try Catalogues.shipped()
    let html = Handbook.page(of: catalogue, in: language)
    let page = Page(html)
    #expect(page.problem == nil)
    #expect(page.elements.first?.attributes["lang"] == language)
    for standard in catalogue.standards {
      #expect(page.plainText.contains(standard.title.text(in: language)), "\(standard.id)")
      let why = try #require(standard.why)
      #expect(page.plainText.contains(why.text(in: language)), "\(standard.id)")
    }
    let outside: Set<String> = ["script", "link", "img", "iframe", "object", "embed", "form"]
    #expect(page.elements.allSatisfy { !outside.contains($0.name) })
    for element in page.elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" })
      if let link = element.attributes["href"] { #expect(link.hasPrefix("#")) }
    }
    #expect(!html.contains("url(") && !html.contains("@import"))
  }

  @Test(arguments: [
    ("pl", "160\u{A0}znaków", "numer umowy", "w związku z powyższym"),
    ("cs", "160\u{A0}znaků", "číslo smlouvy", "na základě výše uvedeného"),
    ("en", "160\u{A0}characters", "contract number", "please be advised"),
  ])
  func `amounts, fields and words to avoid are said in the reader's language`(
    language: String, amount: String, field: String, avoided: String
  ) throws {
    let html = Handbook.page(of: try Catalogues.shipped(), in: language)
    for text in [amount, field, avoided] { #expect(html.contains(text), "\(text)") }
    for name in ["office-language", "contract-number", ">secrets<"] {
      #expect(!html.lowercased().contains(name), "\(name)")
    }
  }

  @Test(arguments: ["pl", "cs", "en"])
  func `headings never skip a level, and links lead somewhere`(language: String) throws {
    let page = Page(Handbook.page(of: try Catalogues.shipped(), in: language))
    #expect(page.headings.first == 1)
    #expect(page.headings.count { $0 == 1 } == 1)
    #expect(zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let links = page.elements.compactMap { $0.attributes["href"]?.dropFirst() }
    #expect(links.map(String.init) == ids)
  }

  @Test func `texts of the catalogue cannot become markup`() throws {
    let hostile = #"</style><script>alert("1")</script>' & ]]> {} \u0007"#
    let quoted = hostile.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\\\\u0007", with: "\\a")
    let text = Catalogues.text
      .replacing("Sklep & Syn", with: "\"\(quoted)\"")
      .replacing("owner: Ola", with: "owner: \"\(quoted)\"")
      .replacing("Odpisujemy w godzinę", with: "\"\(quoted)\"")
      .replacing("Kto czeka – ten pisze drugi raz.", with: "\"\(quoted)\"")
      .replacing("Proszę się nie martwić, odpowiemy", with: "</mark><img src=x onerror=y>odpowiemy")
      .replacing("[email]", with: "[email, '\"><b>']")
      .replacing("  letter:", with: "  '\"><b>':")
    let html = Handbook.page(of: Catalogues.read(text), in: "pl")
    let page = Page(html)
    #expect(page.problem == nil)
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(page.elements.count { $0.name == "style" } == 1)
    // Everything is still there to be read, but for what no page may hold.
    let shown = hostile.replacing("\\u0007", with: "\u{FFFD}")
    #expect(page.text.components(separatedBy: shown).count - 1 >= 4)
    let quiz = QuizPage.page(of: Quiz(Catalogues.read(text), in: "pl", count: 50, seed: 1))
    #expect(Page(quiz).problem == nil)
    #expect(!quiz.contains("<script") && !quiz.contains("<img"))
  }

  @Test func `examples stand only in the handbook of their language`() throws {
    let catalogue = Catalogues.read(Catalogues.text)
    let polish = Page(Handbook.page(of: catalogue, in: "pl")).plainText
    let english = Page(Handbook.page(of: catalogue, in: "en")).plainText
    #expect(polish.contains("Proszę się nie martwić") && !english.contains("Proszę się"))
    #expect(english.contains("Please do not worry") && !polish.contains("Please do not"))
  }

  @Test func `the decisive words are marked, and nothing else`() throws {
    let html = Handbook.page(of: Catalogues.read(Catalogues.text), in: "pl")
    #expect(html.contains("<mark>wkrótce</mark>"))
    #expect(!html.contains("=="))
    #expect(html.components(separatedBy: "<mark>").count == 2)
  }

  @Test func `a language that we do not speak gets its own examples and English words`() throws {
    let text = Catalogues.text
      .replacing("languages: [pl, en]", with: "languages: [de]")
      .replacing("{pl: Odpisujemy w godzinę,", with: "{de: Wir antworten schnell,")
    let page = Page(Handbook.page(of: Catalogues.read(text), in: "de"))
    #expect(page.problem == nil)
    #expect(page.elements.first?.attributes["lang"] == "en")
    #expect(page.elements.contains { $0.name == "h4" && $0.attributes["lang"] == "de" })
    #expect(page.text.contains("What we promise"))
  }

  @Test func `a catalogue without standards is a page all the same`() {
    let bare = "catalogue: {name: Bare, languages: [cs]}"
    let page = Page(Handbook.page(of: Catalogues.read(bare), in: "cs"))
    #expect(page.problem == nil)
    #expect(page.text.contains("neslibuje žádné časy"))
  }

  @Test func `good replies that are hasty or shout are no models where there are others`() throws {
    let two = [
      "Odpowiemy dzisiaj do 15:00, kolega już sprawdza stan magazynu.",
      "odpowiemy dzisiaj do 16:00, kolega juz sprawdza stan magazynu.",
      "ODPOWIEMY DZISIAJ do 17:00, kolega już sprawdza stan magazynu.",
      "We will answer you by 14:00",
    ]
    let only = Catalogues.text.replacing(
      "Odpowiemy najpóźniej dzisiaj", with: "odpowiemy najpóźniej dzisiaj")
    let more = Catalogues.text.replacing(
      "We will answer you by 14:00", with: two.joined(separator: "\n        - "))
    #expect(Handbook.page(of: Catalogues.read(only), in: "pl").contains("odpowiemy najpóźniej"))
    let page = Page(Handbook.page(of: Catalogues.read(more), in: "pl")).text
    #expect(page.contains("do 14:00") && page.contains("do 15:00"))
    #expect(!page.contains("do 16:00") && !page.contains("do 17:00"))
  }

  @Test func `an example that cannot be told belongs to the scope's only language, or to none`()
    throws
  {
    let untold = Catalogues.text.replacing(
      "Proszę się nie martwić, odpowiemy ==wkrótce== i wszystko wyjaśnimy.", with: "==OK==, 17:43")
    let scoped = untold.replacing(
      "vague-promise: {", with: "applies-to: {language: [pl]}\n    vague-promise: {")
    #expect(!Handbook.page(of: Catalogues.read(untold), in: "pl").contains(", 17:43"))
    #expect(Handbook.page(of: Catalogues.read(scoped), in: "pl").contains(", 17:43"))
    #expect(!Handbook.page(of: Catalogues.read(scoped), in: "en").contains(", 17:43"))
  }

  @Test func `an example that may be Slovak is Czech where nobody writes Slovak`() {
    let text = Catalogues.text
      .replacing("languages: [pl, en]", with: "languages: [pl, cs, en]")
      .replacing(
        "Proszę się nie martwić, odpowiemy ==wkrótce== i wszystko wyjaśnimy.",
        with: "Dobry den, mate to vo schranke?")
    #expect(Handbook.page(of: Catalogues.read(text), in: "cs").contains("mate to vo"))
    #expect(!Handbook.page(of: Catalogues.read(text), in: "pl").contains("mate to vo"))
    let slovak = text.replacing("[pl, cs, en]", with: "[pl, cs, sk, en]")
    #expect(!Handbook.page(of: Catalogues.read(slovak), in: "cs").contains("mate to vo"))
    let scoped = slovak.replacing(
      "vague-promise: {", with: "applies-to: {language: [cs, pl]}\n    vague-promise: {")
    #expect(Handbook.page(of: Catalogues.read(scoped), in: "cs").contains("mate to vo"))
  }

  @Test func `where two promises take turns, their dates stand beside both`() throws {
    let text = Catalogues.text.replacing(
      "    severity: critical\n    examples:\n      pass:\n        - {asked: 2026-11-03 10:00",
      with: "    in-force: {until: 2026-11-30}\n    severity: critical\n    examples:\n"
        + "      pass:\n        - {asked: 2026-11-03 10:00")
    let html = Handbook.page(of: Catalogues.read(text), in: "en")
    // In the promise, in what nobody waits beyond, and in the table.
    #expect(html.components(separatedBy: "until 30\u{A0}November 2026").count == 4)
  }

  @Test func `what is promised on every channel is said once`() throws {
    let text = Catalogues.text.replacing("    applies-to: {channel: [email]}\n", with: "")
    let html = Handbook.page(of: Catalogues.read(text), in: "en")
    let table = try #require(html.firstRange(of: "class=\"times\"")).upperBound
    let rows = html[table...].components(separatedBy: "scope=\"row\"").dropFirst()
    #expect(rows.count == 1)
    #expect(rows.first?.contains("every channel") ?? false)
  }

  @Test func `picking up is promised on live channels only`() throws {
    let text =
      Catalogues.text + """

          - id: pick-up
            title: We pick up
            pick-up: {within: 37 s, share: 80%}
        """
    let html = Handbook.page(of: Catalogues.read(text), in: "en")
    let table = try #require(html.firstRange(of: "class=\"times\"")).upperBound
    #expect(html[table...].components(separatedBy: "37\u{A0}s").count == 2)
  }

  @Test func `words to avoid are named in the page's language, with what to write instead`() {
    let text =
      Catalogues.text + """

          - id: words
            title: Words
            wording:
              avoid:
                - {phrase: {pl: [petent]}, instead: {pl: klient}}
                - {phrase: {en: [punter]}, instead: {en: customer}}
        """
    let polish = Page(Handbook.page(of: Catalogues.read(text), in: "pl")).text
    #expect(polish.contains("„petent” → „klient”") && !polish.contains("punter"))
    let english = Page(Handbook.page(of: Catalogues.read(text), in: "en")).text
    #expect(english.contains("“punter” → “customer”") && !english.contains("petent"))
  }
}
