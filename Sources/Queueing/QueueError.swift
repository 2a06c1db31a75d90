/// A question that has no answer in queueing theory.
///
/// Each message names the value received, why it cannot work, and what would.
public enum QueueError: Error, Hashable, Sendable {
  /// The named quantity is negative, infinite or not a number.
  case outOfRange(String, Double)
  /// The named quantity must be finite and more than zero.
  case notPositive(String, Double)
  /// The named share is not strictly between 0 and 1.
  case notAShare(String, Double)
  /// The queue grows without end, because `agents` ≤ `load`.
  case unstable(load: OfferedLoad, agents: Int)
  /// More agents than anybody employs: a slip of the keyboard, refused before it takes minutes.
  case tooManyAgents(Int)
  /// More work than ``mostAgents`` agents could ever do, refused for the same reason.
  case tooMuchLoad(OfferedLoad)
  /// So many try again that the load swells without end, although `agents` > `load`.
  case swollen(load: OfferedLoad, agents: Int)
  /// So few sources cannot offer that much load.
  case tooFewSources(Int, load: OfferedLoad)
  /// Fewer places than agents.
  case tooFewPlaces(Int, agents: Int)
  /// A target that not even so many agents keep.
  case neverKept(Limit, agents: Int)
  /// Standard deviation ÷ mean is more than any record of times shows.
  case tooVaried(Double)
  /// So many of the named things were given, and so many are allowed.
  case wrongCount(String, Int, allowed: ClosedRange<Int>)
  /// More comes in an hour than can be done in it; the text says what to change.
  case beyondCapacity(perHour: Double, capacityPerHour: Double, advice: String)
  /// No number of agents can do what is asked; the text says why.
  case outOfReach(String)
  /// The computation would take minutes or more; the text says what is too large.
  case tooLarge(String)

  /// Whether it says that these agents never catch up, where more of them would.
  public var isOverload: Bool {
    switch self {
    case .unstable, .swollen, .beyondCapacity: true
    default: false
    }
  }

  /// The largest team the formulas are meant for, and the bound on how long they take.
  public static let mostAgents = 10_000_000
}

extension QueueError: CustomStringConvertible {
  /// What is wrong, with the value, and what would be right.
  public var description: String {
    switch self {
    case .outOfRange(let name, let value):
      "\(name) must be finite and zero or more, not \(value)"
    case .notPositive(let name, let value):
      "\(name) must be finite and more than zero, not \(value)"
    case .notAShare(let name, let value):
      "\(name) must lie between 0 and 1, not \(value); write 80% as 0.8"
    case .unstable(let load, let agents):
      (agents == 1 ? "1 agent never catches" : "\(agents) agents never catch")
        + " up with \(load.erlangs) erlangs; use more agents than erlangs"
    case .tooManyAgents(let agents):
      "\(agents) agents is more than the ten million this formula is meant for"
    case .tooMuchLoad(let load):
      "\(load.erlangs) erlangs need more than the ten million agents this formula is meant for"
    case .swollen(let load, let agents):
      "\(agents) agents never catch up with \(load.erlangs) erlangs while so many try again; "
        + "use more agents"
    case .tooFewSources(let sources, let load):
      "\(sources) sources offer less than \(sources) erlangs, not \(load.erlangs); "
        + "use more sources than erlangs"
    case .tooFewPlaces(let places, let agents):
      "\(places) places are too few for \(agents) agents; each agent takes one, the rest may wait"
    case .neverKept(let limit, let agents):
      "not even \(agents) agents keep the target on \(limit.inWords); set a milder one"
    case .tooVaried(let variation):
      "a standard deviation of \(variation) times the mean is more than the 1000 this is meant for"
    case .wrongCount(let name, let count, let allowed):
      "give \(allowed.lowerBound) to \(allowed.upperBound) \(name), not \(count)"
    case .beyondCapacity(let rate, let capacity, let advice):
      "\(rate) an hour come and \(capacity) an hour can be done; \(advice)"
    case .outOfReach(let reason):
      reason
    case .tooLarge(let reason):
      reason
    }
  }
}

/// Checks that recur in several models.
enum Checked {
  /// Refuses teams that nobody can have.
  static func agents(_ agents: Int) throws(QueueError) {
    guard agents >= 0 else { throw .outOfRange("agents", Double(agents)) }
    guard agents <= QueueError.mostAgents else { throw .tooManyAgents(agents) }
  }

  /// Refuses times that are negative, infinite or no numbers.
  static func seconds(_ name: String, _ seconds: Double) throws(QueueError) {
    guard seconds.isFinite, seconds >= 0 else { throw .outOfRange(name, seconds) }
  }

  /// Refuses everything but 0 < `value` < ∞.
  static func positive(_ name: String, _ value: Double) throws(QueueError) {
    guard value.isFinite, value > 0 else { throw .notPositive(name, value) }
  }

  /// Refuses everything but 0 < `share` < 1.
  static func share(_ name: String, _ share: Double) throws(QueueError) {
    guard share > 0, share < 1 else { throw .notAShare(name, share) }
  }
}
