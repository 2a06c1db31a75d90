/// A hash that nobody foresees without the key, and that is the same everywhere: SipHash-2-4.
///
/// Swift's own hashes change from run to run, so that they cannot choose a sample or a pseudonym.
///
/// Source: J.-P. Aumasson, D. J. Bernstein, *SipHash: a fast short-input PRF*, INDOCRYPT 2012.
package struct SipHash: Hashable, Sendable {
  private let low: UInt64
  private let high: UInt64

  /// A key of two halves.
  package init(_ low: UInt64, _ high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The key that a text stands for, such as a secret word.
  package init(key: String) {
    let plain = SipHash(0x6B77_6164_7261_6E73, 0x7265_6461_6374_696F)
    self.init(plain.hash(key.utf8), plain.hash((key + "\u{0}").utf8))
  }

  /// The hash of some bytes.
  ///
  /// - Complexity: O(bytes).
  package func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    var state = State(
      v0: low ^ 0x736F_6D65_7073_6575, v1: high ^ 0x646F_7261_6E64_6F6D,
      v2: low ^ 0x6C79_6765_6E65_7261, v3: high ^ 0x7465_6462_7974_6573)
    var word: UInt64 = 0
    var filled: UInt64 = 0
    for byte in bytes {
      word |= UInt64(byte) << (8 * filled)
      filled += 1
      if filled == 8 {
        state.take(word)
        word = 0
        filled = 0
      }
    }
    state.take(word | UInt64(bytes.count & 0xFF) << 56)
    return state.finish()
  }

  private struct State {
    var v0: UInt64
    var v1: UInt64
    var v2: UInt64
    var v3: UInt64

    mutating func take(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    mutating func finish() -> UInt64 {
      v2 ^= 0xFF
      for _ in 0..<4 { round() }
      return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func round() {
      v0 &+= v1
      v1 = v1.rotated(13) ^ v0
      v0 = v0.rotated(32)
      v2 &+= v3
      v3 = v3.rotated(16) ^ v2
      v0 &+= v3
      v3 = v3.rotated(21) ^ v0
      v2 &+= v1
      v1 = v1.rotated(17) ^ v2
      v2 = v2.rotated(32)
    }
  }
}

extension UInt64 {
  fileprivate func rotated(_ bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
