import Standards

extension NextStep {
  /// Judges whether a reply says what happens next.
  ///
  /// - Parameter isSolved: Whether the ticket was solved with this reply; nil when nobody knows.
  func judge(_ reply: ScannedReply, isSolved: Bool?) -> Judgement {
    if unless == .solved, isSolved == true {
      return Judgement(.notApplicable, "the ticket was solved with this reply")
    }
    let seen = NextStepObservation.observe(reply, phrases: [.catalogue(phrases)])
    return Judgement(seen.asRequired, seen.reason, spans: seen.spans)
  }
}
