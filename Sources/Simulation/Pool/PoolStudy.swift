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

  /// Contacts that a replication counts at least.
  package static let leastEach = 1000
  /// Contacts that a replication leaves out at most, unless it counts more.
  package static let mostLeftOut = 500_000

  /// Creates a study.
  ///
  /// - Parameters:
  ///   - contacts: How many are counted in all, over ``replications`` of them (20...10¹¹); with
  ///     `until`, over every twenty. Each replication counts ``leastEach`` at least, and no fewer than
  ///     it leaves out.
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
    (contactsEach, warmUp, forgetting) = Self.lengths(
      contacts: contacts, forgetting: pool.memory / pool.interarrival.mean, agents: pool.agents)
    rule =
      until.map {
        .until(
          halfWidth: $0.halfWidth, of: Figure.serviceLevel.rawValue, confidence: confidence,
          atMost: 10_000)
      } ?? .count(Self.replications)
  }

  /// How many contacts a replication counts and leaves out, and should leave out.
  ///
  /// Ten times as many as come while the queue forgets how it began are left out, so that the empty
  /// beginning does not count, at least ten for each agent; at most ``mostLeftOut``, or as many as are
  /// counted.
  ///
  /// - Parameter forgetting: Contacts that come in the ``SharedQueue/memory``.
  static func lengths(
    contacts: Int, forgetting: Double, agents: Int
  ) -> (each: Int, warmUp: Int, wanted: Int) {
    let asked = min(max(contacts / replications, leastEach), 5_000_000_000)
    let wanted = Int(min(max(10 * forgetting, 10 * Double(agents)), 1e15).rounded())
    let warmUp = min(wanted, max(asked, mostLeftOut, 10 * agents))
    return (max(asked, warmUp), warmUp, wanted)
  }

  /// Contacts that each replication leaves out at the beginning.
  package let warmUp: Int
  /// Contacts that it should leave out: ten times as many as come while the queue forgets how it began.
  /// More than ``warmUp`` where that would take too long; figures may then be too low.
  package let forgetting: Int

  /// Simulates.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked now and then, on several threads; replications done by then are the answer.
  ///   - progress: Told now and then how many replications are done.
  /// - Returns: All figures; the same on any number of cores.
  /// - Complexity: O(contacts log agents).
  package func run(
    cores: Int = 1, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (Int) -> Void = { _ in }
  ) -> PoolAnswer {
    let (study, warmUp) = (self, warmUp)
    let sums = Replications.run(
      rule, confidence: confidence, cores: cores, isCancelled: isCancelled, progress: progress
    ) { number in
      study.pool.run(
        RandomStreams(seed: study.seed, replication: number), warmUp: warmUp,
        contacts: study.contactsEach, isCancelled: isCancelled
      )?.findings
    }
    return PoolAnswer(sums)
  }
}

/// What a study found.
package struct PoolAnswer: Hashable, Sendable {
  /// How many replications there were.
  package let replications: Int
  /// In the order of ``PoolStudy/Figure``.
  private let estimates: [Estimate]

  /// - Parameter number: Which of several rows of figures and their times it is.
  init(_ sums: ReplicationSums, number: Int = 0) {
    replications = sums.count
    estimates = PoolStudy.Figure.allCases.map { figure in
      if figure == .wait95 {
        return sums.percentile(0.95, ofTimes: number)
      }
      return sums.estimate(
        number * PoolStudy.Figure.allCases.count + figure.rawValue,
        within: figure.isShare ? .share : .amount)
    }
  }

  /// A figure with its interval; nothing where a study was cancelled at once.
  package subscript(figure: PoolStudy.Figure) -> Estimate { estimates[figure.rawValue] }
}

extension PoolStudy.Figure {
  fileprivate var isShare: Bool {
    switch self {
    case .serviceLevel, .waitProbability, .abandonment, .occupancy: true
    case .meanWait, .wait95, .queueLength: false
    }
  }
}

extension PoolTally {
  /// What one replication found.
  fileprivate var findings: Findings {
    Findings(
      figures: PoolStudy.Figure.allCases.map { figure in
        switch figure {
        case .serviceLevel: Ratio(answeredInTime, of: contacts)
        case .waitProbability: Ratio(answeredLater + abandoned, of: contacts)
        case .meanWait: Ratio(waited, of: Double(contacts))
        // Read from the waits of all replications.
        case .wait95: Ratio(.nan)
        case .abandonment: Ratio(abandoned, of: contacts)
        case .occupancy: Ratio(worked, of: agentTime)
        case .queueLength: Ratio(waited, of: end - begin)
        }
      }, times: [TimeHistogram(waits, zeros: answered - answeredLater)])
  }
}
