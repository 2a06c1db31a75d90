/// A desk, simulated often enough to say what to expect of it.
///
/// ```swift
/// let study = DeskStudy(desk, replications: 1000, seed: 1)
/// let answer = study.run(cores: 2)
/// answer[type: 0, clock: 0, .kept]        // the share of promises kept, with low and high
/// answer[type: 0, clock: 0, .daysMissed]  // how likely a day misses them
/// answer[.occupancy]
/// ```
///
/// A share is all that kept ÷ all that was decided over all replications (see ``RunningRatio``), a
/// percentile that of all times together (``PooledTimes``). Memory does not grow with the number of
/// replications.
package struct DeskStudy: Sendable {
  /// What is asked of the people.
  package enum Figure: Int, Sendable, CaseIterable {
    /// Time worked ÷ time available.
    case occupancy
    /// Time on duty after the end of shifts (unit: s).
    case overtime
    /// Time worked, on duty, interrupted, in meetings (unit: s).
    case worked
    case onDuty
    case interrupted
    case inMeetings
    /// Contacts waiting, on average over time.
    case queueLength
    /// Entries of the calendar that happened.
    case events
  }

  /// What is asked of contacts of a type.
  package enum TypeFigure: Int, Sendable, CaseIterable {
    /// Contacts that came.
    case arrived
    /// The share that gave up.
    case abandonment
    /// Time to the first touch or to giving up (unit: s), and what shares of contacts do not exceed.
    case meanWait
    case wait50
    case wait90
    case wait95
    /// The share that had to wait.
    case waitProbability
    /// Touches for each contact begun.
    case touches
    /// Shares of the contacts that came.
    case handedOver
    case lost
    case transferred
    case reopened
    case closed
    /// Still open at the end.
    case open
  }

  /// What is asked of a clock.
  package enum ClockFigure: Int, Sendable, CaseIterable {
    /// Measurements of which it is known whether the target was kept.
    case decided
    /// The share of those that kept it.
    case kept
    /// The share of days that kept fewer than promised: how likely a day misses the standard.
    case daysMissed
    /// Of those that ended, the mean, and what shares do not exceed (unit: open s).
    case mean
    case p50
    case p80
    case p90
    case p95
    case p99
    /// The share beyond ``ServiceClock/longest``.
    case beyondLongest
    /// Those who gave up, as a share of decided.
    case gaveUp
  }

  /// What is asked of each interval, of a type.
  package enum IntervalFigure: Int, Sendable, CaseIterable {
    /// Contacts that came.
    case arrived
    /// Of those: had to wait, gave up, or were answered within ``ContactType/target``.
    case delayed
    case abandoned
    case inTime
    /// Their waits, summed (unit: s).
    case waited
    /// Open at its end, and of those in a queue.
    case open
    case waiting
  }

  /// What is asked of each interval, of a clock.
  package enum ClockIntervalFigure: Int, Sendable, CaseIterable {
    /// Measurements that began in it and are decided, and those of them kept.
    case decided
    case kept
  }

  /// What is asked of each interval, of the people.
  package enum PeopleIntervalFigure: Int, Sendable, CaseIterable {
    /// Time worked, and time neither off duty nor on a break nor in a meeting (unit: s).
    case worked
    case available
  }

  package let desk: Desk
  package let seed: UInt64
  /// How often an interval shall hold the truth.
  package let confidence: Double
  private let rule: StoppingRule
  let places: FigurePlaces

  /// Creates a study of so many replications.
  package init(_ desk: Desk, replications: Int, seed: UInt64, confidence: Double = 0.95) {
    self.init(desk, .count(replications), seed: seed, confidence: confidence)
  }

  /// Creates a study that goes on until the share kept of a clock is known well enough.
  ///
  /// - Parameters:
  ///   - precision: Half the width that its interval may have.
  ///   - type: The type's place among the desk's.
  ///   - clock: The clock's place among the type's.
  ///   - most: When to stop all the same.
  package init(
    _ desk: Desk, until precision: PoolStudy.Precision, type: Int, clock: Int, seed: UInt64,
    confidence: Double = 0.95, atMost most: Int = 100_000
  ) {
    let figure = FigurePlaces(desk).clock(type, clock).map { $0 + ClockFigure.kept.rawValue } ?? -1
    self.init(
      desk,
      .until(
        halfWidth: precision.halfWidth, of: figure, confidence: confidence, atMost: most),
      seed: seed, confidence: confidence)
  }

  private init(_ desk: Desk, _ rule: StoppingRule, seed: UInt64, confidence: Double) {
    (self.desk, self.rule, self.seed, self.confidence) = (desk, rule, seed, confidence)
    places = FigurePlaces(desk)
  }

  /// The most replications that there will be.
  package var most: Int { rule.most }

  /// Simulates.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked now and then; what is done by then is the answer.
  ///   - progress: Told now and then how many replications are done.
  /// - Returns: All figures; the same bits on any number of cores.
  package func run(
    cores: Int = 1, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (Int) -> Void = { _ in }
  ) -> DeskAnswer {
    let (desk, seed, places) = (desk, seed, places)
    let sums = Replications.run(
      rule, confidence: confidence, cores: cores, isCancelled: isCancelled, progress: progress
    ) {
      desk.run(RandomStreams(seed: seed, replication: $0), isCancelled: isCancelled)
        .map { places.findings($0) }
    }
    return DeskAnswer(sums, places: places)
  }
}
