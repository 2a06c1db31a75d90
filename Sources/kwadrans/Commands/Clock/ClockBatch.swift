import ArgumentParser
import Clocks
import Diagnostics
import Reports
import Tickets

/// `kwadrans clock batch FILE`: many questions about opening hours.
struct ClockBatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Answer many questions about opening hours, one a line.",
    discussion: """
      A question is a line of JSON with its own hours; so is an answer: {"id":…,"seconds":…} to
      "between", {"id":…,"instant":"…"} to "add", or {"id":…,"error":"…"}. Answers come in the order
      of the questions. Ends with 65 when a question had no answer. docs/clock.md has every key.

      EXAMPLE: kwadrans clock batch questions.jsonl
      """
  )

  @Argument(help: "Questions as JSON Lines, also gzipped; - reads standard input.")
  var file: String

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  func run() throws {
    var all = 0
    var unanswered = 0
    do {
      var reader = try JSONLineReader(path: file, of: "question")
      var out = try Output(path: output)
      var questions = ClockQuestions()
      var json = JSONWriter()
      while let line = try reader.next() {
        let (id, answer) = questions.answer(line)
        all += 1
        if case .none = answer { unanswered += 1 }
        id.write(answer, to: &json)
        try out.write(&json)
      }
      try out.finish()
    } catch let error as TicketReaderError {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
    if unanswered > 0 {
      StandardError.print(
        "\(unanswered) of \(all) \(all == 1 ? "question" : "questions") had no answer")
      throw ExitStatus.badInput
    }
  }
}
