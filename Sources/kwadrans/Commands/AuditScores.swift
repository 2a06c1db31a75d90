import ArgumentParser
import Conformance
import Diagnostics
import Quality
import Reports
import Tickets

/// `kwadrans audit scores`: shares with what they can tell.
struct AuditScores: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Say what the replies tell of the desk and its agents, with intervals.",
    discussion: """
      The form score of replies, the shares of replies without a miss by channel, topic and language,
      and the agents by name: with Wilson's interval, with the others' mix of topics, drawn towards the
      team where replies are few, and whether they stand out by more than chance explains. There is no
      ranking. Only standards that the agent owns count. docs/scores.md says what each figure means.

      EXAMPLE: kwadrans audit scores samples/tickets.jsonl
      """
  )

  @OptionGroup var input: TicketOptions
  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var sampling: SampleOptions
  @OptionGroup var exceptions: ExceptionOptions
  @OptionGroup var redaction: RedactOptions
  @OptionGroup var cores: CoreOptions

  @Option(help: "A whole number that chooses the sample.")
  var seed: UInt64 = 1

  @Option(help: "How to print the result.")
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
    var exceptionReport = ExceptionReport(exceptions, self.exceptions, catalogue)
    let drawn = try sampling.drawn(from: input, seed: seed, asOf: asOf?.instant)
    let redactor = redaction.redactor(exceptions)
    let standards = ScoredStandards(catalogue)
    var form = FormScoreMean()
    var scores = AgentScores(standards)
    var out = try Output(path: output)
    let asOf = asOf?.instant
    let bad = try input.forEach(on: cores.wanted) { read in
      guard drawn?.tickets.contains(read.ticket.id) ?? true else { return TicketAudit?.none }
      var audit = auditor.audit(read.ticket, asOf: asOf)
      exceptions.apply(to: &audit)
      return audit
    } _: { audit in
      guard let audit else { return }
      exceptionReport.note(audit)
      form.add(audit, by: standards)
      scores.add(
        ticket: audit.replyResults(by: standards).map { result in
          guard let redactor, let agent = result.agent else { return result }
          return result.renamed(redactor.agent(agent))
        })
    }
    let report = try scores.report(AgentScores.Settings(isSample: drawn != nil))
    switch format {
    case .text: try out.write(ScoresText.render(form, report, of: drawn?.sample))
    case .json:
      var json = JSONWriter()
      ScoresJSON.write(form, report, of: drawn?.sample, to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
    if try exceptionReport.finish() { throw ExitStatus.findings }
    if bad > 0 { throw ExitStatus.badInput }
  }
}
