/// The time at which a falling share falls to a given one.
enum Percentile {
  /// Halves an interval until nothing is between its ends.
  ///
  /// - Parameters:
  ///   - late: The share that may be later (0 < late < 1).
  ///   - scale: A time to start from (unit: s; > 0).
  ///   - share: The share later than a time; falls to 0.
  /// - Returns: The first time by which at most `late` are left; `0` where that is so at once.
  /// - Complexity: Some seventy values of `share`.
  static func find(late: Double, scale: Double, share: (Double) -> Double) -> Double {
    guard share(0) > late else { return 0 }
    var (low, high) = (0.0, scale)
    while share(high) > late, high < 1e300 {
      low = high
      high *= 2
    }
    while low == 0, high > 1e-300 {
      let less = high / 16
      if share(less) > late { low = less } else { high = less }
    }
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high, high - low > high * 2e-16 else { break }
      if share(middle) > late { low = middle } else { high = middle }
    }
    return high
  }
}
