#if canImport(Glibc)
  import Glibc  // debug builds call it for square roots
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Exponentials and logarithms whose bits are the same on every machine.
///
/// The C library's differ in the last bit from one version to the next, and one bit in one handling
/// time is another order of events a week later. Here are only additions, multiplications,
/// divisions and square roots, which IEEE 754 defines to the bit.
enum PortableMath {
  /// ln 2, in two parts of which the first has few bits, so that small multiples of it are exact.
  private static let ln2 = (high: 0x1.62e42fee00000p-1, low: 0x1.a39ef35793c76p-33)

  /// The natural logarithm, good to two units in the last place.
  ///
  /// x = 2ᵏ·m with √½ ≤ m < √2; ln m = 2 artanh z = 2(z + z³/3 + z⁵/5 + …) with
  /// z = (m − 1)/(m + 1), |z| ≤ 0.172, of which eleven terms are enough.
  ///
  /// - Parameter x: Finite, ≥ 0.
  /// - Returns: Minus infinity at 0.
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return -.infinity }
    var (k, m) = (Double(x.exponent), x.significand)
    if m > 1.414_213_562_373_095_1 {
      m /= 2
      k += 1
    }
    let f = m - 1
    let z = f / (m + 1)
    let w = z * z
    var series = 1.0 / 23
    for n in stride(from: 21.0, through: 3, by: -2) { series = series * w + 1 / n }
    // f·z instead of 2z − f: no digits are lost where m is near 1.
    let tail = z * (2 * w * series - f)
    return k * ln2.high + (f + (tail + k * ln2.low))
  }

  /// The exponential, good to two units in the last place.
  ///
  /// x = (32k + j)·ln 2/32 + r, |r| ≤ 0.0109: 2ᵏ · 2^(j/32) · eʳ, of whose series seven terms are
  /// enough.
  ///
  /// - Parameter x: Not NaN.
  /// - Returns: 0 below −708, infinity above 709.
  static func exp(_ x: Double) -> Double {
    SamplingTables.shared.exp(x)
  }

  /// 2^(j/32).
  static let rootsOfTwo: [Double] = [
    0x1.0000000000000p+0, 0x1.059b0d3158574p+0, 0x1.0b5586cf9890fp+0, 0x1.11301d0125b51p+0,
    0x1.172b83c7d517bp+0, 0x1.1d4873168b9aap+0, 0x1.2387a6e756238p+0, 0x1.29e9df51fdee1p+0,
    0x1.306fe0a31b715p+0, 0x1.371a7373aa9cbp+0, 0x1.3dea64c123422p+0, 0x1.44e086061892dp+0,
    0x1.4bfdad5362a27p+0, 0x1.5342b569d4f82p+0, 0x1.5ab07dd485429p+0, 0x1.6247eb03a5585p+0,
    0x1.6a09e667f3bcdp+0, 0x1.71f75e8ec5f74p+0, 0x1.7a11473eb0187p+0, 0x1.82589994cce13p+0,
    0x1.8ace5422aa0dbp+0, 0x1.93737b0cdc5e5p+0, 0x1.9c49182a3f090p+0, 0x1.a5503b23e255dp+0,
    0x1.ae89f995ad3adp+0, 0x1.b7f76f2fb5e47p+0, 0x1.c199bdd85529cp+0, 0x1.cb720dcef9069p+0,
    0x1.d5818dcfba487p+0, 0x1.dfc97337b9b5fp+0, 0x1.ea4afa2a490dap+0, 0x1.f50765b6e4540p+0,
  ]

  /// ``exp(_:)`` with the table in hand, for where it is drawn millions of times.
  @inline(__always)
  static func exp(_ x: Double, _ roots: UnsafePointer<Double>) -> Double {
    guard x > -708 else { return 0 }
    guard x < 709 else { return .infinity }
    // Adding 1.5·2⁵² rounds to a whole number, and leaves that number in the low bits.
    let shifted = x * 0x1.71547652b82fep+5 + 0x1.8p52
    let steps = shifted - 0x1.8p52
    let r = (x - steps * 0x1.62e42fee00000p-6) - steps * 0x1.a39ef35793c76p-38
    let whole = Int(Int32(truncatingIfNeeded: shifted.bitPattern))
    let square = r * r
    // eʳ − 1, in two halves that are reckoned side by side.
    let low = r + square * (0.5 + r * (1.0 / 6))
    let high = 1.0 / 24 + r * (1.0 / 120) + square * (1.0 / 720)
    let rest = low + square * square * high
    let root = roots[whole & 31]
    let power = Double(bitPattern: UInt64(truncatingIfNeeded: (whole >> 5) + 1023) << 52)
    return (root + root * rest) * power
  }
}
