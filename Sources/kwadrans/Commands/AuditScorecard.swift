import ArgumentParser
import Conformance
import Diagnostics
import Quality
import Reports
import Tickets

/// `kwadrans audit scorecard`: the score that quality programmes reckon.
struct AuditScorecard: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Score tickets as quality programmes do: weighted categories, mean of reviews (IQS).",
    discussion: """
      Each ticket is a review. Its categories are the standards that the agent owns, as the auditor
      and the reviewers judge them, and the questions of checklists, as people answered them in
      kwadrans audit review (r 4 yes -). A category counts (value - min) / (max - min) by its weight;
      a critical one below half its scale makes the review 0; the IQS is the mean of the reviews. That
      is the arithmetic of Zendesk QA; --not-applicable and --auto-fail reckon as EvaluAgent can. While
      something is undecided the review is open and has no score.

      EXAMPLE: kwadrans audit scorecard samples/tickets.jsonl --reviews reviews.jsonl
      """
  )

  @OptionGroup var input: TicketOptions
  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var sampling: SampleOptions
  @OptionGroup var exceptions: ExceptionOptions
  @OptionGroup var redaction: RedactOptions
  @OptionGroup var cores: CoreOptions

  @Option(help: "What becomes of a category that does not apply.")
  var notApplicable = Scorecard.NotApplicable.leaveOut

  @Option(help: "What a failed critical category makes of the review.")
  var autoFail = Scorecard.AutoFail.zero

  @Option(help: "A whole number that chooses the sample.")
  var seed: UInt64 = 1

  @Option(help: "How to print the result; json lists every review.")
  var format = Format.text

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The moment up to which the log is known; each ticket's last event if left out.",
      valueName: "instant"))
  var asOf: AsOf?

  func validate() throws {
    try WrittenFiles.check(
      [WrittenFiles.File("--output", output)], over: input.files + exceptions.files)
  }

  func run() throws {
    let catalogue = try catalogue.load()
    let auditor = try Auditor.prepared(catalogue)
    let exceptions = try exceptions.load(catalogue, asOf: asOf?.instant)
    let contacts = try input.contacts(auditor, asOf: asOf?.instant)
    var exceptionReport = ExceptionReport(exceptions, self.exceptions, catalogue)
    let drawn = try sampling.drawn(from: input, seed: seed, asOf: asOf?.instant)
    let redactor = redaction.redactor(exceptions)
    var report = ScorecardReport(
      catalogue, by: Scorecard(notApplicable: notApplicable, autoFail: autoFail))
    var out = try Output(path: output)
    var json = JSONWriter()
    var isFirst = true
    if format == .json { try out.write("{\"reviews\":[") }
    let asOf = asOf?.instant
    let bad = try input.forEach(on: cores.wanted) { read in
      guard drawn?.tickets.contains(read.ticket.id) ?? true else {
        return (audit: TicketAudit, review: ScorecardReview?)?.none
      }
      var audit = auditor.audit(read.ticket, asOf: asOf, contacts: contacts)
      exceptions.apply(to: &audit)
      redactor?.redact(&audit)
      let review = ScorecardReview(audit, of: catalogue, exceptions.reviews, redactor: redactor)
      return (audit, review)
    } _: { part in
      guard let part else { return }
      exceptionReport.note(part.audit)
      guard let review = part.review else { return }
      for fault in review.faults { StandardError.print("left out: \(fault)") }
      let score = report.add(review, calling: redactor?.agent)
      guard format == .json else { return }
      if !isFirst { try out.write(",") }
      isFirst = false
      let agent = review.agent.map { redactor?.agent($0) ?? $0 }
      review.write(to: &json, score, agent: agent)
      try out.write(&json)
    }
    switch format {
    case .text: try out.write(ScorecardText.render(report, of: drawn?.sample))
    case .json:
      try out.write("],\"summary\":")
      report.write(to: &json, of: drawn?.sample)
      try out.write(&json)
      try out.write("}\n")
    }
    try out.finish()
    if try exceptionReport.finish() { throw ExitStatus.findings }
    if bad > 0 { throw ExitStatus.badInput }
  }
}

extension Scorecard.NotApplicable: ExpressibleByArgument {}
extension Scorecard.AutoFail: ExpressibleByArgument {}
