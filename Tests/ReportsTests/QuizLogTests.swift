import Diagnostics
import Standards
import Testing

@testable import Reports

/// Questions about tickets from beginning to end.
struct QuizLogTests {
  /// A desk that is closed over noon, with logs on both sides and in two languages.
  private static let text = """
    catalogue: {name: Desk, languages: [pl, en]}
    calendars:
      desk: {time-zone: Europe/Warsaw, open: {mon-fri: [08:00-12:00, 13:00-17:00]}}
    channels: {email: {kind: deferred}}
    standards:
      - id: mail
        title: We answer within an hour
        why: Who waits writes twice.
        first-response: {within: 1 h, share: 90%, hours: desk}
        examples:
          pass:
            - log:
                - {at: 2026-11-03 11:50, customer: "Good morning, our whole site has been down since dawn."}
                - {at: +1 min, system: "Thank you for your message."}
                - {at: 13:30, agent: "The disk was full, and the site works again <b>now</b>.", by: Ola}
              takes: 40 min
            - log:
                - {at: 2026-11-03 11:50, customer: "Dzień dobry, od rana nie działa nam cała strona."}
                - {at: 13:05, agent: "Dysk był pełny, strona działa od godziny 13:00.", by: Ola}
              takes: 15 min
            - log:
                - {at: 2026-11-03 10:00, customer: "Good morning, and where is the invoice that I need?"}
                - {at: 10:09, agent: Your cat has eaten it again.}
              verdict: undecided
          fail:
            - log:
                - {at: 2026-11-04 09:00, customer: "Please delete my account, and all that you have of me."}
                - {at: 09:02, status: closed}
              topic: privacy
              takes: 2 min
            - log:
                - {at: 2026-11-04 09:00, customer: "We cannot reach any of our sites since this morning."}
              as-of: 2026-11-04 10:01
              takes: 1 h 1 min
      - id: one-hand
        title: A case stays in one pair of hands
        handover: {at-most: 0}
        examples:
          fail:
            - log:
                - {at: 2026-11-04 09:00, assign: Ola}
                - {at: 09:10, assign: Jan}
    """

  private func quiz(_ language: String = "en", seed: UInt64 = 3) -> Quiz {
    Quiz(Catalogues.read(Self.text), in: language, count: 50, seed: seed)
  }

  @Test func `a quiz of logs is as recorded`() throws {
    let quiz = quiz()
    try Golden.expect(QuizText(isColoured: false).render(quiz), "quiz-logs.txt")
    try Golden.expect(QuizPage.page(of: quiz), "quiz-logs.html")
    var json = JSONWriter()
    quiz.write(to: &json)
    try Golden.expect(json.string + "\n", "quiz-logs.json")
    #expect(Page(QuizPage.page(of: quiz)).problem == nil)
  }

  @Test func `the choices are times that the wrong clock or the wrong line gives`() throws {
    let questions = quiz().questions.filter { $0.ask == .howLong }
    func choices(_ line: String) throws -> (all: Set<String>, right: String) {
      let question = try #require(
        questions.first { $0.log?.lines.first?.text.contains(line) ?? false })
      return (Set(question.choices), question.choices[question.answer])
    }
    // By the wall it is 1 h 40 min, and the machine was there after one minute.
    let noon = try choices("since dawn")
    #expect(noon.right == "yes, it is kept: 40\u{A0}min")
    #expect(
      noon.all == [
        noon.right, "no, it is broken: 1\u{A0}h\u{A0}40\u{A0}min", "yes, it is kept: 1\u{A0}min",
      ])
    // In time, and no answer.
    let closed = try choices("delete my account")
    #expect(closed.right == "no, it is broken: 2\u{A0}min")
    #expect(closed.all == [closed.right, "yes, it is kept: 2\u{A0}min"])
    let silent = try choices("since this morning")
    #expect(silent.right == "no, it is broken: 1\u{A0}h\u{A0}1\u{A0}min")
    #expect(questions.count == 3)
  }

  @Test func `logs of another language, and those that leave a doubt, are not asked about`() {
    let polish = quiz("pl").questions
    #expect(polish.filter { $0.ask == .howLong }.count == 1)
    // A log without words is the same in every language.
    #expect(polish.filter { $0.ask == .isTicketKept }.map(\.answer) == [1])
    for question in polish + quiz().questions {
      let said = question.log?.lines.map(\.text).joined() ?? ""
      #expect(!said.contains("Your cat"))
    }
  }

  @Test func `a log that does not come out as its author says is not asked about`() {
    let catalogue = Catalogues.read(Self.text.replacing("takes: 40 min", with: "takes: 41 min"))
    let questions = Quiz(catalogue, in: "en", count: 50, seed: 3).questions
    #expect(questions.filter { $0.ask == .howLong }.count == 2)
  }

  @Test func `the same seed gives the same quiz, another one another`() {
    func text(_ seed: UInt64) -> String {
      QuizText(isColoured: false).render(quiz(seed: seed))
    }
    #expect(text(3) == text(3))
    #expect(Set((1...6).map(text)).count > 1)
  }

  @Test func `a session asks about logs, too`() {
    let quiz = quiz()
    var typed = quiz.questions.map { Quiz.Question.letter($0.answer) }
    var shown = ""
    let score = QuizSession(quiz, isColoured: false).run(
      read: { typed.isEmpty ? nil : typed.removeFirst() }, write: { shown += $0 })
    #expect(score == (4, 4))
    #expect(shown.contains("The time that counts: 10 min + 30 min"))
    #expect(shown.contains("   | topic: privacy"))
  }
}
