extension Distribution {
  /// The same curve, all values multiplied.
  ///
  /// - Parameter factor: > 0; no parameter of the result may exceed 1e12.
  package func scaled(by factor: Double) throws(DistributionError) -> Distribution {
    let factor = try Checked.positive("factor", factor)
    switch shape {
    case .constant(let value): return try .constant(value * factor)
    case .exponential(let mean): return try .exponential(mean: mean * factor)
    case .lognormal(let logMean, let deviation):
      _ = try Checked.positive("median", PortableMath.exp(logMean) * factor)
      return Self.checked(
        .lognormal(logMean: logMean + PortableMath.log(factor), logDeviation: deviation))
    case .gamma(let shape, let scale): return try .gamma(shape: shape, scale: scale * factor)
    case .weibull(let shape, let scale): return try .weibull(shape: shape, scale: scale * factor)
    case .uniform(let low, let high): return try .uniform(from: low * factor, to: high * factor)
    case .triangular(let low, let mode, let high):
      return try .triangular(from: low * factor, peak: mode * factor, to: high * factor)
    case .empirical(let knots):
      return try .empirical(knots.map { Knot(share: $0.share, value: $0.value * factor) })
    case .mixture(let parts):
      var kinds: [(weight: Double, distribution: Distribution)] = []
      for part in parts { kinds.append((part.share, try part.distribution.scaled(by: factor))) }
      return try .mixture(kinds)
    }
  }
}
