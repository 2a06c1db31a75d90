/// Student's distribution: how far the mean of few numbers may be off.
enum Student {
  /// The value that a share of Student's distribution does not exceed.
  ///
  /// - Parameters:
  ///   - share: 0.5 ≤ share ≤ 0.99995; others are taken for the nearest of those.
  ///   - degrees: Degrees of freedom (≥ 1).
  /// - Complexity: Some fifty values of the incomplete beta function.
  static func quantile(_ share: Double, degrees: Int) -> Double {
    let share = min(max(share, 0.5), 0.99995)
    guard share > 0.5 else { return 0 }
    let n = Double(max(degrees, 1))
    // The share beyond t is half of I(n/2, 1/2) at n/(n + t²).
    return Bisection.root(from: 0, to: 1e5) { t in
      1 - IncompleteBeta.share(n / (n + t * t), n / 2, 0.5) / 2 - share
    }
  }
}

/// The regularised incomplete beta function.
enum IncompleteBeta {
  /// I(a, b) at x, good to 1e-12, by Lentz's continued fraction on the side where it is quick.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, 8.17.22.
  ///
  /// - Parameters: x in 0...1; a and b positive.
  static func share(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - share(1 - x, b, a) }
    let logFront =
      GammaFunction.log(a + b) - GammaFunction.log(a) - GammaFunction.log(b)
      + a * PortableMath.log(x) + b * PortableMath.log(1 - x)
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      fraction *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      fraction *= c * d
      if abs(c * d - 1) < 1e-15 { break }
    }
    return PortableMath.exp(logFront) * fraction / a
  }

  private static func nonzero(_ value: Double) -> Double {
    abs(value) < 1e-300 ? 1e-300 : value
  }
}
