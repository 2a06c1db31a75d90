/// Which three bytes follow one another somewhere in a text; perhaps a few others too.
struct LetterTriples {
  private var bits = [UInt64](repeating: 0, count: 1 << (indexBits - 6))

  private static let indexBits = 16

  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    for position in 2..<bytes.count {
      let index = Self.index(bytes[position - 2], bytes[position - 1], bytes[position])
      bits[index >> 6] |= 1 << UInt64(index & 63)
    }
  }

  /// Whether the text may hold a phrase: all three letters that must follow one another there do so in
  /// the text.
  ///
  /// - Complexity: O(steps), few of them where it does not.
  func mayHold(_ phrase: [PhraseStep]) -> Bool {
    var previous: (UInt8, UInt8) = (0, 0)
    var known = 0
    for step in phrase {
      guard case .byte(let byte) = step else {
        known = 0
        continue
      }
      if known >= 2 {
        let index = Self.index(previous.0, previous.1, byte)
        if bits[index >> 6] >> UInt64(index & 63) & 1 == 0 { return false }
      }
      previous = (previous.1, byte)
      known += 1
    }
    return true
  }

  private static func index(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first) << 8 ^ Int(second) << 4 ^ Int(third)
  }
}
