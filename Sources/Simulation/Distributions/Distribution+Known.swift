// Distributions from what people know: a mean or a median, and how far the long ones reach.
extension Distribution {
  /// The 90th percentile of the standard normal distribution.
  static let normal90 = 1.281_551_565_544_600_5

  /// The least and the most standard deviation ÷ mean that is accepted where any is possible.
  package static let variations = 0.001...100.0

  /// Lognormal values: most are short, a few very long, as handling times are.
  ///
  /// - Parameters:
  ///   - mean: > 0, at most 1e12.
  ///   - variation: Standard deviation ÷ mean (0.001...100).
  package static func lognormal(
    mean: Double, variation: Double
  ) throws(DistributionError) -> Distribution {
    let mean = try Checked.positive("mean", mean)
    guard variations.contains(variation) else { throw .variation(variation, variations) }
    let square = PortableMath.log(1 + variation * variation)
    return checked(
      .lognormal(
        logMean: PortableMath.log(mean) - square / 2, logDeviation: square.squareRoot()))
  }

  /// Lognormal values.
  ///
  /// From ln(p₉₀/mean) = z·σ − σ²/2 with z = 1.2816; of its two solutions the smaller σ, since the
  /// larger has σ > 1.28 and a mean beyond most of its values.
  ///
  /// - Parameters:
  ///   - mean: > 0, at most 1e12.
  ///   - percentile90: Nine in ten are at most that (1.01 to 2.27 times the mean).
  package static func lognormal(
    mean: Double, percentile90: Double
  ) throws(DistributionError) -> Distribution {
    let mean = try Checked.positive("mean", mean)
    let ratio = percentile90 / mean
    let possible = 1.01...2.27
    guard possible.contains(ratio) else {
      throw .ratio(shape: "lognormal", of: "mean", ratio, possible)
    }
    let root = (normal90 * normal90 - 2 * PortableMath.log(ratio)).squareRoot()
    let deviation = normal90 - root
    return checked(
      .lognormal(
        logMean: PortableMath.log(mean) - deviation * deviation / 2, logDeviation: deviation))
  }

  /// Lognormal values.
  ///
  /// - Parameters:
  ///   - median: Half are at most that (> 0, at most 1e12).
  ///   - percentile90: Nine in ten are at most that (1.001 to 40 times the median).
  package static func lognormal(
    median: Double, percentile90: Double
  ) throws(DistributionError) -> Distribution {
    let median = try Checked.positive("median", median)
    let ratio = percentile90 / median
    let possible = 1.001...40.0
    guard possible.contains(ratio) else {
      throw .ratio(shape: "lognormal", of: "median", ratio, possible)
    }
    return checked(
      .lognormal(
        logMean: PortableMath.log(median), logDeviation: PortableMath.log(ratio) / normal90))
  }

  /// Gamma values.
  ///
  /// - Parameters:
  ///   - shape: How many steps, not always a whole number (0.0001...1,000,000).
  ///   - scale: The mean of a step (> 0, at most 1e12).
  package static func gamma(
    shape: Double, scale: Double
  ) throws(DistributionError) -> Distribution {
    guard (0.0001...1_000_000).contains(shape) else {
      throw .outside("shape", shape, 0.0001...1_000_000)
    }
    return checked(.gamma(shape: shape, scale: try Checked.positive("scale", scale)))
  }

  /// Gamma values.
  ///
  /// - Parameters:
  ///   - mean: > 0, at most 1e12.
  ///   - variation: Standard deviation ÷ mean (0.001...100).
  package static func gamma(
    mean: Double, variation: Double
  ) throws(DistributionError) -> Distribution {
    let mean = try Checked.positive("mean", mean)
    guard variations.contains(variation) else { throw .variation(variation, variations) }
    let square = variation * variation
    return checked(.gamma(shape: 1 / square, scale: mean * square))
  }

  /// Gamma values.
  ///
  /// - Parameters:
  ///   - mean: > 0, at most 1e12.
  ///   - percentile90: Nine in ten are at most that (1.01 to 2.7 times the mean).
  /// - Complexity: Some fifty values of the incomplete gamma function's inverse.
  package static func gamma(
    mean: Double, percentile90: Double
  ) throws(DistributionError) -> Distribution {
    let mean = try Checked.positive("mean", mean)
    let ratio = percentile90 / mean
    let possible = 1.01...2.7
    guard possible.contains(ratio) else {
      throw .ratio(shape: "gamma", of: "mean", ratio, possible)
    }
    // From shape 0.5 on, the share within so many means rises with the shape.
    let shape = Bisection.root(from: 0.5, to: 20_000) {
      GammaFunction.below(ratio * $0, shape: $0) - 0.9
    }
    return checked(.gamma(shape: shape, scale: mean / shape))
  }

  /// Weibull values.
  ///
  /// - Parameters:
  ///   - shape: Below 1 the longer it has lasted the longer it will, above 1 the contrary
  ///     (0.1...1000).
  ///   - scale: The value that 63.2% do not exceed (> 0, at most 1e12).
  package static func weibull(
    shape: Double, scale: Double
  ) throws(DistributionError) -> Distribution {
    guard (0.1...1000).contains(shape) else { throw .outside("shape", shape, 0.1...1000) }
    return checked(.weibull(shape: shape, scale: try Checked.positive("scale", scale)))
  }

  /// Weibull values.
  ///
  /// - Parameters:
  ///   - mean: > 0, at most 1e12.
  ///   - variation: Standard deviation ÷ mean (0.002...100).
  package static func weibull(
    mean: Double, variation: Double
  ) throws(DistributionError) -> Distribution {
    let mean = try Checked.positive("mean", mean)
    let possible = 0.002...100.0
    guard possible.contains(variation) else { throw .variation(variation, possible) }
    let shape = Bisection.root(from: 0.1, to: 1000) { shape in
      let (first, second) = (GammaFunction.log(1 + 1 / shape), GammaFunction.log(1 + 2 / shape))
      // Rises with the shape, as a root needs.
      return variation * variation - (PortableMath.exp(second - 2 * first) - 1)
    }
    let unit = PortableMath.exp(GammaFunction.log(1 + 1 / shape))
    return checked(.weibull(shape: shape, scale: mean / unit))
  }

  /// Weibull values.
  ///
  /// - Parameters:
  ///   - median: > 0, at most 1e12.
  ///   - percentile90: Nine in ten are at most that (1.002 to 100,000 times the median).
  package static func weibull(
    median: Double, percentile90: Double
  ) throws(DistributionError) -> Distribution {
    let median = try Checked.positive("median", median)
    let ratio = percentile90 / median
    let possible = 1.002...100_000.0
    guard possible.contains(ratio) else {
      throw .ratio(shape: "Weibull", of: "median", ratio, possible)
    }
    // 1 − exp(−(x/scale)^shape) is ½ at the median and 0.9 at the percentile.
    let (half, tenth) = (PortableMath.log(2), PortableMath.log(10))
    let shape = PortableMath.log(tenth / half) / PortableMath.log(ratio)
    let unit = PortableMath.exp(PortableMath.log(half) / shape)
    return checked(.weibull(shape: shape, scale: median / unit))
  }
}
