/// A generator of 64 bits of state: for keys, and for the few draws that belong to one contact.
///
/// Counts in steps of 2⁶⁴ ÷ the golden ratio and mixes the count, so that a stream may begin
/// anywhere at no cost. Each value comes once in a period of 2⁶⁴.
///
/// Source: the public-domain `splitmix64.c` by S. Vigna, after G. L. Steele, D. Lea and C. H. Flood,
/// *Fast splittable pseudorandom number generators*, OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  /// What was counted so far.
  private var state: UInt64

  /// The step: 2⁶⁴ ÷ the golden ratio, made odd.
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Creates a stream from any number; different ones give different streams.
  @inline(__always)
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  @inline(__always)
  package mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number whose every bit depends on every bit of another, one to one.
  @inline(__always)
  static func mixed(_ number: UInt64) -> UInt64 {
    var z = number
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
