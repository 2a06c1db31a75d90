/// How often each step of a scale was given, such as 1 to 5 or 1 to 7.
package struct RatingCounts: Hashable, Sendable {
  /// How often each step was given, from 1 on.
  package let counts: [Int]

  /// Counts answers by step.
  ///
  /// - Parameter counts: How often 1, 2, 3… was given (2 to 100 steps).
  /// - Throws: ``StatisticsError/tooFew(_:)`` without answers; ``StatisticsError/outOfRange(_:_:range:)``.
  package init(counts: [Int]) throws(StatisticsError) {
    guard (2...100).contains(counts.count) else {
      throw .outOfRange("the steps of the scale", Double(counts.count), range: "2 to 100")
    }
    var all = 0
    for count in counts {
      try Checked.count(count, "the answers of a step")
      all += count
    }
    try Checked.count(all, "the answers")
    guard all > 0 else { throw .tooFew("one answer") }
    self.counts = counts
  }

  /// Counts answers.
  ///
  /// - Parameters:
  ///   - answers: Each 1 to `steps`.
  ///   - steps: The best answer (2 to 100).
  /// - Throws: ``StatisticsError/tooFew(_:)`` without answers; ``StatisticsError/outOfRange(_:_:range:)``.
  package init(answers: [Int], steps: Int) throws(StatisticsError) {
    guard (2...100).contains(steps) else {
      throw .outOfRange("the steps of the scale", Double(steps), range: "2 to 100")
    }
    var counts = [Int](repeating: 0, count: steps)
    for answer in answers {
      guard (1...steps).contains(answer) else {
        throw .outOfRange("an answer", Double(answer), range: "1 to \(steps)")
      }
      counts[answer - 1] += 1
    }
    try self.init(counts: counts)
  }

  /// The best answer.
  package var steps: Int { counts.count }
  /// How many answered.
  package var answers: Int { counts.reduce(0, +) }

  /// How many gave this or a better answer.
  package func atLeast(_ step: Int) -> Int { counts.dropFirst(max(step - 1, 0)).reduce(0, +) }

  /// The mean answer (1 to ``steps``).
  package var mean: Double {
    let sum = counts.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * Double($1.element) }
    return sum / Double(answers)
  }

  /// Student's interval of the mean, within the scale.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: ``StatisticsError/tooFew(_:)`` with one answer, or where all are alike: how far they
  ///   spread cannot be told then; ``StatisticsError/outOfRange(_:_:range:)``.
  package func meanInterval(level: Double = 0.95) throws(StatisticsError) -> Interval {
    try Checked.level(level)
    guard counts.count(where: { $0 > 0 }) > 1 else { throw .tooFew("two different answers") }
    let (mean, n) = (mean, Double(answers))
    let squares = counts.enumerated().reduce(0.0) { sum, step in
      let off = Double(step.offset + 1) - mean
      return sum + off * off * Double(step.element)
    }
    let error = (squares / (n - 1) / n).squareRoot()
    let half = error * (try StudentDistribution.deviations(level: level, degrees: answers - 1))
    return Interval(low: mean - half, high: mean + half, level: level)
      .clamped(to: 1...Double(steps))
  }

  /// CSAT as most tools have it: the share of the two best answers.
  ///
  /// - Parameter top: How many of the best answers count as satisfied; less than ``steps``.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func topBox(_ top: Int = 2) throws(StatisticsError) -> Proportion {
    guard top >= 1, top < steps else {
      throw .outOfRange("the satisfied answers", Double(top), range: "1 to \(steps - 1)")
    }
    return try Proportion(kept: atLeast(steps - top + 1), of: answers)
  }
}
