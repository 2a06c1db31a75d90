/// Parameters that no distribution has.
///
/// Each message names the value received and what would be right.
package enum DistributionError: Error, Hashable, Sendable {
  /// The named quantity must be more than zero (1e-12 at least) and at most 1e12.
  case notPositive(String, Double)
  /// The named quantity must be zero or more and at most 1e12.
  case negative(String, Double)
  /// The named quantity must be more than another.
  case notAbove(String, Double, Double)
  /// The named quantity must lie between two others.
  case outside(String, Double, ClosedRange<Double>)
  /// The named share must be 0 or more and less than 1.
  case notAShare(String, Double)
  /// So many of the named things were given, and so many are allowed.
  case wrongCount(String, Int, ClosedRange<Int>)
  /// A table of quantiles must begin at share 0 and end at share 1.
  case tableEnds(first: Double, last: Double)
  /// Standard deviation ÷ mean is beyond what the shape can have, or any record shows.
  case variation(Double, ClosedRange<Double>)
  /// The shape has no such ratio of its 90th percentile to its mean or median.
  case ratio(shape: String, of: String, Double, ClosedRange<Double>)
}

extension DistributionError: CustomStringConvertible {
  /// What is wrong, with the value, and what would be right.
  package var description: String {
    switch self {
    case .notPositive(let name, let value):
      "\(name) must be more than zero and at most 1e12, not \(value)"
    case .negative(let name, let value):
      "\(name) must be zero to 1e12, not \(value)"
    case .notAbove(let name, let value, let other):
      "\(name) must be more than \(other) and at most 1e12, not \(value)"
    case .outside(let name, let value, let range):
      "\(name) must lie between \(range.lowerBound) and \(range.upperBound), not at \(value)"
    case .notAShare(let name, let value):
      "\(name) must be zero or more and less than 1, not \(value); write 80% as 0.8"
    case .wrongCount(let name, let count, let allowed):
      allowed.upperBound == .max
        ? "\(count) \(name) are too few; give \(allowed.lowerBound) or more"
        : "\(count) \(name) were given; give \(allowed.lowerBound) to \(allowed.upperBound)"
    case .tableEnds(let first, let last):
      "a table of quantiles goes from share 0 to share 1, not from \(first) to \(last)"
    case .variation(let value, let range):
      "standard deviation ÷ mean must lie between \(range.lowerBound) and "
        + "\(range.upperBound), not at \(value); write 50% as 0.5"
    case .ratio(let shape, let what, let ratio, let range):
      "the 90th percentile of a \(shape) distribution is \(range.lowerBound) to "
        + "\(range.upperBound) times its \(what), not \(ratio) times"
    }
  }
}

/// Values from outside, checked.
enum Checked {
  /// Thirty thousand years in seconds: no sum of such values runs over.
  static let largest = 1e12

  static func positive(_ name: String, _ value: Double) throws(DistributionError) -> Double {
    guard value >= 1e-12, value <= largest else { throw .notPositive(name, value) }
    return value
  }

  static func notNegative(_ name: String, _ value: Double) throws(DistributionError) -> Double {
    guard value >= 0, value <= largest else { throw .negative(name, value) }
    return value
  }
}
