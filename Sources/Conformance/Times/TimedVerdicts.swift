import Clocks
import ServiceTime
import Standards
import Tickets

/// The verdicts on a ticket's promises of time.
///
/// Of several promises of one kind the first that applies holds: at the moment that starts the clock,
/// by the channel and priority that the ticket has then. When these change, the first promise that
/// applies to what they are now gives the target from there on; where none does, nothing is promised
/// any more. Where the log does not name a field that decides, every promise that may hold is tried;
/// if all come to the same, that is the verdict.
struct TimedVerdicts {
  private let rules: Rules
  private let view: TicketView
  private let phases: [TicketPhase]

  init(_ rules: Rules, _ view: TicketView) {
    self.rules = rules
    self.view = view
    phases = view.log.phases
  }

  /// A promise that may hold, and the runs of its clock.
  private struct Candidate {
    let rule: Rule
    let kind: any ClockedKind
    let runs: [ClockedRun]

    /// The run that an event at a moment starts.
    ///
    /// - Complexity: O(log runs); they stand in the order of the log.
    func run(startedBy event: Int, at from: Instant) -> ClockedRun? {
      let index = runs.partitioningIndex(where: { ($0.run.from, $0.run.start) >= (from, event) })
      return index < runs.count && runs[index].run.start == event ? runs[index] : nil
    }
  }

  /// What a candidate makes of a run; the judgement belongs to the standard whose target decides.
  private struct Trial {
    let rule: Rule
    let judgement: Judgement
    /// The event that the verdict names; nil for the ticket as a whole or its first wait.
    let event: Int?
    let doubt: String?
    let excess: Int

    var outcome: Verdict.Outcome { judgement.outcome }
  }

  /// All verdicts, each with the index of its standard, by kind.
  func all() -> [(index: Int, verdict: Verdict)] {
    var found: [(index: Int, verdict: Verdict)] = []
    for group in rules.clocked {
      var candidates: [Candidate] = []
      for rule in group {
        guard let kind = rule.clock, phases.contains(where: { match(rule, in: $0) != .no }) else {
          continue
        }
        candidates.append(Candidate(rule: rule, kind: kind, runs: kind.runs(view)))
      }
      guard let first = candidates.first else { continue }
      for trial in settled(candidates, worstOnly: type(of: first.kind).judgesWorstRun) {
        found.append(
          (
            trial.rule.index, Verdict(trial.judgement, trial.rule, view, event: trial.event)
          ))
      }
    }
    return found
  }

  private func settled(_ candidates: [Candidate], worstOnly: Bool) -> [Trial] {
    var starts: [(at: Instant, event: Int)] = []
    for candidate in candidates {
      for timed in candidate.runs { starts.append((timed.run.from, timed.run.start)) }
    }
    guard !starts.isEmpty else { return withoutRun(candidates) }
    if candidates.count > 1 { starts.sort { ($0.at, $0.event) < ($1.at, $1.event) } }
    var settled: [Trial] = []
    for (index, start) in starts.enumerated()
    where index == 0 || starts[index - 1].event != start.event {
      if let trial = settle(trials(candidates, at: start.event)) { settled.append(trial) }
    }
    guard worstOnly else { return settled }
    let worst = settled.max { left, right in
      (left.outcome.badness, left.excess) < (right.outcome.badness, right.excess)
    }
    return worst.map { [$0] } ?? []
  }

  /// A clock that never started: nothing is asked, or the log does not tell.
  private func withoutRun(_ candidates: [Candidate]) -> [Trial] {
    let first = view.log.steps.first?.at
    for candidate in candidates {
      let isInForce = first.map { candidate.rule.isInForce(at: $0, zone: rules.zone) } ?? true
      guard isInForce, let judgement = candidate.kind.judgeWithoutRun(view) else { continue }
      return [
        Trial(rule: candidate.rule, judgement: judgement, event: nil, doubt: nil, excess: 0)
      ]
    }
    return []
  }

  /// What every promise that may hold makes of the run that an event starts; the last one is sure to
  /// hold if its doubt is nil. Where nothing is promised at the start, a change may bring a promise.
  private func trials(_ candidates: [Candidate], at start: Int) -> [Trial] {
    guard let from = view.log.instant(of: start) else { return [] }
    var trials: [Trial] = []
    let inForce = candidates.filter { $0.rule.isInForce(at: from, zone: rules.zone) }
    for candidate in inForce {
      let match = match(candidate.rule, in: phase(at: from))
      guard match != .no else { continue }
      if let timed = candidate.run(startedBy: start, at: from) {
        trials.append(trial(candidate, timed, match, among: candidates))
      }
      if match == .yes { return trials }
    }
    guard trials.isEmpty else { return trials }
    for candidate in inForce {
      guard let timed = candidate.run(startedBy: start, at: from) else { continue }
      let fits = changes(during: timed.run).lazy.map { self.match(candidate.rule, in: $0.phase) }
      guard let fit = fits.first(where: { $0 != .no }) else { continue }
      return [trial(candidate, timed, fit, among: candidates, isPromised: false)]
    }
    return []
  }

  /// The changes of channel or priority within a run.
  private func changes(during run: ClockRun) -> [(at: Instant, phase: TicketPhase)] {
    let next = phases.partitioningIndex(where: { $0.from.map { run.from < $0 } ?? false })
    return phases[next...].prefix { phase in phase.from.map { $0 < run.to } ?? false }
      .compactMap { phase in phase.from.map { ($0, phase) } }
  }

  private func trial(
    _ candidate: Candidate, _ timed: ClockedRun, _ fit: Scope.Match,
    among candidates: [Candidate], isPromised: Bool = true
  ) -> Trial {
    var doubt: String?
    if case .unknown(let field) = fit { doubt = field }
    guard let hours = candidate.rule.hours else {
      let judgement = Judgement(.undecided, "the catalogue has no such hours")
      return Trial(
        rule: candidate.rule, judgement: judgement, event: event(candidate, timed), doubt: doubt,
        excess: 0)
    }
    var holders = [candidate]
    var targets = [
      Target(
        from: nil, hours: hours, seconds: isPromised ? candidate.kind.within.seconds : nil,
        resets: false)
    ]
    for (change, phase) in changes(during: timed.run) {
      var next: Candidate?
      for other in candidates
      where other.rule.isInForce(at: timed.run.from, zone: rules.zone) {
        let fit = match(other.rule, in: phase)
        if case .unknown(let field) = fit { doubt = doubt ?? field }
        if fit != .no {
          next = other
          break
        }
      }
      guard let next else {
        guard let last = holders.last, targets.last?.seconds != nil else { continue }
        holders.append(last)
        targets.append(
          Target(from: change, hours: last.rule.hours ?? hours, seconds: nil, resets: false))
        continue
      }
      let holds = next.rule === holders.last?.rule && targets.last?.seconds != nil
      guard !holds, let hours = next.rule.hours else { continue }
      // Time in which nothing was promised counts against nobody.
      let isFirst = !isPromised && targets.allSatisfy { $0.seconds == nil }
      holders.append(next)
      targets.append(
        Target(
          from: change, hours: hours, seconds: next.kind.within.seconds,
          resets: isFirst || next.kind.time.onChange == .reset))
    }
    guard let reckoning = timed.run.reckon(targets), holders.indices.contains(reckoning.target)
    else {
      let judgement = Judgement(.undecided, "the clock has no target")
      return Trial(
        rule: candidate.rule, judgement: judgement, event: event(candidate, timed), doubt: doubt,
        excess: 0)
    }
    let holder = holders[reckoning.target]
    let run = ReckonedRun(
      view: view, timed: timed, targets: targets, promise: holder.kind.time,
      longest: holder.kind.longest, reckoning: reckoning)
    let judgement =
      targets[reckoning.target].seconds == nil
      ? Judgement(
        .notApplicable,
        "\(run.promised) until its channel or priority changed, and nothing from then on",
        wait: run.wait)
      : holder.kind.judge(run)
    return Trial(
      rule: holder.rule, judgement: judgement, event: event(holder, timed), doubt: doubt,
      excess: (judgement.wait?.elapsedSeconds ?? reckoning.elapsed) - holder.kind.within.seconds)
  }

  /// The verdict where all that may hold agree, else the doubt about the first that does not.
  private func settle(_ trials: [Trial]) -> Trial? {
    guard let last = trials.last else { return nil }
    guard trials.contains(where: { $0.doubt != nil }) else { return last }
    let isSure = last.doubt == nil
    let agree = trials.allSatisfy { $0.outcome == last.outcome }
    if agree, isSure || last.outcome == .notApplicable { return isSure ? last : trials[0] }
    let first = isSure ? trials.first { $0.outcome != last.outcome } ?? last : trials[0]
    guard let field = first.doubt else { return last }
    let doubtful = Judgement(
      .undecided, "whether this applies depends on '\(field)', which the log does not name")
    return Trial(
      rule: first.rule, judgement: doubtful, event: first.event, doubt: field,
      excess: first.excess)
  }

  /// The event that a verdict on a run names.
  private func event(_ candidate: Candidate, _ timed: ClockedRun) -> Int? {
    let isFirst = timed.run.number == 0 || type(of: candidate.kind).judgesWorstRun
    return isFirst ? nil : timed.run.start
  }

  private func match(_ rule: Rule, in phase: TicketPhase) -> Scope.Match {
    let scope = rule.standard.scope
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
