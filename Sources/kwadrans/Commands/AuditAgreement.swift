import ArgumentParser
import Diagnostics
import Quality
import Reports
import Tickets

/// `kwadrans audit agreement`: how far two reviewers agree, or a reviewer and the auditor.
struct AuditAgreement: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Say how far two reviewers, or a reviewer and the auditor, agree beyond chance.",
    discussion: """
      Each file holds reviews, or the auditor's verdicts as --format jsonl prints them (of verdicts that
      a reviewer had changed, what the auditor had said). For each standard: how many verdicts both
      decided, the share decided alike, Cohen's kappa and Krippendorff's alpha with 95% intervals, and
      where they differ. A standard with an alpha below 0.667 is unfit for automatic use, below 0.8 it
      allows tentative conclusions only.

      Reviews and verdicts do not tell whose names are in them, so that nothing could be masked: what
      people wrote is left out unless --reasons asks for it.

      Undecided is no answer and left out. Kappa and alpha need ten verdicts and two different answers;
      a dash stands where there are fewer.

      EXAMPLE: kwadrans audit agreement kasia.jsonl verdicts.jsonl
      """
  )

  @Argument(help: "Reviews, or verdicts (JSON Lines).")
  var first: String

  @Argument(help: "Others to hold against them.")
  var second: String

  @Flag(
    help: "Also print why, in the words of reviewers and auditor, which may name people.")
  var reasons = false

  @Option(help: "How to print it.")
  var format = Format.text

  @Option(help: "A whole number that chooses the samples of alpha's interval.")
  var seed: UInt64 = 1

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  func validate() throws {
    try WrittenFiles.check(
      [WrittenFiles.File("--output", output)],
      over: [first, second].map { WrittenFiles.File("the command", $0) })
  }

  func run() throws {
    let report = AgreementReport(
      try read(first), try read(second), seed: seed, withReasons: reasons)
    var out = try Output(path: output)
    switch format {
    case .text: try out.write(report.text)
    case .json:
      var json = JSONWriter()
      report.write(to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
    if report.all.cases == 0 {
      StandardError.print("there is no verdict that both decided")
      throw ExitStatus.badInput
    }
  }

  private func read(_ path: String) throws -> Judgements {
    do {
      let judgements = try Judgements(path: path)
      try ExceptionOptions.report(judgements.problems, "verdict or review")
      return judgements
    } catch let error as TicketReaderError {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
  }
}
