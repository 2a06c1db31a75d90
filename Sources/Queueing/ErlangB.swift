/// Formulas for M/G/c/c: random arrivals, any handle times, `c` alike agents, and no queue:
/// a ticket that finds all of them busy goes away.
///
/// It sizes what cannot wait: telephone lines, chat slots, seats.
///
/// ```swift
/// let load = try OfferedLoad(erlangs: 6)
/// try ErlangB.blocking(load: load, agents: 8)  // 0.1219: one in eight is lost
/// try ErlangB.leastAgents(load: load, blockingAtMost: 0.01).chosen.agents  // 13
/// ```
///
/// Source of the recursion and of its use: D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris,
/// *Fundamentals of Queueing Theory*, 4th ed., Wiley, 2008, ch. 2. Checked in `ErlangBTests`
/// against sixty-digit arithmetic (`Benchmarks/oracles/erlang.py`).
public enum ErlangB {
  /// What happens when so many agents face so much work.
  public struct Performance: Hashable, Sendable {
    /// The offered load, `a`.
    public let load: OfferedLoad
    /// Agents on duty, `c`.
    public let agents: Int
    /// The share of tickets that are lost (`0...1`; `0` when the load is zero).
    public let blocking: Double
    /// The share of an agent's time spent on tickets (`0...1`).
    public let occupancy: Double

    /// Works out what so many agents do.
    ///
    /// - Parameters:
    ///   - load: The offered load, `a`.
    ///   - agents: Agents on duty, `c` (0 to ``QueueError/mostAgents``).
    /// - Throws: ``QueueError/outOfRange(_:_:)`` when `agents` is negative,
    ///   ``QueueError/tooManyAgents(_:)``.
    /// - Complexity: O(`agents`) time, O(1) space.
    public init(load: OfferedLoad, agents: Int) throws(QueueError) {
      try Checked.agents(agents)
      var recursion = BlockingRecursion(load: load)
      recursion.addAgents(upTo: agents)
      self.init(load: load, agents: agents, recursion: recursion)
    }

    init(load: OfferedLoad, agents: Int, recursion: BlockingRecursion) {
      self.load = load
      self.agents = agents
      guard load.erlangs > 0 else {
        (blocking, occupancy) = (0, 0)
        return
      }
      blocking = recursion.blocking
      // The recursion stops early where nobody is ever blocked; then all of the load is carried.
      occupancy =
        recursion.agents == agents
        ? recursion.occupancyWithoutQueue : load.erlangs / Double(agents)
    }

    /// The natural logarithm of ``blocking``; right to rounding also where the share itself is far
    /// too small for a `Double`. Minus infinity when the load is zero.
    public var logBlocking: Double {
      let a = load.erlangs
      guard a > 0 else { return -.infinity }
      guard blocking <= LogTails.tiny else {
        return LogTails.logarithm(blocking, rest: occupancy * Double(agents) / a)
      }
      return LogTails.blocking(load: a, agents: Double(agents))
    }
  }

  /// The share of tickets that find all agents busy and are lost.
  ///
  /// Relative error below 1e-12 wherever the answer is a normal `Double`; smaller answers come as
  /// close as a `Double` can, down to `0`.
  ///
  /// - Parameters:
  ///   - load: The offered load, `a`.
  ///   - agents: Agents on duty, `c` (0 to ``QueueError/mostAgents``).
  /// - Returns: A probability in `0...1`; `0` when the load is zero.
  /// - Throws: ``QueueError/outOfRange(_:_:)`` when `agents` is negative,
  ///   ``QueueError/tooManyAgents(_:)``.
  /// - Complexity: O(`agents`) time, O(1) space.
  public static func blocking(load: OfferedLoad, agents: Int) throws(QueueError) -> Double {
    try Performance(load: load, agents: agents).blocking
  }

  /// The natural logarithm of the share of tickets that are lost; right to rounding also where the
  /// share itself is far too small for a `Double`.
  ///
  /// - Parameters:
  ///   - load: The offered load, `a`.
  ///   - agents: Agents on duty, `c` (0 to ``QueueError/mostAgents``).
  /// - Returns: At most 0; minus infinity when the load is zero.
  /// - Throws: As ``blocking(load:agents:)``.
  /// - Complexity: O(`agents`) time, O(1) space.
  public static func logBlocking(load: OfferedLoad, agents: Int) throws(QueueError) -> Double {
    try Performance(load: load, agents: agents).logBlocking
  }
}
