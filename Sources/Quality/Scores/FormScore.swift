package import Conformance

/// How much of what the agent owns was kept in a reply or a ticket, by weight, from 0 to 100.
///
/// 100 · Σ weight of the met / Σ weight of the met and missed, over the standards that the agent owns; 0
/// where one is missed that fails the whole. What does not apply is left out, and so are misses that are
/// waived. While something is undecided the score is a range: the lower end if all
/// of that turns out missed, the upper end if all of it turns out met.
///
/// It judges the form. A polite reply that helps nobody can have 100.
package struct FormScore: Hashable, Sendable {
  /// The weight of what was met.
  package private(set) var met = 0
  /// The weight of what was missed.
  package private(set) var missed = 0
  /// The weight of what nobody decided yet.
  package private(set) var undecided = 0
  /// How many standards that fail the whole were missed.
  package private(set) var criticalMisses = 0
  /// How many of them nobody decided yet.
  package private(set) var criticalUndecided = 0
  /// How many verdicts are decided, whatever they weigh.
  package private(set) var decidedVerdicts = 0
  /// How many of these are misses.
  package private(set) var missedVerdicts = 0
  /// How many verdicts are not decided.
  package private(set) var undecidedVerdicts = 0

  /// The score of nothing.
  package init() {}

  /// Scores verdicts, of one reply or of one ticket.
  ///
  /// - Complexity: O(verdicts).
  package init(_ verdicts: some Sequence<Verdict>, by standards: ScoredStandards) {
    for verdict in verdicts { add(verdict, by: standards) }
  }

  /// Adds a verdict.
  package mutating func add(_ verdict: Verdict, by standards: ScoredStandards) {
    guard let outcome = verdict.scored, let part = standards.part(verdict), part.matters else {
      return
    }
    switch outcome {
    case .met:
      met += part.weight
    case .missed:
      missed += part.weight
      missedVerdicts += 1
      if part.isCritical { criticalMisses += 1 }
    case .undecided:
      undecided += part.weight
      undecidedVerdicts += 1
      if part.isCritical { criticalUndecided += 1 }
      return
    case .notApplicable:
      return
    }
    decidedVerdicts += 1
  }

  /// Whether nothing that counts was missed.
  package var isKept: Bool { missedVerdicts == 0 }

  /// Where the score lies (0 to 100); nil where nothing that counts was judged.
  package var range: ClosedRange<Double>? {
    if criticalMisses > 0 { return 0...0 }
    let all = met + missed + undecided
    guard all > 0 else { return nil }
    let low = criticalUndecided > 0 ? 0 : 100 * Double(met) / Double(all)
    return low...(100 * Double(met + undecided) / Double(all))
  }

  /// The score (0 to 100); nil where nothing that counts was judged, and while it is a range.
  package var score: Double? {
    guard let range, range.lowerBound == range.upperBound else { return nil }
    return range.lowerBound
  }
}

extension TicketAudit {
  /// The score of the ticket: of all its verdicts, those of its replies too.
  ///
  /// - Complexity: O(verdicts).
  package func formScore(by standards: ScoredStandards) -> FormScore {
    FormScore(verdicts, by: standards)
  }

  /// The score of each reply, in their order.
  ///
  /// - Complexity: O(replies + verdicts).
  package func replyScores(by standards: ScoredStandards) -> [(event: Int, score: FormScore)] {
    var scores = view.replies.map { (event: $0.event, score: FormScore()) }
    var places: [Int: Int] = [:]
    for (place, reply) in scores.enumerated() { places[reply.event] = place }
    for verdict in verdicts {
      guard let event = verdict.event, let place = places[event] else { continue }
      scores[place].score.add(verdict, by: standards)
    }
    return scores
  }
}
