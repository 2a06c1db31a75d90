/// A figure over replications, with how far the truth may be from it.
package struct Estimate: Hashable, Sendable {
  /// The figure.
  package let mean: Double
  /// Half the width of the confidence interval, before it was cut; infinite with fewer than two
  /// replications.
  package let halfWidth: Double
  /// The ends of the interval, no lower and no higher than the figure can be.
  package let low: Double
  package let high: Double
  /// How often such an interval holds the truth, such as 0.95.
  package let confidence: Double
  /// Over how many replications; 0 where there was nothing to estimate.
  package let replications: Int

  /// A figure with as much room on both sides.
  ///
  /// - Parameter range: What the figure can be: the interval is cut there, as is a figure that luck
  ///   put beyond.
  init(
    _ mean: Double, halfWidth: Double, within range: ClosedRange<Double> = .anything,
    confidence: Double, replications: Int
  ) {
    self.mean = min(max(mean, range.lowerBound), range.upperBound)
    self.halfWidth = halfWidth
    low = max(mean - halfWidth, range.lowerBound)
    high = min(mean + halfWidth, range.upperBound)
    (self.confidence, self.replications) = (confidence, replications)
  }

  /// A figure with an interval of its own.
  init(_ value: Double, low: Double, high: Double, confidence: Double, replications: Int) {
    (mean, self.low, self.high) = (value, low, high)
    halfWidth = (high - low) / 2
    (self.confidence, self.replications) = (confidence, replications)
  }

  /// Nothing to estimate.
  static func nothing(confidence: Double) -> Estimate {
    Estimate(0, halfWidth: .infinity, confidence: confidence, replications: 0)
  }

  /// Whether the interval holds a value.
  package func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

extension ClosedRange<Double> {
  /// Any number.
  static var anything: Self { -.infinity ... .infinity }
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

  /// Adds a number; one that is not finite is left out.
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
    return Estimate(mean, halfWidth: half, confidence: confidence, replications: count)
  }
}
