/// Customer Effort Score, of which there are three: a report must name the one it shows.
///
/// All ask how easy something was made, 1 to 7, where 7 is easiest.
package struct EffortScore: Hashable, Sendable {
  /// What the score is.
  package enum Definition: String, CaseIterable, Sendable {
    /// The mean answer (1 to 7).
    case mean
    /// The share of answers of 5 and more (0 to 1).
    case easyShare = "easy-share"
    /// The share of answers of 5 and more less that of 3 and less (−1 to 1).
    case net
  }

  /// The answers (seven steps).
  package let ratings: RatingCounts
  /// What the score is.
  package let definition: Definition

  /// Scores answers.
  ///
  /// - Throws: ``StatisticsError/uneven(_:_:should:)`` for a scale that has not seven steps.
  package init(_ ratings: RatingCounts, _ definition: Definition) throws(StatisticsError) {
    guard ratings.steps == 7 else { throw .uneven("the scale of effort", ratings.steps, should: 7) }
    self.ratings = ratings
    self.definition = definition
  }

  /// The score, as ``definition`` has it.
  package var score: Double {
    switch definition {
    case .mean: ratings.mean
    case .easyShare: Double(easy) / Double(ratings.answers)
    case .net: Double(easy - hard) / Double(ratings.answers)
    }
  }

  /// The interval of the score: Student's for the mean, Wilson's for the share, and that of
  /// ``NetPromoterScore`` for the net score.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: As ``RatingCounts/meanInterval(level:)``; ``StatisticsError/outOfRange(_:_:range:)``.
  package func interval(level: Double = 0.95) throws(StatisticsError) -> Interval {
    switch definition {
    case .mean:
      try ratings.meanInterval(level: level)
    case .easyShare:
      try Proportion(kept: easy, of: ratings.answers).wilson(level: level)
    case .net:
      try NetPromoterScore(
        promoters: easy, passives: ratings.answers - easy - hard, detractors: hard
      ).interval(level: level)
    }
  }

  private var easy: Int { ratings.atLeast(5) }
  private var hard: Int { ratings.answers - ratings.atLeast(4) }
}
