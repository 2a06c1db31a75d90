#if canImport(Glibc)
  import Glibc  // log, log1p, tgamma
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What chances of counts are made of, without the cancellation of large logarithms.
///
/// Source: C. Loader, *Fast and accurate computation of binomial probabilities*, 2000.
enum StirlingError {
  /// δ(x) = ln Γ(x + 1) − (x + ½)·ln x + x − ½·ln 2π, good to about 1e-16 (absolute).
  ///
  /// From 15 on by Stirling's series; below by δ(x) = δ(x + 1) + (x + ½)·ln(1 + 1/x) − 1, where the
  /// last two terms are v²/3 + v⁴/5 + …, v = 1/(2x + 1).
  ///
  /// - Parameter x: Above 0.
  static func delta(_ x: Double) -> Double {
    var (x, sum) = (x, 0.0)
    if x < 1 {
      sum = (x + 0.5) * log1p(1 / x) - 1
      if !sum.isFinite { sum = -(x + 0.5) * log(x) - 1 }
      x += 1
    }
    while x < 15 {
      sum += step(x)
      x += 1
    }
    let i = 1 / (x * x)
    var series = 1 / 1188.0 - i * (691 / 360_360.0)
    series = 1 / 1260.0 - i * (1 / 1680.0 - i * series)
    series = (1 / 12.0 - i * (1 / 360.0 - i * series)) / x
    return sum + series
  }

  /// (x + ½)·ln(1 + 1/x) − 1, for x ≥ 1.
  private static func step(_ x: Double) -> Double {
    let v = 1 / (2 * x + 1)
    var (sum, power, odd) = (0.0, 1.0, 1.0)
    while true {
      power *= v * v
      odd += 2
      let next = sum + power / odd
      if next == sum { return sum }
      sum = next
    }
  }

  /// x·ln(x/m) + m − x, without cancellation where m is close to x.
  ///
  /// - Parameters: x ≥ 0, m > 0; `excess` is m − x, from where it was known best.
  static func deviance(_ x: Double, mean m: Double, excess: Double) -> Double {
    guard x > 0 else { return m }
    guard excess.magnitude < 0.1 * (x + m) else { return x * log(x / m) + excess }
    let v = -excess / (x + m)
    var (sum, power, odd) = (-excess * v, 2 * x * v, 1.0)
    while true {
      power *= v * v
      odd += 2
      let next = sum + power / odd
      if next == sum { return sum }
      sum = next
    }
  }
}
