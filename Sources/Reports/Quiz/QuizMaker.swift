import Conformance
import ServiceTime
import Standards
import TextMatching

/// Makes questions from examples.
struct QuizMaker {
  let catalogue: Catalogue
  let words: Words
  let facts: StandardFacts
  /// Judges logs; nil where there are none, or the catalogue is too large to be judged by.
  let runner: ExampleRunner?

  /// A question offers at most so many choices.
  static let mostChoices = 4

  init(_ catalogue: Catalogue, _ words: Words) {
    self.catalogue = catalogue
    self.words = words
    facts = StandardFacts(catalogue, words)
    let hasLogs = catalogue.standards.contains { standard in
      !LanguageLogs(standard, in: words.language, of: catalogue).isEmpty
    }
    runner = hasLogs ? try? ExampleRunner(catalogue, Lexicon.builtIn().lexicon) : nil
  }

  /// So many questions, or fewer; standards take turns, so that each comes up before one comes up
  /// twice.
  func questions(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> [Quiz.Question] {
    var pools: [[Quiz.Question]] = []
    for standard in generator.shuffled(catalogue.standards) {
      let pool = pool(of: standard, using: &generator)
      if !pool.isEmpty { pools.append(pool) }
    }
    var questions: [Quiz.Question] = []
    var round = 0
    while questions.count < count {
      let turn = pools.compactMap { $0.dropFirst(round).first }
      if turn.isEmpty { break }
      questions += turn.prefix(count - questions.count)
      round += 1
    }
    return questions
  }

  /// The questions that a standard's examples are good for; no example decides two of them.
  private func pool(
    of standard: Standard, using generator: inout some RandomNumberGenerator
  ) -> [Quiz.Question] {
    let replies = LanguageExamples(standard, in: words.language, of: catalogue)
    let pass = generator.shuffled(replies.pass)
    let fail = generator.shuffled(replies.fail)
    var questions = waits(of: standard) + logs(of: standard, using: &generator)
    // Marked failures ask for their words; the others stand against replies of the other side.
    let marked = fail.filter { !$0.marked.isEmpty }
    let others = fail.filter(\.marked.isEmpty)
    for example in marked {
      if let one = whatIsWrong(example, standard, using: &generator) { questions.append(one) }
    }
    for example in pass {
      let wrong = Array(generator.shuffled(fail).prefix(Self.mostChoices - 1))
      if let one = which(.whichKeeps, example, among: wrong, standard, using: &generator) {
        questions.append(one)
      }
    }
    for example in others {
      let right = Array(generator.shuffled(pass).prefix(Self.mostChoices - 1))
      if let one = which(.whichBreaks, example, among: right, standard, using: &generator) {
        questions.append(one)
      }
    }
    return generator.shuffled(questions)
  }

  private func which(
    _ ask: Quiz.Question.Ask, _ example: ExamplePieces, among others: [ExamplePieces],
    _ standard: Standard, using generator: inout some RandomNumberGenerator
  ) -> Quiz.Question? {
    let wrong = others.map(\.plain).filter { $0 != example.plain }
    return question(
      ask, standard, about: [], right: example.plain, wrong: wrong, example: example,
      using: &generator)
  }

  private func whatIsWrong(
    _ example: ExamplePieces, _ standard: Standard,
    using generator: inout some RandomNumberGenerator
  ) -> Quiz.Question? {
    guard let right = example.marked.first, example.marked.count == 1 else { return nil }
    let length = right.split(separator: " ").count
    let all = example.pieces.filter { !$0.isMarked }.flatMap {
      Self.stretches(of: length, in: $0.text)
    }
    var seen: Set<String> = [right.lowercased()]
    // A word far shorter than the right one gives it away.
    let alike = all.filter { $0.count * 2 >= right.count }
    let wrong = generator.shuffled(alike).filter { seen.insert($0.lowercased()).inserted }
    return question(
      .whatIsWrong, standard, about: [example.plain], right: right,
      wrong: Array(wrong.prefix(Self.mostChoices - 1)), example: example, using: &generator)
  }

  /// Stretches of so many words, one after the other, without the punctuation at their ends; none
  /// goes on beyond its sentence or line.
  private static func stretches(of length: Int, in text: String) -> [String] {
    var sentences: [[Substring]] = [[]]
    for line in text.split(separator: "\n") {
      sentences.append([])
      for word in line.split(separator: " ") {
        sentences[sentences.count - 1].append(word)
        if let last = word.last, ".!?".contains(last) { sentences.append([]) }
      }
    }
    return sentences.flatMap { stretches(of: length, in: $0) }
  }

  private static func stretches(of length: Int, in sentence: [Substring]) -> [String] {
    let words = sentence.filter { $0.contains(where: \.isLetter) }
    guard length > 0, words.count >= length else { return [] }
    return stride(from: 0, through: words.count - length, by: length).map { start in
      var stretch = words[start..<start + length].joined(separator: " ")
      while let last = stretch.last, !last.isLetter, !last.isNumber { stretch.removeLast() }
      return stretch
    }
  }

  /// Waits that are answered on one side or the other of what is promised.
  private func waits(of standard: Standard) -> [Quiz.Question] {
    guard let numbers = PromiseNumbers(standard) else { return [] }
    let limit = words.within(numbers.time.within, inHours: numbers.isInHours)
    let hours = facts.hours(numbers.time.hours.written)
    let sides = [(standard.examples.pass, true), (standard.examples.fail, false)]
    return sides.flatMap { examples, isKept in
      examples.compactMap { example -> Quiz.Question? in
        guard case .wait(let wait) = example else { return nil }
        return Quiz.Question(
          ask: .isKept, standard: standard.id, title: standard.title.entry(in: words).text,
          why: standard.why?.entry(in: words).text,
          about: [
            "\(words[.howSoon]): \(limit). \(words[.clock]): \(hours).",
            "\(words[.asked]): \(words.moment(wait.asked.value.text))",
            "\(words[.answered]): \(words.moment(wait.answered.value.text))",
          ],
          log: nil, choices: [words[.yesKept], words[.noBroken]], answer: isKept ? 0 : 1,
          example: nil,
          counts: words.short(wait.takes, inHours: true))
      }
    }
  }

  private func question(
    _ ask: Quiz.Question.Ask, _ standard: Standard, about: [String], right: String,
    wrong: [String], example: ExamplePieces, using generator: inout some RandomNumberGenerator
  ) -> Quiz.Question? {
    guard !wrong.isEmpty else { return nil }
    let answer = generator.index(below: wrong.count + 1)
    var choices = wrong
    choices.insert(right, at: answer)
    return Quiz.Question(
      ask: ask, standard: standard.id, title: standard.title.entry(in: words).text,
      why: standard.why?.entry(in: words).text, about: about, log: nil, choices: choices,
      answer: answer, example: example, counts: nil)
  }
}
