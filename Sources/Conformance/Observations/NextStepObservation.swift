/// Sees whether a reply says what happens next.
///
/// Steps are announced in more ways than a list holds, so its silence proves nothing.
enum NextStepObservation {
  /// - Complexity: O(hits).
  static func observe(_ reply: ScannedReply, phrases: [WordList]) -> Observation {
    let hits = reply.hits(of: phrases).withoutOverlaps
    if hits.isEmpty { return .undecided([], "none of the listed phrases is there") }
    return .present(hits.map { reply.original($0) }, "the reply announces it")
  }
}
