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
    var run = Run()
    return phrase.allSatisfy { holds($0, &run) }
  }

  /// Whether the text may hold one of the phrases that these parts stand for, as far as each part tells.
  ///
  /// - Complexity: O(parts), few of them where it does not.
  func mayHold(_ nodes: [PhraseNode]) -> Bool {
    var run = Run()
    return nodes.allSatisfy { node in
      switch node {
      case .step(let step):
        return holds(step, &run)
      case .alternatives(let alternatives):
        run = Run()
        return alternatives.contains { mayHold($0) }
      }
    }
  }

  /// The last two letters that follow one another.
  private struct Run {
    var letters: (UInt8, UInt8) = (0, 0)
    var count = 0
  }

  private func holds(_ step: PhraseStep, _ run: inout Run) -> Bool {
    guard case .byte(let byte) = step else {
      run.count = 0
      return true
    }
    if run.count >= 2 {
      let index = Self.index(run.letters.0, run.letters.1, byte)
      if bits[index >> 6] >> UInt64(index & 63) & 1 == 0 { return false }
    }
    run.letters = (run.letters.1, byte)
    run.count += 1
    return true
  }

  private static func index(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first) << 8 ^ Int(second) << 4 ^ Int(third)
  }
}
