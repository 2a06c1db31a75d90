#if canImport(Glibc)
  import Glibc  // exp, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Formulas for M/M/n+M: random arrivals, exponential handle times, `n` alike agents, first come,
/// first served, and customers who give up after an exponential time of waiting, their patience.
///
/// People who give up leave room for others, so that a team smaller than the load still has a
/// steady state, and the same promise takes fewer agents than by ``ErlangC``.
///
/// ```swift
/// let load = try OfferedLoad(arrivals: 48, perSeconds: 60, handleSeconds: 60)
/// let team = try ErlangA.Performance(
///   load: load, agents: 50, handleSeconds: 60, patienceSeconds: 120)
/// team.abandonment  // 0.0309
/// team.meanWaitSeconds  // 3.71
/// try team.waitPercentile(0.9)  // 12.44
/// ```
///
/// With x = n·μ/θ, y = λ/θ and A = 1 + Σ yʲ / ((x + 1)…(x + j)), a ticket waits with probability
/// A·B / (1 + (A − 1)·B), where B is Erlang's ``ErlangB/blocking(load:agents:)``. In terms of the
/// incomplete gamma function A = P(x, y) / p(x), and the chance that nobody can answer before time
/// t is P(V > t) = P(V > 0) · P(x, y·e^(−θt)) / P(x, y). A customer is lost when V outlasts the
/// patience.
///
/// Source: C. Palm, 1957; O. Garnett, A. Mandelbaum, M. Reiman, *Designing a call center with
/// impatient customers*, Manufacturing & Service Operations Management 4(3), 2002. Checked in
/// `ErlangATests` against 260-digit arithmetic that sums the chain and integrates the wait
/// (`Benchmarks/oracles/erlang_a.py`).
public enum ErlangA {
  /// Whose wait is meant.
  public enum Contacts: String, Hashable, Sendable, CaseIterable {
    /// Everybody, until they are answered or give up.
    case all
    /// Those who are answered in the end.
    case served
    /// Those who give up.
    case abandoned
  }

  /// What happens when so many agents face so much work.
  public struct Performance: QueuePerformance {
    /// The offered load, `a` = λ/μ; may exceed the agents.
    public let load: OfferedLoad
    /// Agents on duty, `n`.
    public let agents: Int
    /// Mean time one agent spends on one ticket, 1/μ (unit: s; > 0).
    public let handleSeconds: Double
    /// Mean time until a waiting customer gives up, 1/θ (unit: s; > 0).
    public let patienceSeconds: Double
    /// The probability that a new ticket has to wait, P(V > 0) (`0...1`).
    public let waitProbability: Double
    /// The probability that it is answered at once, accurate also when it is tiny.
    public let answeredAtOnce: Double
    /// The share of tickets that give up before they are answered (`0...1`).
    public let abandonment: Double
    /// The share that is answered in the end, accurate also when it is tiny.
    public let served: Double
    /// The sums at the moment of arrival; `nil` where nobody comes or answers.
    let tail: GammaTail?

    /// Works out what so many agents do.
    ///
    /// - Parameters:
    ///   - load: The offered load, `a`; more than `agents` is fair.
    ///   - agents: Agents on duty, `n` (0 to ``QueueError/mostAgents``).
    ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
    ///   - patienceSeconds: Mean time until a waiting customer gives up (unit: s; finite, > 0).
    /// - Throws: ``QueueError/outOfRange(_:_:)`` when `agents` is negative or the times are beyond
    ///   all measure, ``QueueError/tooManyAgents(_:)``, ``QueueError/notPositive(_:_:)``.
    /// - Complexity: O(`agents`) time, O(1) space.
    public init(
      load: OfferedLoad, agents: Int, handleSeconds: Double, patienceSeconds: Double
    ) throws(QueueError) {
      try Checked.agents(agents)
      try Checked.positive("handle seconds", handleSeconds)
      try Checked.positive("patience seconds", patienceSeconds)
      var recursion = BlockingRecursion(load: load)
      recursion.addAgents(upTo: agents)
      try self.init(
        load: load, agents: agents, handleSeconds: handleSeconds, patienceSeconds: patienceSeconds,
        recursion: recursion)
    }

    /// - Parameter recursion: Stands at `agents`, or below where B is nothing for good.
    init(
      load: OfferedLoad, agents: Int, handleSeconds: Double, patienceSeconds: Double,
      recursion: BlockingRecursion
    ) throws(QueueError) {
      self.load = load
      self.agents = agents
      self.handleSeconds = handleSeconds
      self.patienceSeconds = patienceSeconds
      let (a, n) = (load.erlangs, Double(agents))
      let ratio = patienceSeconds / handleSeconds
      guard (a + n) * ratio < 1e300 else {
        throw .outOfRange("load × patience ÷ handling time", (a + n) * ratio)
      }
      guard a > 0 else {
        (waitProbability, answeredAtOnce, abandonment, served) = (0, 1, 0, 1)
        tail = nil
        return
      }
      guard agents > 0 else {
        (waitProbability, answeredAtOnce, abandonment, served) = (1, 0, 1, 0)
        tail = nil
        return
      }
      let y = a * ratio
      let tail = GammaTail(x: n * ratio, z: y, excess: (a - n) * ratio, logZ: log(y))
      // The recursion stops early where nobody is ever blocked.
      let isStopped = recursion.agents < agents
      let blocking = isStopped ? 0 : recursion.blocking
      if tail.isBelow {
        let unblocked = isStopped ? 1 : recursion.served
        let waiting = tail.sum * blocking
        let all = unblocked + waiting
        waitProbability = min(1, waiting / all)
        answeredAtOnce = min(1, unblocked / all)
        abandonment = min(1, waitProbability * tail.weighted / tail.sum)
        served = min(1, answeredAtOnce + waitProbability * tail.x * tail.rest / tail.sum)
      } else {
        // 1/A: what is answered at once is tiny where few agents face much work.
        let inverse = tail.density / (1 - tail.density * tail.upper)
        let all = recursion.served * inverse + blocking
        waitProbability = min(1, blocking / all)
        answeredAtOnce = min(1, recursion.served * inverse / all)
        abandonment = min(1, waitProbability * ((a - n) / a + n / a * inverse))
        served = min(1, answeredAtOnce + waitProbability * (n / a) * (1 - inverse))
      }
      self.tail = tail
    }

    /// The share of an agent's time spent on tickets (`0...1`).
    public var occupancy: Double {
      agents == 0 ? 0 : min(1, load.erlangs * served / Double(agents))
    }

    /// The mean wait over all tickets, until the answer or the giving up (unit: s). It is the share
    /// that gives up times the patience, whatever else holds.
    public var meanWaitSeconds: Double { abandonment * patienceSeconds }

    /// The mean number of tickets waiting (dimensionless), by Little's law.
    public var queueLength: Double {
      load.erlangs * abandonment * (patienceSeconds / handleSeconds)
    }

    /// The natural logarithm of ``waitProbability``; right to rounding also where the probability
    /// itself is far too small for a `Double`. Minus infinity when the load is zero.
    public var logWaitProbability: Double {
      guard let tail, waitProbability <= LogTails.tiny else {
        return LogTails.logarithm(waitProbability, rest: answeredAtOnce)
      }
      return LogTails.blocking(load: load.erlangs, agents: Double(agents)) + log(tail.sum)
    }

    /// The share of all tickets that have the given fate.
    public func share(of contacts: Contacts) -> Double {
      switch contacts {
      case .all: 1
      case .served: served
      case .abandoned: abandonment
      }
    }
  }
}
