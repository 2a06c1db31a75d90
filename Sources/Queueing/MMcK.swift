#if canImport(Glibc)
  import Glibc  // exp, expm1, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Formulas for M/M/c/K: random arrivals, exponential handle times, `c` alike agents, first come,
/// first served, and `K` places in all: a ticket that finds them taken goes away.
///
/// It sizes telephone lines: `K` lines, of which agents answer `c`. With K = c it is ``ErlangB``,
/// with endlessly many places ``ErlangC``; below the load it is stable all the same.
///
/// ```swift
/// let load = try OfferedLoad(erlangs: 6)
/// let team = try MMcK.Performance(load: load, agents: 8, places: 12, handleSeconds: 240)
/// team.blocking  // 0.0309
/// team.meanWaitSeconds  // 17.7
/// ```
///
/// Source: D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, *Fundamentals of Queueing
/// Theory*, 4th ed., Wiley, 2008, ch. 2. Checked in `MMcKTests` against exact sums of the chain.
public enum MMcK {
  /// What happens when so many agents with so many places face so much work.
  public struct Performance: QueuePerformance {
    /// The offered load, `a`; may exceed the agents.
    public let load: OfferedLoad
    /// Agents on duty, `c`.
    public let agents: Int
    /// Tickets that can be there at a time, being handled or waiting, `K`.
    public let places: Int
    /// Mean time one agent spends on one ticket (unit: s; > 0).
    public let handleSeconds: Double
    /// The share of tickets that find every place taken and are lost (`0...1`).
    public let blocking: Double
    /// The share of tickets that are let in, accurate also when it is tiny.
    public let letIn: Double
    /// The probability that a ticket that is let in has to wait (`0...1`).
    public let waitProbability: Double
    /// The mean number of tickets waiting.
    public let queueLength: Double
    /// The chance of j waiting, over that of the likeliest such j.
    let queue: Queue

    /// Works out what so many agents do.
    ///
    /// - Parameters:
    ///   - load: The offered load, `a`; more than `agents` is fair.
    ///   - agents: Agents on duty, `c` (1 to `places`; 0 when the load is zero).
    ///   - places: Tickets that can be there at a time, `K` (to ``QueueError/mostAgents``).
    ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
    /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
    ///   ``QueueError/tooFewPlaces(_:agents:)``, ``QueueError/notPositive(_:_:)``;
    ///   ``QueueError/unstable(load:agents:)`` when nobody is there to answer.
    /// - Complexity: O(`places`) time, O(1) space.
    public init(
      load: OfferedLoad, agents: Int, places: Int, handleSeconds: Double
    ) throws(QueueError) {
      try Checked.agents(agents)
      var recursion = BlockingRecursion(load: load)
      recursion.addAgents(upTo: agents)
      try self.init(
        load: load, agents: agents, places: places, handleSeconds: handleSeconds,
        recursion: recursion)
    }

    /// - Parameter recursion: Stands at `agents`, or below where B is nothing for good.
    init(
      load: OfferedLoad, agents: Int, places: Int, handleSeconds: Double,
      recursion: BlockingRecursion
    ) throws(QueueError) {
      try Checked.agents(places)
      try Checked.positive("handle seconds", handleSeconds)
      guard agents <= places else { throw .tooFewPlaces(places, agents: agents) }
      guard agents > 0 || load.erlangs == 0 else { throw .unstable(load: load, agents: agents) }
      self.load = load
      self.agents = agents
      self.places = places
      self.handleSeconds = handleSeconds
      queue = Queue(load: load.erlangs, agents: agents, places: places - agents)
      guard load.erlangs > 0, agents == recursion.agents else {
        (blocking, letIn, waitProbability, queueLength) = (0, 1, 0, 0)
        scale = 0
        logScale = Self.logNothingElse(load, agents)
        return
      }
      let sums = queue.sums()
      // The chance that exactly all agents are busy is B of all up to there.
      let below = recursion.served / recursion.blocking * queue.first
      guard below.isFinite else {
        (blocking, letIn, waitProbability, queueLength) = (0, 1, 0, 0)
        scale = 0
        logScale = Self.logNothingElse(load, agents)
        return
      }
      let all = below + sums.waiting + queue.last
      blocking = queue.last / all
      letIn = (below + sums.waiting) / all
      waitProbability = min(1, sums.waiting / (below + sums.waiting))
      queueLength = sums.length / all
      scale = 1 / all
      logScale = -log(all)
    }

    /// The chance of the likeliest number of waiting tickets.
    private let scale: Double
    /// ln of it, also where it is too small for a `Double`.
    private let logScale: Double

    /// ln of the chance that all agents are busy and nobody waits, where it is next to nothing.
    private static func logNothingElse(_ load: OfferedLoad, _ agents: Int) -> Double {
      load.erlangs > 0
        ? LogTails.blocking(load: load.erlangs, agents: Double(agents)) : -.infinity
    }

    /// The natural logarithm of ``blocking``; right to rounding also where the share itself is far
    /// too small for a `Double`. Minus infinity when the load is zero.
    public var logBlocking: Double {
      blocking > 0.5 ? log1p(-letIn) : min(0, logScale + queue.logLast)
    }

    /// The share of an agent's time spent on tickets (`0...1`).
    public var occupancy: Double {
      agents == 0 ? 0 : min(1, load.erlangs * letIn / Double(agents))
    }

    /// The mean wait over all tickets that are let in (unit: s), by Little's law.
    public var meanWaitSeconds: Double {
      queueLength == 0 ? 0 : queueLength / (load.erlangs * letIn) * handleSeconds
    }

    /// The share of all tickets, also of the lost ones, that are let in and wait longer than the
    /// given time.
    ///
    /// Whoever finds j waiting waits for j + 1 agents to be done: longer than t if no more than j of
    /// them are done by then, a Poisson number of mean c·t ÷ handling time.
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`, to about 1e-12 of itself.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    /// - Complexity: O(`places` − `agents`) time at most.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      guard scale > 0 else { return 0 }
      return min(1, scale * queue.late(mean: Double(agents) * (beyondSeconds / handleSeconds)))
    }

    /// The natural logarithm of ``lateShare(beyondSeconds:)``; right to rounding also where the share
    /// itself is far too small for a `Double`.
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: At most 0; minus infinity when the load is zero, or there is no place to wait.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    /// - Complexity: O(`places` − `agents`) time at most.
    public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      let share = try lateShare(beyondSeconds: beyondSeconds)
      guard share <= LogTails.tiny else { return log(share) }
      guard logScale > -.infinity else { return -.infinity }
      return min(
        0, logScale + queue.logLate(mean: Double(agents) * (beyondSeconds / handleSeconds)))
    }

    /// The wait that the given share of the tickets that are let in does not exceed.
    ///
    /// - Parameter share: The share (0 < share < 1), such as 0.95 for the 95th percentile.
    /// - Returns: A time (unit: s); `0` where that many are answered at once.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    /// - Complexity: Some seventy times that of ``lateShare(beyondSeconds:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      guard scale > 0 else { return 0 }
      return Percentile.find(late: (1 - share) * letIn, scale: handleSeconds) {
        min(1, scale * queue.late(mean: Double(agents) * ($0 / handleSeconds)))
      }
    }

    /// One minus the service level; lost tickets leave at once, so a short abandonment leaves them
    /// out.
    public func missedShare(
      withinSeconds: Double, abandoned: AbandonedContacts
    ) throws(QueueError) -> Double {
      let late = try lateShare(beyondSeconds: withinSeconds)
      switch abandoned {
      case .countAsMissed: return min(1, blocking + late)
      case .answeredOnly, .excludeShort: return letIn > 0 ? min(1, late / letIn) : 1
      }
    }
  }

  /// The least number of agents that keeps the targets, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that keeps any mix of targets, with the places given.
  ///
  /// - Parameters:
  ///   - load: The offered load; zero load needs zero agents.
  ///   - places: Tickets that can be there at a time, `K` (1 to ``QueueError/mostAgents``).
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - targets: What must be kept.
  /// - Returns: The answer with one agent fewer and one more beside it, as far as there is room.
  /// - Throws: ``QueueError/notPositive(_:_:)``, ``QueueError/outOfRange(_:_:)``,
  ///   ``QueueError/tooManyAgents(_:)``; ``QueueError/neverKept(_:agents:)`` when not even an agent
  ///   at every place is enough.
  /// - Complexity: O(agents found) steps of the recursion, and O(log agents) teams of O(`places`).
  public static func leastAgents(
    load: OfferedLoad, places: Int, handleSeconds: Double, targets: Targets
  ) throws(QueueError) -> Staffing {
    try Checked.agents(places)
    try Checked.positive("handle seconds", handleSeconds)
    let fewest = load.erlangs > 0 ? 1 : 0
    guard fewest <= places else { throw .tooFewPlaces(places, agents: fewest) }
    return try Staffing(
      targets: targets, from: fewest, upTo: places, start: BlockingRecursion(load: load),
      advance: { (recursion: inout BlockingRecursion, agents: Int) in
        while recursion.agents < agents { recursion.addAgent() }
      },
      team: { (recursion: BlockingRecursion) throws(QueueError) in
        try Performance(
          load: load, agents: recursion.agents, places: places, handleSeconds: handleSeconds,
          recursion: recursion)
      })
  }

  /// Finds the largest load with which so many agents still keep the targets.
  ///
  /// - Parameters:
  ///   - agents: Agents on duty, `c` (1 to `places`).
  ///   - places: Tickets that can be there at a time, `K` (to ``QueueError/mostAgents``).
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - targets: What must be kept.
  /// - Returns: A load, to 1e-13 of itself.
  /// - Throws: What ``Performance/init(load:agents:places:handleSeconds:)`` throws;
  ///   ``QueueError/outOfRange(_:_:)`` when nothing limits the load.
  /// - Complexity: O(`places`) time a step, some sixty steps; O(1) space.
  public static func largestLoad(
    agents: Int, places: Int, handleSeconds: Double, targets: Targets
  ) throws(QueueError) -> OfferedLoad {
    try targets.largestLoad { load throws(QueueError) in
      try Performance(load: load, agents: agents, places: places, handleSeconds: handleSeconds)
    }
  }
}

extension MMcK {
  /// Weights of j waiting tickets, 0 ≤ j ≤ m: a geometric series, in proportion to its largest term.
  struct Queue: Hashable {
    /// Places to wait, m.
    let places: Int
    /// a/c or c/a, whichever is at most one.
    private let ratio: Double
    private let logRatio: Double
    private let isRising: Bool

    init(load: Double, agents: Int, places: Int) {
      self.places = places
      let c = Double(agents)
      isRising = load > c
      let (small, large) = isRising ? (c, load) : (load, c)
      ratio = large > 0 ? small / large : 0
      logRatio = large > 0 ? log1p((small - large) / large) : -.infinity
    }

    /// The weight of nobody waiting.
    var first: Double { isRising ? power(places) : 1 }
    /// The weight of every place taken.
    var last: Double { isRising ? 1 : power(places) }
    /// ln of it.
    var logLast: Double { isRising || places == 0 ? 0 : Double(places) * logRatio }

    /// Σ over j < m of the weights, and Σ over j ≤ m of j times them.
    func sums() -> (waiting: Double, length: Double) {
      var (weight, waiting, length) = (1.0, 0.0, 0.0)
      let m = Double(places)
      for step in 0...places {
        let j = isRising ? places - step : step
        if j < places { waiting += weight }
        length += Double(j) * weight
        weight *= ratio
        // All that follow are at most a geometric series of terms as long as the queue.
        if weight * m < 0x1p-60 * (1 - ratio) * min(waiting, length) { break }
      }
      return (waiting, length)
    }

    /// Σ over j < m of the weight of j × P(at most j), for a Poisson number of the given mean.
    func late(mean: Double) -> Double {
      guard places > 0 else { return 0 }
      guard mean > 0 else { return sum(from: 0) }
      // Σ over i of P(i) × the weights from i on; beyond the start P(i) is nothing beside the rest.
      let most = mean + 40 * mean.squareRoot() + 60
      var i = Double(places - 1) < most ? places - 1 : Int(most)
      let excess = mean - Double(i)
      let start = GammaTail.logDensity(
        x: Double(i), z: mean, excess: excess, logZ: log(mean))
      var chance = exp(start)
      var total = 0.0
      while true {
        let term = chance * sum(from: i)
        total += term
        guard i > 0, chance > 0 else { return total }
        if Double(i) < mean, term < 0x1p-60 * total * (1 - Double(i) / mean) { return total }
        chance *= Double(i) / mean
        i -= 1
      }
    }

    /// ln ``late(mean:)``.
    func logLate(mean: Double) -> Double {
      guard places > 0 else { return -.infinity }
      guard mean > 0 else { return logSum(from: 0) }
      let logMean = log(mean)
      return LogTails.sum(over: 0...(places - 1)) { i in
        let x = Double(i)
        return GammaTail.logDensity(x: x, z: mean, excess: mean - x, logZ: logMean)
          + logSum(from: i)
      }
    }

    /// ln of the sum of the weights over i ≤ j < m.
    private func logSum(from i: Int) -> Double {
      let count = Double(places - i)
      if logRatio == 0 { return log(count) }
      if logRatio == -.infinity { return log(sum(from: i)) }
      return log(expm1(count * logRatio) / expm1(logRatio))
        + (isRising ? logRatio : i == 0 ? 0 : Double(i) * logRatio)
    }

    /// Σ of the weights over i ≤ j < m.
    private func sum(from i: Int) -> Double {
      let count = Double(places - i)
      if logRatio == 0 { return count }
      if logRatio == -.infinity { return isRising || i > 0 ? 0 : 1 }
      let series = expm1(count * logRatio) / expm1(logRatio)
      return isRising ? ratio * series : power(i) * series
    }

    private func power(_ j: Int) -> Double { j == 0 ? 1 : exp(Double(j) * logRatio) }
  }
}
