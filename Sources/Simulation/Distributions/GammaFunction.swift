/// The gamma function and its incomplete kin, of which the normal distribution is one.
///
/// By ``PortableMath`` alone, so that parameters found from percentiles have the same bits everywhere.
enum GammaFunction {
  /// ln Γ(x), good to 1e-14 of itself or absolutely.
  ///
  /// Stirling's series above 12, the recurrence Γ(x + 1) = xΓ(x) below.
  ///
  /// - Parameter x: Finite, > 0.
  static func log(_ x: Double) -> Double {
    var (x, product) = (x, 1.0)
    while x < 12 {
      product *= x
      x += 1
    }
    let inverse = 1 / (x * x)
    // 1/12 − 1/360 x⁻² + …, from Bernoulli's numbers.
    let correction = alternating(inverse) / x
    let halfLog2Pi = 0.918_938_533_204_672_741_8
    return (x - 0.5) * PortableMath.log(x) - x + halfLog2Pi + correction
      - PortableMath.log(product)
  }

  private static func alternating(_ w: Double) -> Double {
    let outer = 1.0 / 1680 - w * (1.0 / 1188 - w * (691.0 / 360_360))
    return 1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * outer))
  }

  /// P(k, x): the share of gamma values of that shape and scale 1 that are at most `x`.
  ///
  /// The series below the middle, Lentz's continued fraction above it.
  ///
  /// Source: W. Gautschi, *A computational procedure for incomplete gamma functions*, ACM TOMS 5,
  /// 1979, for where to divide them.
  ///
  /// - Parameters:
  ///   - x: Any; below zero there are none.
  ///   - shape: k (finite, > 0).
  /// - Complexity: O(√k) steps.
  static func below(_ x: Double, shape: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < .infinity else { return 1 }
    let front = PortableMath.exp(shape * PortableMath.log(x) - x - log(shape + 1))
    if x < shape + 1 {
      var (term, sum, k) = (1.0, 1.0, shape)
      while term > sum * 1e-17 {
        k += 1
        term *= x / k
        sum += term
      }
      return min(1, front * sum)
    }
    return max(0, 1 - front * shape * fraction(x, shape))
  }

  /// Q(k, x) = 1 − P(k, x), accurate also where it is tiny.
  static func above(_ x: Double, shape: Double) -> Double {
    guard x >= shape + 1 else { return 1 - below(x, shape: shape) }
    guard x < .infinity else { return 0 }
    let front = PortableMath.exp(shape * PortableMath.log(x) - x - log(shape + 1))
    return min(1, front * shape * fraction(x, shape))
  }

  private static func fraction(_ x: Double, _ shape: Double) -> Double {
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
    return fraction
  }

  /// The share of standard normal values that are at most `z`.
  static func normalBelow(_ z: Double) -> Double {
    let tail = above(z * z / 2, shape: 0.5) / 2
    return z < 0 ? tail : 1 - tail
  }
}

/// Roots by halving: slow and sure.
enum Bisection {
  /// Where a rising function passes zero.
  ///
  /// - Returns: A bound where the function does not change its sign.
  static func root(from low: Double, to high: Double, _ rising: (Double) -> Double) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high, high - low > high * 4e-16 else { break }
      if rising(middle) < 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// The least number, zero or more, of which something is true that stays true from there on.
  ///
  /// - Parameter scale: A number to start from (> 0).
  static func first(scale: Double, where isEnough: (Double) -> Bool) -> Double {
    guard !isEnough(0) else { return 0 }
    var (low, high) = (0.0, scale)
    for _ in 0..<2000 where !isEnough(high) {
      low = high
      high *= 2
    }
    while low == 0, high > 1e-300, high < .infinity {
      let less = high / 16
      if isEnough(less) { high = less } else { low = less }
    }
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high, high - low > high * 4e-16 else { break }
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
