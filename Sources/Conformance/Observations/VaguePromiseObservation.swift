import Standards
import TextMatching

/// Sees promises of time that nobody can be held to.
///
/// "Soon" is one; "soon, by 16:00 at the latest" is not, since a time stands by it. Words about the
/// past, or asked of the customer, may not be promises at all: a person decides.
enum VaguePromiseObservation {
  /// - Complexity: O(hits · log hits).
  static func observe(_ reply: ScannedReply, phrases: [WordList]) -> Observation {
    var present: [Range<Int>] = []
    var doubtful: [Range<Int>] = []
    var healed = 0
    for hit in reply.hits(of: phrases).withoutOverlaps {
      let sentence = reply.sentence(around: hit)?.sentence.range ?? hit
      if reply.contains(.lexicon(.timeBounds), in: sentence) {
        healed += 1
      } else if reply.contains(.lexicon(.requests), in: sentence)
        || reply.contains(.lexicon(.past), in: sentence)
      {
        doubtful.append(reply.original(hit))
      } else {
        present.append(reply.original(hit))
      }
    }
    if !present.isEmpty { return .present(present, "no time stands by it") }
    if !doubtful.isEmpty {
      return .undecided(doubtful, "it may speak of the past, or of what the customer should do")
    }
    return .absent(healed > 0 ? "a time stands by it" : "no such words")
  }
}
