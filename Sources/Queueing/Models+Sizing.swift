extension MMnG {
  /// The least number of agents that keeps targets, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that keeps targets; often fewer than the load in erlangs,
  /// because those who leave need no answer.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - handleSeconds: Mean time one agent spends on one contact (unit: s; finite, > 0).
  ///   - patience: How long customers wait before they leave.
  ///   - targets: What must be kept.
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/tooMuchLoad(_:)``,
  ///   ``QueueError/neverKept(_:agents:)``.
  /// - Complexity: O(log(agents found)) teams.
  public static func leastAgents(
    load: OfferedLoad, handleSeconds: Double, patience: Patience, targets: Targets
  ) throws(QueueError) -> Staffing {
    guard load.erlangs <= Double(QueueError.mostAgents) else { throw .tooMuchLoad(load) }
    return try Staffing(targets: targets, from: 0) { agents throws(QueueError) in
      try Performance(
        load: load, agents: agents, handleSeconds: handleSeconds, patience: patience)
    }
  }
}

extension MDc {
  /// The least number of agents that keeps targets, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that keeps targets.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - handleSeconds: The time one agent spends on each contact (unit: s; finite, > 0).
  ///   - targets: What must be kept.
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/tooMuchLoad(_:)``,
  ///   ``QueueError/neverKept(_:agents:)``.
  /// - Complexity: O(log(agents found − load)) teams.
  public static func leastAgents(
    load: OfferedLoad, handleSeconds: Double, targets: Targets
  ) throws(QueueError) -> Staffing {
    try Staffing(targets: targets, from: firstStable(load)) { agents throws(QueueError) in
      try Performance(load: load, agents: agents, handleSeconds: handleSeconds)
    }
  }
}

extension MGc {
  /// The least number of agents that keeps targets, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that keeps targets, nearly.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - handleSeconds: Mean time one agent spends on one contact (unit: s; finite, > 0).
  ///   - squaredVariation: Variance ÷ squared mean of that time (finite, ≥ 0).
  ///   - approximation: Which one.
  ///   - targets: What must be kept.
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/outOfRange(_:_:)``,
  ///   ``QueueError/outOfReach(_:)``, ``QueueError/tooMuchLoad(_:)``,
  ///   ``QueueError/neverKept(_:agents:)``.
  /// - Complexity: O(log(agents found − load)) teams.
  public static func leastAgents(
    load: OfferedLoad, handleSeconds: Double, squaredVariation: Double,
    approximation: Approximation = .kimura, targets: Targets
  ) throws(QueueError) -> Staffing {
    try Staffing(targets: targets, from: firstStable(load)) { agents throws(QueueError) in
      try Performance(
        load: load, agents: agents, handleSeconds: handleSeconds,
        squaredVariation: squaredVariation, approximation: approximation)
    }
  }
}

extension Priorities {
  /// Finds the least number of agents with which one class has its targets kept.
  ///
  /// Where several classes have targets, the largest answer keeps all of them.
  ///
  /// - Parameters:
  ///   - arrivals: Mean arrivals of each class in the stretch, the most urgent first (unit: contacts;
  ///     finite, ≥ 0; one class to a thousand).
  ///   - perSeconds: Length of the stretch (unit: s; finite, > 0).
  ///   - handleSeconds: Mean time one agent spends on one contact (unit: s; finite, > 0).
  ///   - place: The place of the class, from 0.
  ///   - targets: What must be kept for it.
  /// - Throws: As ``Performance/init(arrivals:perSeconds:agents:handleSeconds:)`` does;
  ///   ``QueueError/tooMuchLoad(_:)``, ``QueueError/neverKept(_:agents:)``.
  /// - Complexity: O(log(agents found − load)) teams.
  public static func leastAgents(
    arrivals: [Double], perSeconds: Double, handleSeconds: Double, forClass place: Int,
    targets: Targets
  ) throws(QueueError) -> Staffing<Class> {
    guard arrivals.indices.contains(place) else {
      throw .outOfRange("place of the class", Double(place))
    }
    for rate in arrivals where !rate.isFinite || rate < 0 { throw .outOfRange("arrivals", rate) }
    let load = try OfferedLoad(
      arrivals: arrivals.reduce(0, +), perSeconds: perSeconds, handleSeconds: handleSeconds)
    return try Staffing(targets: targets, from: firstStable(load)) { agents throws(QueueError) in
      try Performance(
        arrivals: arrivals, perSeconds: perSeconds, agents: agents, handleSeconds: handleSeconds
      ).classes[place]
    }
  }
}

extension ErlangR {
  /// Finds the least number of agents that keeps targets at each touch, in the steady state.
  ///
  /// - Parameter targets: What must be kept.
  /// - Throws: As ``ErlangC/leastAgents(load:handleSeconds:targets:)``.
  /// - Complexity: O(agents found).
  public func leastAgents(targets: Targets) throws(QueueError) -> ErlangC.Staffing {
    try ErlangC.leastAgents(load: needyLoad, handleSeconds: handleSeconds, targets: targets)
  }
}

extension ChatDesk {
  /// The least number of agents that keeps targets, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that keeps targets.
  ///
  /// - Parameters:
  ///   - arrivals: Mean arrivals in the stretch (unit: chats; finite, ≥ 0).
  ///   - perSeconds: Length of the stretch (unit: s; finite, > 0).
  ///   - speed: How fast agents are.
  ///   - patience: How long customers wait, or `nil` if nobody leaves.
  ///   - targets: What must be kept.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/notPositive(_:_:)``,
  ///   ``QueueError/tooManyAgents(_:)``, ``QueueError/neverKept(_:agents:)``.
  /// - Complexity: O(log(agents found)) teams of O(slots).
  public static func leastAgents(
    arrivals: Double, perSeconds: Double, speed: Speed, patience: Patience?, targets: Targets
  ) throws(QueueError) -> Staffing {
    guard arrivals.isFinite, arrivals >= 0 else { throw .outOfRange("arrivals", arrivals) }
    try Checked.positive("seconds of the stretch", perSeconds)
    let most = QueueError.mostAgents / speed.most
    // Where nobody leaves, all slots together must be fast enough.
    let rate = arrivals / perSeconds
    let least = patience != nil ? 0 : rate / speed.chatsPerSecond(atOnce: speed.most)
    guard least < Double(most) else { throw .tooManyAgents(QueueError.mostAgents) }
    let first = patience != nil || rate == 0 ? 0 : Int(least) + 1
    return try Staffing(targets: targets, from: first, upTo: most) { agents throws(QueueError) in
      try Performance(
        arrivals: arrivals, perSeconds: perSeconds, agents: agents, speed: speed,
        patience: patience)
    }
  }
}

/// The fewest agents that catch up with a load.
private func firstStable(_ load: OfferedLoad) throws(QueueError) -> Int {
  guard load.erlangs < Double(QueueError.mostAgents) else { throw .tooMuchLoad(load) }
  return load.erlangs == 0 ? 0 : Int(load.erlangs) + 1
}

extension MDc.Performance: QueuePerformance {
  /// As ``lateShare(beyondSeconds:)``; nobody leaves, so nobody is missing from it.
  public func missedShare(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    try lateShare(beyondSeconds: withinSeconds)
  }

  /// The percentile, from one table of the wait.
  public func shortestTarget(
    share: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double? {
    try waits().waitPercentile(share)
  }
}

extension MG1.Performance: QueuePerformance {
  /// One.
  public var agents: Int { 1 }

  /// As ``lateShare(beyondSeconds:)``; nobody leaves, so nobody is missing from it.
  public func missedShare(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    try lateShare(beyondSeconds: withinSeconds)
  }
}

extension MGc.Performance: QueuePerformance {
  /// As ``lateShare(beyondSeconds:)``; nobody leaves, so nobody is missing from it.
  public func missedShare(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    try lateShare(beyondSeconds: withinSeconds)
  }
}

extension Priorities.Class: QueuePerformance {
  /// As ``lateShare(beyondSeconds:)``; nobody leaves, so nobody is missing from it.
  public func missedShare(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    try lateShare(beyondSeconds: withinSeconds)
  }
}
