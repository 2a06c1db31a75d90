#if canImport(Glibc)
  import Glibc  // exp, expm1, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Formulas for M/D/c: random arrivals, handling times that are all alike, `c` alike agents, first
/// come first served, and nobody leaves. Exact.
///
/// ```swift
/// let load = try OfferedLoad(erlangs: 9)
/// let team = try MDc.Performance(load: load, agents: 10, handleSeconds: 100)
/// team.waitProbability  // 0.6469
/// team.meanWaitSeconds  // 34.5, where exponential times give 66.9
/// ```
///
/// With handling time D, whoever is served at time t is gone at t + D. So the queue, looked at every
/// D, is Q' = max(Q + A − c, 0) with a Poisson number A of arrivals of mean a: a random walk with a
/// floor. Spitzer's identity gives what is wanted as sums of Poisson probabilities of its sums
/// N of mean m·a, all of them positive, so that nothing cancels even where waiting is very rare:
///
/// - P(W = 0) = exp(−Σ P(N ≥ mc)/m),
/// - E[Q] = Σ E[max(N − mc, 0)]/m,
/// - P(Q = i) = Σ j·h(j)·P(Q = i − j) / i over j ≤ i, with h(j) = Σ P(N = mc + j)/m.
///
/// Then P(W > x) = P(Q + N ≥ kc) with N of mean λ(kD − x) and (k − 1)D ≤ x < kD, which is
/// Crommelin's formula as G. J. Franx wrote it (*A simple solution for the M/D/c waiting time
/// distribution*, Operations Research Letters 29, 2001). Relative error below 1e-11, checked in
/// `MDcTests` against forty-digit sums (`Benchmarks/oracles/models.py`).
public enum MDc {
  /// What happens when so many agents face so much work.
  public struct Performance: Hashable, Sendable {
    /// The offered load, `a`.
    public let load: OfferedLoad
    /// Agents on duty, `c`.
    public let agents: Int
    /// The time one agent spends on each contact, D (unit: s; > 0).
    public let handleSeconds: Double
    /// The probability that a new contact has to wait (`0...1`).
    public let waitProbability: Double
    /// The probability that it is answered at once, accurate also when it is tiny.
    public let answeredAtOnce: Double
    /// The mean number of contacts waiting.
    public let queueLength: Double

    /// Works out what so many agents do.
    ///
    /// - Parameters:
    ///   - load: The offered load, `a`.
    ///   - agents: Agents on duty, `c`; more than `load.erlangs` unless both are zero.
    ///   - handleSeconds: The time one agent spends on each contact (unit: s; finite, > 0).
    /// - Throws: ``QueueError/unstable(load:agents:)``, ``QueueError/outOfRange(_:_:)`` when
    ///   `agents` is negative, ``QueueError/tooManyAgents(_:)``, ``QueueError/notPositive(_:_:)``.
    /// - Complexity: Some hundred sums of O(√(m·c)) terms; O(1) space.
    public init(load: OfferedLoad, agents: Int, handleSeconds: Double) throws(QueueError) {
      try Checked.agents(agents)
      try Checked.positive("handle seconds", handleSeconds)
      let a = load.erlangs
      guard Double(agents) > a || a == 0 else { throw .unstable(load: load, agents: agents) }
      self.load = load
      self.agents = agents
      self.handleSeconds = handleSeconds
      guard a > 0 else {
        (waitProbability, answeredAtOnce, queueLength) = (0, 1, 0)
        return
      }
      let walk = CyclicWalk(load: a, agents: Double(agents))
      let exponent = walk.sum { PoissonTerms.tail(count: $0, excess: $1) }
      answeredAtOnce = exp(-exponent)
      waitProbability = -expm1(-exponent)
      queueLength = walk.sum { PoissonTerms.meanExcess(count: $0, excess: $1) }
    }

    /// The share of an agent's time spent on contacts, a/c (`0..<1`).
    public var occupancy: Double { agents == 0 ? 0 : load.erlangs / Double(agents) }

    /// The mean wait over all contacts, also those that do not wait (unit: s).
    public var meanWaitSeconds: Double {
      load.erlangs == 0 ? 0 : queueLength / load.erlangs * handleSeconds
    }

    /// The whole distribution of the wait.
    ///
    /// It is a table; keep it where more than one question is asked.
    ///
    /// - Complexity: O(c) time for the table, with a constant of some thousands; O(√c) space.
    public func waits() -> Waits { Waits(self) }

    /// The share of contacts answered within the given time, P(W ≤ t).
    ///
    /// - Parameter withinSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    /// - Complexity: As of ``waits()``.
    public func serviceLevel(withinSeconds: Double) throws(QueueError) -> Double {
      try waits().serviceLevel(withinSeconds: withinSeconds)
    }

    /// The share of contacts that wait longer than the given time, P(W > t).
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`, accurate also when it is tiny.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    /// - Complexity: As of ``waits()``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try waits().lateShare(beyondSeconds: beyondSeconds)
    }

    /// The wait that the given share of contacts does not exceed.
    ///
    /// - Parameter share: The share (0 < share < 1).
    /// - Returns: A time (unit: s); `0` where that many are answered at once.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    /// - Complexity: As of ``waits()``, and O(c) for each of some seventy steps.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try waits().waitPercentile(share)
    }
  }
}

/// The sums over the steps m of the walk with Poisson steps of mean a, less c.
struct CyclicWalk {
  let load: Double
  let agents: Double

  /// ρ − 1 − ln ρ: the rate at which the walk's chance of being above zero falls, per agent.
  private var rate: Double {
    let spare = (agents - load) / agents
    guard spare < 0.01 else { return -spare - log1p(-spare) }
    return spare * spare * (0.5 + spare * (1.0 / 3 + spare / 4))
  }

  /// Σ over m of value(mc + offset, mc + offset − ma)/m.
  func sum(offset: Double = 0, _ value: (_ count: Double, _ excess: Double) -> Double) -> Double {
    let spare = agents - load
    // Beyond so many steps neighbouring terms differ by a few percent at most.
    let slow = max(200, 4 * offset / agents.squareRoot())
    return LongSum.sum(explicit: Int(min(slow, 1e6)), decay: agents * rate) { m in
      value(m * agents + offset, m * spare + offset) / m
    }
  }

  /// In the end P(Q = i) falls by 1 + y from one to the next, where c·ln(1 + y) = a·y; this is y.
  var decayExcess: Double {
    let ratio = load / agents
    // Convex in y; Newton's method from the right never passes the root.
    var y = max(4 * (1 - ratio) / ratio, 1e-300)
    while log1p(y) > ratio * y, y < 1e300 { y *= 2 }
    for _ in 0..<200 {
      let step = (ratio * y - log1p(y)) / (ratio - 1 / (1 + y))
      guard step.isFinite, step > y * 1e-16 else { break }
      y -= step
    }
    return y
  }
}
