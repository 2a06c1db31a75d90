import Standards

/// Sees times that the reply may commit to.
///
/// Without a time there is no commitment. A time may be one, but also a fact, a deadline of the
/// customer's or the past: a person decides.
enum TimeCommitmentObservation {
  /// - Complexity: O(hits).
  static func observe(_ reply: ScannedReply) -> Observation {
    let times = reply.hits(of: .timeBounds).withoutOverlaps
    return times.isEmpty
      ? .absent("no time is named")
      : .undecided(times.map { reply.original($0) }, "a time is named, but perhaps not promised")
  }
}
