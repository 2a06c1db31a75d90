#if canImport(Glibc)
  import Glibc  // exp, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Levels for many comparisons made at once.
package enum FamilyLevel {
  /// The level of each comparison so that all of them together are free of false alarms as often as
  /// wanted: level^(1/comparisons), Šidák's. For twelve at 0.95 it is 0.9957.
  ///
  /// It is exact for independent comparisons, and on the safe side for those made here.
  ///
  /// - Parameters:
  ///   - level: Between 0 and 1.
  ///   - comparisons: How many (1 to 10⁹).
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package static func each(
    level: Double, comparisons: Int
  ) throws(StatisticsError) -> Double {
    try Checked.level(level)
    guard comparisons >= 1, comparisons <= Checked.mostCases else {
      throw .outOfRange("the comparisons", Double(comparisons), range: "1 to a billion")
    }
    return exp(log(level) / Double(comparisons))
  }

  /// How often at least one of so many comparisons is a false alarm: 1 − levelᵏ. Nearly one in two for
  /// twelve at 0.95.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package static func falseAlarms(
    level: Double, comparisons: Int
  ) throws(StatisticsError) -> Double {
    try Checked.level(level)
    try Checked.count(comparisons, "the comparisons")
    return -expm1(log(level) * Double(comparisons))
  }
}
