import ArgumentParser
import Conformance
import Diagnostics
import Quality
import Reports
import Tickets

/// `kwadrans audit scores`: shares with what they can tell.
struct AuditScores: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Say what the replies tell of the desk and its agents, with intervals.",
    discussion: """
      The form score of replies, the shares of replies without a miss by channel, topic and language,
      and the agents by name: with Wilson's interval, with the others' mix of topics, drawn towards the
      team where replies are few, and whether they stand out by more than chance explains. Of a sample an
      interval holds the share of all tickets; where all were read it tells of chance alone. There is no
      ranking. Only standards that the agent owns count. What customers said comes last: CSAT, NPS and CES of the
      ratings in the log. docs/scores.md says what each figure means.

      EXAMPLE: kwadrans audit scores samples/tickets.jsonl
      """
  )

  @OptionGroup var scoring: ScoringOptions

  func run() throws {
    let catalogue = try scoring.catalogue.load()
    let auditor = try Auditor.prepared(catalogue)
    let asOf = scoring.asOf?.instant
    let exceptions = try scoring.exceptions.load(catalogue, asOf: asOf)
    let contacts = try scoring.input.contacts(auditor, asOf: asOf)
    var exceptionReport = ExceptionReport(exceptions, scoring.exceptions, catalogue)
    let drawn = try scoring.drawn()
    let redactor = scoring.redaction.redactor(exceptions)
    let standards = ScoredStandards(catalogue)
    var form = FormScoreMean()
    var customers = CustomerRatings()
    var scores = AgentScores(standards)
    var out = try Output(path: scoring.output)
    let bad = try scoring.input.forEach(on: scoring.cores.wanted) { read in
      guard drawn?.tickets.contains(read.ticket.id) ?? true else { return TicketAudit?.none }
      var audit = auditor.audit(read.ticket, asOf: asOf, contacts: contacts)
      exceptions.apply(to: &audit)
      return audit
    } _: { audit in
      guard let audit else { return }
      exceptionReport.note(audit)
      form.add(audit, by: standards)
      customers.add(audit)
      scores.add(
        ticket: audit.replyResults(by: standards).map { result in
          guard let redactor, let agent = result.agent else { return result }
          return result.renamed(redactor.agent(agent))
        })
    }
    let report = try scores.report()
    switch scoring.format {
    case .csv: try out.write(ScoresCSV.render(form, report, of: drawn?.sample, customers))
    case .text:
      try out.write(ScoresText.render(form, report, of: drawn?.sample) + customers.text)
    case .json:
      var json = JSONWriter()
      ScoresJSON.write(form, report, of: drawn?.sample, customers, to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
    if try exceptionReport.finish() { throw ExitStatus.findings }
    if bad > 0 { throw ExitStatus.badInput }
  }
}
