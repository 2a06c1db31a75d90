// What is known of a distribution without drawing from it.
extension Distribution {
  /// The mean.
  package var mean: Double {
    switch shape {
    case .constant(let value): value
    case .exponential(let mean): mean
    case .lognormal(let mean, let deviation):
      PortableMath.exp(mean + deviation * deviation / 2)
    case .gamma(let shape, let scale): shape * scale
    case .weibull(let shape, let scale):
      scale * PortableMath.exp(GammaFunction.log(1 + 1 / shape))
    case .uniform(let low, let high): (low + high) / 2
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .empirical(let knots):
      zip(knots, knots.dropFirst()).reduce(0) {
        $0 + ($1.1.share - $1.0.share) * ($1.0.value + $1.1.value) / 2
      }
    case .mixture(let parts): parts.reduce(0) { $0 + $1.share * $1.distribution.mean }
    }
  }

  /// The variance.
  package var variance: Double {
    switch shape {
    case .constant: return 0
    case .exponential(let mean): return mean * mean
    case .lognormal(let logMean, let deviation):
      let square = deviation * deviation
      return PortableMath.exp(2 * logMean + square) * (PortableMath.exp(square) - 1)
    case .gamma(let shape, let scale): return shape * scale * scale
    case .weibull(let shape, let scale):
      let first = PortableMath.exp(GammaFunction.log(1 + 1 / shape))
      let second = PortableMath.exp(GammaFunction.log(1 + 2 / shape))
      return scale * scale * (second - first * first)
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .triangular(let low, let mode, let high):
      let (a, b) = (mode - low, high - low)
      return (a * a + b * b - a * b) / 18
    case .empirical(let knots):
      let mean = mean
      return zip(knots, knots.dropFirst()).reduce(0) { sum, pair in
        let (a, b) = (pair.0.value - mean, pair.1.value - mean)
        return sum + (pair.1.share - pair.0.share) * (a * a + a * b + b * b) / 3
      }
    case .mixture(let parts):
      let mean = mean
      return parts.reduce(0) { sum, part in
        let off = part.distribution.mean - mean
        return sum + part.share * (part.distribution.variance + off * off)
      }
    }
  }

  /// Variance ÷ squared mean; 0 where the mean is.
  package var squaredVariation: Double {
    let mean = mean
    return mean > 0 ? variance / (mean * mean) : 0
  }

  /// The share of values that are at most `value`.
  ///
  /// - Returns: A probability in `0...1`, good to 1e-12.
  package func share(within value: Double) -> Double {
    guard value >= 0 else { return 0 }
    guard value < .infinity else { return 1 }
    switch shape {
    case .constant(let constant): return value < constant ? 0 : 1
    case .exponential(let mean): return 1 - PortableMath.exp(-value / mean)
    case .lognormal(let logMean, let deviation):
      return GammaFunction.normalBelow((PortableMath.log(value) - logMean) / deviation)
    case .gamma(let shape, let scale): return GammaFunction.below(value / scale, shape: shape)
    case .weibull(let shape, let scale):
      return 1 - PortableMath.exp(-PortableMath.exp(shape * PortableMath.log(value / scale)))
    case .uniform(let low, let high): return min(1, max(0, (value - low) / (high - low)))
    case .triangular(let low, let mode, let high):
      if value <= low { return 0 }
      if value >= high { return 1 }
      return value <= mode
        ? (value - low) * (value - low) / ((high - low) * (mode - low))
        : 1 - (high - value) * (high - value) / ((high - low) * (high - mode))
    case .empirical(let knots):
      guard let after = knots.firstIndex(where: { $0.value > value }) else { return 1 }
      guard after > 0 else { return 0 }
      let (a, b) = (knots[after - 1], knots[after])
      return a.share + (b.share - a.share) * (value - a.value) / (b.value - a.value)
    case .mixture(let parts):
      return min(1, parts.reduce(0) { $0 + $1.share * $1.distribution.share(within: value) })
    }
  }

  /// The least value that at least the share of values do not exceed.
  ///
  /// - Parameter share: 0 ≤ share < 1; others are taken for the nearest of those.
  /// - Complexity: O(1) for most; some hundred values of the share for gamma and mixtures.
  package func quantile(_ share: Double) -> Double {
    let share = min(max(share, 0), 1 - 0x1p-53)
    switch shape {
    case .constant(let value): return value
    case .exponential(let mean): return -mean * PortableMath.log(1 - share)
    case .weibull(let shape, let scale):
      let power = PortableMath.log(-PortableMath.log(1 - share)) / shape
      return scale * PortableMath.exp(power)
    case .uniform(let low, let high): return low + share * (high - low)
    case .triangular(let low, let mode, let high):
      let (width, left) = (high - low, mode - low)
      return share * width < left
        ? low + (share * width * left).squareRoot()
        : high - ((1 - share) * width * (high - mode)).squareRoot()
    case .empirical(let knots):
      let after = max(1, knots.firstIndex { $0.share >= share } ?? knots.count - 1)
      let (a, b) = (knots[after - 1], knots[after])
      return a.value + (b.value - a.value) * (share - a.share) / (b.share - a.share)
    case .lognormal, .gamma, .mixture:
      return Bisection.first(scale: max(mean, 1e-300)) { self.share(within: $0) >= share }
    }
  }
}
