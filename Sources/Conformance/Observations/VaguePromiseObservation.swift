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
      switch bound(of: hit, in: sentence, reply) {
      case .near?: healed += 1
      case .far?: doubtful.append(reply.original(hit))
      case nil:
        let isDoubtful = [Lexicon.List.requests, .past, .pleasantries].contains {
          reply.contains(.lexicon($0), in: sentence)
        }
        if isDoubtful {
          doubtful.append(reply.original(hit))
        } else {
          present.append(reply.original(hit))
        }
      }
    }
    if !present.isEmpty { return .present(present, "no time stands by it") }
    if !doubtful.isEmpty {
      return .undecided(doubtful, "it may promise nothing, or be bound by the time that is named")
    }
    return .absent(healed > 0 ? Self.healed : "no such words")
  }

  /// Why vague words are no vague promise.
  static let healed = "a time stands by it"

  /// Whether vague words are there, bound by a time.
  static func isHealed(_ observation: Observation) -> Bool { observation.reason == healed }

  private enum Bound { case near, far }

  /// The time that stands by a hit: near when nothing parts the two.
  ///
  /// "Three days are too long, we will answer soon" names a time and promises none. A time behind
  /// the words binds them also across a comma: "soon, by 16:00 at the latest".
  private static func bound(
    of hit: Range<Int>, in sentence: Range<Int>, _ reply: ScannedReply
  ) -> Bound? {
    let times = reply.hits(of: .timeBounds).within(sentence)
    guard !times.isEmpty else { return nil }
    let isNear = times.contains { time in
      let isBehind = time.lowerBound >= hit.upperBound
      let between =
        isBehind
        ? hit.upperBound..<time.lowerBound : min(time.upperBound, hit.lowerBound)..<hit.lowerBound
      let partings = isBehind ? ";()" : ";(),:"
      return !reply.folded.bytes[between].contains { partings.utf8.contains($0) }
    }
    return isNear ? .near : .far
  }
}
