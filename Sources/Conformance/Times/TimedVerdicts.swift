import Clocks
import ServiceTime
import Standards
import Tickets

/// The verdicts on a ticket's promises of time.
///
/// Of several promises of one kind the first that applies holds: at the moment that starts the clock,
/// by the channel and priority that the ticket has then. When these change, the first promise that
/// applies to what they are now gives the target from there on; where none does, nothing is promised
/// any more. Where the log does not name a field
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
      groups[key, default: []].append(
        Candidate(
          index: index, standard: standard, kind: kind,
          hours: catalogue.openingHours(of: kind.hours), runs: kind.runs(view)))
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
  /// hold if its doubt is nil. Where nothing is promised at the start, a change may bring a promise.
  private func trials(_ candidates: [Candidate], at start: Int) -> [Trial] {
    guard let from = view.log.instant(of: start) else { return [] }
    var trials: [Trial] = []
    for candidate in candidates
    where candidate.standard.isInForce(at: from, zone: catalogue.zone) {
      let match = match(candidate.standard, in: phase(at: from))
      guard match != .no else { continue }
      if let timed = candidate.runs.first(where: { $0.run.start == start }) {
        trials.append(trial(candidate, timed, match, among: candidates))
      }
      if match == .yes { return trials }
    }
    // Nothing was promised when it started, but perhaps later.
    if trials.isEmpty {
      for candidate in candidates
      where candidate.standard.isInForce(at: from, zone: catalogue.zone) {
        guard let timed = candidate.runs.first(where: { $0.run.start == start }),
          let phase = phases.first(where: { phase in
            timed.run.lasts(over: phase.from) && self.match(candidate.standard, in: phase) != .no
          })
        else { continue }
        let match = self.match(candidate.standard, in: phase)
        return [trial(candidate, timed, match, among: candidates, isPromised: false)]
      }
    }
    return trials
  }

  private func trial(
    _ candidate: Candidate, _ timed: ClockedRun, _ match: Scope.Match,
    among candidates: [Candidate], isPromised: Bool = true
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
      Target(
        from: nil, hours: hours, seconds: isPromised ? candidate.kind.within.seconds : nil,
        resets: false)
    ]
    for phase in phases {
      guard let change = phase.from, timed.run.lasts(over: change) else { continue }
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
      guard let next else {
        guard let last = holders.last, targets.last?.seconds != nil else { continue }
        holders.append(last)
        targets.append(
          Target(from: change, hours: last.hours ?? hours, seconds: nil, resets: false))
        continue
      }
      let holds = next.index == holders.last?.index && targets.last?.seconds != nil
      guard !holds, let hours = next.hours else { continue }
      holders.append(next)
      targets.append(
        Target(
          from: change, hours: hours, seconds: next.kind.within.seconds,
          // Time in which nothing was promised counts against nobody.
          resets: next.kind.time.onChange == .reset || targets.allSatisfy { $0.seconds == nil }))
    }
    guard let reckoning = timed.run.reckon(targets), holders.indices.contains(reckoning.target)
    else {
      let judgement = Judgement(.undecided, "the clock has no target")
      return Trial(
        index: candidate.index, verdict: verdict(judgement, candidate, timed), doubt: doubt,
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
      index: holder.index, verdict: verdict(judgement, holder, timed), doubt: doubt,
      excess: (judgement.wait?.elapsedSeconds ?? reckoning.elapsed) - holder.kind.within.seconds)
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
    phases.last { $0.from.map { $0 <= instant } ?? true } ?? phases[0]
  }
}

extension ClockRun {
  /// Whether it has begun before an instant and ends after it.
  fileprivate func lasts(over instant: Instant?) -> Bool {
    instant.map { from < $0 && $0 < to } ?? false
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
