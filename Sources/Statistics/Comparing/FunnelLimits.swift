/// Between which shares chance keeps a member whose true share is the expected one: the funnel, wide for
/// few cases and narrow for many.
///
/// The limits are quantiles of the binomial distribution. Two conventions are in use, and given: the
/// last count that is still inside, and the point between two counts where the chance beyond would be
/// exact. For 0.9 expected of 100 cases, the first count inside 95% is 84.
///
/// Looking at many members makes one of them fall outside by chance: of twelve, one outside 95% in
/// nearly every second look. Use 99.8%, or ``FamilyLevel``.
///
/// Source: D. J. Spiegelhalter, *Funnel plots for comparing institutional performance*, Statistics in
/// Medicine 24, 2005.
package struct FunnelLimits: Hashable, Sendable {
  /// The cases, of which each is kept with the expected share as its chance.
  package let cases: BinomialDistribution
  /// How many times the variance is larger than chance alone would have it (at least 1).
  package let spread: Double

  /// Expects a share.
  ///
  /// - Parameters:
  ///   - expected: The share that is expected (0 to 1).
  ///   - cases: How many there are (1 to 10⁹).
  ///   - spread: How many times the variance is larger than chance alone would have it (1 to 10⁶); see
  ///     ``Overdispersion``. A distance of z standard errors then counts as z / √spread.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/tooFew(_:)``.
  package init(
    expected: Double, cases: Int, spread: Double = 1
  ) throws(StatisticsError) {
    self.cases = try BinomialDistribution(trials: cases, chance: expected)
    guard cases > 0 else { throw .tooFew("one case") }
    guard spread >= 1, spread <= 1e6 else {
      throw .outOfRange("the spread", spread, range: "1 to a million")
    }
    self.spread = spread
  }

  /// The lowest and the highest count that are inside.
  ///
  /// - Parameter level: Between 0 and 1: 0.95 or 0.998, say.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  /// - Complexity: O(√cases · log cases).
  package func counts(level: Double) throws(StatisticsError) -> ClosedRange<Int> {
    let tail = try tail(level)
    let low = cases.quantile(tail)
    return low...max(low, cases.upperQuantile(tail))
  }

  /// The lowest and the highest share that are inside: ``counts(level:)`` by the cases.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func shares(level: Double) throws(StatisticsError) -> Interval {
    let counts = try counts(level: level)
    let n = Double(cases.trials)
    return Interval(
      low: Double(counts.lowerBound) / n, high: Double(counts.upperBound) / n, level: level)
  }

  /// The limits of a smooth funnel: with r the lowest count inside, (r − (F(r) − α)/(F(r) − F(r − 1)))/n,
  /// and alike above, as Spiegelhalter draws them (appendix A.1.1).
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func smoothShares(level: Double) throws(StatisticsError) -> Interval {
    let tail = try tail(level)
    let counts = try counts(level: level)
    let n = Double(cases.trials)
    let (r, s) = (counts.lowerBound, counts.upperBound)
    let below = (cases.atMost(r) - tail) / max(cases.exactly(r), 1e-300)
    let above = (cases.atLeast(s) - tail) / max(cases.exactly(s), 1e-300)
    return Interval(
      low: (Double(r) - min(max(below, 0), 1)) / n, high: (Double(s) + min(max(above, 0), 1)) / n,
      level: level
    ).clamped(to: 0...1)
  }

  /// How many standard errors a count is away from what is expected: the normal deviate with the same
  /// chance beyond it, by √``spread``; 0 for a count in the middle.
  ///
  /// A count is outside of ``counts(level:)`` exactly where this is beyond the deviations of the level.
  package func deviate(_ count: Int) -> Double {
    let (low, high) = (cases.atMost(count), cases.atLeast(count))
    let z =
      low < 0.5
      ? -NormalDistribution.beyond(low) : high < 0.5 ? NormalDistribution.beyond(high) : 0
    return z / spread.squareRoot()
  }

  /// The chance beyond each limit.
  private func tail(_ level: Double) throws(StatisticsError) -> Double {
    let z = try NormalDistribution.deviations(level: level)
    return spread == 1 ? (1 - level) / 2 : NormalDistribution.atMost(-z * spread.squareRoot())
  }
}
