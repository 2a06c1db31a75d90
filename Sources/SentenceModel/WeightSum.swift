/// A sum of rows of weights (unit: hundredths).
///
/// Lanes are added as pairs of halves of 32 bits, which every processor does by itself.
struct WeightSum: Equatable, Sendable {
  private var even = SIMD8<Int32>.zero
  private var odd = SIMD8<Int32>.zero

  @inline(__always)
  mutating func add(_ row: UnsafeRawPointer) {
    let pairs = row.loadUnaligned(as: SIMD8<Int32>.self)
    even &+= (pairs &<< SIMD8(repeating: 16)) &>> SIMD8(repeating: 16)
    odd &+= pairs &>> SIMD8(repeating: 16)
  }

  @inline(__always)
  mutating func add(_ other: WeightSum, times factor: Int32) {
    even &+= other.even &* SIMD8(repeating: factor)
    odd &+= other.odd &* SIMD8(repeating: factor)
  }

  var lanes: SIMD16<Float> {
    var lanes = SIMD16<Float>.zero
    lanes.evenHalf = SIMD8<Float>(even)
    lanes.oddHalf = SIMD8<Float>(odd)
    return lanes
  }
}

/// Collects the features of words, and adds up their weights many at a time.
///
/// First those go that no feature has for sure, without branches, which a processor would guess wrong
/// half of the time; then the rest is looked up, side by side.
struct FeatureSum {
  /// More keys than these are looked up before further ones are taken.
  static let capacity = 256
  private let tables: ModelTables
  private let keys: UnsafeMutablePointer<UInt64>
  private var count = 0
  private(set) var sum = WeightSum()

  init(_ tables: ModelTables, _ keys: UnsafeMutablePointer<UInt64>) {
    self.tables = tables
    self.keys = keys
  }

  mutating func begin() {
    count = 0
    sum = WeightSum()
  }

  @inline(__always)
  mutating func take(_ key: UInt64) {
    keys[count] = key
    let bit = ModelTables.featureSieve(key)
    let byte = tables.featureSieve.load(fromByteOffset: bit >> 3, as: UInt8.self)
    count += Int(byte >> UInt8(truncatingIfNeeded: bit & 7) & 1)
    if count == Self.capacity { flush() }
  }

  mutating func flush() {
    for index in 0..<count {
      let row = ModelTables.find(keys[index], in: tables.features, mask: tables.featureMask)
      sum.add(tables.rows + row << 5)
    }
    count = 0
  }
}
