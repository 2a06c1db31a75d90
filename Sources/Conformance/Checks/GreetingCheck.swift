import Standards
import TextMatching

extension Greeting {
  /// Judges whether a salutation stands where it has to.
  func judge(_ reply: ScannedReply) -> Judgement {
    guard place == .opening else { return judgeElsewhere(reply) }
    let seen = GreetingObservation.observe(reply, phrases: [.catalogue(phrases)])
    return Judgement(
      seen.asRequired, seen.reason, spans: seen.spans.isEmpty ? reply.opening : seen.spans)
  }

  /// Judges words that may stand anywhere, or belong to the end as wishes do.
  private func judgeElsewhere(_ reply: ScannedReply) -> Judgement {
    let found = reply.hits(of: [.catalogue(phrases)], in: reply.range(of: place)).withoutOverlaps
    if !found.isEmpty {
      return Judgement(
        .met, place == .closing ? "it stands towards the end" : "it is there",
        spans: found.map { reply.original($0) })
    }
    return place == .closing
      ? Judgement(.missed, "it does not stand towards the end", spans: reply.ending)
      : Judgement(.missed, "it is not there", spans: reply.opening)
  }
}

extension Observation {
  /// The verdict where what was looked for has to be there.
  var asRequired: Verdict.Outcome {
    switch presence {
    case .present: .met
    case .absent: .missed
    case .undecided: .undecided
    }
  }

  /// The verdict where what was looked for must not be there.
  var asForbidden: Verdict.Outcome {
    switch presence {
    case .present: isSure ? .missed : .undecided
    case .absent: .met
    case .undecided: .undecided
    }
  }
}

extension ScannedReply {
  /// The first sentence, as evidence of what is missing there (UTF-8 offsets of the message).
  var opening: [Range<Int>] {
    sentences.first.map { [original($0.range)] } ?? []
  }

  /// The last sentence before the author signs off, as evidence of what is missing there (UTF-8 offsets
  /// of the message).
  var ending: [Range<Int>] {
    let places = sentences.suffix(ClosingObservation.sentencesFromEnd).map { original($0.range) }
    let said = signature.flatMap { end in places.last { $0.upperBound <= end.lowerBound } }
    return (said ?? places.last).map { [$0] } ?? []
  }
}
