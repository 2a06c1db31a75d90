/// A quiz asked one question after the other, with the verdict after each.
package struct QuizSession {
  private let quiz: Quiz
  private let text: QuizText

  /// Creates a session.
  package init(_ quiz: Quiz, isColoured: Bool) {
    self.quiz = quiz
    text = QuizText(isColoured: isColoured)
  }

  /// Asks until the questions or the answers come to an end.
  ///
  /// - Parameters:
  ///   - read: The next line that was typed; nil when there is none.
  ///   - write: Shows a text.
  /// - Returns: How many answers were right, of how many given.
  @discardableResult
  package func run(
    read: () throws -> String?, write: (String) throws -> Void
  ) rethrows -> (right: Int, given: Int) {
    let words = quiz.words
    try write(text.heading(of: quiz))
    var right = 0
    var given = 0
    for (index, question) in quiz.questions.enumerated() {
      try write("\n" + text.render(question, index, words))
      guard let answer = try answer(to: question, read: read, write: write) else { break }
      given += 1
      if answer == question.answer {
        right += 1
        try write("   ✓ \(words[.right])\n")
      } else {
        let letter = Quiz.Question.letter(question.answer)
        try write("   ✗ \(words[.wrong]) \(letter)\n")
      }
      try write(text.explanation(of: question, words))
    }
    try write("\n\(words[.score]) \(right) \(words[.outOf]) \(given)\n")
    return (right, given)
  }

  /// The choice that was typed; nil when there is nothing more to read, or the reader stops.
  private func answer(
    to question: Quiz.Question, read: () throws -> String?, write: (String) throws -> Void
  ) rethrows -> Int? {
    let words = quiz.words
    let letters = question.choices.indices.map(Quiz.Question.letter)
    while true {
      try write("\(words[.yourAnswer]) (\(letters.joined(separator: ", "))): ")
      guard let line = try read() else {
        try write("\n")
        return nil
      }
      let typed = line.split(whereSeparator: \.isWhitespace).first?.lowercased() ?? ""
      if typed == "q" { return nil }
      if let index = letters.firstIndex(of: typed) { return index }
      try write(
        "\(words[.answerWith]) \(letters.joined(separator: ", ")) (\(words[.toStop]))\n")
    }
  }
}
