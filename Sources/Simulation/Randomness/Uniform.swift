extension RandomNumberGenerator {
  /// A number in 0 ..< 1, one of 2⁵³ equally likely multiples of 2⁻⁵³.
  @inline(__always)
  package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number strictly between 0 and 1, one of 2⁵² equally likely odd multiples of 2⁻⁵³.
  ///
  /// For quantiles, which are endless at 0 and 1.
  @inline(__always)
  package mutating func inside() -> Double {
    Double((next() >> 12) << 1 | 1) * 0x1p-53
  }

  /// Whether something of the given probability happens; takes one number whatever it is.
  @inline(__always)
  package mutating func happens(_ probability: Double) -> Bool {
    unit() < probability
  }
}
