#if canImport(Glibc)
  import Glibc  // exp, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The gamma distribution, for waits fitted by two moments.
enum GammaShare {
  /// P(X > x) for X with the given shape and mean `shape`, to about 1e-13.
  ///
  /// The series below the middle, Lentz's continued fraction above it, as W. Gautschi divides them.
  ///
  /// - Parameters:
  ///   - shape: k (> 0).
  ///   - x: The value (≥ 0).
  /// - Complexity: O(√k) steps.
  static func above(_ x: Double, shape: Double) -> Double {
    exp(logAbove(x, shape: shape))
  }

  /// ln of ``above(_:shape:)``, also where that is too small for a `Double`.
  static func logAbove(_ x: Double, shape: Double) -> Double {
    guard x > 0 else { return 0 }
    // xᵏ e⁻ˣ / Γ(k + 1)
    let front = GammaTail.logDensity(x: shape, z: x, excess: x - shape, logZ: log(x))
    if x < shape + 1 {
      var (term, sum, k) = (1.0, 1.0, shape)
      while term > sum * 1e-17 {
        k += 1
        term *= x / k
        sum += term
      }
      return log1p(-min(1, exp(front) * sum))
    }
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var fraction = d
    for i in 1...100_000 {
      let an = -Double(i) * (Double(i) - shape)
      b += 2
      d = 1 / (an * d + b)
      c = b + an / c
      let factor = d * c
      fraction *= factor
      if abs(factor - 1) < 1e-16 { break }
    }
    return min(0, front + log(shape * fraction))
  }
}
