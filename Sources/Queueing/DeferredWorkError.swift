/// Why a question about deferred work has no answer.
///
/// Each message names the value received, why it cannot work, and what would.
public enum DeferredWorkError: Error, Hashable, Sendable {
  /// A number of a curve or of the grid is beyond ±``largest``, or not a number.
  case outOfRange(String, Double)
  /// A curve or the grid goes back; `second` is where.
  case goesBack(String, second: Double)
  /// The grid needs at least two boundaries, this many were given.
  case noIntervals(boundaries: Int)
  /// Not more than 0 and at most 1.
  case efficiency(Double)
  /// This much work (agent-seconds) is due at `second` and was not visible before it, or not in
  /// any open interval.
  case dueTooSoon(second: Double, work: Double)
  /// The work due needs more people than ten million.
  case tooManyPeople(Double)
  /// The numbers of people do not fit the grid, or one of them is negative.
  case people(String)

  /// The largest number of seconds or agent-seconds (thirty million years), so that no sum or
  /// difference on the way can overflow.
  public static let largest = 1e15
}

extension DeferredWorkError: CustomStringConvertible {
  /// What is wrong, with the value, and what would be right.
  public var description: String {
    switch self {
    case .outOfRange(let name, let value):
      "\(name) must be a number between -1e15 and 1e15, not \(value)"
    case .goesBack(let name, let second):
      "\(name) must never go back, and does at second \(second)"
    case .noIntervals(let boundaries):
      "a grid needs two boundaries or more, not \(boundaries)"
    case .efficiency(let value):
      "efficiency must be more than 0 and at most 1, not \(value)"
    case .dueTooSoon(let second, let work):
      "\(work) agent-seconds are due at second \(second) before anybody can do them;"
        + " allow more time"
    case .tooManyPeople(let people):
      "\(people) people is more than the ten million this is meant for"
    case .people(let problem):
      problem
    }
  }
}
