import Standards
import TextMatching

extension Greeting {
  /// Judges whether a reply opens with a salutation.
  func judge(_ reply: ScannedReply) -> Judgement {
    let seen = GreetingObservation.observe(reply, phrases: [.catalogue(phrases)])
    return Judgement(
      seen.asRequired, seen.reason, spans: seen.spans.isEmpty ? reply.opening : seen.spans)
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

  /// The last sentence, as evidence of what is missing there (UTF-8 offsets of the message).
  var ending: [Range<Int>] {
    sentences.last.map { [original($0.range)] } ?? []
  }
}
