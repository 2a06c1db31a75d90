/// A pool of agents who are all alike, and customers who are answered in the order in which they came.
///
/// The simplest desk, and the fastest to simulate: of the future, only when each agent will be free
/// has to be known. An arriving customer will be answered when the first of them is; whoever would
/// have to wait longer than their patience leaves, and takes nobody's time.
///
/// ```swift
/// let pool = try PlainPool(
///   interarrival: .exponential(mean: 60.0 / 45), handling: .exponential(mean: 60), agents: 50)
/// let tally = pool.run(RandomStreams(seed: 1, replication: 0), warmUp: 10_000, contacts: 100_000)
/// tally.meanWait  // about 4.4 s, as Erlang C says
/// ```
package struct PlainPool: Hashable, Sendable {
  /// Time from one arrival to the next (unit: s; mean > 0).
  package let interarrival: Distribution
  /// Time that an agent spends on one contact (unit: s).
  package let handling: Distribution
  /// Agents on duty (1...1,000,000).
  package let agents: Int
  /// How long customers wait before they leave (unit: s); nil where nobody leaves.
  package let patience: Distribution?
  /// Within how long an answer is in time (unit: s; ≥ 0).
  package let target: Double

  /// Creates a pool.
  ///
  /// - Throws: ``PoolError``.
  package init(
    interarrival: Distribution, handling: Distribution, agents: Int,
    patience: Distribution? = nil, target: Double = 20
  ) throws(PoolError) {
    guard interarrival.mean > 0 else { throw .endlessArrivals }
    guard (1...1_000_000).contains(agents) else { throw .agents(agents, most: 1_000_000) }
    guard target >= 0, target.isFinite else { throw .target(target) }
    self.interarrival = interarrival
    self.handling = handling
    self.agents = agents
    self.patience = patience
    self.target = target
  }

  /// Mean work arriving, in agents kept busy: mean handling ÷ mean time between arrivals (unit:
  /// erlangs).
  package var load: Double { handling.mean / interarrival.mean }

  /// How long the queue takes to forget how it began (unit: s): see ``SharedQueue/memory``.
  package var memory: Double {
    SharedQueue.memory(load: load, agents: agents, handling: handling, patience: patience)
  }

  /// Whether the queue stays finite: people leave, or agents are more than erlangs.
  package var isStable: Bool { patience != nil || Double(agents) > load }
}

/// A pool that cannot be.
package enum PoolError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The mean time between arrivals is zero.
  case endlessArrivals
  /// So many agents were asked for; so many can be simulated.
  case agents(Int, most: Int)
  /// Shares of classes are not positive, or do not add up to 1.
  case classes
  /// The target is negative or not finite (unit: s).
  case target(Double)
  /// The queue grows without end.
  case unstable(load: Double, agents: Int)

  package var description: String {
    switch self {
    case .endlessArrivals: "the mean time between arrivals must be more than zero"
    case .agents(let count, let most): "\(count) agents cannot be simulated; 1 to \(most) can"
    case .classes: "shares of classes must be more than zero and add up to 100%"
    case .target(let seconds): "a target must be zero seconds or more, not \(seconds)"
    case .unstable(let load, let agents):
      (agents == 1 ? "1 agent never catches" : "\(agents) agents never catch")
        + " up with \((load * 1000).rounded() / 1000) erlangs; use more agents than erlangs, or say "
        + "how patient customers are"
    }
  }
}
