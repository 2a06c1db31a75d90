import ArgumentParser
import Diagnostics
import Quality
import Reports
import Standards
import Tickets

/// `kwadrans audit agreement`: how far reviewers agree, or reviewers and the auditor.
struct AuditAgreement: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Say how far reviewers, or a reviewer and the auditor, agree beyond chance.",
    discussion: """
      Each file holds reviews, or the auditor's verdicts as --format jsonl prints them (of verdicts that
      a reviewer had changed, what the auditor had said). For each standard: how many verdicts both
      decided, the share decided alike, Cohen's kappa and Krippendorff's alpha with 95% intervals, and
      where they differ. A standard with an alpha below 0.667 is unfit for automatic use, below 0.8 it
      allows tentative conclusions only.

      Of checklists the answers are compared as well, question by question. They have an order: alpha is
      ordinal, and kappa weighs a difference by its steps.

      Where one of two files is the auditor's, it also says how often the auditor errs, by the reviewer: of
      the misses found how many it reported (sensitivity), of the kept how many it let pass (specificity).
      With --correct the share of misses over all that the auditor decided is corrected for that (Rogan
      and Gladen), with an interval: right if the reviews are of a random sample, every verdict of it,
      and were given unseen (docs/scores.md).

      Three files and more, as of a calibration: verdicts that two or more decided, Fleiss's kappa over
      those that all decided, and how each reviewer stands to the others. One file alone: those who
      reviewed in it are held against each other.

      Reviews and verdicts do not tell whose names are in them, so that nothing could be masked: what
      people wrote is left out unless --reasons asks for it.

      Undecided is no answer and left out. Kappa and alpha need ten verdicts and two different answers;
      a dash stands where there are fewer.

      EXAMPLE: kwadrans audit agreement kasia.jsonl verdicts.jsonl
      """
  )

  @Argument(help: "Files of reviews or verdicts (JSON Lines), or one of several reviewers.")
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "A catalogue: answers to checklists are held against its questions.", valueName: "folder"))
  var standards: String?

  @Flag(
    help: "Also print why, in the words of reviewers and auditor, which may name people.")
  var reasons = false

  @Flag(
    help:
      "Correct shares of misses for the auditor's errors; the reviews must be of a random sample, judged unseen."
  )
  var correct = false

  @Option(help: "How to print it.")
  var format = Format.text

  @Option(
    parsing: .unconditional, help: "A whole number that chooses the samples of alpha's interval.")
  var seed: UInt64 = 1

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  func validate() throws {
    try WrittenFiles.check(
      [WrittenFiles.File("--output", output)],
      over: files.map { WrittenFiles.File("the command", $0) })
  }

  func run() throws {
    let catalogue = try standards.map { try CatalogueOptions.load($0) }
    let sides = try sides(catalogue)
    if correct, sides.count != 2 || sides.count(where: \.isAuditor) != 1 {
      throw ValidationError(
        "--correct needs two files: reviews, and the auditor's verdicts as --format jsonl prints them"
      )
    }
    let report = AgreementReport(sides, seed: seed, withReasons: reasons)
    var out = try Output(path: output)
    switch format {
    case .text: try out.write(report.text(isCorrected: correct))
    case .json:
      var json = JSONWriter()
      report.write(to: &json, isCorrected: correct)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
    if report.all.cases == 0 {
      StandardError.print(
        "there is no verdict that \(sides.count == 2 ? "both" : "two of them") decided")
      throw ExitStatus.badInput
    }
  }

  /// The files; of one alone those who reviewed in it.
  private func sides(_ catalogue: Catalogue?) throws -> [Judgements] {
    do {
      let sides =
        files.count == 1
        ? try Judgements.byReviewer(path: files[0], catalogue: catalogue)
        : try files.map { try Judgements(path: $0, catalogue: catalogue) }
      for side in sides { try ExceptionOptions.report(side.problems, "verdict or review") }
      guard sides.count > 1 else {
        StandardError.print(
          "'\(files[0])' has no two reviewers; name another file to hold it against")
        throw ExitStatus.badInput
      }
      return sides
    } catch let error as TicketReaderError {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
  }
}
