import Standards
import TextMatching

/// Sees times that the reply commits to.
///
/// Without a time there is no commitment. A time in a sentence that announces a step is one; any
/// other may be a fact, a deadline of the customer's or the past: a person decides.
enum TimeCommitmentObservation {
  /// - Complexity: O(hits × (log sentences + hits of the context lists)).
  static func observe(_ reply: ScannedReply, steps: [WordList]) -> Observation {
    let times = reply.hits(of: [.lexicon(.timeBounds)]).withoutOverlaps
    if times.isEmpty { return .absent("no time is named") }
    let promised = times.filter { time in
      guard let sentence = reply.sentence(around: time)?.sentence.range else { return false }
      return steps.contains { reply.contains($0, in: sentence) }
        && !reply.contains(.lexicon(.requests), in: sentence)
    }
    if promised.isEmpty {
      return .undecided(
        times.map { reply.original($0) }, "a time is named, but perhaps not promised")
    }
    return .present(
      promised.map { reply.original($0) }, "a time stands in a sentence that announces a step")
  }
}
