import Standards

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
    return Judgement(
      question.asRequired, question.reason,
      spans: question.spans.isEmpty ? reply.ending : question.spans)
  }
}
