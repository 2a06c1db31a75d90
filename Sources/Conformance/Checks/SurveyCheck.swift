import Clocks
import ServiceTime
import Standards
import Tickets

extension Survey {
  /// Judges whether the customer was asked for an opinion after solving, in time.
  ///
  /// A rating of the right scale shows that it was asked no later than then. After a reopening the
  /// question may follow either solving; to be late it must follow the last one too late.
  func judge(_ view: TicketView) -> Judgement {
    if view.log.isGivenUp { return .givenUp }
    guard let isSolved = view.isSolved else {
      return Judgement(
        .undecided, "the log has no 'status' events, so nothing says when it was solved")
    }
    guard isSolved else { return Judgement(.notApplicable, "the ticket was not solved") }
    let solved = view.log.resolutionRuns().filter {
      if case .stopped = $0.end { true } else { false }
    }
    let traces = self.traces(in: view.log)
    for trace in traces where trace.scale == scale {
      let later = solved.partitioningIndex(where: { $0.to > trace.step.at })
      guard later > 0 else { continue }
      let run = solved[later - 1]
      let wait = self.wait(since: run, until: trace.step)
      guard wait.elapsedSeconds <= within.seconds else { continue }
      return Judgement(
        .met, trace.isQuestion ? "asked after \(wait.inWords)" : "rated after \(wait.inWords)",
        wait: wait)
    }
    guard let last = solved.last, let end = view.log.end else {
      return Judgement(
        .undecided,
        "closed while the customer's answer was waited for: nothing says that it was solved")
    }
    let after = traces.filter { $0.step.at >= last.to }
    if let late = after.first(where: { $0.isQuestion && $0.scale == scale }) {
      let wait = self.wait(since: last, until: late.step)
      return Judgement(
        .missed, "asked only after \(wait.inWords), promised within \(within)", wait: wait)
    }
    if let rated = after.first(where: { $0.scale == scale }) {
      let wait = self.wait(since: last, until: rated.step)
      return Judgement(
        .undecided,
        "rated after \(wait.inWords), and the log has no 'survey' event that says when it was asked",
        wait: wait)
    }
    if OpeningHours.always.elapsed(from: last.to, to: end) <= within.seconds {
      return Judgement(
        .undecided, "not asked yet, and the \(within) are not over when the log ends",
        events: last.endEvent.map { [$0] } ?? [])
    }
    if let other = after.first(where: \.isQuestion) {
      return Judgement(
        .missed, "asked for \(other.scale.rawValue), not for \(scale.rawValue)",
        events: [other.step.event])
    }
    if let early = traces.first(where: { $0.isQuestion && $0.scale == scale }) {
      return Judgement(
        .undecided, "asked before it was solved, and not again", events: [early.step.event])
    }
    return Judgement(
      .undecided, "the log has no 'survey' event of \(scale.rawValue) after it was solved")
  }

  /// A sign that the customer was asked.
  private struct Trace {
    let step: TicketLog.Step
    let scale: Scale
    /// Whether it is the question itself, rather than its answer.
    let isQuestion: Bool
  }

  private func traces(in log: TicketLog) -> [Trace] {
    log.steps.filter { $0.meaning == .other }.compactMap { step in
      switch log.ticket.events[step.event].kind {
      case .survey(let scale): Trace(step: step, scale: Scale(scale), isQuestion: true)
      case .rating(let rating): Trace(step: step, scale: Scale(rating.scale), isQuestion: false)
      default: nil
      }
    }
  }

  private func wait(since run: ClockRun, until step: TicketLog.Step) -> Evidence.Wait {
    let always = OpeningHours.always
    return Evidence.Wait(
      fromEvent: run.endEvent ?? run.start, toEvent: step.event,
      elapsedSeconds: always.elapsed(from: run.to, to: step.at), targetSeconds: within.seconds,
      longestSeconds: nil, from: run.to, to: step.at,
      due: always.instant(after: within.seconds, from: run.to),
      stretches: run.to < step.at
        ? [
          Stretch(
            kind: .counted, from: run.to, to: step.at, fromEvent: run.endEvent,
            toEvent: step.event)
        ] : [])
  }
}

extension Evidence.Wait {
  fileprivate var inWords: String { "\(TimeSpan(seconds: elapsedSeconds))" }
}

extension Survey.Scale {
  fileprivate init(_ scale: Rating.Scale) {
    switch scale {
    case .nps: self = .nps
    case .csat: self = .csat
    case .ces: self = .ces
    }
  }
}
