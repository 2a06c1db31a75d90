/// A pool, simulated often enough to say how it does in the long run.
///
/// Each replication begins with an empty queue, leaves out the contacts of ``warmUp`` and counts the
/// ones after them; the intervals are Student's over replications.
///
/// ```swift
/// let study = try PoolStudy(pool, contacts: 1_000_000, seed: 1)
/// let answer = study.run(cores: 2)
/// answer[.meanWait]  // 4.39 s, with low and high
/// ```
package struct PoolStudy: Hashable, Sendable {
  /// What is asked of a pool; a replication gives all, in this order.
  package enum Figure: Int, Sendable, CaseIterable {
    /// The share answered within the target, of all contacts.
    case serviceLevel
    /// The share that cannot be answered at once.
    case waitProbability
    /// Time to the answer or to leaving (unit: s).
    case meanWait
    /// The wait that 95% do not exceed (unit: s).
    case wait95
    /// The share that gives up.
    case abandonment
    /// The share of the agents' time in which they work.
    case occupancy
    /// Contacts waiting.
    case queueLength
  }

  /// How well a share has to be known for a study to end.
  package struct Precision: Hashable, Sendable {
    /// Half the width that the service level's interval may have.
    package let halfWidth: Double

    /// - Parameter halfWidth: More than 0, at most 0.5.
    package init?(halfWidth: Double) {
      guard halfWidth > 0, halfWidth <= 0.5 else { return nil }
      self.halfWidth = halfWidth
    }
  }

  package let pool: PlainPool
  /// Contacts counted in each replication.
  package let contactsEach: Int
  package let seed: UInt64
  /// How often an interval shall hold the truth.
  package let confidence: Double
  private let rule: StoppingRule

  /// How many replications so many contacts are divided into.
  package static let replications = 20

  /// Creates a study.
  ///
  /// - Parameters:
  ///   - contacts: How many are counted in all, over ``replications`` of them (20...10¹¹); with
  ///     `until`, over every twenty.
  ///   - until: When to stop instead of after ``replications``.
  /// - Throws: ``PoolError/unstable(load:agents:)`` where the queue grows without end.
  package init(
    _ pool: PlainPool, contacts: Int, seed: UInt64, until: Precision? = nil,
    confidence: Double = 0.95
  ) throws(PoolError) {
    guard pool.isStable else { throw .unstable(load: pool.load, agents: pool.agents) }
    self.pool = pool
    self.seed = seed
    self.confidence = confidence
    contactsEach = min(max(contacts / Self.replications, 1), 5_000_000_000)
    rule =
      until.map {
        .until(
          halfWidth: $0.halfWidth, of: Figure.serviceLevel.rawValue, confidence: confidence,
          atMost: 10_000)
      } ?? .count(Self.replications)
  }

  /// Contacts that each replication leaves out, so that the empty beginning does not count.
  ///
  /// Ten times as long as a queue takes to forget: 1 ÷ (√agents − √load)² handling times, longer
  /// where handling varies much, and no longer than the larger of handling and patience where people
  /// leave. At least ten contacts for each agent, at most as many as are counted (or ten for each
  /// agent).
  package var warmUp: Int {
    let handling = max(pool.handling.mean, 1e-12)
    var rate = 0.0
    if Double(pool.agents) > pool.load {
      let gap = Double(pool.agents).squareRoot() - pool.load.squareRoot()
      rate = gap * gap / handling / max(1, (1 + pool.handling.squaredVariation) / 2)
    }
    if let patience = pool.patience { rate = max(rate, 1 / max(handling, patience.mean)) }
    let least = 10 * pool.agents
    let most = Double(max(least, contactsEach))
    let wanted = 10 / max(rate, 1e-300) / pool.interarrival.mean
    return max(least, Int(min(wanted, most).rounded()))
  }

  /// Simulates.
  ///
  /// - Returns: All figures; the same on any number of cores.
  /// - Complexity: O(contacts log agents).
  package func run(
    cores: Int = 1, isCancelled: () -> Bool = { false }, progress: (Int) -> Void = { _ in }
  ) -> PoolAnswer {
    let (study, warmUp) = (self, warmUp)
    let means = Replications.run(
      rule, cores: cores, isCancelled: isCancelled, progress: progress
    ) { number in
      let tally = study.pool.run(
        RandomStreams(seed: study.seed, replication: number), warmUp: warmUp,
        contacts: study.contactsEach)
      return Figure.allCases.map { tally.value(of: $0) }
    }
    return PoolAnswer(estimates: means.map { $0.estimate(confidence: confidence) })
  }
}

/// What a study found.
package struct PoolAnswer: Hashable, Sendable {
  /// In the order of ``PoolStudy/Figure``; none where a study was cancelled at once.
  let estimates: [Estimate]

  /// A figure with its interval.
  package subscript(figure: PoolStudy.Figure) -> Estimate {
    guard estimates.indices.contains(figure.rawValue) else { return RunningMean().estimate() }
    return estimates[figure.rawValue]
  }
}

extension PoolTally {
  /// A figure of one replication.
  fileprivate func value(of figure: PoolStudy.Figure) -> Double {
    switch figure {
    case .serviceLevel: serviceLevelOfAll
    case .waitProbability: waitProbability
    case .meanWait: meanWait
    case .wait95: waitPercentile(0.95)
    case .abandonment: abandonment
    case .occupancy: occupancy
    case .queueLength: queueLength
    }
  }
}
