import SentenceModel
import TextMatching

/// Sees what the sentences of a reply do, by the model.
enum ActObservation {
  /// - Complexity: O(sentences), and O(bytes of a sentence) where something is seen.
  static func observe(_ act: Act, in reply: ScannedReply) -> Observation {
    let certainty = reply.acts.certainty(of: act)
    switch certainty {
    case .absent: return .absent("no sentence reads like it")
    case .undecided:
      let sentences = reply.acts.sentences(doing: act, atLeast: .undecided)
      return .undecided(spans(sentences, reply), "a sentence may be meant so")
    case .present, .sure:
      let sentences = reply.acts.sentences(doing: act)
      let reasons = reply.reasons(for: act)
      let why = reasons.isEmpty ? "" : "; most telling: \(reasons.joined(separator: ", "))"
      return .present(
        spans(sentences, reply), "a sentence reads like it\(why)", isSure: certainty == .sure)
    }
  }

  /// What word lists saw and what the model sees, together: what either sees is there, and where the
  /// lists doubt the model decides.
  static func observe(_ act: Act, in reply: ScannedReply, besides listed: Observation)
    -> Observation
  {
    if listed.presence == .present { return listed }
    let seen = observe(act, in: reply)
    switch (listed.presence, seen.presence) {
    case (.undecided, .absent) where !listed.spans.isEmpty:
      return .undecided(listed.spans, listed.reason)
    default:
      return seen
    }
  }

  private static func spans(_ sentences: [Int], _ reply: ScannedReply) -> [Range<Int>] {
    sentences.map { reply.original(reply.sentences[$0].range) }
  }
}
