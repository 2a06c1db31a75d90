/// Holds the answers of reviews against one catalogue, or against two that may have been in force when they
/// were given.
struct AnswerChecks {
  private var check: AnswerCheck
  private var earlier: AnswerCheck?

  init(_ check: AnswerCheck, _ earlier: AnswerCheck?) {
    self.check = check
    self.earlier = earlier
  }

  /// The review as it counts: by whichever catalogue has nothing to say of it, by the first one where both
  /// have or neither.
  ///
  /// - Throws: The first fault, of a catalogue that asks the questions, where both find one.
  mutating func check(
    _ review: Review
  ) throws(LineObject.Fault) -> (review: Review, remarks: [LineObject.Fault]) {
    let standard = review.key.standard
    guard !review.ratings.isEmpty, var other = earlier, other.asks(standard) else {
      return try check.check(review)
    }
    guard check.asks(standard) else {
      defer { earlier = other }
      return try other.check(review)
    }
    // A remark is made once: the earlier catalogue makes none, it only allows.
    if let old = try? other.check(review), old.remarks.isEmpty, old.review.ratings == review.ratings
    {
      return old
    }
    return try check.check(review)
  }
}
