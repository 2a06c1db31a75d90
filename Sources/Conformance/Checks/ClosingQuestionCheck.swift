import SentenceModel
import Standards
import TextMatching

extension ClosingQuestion {
  /// Judges whether the last reply asks whether anything else is needed.
  func judge(_ reply: ScannedReply) -> Judgement {
    let question = ClosingObservation.question(reply, phrases: [.catalogue(phrases)])
    if question.presence == .present {
      return Judgement(.met, question.reason, spans: question.spans)
    }
    if let offers {
      let offer = ClosingObservation.offer(reply, phrases: [.catalogue(offers)])
      if offer.presence == .present { return Judgement(.met, offer.reason, spans: offer.spans) }
      if question.presence == .absent, offer.presence == .undecided {
        return Judgement(.undecided, offer.reason, spans: offer.spans)
      }
    }
    // The model knows more ways to ask and to offer than a list has.
    for act in offers == nil ? [Act.closingQuestion] : [.closingQuestion, .closingOffer] {
      let seen = reply.lateSentences(doing: act, atLeast: .present)
      guard question.presence == .absent, !seen.isEmpty else { continue }
      return Judgement(
        .met, "a sentence towards the end \(act == .closingQuestion ? "asks" : "offers") it",
        spans: reply.spans(ofSentences: seen))
    }
    for act in [Act.closingQuestion, .closingOffer] {
      let perhaps = reply.lateSentences(doing: act, atLeast: .undecided)
      guard question.presence == .absent, !perhaps.isEmpty else { continue }
      return Judgement(
        .undecided, "none of the listed phrases is there, but perhaps a sentence means it",
        spans: reply.spans(ofSentences: perhaps))
    }
    // A question or a condition at the end may well be what is asked for, in words of no list.
    if question.presence == .absent, reply.endsOpen {
      return Judgement(
        .undecided, "none of the listed phrases is there, but the end asks or offers something",
        spans: reply.ending)
    }
    return Judgement(
      question.asRequired, question.reason,
      spans: question.spans.isEmpty ? reply.ending : question.spans)
  }
}

extension ScannedReply {
  /// The sentences towards the end that do this at least so surely.
  fileprivate func lateSentences(doing act: Act, atLeast certainty: ReplyActs.Certainty) -> [Int] {
    acts.sentences(doing: act, atLeast: certainty).filter { index in
      index >= sentences.count - ClosingObservation.sentencesFromEnd
        && (act == .closingOffer || certainty < .present || sentences[index].isQuestion)
    }
  }

  /// Whether the end asks a question, or says what to do if something happens.
  ///
  /// A question that the reply begins with is the customer's, repeated.
  fileprivate var endsOpen: Bool {
    sentences.dropFirst().suffix(3).contains { $0.isQuestion }
      || sentences.suffix(ClosingObservation.sentencesFromEnd).contains {
        contains(.lexicon(.conditions), in: $0.range)
      }
  }
}
