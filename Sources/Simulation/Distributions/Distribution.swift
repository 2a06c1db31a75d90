/// How a quantity varies: a handling time, patience, a customer's thinking time.
///
/// A distribution is always valid: its parameters are finite, its values never negative. What people
/// know (a mean and a 90th percentile, say) makes one; see the static functions.
///
/// ```swift
/// let handling = try Distribution.lognormal(mean: 240, percentile90: 480)
/// handling.mean           // 240 s
/// handling.quantile(0.5)  // 180 s: half take less
/// ```
///
/// Units are those of what is given; where times are meant, seconds.
package struct Distribution: Hashable, Sendable {
  /// The form of the curve.
  package enum Shape: Hashable, Sendable {
    /// Always the same.
    case constant(Double)
    /// Memoryless, with this mean.
    case exponential(mean: Double)
    /// Its logarithm is normal.
    case lognormal(logMean: Double, logDeviation: Double)
    /// The sum of so many (not always a whole number) exponential steps of mean `scale`.
    case gamma(shape: Double, scale: Double)
    /// An exponential of mean 1 to the power 1/shape, times `scale`.
    case weibull(shape: Double, scale: Double)
    /// All between two bounds alike.
    case uniform(low: Double, high: Double)
    /// Between two bounds, with a peak.
    case triangular(low: Double, mode: Double, high: Double)
    /// A table of quantiles, straight lines between them.
    case empirical([Knot])
    /// One of several, none of them a mixture itself.
    case mixture([Part])
  }

  /// A row of a table of quantiles.
  package struct Knot: Hashable, Sendable {
    /// The share of values at most `value` (0...1).
    package let share: Double
    /// The quantile.
    package let value: Double

    /// Creates a row; a whole table is checked by ``Distribution/empirical(_:)``.
    package init(share: Double, value: Double) {
      self.share = share
      self.value = value
    }
  }

  /// A part of a mixture.
  package struct Part: Hashable, Sendable {
    /// How many are of this kind (0 < share < 1).
    package let share: Double
    /// Of what kind.
    package let distribution: Distribution
  }

  /// The form of the curve.
  package let shape: Shape

  private init(_ shape: Shape) {
    self.shape = shape
  }

  /// Creates a distribution of a shape whose parameters were checked.
  static func checked(_ shape: Shape) -> Distribution { Distribution(shape) }
}

// Distributions from their parameters.
extension Distribution {
  /// Always the same value.
  ///
  /// - Parameter value: 0...1e12.
  package static func constant(_ value: Double) throws(DistributionError) -> Distribution {
    try Distribution(.constant(Checked.notNegative("value", value)))
  }

  /// Exponential values.
  ///
  /// - Parameter mean: > 0, at most 1e12.
  package static func exponential(mean: Double) throws(DistributionError) -> Distribution {
    try Distribution(.exponential(mean: Checked.positive("mean", mean)))
  }

  /// The sum of equal exponential steps.
  ///
  /// - Parameters:
  ///   - stages: How many steps (1...10,000).
  ///   - mean: Of the sum (> 0, at most 1e12).
  package static func erlang(stages: Int, mean: Double) throws(DistributionError) -> Distribution {
    guard (1...10_000).contains(stages) else { throw .wrongCount("stages", stages, 1...10_000) }
    let mean = try Checked.positive("mean", mean)
    return Distribution(.gamma(shape: Double(stages), scale: mean / Double(stages)))
  }

  /// All values between two bounds alike.
  ///
  /// - Parameters:
  ///   - low: 0...1e12.
  ///   - high: > `low`, at most 1e12.
  package static func uniform(
    from low: Double, to high: Double
  ) throws(DistributionError) -> Distribution {
    let low = try Checked.notNegative("lower bound", low)
    guard high <= Checked.largest, high > low else { throw .notAbove("upper bound", high, low) }
    return Distribution(.uniform(low: low, high: high))
  }

  /// The least, the usual and the most: what people say who never measured.
  ///
  /// - Parameters:
  ///   - low: 0...1e12.
  ///   - mode: The most frequent value (`low` ≤ mode ≤ `high`).
  ///   - high: > `low`, at most 1e12.
  package static func triangular(
    from low: Double, peak mode: Double, to high: Double
  ) throws(DistributionError) -> Distribution {
    let low = try Checked.notNegative("lower bound", low)
    guard high <= Checked.largest, high > low else { throw .notAbove("upper bound", high, low) }
    guard mode >= low, mode <= high else { throw .outside("peak", mode, low...high) }
    return Distribution(.triangular(low: low, mode: mode, high: high))
  }

  /// A table of quantiles, such as a report prints: straight lines between its rows.
  ///
  /// - Parameter knots: 2 to 10,000 rows; the first of share 0, the last of share 1, shares rising,
  ///   values 0...1e12 and not falling.
  package static func empirical(_ knots: [Knot]) throws(DistributionError) -> Distribution {
    guard (2...10_000).contains(knots.count), let first = knots.first, let last = knots.last else {
      throw .wrongCount("quantiles", knots.count, 2...10_000)
    }
    guard first.share == 0, last.share == 1 else {
      throw .tableEnds(first: first.share, last: last.share)
    }
    for (before, knot) in zip(knots, knots.dropFirst()) {
      guard knot.share > before.share else {
        throw .notAbove("share of a quantile", knot.share, before.share)
      }
      guard knot.value >= before.value else {
        throw .notAbove("quantile", knot.value, before.value)
      }
    }
    _ = try Checked.notNegative("quantile", first.value)
    _ = try Checked.notNegative("quantile", last.value)
    return Distribution(.empirical(knots))
  }

  /// What was seen before will be seen again: quantiles of a record, at most a thousand of them.
  ///
  /// - Parameter values: At least one; 0...1e12; in any order.
  /// - Complexity: O(n log n).
  package static func observed(_ values: [Double]) throws(DistributionError) -> Distribution {
    guard !values.isEmpty else { throw .wrongCount("observations", 0, 1...Int.max) }
    for value in values { _ = try Checked.notNegative("observation", value) }
    let sorted = values.sorted()
    guard sorted.count > 1 else { return try .constant(sorted[0]) }
    let rows = min(sorted.count, 1001)
    var knots: [Knot] = []
    for row in 0..<rows {
      let share = Double(row) / Double(rows - 1)
      let place = share * Double(sorted.count - 1)
      let index = min(Int(place), sorted.count - 2)
      let part = place - Double(index)
      knots.append(Knot(share: share, value: sorted[index] * (1 - part) + sorted[index + 1] * part))
    }
    return try empirical(knots)
  }

  /// Several kinds together.
  ///
  /// - Parameter kinds: One to a hundred weights (> 0, at most 1e12; only their ratios count) and
  ///   distributions.
  package static func mixture(
    _ kinds: [(weight: Double, distribution: Distribution)]
  ) throws(DistributionError) -> Distribution {
    guard (1...100).contains(kinds.count) else {
      throw .wrongCount("parts of a mixture", kinds.count, 1...100)
    }
    var largest = 0.0
    for kind in kinds { largest = max(largest, try Checked.positive("weight", kind.weight)) }
    let total = kinds.reduce(0) { $0 + $1.weight / largest }
    var parts: [Part] = []
    for kind in kinds {
      let share = kind.weight / largest / total
      if case .mixture(let inner) = kind.distribution.shape {
        parts += inner.map { Part(share: share * $0.share, distribution: $0.distribution) }
      } else {
        parts.append(Part(share: share, distribution: kind.distribution))
      }
    }
    guard parts.count > 1 else { return kinds[0].distribution }
    return Distribution(.mixture(parts))
  }

  /// The same, but a share of the values is zero: contacts without wrap-up, customers who answer at
  /// once.
  ///
  /// - Parameter share: How many are zero (0 ≤ share < 1).
  package func zero(inShare share: Double) throws(DistributionError) -> Distribution {
    guard share >= 0, share < 1 else { throw .notAShare("share of zeros", share) }
    guard share > 0 else { return self }
    return try .mixture([(share, .constant(0)), (1 - share, self)])
  }
}
