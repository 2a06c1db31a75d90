/// A queue with classes or returns, simulated often enough to say how it does in the long run: as
/// ``PoolStudy``, by the engine of the desk.
package struct QueueStudy: Sendable {
  package let queue: SharedQueue
  /// Contacts counted in each replication, on average.
  package let contactsEach: Int
  package let seed: UInt64
  /// How often an interval shall hold the truth.
  package let confidence: Double
  /// Contacts left out at the beginning of each replication, on average, and how many should be: see
  /// ``PoolStudy/forgetting``.
  package let warmUp: Int
  package let forgetting: Int
  private let rule: StoppingRule
  private let desk: Desk

  /// Creates a study.
  ///
  /// - Parameters:
  ///   - contacts: How many are counted in all, over ``PoolStudy/replications`` of them; with
  ///     `until`, over every twenty. Each replication counts no fewer than ``PoolStudy`` does.
  ///   - until: When to stop instead: how well the service level of all classes has to be known.
  /// - Throws: ``PoolError/unstable(load:agents:)`` where the queue grows without end, ``DeskError``
  ///   where the run would take more than a century.
  package init(
    _ queue: SharedQueue, contacts: Int, seed: UInt64, until: PoolStudy.Precision? = nil,
    confidence: Double = 0.95
  ) throws {
    guard queue.isStable else {
      throw PoolError.unstable(load: queue.load, agents: queue.agents)
    }
    let (each, warmUp, wanted) = PoolStudy.lengths(
      contacts: min(contacts, 20_000_000_000), forgetting: queue.memory * queue.perSecond,
      agents: queue.agents)
    self.queue = queue
    self.seed = seed
    self.confidence = confidence
    (contactsEach, self.warmUp, forgetting) = (each, warmUp, wanted)
    desk = try queue.desk(contacts: each, warmUp: Double(warmUp) / queue.perSecond)
    rule =
      until.map {
        .until(
          halfWidth: $0.halfWidth, of: PoolStudy.Figure.serviceLevel.rawValue,
          confidence: confidence, atMost: 10_000)
      } ?? .count(PoolStudy.replications)
  }

  /// What each replication leaves out at the beginning, so that the empty queue does not count, and
  /// at the end, so that those counted are answered (unit: contacts, on average).
  package var leftOutEach: Int {
    Int(((desk.warmUp + desk.coolDown) * queue.perSecond).rounded())
  }

  /// Simulates.
  ///
  /// - Returns: All figures; the same on any number of cores.
  package func run(
    cores: Int = 1, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (Int) -> Void = { _ in }
  ) -> QueueAnswer {
    let (desk, seed) = (desk, seed)
    let sums = Replications.run(
      rule, confidence: confidence, cores: cores, isCancelled: isCancelled, progress: progress
    ) { number in
      desk.run(RandomStreams(seed: seed, replication: number), isCancelled: isCancelled)
        .map { QueueAnswer.findings($0) }
    }
    return QueueAnswer(sums, classes: queue.classes.count, confidence: confidence)
  }
}

/// What a study of a queue found.
package struct QueueAnswer: Hashable, Sendable {
  /// How many replications there were.
  package let replications: Int
  /// That of all, then that of each class.
  private let answers: [PoolAnswer]
  private let confidence: Double

  fileprivate init(_ sums: ReplicationSums, classes: Int, confidence: Double) {
    replications = sums.count
    self.confidence = confidence
    answers = (0...classes).map { PoolAnswer(sums, number: $0) }
  }

  /// A figure of all contacts.
  package subscript(figure: PoolStudy.Figure) -> Estimate { answers[0][figure] }

  /// A figure of a class, the most urgent of which is 0; occupancy is that of all.
  package subscript(class place: Int, figure: PoolStudy.Figure) -> Estimate {
    answers.indices.contains(place + 1)
      ? answers[place + 1][figure] : .nothing(confidence: confidence)
  }

  /// What one replication found.
  fileprivate static func findings(_ tally: DeskTally) -> Findings {
    var found = Findings()
    func add(_ types: [DeskTally.OfType], waiting: Ratio) {
      func sum(_ count: (DeskTally.OfType) -> Int) -> Int { types.reduce(0) { $0 + count($1) } }
      var waits = TimeHistogram()
      for type in types { waits.add(type.waits) }
      let met = sum { $0.begun + $0.leftUnbegun }
      found.figures += PoolStudy.Figure.allCases.map { figure in
        switch figure {
        case .serviceLevel: Ratio(sum { $0.inTime }, of: sum { $0.decided })
        case .waitProbability: Ratio(waits.count, of: met)
        case .meanWait: Ratio(types.reduce(0) { $0 + $1.waited }, of: Double(met))
        case .wait95: Ratio(.nan)
        case .abandonment: Ratio(sum { $0.abandoned }, of: sum { $0.arrived })
        case .occupancy: Ratio(tally.worked, of: tally.times.available)
        case .queueLength: waiting
        }
      }
      found.times.append(TimeHistogram(waits, zeros: met - waits.count))
    }
    add(tally.types, waiting: Ratio(tally.waitingTime, of: tally.length))
    for type in tally.types { add([type], waiting: Ratio(type.queued, of: tally.length)) }
    return found
  }
}
