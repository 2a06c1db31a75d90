#if canImport(Glibc)
  import Glibc  // exp, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The beta distribution with parameters a and b: what is believed of a share after a − 1 cases kept
/// and b − 1 missed, and the way to sums of binomial chances.
package struct BetaDistribution: Hashable, Sendable {
  /// The first parameter (above 0, at most 10⁹).
  package let a: Double
  /// The second parameter (above 0, at most 10⁹).
  package let b: Double

  /// Creates a distribution.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)`` for a parameter that is not above 0 and at
  ///   most a billion.
  package init(a: Double, b: Double) throws(StatisticsError) {
    let range = "above 0 and at most a billion"
    guard a > 0, a <= 1e9 else { throw .outOfRange("a", a, range: range) }
    guard b > 0, b <= 1e9 else { throw .outOfRange("b", b, range: range) }
    self.init(sound: a, b)
  }

  /// Creates a distribution whose parameters are known to be above 0.
  init(sound a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }

  /// a / (a + b).
  package var mean: Double { a / (a + b) }

  /// The chance of at most x, I(a, b) at x.
  ///
  /// - Parameter x: Below 0 it gives 0, above 1 it gives 1.
  /// - Complexity: O(√(a + b)).
  package func atMost(_ x: Double) -> Double { tails(x, 1 - x).lower }

  /// The value that a share of the distribution does not exceed.
  ///
  /// - Parameter share: Between 0 and 1; 0 and less give 0, 1 and more give 1.
  /// - Complexity: Some ten times that of ``atMost(_:)``.
  package func quantile(_ share: Double) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1 else { return 1 }
    return 1 / (1 + exp(-logit(lower: share, upper: 1 - share)))
  }

  /// The value that a share of the distribution exceeds: exact also for tiny shares.
  package func upperQuantile(_ share: Double) -> Double {
    guard share > 0 else { return 1 }
    guard share < 1 else { return 0 }
    return 1 / (1 + exp(-logit(lower: 1 - share, upper: share)))
  }
}

// MARK: - Both tails, and back

extension BetaDistribution {
  /// The chances of at most x and of more, each good to about 1e-14 of itself, by Lentz's continued
  /// fraction on the side where it is quick.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, 8.17.22, https://dlmf.nist.gov/8.17, and
  /// A. R. DiDonato and A. H. Morris, *Algorithm 708*, ACM Transactions on Mathematical Software 18, 1992.
  ///
  /// - Parameters: x, and y = 1 − x from where it was known best.
  func tails(_ x: Double, _ y: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard y > 0 else { return (1, 0) }
    if x <= (a + 1) / (a + b + 2) {
      let lower = min(1, density(x, y) / Self.fraction(x, y, a, b))
      return (lower, 1 - lower)
    }
    let upper = min(1, density(x, y) / Self.fraction(y, x, b, a))
    return (1 - upper, upper)
  }

  /// xᵃ·yᵇ / B(a, b): the slope of the chance along ln(x / y).
  private func density(_ x: Double, _ y: Double) -> Double {
    let n = a + b
    // a − n·x = a·y − b·x.
    let gap = a * y - b * x
    let exponent =
      StirlingError.delta(n) - StirlingError.delta(a) - StirlingError.delta(b)
      - StirlingError.deviance(a, mean: n * x, excess: -gap)
      - StirlingError.deviance(b, mean: n * y, excess: gap)
    return exp(exponent) * (a * b / (n * 2 * Double.pi)).squareRoot()
  }

  /// By what ``density(_:_:)`` is divided to give the lower tail: the even part of the continued
  /// fraction, in which x and y are known apart.
  private static func fraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let gap = a * y - b * x
    var value = nonzero(a * (gap + 1) / (a + 1))
    var (c, d, m) = (value, 0.0, 1.0)
    // It takes some √(a + b) steps; a million are for more than a billion cases.
    while m <= 1e6 {
      let inner = a + 2 * m - 1
      let step = m * (b - m) * x / inner
      let numerator = (a + m - 1) * (a + b + m - 1) / inner * x * step
      let denominator = m + step + (a + m) * (gap + 1 + m * (2 - x)) / (a + 2 * m + 1)
      d = 1 / nonzero(denominator + numerator * d)
      c = nonzero(denominator + numerator / c)
      value *= c * d
      if (c * d - 1).magnitude < 0x1p-52 { break }
      m += 1
    }
    return value
  }

  private static func nonzero(_ value: Double) -> Double {
    value.magnitude < 1e-300 ? 1e-300 : value
  }

  /// ln(x / (1 − x)) of the value with these chances below and above it, by Newton's method on the
  /// logarithm of the smaller, kept within what is known to hold it.
  ///
  /// - Parameters: Both between 0 and 1; together 1.
  func logit(lower: Double, upper: Double) -> Double {
    // Beyond, x or 1 − x is too small for a `Double`.
    var (left, right) = (-745.0, 745.0)
    var t = min(max(log(a / b), -700), 700)
    for _ in 0..<200 {
      let (x, y) = (1 / (1 + exp(-t)), 1 / (1 + exp(t)))
      let now = tails(x, y)
      let slope = density(x, y)
      let isLow = lower < upper
      let (value, wanted) = isLow ? (now.lower, lower) : (now.upper, upper)
      let isLeft = isLow ? value < wanted : value > wanted
      if isLeft { left = t } else { right = t }
      var step = value / slope * log(wanted / value)
      if !isLow { step = -step }
      var next = t + step
      if !(next > left && next < right) { next = (left + right) / 2 }
      if (next - t).magnitude <= 1e-15 * max(1, t.magnitude) { return next }
      t = next
    }
    return t
  }
}
