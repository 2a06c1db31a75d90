import ArgumentParser
import Conformance
import Diagnostics
import Quality
import Reports
import Tickets

/// `kwadrans audit scorecard`: the score that quality programmes reckon.
struct AuditScorecard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "Score tickets as quality programmes do: weighted categories, mean of reviews (IQS).",
    discussion: """
      Each ticket is a review. Its categories are the standards that the agent owns, as the auditor
      and the reviewers judge them, and the questions of checklists, as people answered them in
      kwadrans audit review (r 4 yes -). A category counts (value - min) / (max - min) by its weight;
      a critical one below half its scale makes the review 0; the IQS is the mean of the reviews. That
      is the arithmetic of Zendesk QA; --not-applicable and --auto-fail reckon as EvaluAgent can. While
      something is undecided the review is open and has no score. --format json lists every review.

      EXAMPLE: kwadrans audit scorecard samples/tickets.jsonl --reviews reviews.jsonl
      """
  )

  @OptionGroup var scoring: ScoringOptions

  @Option(help: "What becomes of a category that does not apply.")
  var notApplicable = Scorecard.NotApplicable.leaveOut

  @Option(help: "What a failed critical category makes of the review.")
  var autoFail = Scorecard.AutoFail.zero

  func validate() throws {
    guard scoring.format != .csv else {
      throw ValidationError("audit scorecard prints text or json, not csv")
    }
  }

  func run() throws {
    let catalogue = try scoring.catalogue.load()
    let auditor = try Auditor.prepared(catalogue)
    let asOf = scoring.asOf?.instant
    let exceptions = try scoring.exceptions.load(catalogue, asOf: asOf)
    let contacts = try scoring.input.contacts(auditor, asOf: asOf)
    var exceptionReport = ExceptionReport(exceptions, scoring.exceptions, catalogue)
    let drawn = try scoring.drawn()
    let redactor = scoring.redaction.redactor(exceptions)
    var report = ScorecardReport(
      catalogue, by: Scorecard(notApplicable: notApplicable, autoFail: autoFail))
    var out = try Output(path: scoring.output)
    var json = JSONWriter()
    var isFirst = true
    if scoring.format == .json { try out.write("{\"reviews\":[") }
    let bad = try scoring.input.forEach(on: scoring.cores.wanted) { read in
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
      guard scoring.format == .json else { return }
      if !isFirst { try out.write(",") }
      isFirst = false
      let agent = review.agent.map { redactor?.agent($0) ?? $0 }
      review.write(to: &json, score, agent: agent)
      try out.write(&json)
    }
    switch scoring.format {
    case .text, .csv: try out.write(ScorecardText.render(report, of: drawn?.sample))
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
