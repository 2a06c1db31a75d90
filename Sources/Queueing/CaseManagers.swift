#if canImport(Glibc)
  import Glibc  // exp
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Case managers: each case belongs to one person from beginning to end, and most of its life it
/// waits for the customer. A manager holds at most so many cases; new ones wait for a place.
///
/// A small case load leaves managers idle while all their customers think. A large one keeps them
/// busy, but each answer of a customer waits longer, and nothing is gained: the limit is what a
/// manager can do, not what they hold.
///
/// ```swift
/// // 20 minutes a step, one step in three is the last, customers answer after 40 minutes.
/// let work = try CaseManagers(stepSeconds: 1200, finishShare: 1.0 / 3, replySeconds: 2400)
/// try work.desk(caseLoad: 3).casesPerHour  // 0.891 for each manager
/// try work.desk(caseLoad: 6).casesPerHour  // 0.998; more than 1 is impossible
/// try work.largestCaseLoad(replyWaitAtMostSeconds: 1800)  // 3
/// ```
///
/// The formulas are for managers who always have as many cases as they may: with r = (reply rate)
/// / (step rate × share not finished), the probability of k cases on the desk is proportional to
/// M!/(M − k)!·rᵏ. N managers are stable if fewer cases come than N saturated ones finish.
///
/// Source of the model: F. Campello, A. Ingolfsson, R. Shumsky, *Queueing models of case managers*,
/// Management Science 63, 2017. Steps and replies are exponential.
public struct CaseManagers: Hashable, Sendable {
  /// Mean time of one step of work (unit: s; > 0).
  public let stepSeconds: Double
  /// The share of steps that finish the case (0 < share < 1).
  public let finishShare: Double
  /// Mean time a customer takes to answer (unit: s; > 0).
  public let replySeconds: Double

  /// The largest case load the formulas are meant for.
  public static let mostCases = 1_000_000

  /// Describes the work.
  ///
  /// - Parameters:
  ///   - stepSeconds: Mean time of one step of work (unit: s; finite, > 0).
  ///   - finishShare: The share of steps that finish the case (0 < share < 1).
  ///   - replySeconds: Mean time a customer takes to answer (unit: s; finite, > 0).
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/notAShare(_:_:)``.
  public init(stepSeconds: Double, finishShare: Double, replySeconds: Double) throws(QueueError) {
    try Checked.positive("seconds of a step", stepSeconds)
    try Checked.positive("seconds until a reply", replySeconds)
    try Checked.share("share of last steps", finishShare)
    self.stepSeconds = stepSeconds
    self.finishShare = finishShare
    self.replySeconds = replySeconds
  }

  /// One manager who always holds as many cases as allowed.
  public struct Desk: Hashable, Sendable {
    /// Cases held, M.
    public let caseLoad: Int
    /// The share of time in which all customers think and the manager has nothing to do.
    public let idleShare: Double
    /// Cases finished (unit: cases per hour).
    public let casesPerHour: Double
    /// Cases on the desk, on average, with the one in hand; the others are with their customers.
    public let casesOnDesk: Double
    /// How long an answer of a customer lies there until it is taken up, on average (unit: s).
    public let replyWaitSeconds: Double

    /// The share of time the manager works (`0..<1`).
    public var occupancy: Double { 1 - idleShare }
  }

  /// What one manager does with a full case load.
  ///
  /// - Parameter caseLoad: Cases held, M (1 to ``mostCases``).
  /// - Returns: Values to about 1e-13 of themselves.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooLarge(_:)``.
  /// - Complexity: O(M).
  public func desk(caseLoad: Int) throws(QueueError) -> Desk {
    try checkCases(caseLoad)
    // P(k cases with their customers) ∝ xᵏ/k!, k ≤ M, with x = 1/r: so the idle share is Erlang B
    // with that load and M lines.
    let thinking = try OfferedLoad(erlangs: replySeconds * (1 - finishShare) / stepSeconds)
    var recursion = BlockingRecursion(load: thinking)
    recursion.addAgents(upTo: caseLoad)
    return desk(caseLoad, thinking.erlangs, recursion)
  }

  /// Cases that so many managers can take in an hour, at most.
  ///
  /// - Parameters:
  ///   - managers: Managers on duty (0 to ``QueueError/mostAgents``).
  ///   - caseLoad: Cases each may hold (1 to ``mostCases``).
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
  ///   ``QueueError/tooLarge(_:)``.
  public func casesPerHour(managers: Int, caseLoad: Int) throws(QueueError) -> Double {
    try Checked.agents(managers)
    return Double(managers) * (try desk(caseLoad: caseLoad)).casesPerHour
  }

  /// Finds the least number of managers that keep up.
  ///
  /// - Parameters:
  ///   - casesPerHour: New cases in an hour (finite, ≥ 0).
  ///   - caseLoad: Cases each may hold (1 to ``mostCases``).
  /// - Returns: The least number whose capacity is more than what comes.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooLarge(_:)``;
  ///   ``QueueError/beyondCapacity(perHour:capacityPerHour:advice:)`` when even
  ///   ``QueueError/mostAgents`` are too few.
  public func leastManagers(casesPerHour: Double, caseLoad: Int) throws(QueueError) -> Int {
    guard casesPerHour.isFinite, casesPerHour >= 0 else {
      throw .outOfRange("cases per hour", casesPerHour)
    }
    let each = try desk(caseLoad: caseLoad).casesPerHour
    let most = Double(QueueError.mostAgents)
    guard each > 0, casesPerHour < each * most else {
      throw .beyondCapacity(
        perHour: casesPerHour, capacityPerHour: each * most,
        advice: "shorten the steps, or let each manager hold more cases")
    }
    guard casesPerHour > 0 else { return 0 }
    return Int(casesPerHour / each) + 1
  }

  /// Refuses a team that would never catch up.
  ///
  /// - Parameters:
  ///   - casesPerHour: New cases in an hour (finite, ≥ 0).
  ///   - managers: Managers on duty (0 to ``QueueError/mostAgents``).
  ///   - caseLoad: Cases each may hold (1 to ``mostCases``).
  /// - Returns: The share of the team's capacity that is used (`0..<1`).
  /// - Throws: ``QueueError/beyondCapacity(perHour:capacityPerHour:advice:)`` with advice that fits:
  ///   more managers, or a larger case load where that alone would do.
  public func usedCapacity(
    casesPerHour: Double, managers: Int, caseLoad: Int
  ) throws(QueueError) -> Double {
    guard casesPerHour.isFinite, casesPerHour >= 0 else {
      throw .outOfRange("cases per hour", casesPerHour)
    }
    let capacity = try self.casesPerHour(managers: managers, caseLoad: caseLoad)
    guard casesPerHour > 0 else { return 0 }
    guard casesPerHour < capacity else {
      let ever = Double(managers) * finishShare * 3600 / stepSeconds
      throw .beyondCapacity(
        perHour: casesPerHour, capacityPerHour: capacity,
        advice: casesPerHour < ever
          ? "use more managers, or let each hold more than \(caseLoad) cases"
          : "use more managers; no case load is large enough")
    }
    return casesPerHour / capacity
  }

  /// The largest case load with which customers' answers are still taken up soon enough.
  ///
  /// - Parameter replyWaitAtMostSeconds: How long an answer may lie on average (unit: s; finite, ≥ 0).
  /// - Returns: The case load; at least 1, with which no answer ever waits.
  /// - Throws: ``QueueError/outOfRange(_:_:)``; ``QueueError/tooLarge(_:)`` when it is beyond
  ///   ``mostCases``.
  /// - Complexity: O(answer).
  public func largestCaseLoad(replyWaitAtMostSeconds: Double) throws(QueueError) -> Int {
    try Checked.seconds("wait of a reply", replyWaitAtMostSeconds)
    return try last { $0.replyWaitSeconds <= replyWaitAtMostSeconds * (1 + 1e-12) }
  }

  /// The least case load with which managers are rarely idle.
  ///
  /// - Parameter idleAtMost: The share of time they may be idle (0 < share < 1).
  /// - Returns: The case load.
  /// - Throws: ``QueueError/notAShare(_:_:)``; ``QueueError/tooLarge(_:)`` when it is beyond
  ///   ``mostCases``.
  /// - Complexity: O(answer).
  public func leastCaseLoad(idleAtMost: Double) throws(QueueError) -> Int {
    try Checked.share("idle share", idleAtMost)
    return try last { $0.idleShare > idleAtMost * (1 + 1e-12) } + 1
  }

  /// The last case load of an unbroken row from 1 on, or 0.
  private func last(where isFine: (Desk) -> Bool) throws(QueueError) -> Int {
    let thinking = try OfferedLoad(erlangs: replySeconds * (1 - finishShare) / stepSeconds)
    var recursion = BlockingRecursion(load: thinking)
    while recursion.agents < Self.mostCases {
      recursion.addAgent()
      if !isFine(desk(recursion.agents, thinking.erlangs, recursion)) {
        return recursion.agents - 1
      }
    }
    throw .tooLarge("the case load is beyond a million; set a stricter limit")
  }

  private func desk(_ caseLoad: Int, _ thinking: Double, _ recursion: BlockingRecursion) -> Desk {
    let isDone = recursion.agents == caseLoad
    let idle = isDone ? recursion.blocking : 0
    let busy = isDone ? recursion.served : 1
    // On average x·(1 − B) are with their customers.
    // The only case is never on the desk behind another.
    let onDesk = caseLoad == 1 ? busy : max(busy, Double(caseLoad) - thinking * busy)
    return Desk(
      caseLoad: caseLoad, idleShare: idle,
      casesPerHour: finishShare * busy * 3600 / stepSeconds, casesOnDesk: onDesk,
      replyWaitSeconds: max(0, onDesk / busy - 1) * stepSeconds)
  }

  private func checkCases(_ caseLoad: Int) throws(QueueError) {
    guard caseLoad >= 1 else { throw .outOfRange("case load, at least 1,", Double(caseLoad)) }
    guard caseLoad <= Self.mostCases else {
      throw .tooLarge("a case load of \(caseLoad) is more than the million this is meant for")
    }
  }
}
