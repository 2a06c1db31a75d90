import ArgumentParser
import Diagnostics
import Reports
import Standards

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `kwadrans standards quiz`: questions made from the examples.
struct StandardsQuiz: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, json
  }

  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract:
      "Ask a new colleague, or an applicant, what keeps the standards and what breaks them.",
    discussion: """
      The questions are made from the examples of the catalogue. In a terminal they are asked one
      after the other; otherwise the answers stand at the end, and in html on a page of their own.
      The same seed gives the same quiz.

      EXAMPLE: kwadrans standards quiz standards --language pl --questions 12 --format html
      """
  )

  @Argument(help: "The folder of the catalogue's YAML files, or one file.")
  var folder = "standards"

  @Option(help: "The language of the questions, by its code; English if left out and there is any.")
  var language: String?

  @Option(help: "How many questions (1 to 500).")
  var questions = 10

  @Option(parsing: .unconditional, help: "A whole number that chooses the questions.")
  var seed: UInt64 = 1

  @Option(help: "How to print the quiz.")
  var format = Format.text

  @Flag(
    inversion: .prefixedNo,
    help: "Ask one question after the other (text); left out, only in a terminal.")
  var ask: Bool?

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  func validate() throws {
    guard (1...500).contains(questions) else {
      throw ValidationError("'\(questions)' is no number of questions; name one from 1 to 500")
    }
    if ask == true, format != .text || output != nil {
      throw ValidationError("--ask needs a terminal's text; leave --format and --output out")
    }
  }

  func run() throws {
    let catalogue = try CatalogueOptions(folder: folder).load()
    let language = try catalogue.language(chosen: language)
    let quiz = Quiz(catalogue, in: language, count: questions, seed: seed)
    guard !quiz.questions.isEmpty else {
      StandardError.print(
        "there are no examples in '\(language)' to ask about; add some to the standards")
      throw ExitStatus.badInput
    }
    if quiz.questions.count < questions {
      StandardError.print(
        "the examples in '\(language)' give \(quiz.questions.count) questions, not \(questions)")
    }
    if format == .text, output == nil, ask ?? isInTerminal { return try hold(quiz) }
    var out = try Output(path: output)
    switch format {
    case .text: try out.write(QuizText(isColoured: out.isColoured).render(quiz))
    case .html: try out.write(QuizPage.page(of: quiz))
    case .json:
      var json = JSONWriter()
      quiz.write(to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }

  private var isInTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  private func hold(_ quiz: Quiz) throws {
    let isColoured = Terminal.wantsColour(.standardOutput)
    try QuizSession(quiz, isColoured: isColoured).run(read: { readLine() }) { text in
      // Each piece at once: somebody waits for it.
      var out = try Output(path: nil)
      try out.write(text)
      try out.finish()
    }
  }
}
