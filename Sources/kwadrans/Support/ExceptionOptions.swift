import ArgumentParser
import Conformance
import Diagnostics
import FoundationEssentials
import Quality
import ServiceTime
import Standards
import Tickets

/// What people said of verdicts: decisions, waivers, a baseline.
struct ExceptionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Decisions of reviewers, which stand instead of the auditor's verdicts (docs/reviews.md).",
      valueName: "file"))
  var reviews: String?

  @Option(
    help: ArgumentHelp(
      "Misses that are let pass, with a reason (YAML); one that nobody needs is a finding.",
      valueName: "file"))
  var waivers: String?

  @Option(
    help: ArgumentHelp(
      "An earlier report (json or jsonl): only misses that are not in it count.",
      valueName: "file"))
  var baseline: String?

  /// The files, each with what names it.
  var files: [WrittenFiles.File] {
    [
      WrittenFiles.File("--reviews", reviews), WrittenFiles.File("--waivers", waivers),
      WrittenFiles.File("--baseline", baseline),
    ]
  }

  /// Reads the files; what is wrong with them is said, and ends the command.
  ///
  /// - Parameters:
  ///   - earlier: Another catalogue that answers of reviewers may have been given under.
  ///   - asOf: The moment on whose day waivers hold; now where nil.
  func load(
    _ catalogue: Catalogue, orUnder earlier: Catalogue? = nil, asOf: Instant?
  ) throws -> Exceptions {
    let now = asOf ?? Instant(seconds: Int(Date().timeIntervalSince1970))
    let day = catalogue.zone.local(at: now)?.date ?? CivilDate(year: 1970, month: 1, day: 1)
    guard let day else { throw ExitStatus.badInput }
    return Exceptions(
      reviews: ReviewBook(
        try reviews.map { try Self.reviews(path: $0, catalogue, orUnder: earlier) } ?? []),
      waivers: try waivers.map { try Self.waivers(path: $0, catalogue) } ?? [],
      baseline: try baseline.map { try Self.baseline(path: $0) }, day: day)
  }

  /// Reads a file of reviews, the answers to checklists held against the catalogue; faulty lines end the
  /// command.
  static func reviews(
    path: String, _ catalogue: Catalogue, orUnder earlier: Catalogue? = nil
  ) throws -> [Review] {
    do {
      let file = try ReviewFile(path: path, catalogue: catalogue, orUnder: earlier)
      try report(file.problems, "review")
      return file.reviews
    } catch let error as TicketReaderError {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
  }

  private static func baseline(path: String) throws -> Baseline {
    do {
      let baseline = try Baseline(path: path)
      try report(baseline.problems, "verdict")
      return baseline
    } catch let error as TicketReaderError {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
  }

  private static func waivers(path: String, _ catalogue: Catalogue) throws -> [Waiver] {
    do {
      let text = try SourceText(contentsOf: path)
      var diagnostics = Diagnostics()
      let waivers = WaiverReader.read(text, catalogue: catalogue, into: &diagnostics)
      if !diagnostics.isEmpty { StandardError.print(diagnostics) }
      guard !diagnostics.hasErrors else {
        StandardError.print("the waivers '\(path)' have \(diagnostics.summary)")
        throw ExitStatus.badInput
      }
      return waivers
    } catch let error as SourceFileError {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
  }

  private static let mostProblems = 20

  static func report(_ problems: [LineProblem], _ thing: String) throws {
    for problem in problems.prefix(mostProblems) { StandardError.print("\(problem)") }
    let bad = problems.count { $0.severity == .error }
    guard bad > 0 else { return }
    StandardError.print("\(bad) \(bad == 1 ? "line is" : "lines are") no \(thing)")
    throw ExitStatus.badInput
  }
}

/// What the exceptions of an audit come to, ticket by ticket.
struct ExceptionReport {
  private let options: ExceptionOptions
  private let catalogue: Catalogue
  private let writeBaseline: String?
  private var use: ExceptionUse
  private var baseline = JSONWriter()

  /// Nothing read yet.
  ///
  /// - Parameter writeBaseline: The file that misses are written to, if any.
  init(
    _ exceptions: Exceptions, _ options: ExceptionOptions, _ catalogue: Catalogue,
    writeBaseline: String? = nil
  ) {
    self.options = options
    self.catalogue = catalogue
    self.writeBaseline = writeBaseline
    use = ExceptionUse(exceptions)
  }

  /// Notes a ticket to which they were brought.
  mutating func note(_ audit: TicketAudit) {
    use.note(audit)
    guard writeBaseline != nil else { return }
    // A baseline that is written anew only shrinks: what is new is not let in unseen.
    let isShrinking = options.baseline != nil
    for verdict in audit.verdicts
    where verdict.outcome == .missed && verdict.remark?.waiver == nil {
      guard !isShrinking || verdict.remark?.isKnown == true else { continue }
      VerdictKey(verdict).writeMiss(to: &baseline)
    }
  }

  private static let mostProblems = 20

  /// Says on standard error what is in vain, and writes the new baseline.
  ///
  /// - Returns: Whether there are findings: waivers that nobody needs, or that hold no more.
  mutating func finish() throws -> Bool {
    if let path = options.reviews {
      let stale = use.staleReviews(path: path, catalogue)
      for problem in stale.prefix(Self.mostProblems) { StandardError.print("\(problem)") }
      if stale.count > Self.mostProblems {
        StandardError.print("\(path): \(stale.count - Self.mostProblems) more such lines")
      }
      let others = use.reviewsOfOthers
      if others > 0 {
        StandardError.print(
          "\(path): \(others) \(others == 1 ? "decision is" : "decisions are") about tickets that "
            + "were not read")
      }
    }
    let waivers = use.waivers
    if !waivers.isEmpty { StandardError.print(waivers) }
    if let path = options.baseline, let (gone, of) = use.gone, gone > 0 {
      StandardError.print(
        "\(gone) of the baseline's \(of) are gone"
          + (writeBaseline == nil
            ? "; write it anew to keep it small: --baseline \(path) --write-baseline \(path)" : ""))
    }
    if let path = writeBaseline {
      for miss in use.knownOfOthers { miss.writeMiss(to: &baseline) }
      var out = try Output(path: path)
      try out.write(&baseline)
      try out.finish()
    }
    return !waivers.isEmpty
  }
}
