#if canImport(Glibc)
  import Glibc  // erfc, exp, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The normal distribution with mean 0 and standard deviation 1.
package enum NormalDistribution {
  /// The chance of at most z, Φ(z).
  package static func atMost(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

  /// The value that a share of the distribution does not exceed.
  ///
  /// A rough value (M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions*, 1964, 26.2.23)
  /// is brought to full accuracy by Halley's method.
  ///
  /// - Parameter share: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package static func quantile(_ share: Double) throws(StatisticsError) -> Double {
    try Checked.level(share, "the share")
    return share < 0.5 ? -beyond(share) : beyond(1 - share)
  }

  /// How many standard deviations to both sides of the mean hold a share: 1.96 for 0.95.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package static func deviations(level: Double) throws(StatisticsError) -> Double {
    try Checked.level(level)
    return beyond((1 - level) / 2)
  }

  /// The value that a share exceeds; good also for tiny shares.
  ///
  /// - Parameter tail: Above 0, at most 0.5; more is taken for 0.5, and less than 1e-300 for that.
  static func beyond(_ tail: Double) -> Double {
    guard tail < 0.5 else { return 0 }
    let tail = max(tail, 1e-300)
    let t = (-2 * log(tail)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var z = t - above / below
    for _ in 0..<3 {
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      let error = (atMost(-z) - tail) / density
      z += error / (1 - z * error / 2)
    }
    return z
  }
}
