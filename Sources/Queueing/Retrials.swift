#if canImport(Glibc)
  import Glibc  // exp
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Approximations for customers who try again: of those who are lost, a share comes back at once and
/// swells the load.
///
/// Each is a fixed point. If b is the share of attempts that fail at the swollen load a′, and a share
/// r of the failures is repeated, then a′ = a / (1 − r·b(a′)). **It is an approximation**: repeated
/// attempts are taken to come at random, although they come soon after a failure, when all agents
/// are likely still busy; so in truth more attempts fail.
///
/// ```swift
/// let load = try OfferedLoad(erlangs: 6)
/// let lines = try Retrials.lost(load: load, agents: 8, retryShare: 0.5)
/// lines.swollenLoad.erlangs  // 6.48
/// lines.team.blocking  // 0.1492, of attempts
/// lines.lostForGood  // 0.0806, of customers
/// ```
///
/// Source: the extended Erlang B formula of teletraffic manuals; the same idea here with Erlang C
/// and A. Checked in `RetrialsTests` against the equations it solves.
public enum Retrials {
  /// What happens when so many agents face so much work and part of the failures comes back.
  public struct Performance<Team: QueuePerformance>: QueuePerformance {
    /// The load of first attempts, a.
    public let load: OfferedLoad
    /// The share of failed attempts that are repeated (`0...1`).
    public let retryShare: Double
    /// The share of attempts that fail (`0...1`).
    public let failing: Double
    /// What the agents do with all attempts; its shares are shares of attempts.
    public let team: Team

    /// The load of all attempts, a′; at least ``load``.
    public var swollenLoad: OfferedLoad { team.load }
    /// The mean number of attempts of a customer (≥ 1).
    public var attempts: Double { 1 / (1 - retryShare * failing) }
    /// The share of customers who are never answered (`0...1`).
    public var lostForGood: Double { failing * (1 - retryShare) * attempts }
    /// Agents on duty.
    public var agents: Int { team.agents }
    /// Of attempts.
    public var waitProbability: Double { team.waitProbability }
    /// Over attempts (unit: s).
    public var meanWaitSeconds: Double { team.meanWaitSeconds }
    /// Of attempts.
    public var abandonment: Double { team.abandonment }
    /// Of attempts.
    public var blocking: Double { team.blocking }
    /// The share of an agent's time spent on tickets.
    public var occupancy: Double { team.occupancy }
    /// The mean number of tickets waiting.
    public var queueLength: Double { team.queueLength }

    /// Of attempts.
    public func missedShare(
      withinSeconds: Double, abandoned: AbandonedContacts
    ) throws(QueueError) -> Double {
      try team.missedShare(withinSeconds: withinSeconds, abandoned: abandoned)
    }
  }

  /// Extended Erlang B: nobody can wait, and a share of those who find all agents busy tries again.
  ///
  /// - Parameters:
  ///   - load: The load of first attempts, a; below `agents` when all failures are repeated.
  ///   - agents: Agents on duty (0 to ``QueueError/mostAgents``).
  ///   - retryShare: The share of failures that are repeated (0 ≤ share ≤ 1).
  /// - Throws: ``QueueError/notAShare(_:_:)``, ``QueueError/outOfRange(_:_:)``,
  ///   ``QueueError/tooManyAgents(_:)``; ``QueueError/unstable(load:agents:)`` when everybody tries
  ///   until answered and there are not more agents than erlangs.
  /// - Complexity: O(`agents`) time a step, some twenty steps; O(1) space.
  public static func lost(
    load: OfferedLoad, agents: Int, retryShare: Double
  ) throws(QueueError) -> Performance<ErlangB.Performance> {
    try solve(load: load, agents: agents, retryShare: retryShare) {
      load throws(QueueError) in
      let team = try ErlangB.Performance(load: load, agents: agents)
      return (team, team.blocking)
    }
  }

  /// Erlang A with repetition: customers wait for an answer, give up when their patience is at an
  /// end, and a share of those who gave up tries again.
  ///
  /// - Parameters:
  ///   - load: The load of first attempts, a; below `agents` when all failures are repeated.
  ///   - agents: Agents on duty (0 to ``QueueError/mostAgents``).
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - patienceSeconds: Mean time until a waiting customer gives up (unit: s; finite, > 0).
  ///   - retryShare: The share of failures that are repeated (0 ≤ share ≤ 1).
  /// - Throws: As ``lost(load:agents:retryShare:)``, and ``QueueError/notPositive(_:_:)``.
  /// - Complexity: O(`agents`) time a step, some twenty steps; O(1) space.
  public static func impatient(
    load: OfferedLoad, agents: Int, handleSeconds: Double, patienceSeconds: Double,
    retryShare: Double
  ) throws(QueueError) -> Performance<ErlangA.Performance> {
    try solve(load: load, agents: agents, retryShare: retryShare) {
      load throws(QueueError) in
      let team = try ErlangA.Performance(
        load: load, agents: agents, handleSeconds: handleSeconds, patienceSeconds: patienceSeconds)
      return (team, team.abandonment)
    }
  }

  /// Erlang C with repetition: customers who would wait longer than a time hang up then, and a share
  /// of them tries again; waits are those of Erlang C at the swollen load.
  ///
  /// Erlang C lets those who hang up be answered all the same, so it is on the safe side of
  /// ``impatient(load:agents:handleSeconds:patienceSeconds:retryShare:)``. Of several fixed points
  /// the least is meant, where the load has swollen from a.
  ///
  /// - Parameters:
  ///   - load: The load of first attempts, a.
  ///   - agents: Agents on duty; more than `load.erlangs`, also with the repeated attempts.
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - hangUpAfterSeconds: The longest wait that customers put up with (unit: s; finite, ≥ 0).
  ///   - retryShare: The share of failures that are repeated (0 ≤ share ≤ 1).
  /// - Throws: ``QueueError/notAShare(_:_:)``, ``QueueError/outOfRange(_:_:)``,
  ///   ``QueueError/tooManyAgents(_:)``, ``QueueError/notPositive(_:_:)``;
  ///   ``QueueError/unstable(load:agents:)`` without more agents than erlangs,
  ///   ``QueueError/swollen(load:agents:)`` when the load swells without end all the same.
  /// - Complexity: O(`agents`) time a step, some hundred steps at most; O(1) space.
  public static func waiting(
    load: OfferedLoad, agents: Int, handleSeconds: Double, hangUpAfterSeconds: Double,
    retryShare: Double
  ) throws(QueueError) -> Performance<ErlangC.Performance> {
    try check(retryShare)
    try Checked.seconds("hanging up after", hangUpAfterSeconds)
    var swollen = load
    // The share that hangs up is convex in the load, so a′·(1 − r·b) − a is concave, and Newton's
    // steps from the left never pass its first root; where it stops rising before, there is none.
    for _ in 0..<1000 {
      let team = try ErlangC.Performance(
        load: swollen, agents: agents, handleSeconds: handleSeconds)
      let failing = try team.lateShare(beyondSeconds: hangUpAfterSeconds)
      let answer = Performance(
        load: load, retryShare: retryShare, failing: failing, team: team)
      guard failing > 0, retryShare > 0 else { return answer }
      let (a, n) = (swollen.erlangs, Double(agents))
      let short = load.erlangs - a * (1 - retryShare * failing)
      // ln b = ln n + ln B − ln(n − a + a·B) − (n − a)·t/h, by its derivatives in a.
      let blocking = try ErlangB.blocking(load: swollen, agents: agents)
      let bend = n / a - 1 + blocking
      let gap = n - a + a * blocking
      let slope =
        bend - (blocking - 1 + a * blocking * bend) / gap + hangUpAfterSeconds / handleSeconds
      let rise = 1 - retryShare * failing * (1 + a * slope)
      let step = short / rise
      guard rise > 0, step.isFinite else { throw .swollen(load: load, agents: agents) }
      guard step > 1e-14 * a else { return answer }
      guard a + step < n else { throw .swollen(load: load, agents: agents) }
      swollen = try OfferedLoad(erlangs: a + step)
    }
    throw .swollen(load: load, agents: agents)
  }

  private static func check(_ retryShare: Double) throws(QueueError) {
    guard retryShare >= 0, retryShare <= 1 else { throw .notAShare("retry share", retryShare) }
  }

  /// Finds a′ with a′·(1 − r·b(a′)) = a, where that rises with a′.
  private static func solve<Team: QueuePerformance>(
    load: OfferedLoad, agents: Int, retryShare: Double,
    team: (OfferedLoad) throws(QueueError) -> (Team, failing: Double)
  ) throws(QueueError) -> Performance<Team> {
    try check(retryShare)
    try Checked.agents(agents)
    func performance(_ swollen: OfferedLoad) throws(QueueError) -> Performance<Team> {
      let (team, failing) = try team(swollen)
      return Performance(load: load, retryShare: retryShare, failing: failing, team: team)
    }
    guard retryShare < 1 || load.erlangs < Double(agents) || load.erlangs == 0 else {
      throw .unstable(load: load, agents: agents)
    }
    let first = try performance(load)
    guard retryShare * first.failing > 0 else { return first }
    func excess(_ erlangs: Double) throws(QueueError) -> Double {
      let failing = try team(OfferedLoad(erlangs: erlangs)).failing
      return erlangs * (1 - retryShare * failing) - load.erlangs
    }
    // Not even if every attempt failed would the load swell to more than a / (1 − r).
    var high = retryShare < 1 ? load.erlangs / (1 - retryShare) : 2 * load.erlangs
    if retryShare == 1 {
      while try excess(high) < 0 {
        guard high < 1e15 else { throw .unstable(load: load, agents: agents) }
        high *= 2
      }
    }
    guard high.isFinite else { throw .unstable(load: load, agents: agents) }
    let root = try Root.between(load.erlangs, high, tolerance: 1e-15, excess)
    return try performance(OfferedLoad(erlangs: root))
  }
}

extension Retrials.Performance where Team == ErlangC.Performance {
  /// The wait that the given share of attempts does not exceed.
  ///
  /// - Parameter share: The share (0 < share < 1), such as 0.95 for the 95th percentile.
  /// - Returns: A time (unit: s); `0` where that many are answered at once.
  /// - Throws: ``QueueError/notAShare(_:_:)``.
  public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
    try team.waitPercentile(share)
  }
}

extension Retrials.Performance where Team == ErlangA.Performance {
  /// The wait that the given share of attempts does not exceed, among those of the given fate.
  ///
  /// - Parameters:
  ///   - share: The share (0 < share < 1), such as 0.95 for the 95th percentile.
  ///   - contacts: Whose wait is meant.
  /// - Returns: A time (unit: s); `0` where that many do not wait.
  /// - Throws: ``QueueError/notAShare(_:_:)``.
  public func waitPercentile(
    _ share: Double, of contacts: ErlangA.Contacts = .all
  ) throws(QueueError) -> Double {
    try team.waitPercentile(share, of: contacts)
  }
}

extension Retrials {
  /// Finds the least agents that keep the targets, which are on attempts, by extended Erlang B.
  ///
  /// - Throws: As ``lost(load:agents:retryShare:)``.
  public static func leastAgentsLost(
    load: OfferedLoad, retryShare: Double, targets: Targets
  ) throws(QueueError) -> Staffing<Performance<ErlangB.Performance>> {
    try Staffing(targets: targets, from: try fewest(load, retryShare)) {
      agents throws(QueueError) in try lost(load: load, agents: agents, retryShare: retryShare)
    }
  }

  /// Finds the least agents that keep the targets, which are on attempts, by Erlang A.
  ///
  /// - Throws: As ``impatient(load:agents:handleSeconds:patienceSeconds:retryShare:)``.
  public static func leastAgentsImpatient(
    load: OfferedLoad, handleSeconds: Double, patienceSeconds: Double, retryShare: Double,
    targets: Targets
  ) throws(QueueError) -> Staffing<Performance<ErlangA.Performance>> {
    try Staffing(targets: targets, from: try fewest(load, retryShare)) {
      agents throws(QueueError) in
      try impatient(
        load: load, agents: agents, handleSeconds: handleSeconds, patienceSeconds: patienceSeconds,
        retryShare: retryShare)
    }
  }

  /// Finds the least agents that keep the targets, which are on attempts, by Erlang C.
  ///
  /// - Throws: As ``waiting(load:agents:handleSeconds:hangUpAfterSeconds:retryShare:)``.
  public static func leastAgentsWaiting(
    load: OfferedLoad, handleSeconds: Double, hangUpAfterSeconds: Double, retryShare: Double,
    targets: Targets
  ) throws(QueueError) -> Staffing<Performance<ErlangC.Performance>> {
    var fewest = try fewest(load, 1)
    func team(_ agents: Int) throws(QueueError) -> Performance<ErlangC.Performance> {
      try waiting(
        load: load, agents: agents, handleSeconds: handleSeconds,
        hangUpAfterSeconds: hangUpAfterSeconds, retryShare: retryShare)
    }
    // The first team whose load does not swell without end.
    while true {
      do {
        _ = try team(fewest)
        break
      } catch QueueError.swollen {
        guard fewest < QueueError.mostAgents else { throw .tooMuchLoad(load) }
        fewest += 1
      }
    }
    return try Staffing(targets: targets, from: fewest, team: team)
  }

  /// The first team that can answer everybody, if everybody tries until then.
  private static func fewest(_ load: OfferedLoad, _ retryShare: Double) throws(QueueError) -> Int {
    guard load.erlangs < Double(QueueError.mostAgents) else { throw .tooMuchLoad(load) }
    return retryShare < 1 || load.erlangs == 0 ? 0 : Int(load.erlangs) + 1
  }
}
