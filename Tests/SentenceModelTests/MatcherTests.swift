import SentenceModel
import Testing
import TextMatching

struct MatcherTests {
  @Test(arguments: [
    ("dobry dzien", "Dobrý, den? Dobry -- dzień!", true),
    ("dobry dzien", "dobry. Dzien", false),
    ("e-mail", "by e-mail today", true),
    ("e-mail", "by email today", false),
    ("don't", "We don’t know", true),
    ("pros*", "Proszę", true),
    ("pros*", "pro s", false),
    ("*ala", "czekala", true),
    ("*ala", "ala", false),
    ("ne*la", "nevedela", true),
    ("ne*la", "nela", true),
    ("ne*la", "nla", false), ("ne*ela", "nela", false), ("ne*ela", "neela", true),
    ("'ll", "we'll see", true),
    ("'ll", "all will", false),
    ("we * call", "we will call", true),
    ("we * call", "we call", false),
    ("we * call", "we will gladly call", false),
    ("we (*|) (*|) call", "we will gladly call", true),
    ("we ... call", "we call", true),
    ("we ... call", "we will by all means that we have call", true),
    ("we ... call", "we will. call", false),
    ("wysl(e|emy) (sms|maila|) dzis", "Wyślemy dziś", true),
    ("wysl(e|emy) (sms|maila|) dzis", "Wyślę maila dziś", true),
    ("wysl(e|emy) (sms|maila|) dzis", "Wyśle list dziś", false),
    ("na (dwa| trzy) dni", "na dwa dni", true),
    ("# minut", "15 minut", true),
    ("# minut", "150 minut", false),
    ("## minut", "150 minut", true),
    ("#h", "za 24h", true),
    ("24h", "za 24h", true),
    ("25h", "za 24h", false),
    ("€##", "for €150", true),
    ("#:#", "o 15:30", true),
    ("#:#", "o 15 30", false),
    ("#:#", "o 15.30", false),
    ("#.#", "12.5. rano", true),
    ("^ click", "Click here", true),
    ("^ click", "Please click here", false),
    ("by # ^", "ready by 5.", true),
    ("by # ^", "ready by 5 days", false),
    ("czy ?", "Prawda, czy?", true),
    ("0 zl", "za 0 zł", true),
  ])
  func `a phrase is found where it stands`(phrase: String, text: String, isThere: Bool) throws {
    let found = try model([("it", [phrase])]).concepts(in: text)
    #expect(found.contains { $0.contains("it") } == isThere)
  }

  @Test func `concepts that are any of others are found with them`() throws {
    let draft = ModelDraft(concepts: [
      Concept(name: "all", phrases: [], anyOf: ["some"]),
      Concept(name: "one", phrases: [try ConceptPattern("jeden")]),
      Concept(name: "some", phrases: [try ConceptPattern("kilka")], anyOf: ["one"]),
    ])
    let model = try draft.model()
    #expect(model.concepts(in: "Jeden.") == [["all", "one", "some", "short", "first", "last"]])
    #expect(model.concepts(in: "Kilka.") == [["all", "some", "short", "first", "last"]])
  }

  @Test func `concepts are any of others in whatever order they stand`() throws {
    let draft = ModelDraft(concepts: [
      Concept(name: "a", phrases: [try ConceptPattern("jeden")]),
      Concept(name: "b", phrases: [], anyOf: ["a"]),
      Concept(name: "c", phrases: [], anyOf: ["b"]),
      Concept(name: "d", phrases: [], anyOf: ["c", "d"]),
    ])
    #expect(
      try draft.model().concepts(in: "Jeden.") == [["a", "b", "c", "d", "short", "first", "last"]])
  }

  @Test(arguments: [
    (1, ["short"]), (3, ["short"]), (4, []), (18, []), (19, ["long"]),
  ])
  func `short sentences have less than four words, long ones more than eighteen`(
    words: Int, expected: [String]
  ) throws {
    let text = Array(repeating: "a", count: words).joined(separator: " ") + "."
    #expect(try model([]).concepts(in: text) == [expected + ["first", "last"]])
  }

  @Test func `a sentence knows its marks and its place in the reply`() throws {
    let found = try model([]).concepts(
      in:
        "Is it you there? It is me here! Two two two two. Three more of them. This is the fifth. Here it is last."
    )
    #expect(found == [["?", "first"], ["!"], ["late"], ["late"], ["last"], ["last"]])
  }

  @Test(arguments: [
    ("(a", "'(' is never closed", 2), ("a)", "')' closes nothing", 1),
    ("a|b", "'|' stands outside '(…)'", 1), ("", "the phrase may match nothing at all", 0),
    ("(a|)", "the phrase may match nothing at all", 0),
    ("* a", "the phrase begins with any word", 0),
    ("... a", "the phrase begins with any words", 0), ("a*b*", "a word has more than one '*'", 0),
    ("*1", "an ending behind '*' has only letters from a to z", 0),
  ])
  func `a phrase that cannot be meant is a problem`(phrase: String, message: String, offset: Int) {
    let problem = #expect(throws: ConceptPattern.Problem.self) { try ConceptPattern(phrase) }
    #expect(problem?.message == message)
    #expect(problem?.offset == offset)
  }

  @Test func `an unknown concept and one that is there twice are errors`() throws {
    let phrase = try ConceptPattern("a")
    let unknown = ModelDraft(concepts: [Concept(name: "a", phrases: [phrase], anyOf: ["b"])])
    let twice = ModelDraft(concepts: [
      Concept(name: "a", phrases: [phrase]), Concept(name: "a", phrases: []),
    ])
    #expect(throws: ModelError.self) { try unknown.model() }
    #expect(throws: ModelError.self) { try twice.model() }
  }

  /// Words that the phrases below are made of, and near misses.
  private static let words = [
    "ala", "mala", "al", "a", "kot", "kota", "kotek", "nekota", "nie", "we'll", "i'll", "15", "150",
    "24h", "€9", "żółw", "😔",
  ]
  private static let parts = [
    "ala", "al", "a", "kot", "kota", "*ala", "*a", "*l", "kot*", "k*a", "ne*a", "nie", "'ll",
    "*'ll",
    "#", "##", "#h", "15", "1*", "#*", "*", "...", "^", "?", "€#", "zolw", "z*w", "😔*", "#:#",
    "#.#",
  ]

  private static func phrase(_ random: inout Seeded, depth: Int) -> String {
    let length = Int.random(in: 1...3, using: &random)
    return (0..<length).map { _ in
      guard depth < 2, Int.random(in: 0..<3, using: &random) == 0 else {
        return parts.randomElement(using: &random) ?? "a"
      }
      let choices = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Bool.random(using: &random) ? phrase(&random, depth: depth + 1) : ""
      }
      return "(\(choices.joined(separator: "|")))"
    }.joined(separator: " ")
  }

  /// A sentence as text and as words.
  private static func sentence(_ random: inout Seeded) -> (String, [Reference.Word]) {
    var text = ""
    var all: [Reference.Word] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let word = words.randomElement(using: &random) ?? "a"
      if !text.isEmpty { text += [" ", ", ", "  ", " - "].randomElement(using: &random) ?? " " }
      text += word
      all.append(Reference.Word(text: word == "żółw" ? "zolw" : word))
      if word == "15", Bool.random(using: &random) {
        let joint: Character = Bool.random(using: &random) ? ":" : "."
        text += "\(joint)30"
        all.append(Reference.Word(text: "30", joint: joint))
      }
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      text += "?"
      all.append(Reference.Word(text: "?"))
    }
    return (text, all)
  }

  /// Thousands of phrases and sentences; forty concepts share one matcher, so that they may disturb
  /// each other.
  @Test(arguments: 1...12)
  func `finds what a slow matcher finds`(seed: Int) throws {
    var random = Seeded(state: UInt64(seed))
    var concepts: [(name: String, phrases: [String])] = []
    while concepts.count < 40 {
      let phrases = (0..<3).map { _ in Self.phrase(&random, depth: 0) }
        .filter { (try? ConceptPattern($0)) != nil }
      concepts.append(("c\(concepts.count)", phrases))
    }
    let model = try model(concepts)
    var found = 0
    for _ in 0..<60 {
      let (text, words) = Self.sentence(&random)
      let folded = FoldedText(text)
      let sentences = Sentences.split(folded)
      guard sentences.count == 1 else { continue }
      let names = model.names(model.read(folded, sentences))[0].filter { $0.hasPrefix("c") }
      let expected = concepts.filter { concept in
        concept.phrases.contains { Reference.matches($0, words) }
      }.map(\.name)
      #expect(names == expected, "\(text)")
      found += expected.count
    }
    #expect(found > 200, "the sentences must have many concepts, or they prove nothing")
  }
}
