import Diagnostics
import ServiceTime
import Standards

/// Examples that are tickets: a question with its answer, or a log.
extension ExampleRunner {
  func judge(
    _ wait: Examples.Wait, _ entry: Examples.Entry, _ standard: Standard, _ auditor: Auditor
  ) -> Outcome {
    func failure(
      _ id: String, _ expected: String, _ found: String, fixIt: String? = nil
    ) -> Outcome {
      .failure(
        ExampleResult.Failure(
          id: id, expected: expected, found: found, place: entry.place, fixIt: fixIt))
    }
    let moments: [Instant]
    do throws(ExampleTimeline.Problem) {
      moments = try ExampleTimeline([wait.asked, wait.answered], in: zone(of: standard)).moments
    } catch {
      return .failure(error.failure)
    }
    let example = ExampleTicket(
      asked: moments[0], answered: moments[1], for: standard, in: catalogue)
    guard let verdict = auditor.audit(example.ticket, contacts: .noOthers).verdicts.first else {
      return failure(
        "example.verdict", entry.side.expected, "that the standard is not about such a ticket")
    }
    for seconds in verdict.secondsCounted where seconds != wait.takes.seconds {
      return failure(
        "example.time", "a wait of \(wait.takes.inHours)",
        "\(TimeSpan(seconds: seconds).inHours)\(standard.requirement.hours.inWords)",
        fixIt: "mend 'takes', or the calendar if that is wrong")
    }
    guard standard.requirement.accepts(verdict.outcome, on: entry.side) else {
      return failure(
        "example.verdict", entry.side.expected, "\(verdict.outcome.inWords): \(verdict.message)")
    }
    return .asExpected
  }

  /// Judges a log: of several verdicts the worst decides, and the time that the author names is one of
  /// those that led to it.
  func judge(
    _ log: Examples.Log, _ entry: Examples.Entry, _ standard: Standard, _ auditor: Auditor
  ) -> Outcome {
    let audit: TicketAudit
    do throws(ExampleTimeline.Problem) {
      audit = try self.audit(log, standard, auditor).audit
    } catch {
      return .failure(error.failure)
    }
    let expected = Verdict.Outcome(log.outcome)
    guard let outcome = audit.verdicts.map(\.outcome).worst else {
      if expected == .notApplicable { return .asExpected }
      let isLeftOut = audit.view.leftOut != nil
      return .failure(
        ExampleResult.Failure(
          id: "example.verdict", expected: expected.asExpected,
          found: isLeftOut
            ? "that such a ticket is left out: it is spam, a duplicate or merged"
            : "that the standard is not about such a ticket",
          place: entry.firstLine,
          fixIt: isLeftOut
            ? "delete the line that takes it out"
            : "name a channel, topic, priority or segment that 'applies-to' takes in"))
    }
    let decisive = audit.verdicts.filter { $0.outcome == outcome }
    guard outcome == expected else {
      return .failure(surprise(decisive[0], log, entry, expected: expected))
    }
    let counted = decisive.flatMap(\.secondsCounted)
    guard let takes = log.takes, !counted.contains(takes.value.seconds) else { return .asExpected }
    let times = counted.map { TimeSpan(seconds: $0).inHours }.joined(separator: " and ")
    return .failure(
      ExampleResult.Failure(
        id: "example.time", expected: "a wait of \(takes.value.inHours)",
        found: counted.isEmpty
          ? "no time that counts" : "\(times)\(standard.requirement.hours.inWords)",
        place: takes.place,
        fixIt: counted.isEmpty
          ? "delete 'takes'" : "mend 'takes' or a moment, or the calendar if that is wrong"))
  }

  /// Audits a log as if it were a ticket.
  ///
  /// - Returns: What comes of it, and when each of its lines happened.
  func audit(
    _ log: Examples.Log, _ standard: Standard, _ auditor: Auditor
  ) throws(ExampleTimeline.Problem) -> (audit: TicketAudit, moments: [Instant]) {
    let zone = zone(of: standard)
    let timeline = try ExampleTimeline(log.events.map { $0.at }, asOf: log.asOf, in: zone)
    let ticket = ExampleTicket(
      log, at: timeline.moments, zone: zone, for: standard, in: catalogue
    ).ticket
    return (
      auditor.audit(ticket, asOf: timeline.asOf, contacts: .noOthers), timeline.moments
    )
  }

  /// A verdict that is not what the author says, shown at the line that decided.
  private func surprise(
    _ verdict: Verdict, _ log: Examples.Log, _ entry: Examples.Entry, expected: Verdict.Outcome
  ) -> ExampleResult.Failure {
    let wait = verdict.waits.first
    func line(_ event: Int?) -> SourceRange? {
      event.flatMap { log.events.indices.contains($0) ? log.events[$0].place : nil }
    }
    let start = line(wait?.fromEvent)
    let end = line(wait?.toEvent)
    return ExampleResult.Failure(
      id: "example.verdict", expected: expected.asExpected,
      found: "\(verdict.outcome.inWords): \(verdict.message)",
      place: end ?? start ?? entry.firstLine,
      notes: end != nil ? start.map { [.init("the wait begins here", at: $0)] } ?? [] : [],
      fixIt: verdict.outcome == .undecided
        ? "an example must be clear: change the log, or say verdict: undecided" : nil)
  }

  /// Whose clocks the examples of a standard are written by.
  private func zone(of standard: Standard) -> ZoneTable {
    catalogue.zone(ofExamplesOf: standard) ?? catalogue.zone
  }
}

extension Verdict {
  /// The waits that it rests on.
  var waits: [Evidence.Wait] {
    evidence.compactMap { if case .time(let wait) = $0 { wait } else { nil } }
  }

  /// How long they counted (unit: s).
  fileprivate var secondsCounted: [Int] { waits.map(\.elapsedSeconds) }
}

extension Verdict.Outcome {
  /// What an example's author expects.
  init(_ expected: Examples.Outcome) {
    switch expected {
    case .met: self = .met
    case .missed: self = .missed
    case .undecided: self = .undecided
    case .notApplicable: self = .notApplicable
    }
  }

  /// The outcome as something that was expected.
  fileprivate var asExpected: String {
    switch self {
    case .met, .missed: "it \(rawValue)"
    case .undecided, .notApplicable: inWords
    }
  }
}

extension ExampleTimeline.Problem {
  /// Moments are checked when the catalogue is read; this is for one that was not mended.
  fileprivate var failure: ExampleResult.Failure {
    ExampleResult.Failure(
      id: "example.unreadable", expected: "a moment", found: message, place: place, fixIt: fixIt)
  }
}
