/// A service level as two sums of positive terms, so that it and what it misses both keep their
/// digits when they are tiny.
struct AnswerShares: Hashable {
  /// Answered within the target time, as a share of all contacts.
  let inTime: Double
  /// All others that count, in the same unit.
  let others: Double

  /// Everybody is answered at once, or nobody comes.
  static let atOnce = AnswerShares(inTime: 1, others: 0)

  /// The service level; `0` where nobody is answered.
  var kept: Double { inTime > 0 ? inTime / (inTime + others) : 0 }

  /// One minus the service level; `1` where nobody is answered.
  var missed: Double { inTime > 0 ? others / (inTime + others) : 1 }
}
