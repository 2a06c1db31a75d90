/// Features and what each says for and against every act.
///
/// Open addressing with linear probing, at most half full: nearly every word of a reply is looked up
/// several times, and most are not there.
struct WeightTable: Sendable {
  /// Whole numbers, hundredths of a weight.
  typealias Weights = SIMD16<Int16>

  /// 0 for an empty slot.
  private var keys: [UInt64]
  private var weights: [Weights]
  private let mask: Int
  private(set) var count = 0

  /// A table for so many features.
  init(capacity: Int) {
    var slots = 16
    while slots < capacity * 2 { slots *= 2 }
    keys = Array(repeating: 0, count: slots)
    weights = Array(repeating: .zero, count: slots)
    mask = slots - 1
  }

  /// Adds a feature.
  ///
  /// - Returns: Whether it was new, and there was room.
  mutating func insert(_ key: FeatureKey, _ value: Weights) -> Bool {
    guard key.hash != 0, count * 2 <= mask else { return false }
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while keys[slot] != 0 {
      if keys[slot] == key.hash { return false }
      slot = (slot + 1) & mask
    }
    keys[slot] = key.hash
    weights[slot] = value
    count += 1
    return true
  }

  /// Lends a view without checks for a scan.
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    keys.withUnsafeBufferPointer { keys in
      weights.withUnsafeBufferPointer { weights in
        body(Lookup(keys: keys, weights: weights, mask: mask))
      }
    }
  }

  struct Lookup {
    let keys: UnsafeBufferPointer<UInt64>
    let weights: UnsafeBufferPointer<Weights>
    let mask: Int

    @inline(__always)
    func callAsFunction(_ hash: UInt64) -> Weights? {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let key = keys[slot]
        if key == hash { return weights[slot] }
        if key == 0 { return nil }
        slot = (slot + 1) & mask
      }
    }
  }
}
