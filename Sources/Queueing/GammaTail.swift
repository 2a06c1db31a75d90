#if canImport(Glibc)
  import Glibc  // exp, expm1, log, tgamma
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The incomplete gamma function as queues with patience need it: the Poisson weights
/// p(k) = zᵏ e⁻ᶻ / Γ(k + 1) at k = x, x + 1, x + 2, … for a real x, their sum P(x, z), and what is
/// left of one, Q(x, z).
///
/// Below the mode (z ≤ x + 1) the sums are taken relative to p(x), from positive terms
/// u(j) = (p(x + j) / p(x)) / z. Above it Q is taken relative to p(x), by its continued fraction.
/// Where either would take thousands of terms, both are integrals of one smooth positive function,
///
/// Σ p(x + j) / p(x) = x ∫ exp(−(x − z)·s − z·(e⁻ˢ − 1 + s)) ds,
/// Q / p(x) = x ∫ exp(−(z − x)·s − z·(eˢ − 1 − s)) ds,
///
/// over s > 0, by Gauss's rule. Nothing cancels in any of them, so all are right to about 1e-14.
///
/// Source: DLMF §8.2, §8.7.1, §8.9.2, https://dlmf.nist.gov/8; the integrals follow from its 8.2.1
/// by u = z·e⁻ˢ. Checked in `ErlangATests` through what is built on it.
struct GammaTail: Hashable {
  /// Where the sum begins (> 0).
  let x: Double
  /// The mean of the weights (≥ 0).
  let z: Double
  /// z − x, from where it was known without cancellation.
  let excess: Double
  /// Whether the sums below are relative to p(x).
  let isBelow: Bool
  /// Σ u(j) over j ≥ 1; only below.
  let rest: Double
  /// Σ j·u(j) over j ≥ 1; only below.
  let weighted: Double
  /// Q / p(x); only above.
  let upper: Double
  /// ln z, also where z itself is too small for a `Double`.
  private let logZ: Double

  /// Takes the sums.
  ///
  /// - Complexity: O(√x) up to x = 20,000; constant above.
  init(x: Double, z: Double, excess: Double, logZ: Double) {
    self.x = x
    self.z = z
    self.excess = excess
    self.logZ = logZ
    isBelow = excess <= (x > Self.smooth ? 0 : 1)
    let isSmooth = x > Self.smooth
    if isBelow {
      (rest, weighted) =
        isSmooth
        ? Self.integralsBelow(x: x, z: z, gap: -excess) : Self.series(x: x, z: z, excess: excess)
      upper = 0
    } else {
      (rest, weighted) = (0, 0)
      upper =
        isSmooth
        ? Self.integralAbove(x: x, z: z, gap: excess) : Self.fraction(x: x, excess: excess)
    }
  }

  /// Σ p(x + j) / p(x) over j ≥ 0, the first being one; only below.
  var sum: Double { 1 + z * rest }

  /// p(x); `0` where it is too small for a `Double`.
  var density: Double { exp(logDensity) }

  /// ln p(x).
  var logDensity: Double { Self.logDensity(x: x, z: z, excess: excess, logZ: logZ) }

  /// P(x, z) as its logarithm.
  var logLower: Double { isBelow ? logDensity + log(sum) : log1p(-density * upper) }

  /// Q(x + 1, z) = Q + p(x); only above.
  var upperFromNext: Double { density * (upper + 1) }
}

// MARK: - One weight

extension GammaTail {
  /// ln p(x) = ln(zˣ e⁻ᶻ / Γ(x + 1)).
  static func logDensity(x: Double, z: Double, excess: Double, logZ: Double) -> Double {
    // Stirling's series: its first term left out is below 1e-17 from here on.
    guard x >= 15 else { return x * logZ - z - log(tgamma(x + 1)) }
    let i = 1 / (x * x)
    var stirling = 1 / 1188.0 - i * (691 / 360_360.0)
    stirling = 1 / 1260.0 - i * (1 / 1680.0 - i * stirling)
    stirling = (1 / 12.0 - i * (1 / 360.0 - i * stirling)) / x
    let deviance = deviance(x: x, z: z, excess: excess, logZ: logZ)
    return -deviance - stirling - log(2 * Double.pi * x) / 2
  }

  /// x·ln(x/z) + z − x, without cancellation where z is close to x.
  ///
  /// Source of the series: C. Loader, *Fast and accurate computation of binomial probabilities*,
  /// 2000; with v = (x − z)/(x + z), ln(x/z) = 2·artanh v.
  private static func deviance(x: Double, z: Double, excess: Double, logZ: Double) -> Double {
    guard excess.magnitude < 0.1 * (x + z) else { return x * (log(x) - logZ) + excess }
    let v = -excess / (x + z)
    var (sum, power, k) = (-excess * v, 2 * x * v, 1.0)
    while true {
      power *= v * v
      k += 2
      let next = sum + power / k
      if next == sum { return sum }
      sum = next
    }
  }
}

// MARK: - Sums

extension GammaTail {
  /// From this x on, integrals are quicker than sums.
  private static let smooth = 20_000.0

  private static func series(
    x: Double, z: Double, excess: Double
  ) -> (rest: Double, weighted: Double) {
    var (rest, weighted) = (0.0, 0.0)
    var (term, place, j) = (1 / (x + 1), x + 1, 1.0)
    while true {
      rest += term
      weighted += j * term
      // What follows is at most a geometric series with the ratio of the last two terms.
      if j * term * place < 0x1p-58 * weighted * (j - excess) { break }
      place += 1
      j += 1
      term *= z / place
    }
    return (rest, weighted)
  }

  /// Lentz's way of taking x / (z + 1 − x − 1(1 − x)/(z + 3 − x − 2(2 − x)/(z + 5 − x − …))).
  private static func fraction(x: Double, excess: Double) -> Double {
    var denominator = excess + 1
    var inverse = 1 / denominator
    var quotient = Double.infinity
    var value = inverse
    var i = 1.0
    while i < 1e6 {
      let numerator = -i * (i - x)
      denominator += 2
      inverse = 1 / (numerator * inverse + denominator)
      quotient = denominator + numerator / quotient
      let factor = quotient * inverse
      value *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
      i += 1
    }
    return x * value
  }

  private static func integralsBelow(
    x: Double, z: Double, gap: Double
  ) -> (rest: Double, weighted: Double) {
    var (rest, weighted) = (0.0, 0.0)
    integrate(z: z, gap: gap) { s, weight in
      let value = weight * exp(-gap * s - z * bend(s))
      let lost = -expm1(-s)
      rest += value * (1 - lost)
      weighted += value * lost
    }
    return (rest, x * weighted)
  }

  private static func integralAbove(x: Double, z: Double, gap: Double) -> Double {
    var sum = 0.0
    integrate(z: z, gap: gap) { s, weight in sum += weight * exp(-gap * s - z * bend(-s)) }
    return x * sum
  }

  /// Offers the nodes of Gauss's rule with sixteen points, four times, up to where
  /// gap·s + z·s²/2 is forty and the integrand nothing.
  private static func integrate(z: Double, gap: Double, _ add: (Double, Double) -> Void) {
    let end = 80 / (gap + (gap * gap + 80 * z).squareRoot())
    let half = end / 8
    for panel in 0..<4 {
      let middle = half * Double(2 * panel + 1)
      for (node, weight) in Quadrature.nodes {
        add(middle - half * node, half * weight)
        add(middle + half * node, half * weight)
      }
    }
  }

  /// e⁻ˢ − 1 + s, without cancellation; at least zero.
  static func bend(_ s: Double) -> Double {
    guard s.magnitude < 0.5 else { return s + expm1(-s) }
    var sum = 1.0
    var k = 16.0
    while k >= 3 {
      sum = 1 - s / k * sum
      k -= 1
    }
    return s * s / 2 * sum
  }
}
