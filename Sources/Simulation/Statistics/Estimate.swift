/// A mean over replications, with how far the truth may be from it.
package struct Estimate: Hashable, Sendable {
  /// The mean over replications.
  package let mean: Double
  /// Half the width of the confidence interval; infinite with fewer than two replications.
  package let halfWidth: Double
  /// How often such an interval holds the truth, such as 0.95.
  package let confidence: Double
  /// Over how many replications.
  package let replications: Int

  /// The lower end of the interval.
  package var low: Double { mean - halfWidth }
  /// The upper end of the interval.
  package var high: Double { mean + halfWidth }

  /// Whether the interval holds a value.
  package func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

/// Mean and variance of numbers that come one by one, in constant memory.
///
/// The order of the numbers is part of the result's last bits; replications are therefore added in
/// their order, whichever ended first.
///
/// Source: B. P. Welford, *Note on a method for calculating corrected sums of squares and products*,
/// Technometrics 4(3), 1962.
package struct RunningMean: Hashable, Sendable {
  /// How many were added.
  package private(set) var count = 0
  /// Their mean; 0 before the first.
  package private(set) var mean = 0.0
  private var squares = 0.0

  package init() {}

  /// Adds a number; one that is not finite is left out (a share of no contacts, say).
  package mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    count += 1
    let off = value - mean
    mean += off / Double(count)
    squares += off * (value - mean)
  }

  /// The variance of a single number, estimated; 0 with fewer than two.
  package var variance: Double { count > 1 ? squares / Double(count - 1) : 0 }

  /// The mean with Student's interval.
  ///
  /// - Parameter confidence: How often the interval shall hold the truth (0.5...0.9999).
  package func estimate(confidence: Double = 0.95) -> Estimate {
    let error = (variance / Double(max(count, 1))).squareRoot()
    let half =
      count > 1
      ? error * Student.quantile(0.5 + confidence / 2, degrees: count - 1) : Double.infinity
    return Estimate(mean: mean, halfWidth: half, confidence: confidence, replications: count)
  }
}
