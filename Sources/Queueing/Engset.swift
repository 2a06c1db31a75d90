#if canImport(Glibc)
  import Glibc  // log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Formulas for M/G/c/c with few customers: `N` sources, each of which sends the next ticket a
/// random time after its last one was done or lost; `c` alike agents, and no queue.
///
/// Where a hundred people can call, those who are talking do not call again, so fewer are lost than
/// by ``ErlangB``, which has endlessly many callers.
///
/// ```swift
/// let load = try OfferedLoad(erlangs: 6)
/// try Engset.Performance(sources: 20, load: load, agents: 8).blocking  // 0.1070
/// try ErlangB.blocking(load: load, agents: 8)  // 0.1219
/// ```
///
/// Source: D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, *Fundamentals of Queueing
/// Theory*, 4th ed., Wiley, 2008, ch. 2 (finite sources). Checked in `EngsetTests` against exact
/// sums of binomials.
public enum Engset {
  /// What happens when so many agents face so many sources.
  public struct Performance: LossPerformance {
    /// Everybody who may send a ticket, `N`.
    public let sources: Int
    /// The load if nobody were ever turned away: each source would be served a share α / (1 + α) of
    /// the time, where α is what it offers while it is idle.
    public let load: OfferedLoad
    /// Agents on duty, `c`.
    public let agents: Int
    /// The share of tickets that find all agents busy and are lost (`0...1`).
    public let blocking: Double
    /// The share of the time in which all agents are busy; larger than ``blocking``, since then
    /// fewer sources are idle and able to send a ticket.
    public let busyTime: Double
    /// The natural logarithm of ``blocking``, accurate also where the share itself is far too small
    /// for a `Double`; minus infinity when the load is zero, or there are no fewer agents than
    /// sources.
    public let logBlocking: Double
    /// The share of an agent's time spent on tickets (`0...1`).
    public let occupancy: Double

    /// Works out what so many agents do.
    ///
    /// The recursion is that of Erlang B with the load of the sources still idle,
    /// E(c) = (N − c + 1)·α·E(c−1) / (c + (N − c + 1)·α·E(c−1)); a ticket sees the system as it
    /// would be without its own source, so blocking is E with N − 1 sources.
    ///
    /// - Parameters:
    ///   - sources: Everybody who may send a ticket, `N` (1 to ``QueueError/mostAgents``).
    ///   - load: The load if nobody were turned away (0 ≤ load < `sources`).
    ///   - agents: Agents on duty, `c` (0 to ``QueueError/mostAgents``).
    /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
    ///   ``QueueError/tooFewSources(_:load:)``.
    /// - Complexity: O(`agents`) time, O(1) space.
    public init(sources: Int, load: OfferedLoad, agents: Int) throws(QueueError) {
      try Checked.agents(agents)
      var chain = try Chain(sources: sources, load: load)
      while chain.agents < agents { chain.addAgent() }
      self.init(load: load, chain: chain)
    }

    init(load: OfferedLoad, chain: Chain) {
      self.load = load
      (sources, agents) = (chain.sources, chain.agents)
      let busy = load.erlangs > 0
      blocking = busy ? chain.seen.share : 0
      logBlocking = busy ? chain.seen.logarithm : -.infinity
      busyTime = busy ? chain.whole.share : 0
      // Σ over the sources: served ones and idle ones are N in all.
      let offered = chain.alpha * chain.seen.rest
      let carried = Double(sources) * offered / (1 + offered)
      occupancy = agents == 0 ? 0 : min(1, carried / Double(agents))
    }
  }

  /// The least number of agents that keeps the targets, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that keeps any mix of targets.
  ///
  /// - Parameters:
  ///   - sources: Everybody who may send a ticket, `N` (1 to ``QueueError/mostAgents``).
  ///   - load: The load if nobody were turned away (0 ≤ load < `sources`).
  ///   - targets: What must be kept.
  /// - Returns: The answer with one agent fewer and one more beside it; never more than `sources`,
  ///   save for the sake of a cap on occupancy.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
  ///   ``QueueError/tooFewSources(_:load:)``.
  /// - Complexity: O(agents found) time, O(1) space.
  public static func leastAgents(
    sources: Int, load: OfferedLoad, targets: Targets
  ) throws(QueueError) -> Staffing {
    try Staffing(
      targets: targets, from: 0, upTo: QueueError.mostAgents,
      start: Chain(sources: sources, load: load),
      advance: { (chain: inout Chain, agents: Int) in
        while chain.agents < agents { chain.addAgent() }
      },
      team: { (chain: Chain) throws(QueueError) in Performance(load: load, chain: chain) })
  }

  /// Finds the largest load with which so many agents still keep the targets.
  ///
  /// - Parameters:
  ///   - sources: Everybody who may send a ticket, `N` (1 to ``QueueError/mostAgents``).
  ///   - agents: Agents on duty, `c` (0 to ``QueueError/mostAgents``).
  ///   - targets: What must be kept.
  /// - Returns: A load below `sources`, to 1e-13 of itself.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``.
  /// - Complexity: O(`agents`) time a step, some fifty steps; O(1) space.
  public static func largestLoad(
    sources: Int, agents: Int, targets: Targets
  ) throws(QueueError) -> OfferedLoad {
    try Checked.agents(sources)
    return try targets.largestLoad(below: Double(sources)) { load throws(QueueError) in
      try Performance(sources: sources, load: load, agents: agents)
    }
  }

  /// Agents one after the other, for all sources and for all but one.
  struct Chain {
    /// The share of the time in which all agents are busy, and one minus it.
    struct Busy {
      /// The share is `significand` × 2^`exponent`, as in ``BlockingRecursion``.
      private var significand = 1.0
      private var exponent = 0
      private(set) var rest = 0.0

      mutating func add(agent: Int, offered: Double) {
        let blocked = offered * significand
        let all = Double(agent) + (exponent == 0 ? blocked : 0)
        rest = Double(agent) / all
        significand = blocked / all
        if significand < 0x1p-500, significand > 0 {
          significand *= 0x1p500
          exponent -= 500
        }
      }

      var share: Double { Double(sign: .plus, exponent: exponent, significand: significand) }

      var logarithm: Double {
        exponent == 0
          ? LogTails.logarithm(significand, rest: rest)
          : log(significand) + Double(exponent) * log(2)
      }
    }

    let sources: Int
    /// What one source offers while it is idle (unit: erlangs).
    let alpha: Double
    private(set) var agents = 0
    private(set) var whole = Busy()
    private(set) var seen = Busy()

    init(sources: Int, load: OfferedLoad) throws(QueueError) {
      try Checked.agents(sources)
      guard Double(sources) > load.erlangs else {
        throw .tooFewSources(sources, load: load)
      }
      self.sources = sources
      alpha = load.erlangs / (Double(sources) - load.erlangs)
    }

    mutating func addAgent() {
      agents += 1
      let idle = Double(max(0, sources - agents))
      whole.add(agent: agents, offered: Double(max(0, sources - agents + 1)) * alpha)
      seen.add(agent: agents, offered: idle * alpha)
    }
  }
}
