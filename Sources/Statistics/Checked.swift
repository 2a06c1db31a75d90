/// Refuses numbers that no formula here is meant for, before any arithmetic sees them.
enum Checked {
  /// The most cases of anything: nobody has more, and the sums stay quick.
  static let mostCases = 1_000_000_000

  /// A confidence level, or a chance that may be neither 0 nor 1.
  static func level(_ value: Double, _ name: String = "the level") throws(StatisticsError) {
    guard value > 0, value < 1 else {
      throw .outOfRange(name, value, range: "between 0 and 1")
    }
  }

  /// A share or a chance.
  static func share(_ value: Double, _ name: String) throws(StatisticsError) {
    guard value >= 0, value <= 1 else { throw .outOfRange(name, value, range: "0 to 1") }
  }

  /// A finite number.
  static func finite(_ value: Double, _ name: String) throws(StatisticsError) {
    guard value.isFinite else { throw .outOfRange(name, value, range: "finite") }
  }

  /// A number of cases, which may be none.
  static func count(_ value: Int, _ name: String) throws(StatisticsError) {
    guard value >= 0, value <= mostCases else {
      throw .outOfRange(name, Double(value), range: "0 to a billion")
    }
  }

  /// Some of all cases.
  static func part(
    _ value: Int, _ name: String, of all: Int, _ allName: String
  ) throws(StatisticsError) {
    try count(all, allName)
    try count(value, name)
    guard value <= all else { throw .moreThanAll(name, value, of: all) }
  }

  /// The number of cases, rounded up; more than a billion are refused.
  static func roundedUp(_ value: Double, _ name: String) throws(StatisticsError) -> Int {
    guard value <= Double(mostCases) else {
      throw .outOfRange(name, value, range: "at most a billion")
    }
    // A whole number but for rounding is not rounded up.
    let near = value.rounded()
    return Int(abs(value - near) <= 1e-9 * max(value, 1) ? near : value.rounded(.up))
  }
}
