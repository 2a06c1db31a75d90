import Standards
import TextMatching

extension Signature {
  /// Judges whether a reply is signed by a person.
  ///
  /// - Parameter agent: The agent's name as the log has it, if it does.
  func judge(_ reply: ScannedReply, agent: String?) -> Judgement {
    let seen = SignatureObservation.observe(reply, agent: agent, in: place)
    guard seen.presence == .present, let phrases else {
      return Judgement(
        seen.asRequired, seen.reason, spans: seen.spans.isEmpty ? reply.ending : seen.spans)
    }
    let closings = reply.hits(of: [.catalogue(phrases)], in: reply.range(of: place)).withoutOverlaps
    if closings.isEmpty {
      return Judgement(
        .missed, "\(seen.reason), but none of the phrases stands by it", spans: seen.spans)
    }
    let spans = (seen.spans + closings.map { reply.original($0) }).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    return Judgement(.met, seen.reason, spans: spans.withoutOverlaps)
  }
}
