#if canImport(Glibc)
  import Glibc  // exp, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ErlangB {
  /// The least number of agents that loses few enough tickets, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that loses at most the given share of tickets.
  ///
  /// One pass of the recursion, which falls from agent to agent. A target missed by less than
  /// rounding (one part in 10^12) counts as met: the share was written in decimals.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - blockingAtMost: The largest share of tickets that may be lost (0 < share < 1).
  /// - Returns: The answer with one agent fewer and one more beside it.
  /// - Throws: ``QueueError/notAShare(_:_:)``; ``QueueError/tooMuchLoad(_:)`` when more than
  ///   ``QueueError/mostAgents`` would be needed.
  /// - Complexity: O(agents found) time, O(1) space.
  public static func leastAgents(
    load: OfferedLoad, blockingAtMost: Double
  ) throws(QueueError) -> Staffing {
    try leastAgents(load: load, targets: Targets(blockingAtMost: blockingAtMost))
  }

  /// Finds the least number of agents that keeps any mix of targets.
  ///
  /// Nobody waits here, so a service level is a bound on the share that is lost, if lost tickets
  /// count at all; targets on the wait and on giving up are kept by every team.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - targets: What must be kept.
  /// - Returns: The answer with one agent fewer and one more beside it.
  /// - Throws: ``QueueError/tooMuchLoad(_:)`` when more than ``QueueError/mostAgents`` would be
  ///   needed.
  /// - Complexity: O(agents found) time, O(1) space.
  public static func leastAgents(
    load: OfferedLoad, targets: Targets
  ) throws(QueueError) -> Staffing {
    // B(n) ≥ 1 − n/a, so fewer agents than this cannot do.
    guard load.erlangs * (1 - (targets.blockingAtMost ?? 1)) <= Double(QueueError.mostAgents) else {
      throw .tooMuchLoad(load)
    }
    var recursion = BlockingRecursion(load: load)
    var chosen = Performance(load: load, agents: 0, recursion: recursion)
    var fewer: Performance?
    var limit = Limit.stability
    while let missed = try targets.firstMissed(by: chosen) {
      guard recursion.agents < QueueError.mostAgents else { throw .tooMuchLoad(load) }
      recursion.addAgent()
      (fewer, limit) = (chosen, missed)
      chosen = Performance(load: load, agents: recursion.agents, recursion: recursion)
    }
    recursion.addAgent()
    let more = Performance(load: load, agents: recursion.agents, recursion: recursion)
    return Staffing(targets: targets, fewer: fewer, chosen: chosen, more: more, limit: limit)
  }

  /// Finds the largest load that so many agents can take without losing too many tickets.
  ///
  /// Newton's method on ln B as a function of ln a, whose slope is n − a·(1 − B), the mean number
  /// of idle agents. That falls as a grows, so the function is concave, and from the left Newton's
  /// steps climb to the root without ever passing it. Both bounds at which they start are on the
  /// left: a = (blocking · n!)^(1/n), because B(n) ≤ aⁿ/n!, with Stirling's lower bound for n!; and
  /// a = n · blocking / (1 − blocking), the load of n teams of one.
  ///
  /// - Parameters:
  ///   - agents: Agents on duty, `n` (0 to ``QueueError/mostAgents``).
  ///   - blockingAtMost: The largest share of tickets that may be lost (0 < share < 1).
  /// - Returns: The load at which exactly that share is lost, to about 1e-13 of it; zero for
  ///   zero agents.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
  ///   ``QueueError/notAShare(_:_:)``.
  /// - Complexity: O(`agents`) time a step, some ten steps; O(1) space.
  public static func largestLoad(
    agents: Int, blockingAtMost: Double
  ) throws(QueueError) -> OfferedLoad {
    try Checked.agents(agents)
    try Checked.share("blocking", blockingAtMost)
    guard agents > 0 else { return try OfferedLoad(erlangs: 0) }
    let goal = log(blockingAtMost)
    let n = Double(agents)
    let few = n * exp((goal + log(2 * Double.pi * n) / 2) / n - 1)
    var load = max(few, n * (blockingAtMost / (1 - blockingAtMost)))
    // Convergence is quadratic and takes a handful of steps; the bound is against rounding.
    for _ in 0..<60 {
      var recursion = BlockingRecursion(load: try OfferedLoad(erlangs: load))
      // n − a·(1 − B), from agent to agent so that nothing cancels.
      var idle = 0.0
      for _ in 0..<agents {
        recursion.addAgent()
        idle = recursion.served * (1 + idle)
      }
      let step = (goal - recursion.logarithm) / idle
      let next = load * exp(step)
      guard next.isFinite, next > 0 else { break }
      load = next
      if abs(step) <= 1e-15 { break }
    }
    return try OfferedLoad(erlangs: load)
  }
}

extension ErlangB.Performance: LossPerformance {}
