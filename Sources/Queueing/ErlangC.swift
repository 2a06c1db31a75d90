#if canImport(Glibc)
  import Glibc  // exp, expm1, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Formulas for M/M/c: random arrivals, exponential handle times, `c` alike agents,
/// first come, first served, and nobody leaves the queue.
///
/// ```swift
/// let load = try OfferedLoad(arrivalsPerHour: 90, handleTime: .seconds(240))
/// let team = try ErlangC.Performance(load: load, agents: 8, handleSeconds: 240)
/// team.waitProbability  // 0.3570
/// team.meanWaitSeconds  // 42.8
/// try ErlangC.leastAgents(
///   load: load, handleSeconds: 240, serviceLevel: 0.8, withinSeconds: 20
/// ).chosen.agents  // 9
/// ```
///
/// Source: D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, *Fundamentals of Queueing
/// Theory*, 4th ed., Wiley, 2008, ch. 2. Checked in `ErlangCTests` against sixty-digit arithmetic
/// (`Benchmarks/oracles/erlang.py`).
public enum ErlangC {
  /// The probability that a new ticket has to wait.
  ///
  /// Steps up the stable Erlang B recursion and converts, C = c·B / ((c − a) + a·B). All terms
  /// are positive, so the relative error stays below 1e-12 also when C or c − a is tiny.
  ///
  /// - Parameters:
  ///   - load: The offered load, `a`.
  ///   - agents: Agents on duty, `c`; more than `load.erlangs` unless both are zero.
  /// - Returns: A probability in `0...1`; `0` when the load is zero.
  /// - Throws: ``QueueError/unstable(load:agents:)`` when `agents` ≤ `load.erlangs`,
  ///   ``QueueError/outOfRange(_:_:)`` when `agents` is negative, ``QueueError/tooManyAgents(_:)``.
  /// - Complexity: O(`agents`) time, O(1) space.
  public static func waitProbability(load: OfferedLoad, agents: Int) throws(QueueError) -> Double {
    try Performance(load: load, agents: agents, handleSeconds: 1).waitProbability
  }

  /// What happens when so many agents face so much work.
  public struct Performance: Hashable, Sendable {
    /// The offered load, `a`.
    public let load: OfferedLoad
    /// Agents on duty, `c`.
    public let agents: Int
    /// Mean time one agent spends on one ticket (unit: s; > 0).
    public let handleSeconds: Double
    /// The probability that a new ticket has to wait, C (`0...1`).
    public let waitProbability: Double
    /// The probability that it is answered at once, 1 − C, accurate also when it is tiny.
    public let answeredAtOnce: Double

    /// Works out what so many agents do.
    ///
    /// - Parameters:
    ///   - load: The offered load, `a`.
    ///   - agents: Agents on duty, `c`; more than `load.erlangs` unless both are zero.
    ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
    /// - Throws: ``QueueError/unstable(load:agents:)``, ``QueueError/outOfRange(_:_:)`` when
    ///   `agents` is negative, ``QueueError/tooManyAgents(_:)``, ``QueueError/notPositive(_:_:)``.
    /// - Complexity: O(`agents`) time, O(1) space.
    public init(load: OfferedLoad, agents: Int, handleSeconds: Double) throws(QueueError) {
      try Checked.agents(agents)
      guard handleSeconds.isFinite, handleSeconds > 0 else {
        throw .notPositive("handle seconds", handleSeconds)
      }
      guard Double(agents) > load.erlangs || load.erlangs == 0 else {
        throw .unstable(load: load, agents: agents)
      }
      var recursion = BlockingRecursion(load: load)
      recursion.addAgents(upTo: agents)
      self.init(load: load, agents: agents, handleSeconds: handleSeconds, recursion: recursion)
    }

    init(
      load: OfferedLoad, agents: Int, handleSeconds: Double, recursion: BlockingRecursion
    ) {
      self.load = load
      self.agents = agents
      self.handleSeconds = handleSeconds
      let waits = load.erlangs > 0 && recursion.agents == agents
      waitProbability = waits ? recursion.waitProbability : 0
      answeredAtOnce = waits ? recursion.answeredAtOnce : 1
    }

    /// The share of an agent's time spent on tickets, a/c (`0..<1`).
    public var occupancy: Double { agents == 0 ? 0 : load.erlangs / Double(agents) }

    /// The natural logarithm of ``waitProbability``; right to rounding also where the probability
    /// itself is far too small for a `Double`. Minus infinity when the load is zero.
    public var logWaitProbability: Double {
      guard load.erlangs > 0 else { return -.infinity }
      guard waitProbability <= LogTails.tiny else {
        return LogTails.logarithm(waitProbability, rest: answeredAtOnce)
      }
      let n = Double(agents)
      return LogTails.blocking(load: load.erlangs, agents: n) + log(n / spare)
    }

    /// The mean wait over all tickets, also those that do not wait (unit: s).
    public var meanWaitSeconds: Double {
      agents == 0 ? 0 : waitProbability / spare * handleSeconds
    }

    /// The mean number of tickets waiting (dimensionless; those being handled not counted).
    public var queueLength: Double {
      agents == 0 ? 0 : waitProbability / spare * load.erlangs
    }

    /// The share of tickets answered within the given time, P(W ≤ t).
    ///
    /// Computed as (1 − C) + C·(1 − e⁻ˣ) with x = (c − a)·t/handle time: both terms are positive.
    ///
    /// - Parameter withinSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func serviceLevel(withinSeconds: Double) throws(QueueError) -> Double {
      let exponent = try decay(withinSeconds)
      return min(1, answeredAtOnce - waitProbability * expm1(-exponent))
    }

    /// The share of tickets that wait longer than the given time, P(W > t) = C·e⁻ˣ; accurate
    /// also when it is tiny.
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      waitProbability * exp(-(try decay(beyondSeconds)))
    }

    /// The natural logarithm of the share of tickets that wait longer than the given time; accurate
    /// also where the share is far too small for a `Double`.
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: ln C − x; minus infinity when the load is zero.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      logWaitProbability - (try decay(beyondSeconds))
    }

    /// The wait that the given share of tickets does not exceed.
    ///
    /// - Parameter share: The share (0 < share < 1), such as 0.95 for the 95th percentile.
    /// - Returns: A time (unit: s); `0` where that many are answered at once.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      let late = 1 - share
      guard waitProbability > late else { return 0 }
      // ln(C / late), from the difference so that nothing is lost where the two are close.
      return log1p((waitProbability - late) / late) / spare * handleSeconds
    }

    /// How many agents are free on average, c − a.
    private var spare: Double { Double(agents) - load.erlangs }

    private func decay(_ seconds: Double) throws(QueueError) -> Double {
      guard seconds.isFinite, seconds >= 0 else { throw .outOfRange("seconds", seconds) }
      return spare * (seconds / handleSeconds)
    }
  }
}
