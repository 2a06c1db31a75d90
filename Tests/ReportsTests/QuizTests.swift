import Conformance
import Diagnostics
import Standards
import Testing

@testable import Reports

struct QuizTests {
  @Test func `a small quiz is as recorded`() throws {
    let quiz = Quiz(Catalogues.read(Catalogues.text), in: "en", count: 10, seed: 7)
    try Golden.expect(QuizText(isColoured: false).render(quiz), "quiz.txt")
    try Golden.expect(QuizPage.page(of: quiz), "quiz.html")
    var json = JSONWriter()
    quiz.write(to: &json)
    try Golden.expect(json.string + "\n", "quiz.json")
  }

  /// The first numbers as published with the generator's reference code, for seed 1234567.
  @Test func `the generator is SplitMix64`() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `indices stay below their bound and reach all of it`() {
    var generator = SplitMix64(seed: 3)
    let drawn = (0..<500).map { _ in generator.index(below: 7) }
    #expect(Set(drawn) == Set(0..<7))
    #expect(generator.index(below: 0) == 0)
    #expect(generator.shuffled(Array(0..<20)).sorted() == Array(0..<20))
  }

  @Test func `the same seed gives the same quiz, another one another`() throws {
    let catalogue = try Catalogues.shipped()
    func text(_ seed: UInt64) -> String {
      QuizText(isColoured: false).render(Quiz(catalogue, in: "pl", count: 10, seed: seed))
    }
    #expect(text(1) == text(1))
    #expect(text(1) != text(2))
  }

  @Test(arguments: ["pl", "cs", "en"])
  func `every question has one right answer, and it is the right one`(language: String) throws {
    let catalogue = try Catalogues.shipped()
    let quiz = Quiz(catalogue, in: language, count: 500, seed: 11)
    #expect(quiz.questions.count > 60)
    #expect(Set(quiz.questions.map(\.ask)).count == 6)
    for question in quiz.questions {
      let standard = try #require(catalogue.standards.first { $0.id == question.standard })
      #expect((2...4).contains(question.choices.count))
      #expect(Set(question.choices).count == question.choices.count)
      #expect(!question.choices.contains { $0.contains("==") || $0.isEmpty })
      let right = try #require(question.choices.dropFirst(question.answer).first)
      let pass = Set(replies(standard.examples.pass).map(\.plain))
      let fail = replies(standard.examples.fail)
      switch question.ask {
      case .whichKeeps:
        #expect(question.choices.filter { pass.contains($0) } == [right])
      case .whichBreaks:
        #expect(question.choices.filter { !pass.contains($0) } == [right])
        #expect(fail.contains { $0.plain == right })
      case .whatIsWrong:
        let reply = try #require(fail.first { $0.plain == question.about.first })
        #expect(question.choices.filter { reply.marked.contains($0) } == [right])
      case .isKept, .isTicketKept:
        #expect(question.choices.count == 2)
      case .howLong:
        let logs = LanguageLogs(standard, in: language, of: catalogue)
        let words = Words(language)
        let rights = [(logs.pass, Term.yesKept), (logs.fail, .noBroken)].flatMap { logs, term in
          logs.filter { LogLines($0, words) == question.log }.compactMap { log in
            log.takes.map { "\(words[term]): \(words.short($0.value, inHours: true))" }
          }
        }
        #expect(rights == [right])
      }
    }
  }

  @Test func `standards take turns`() throws {
    let catalogue = try Catalogues.shipped()
    let count = catalogue.standards.count { !$0.examples.pass.isEmpty }
    let quiz = Quiz(catalogue, in: "en", count: count, seed: 5)
    #expect(Set(quiz.questions.map(\.standard)).count == count)
  }

  @Test(arguments: ["pl", "cs", "en"])
  func `a printed quiz is sound and keeps its answers apart`(language: String) throws {
    let quiz = Quiz(try Catalogues.shipped(), in: language, count: 20, seed: 1)
    let html = QuizPage.page(of: quiz)
    let page = Page(html)
    #expect(page.problem == nil)
    #expect(zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let questions = try #require(html.firstRange(of: "id=\"answers\"")).lowerBound
    #expect(!html[..<questions].contains("<mark>"))
    #expect(html[questions...].contains("<mark>"))
  }

  @Test func `a session tells right from wrong and counts`() throws {
    let quiz = Quiz(Catalogues.read(Catalogues.text), in: "en", count: 3, seed: 7)
    try #require(quiz.questions.count == 3)
    let right = quiz.questions.map { Quiz.Question.letter($0.answer) }
    let wrong = right[1] == "a" ? "b" : "a"
    var typed = ["what?", right[0].uppercased() + " ", wrong, right[2]]
    var shown = ""
    let score = QuizSession(quiz, isColoured: false).run(
      read: { typed.isEmpty ? nil : typed.removeFirst() }, write: { shown += $0 })
    #expect(score == (2, 3))
    #expect(shown.contains("Answer with one of the letters"))
    #expect(shown.contains("✗ No. The right answer: \(right[1])"))
    #expect(shown.hasSuffix("Score: 2 out of 3\n"))
  }

  @Test(arguments: [["q"], []])
  func `a session may stop at any time`(lines: [String]) {
    let quiz = Quiz(Catalogues.read(Catalogues.text), in: "en", count: 3, seed: 7)
    var typed = lines
    let score = QuizSession(quiz, isColoured: false).run(
      read: { typed.isEmpty ? nil : typed.removeFirst() }, write: { _ in })
    #expect(score == (0, 0))
  }

  private func replies(_ examples: [Examples.Example]) -> [ExamplePieces] {
    examples.compactMap { example in
      if case .reply(let text) = example { ExamplePieces(text) } else { nil }
    }
  }
}
