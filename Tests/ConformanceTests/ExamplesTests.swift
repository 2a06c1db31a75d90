import Conformance
import Diagnostics
import Foundation
import Standards
import Testing
import TextMatching

struct ExamplesTests {
  private static let shipped = ["standards", "samples/shop-standards"]

  private static func catalogue(at folder: String) throws -> Catalogue {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var diagnostics = Diagnostics()
    let texts = try CatalogueFolder.texts(
      at: root.appending(path: folder).path, into: &diagnostics)
    return CatalogueReader.read(texts, after: diagnostics).catalogue
  }

  private func run(_ standards: String...) throws -> ExampleRun {
    let result = CatalogueReader.read([
      SourceText(
        path: "desk.yaml", "\(Desk.frame)\nstandards:\n\(standards.joined(separator: "\n"))\n")
    ])
    try #require(result.diagnostics.all.map(\.message) == [])
    return try ExampleRunner(result.catalogue, Lexicon.builtIn().lexicon).run()
  }

  /// What the failing examples say, without the standard's name.
  private func failures(_ standards: String...) throws -> [String] {
    let run = try run(standards.joined(separator: "\n"))
    return run.results.compactMap { result in
      result.failure.map {
        "\($0.place.start.line):\($0.place.start.column) \($0.expected) / \($0.found)"
      }
    }
  }

  @Test func `what an example quotes at its start is what the customer wrote`() throws {
    func failures(_ requirement: String, _ side: String, _ example: String) throws -> Int {
      let text = """
        catalogue: {name: Desk, languages: [en, pl]}
        standards:
          - {id: a, title: A, \(requirement), examples: {\(side): ["\(example)"]}}
        """
      let result = CatalogueReader.read([SourceText(path: "desk.yaml", text)])
      try #require(result.diagnostics.all.map(\.message) == [])
      return try ExampleRunner(result.catalogue, Lexicon.builtIn().lexicon).run()
        .results.count { $0.failure != nil }
    }
    let english = "Hello, I have restored the backup from Sunday, please look at the page."
    let polish = "Gdzie mogę zmienić hasło do swojej skrzynki pocztowej?"
    #expect(try failures("language: {}", "pass", english) == 0)
    #expect(try failures("language: {}", "fail", "> \(polish)\\n\\n==\(english)==") == 0)
    #expect(try failures("language: {}", "pass", "> \(polish)\\n\\n\(english)") == 1)
    let asking = "Please send us your contract number."
    #expect(try failures("asked-again: {}", "pass", asking) == 0)
    let said = "> Contract number: ML-2019-114.\\n\\n==\(asking)=="
    #expect(try failures("asked-again: {}", "fail", said) == 0)
  }

  @Test(arguments: shipped)
  func `every example of what we ship comes out as its author says`(folder: String) throws {
    let run = try ExampleRunner(
      try Self.catalogue(at: folder), Lexicon.builtIn().lexicon
    ).run()
    #expect(run.diagnostics.all.map(\.message) == [])
    #expect(run.results.count > 100)
    #expect(run.leftOut == 0)
  }

  @Test(arguments: shipped)
  func `words have three examples on both sides in each language`(folder: String) throws {
    let catalogue = try Self.catalogue(at: folder)
    for standard in catalogue.standards where standard.requirement.kind.card.subject == .words {
      for side in Examples.Side.allCases {
        let languages = standard.examples.entries.compactMap { entry -> String? in
          guard entry.side == side, case .reply(let written) = entry.example else { return nil }
          // What the customer wrote above it may be in another language.
          return Language.of(AuthoredText(MarkedText(written).text).folded)?.rawValue
        }
        for language in standard.scope.languages ?? catalogue.languages {
          let count = languages.count { $0 == language }
          #expect(count >= 3, "\(standard.id), \(side), \(language)")
        }
      }
    }
  }

  private static let vague = "- {id: vague, title: t, vague-promise: {phrases: vague}, examples: "

  @Test func `what must not be there is marked to the letter`() throws {
    let found = try failures(
      Self.vague
        + "{pass: [We answer by 14:00.], fail: [We answer ==soon==., We ==answer soon==.]}}")
    #expect(found == ["17:131 'answer soon' / 'soon'"])
  }

  @Test func `a passing example that is missed points at the words`() throws {
    let found = try failures(Self.vague + "{pass: [\"Grüße 👋🏽. We answer soon.\"], fail: [soon]}}")
    #expect(found == ["17:96 it met / missed: no time stands by it ('soon')"])
  }

  @Test func `a failing example that is met is no example`() throws {
    let found = try failures(Self.vague + "{pass: [Yes.], fail: [\"We answer soon, by 14:00.\"]}}")
    #expect(found.count == 1)
    #expect(found.first?.contains("it missed / met: a time stands by it") == true)
  }

  @Test func `what only a person can tell is no example`() throws {
    let found = try failures(
      "- {id: close, title: t, closing-question: {phrases: questions}, examples: "
        + "{pass: [\"Anything else?\"], fail: [I did not find ==anything else== in the log.]}}")
    #expect(found.first?.contains("it missed / that only a person can tell") == true)
  }

  @Test func `of what must be there the marked words are among those found`() throws {
    let steps = "- {id: next, title: t, next-step: {phrases: steps}, examples: "
    #expect(
      try failures(
        steps + "{pass: [==I will call== you. I will write., Then ==I will write==.], fail: [No.]}}"
      )
        == [])
    let found = try failures(steps + "{pass: [I ==will call== you.], fail: [I will call you.]}}")
    #expect(
      found == [
        "17:75 'will call' / 'I will call'",
        "17:101 it missed / met: the reply announces it ('I will call')",
      ])
  }

  @Test func `each paragraph is a reply where the ticket is judged, and offers in one count too`()
    throws
  {
    let offers = """
      - id: one-offer
        title: t
        applies-to: {stage: ticket}
        upsell: {phrases: sales, products: products, at-most: 1 per ticket}
        examples:
          pass: [We recommend a VPS.]
          fail:
            - |
              We recommend a VPS.

              Ahoj 👋🏽, and ==we recommend the backup plan==.
            - We recommend a VPS. And ==we recommend the backup plan==.
      """
    #expect(try failures(offers) == [])
    let unmarked = offers.replacing("==we recommend the backup plan==.\n", with: "that is all.\n")
    #expect(try failures(unmarked).count == 1)
  }

  @Test func `a closing question is asked in a ticket that was solved`() throws {
    let closing =
      "- {id: close, title: t, closing-question: {phrases: questions}, examples: "
      + "{pass: [Done. ==Anything else==?], fail: [It is done. Regards]}}"
    #expect(try failures(closing) == [])
  }

  @Test func `offers are made in a topic where they are forbidden`() throws {
    let offers =
      "- {id: no-sale, title: t, applies-to: {topic: [billing, outage]}, upsell: {phrases: sales, "
      + "products: products, never-when: {topic: [complaint, outage]}}, examples: "
      + "{pass: [It works.], fail: [==We recommend a VPS==.]}}"
    #expect(try failures(offers) == [])
  }

  private static func time(_ examples: String, hours: String = "desk") -> String {
    "- {id: time, title: t, applies-to: {channel: [email], priority: [high]}, first-response: "
      + "{within: 15 min, hours: \(hours)}, examples: {\(examples)}}"
  }

  @Test func `a wait counts in the standard's hours`() throws {
    let good = """
      pass: [{asked: 2026-03-02 19:50, answered: 2026-03-03 08:05, takes: 15 min}],
      fail: [{asked: '2026-03-02T19:50:00', answered: 2026-03-03 08:05:01, takes: 901 s}]
      """
    #expect(try failures(Self.time(good.replacing("\n", with: " "))) == [])
    let wrong =
      "pass: [{asked: 2026-03-02 19:50, answered: 2026-03-03 08:05, takes: 5 min}], fail: ["
      + "{asked: 2026-03-02 19:50, answered: 2026-03-03 08:05, takes: 15 min}]"
    #expect(
      try failures(Self.time(wrong)).map { $0.split(separator: " ", maxSplits: 1)[1] } == [
        "a wait of 5 min / 15 min of 'desk'",
        "it missed / met: answered after 15 min of 'desk', promised within 15 min",
      ])
  }

  @Test func `always is counted by the clocks of the first calendar`() throws {
    // Clocks are put forward in Warsaw, and an hour is gone.
    let night = "pass: [{asked: 2026-03-29 01:50, answered: 2026-03-29 03:05, takes: 15 min}]"
    #expect(try failures(Self.time(night, hours: "always")) == [])
  }

  @Test(arguments: [
    ("2026-03-29 02:30", "2026-03-29 03:30", "never show"),
    ("2026-10-25 02:30", "2026-10-25 03:30", "twice"),
    ("2026-03-02", "2026-03-02 09:00", "no date and time in '2026-03-02'"),
    ("2026-13-02 09:00", "2026-03-02 09:00", "'2026-13-02' is no day of the calendar"),
    ("2.3.2026 09:00", "2026-03-02 09:00", "'2.3.2026' is no date"),
    ("2026-03-02 24:00", "2026-03-02 09:00", "no time of day"),
    ("2026-03-02 9", "2026-03-02 09:00", "no time of day"),
    ("2026-03-02 +9:00", "2026-03-02 09:00", "no time of day"),
    ("2026-03-02 09:00+99:00", "2026-03-02 09:00", "an offset that no clock has"),
    ("2026-03-02 09:00", "2026-03-02 08:59", "comes before '2026-03-02 09:00'"),
    ("2026-03-02 09:00", "09:12", "no date in '09:12'"),
  ])
  func `a moment that never was is said so`(asked: String, answered: String, message: String) {
    let time = Self.time("pass: [{asked: '\(asked)', answered: '\(answered)', takes: 15 min}]")
    let found = CatalogueReader.read([
      SourceText(path: "desk.yaml", "\(Desk.frame)\nstandards:\n\(time)\n")
    ]).diagnostics.all.map(\.message)
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  @Test func `an example counts whenever its standard is in force`() throws {
    let later =
      "- {id: vague, title: t, in-force: {from: 2031-01-01}, vague-promise: {phrases: vague}, "
      + "examples: {pass: [Yes.], fail: [We answer ==soon==.]}}"
    #expect(try failures(later) == [])
  }

  @Test func `what nothing judges is left out and said so`() throws {
    let run = try run(
      "- {id: spell, title: t, spelling: {}, examples: {pass: [Yes.], fail: [Noo.]}}")
    #expect(run.results.isEmpty)
    #expect(run.leftOut == 2)
    #expect(run.notes.all.map(\.id) == ["example.not-run"])
  }

  @Test func `a standard without examples is a note`() throws {
    let run = try run("- {id: vague, title: t, vague-promise: {phrases: vague}}")
    #expect(run.failures == 0)
    #expect(
      run.notes.all.map(\.message) == [
        "'vague' has no example that keeps it", "'vague' has no example that breaks it",
      ])
  }

  @Test(arguments: [
    ("a ==b== c", "a b c", [2..<3]), ("==ą==", "ą", [0..<2]), ("a == b", "a == b", []),
    ("====", "", [0..<0]), ("==a== ==b==", "a b", [0..<1, 2..<3]), ("", "", []), ("=", "=", []),
  ])
  func `marks are taken out of a text`(written: String, text: String, marks: [Range<Int>]) {
    let marked = MarkedText(written)
    #expect(marked.text == text)
    #expect(marked.marks == marks)
    for mark in marks {
      let bytes = Array(written.utf8)[marked.written(mark)]
      #expect(
        String(decoding: bytes, as: UTF8.self)
          == String(decoding: Array(text.utf8)[mark], as: UTF8.self))
    }
  }
}
