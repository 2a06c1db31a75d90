#if canImport(Glibc)
  import Glibc  // exp
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Student's distribution: how far the mean of few numbers may be off.
package enum StudentDistribution {
  /// How many standard errors to both sides of a mean hold a share: 2.262 for 0.95 and ten numbers.
  ///
  /// The share beyond ±t is I(n/2, ½) at n/(n + t²), and is turned round.
  ///
  /// - Parameters:
  ///   - level: Between 0 and 1.
  ///   - degrees: Degrees of freedom, one less than numbers (1 to 10⁹).
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  /// - Complexity: O(√degrees).
  package static func deviations(level: Double, degrees: Int) throws(StatisticsError) -> Double {
    try Checked.level(level)
    guard degrees >= 1, degrees <= Checked.mostCases else {
      throw .outOfRange("degrees of freedom", Double(degrees), range: "1 to a billion")
    }
    let n = Double(degrees)
    let logit = BetaDistribution(sound: n / 2, 0.5).logit(lower: 1 - level, upper: level)
    return (n * exp(-logit)).squareRoot()
  }

  /// The value that a share of the distribution does not exceed.
  ///
  /// - Parameters:
  ///   - share: Between 0 and 1.
  ///   - degrees: Degrees of freedom (1 to 10⁹).
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package static func quantile(_ share: Double, degrees: Int) throws(StatisticsError) -> Double {
    try Checked.level(share, "the share")
    if share == 0.5 { return 0 }
    let value = try deviations(level: abs(2 * share - 1), degrees: degrees)
    return share < 0.5 ? -value : value
  }
}
