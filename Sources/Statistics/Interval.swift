/// Where a figure may truly lie.
package struct Interval: Hashable, Sendable {
  /// The lower end.
  package let low: Double
  /// The upper end; at least ``low``.
  package let high: Double
  /// How often intervals made this way hold the truth, such as 0.95.
  package let level: Double

  /// Creates an interval; ends in the wrong order are exchanged.
  package init(low: Double, high: Double, level: Double) {
    self.low = min(low, high)
    self.high = max(low, high)
    self.level = level
  }

  /// Whether it holds a value.
  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// The same interval within limits.
  package func clamped(to limits: ClosedRange<Double>) -> Interval {
    Interval(
      low: min(max(low, limits.lowerBound), limits.upperBound),
      high: min(max(high, limits.lowerBound), limits.upperBound), level: level)
  }

  /// The same interval further up or down.
  package func shifted(by distance: Double) -> Interval {
    Interval(low: low + distance, high: high + distance, level: level)
  }
}
