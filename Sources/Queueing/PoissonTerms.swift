#if canImport(Glibc)
  import Glibc  // exp, lgamma, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Poisson probabilities that keep their digits for any mean and any, also broken, count.
///
/// `count` is given with `excess` = count − mean, because callers know the difference better than
/// its parts.
enum PoissonTerms {
  /// e^−mean · mean^count / Γ(count + 1), by Loader's saddle point expansion.
  ///
  /// Source: C. Loader, *Fast and accurate computation of binomial probabilities*, 2000.
  ///
  /// - Complexity: O(1).
  static func probability(count: Double, excess: Double) -> Double {
    let mean = count - excess
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    guard count > 0 else { return exp(-mean) }
    return exp(-stirlingError(count) - deviance(count, excess, mean))
      / (2 * Double.pi * count).squareRoot()
  }

  /// P(N ≥ count), for count > 0 and count > mean − a few deviations.
  static func tail(count: Double, excess: Double) -> Double {
    guard count > 0 else { return 1 }
    let first = probability(count: count, excess: excess)
    guard first > 0 else { return 0 }
    return min(1, first * series(count, excess).terms)
  }

  /// ln P(N ≥ count), for count > mean > 0.
  static func logTail(count: Double, excess: Double) -> Double {
    let mean = count - excess
    return GammaTail.logDensity(x: count, z: mean, excess: -excess, logZ: log(mean))
      + log(series(count, excess).terms)
  }

  /// E[max(N − count, 0)], for count > 0.
  static func meanExcess(count: Double, excess: Double) -> Double {
    let first = probability(count: count, excess: excess)
    guard first > 0 else { return 0 }
    return first * series(count, excess).weighted
  }

  /// Σ tᵢ and Σ i·tᵢ over i ≥ 0, with tᵢ = meanⁱ / ((count + 1)…(count + i)).
  ///
  /// Term by term where that is short. Otherwise from tᵢ's generating integral,
  /// Σ tᵢ = count·∫₀¹ (1 − s)^(count − 1) e^(mean·s) ds, and the second as its derivative by the
  /// mean, times the mean.
  private static func series(
    _ count: Double, _ excess: Double
  ) -> (terms: Double, weighted: Double) {
    let mean = count - excess
    if count < 30_000 || excess * 50 > count {
      var (term, terms, weighted) = (1.0, 1.0, 0.0)
      var i = 0.0
      while i < 1e6 {
        i += 1
        term *= mean / (count + i)
        terms += term
        weighted += i * term
        // The rest is below a geometric series.
        if mean < count + i, i * term * (count + i) < 1e-17 * weighted * (count + i - mean) {
          break
        }
      }
      return (terms, weighted)
    }
    // ln of the integrand, −(excess − 1)s + (count − 1)(ln(1 − s) + s), is concave; the second
    // term alone falls by 745 before s = 39/√count.
    let end = min(1, 39 / (count - 1).squareRoot())
    func value(_ s: Double) -> Double {
      exp((1 - excess) * s + (count - 1) * logRest(s))
    }
    var cuts = [0.0, end]
    let scale = 1 / max(excess, count.squareRoot())
    var step = scale / 4
    while step < end {
      cuts.insert(step, at: cuts.count - 1)
      step *= 2
    }
    let terms = count * Quadrature.integral(cuts, value)
    let weighted = mean * count * Quadrature.integral(cuts) { $0 * value($0) }
    return (terms, weighted)
  }

  /// ln(1 − s) + s without cancellation.
  private static func logRest(_ s: Double) -> Double {
    guard s < 0.1 else { return log1p(-s) + s }
    var (power, sum, k) = (s * s, 0.0, 2.0)
    while power > 1e-18 * s * s {
      sum += power / k
      power *= s
      k += 1
    }
    return -sum
  }

  /// count·ln(count/mean) + mean − count, without cancellation where the two are close.
  private static func deviance(_ count: Double, _ excess: Double, _ mean: Double) -> Double {
    let middle = count + mean
    guard abs(excess) < 0.1 * middle else { return count * log(count / mean) - excess }
    let v = excess / middle
    var sum = excess * v
    var term = 2 * count * v
    var k = 1.0
    while true {
      term *= v * v
      let next = sum + term / (2 * k + 1)
      if next == sum { return sum }
      sum = next
      k += 1
    }
  }

  /// ln Γ(count + 1) less Stirling's formula for it.
  static func stirlingError(_ count: Double) -> Double {
    var (shift, x) = (0.0, count)
    while x < 16 {
      shift += (x + 0.5) * log1p(1 / x) - 1
      x += 1
    }
    let inverse = 1 / x
    let square = inverse * inverse
    let a = 1.0 / 1188 - square * 691.0 / 360_360
    let b = 1.0 / 1260 - square * (1.0 / 1680 - square * a)
    return shift + inverse * (1.0 / 12 - square * (1.0 / 360 - square * b))
  }
}
