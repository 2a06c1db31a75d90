import SentenceModel
import Standards
import TextMatching

extension ScannedReply {
  /// The sentences that do this at least so surely (UTF-8 offsets of the message).
  func spans(doing act: Act, atLeast certainty: ReplyActs.Certainty) -> [Range<Int>] {
    spans(ofSentences: acts.sentences(doing: act, atLeast: certainty))
  }

  /// Judges something that no sentence may do.
  ///
  /// A phrase of the catalogue's own list breaks the standard, unless the sentence denies it or it is
  /// quoted. The model accuses only where it is sure.
  ///
  /// - Parameters:
  ///   - phrases: The name of the catalogue's list, if there is one.
  ///   - what: What such a sentence does, in words: `blames`.
  func judge(
    without act: Act, phrases: String?, _ what: String
  ) -> Judgement {
    var listed: [Range<Int>] = []
    var doubtful: [Range<Int>] = []
    if let phrases {
      for hit in hits(of: [.catalogue(phrases)]).withoutOverlaps {
        if isQuoted(hit) || isDenied(hit) {
          doubtful.append(original(hit))
        } else {
          listed.append(original(hit))
        }
      }
    }
    if !listed.isEmpty {
      return Judgement(.missed, "these words are on the list of what \(what)", spans: listed)
    }
    let certainty = acts.certainty(of: act)
    // What the list doubts, the model does not settle.
    let accused = spans(doing: act, atLeast: .sure).filter { sentence in
      !doubtful.contains { $0.overlaps(sentence) }
    }
    if !accused.isEmpty { return Judgement(.missed, "a sentence \(what)", spans: accused) }
    if !doubtful.isEmpty {
      return Judgement(
        .undecided, "words of the list are there, but denied or quoted", spans: doubtful)
    }
    guard certainty == .absent else {
      return Judgement(
        .undecided, "perhaps a sentence \(what)", spans: spans(doing: act, atLeast: .undecided))
    }
    return Judgement(.met, "no sentence \(what)")
  }

  /// Whether the sentence denies what stands at a place, in words beside it.
  private func isDenied(_ place: Range<Int>) -> Bool {
    guard let sentence = sentence(around: place)?.sentence.range else { return false }
    let negations = hits(of: .negations, in: sentence)
    // What says no itself is denied by a no right before it only: "Nie, kopii nie szukamy, to nie nasza
    // sprawa."
    let isNegative = negations.contains { $0.overlaps(place) }
    return negations.contains { denial in
      guard !denial.overlaps(place) else { return false }
      return !isNegative
        || (denial.upperBound <= place.lowerBound
          && words(from: denial.upperBound, to: place.lowerBound) <= Self.wordsOfDenial
          && !hasMark(",;:()", from: denial.upperBound, to: place.lowerBound))
    }
  }

  /// How many words may stand between a denial and what it denies.
  private static let wordsOfDenial = 2
}

extension BrushOff {
  /// Judges whether a reply sends the customer away.
  func judge(_ reply: ScannedReply) -> Judgement {
    reply.judge(without: .brushOff, phrases: phrases, "sends the customer away")
  }
}

extension Blame {
  /// Judges whether a reply blames somebody.
  func judge(_ reply: ScannedReply) -> Judgement {
    reply.judge(without: .blame, phrases: phrases, "blames")
  }
}
