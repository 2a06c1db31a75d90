import TextMatching

/// Sees whether a reply ends by asking for, or offering, anything else.
///
/// Only the end counts: "can I help you?" at the start of a chat is no closing question.
enum ClosingObservation {
  /// How many sentences from the end still belong to it; a signature takes up to three of them.
  static let sentencesFromEnd = 6

  /// Questions whether anything else is needed.
  ///
  /// - Complexity: O(hits × log sentences).
  static func question(_ reply: ScannedReply, phrases: [WordList]) -> Observation {
    let found = closing(reply, phrases)
    let asked = found.filter { $0.sentence.isQuestion || $0.sentence.terminator == .none }
    if !asked.isEmpty {
      return .present(asked.map { reply.original($0.hit) }, "the reply asks it towards its end")
    }
    if !found.isEmpty {
      return .undecided(
        found.map { reply.original($0.hit) }, "the words are there, but not as a question")
    }
    return .absent("nothing of the kind is asked towards the end")
  }

  /// Offers of further help.
  ///
  /// - Complexity: O(hits × log sentences).
  static func offer(_ reply: ScannedReply, phrases: [WordList]) -> Observation {
    let found = closing(reply, phrases)
    let offered = found.filter { !$0.sentence.isQuestion }
    if !offered.isEmpty {
      return .present(
        offered.map { reply.original($0.hit) }, "the reply offers it towards its end")
    }
    if !found.isEmpty {
      return .undecided(
        found.map { reply.original($0.hit) }, "the words are there, but as a question")
    }
    return .absent("nothing of the kind is offered towards the end")
  }

  private static func closing(
    _ reply: ScannedReply, _ phrases: [WordList]
  ) -> [(hit: Range<Int>, sentence: Sentence)] {
    reply.hits(of: phrases).withoutOverlaps.compactMap { hit in
      guard let (index, sentence) = reply.sentence(around: hit),
        reply.sentences.count - index <= sentencesFromEnd
      else { return nil }
      return (hit, sentence)
    }
  }
}
