import Standards

/// A quiz as plain text: the questions, and the answers after them.
package struct QuizText: Sendable {
  private static let width = 96

  private let isColoured: Bool

  /// Creates a renderer, with colours for a terminal or without.
  package init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  /// All questions, then all answers.
  package func render(_ quiz: Quiz) -> String {
    let words = quiz.words
    var text = heading(of: quiz)
    for (index, question) in quiz.questions.enumerated() {
      text += "\n" + render(question, index, words)
    }
    text += "\n\(bold(words[.answers].uppercased()))\n"
    for (index, question) in quiz.questions.enumerated() {
      text += "\n\(index + 1). \(Quiz.Question.letter(question.answer))\n"
      text += explanation(of: question, words)
    }
    return text
  }

  /// The title, and the seed that gives the same quiz again.
  func heading(of quiz: Quiz) -> String {
    let words = quiz.words
    return TerminalText.plain(words[.quiz]) + "\n"
      + TerminalText.plain("\(quiz.catalogue) · \(words[.seed].lowercased()) \(quiz.seed)") + "\n"
      + words[.quizLead] + "\n"
  }

  /// One question with its choices.
  func render(_ question: Quiz.Question, _ index: Int, _ words: Words) -> String {
    var lines = TerminalText.wrapped("\(index + 1). \(words[question.ask.term])", to: Self.width)
      .map(bold)
    lines += TerminalText.wrapped(words.quoted(question.title), to: Self.width - 3).map {
      "   \($0)"
    }
    for about in question.about {
      lines += TerminalText.wrapped(about, to: Self.width - 5).map { "   | \($0)" }
    }
    if let log = question.log { lines += self.lines(of: log, words) }
    for (index, choice) in question.choices.enumerated() {
      let wrapped = self.lines(of: choice, to: Self.width - 6)
      lines += wrapped.enumerated().map { line, text in
        line == 0 ? "   \(Quiz.Question.letter(index)) \(text)" : "     \(text)"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A reply, with what it quotes of the customer in lines of its own.
  private func lines(of reply: String, to width: Int) -> [String] {
    let opening = QuotedOpening(of: reply)
    guard let quoted = opening.quoted else { return TerminalText.wrapped(reply, to: width) }
    return TerminalText.wrapped(quoted, to: width - 2).map { "> \($0)" }
      + TerminalText.wrapped(opening.own, to: width)
  }

  /// A ticket's lines, with their moments in a column of their own.
  private func lines(of log: LogLines, _ words: Words) -> [String] {
    let all = log.lines(to: words)
    let column = all.map { TerminalText.plain($0.when).count }.max() ?? 0
    let ticket = log.ticket.map { TerminalText.wrapped($0, to: Self.width - 5) } ?? []
    return ticket.map { "   | \($0)" }
      + all.flatMap { line in
        let text = line.text.isEmpty ? line.who : "\(line.who): \(line.text)"
        let wrapped = TerminalText.wrapped(text, to: Self.width - 7 - column)
        return wrapped.enumerated().map { index, text in
          let when = index == 0 ? TerminalText.plain(line.when) : ""
          return "   | \(TerminalText.padded(when, to: column))  \(text)"
        }
      }
  }

  /// Why the answer is the right one.
  func explanation(of question: Quiz.Question, _ words: Words) -> String {
    var lines: [String] = []
    let answer = question.choices[question.answer]
    let counts = question.counts.map { ". \(words[.itCounts]) \($0)" } ?? ""
    lines += self.lines(of: answer + counts, to: Self.width - 3)
    if let example = question.example {
      // Words that were the answer need not be said twice.
      if question.ask != .whatIsWrong, !example.marked.isEmpty {
        let label = words[question.ask == .whichKeeps ? .wordsKeeping : .wordsBreaking]
        let marked = example.marked.map(words.quoted).joined(separator: ", ")
        lines += TerminalText.wrapped("\(label) \(marked)", to: Self.width - 3)
      }
    }
    if let why = question.why {
      lines += TerminalText.wrapped("\(question.standard): \(why)", to: Self.width - 3)
    }
    return lines.map { "   \($0)\n" }.joined()
  }

  private func bold(_ text: String) -> String {
    isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

extension Quiz.Question.Ask {
  /// The question in words.
  var term: Term {
    switch self {
    case .whichKeeps: .whichKeeps
    case .whichBreaks: .whichBreaks
    case .whatIsWrong: .whatIsWrong
    case .isKept: .isKept
    case .isTicketKept: .isTicketKept
    case .howLong: .howLong
    }
  }
}
