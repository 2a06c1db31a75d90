/// The generator behind every long stream: xoshiro256++, period 2²⁵⁶ − 1.
///
/// All-purpose: no known statistical test tells its bits from random ones. The same seed gives the
/// same numbers on every machine. It is not for secrets.
///
/// Source: D. Blackman and S. Vigna's public-domain `xoshiro256plusplus.c`, 2019
/// (prng.di.unimi.it).
package struct Xoshiro256PlusPlus: RandomNumberGenerator, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// Creates a stream from a key, by the four next numbers of ``SplitMix64``, as its authors advise.
  package init(key: UInt64) {
    var keys = SplitMix64(seed: key)
    (s0, s1, s2, s3) = (keys.next(), keys.next(), keys.next(), keys.next())
  }

  /// Creates the stream of a given state, for tests against the authors' numbers.
  ///
  /// - Parameter state: Not all zero, since zero stays zero.
  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (s0, s1, s2, s3) = state
  }

  /// The next 64 bits.
  @inline(__always)
  package mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = ((sum << 23) | (sum >> 41)) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }
}
