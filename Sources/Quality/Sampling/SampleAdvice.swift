package import Statistics

/// How many tickets a person should look at, and what that tells.
package struct SampleAdvice: Sendable {
  /// The question: how well a share is to be known.
  package struct Question: Hashable, Sendable {
    /// Half of the interval's width (above 0, at most 0.5).
    package var margin = 0.05
    /// How often the interval holds the truth (between 0 and 1).
    package var level = 0.95
    /// The share that is thought likely (between 0 and 1); a half asks for most.
    package var expected = 0.5
    /// All tickets there are (1 to 10⁹); nil for so many that it does not matter.
    package var population: Int?
    /// A share of faults that must not go unseen (above 0, at most 1); nil where nobody asks.
    package var detect: Double?

    /// The usual question: ±5 points, 95 times of 100, of very many.
    package init() {}
  }

  /// With fewer cases expected on one side the usual formula is not to be trusted.
  private static let fewestExpected = 10.0

  /// What was asked.
  package let question: Question
  /// So many tickets give the margin.
  package let cases: Int
  /// How far the truth may lie from the share, if that is as expected.
  package let margin: Double
  /// Where it lies then.
  package let interval: Interval
  /// Whether margin and interval are Wilson's, since so few cases are expected on one side that what is
  /// seen does not scatter evenly about the share.
  package let isRare: Bool
  /// So many without a fault show that the faults are fewer than asked; nil where nobody asked.
  package let detecting: Int?
  /// The chance that the sample for the margin shows such a fault at least once.
  package let power: Double?

  /// Works it out.
  ///
  /// - Throws: ``StatisticsError``, for a question that has no answer.
  package init(_ question: Question) throws(StatisticsError) {
    self.question = question
    let exact = try SampleSize.exact(
      margin: question.margin, share: question.expected, level: question.level,
      population: question.population)
    let usual = try SampleSize.rounded(exact)
    let rarer = min(question.expected, 1 - question.expected)
    isRare = Double(usual) * rarer < Self.fewestExpected
    if isRare {
      cases = try SampleSize.wilson(
        margin: question.margin, share: question.expected, level: question.level,
        population: question.population)
      interval = try SampleSize.interval(
        cases: cases, share: question.expected, level: question.level,
        population: question.population)
      margin = max(interval.high - question.expected, question.expected - interval.low)
    } else {
      cases = usual
      margin = try SampleSize.margin(
        cases: cases, share: question.expected, level: question.level,
        population: question.population)
      interval = Interval(
        low: question.expected - margin, high: question.expected + margin, level: question.level)
    }
    guard let detect = question.detect else {
      detecting = nil
      power = nil
      return
    }
    guard let population = question.population else {
      detecting = try DetectionPlan.cases(share: detect, level: question.level)
      power = try DetectionPlan.power(share: detect, cases: cases)
      return
    }
    // So many faults at least are that share of the tickets.
    let faults = max(1, try ShareOfCases.count(detect, of: population, .up))
    detecting = try DetectionPlan.cases(
      faults: faults, population: population, level: question.level)
    power = try DetectionPlan.power(faults: faults, population: population, cases: cases)
  }
}
