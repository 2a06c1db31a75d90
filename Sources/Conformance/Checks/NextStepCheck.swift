import SentenceModel
import Standards
import TextMatching

extension NextStep {
  /// Judges whether a reply says what happens next, and as much of it as is wanted.
  ///
  /// Steps are announced in more ways than a list holds: what the list does not find, the model may.
  ///
  /// - Parameter isSolved: Whether the ticket was solved with this reply; nil when nobody knows.
  func judge(_ reply: ScannedReply, isSolved: Bool?) -> Judgement {
    if unless == .solved, isSolved == true {
      return Judgement(.notApplicable, "the ticket was solved with this reply")
    }
    let listed = NextStepObservation.observe(reply, phrases: [.catalogue(phrases)])
    if listed.presence == .present {
      return judgeParts(
        reply, listed.reason, spans: listed.spans,
        sentences: reply.hits(of: [.catalogue(phrases)]).compactMap {
          reply.sentence(around: $0)?.index
        })
    }
    switch reply.acts.certainty(of: .nextStep) {
    case .sure, .present:
      let sentences = reply.acts.sentences(doing: .nextStep)
      return judgeParts(
        reply, "a sentence announces it", spans: reply.spans(ofSentences: sentences),
        sentences: sentences)
    case .undecided:
      return Judgement(
        .undecided, "none of the listed phrases is there; perhaps a sentence announces it",
        spans: reply.spans(doing: .nextStep, atLeast: .undecided))
    case .absent
    where reply.sentences.contains { $0.isQuestion }
      || reply.acts.certainty(of: .question) > .absent
      || !reply.hits(of: .requests).isEmpty:
      return Judgement(
        .undecided, "no sentence announces it, but the reply asks the customer something",
        spans: reply.spans(doing: .question, atLeast: .undecided))
    case .absent where Self.akin.contains { reply.acts.certainty(of: $0) >= .present }:
      return Judgement(
        .undecided, "no sentence announces it plainly, but one promises or offers something")
    case .absent:
      return Judgement(.missed, "no sentence announces it", spans: reply.ending)
    }
  }

  /// Judges what is said of a step.
  ///
  /// A time is called missing only where nothing in the reply comes near one. Who does it may be in a
  /// verb's ending, and what is done in the phrase itself: where these are not seen, a person looks.
  private func judgeParts(
    _ reply: ScannedReply, _ reason: String, spans: [Range<Int>], sentences: [Int]
  ) -> Judgement {
    var unseen: [String] = []
    for part in wants {
      switch part {
      case .who:
        let isSaid = sentences.contains {
          reply.contains(.lexicon(.doers), in: reply.sentences[$0].range)
        }
        if !isSaid { unseen.append("who does it") }
      case .what:
        let isSaid = sentences.contains {
          reply.folded.countWords(in: reply.sentences[$0].range) >= Self.wordsOfMatter
        }
        if !isSaid { unseen.append("what is done") }
      case .when:
        let isSaid = sentences.contains { index in
          // The time may stand in the sentence beside: "We will call you. Expect it by 16:00."
          [index - 1, index, index + 1].contains { reply.namesTime(inSentence: $0) }
        }
        if isSaid { continue }
        if reply.times.isEmpty, reply.acts.certainty(of: .commitsTime) == .absent {
          return Judgement(.missed, "\(reason), but no time is named", spans: spans)
        }
        unseen.append("when")
      }
    }
    if unseen.isEmpty { return Judgement(.met, reason, spans: spans) }
    return Judgement(
      .undecided, "\(reason), but it is not clear \(unseen.joined(separator: " nor "))",
      spans: spans)
  }

  /// What often is a next step in other words.
  private static let akin: [Act] = [.commitsTime, .vaguePromise, .closingOffer, .holds]

  /// From so many words on a sentence says what is done, not only that something is.
  private static let wordsOfMatter = 4
}

extension ScannedReply {
  /// Whether a sentence names a time that can be kept or missed; false for one that is not there.
  fileprivate func namesTime(inSentence index: Int) -> Bool {
    guard sentences.indices.contains(index) else { return false }
    let sentence = sentences[index].range
    return times.contains { $0.bound.isBinding && sentence.contains($0.range.lowerBound) }
  }
}
