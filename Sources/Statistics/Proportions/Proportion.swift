/// Some of all cases: 81 kept of 263.
///
/// Its intervals take the cases for a sample, drawn one independently of the other. Several verdicts on
/// one reply are not, nor is a census, which has no error of sampling.
package struct Proportion: Hashable, Sendable {
  /// How many are kept (0 to ``all``).
  package let kept: Int
  /// How many there are (1 to 10⁹).
  package let all: Int

  /// Counts cases.
  ///
  /// - Throws: ``StatisticsError/tooFew(_:)`` without cases;
  ///   ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/moreThanAll(_:_:of:)``.
  package init(kept: Int, of all: Int) throws(StatisticsError) {
    try Checked.part(kept, "the kept cases", of: all, "all cases")
    guard all > 0 else { throw .tooFew("one case") }
    self.kept = kept
    self.all = all
  }

  /// The share kept (0 to 1).
  package var share: Double { Double(kept) / Double(all) }

  /// Wilson's interval: the shares from which what was seen is no further than z standard errors.
  ///
  /// (p + z²/2n ± z·√(pq/n + z²/4n²)) / (1 + z²/n). It holds the truth about as often as it says, also
  /// for few cases and for shares near 0 and 1.
  ///
  /// Source: R. G. Newcombe, *Two-sided confidence intervals for the single proportion*, Statistics in
  /// Medicine 17, 1998, method 3, whose examples are in the tests.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func wilson(level: Double = 0.95) throws(StatisticsError) -> Interval {
    let z = try NormalDistribution.deviations(level: level)
    let n = Double(all)
    let (p, q) = (share, Double(all - kept) / n)
    let half = z * (p * q / n + z * z / (4 * n * n)).squareRoot()
    let (middle, whole) = (p + z * z / (2 * n), 1 + z * z / n)
    // The ends of the scale are exact where nothing or everything was kept.
    return Interval(
      low: kept == 0 ? 0 : max(0, (middle - half) / whole),
      high: kept == all ? 1 : min(1, (middle + half) / whole), level: level)
  }

  /// Clopper and Pearson's interval: the shares under which what was seen, or more of the same, has at
  /// least half of 1 − level as its chance.
  ///
  /// It holds the truth at least as often as it says, and is wider than Wilson's for that. Its ends are
  /// quantiles of the beta distributions (k, n − k + 1) and (k + 1, n − k).
  ///
  /// Source: Newcombe, 1998, method 5.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  /// - Complexity: O(√n).
  package func exact(level: Double = 0.95) throws(StatisticsError) -> Interval {
    try Checked.level(level)
    let tail = (1 - level) / 2
    let (k, rest) = (Double(kept), Double(all - kept))
    return Interval(
      low: kept == 0 ? 0 : BetaDistribution(sound: k, rest + 1).quantile(tail),
      high: kept == all ? 1 : BetaDistribution(sound: k + 1, rest).upperQuantile(tail),
      level: level)
  }
}
