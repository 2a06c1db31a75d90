#if canImport(Glibc)
  import Glibc  // erfc, exp, expm1, log, log1p, sqrt
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a length of time varies from contact to contact: of handling, or of patience.
///
/// ```swift
/// let patience = try TimeDistribution.lognormal(meanSeconds: 120, variation: 1.5)
/// patience.shareLonger(thanSeconds: 60)  // 0.58: how many still wait after a minute
/// ```
public struct TimeDistribution: Hashable, Sendable {
  /// The form of the curve.
  public enum Shape: Hashable, Sendable {
    /// Memoryless: the rest is as long as the whole, on average.
    case exponential
    /// Always the same.
    case fixed
    /// Its logarithm is normal with standard deviation `sigma` (> 0): most are short, a few are
    /// very long, as measured handling times and patience are.
    case lognormal(sigma: Double)
  }

  /// The form of the curve.
  public let shape: Shape
  /// The mean (unit: s; finite, > 0).
  public let meanSeconds: Double

  /// Exponential times.
  ///
  /// - Parameter meanSeconds: The mean (unit: s; finite, > 0).
  /// - Throws: ``QueueError/notPositive(_:_:)``.
  public static func exponential(meanSeconds: Double) throws(QueueError) -> TimeDistribution {
    try TimeDistribution(shape: .exponential, meanSeconds: meanSeconds)
  }

  /// Times that are all alike.
  ///
  /// - Parameter seconds: The time (unit: s; finite, > 0).
  /// - Throws: ``QueueError/notPositive(_:_:)``.
  public static func fixed(seconds: Double) throws(QueueError) -> TimeDistribution {
    try TimeDistribution(shape: .fixed, meanSeconds: seconds)
  }

  /// Lognormal times, from what a report shows.
  ///
  /// - Parameters:
  ///   - meanSeconds: The mean (unit: s; finite, > 0).
  ///   - variation: Standard deviation ÷ mean (finite, > 0, at most 1000).
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/outOfRange(_:_:)``.
  public static func lognormal(
    meanSeconds: Double, variation: Double
  ) throws(QueueError) -> TimeDistribution {
    guard variation.isFinite, variation > 0 else { throw .notPositive("variation", variation) }
    guard variation <= 1000 else { throw .tooVaried(variation) }
    return try TimeDistribution(
      shape: .lognormal(sigma: sqrt(log1p(variation * variation))), meanSeconds: meanSeconds)
  }

  /// Lognormal times, from the middle and the long ones.
  ///
  /// - Parameters:
  ///   - medianSeconds: Half are shorter (unit: s; finite, > 0).
  ///   - percentile90Seconds: Nine in ten are shorter (unit: s; finite, > `medianSeconds`).
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/tooVaried(_:)``.
  public static func lognormal(
    medianSeconds: Double, percentile90Seconds: Double
  ) throws(QueueError) -> TimeDistribution {
    guard medianSeconds.isFinite, medianSeconds > 0 else {
      throw .notPositive("median seconds", medianSeconds)
    }
    guard percentile90Seconds.isFinite, percentile90Seconds > medianSeconds else {
      throw .notPositive(
        "90th percentile less the median, in seconds", percentile90Seconds - medianSeconds)
    }
    // 1.2815… is the 90th percentile of the standard normal.
    let sigma = log(percentile90Seconds / medianSeconds) / 1.2815515655446004
    guard sigma <= 3.717 else { throw .tooVaried(exp(sigma * sigma / 2)) }
    return try TimeDistribution(
      shape: .lognormal(sigma: sigma), meanSeconds: medianSeconds * exp(sigma * sigma / 2))
  }

  private init(shape: Shape, meanSeconds: Double) throws(QueueError) {
    guard meanSeconds.isFinite, meanSeconds > 0 else {
      throw .notPositive("mean seconds", meanSeconds)
    }
    self.shape = shape
    self.meanSeconds = meanSeconds
  }

  /// Variance ÷ squared mean: 0 for fixed times, 1 for exponential ones.
  public var squaredVariation: Double {
    switch shape {
    case .exponential: 1
    case .fixed: 0
    case .lognormal(let sigma): expm1(sigma * sigma)
    }
  }

  /// Mean cube ÷ cubed mean: 1 for fixed times, 6 for exponential ones.
  var thirdMoment: Double {
    switch shape {
    case .exponential: 6
    case .fixed: 1
    case .lognormal(let sigma): exp(3 * sigma * sigma)
    }
  }

  /// The share that is longer than `seconds`, accurate also when it is tiny.
  ///
  /// - Parameter seconds: The time (unit: s); below zero nothing is over yet.
  /// - Returns: A probability in `0...1`.
  public func shareLonger(thanSeconds seconds: Double) -> Double {
    guard seconds > 0 else { return 1 }
    switch shape {
    case .exponential: return exp(-seconds / meanSeconds)
    case .fixed: return seconds < meanSeconds ? 1 : 0
    case .lognormal(let sigma): return erfc(normal(seconds, sigma) / 2.0.squareRoot()) / 2
    }
  }

  /// The natural logarithm of ``shareLonger(thanSeconds:)``; accurate also where the share itself is
  /// far too small for a `Double`.
  ///
  /// - Parameter seconds: The time (unit: s).
  /// - Returns: At most 0; minus infinity where nothing is longer.
  public func logShareLonger(thanSeconds seconds: Double) -> Double {
    guard seconds > 0 else { return 0 }
    switch shape {
    case .exponential: return -seconds / meanSeconds
    case .fixed: return seconds < meanSeconds ? 0 : -.infinity
    case .lognormal(let sigma):
      let z = normal(seconds, sigma)
      guard z > 20 else { return log(shareLonger(thanSeconds: seconds)) }
      // φ(z) over its hazard rate.
      return -z * z / 2 - log(2 * Double.pi) / 2 - log(SquareRootStaffing.hazard(z))
    }
  }

  /// The share that is at most `seconds` long, accurate also when it is tiny.
  ///
  /// - Parameter seconds: The time (unit: s).
  /// - Returns: A probability in `0...1`.
  public func shareWithin(seconds: Double) -> Double {
    guard seconds > 0 else { return 0 }
    switch shape {
    case .exponential: return -expm1(-seconds / meanSeconds)
    case .fixed: return seconds < meanSeconds ? 0 : 1
    case .lognormal(let sigma): return erfc(-normal(seconds, sigma) / 2.0.squareRoot()) / 2
    }
  }

  /// The mean of the part up to `seconds`, E[min(X, t)] = ∫₀ᵗ P(X > u) du.
  ///
  /// For lognormal times that is t·P(X > t) + mean·Φ(z − σ) with z = (ln t − ln median) / σ.
  ///
  /// - Parameter seconds: The time, t (unit: s).
  /// - Returns: A time between 0 and the smaller of t and the mean (unit: s).
  public func meanUpTo(seconds: Double) -> Double {
    guard seconds > 0 else { return 0 }
    switch shape {
    case .exponential: return -meanSeconds * expm1(-seconds / meanSeconds)
    case .fixed: return min(seconds, meanSeconds)
    case .lognormal(let sigma):
      guard seconds < .infinity else { return meanSeconds }
      let z = normal(seconds, sigma)
      let early = meanSeconds * erfc((sigma - z) / 2.0.squareRoot()) / 2
      return min(seconds * erfc(z / 2.0.squareRoot()) / 2 + early, seconds, meanSeconds)
    }
  }

  /// Where the curves bend sharply.
  var corners: [Double] { shape == .fixed ? [meanSeconds] : [] }

  /// (ln t − ln median) / σ.
  private func normal(_ seconds: Double, _ sigma: Double) -> Double {
    log(seconds / meanSeconds) / sigma + sigma / 2
  }
}
