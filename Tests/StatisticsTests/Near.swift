/// Whether two numbers are the same but for rounding.
func near(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
  abs(value - expected) <= tolerance * max(abs(expected), 1e-300)
}

/// Random numbers that are the same in each run: splitmix64.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// How many of so many cases are kept.
  mutating func kept(of cases: Int, chance: Double) -> Int {
    (0..<cases).count { _ in Double.random(in: 0..<1, using: &self) < chance }
  }
}
