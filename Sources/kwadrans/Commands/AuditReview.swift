import ArgumentParser
import Conformance
import FoundationEssentials
import Quality
import Reports
import ServiceTime
import Standards
import Tickets

/// `kwadrans audit review`: cases that a person decides.
struct AuditReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Walk a person through undecided or sampled verdicts, and keep what they decide.",
    discussion: """
      Shows one case after the other: the conversation, the reply with the words that the verdict
      rests on between == and ==, and the standard. Answer m (met), x (missed) or n (not applicable),
      with a reason behind it or on the line asked for. r answers the questions of a checklist in their
      order: "r 4 yes -" for a mark of 4, a yes, and - where a question does not apply; it is missed where
      an answer lies below half its scale. m!, x!, n! and r! decide an appeal. d is a doubt: the case
      stays undecided for the next reviewer. s skips, u takes the last decision back, w says why there
      is the standard, t shows the whole conversation, ? says all of this, q quits.

      Each decision is on disk before the next case is shown. What is decided in the file, by anybody,
      is not asked again, unless by --again, or --ticket for an appeal. Who wants to judge unseen says
      --blind and writes to a file of their own, and compares with kwadrans audit agreement. Answers may also come from a
      pipe.

      Shown are undecided verdicts, which a person must decide; with --sample those of a random sample
      of tickets, but for the ones that do not apply. Only tickets that were read are asked about.

      EXAMPLE: kwadrans audit review samples/tickets.jsonl --reviews reviews.jsonl --reviewer kasia
      """
  )

  @OptionGroup var input: TicketOptions
  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var sampling: SampleOptions
  @OptionGroup var redaction: RedactOptions
  @OptionGroup var cores: CoreOptions

  @Option(
    help: ArgumentHelp(
      "The file that decisions are added to; it is made where there is none.", valueName: "file"))
  var reviews: String

  @Option(help: "Who decides; the name of the user if left out.")
  var reviewer: String?

  @Option(parsing: .unconditional, help: "A whole number that chooses the sample.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Which verdicts of the auditor are shown; may be repeated.", valueName: "verdict"))
  var show: [Verdict.Outcome] = []

  @Option(
    help: ArgumentHelp(
      "Only verdicts on this standard; may be repeated.", valueName: "id"))
  var standard: [String] = []

  @Option(
    help: ArgumentHelp(
      "Every verdict on this ticket that applies, also decided ones, for an appeal; may be repeated.",
      valueName: "id"))
  var ticket: [String] = []

  @Flag(help: "Also show what is decided already, each once.")
  var again = false

  @Flag(
    help: "Show neither what the auditor nor what other reviewers said, so that agreement tells.")
  var blind = false

  @Option(
    help: ArgumentHelp(
      "The moment up to which the log is known; each ticket's last event if left out.",
      valueName: "instant"))
  var asOf: AsOf?

  private var outcomes: Set<Verdict.Outcome> {
    if !show.isEmpty { return Set(show) }
    return sampling.sample == nil && ticket.isEmpty ? [.undecided] : [.met, .missed, .undecided]
  }

  func validate() throws {
    if input.tickets.contains("-") {
      throw ValidationError("standard input is for the answers; name files of tickets")
    }
    if let reviewer, reviewer.allSatisfy(\.isWhitespace) {
      throw ValidationError("--reviewer must be a name")
    }
    if sampling.sample != nil, !ticket.isEmpty {
      throw ValidationError("--ticket chooses the tickets, and so does --sample; leave one out")
    }
    try WrittenFiles.check([WrittenFiles.File("--reviews", reviews)], over: input.files)
  }

  func run() throws {
    let catalogue = try catalogue.load()
    let redactor = redaction.redactor()
    let cases = try cases(catalogue, redactor)
    let earlier =
      FileManager.default.fileExists(atPath: reviews)
      ? try ExceptionOptions.reviews(path: reviews, catalogue) : []
    let session = ReviewSession(
      cases, after: earlier, reviewer: reviewer ?? ProcessInfo.processInfo.userName,
      zone: catalogue.zone,
      isColoured: Terminal.wantsColour(.standardOutput),
      showsDecided: again || !ticket.isEmpty, isBlind: blind,
      pseudonym: redactor.map { $0.reviewer })
    guard !cases.isEmpty else {
      StandardError.print("there is nothing to review")
      return
    }
    do {
      let log = try ReviewLog(path: reviews)
      var input = LineInput()
      let result = try session.run(
        read: { try input.next() },
        write: { text in
          // Each piece at once: somebody waits for it.
          var out = try Output(path: nil)
          try out.write(text)
          try out.finish()
        }, now: { Self.now }, keep: { try log.append($0) })
      StandardError.print(
        "decided \(result.decided), skipped \(result.skipped), left \(result.left): \(reviews)")
      if result.isInterrupted { throw ExitStatus.interrupted }
    } catch let error as ReviewLog.CannotWrite {
      StandardError.print("\(error)")
      throw ExitStatus.cannotWrite
    }
  }

  private static var now: OffsetInstant {
    OffsetInstant(instant: Instant(seconds: Int(Date().timeIntervalSince1970)), utcOffset: 0)
  }

  /// The cases, in the order of the files.
  private func cases(_ catalogue: Catalogue, _ redactor: Redactor?) throws -> [ReviewCase] {
    for id in standard where !catalogue.standards.contains(where: { $0.id == id }) {
      throw ValidationError("there is no standard '\(id)'")
    }
    let auditor = try Auditor.prepared(catalogue)
    let contacts = try input.contacts(auditor, asOf: asOf?.instant)
    let drawn = try sampling.drawn(from: input, seed: seed, asOf: asOf?.instant)
    let standards = Dictionary(
      catalogue.standards.filter { standard.isEmpty || standard.contains($0.id) }
        .map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let (asOf, outcomes) = (asOf?.instant, outcomes)
    let wanted = Set(ticket)
    var cases: [ReviewCase] = []
    var found: Set<String> = []
    let bad = try input.forEach(on: cores.wanted) { read -> (String, [ReviewCase]) in
      let id = read.ticket.id
      guard wanted.isEmpty || wanted.contains(id) else { return (id, []) }
      guard drawn?.tickets.contains(id) ?? true else { return (id, []) }
      var audit = auditor.audit(read.ticket, asOf: asOf, contacts: contacts)
      redactor?.redact(&audit)
      return (
        id,
        ReviewCase.cases(
          of: audit, outcomes, standards: standards, shownAs: redactor?.masked(audit.view.ticket))
      )
    } _: { id, ofTicket in
      if wanted.contains(id) { found.insert(id) }
      cases += ofTicket
    }
    if bad > 0, input.strict { throw ExitStatus.badInput }
    for id in ticket where !found.contains(id) {
      StandardError.print("there is no ticket '\(id)' in \(input.tickets.joined(separator: ", "))")
      throw ExitStatus.badInput
    }
    return cases
  }
}
