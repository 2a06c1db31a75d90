/// Net Promoter Score: the share of promoters (9 and 10 of 0 to 10) less that of detractors (0 to 6).
///
/// Its intervals take the answers for a sample. Who does not answer is not in them.
package struct NetPromoterScore: Hashable, Sendable {
  /// Answers of 9 or 10.
  package let promoters: Int
  /// Answers of 7 or 8.
  package let passives: Int
  /// Answers of 0 to 6.
  package let detractors: Int

  /// Counts answers.
  ///
  /// - Throws: ``StatisticsError/tooFew(_:)`` without answers; ``StatisticsError/outOfRange(_:_:range:)``.
  package init(promoters: Int, passives: Int, detractors: Int) throws(StatisticsError) {
    try Checked.count(promoters, "the promoters")
    try Checked.count(passives, "the passives")
    try Checked.count(detractors, "the detractors")
    try Checked.count(promoters + passives + detractors, "the answers")
    guard promoters + passives + detractors > 0 else { throw .tooFew("one answer") }
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  /// Counts answers by what they are.
  ///
  /// - Parameter answers: Each 0 to 10.
  /// - Throws: ``StatisticsError/tooFew(_:)`` without answers; ``StatisticsError/outOfRange(_:_:range:)``.
  package init(answers: [Int]) throws(StatisticsError) {
    let wrong = answers.first { !(0...10).contains($0) }
    if let wrong { throw .outOfRange("an answer", Double(wrong), range: "0 to 10") }
    let promoters = answers.count { $0 >= 9 }
    let detractors = answers.count { $0 <= 6 }
    try self.init(
      promoters: promoters, passives: answers.count - promoters - detractors,
      detractors: detractors)
  }

  /// How many answered.
  package var answers: Int { promoters + passives + detractors }

  /// The score (−1 to 1; usually shown times a hundred).
  package var score: Double { Double(promoters - detractors) / Double(answers) }

  /// The variance of one answer taken as 1, 0 or −1: p + d − (p − d)²; that of the score is this by the
  /// number of answers.
  package var variance: Double {
    Double(promoters + detractors) / Double(answers) - score * score
  }

  /// The interval of the score.
  ///
  /// score ± z·√(variance/n), within −1 and 1. It is a little narrow below some thirty answers. Where all
  /// answer alike the variance says nothing: then Clopper and Pearson's lower end for the share of that
  /// group, L, leaves at most 1 − L to any other, and the interval is what that allows.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func interval(level: Double = 0.95) throws(StatisticsError) -> Interval {
    let z = try NormalDistribution.deviations(level: level)
    if [promoters, passives, detractors].contains(answers) {
      let share = try Proportion(kept: answers, of: answers).exact(level: level).low
      if promoters > 0 { return Interval(low: 2 * share - 1, high: 1, level: level) }
      if detractors > 0 { return Interval(low: -1, high: 1 - 2 * share, level: level) }
      return Interval(low: share - 1, high: 1 - share, level: level)
    }
    let half = z * (variance / Double(answers)).squareRoot()
    return Interval(low: score - half, high: score + half, level: level).clamped(to: -1...1)
  }
}
