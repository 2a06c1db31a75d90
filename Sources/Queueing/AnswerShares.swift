/// A service level as two sums of positive terms, so that it and what it misses both keep their
/// digits when they are tiny.
public struct AnswerShares: Hashable, Sendable {
  /// Answered within the target time, as a share of all contacts.
  public let inTime: Double
  /// All others that count, in the same unit.
  public let others: Double

  /// Everybody is answered at once, or nobody comes.
  static let atOnce = AnswerShares(inTime: 1, others: 0)

  /// The service level; `0` where nobody is answered.
  public var kept: Double { inTime > 0 ? inTime / (inTime + others) : 0 }

  /// One minus the service level; `1` where nobody is answered.
  public var missed: Double { inTime > 0 ? others / (inTime + others) : 1 }
}

/// What so many agents do where the two sums of a service level are known.
public protocol AnswerSharesPerformance: QueuePerformance {
  /// The service level for a target time, and what it misses.
  ///
  /// - Parameters:
  ///   - seconds: The target time (unit: s; finite, ≥ 0).
  ///   - abandoned: What becomes of contacts that left; any time in it is finite and ≥ 0.
  func answers(within seconds: Double, abandoned: AbandonedContacts) -> AnswerShares
}

extension AnswerSharesPerformance {
  /// The share of contacts answered within the given time, accurate also when it is tiny.
  ///
  /// - Parameters:
  ///   - withinSeconds: The time (unit: s; finite, ≥ 0).
  ///   - abandoned: What becomes of contacts that left.
  /// - Returns: A probability in `0...1`.
  /// - Throws: ``QueueError/outOfRange(_:_:)``.
  public func serviceLevel(
    withinSeconds: Double, abandoned: AbandonedContacts = .countAsMissed
  ) throws(QueueError) -> Double {
    try checked(withinSeconds, abandoned).kept
  }

  /// One minus the service level, accurate also when it is tiny.
  ///
  /// - Parameters:
  ///   - withinSeconds: The time (unit: s; finite, ≥ 0).
  ///   - abandoned: What becomes of contacts that left.
  /// - Returns: A probability in `0...1`; `1` where nobody is answered.
  /// - Throws: ``QueueError/outOfRange(_:_:)``.
  public func missedShare(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    try checked(withinSeconds, abandoned).missed
  }

  private func checked(
    _ seconds: Double, _ abandoned: AbandonedContacts
  ) throws(QueueError) -> AnswerShares {
    try Checked.seconds("target seconds", seconds)
    if case .excludeShort(let short) = abandoned { try Checked.seconds("seconds", short) }
    return answers(within: seconds, abandoned: abandoned)
  }
}
