import ArgumentParser
import Conformance
import FoundationEssentials
import Quality
import Reports
import ServiceTime
import Standards
import Tickets

/// `kwadrans audit TICKETS`: verdicts.
struct AuditRun: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, csv, sarif, junit, html

    /// Whether what was found besides the standards is counted or listed in any case.
    var tellsFindings: Bool {
      switch self {
      case .text, .json, .html: true
      case .jsonl, .csv, .sarif, .junit: false
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Judge tickets and their replies by a catalogue.",
    discussion: """
      Each standard that applies gives a verdict: met, missed, not-applicable or undecided, with its
      evidence. Offsets count Unicode code points of the message. Ends with 1 when a standard is
      missed (with --fail-under: too often), with 65 when lines could not be read and nothing else was
      found.

      A message of at most \(TicketView.Reply.additionWords) words that follows another reply without a word of the customer's
      between only adds to that reply, and is not judged.

      Besides the standards, a ticket's log may show what a reviewer should know: paused while the
      customer waits, a holding reply, nobody at it over a shift change (docs/findings.md). The report
      counts these; they never change the exit code.

      Promises of a share are counted for each day, week or month, with an outlook for the next one
      (docs/promises.md). A sample says nothing of them; its shares have intervals.

      With --reviews the decisions of people stand instead of the auditor's verdicts; with --waivers
      and --baseline misses that are let pass or were known before do not count. A waiver that nobody
      needs, or that holds no more, ends the command with 1 as a miss does (docs/reviews.md).

      Standards of the kind first-contact ask whether the customer came back in another ticket, so
      that the tickets are read twice. Standard input and pipes cannot be: there such a standard is
      undecided, unless the ticket itself shows that it was broken. docs/tickets.md says what may
      stand in a line.

      EXAMPLE: kwadrans audit samples/tickets.jsonl --standards standards --format jsonl
      """
  )

  @OptionGroup var input: TicketOptions
  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var promises: PromiseOptions
  @OptionGroup var sampling: SampleOptions
  @OptionGroup var exceptions: ExceptionOptions
  @OptionGroup var redaction: RedactOptions
  @OptionGroup var cores: CoreOptions

  @Option(
    help: ArgumentHelp(
      "How to print the verdicts; jsonl prints one a line, docs/reports.md describes all."))
  var format = Format.text

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write every miss of today to a file, for --baseline; with --baseline only those of it that are "
        + "still there.",
      valueName: "file"))
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp(
      "Which verdicts the text shows; may be repeated.", valueName: "verdict"))
  var show: [Verdict.Outcome] = [.missed]

  @Flag(help: "Print only how often each standard was kept (text).")
  var summary = false

  @Flag(
    help:
      "List what was found besides the standards: with the verdicts (text), or one a line (jsonl)."
  )
  var findings = false

  @Option(
    help: ArgumentHelp(
      "The moment up to which the log is known; each ticket's last event if left out.",
      valueName: "instant"))
  var asOf: AsOf?

  @Option(
    help: ArgumentHelp(
      "Print which verdicts this catalogue turns from met to missed and back, compared with an old one.",
      valueName: "old-standards"))
  var against: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Let single misses pass: end with 1 only when a standard is met less often, a critical one is missed "
        + "at all, or one that promises a share is below its own. Standard error says which.",
      valueName: "percent"), transform: LeastShare.init(typed:))
  var failUnder: LeastShare?

  func validate() throws {
    let isFit = format == .text || format == .json || format == .jsonl
    if against != nil, !isFit {
      throw ValidationError("--against prints text, json or jsonl, not \(format.rawValue)")
    }
    if against != nil, exceptions.waivers ?? exceptions.baseline ?? writeBaseline != nil {
      throw ValidationError(
        "--against obeys --reviews only: --waivers, --baseline and --write-baseline are about misses "
          + "that count, and it counts verdicts that turn")
    }
    if failUnder != nil, against != nil || exceptions.baseline != nil || sampling.sample != nil {
      throw ValidationError(
        "--fail-under holds the shares of all tickets against a limit; leave out --against, --baseline and "
          + "--sample")
    }
    if writeBaseline != nil, sampling.sample != nil {
      throw ValidationError(
        "--write-baseline with --sample would know the misses of the sample alone; leave out --sample"
      )
    }
    try WrittenFiles.check(
      [
        WrittenFiles.File("--output", output),
        WrittenFiles.File("--write-baseline", writeBaseline),
      ], over: input.files + exceptions.files.filter { $0.name != "--baseline" })
    try WrittenFiles.check(
      [WrittenFiles.File("--output", output)],
      over: [WrittenFiles.File("--baseline", exceptions.baseline)])
  }

  func run() throws {
    if let against { return try compare(with: against) }
    let catalogue = try catalogue.load()
    let auditor = try Auditor.prepared(catalogue, findsMore: findings || format.tellsFindings)
    let exceptions = try exceptions.load(catalogue, asOf: asOf?.instant)
    var exceptionReport = ExceptionReport(
      exceptions, self.exceptions, catalogue, writeBaseline: writeBaseline)
    let drawn = try sampling.drawn(from: input, seed: promises.seed, asOf: asOf?.instant)
    let sample = drawn?.sample
    let redactor = redaction.redactor(exceptions)
    let contacts = try input.contacts(auditor, asOf: asOf?.instant)
    var tally = AuditTally(catalogue)
    var census = PromiseCensus(catalogue, asOf: asOf?.instant)
    var out = try Output(path: output)
    let page = AuditPage(
      format: format, text: AuditText(isColoured: out.isColoured),
      growing: growing(catalogue, of: sample),
      shown: summary ? [] : show, showsFindings: findings && !summary)
    if format == .json { try out.write(AuditJSON.head) }
    if let head = page.growing?.head { try out.write(head) }
    let separator = format == .json ? AuditJSON.separator : page.growing?.separator ?? []
    // A sample keeps and breaks no promise.
    let countsPromises = sample == nil && [.text, .json, .html].contains(format)
    var collector = AuditReportCollector(catalogue)
    /// The findings of the JSON report, which come after its verdicts.
    var found = Spool()
    var isFirst = true
    var hasListed = false
    let asOf = asOf?.instant
    let (counts, countsOfPromises) = (tally, countsPromises ? census : nil)
    let writesBaseline = writeBaseline != nil
    let bad = try input.forEach(on: cores.wanted) { read in
      guard drawn?.tickets.contains(read.ticket.id) ?? true else { return AuditedTicket?.none }
      var audit = auditor.audit(read.ticket, asOf: asOf, contacts: contacts)
      exceptions.apply(to: &audit)
      redactor?.redact(&audit)
      let shown = ShownTicket(audit, as: redactor?.masked(audit.view.ticket))
      // What is heavy goes on the thread that made it, where its memory is at hand for the next ticket.
      return AuditedTicket(
        page: page.part(shown, of: read), tally: counts.part(of: audit),
        census: countsOfPromises?.part(of: audit),
        audit: writesBaseline || exceptions.speaks(of: audit.view.ticket.id) ? audit : nil)
    } _: { ticket in
      guard let ticket else { return }
      let part = ticket.page
      if let audit = ticket.audit { exceptionReport.note(audit) }
      tally.add(ticket.tally)
      if let cases = ticket.census { census.add(cases) }
      if let (shown, entry) = part.entry { collector.add(shown, entry) }
      if !part.verdicts.isEmpty {
        if !isFirst, !separator.isEmpty { try out.write(separator) }
        isFirst = false
      }
      try out.write(part.verdicts)
      if format == .json, !part.findings.isEmpty, found.count > 0 {
        try found.write(AuditJSON.separator)
      }
      hasListed = hasListed || (format == .text && !part.findings.isEmpty)
      if format == .json { try found.write(part.findings) } else { try out.write(part.findings) }
    }
    switch format {
    case .text:
      let hasShown = !summary && show.contains { tally.count($0) > 0 }
      if hasShown || hasListed { try out.write("\n") }
      try out.write(page.text.render(tally, of: sample))
      let promises = PromiseText(seed: promises.seed, isOpenEnded: asOf == nil)
        .render(
          countsPromises ? census.results(seed: promises.seed) : [], by: promises.dimensions)
      if !promises.isEmpty { try out.write("\n" + promises) }
    case .json:
      try out.write(AuditJSON.beforeFindings)
      try found.forEach { try out.write($0) }
      try out.write(
        AuditJSON.tail(
          tally, countsPromises ? census.results(seed: promises.seed) : [], seed: promises.seed,
          of: sample))
    case .html:
      let report = collector.report(
        tally, census.results(seed: promises.seed), seed: promises.seed, unreadable: bad,
        sample: sample)
      try out.write(AuditHTML.page(of: report))
    case .jsonl, .csv, .sarif, .junit:
      if let tail = page.growing?.tail(tally, unreadable: bad) { try out.write(tail) }
    }
    try out.finish()
    let isInVain = try exceptionReport.finish()
    if bad > 0, input.strict { throw ExitStatus.badInput }
    if hasFailed(tally) || isInVain { throw ExitStatus.findings }
    if bad > 0 { throw ExitStatus.badInput }
  }
}

/// What is left of a ticket once it is judged.
private struct AuditedTicket: Sendable {
  let page: AuditPage.Part
  let tally: AuditTally.Part
  let census: PromiseCensus.Part?
  /// All of it, where somebody spoke of it, or its misses are to be kept.
  let audit: TicketAudit?
}

extension AuditRun {
  /// Whether what was missed ends the command with 1; with `--fail-under` it says why.
  private func hasFailed(_ tally: AuditTally) -> Bool {
    guard let failUnder else { return tally.newMisses > 0 }
    let reasons = failUnder.reasons(tally)
    for reason in reasons { StandardError.print("--fail-under: \(reason)") }
    return !reasons.isEmpty
  }

  /// What renders the format, if it is one that only grows.
  private func growing(_ catalogue: Catalogue, of sample: Sample?) -> (any AuditRendering)? {
    switch format {
    case .text, .json, .html: nil
    case .jsonl: AuditJSONLines(catalogue, showsFindings: findings && !summary)
    case .csv: AuditCSV(catalogue)
    case .sarif:
      AuditSARIF(
        catalogue, version: Kwadrans.configuration.version,
        folder: FileManager.default.currentDirectoryPath,
        hasBaseline: exceptions.baseline != nil, sample: sample)
    case .junit: AuditJUnit()
    }
  }
}

/// The moment of `--as-of`.
struct AsOf: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let moment = try? OffsetInstant(iso8601: Array(argument.utf8)) else { return nil }
    instant = moment.instant
  }
}

extension Verdict.Outcome: ExpressibleByArgument {}

extension LeastShare {
  /// Reads the share of `--fail-under`.
  fileprivate init(typed text: String) throws {
    guard let share = LeastShare(written: text) else {
      throw ValidationError("write a percentage from 0 to 100, such as 90 or 92.5%")
    }
    self = share
  }
}

extension Auditor {
  /// Prepares a catalogue, or says why that cannot be and ends the command.
  static func prepared(
    _ catalogue: Catalogue, isForMany: Bool = true, findsMore: Bool = true
  ) throws -> Auditor {
    do {
      return try Auditor(
        catalogue, Lexicon.builtIn().lexicon, isForMany: isForMany, findsMore: findsMore)
    } catch {
      StandardError.print("\(error)")
      throw ExitStatus.badInput
    }
  }
}
