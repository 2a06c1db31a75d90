extension ErlangA {
  /// The least number of agents that keeps the targets, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that keeps any mix of targets, also fewer than the load.
  ///
  /// Agents can answer no more than they have time for, so a promise to answer a share s of all
  /// needs at least s·a of them: the search begins there, in one pass of the recursion.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - patienceSeconds: Mean time until a waiting customer gives up (unit: s; finite, > 0).
  ///   - targets: What must be kept.
  /// - Returns: The answer with one agent fewer and one more beside it.
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/outOfRange(_:_:)``;
  ///   ``QueueError/tooMuchLoad(_:)`` when more than ``QueueError/mostAgents`` would be needed.
  /// - Complexity: O(agents found) time, O(1) space.
  public static func leastAgents(
    load: OfferedLoad, handleSeconds: Double, patienceSeconds: Double, targets: Targets
  ) throws(QueueError) -> Staffing {
    try Checked.positive("handle seconds", handleSeconds)
    try Checked.positive("patience seconds", patienceSeconds)
    var needed = 0.0
    if let answered = targets.answered, answered.abandoned == .countAsMissed {
      needed = answered.share
    }
    if let most = targets.abandonmentAtMost { needed = max(needed, 1 - most) }
    if let most = targets.meanWaitAtMostSeconds { needed = max(needed, 1 - most / patienceSeconds) }
    guard needed * load.erlangs < Double(QueueError.mostAgents) else { throw .tooMuchLoad(load) }
    // One below, so that rounding cannot hide a team that is enough.
    let fewest = max(0, Int(needed * load.erlangs) - 1)
    do {
      return try Staffing(
        targets: targets, from: fewest, upTo: QueueError.mostAgents,
        start: BlockingRecursion(load: load),
        advance: { (recursion: inout BlockingRecursion, agents: Int) in
          while recursion.agents < agents { recursion.addAgent() }
        },
        team: { (recursion: BlockingRecursion) throws(QueueError) in
          try Performance(
            load: load, agents: recursion.agents, handleSeconds: handleSeconds,
            patienceSeconds: patienceSeconds, recursion: recursion)
        })
    } catch QueueError.neverKept {
      throw .tooMuchLoad(load)
    }
  }

  /// Finds the largest load with which so many agents still keep the targets.
  ///
  /// - Parameters:
  ///   - agents: Agents on duty (0 to ``QueueError/mostAgents``).
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - patienceSeconds: Mean time until a waiting customer gives up (unit: s; finite, > 0).
  ///   - targets: What must be kept.
  /// - Returns: A load, to 1e-13 of itself.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, also when nothing limits the load;
  ///   ``QueueError/tooManyAgents(_:)``, ``QueueError/notPositive(_:_:)``.
  /// - Complexity: O(`agents`) time a step, some sixty steps; O(1) space.
  public static func largestLoad(
    agents: Int, handleSeconds: Double, patienceSeconds: Double, targets: Targets
  ) throws(QueueError) -> OfferedLoad {
    try Checked.agents(agents)
    return try targets.largestLoad { load throws(QueueError) in
      try Performance(
        load: load, agents: agents, handleSeconds: handleSeconds, patienceSeconds: patienceSeconds)
    }
  }
}
