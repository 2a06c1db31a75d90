/// A moment in time, exact to the second, the same everywhere on Earth.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds (unit: s; negative before 1970).
  package var seconds: Int

  /// Creates the moment so many seconds after 1970-01-01T00:00:00Z.
  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.seconds < right.seconds
  }
}
