import Clocks
import ServiceTime
import Standards
import Tickets

/// The verdicts on a ticket's promises of time.
///
/// Of several promises of one kind the first that applies holds: at the moment that starts the clock,
/// by the channel and priority that the ticket has then. When these change, the first promise that
/// applies to what they are now gives the target from there on. Where the log does not name a field
/// that decides, every promise that may hold is tried; if all come to the same, that is the verdict.
struct TimedVerdicts {
  private let catalogue: Catalogue
  private let view: TicketView
  private let phases: [TicketPhase]

  init(_ catalogue: Catalogue, _ view: TicketView) {
    self.catalogue = catalogue
    self.view = view
    phases = view.log.phases
  }

  /// A standard of a clocked kind.
  private struct Candidate {
    let index: Int
    let standard: Standard
    let kind: any ClockedKind
    let hours: OpeningHours?
    let runs: [ClockedRun]
    /// For the event that starts a run, the run's index.
    let runStartedBy: [Int: Int]

    func run(startedBy event: Int) -> ClockedRun? { runStartedBy[event].map { runs[$0] } }
  }

  /// What a candidate makes of a run; the verdict belongs to the standard whose target decides.
  private struct Trial {
    let index: Int
    let verdict: Verdict
    let doubt: String?
    let excess: Int
  }

  /// All verdicts, each with the index of its standard, by kind.
  func all() -> [(index: Int, verdict: Verdict)] {
    var found: [(Int, Verdict)] = []
    var groups: [String: [Candidate]] = [:]
    var order: [String] = []
    for (index, standard) in catalogue.standards.enumerated() {
      guard let kind = standard.requirement.kind as? any ClockedKind,
        phases.contains(where: { match(standard, in: $0) != .no })
      else { continue }
      let key = standard.requirement.key
      if groups[key] == nil { order.append(key) }
      let runs = kind.runs(view)
      groups[key, default: []].append(
        Candidate(
          index: index, standard: standard, kind: kind,
          hours: catalogue.openingHours(of: kind.hours), runs: runs,
          runStartedBy: Dictionary(
            runs.enumerated().map { ($1.run.start, $0) }, uniquingKeysWith: { first, _ in first })))
    }
    for key in order {
      guard let candidates = groups[key], let first = candidates.first else { continue }
      found += verdicts(candidates, worstOnly: type(of: first.kind).judgesWorstRun)
    }
    return found
  }

  private func verdicts(_ candidates: [Candidate], worstOnly: Bool) -> [(Int, Verdict)] {
    let starts = Dictionary(
      candidates.flatMap { $0.runs.map { ($0.run.start, $0.run.from) } },
      uniquingKeysWith: { first, _ in first }
    ).sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    guard !starts.isEmpty else { return withoutRun(candidates) }
    var settled: [Trial] = []
    for start in starts {
      if let trial = settle(trials(candidates, at: start.key)) { settled.append(trial) }
    }
    guard worstOnly else { return settled.map { ($0.index, $0.verdict) } }
    let worst = settled.max { left, right in
      (left.verdict.outcome.badness, left.excess) < (right.verdict.outcome.badness, right.excess)
    }
    return worst.map { [($0.index, $0.verdict)] } ?? []
  }

  /// A clock that never started: nothing is asked, or the log does not tell.
  private func withoutRun(_ candidates: [Candidate]) -> [(Int, Verdict)] {
    let first = view.log.steps.first?.at
    for candidate in candidates {
      let isInForce =
        first.map { candidate.standard.isInForce(at: $0, zone: catalogue.zone) } ?? true
      guard isInForce, let judgement = candidate.kind.judgeWithoutRun(view) else { continue }
      return [(candidate.index, Verdict(judgement, candidate.standard, view, event: nil))]
    }
    return []
  }

  /// What every promise that may hold makes of the run that an event starts; the last one is sure to
  /// hold if its doubt is nil.
  private func trials(_ candidates: [Candidate], at start: Int) -> [Trial] {
    var trials: [Trial] = []
    for (position, candidate) in candidates.enumerated() {
      guard let from = view.log.instant(of: start),
        candidate.standard.isInForce(at: from, zone: catalogue.zone)
      else { continue }
      let match = match(candidate.standard, in: phase(at: from))
      guard match != .no else { continue }
      if let timed = candidate.run(startedBy: start) {
        trials.append(trial(candidate, timed, match, among: candidates, position))
      }
      if match == .yes { break }
    }
    return trials
  }

  private func trial(
    _ candidate: Candidate, _ timed: ClockedRun, _ match: Scope.Match,
    among candidates: [Candidate], _ position: Int
  ) -> Trial {
    var doubt: String?
    if case .unknown(let field) = match { doubt = field }
    guard let hours = candidate.hours else {
      let judgement = Judgement(.undecided, "the catalogue has no such hours")
      return Trial(
        index: candidate.index, verdict: verdict(judgement, candidate, timed), doubt: doubt,
        excess: 0)
    }
    var holders = [candidate]
    var targets = [
      Target(from: nil, hours: hours, seconds: candidate.kind.within.seconds, resets: false)
    ]
    let next = phases.firstIndex(sorted: { $0.from.map { timed.run.from < $0 } ?? false })
    for phase in phases[next...] {
      guard let change = phase.from, change < timed.run.to else { break }
      var next: Candidate?
      for other in candidates
      where other.standard.isInForce(at: timed.run.from, zone: catalogue.zone) {
        let fit = self.match(other.standard, in: phase)
        if case .unknown(let field) = fit { doubt = doubt ?? field }
        if fit != .no {
          next = other
          break
        }
      }
      guard let next, next.index != holders.last?.index, let hours = next.hours else { continue }
      holders.append(next)
      targets.append(
        Target(
          from: change, hours: hours, seconds: next.kind.within.seconds,
          resets: next.kind.time.onChange == .reset))
    }
    guard let reckoning = timed.run.reckon(targets), holders.indices.contains(reckoning.target)
    else {
      let judgement = Judgement(.undecided, "the clock has no target")
      return Trial(
        index: candidate.index, verdict: verdict(judgement, candidate, timed), doubt: doubt,
        excess: 0)
    }
    let holder = holders[reckoning.target]
    let judgement = holder.kind.judge(
      ReckonedRun(
        view: view, timed: timed, targets: targets, promise: holder.kind.time,
        longest: holder.kind.longest, reckoning: reckoning))
    return Trial(
      index: holder.index, verdict: verdict(judgement, holder, timed), doubt: doubt,
      excess: reckoning.elapsed - holder.kind.within.seconds)
  }

  /// The verdict where all that may hold agree, else the doubt about the first that does not.
  private func settle(_ trials: [Trial]) -> Trial? {
    guard let last = trials.last else { return nil }
    guard trials.contains(where: { $0.doubt != nil }) else { return last }
    let isSure = last.doubt == nil
    let agree = trials.allSatisfy { $0.verdict.outcome == last.verdict.outcome }
    if agree, isSure || last.verdict.outcome == .notApplicable { return isSure ? last : trials[0] }
    let first =
      isSure ? trials.first { $0.verdict.outcome != last.verdict.outcome } ?? last : trials[0]
    guard let field = first.doubt else { return last }
    let doubtful = Verdict(
      Judgement(
        .undecided, "whether this applies depends on '\(field)', which the log does not name"),
      catalogue.standards[first.index], view, event: first.verdict.event)
    return Trial(index: first.index, verdict: doubtful, doubt: field, excess: first.excess)
  }

  private func verdict(
    _ judgement: Judgement, _ candidate: Candidate, _ timed: ClockedRun
  ) -> Verdict {
    let isFirst = timed.run.number == 0 || type(of: candidate.kind).judgesWorstRun
    return Verdict(judgement, candidate.standard, view, event: isFirst ? nil : timed.run.start)
  }

  private func match(_ standard: Standard, in phase: TicketPhase) -> Scope.Match {
    let scope = standard.scope
    return Scope.match(scope.channels, phase.channel, "channel")
      .and(Scope.match(scope.topics, view.ticket.topic, "topic"))
      .and(Scope.match(scope.priorities, phase.priority, "priority"))
      .and(Scope.match(scope.segments, view.ticket.customer.segment, "customer.segment"))
  }

  private func phase(at instant: Instant) -> TicketPhase {
    phases.phase(at: instant) ?? phases[0]
  }
}

extension Verdict.Outcome {
  /// Which of a ticket's runs is shown: the worst.
  fileprivate var badness: Int {
    switch self {
    case .missed: 3
    case .undecided: 2
    case .met: 1
    case .notApplicable: 0
    }
  }
}
