#if canImport(Glibc)
  import Glibc  // exp
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ErlangC {
  /// The least number of agents that keeps a promise, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that answers a share of the tickets in time.
  ///
  /// See ``leastAgents(load:handleSeconds:targets:)``.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - serviceLevel: The promised share of tickets (0 < share < 1).
  ///   - withinSeconds: The time in which they are answered (unit: s; finite, ≥ 0).
  ///   - occupancyAtMost: The largest share of their time that agents may be busy
  ///     (0 < share ≤ 1), or `nil` for no cap.
  /// - Returns: The answer with one agent fewer and one more beside it.
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/notAShare(_:_:)``,
  ///   ``QueueError/outOfRange(_:_:)``; ``QueueError/tooMuchLoad(_:)`` when more than
  ///   ``QueueError/mostAgents`` would be needed.
  /// - Complexity: O(agents found) time, O(1) space.
  public static func leastAgents(
    load: OfferedLoad, handleSeconds: Double, serviceLevel: Double, withinSeconds: Double,
    occupancyAtMost: Double? = nil
  ) throws(QueueError) -> Staffing {
    try leastAgents(
      load: load, handleSeconds: handleSeconds,
      targets: Targets(
        serviceLevel: serviceLevel, withinSeconds: withinSeconds, occupancyAtMost: occupancyAtMost))
  }

  /// Finds the least number of agents that keeps any mix of targets.
  ///
  /// Looks at every team from the first that is stable, ⌊a⌋ + 1, in one pass of the recursion:
  /// with long targets that first team is often enough. The comparison is of small numbers,
  /// C·e⁻ˣ ≤ 1 − share, because 1 − C·e⁻ˣ ≥ share loses the digits that decide. Targets on
  /// abandonment and blocking are kept by every team, since here nobody leaves.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - targets: What must be kept.
  /// - Returns: The answer with one agent fewer and one more beside it.
  /// - Throws: ``QueueError/notPositive(_:_:)``; ``QueueError/tooMuchLoad(_:)`` when more than
  ///   ``QueueError/mostAgents`` would be needed.
  /// - Complexity: O(agents found) time, O(1) space.
  public static func leastAgents(
    load: OfferedLoad, handleSeconds: Double, targets: Targets
  ) throws(QueueError) -> Staffing {
    try Checked.positive("handle seconds", handleSeconds)
    let a = load.erlangs
    guard a / (targets.occupancyAtMost ?? 1) < Double(QueueError.mostAgents) else {
      throw .tooMuchLoad(load)
    }
    let mayBeLate = targets.answered.map { Targets.mayMiss(share: $0.share) } ?? 1
    let decayPerSpareAgent = (targets.answered?.withinSeconds ?? 0) / handleSeconds
    let meanWait = (targets.meanWaitAtMostSeconds ?? .infinity) / handleSeconds
    var recursion = BlockingRecursion(load: load)
    var previous = recursion
    var limit = Limit.stability
    let leastStable = a == 0 ? 0 : Int(a) + 1
    while recursion.agents < leastStable {
      previous = recursion
      recursion.addAgent()
    }
    while a > 0 {
      let n = Double(recursion.agents)
      let wait = recursion.waitProbability
      if wait * exp(-(n - a) * decayPerSpareAgent) > mayBeLate {
        limit = .serviceLevel
      } else if Targets.exceeds(wait / (n - a), meanWait) {
        limit = .meanWait
      } else if Targets.exceeds(a / n, targets.occupancyAtMost ?? 1) {
        limit = .occupancy
      } else {
        break
      }
      guard recursion.agents < QueueError.mostAgents else { throw .tooMuchLoad(load) }
      previous = recursion
      recursion.addAgent()
    }
    var next = recursion
    next.addAgent()
    func performance(_ step: BlockingRecursion) -> Performance {
      Performance(
        load: load, agents: step.agents, handleSeconds: handleSeconds, recursion: step)
    }
    let hasFewer = recursion.agents > leastStable
    return Staffing(
      targets: targets, fewer: hasFewer ? performance(previous) : nil,
      chosen: performance(recursion), more: performance(next), limit: limit)
  }

  /// Finds the largest load with which so many agents still keep the targets.
  ///
  /// - Parameters:
  ///   - agents: Agents on duty (0 to ``QueueError/mostAgents``).
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - targets: What must be kept.
  /// - Returns: A load below `agents`, to 1e-13 of itself; what is just not unstable where nothing
  ///   else matters.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
  ///   ``QueueError/notPositive(_:_:)``.
  /// - Complexity: O(`agents`) time a step, some fifty steps; O(1) space.
  public static func largestLoad(
    agents: Int, handleSeconds: Double, targets: Targets
  ) throws(QueueError) -> OfferedLoad {
    try Checked.agents(agents)
    try Checked.positive("handle seconds", handleSeconds)
    return try targets.largestLoad(below: Double(agents)) { load throws(QueueError) in
      try Performance(load: load, agents: agents, handleSeconds: handleSeconds)
    }
  }
}

extension ErlangC.Performance: QueuePerformance {
  /// All that are not answered in time; nobody leaves, so it makes no difference what becomes of those.
  public func missedShare(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    try lateShare(beyondSeconds: withinSeconds)
  }

  /// The share answered in time; nobody leaves, so it makes no difference what becomes of those.
  public func serviceLevel(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    try serviceLevel(withinSeconds: withinSeconds)
  }
}
