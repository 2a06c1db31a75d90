/// M(t)/M/n(t)+M over a day: arrivals and agents change from interval to interval, handling times
/// and patience are exponential, and the queue of one interval is the start of the next. Exact.
///
/// ```swift
/// let day = try TransientQueue(
///   intervals: [
///     .init(seconds: 1800, arrivalsPerSecond: 0.02, agents: 8),
///     .init(seconds: 1800, arrivalsPerSecond: 0.05, agents: 14),
///   ],
///   handleSeconds: 300, patienceSeconds: 180)
/// let course = try day.course(start: .empty, withinSeconds: 20)
/// course.intervals[1].waitProbability  // 0.58
/// ```
///
/// **When agents leave** (n drops while more are busy), the contacts they had in hand go back to
/// the front of the queue and wait again; with memoryless handling nothing of the work is lost or
/// repeated. They count in the queue's length and may give up. Agents who finish their contact
/// first would make the new interval a little better than shown, for about one handling time.
///
/// By uniformisation: the process is looked at in random moments of a constant rate, at which
/// it does or does not move; the probabilities after a time are a Poisson mixture of those after
/// whole numbers of moments. All terms are positive. States that are nearly impossible are left
/// out; ``Course/leftOut`` says how much in all, usually below 1e-13, and that bounds the error of
/// every probability.
///
/// Source: W. Grassmann, *Transient solutions in Markovian queueing systems*, Computers and
/// Operations Research 4, 1977; A. Ingolfsson et al., *A survey and experimental comparison of
/// service-level-approximation methods for nonstationary M(t)/M/s(t) queueing systems*, INFORMS
/// Journal on Computing 19, 2007.
public struct TransientQueue: Hashable, Sendable {
  /// A stretch of time in which nothing changes.
  public struct Interval: Hashable, Sendable {
    /// Its length (unit: s; finite, > 0).
    public let seconds: Double
    /// Arrivals (unit: contacts per second; finite, ≥ 0).
    public let arrivalsPerSecond: Double
    /// Agents on duty (0 to ``QueueError/mostAgents``).
    public let agents: Int

    /// States an interval; ``TransientQueue/init(intervals:handleSeconds:patienceSeconds:)`` checks it.
    public init(seconds: Double, arrivalsPerSecond: Double, agents: Int) {
      self.seconds = seconds
      self.arrivalsPerSecond = arrivalsPerSecond
      self.agents = agents
    }
  }

  /// What was there before the first interval.
  public enum Start: Hashable, Sendable {
    /// Nobody.
    case empty
    /// So many contacts, in hand and waiting (0 to a million).
    case contacts(Int)
  }

  /// The intervals, in order.
  public let intervals: [Interval]
  /// Mean time one agent spends on one contact (unit: s; > 0).
  public let handleSeconds: Double
  /// Mean patience, or `nil` if nobody leaves (unit: s; > 0).
  public let patienceSeconds: Double?

  /// The most elementary steps that are computed, a minute's worth or two.
  static let mostSteps = 5e10

  /// Describes a day.
  ///
  /// - Parameters:
  ///   - intervals: One to a million.
  ///   - handleSeconds: Mean time one agent spends on one contact (unit: s; finite, > 0).
  ///   - patienceSeconds: Mean patience, or `nil` if nobody leaves (unit: s; finite, > 0).
  /// - Throws: ``QueueError/wrongCount(_:_:allowed:)``, ``QueueError/notPositive(_:_:)``,
  ///   ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``.
  public init(
    intervals: [Interval], handleSeconds: Double, patienceSeconds: Double?
  ) throws(QueueError) {
    guard (1...1_000_000).contains(intervals.count) else {
      throw .wrongCount("intervals", intervals.count, allowed: 1...1_000_000)
    }
    try Checked.positive("handle seconds", handleSeconds)
    if let patienceSeconds { try Checked.positive("patience seconds", patienceSeconds) }
    for interval in intervals {
      try Checked.positive("seconds of an interval", interval.seconds)
      let rate = interval.arrivalsPerSecond
      guard rate.isFinite, rate >= 0 else { throw .outOfRange("arrivals per second", rate) }
      try Checked.agents(interval.agents)
    }
    self.intervals = intervals
    self.handleSeconds = handleSeconds
    self.patienceSeconds = patienceSeconds
  }

  /// What happens in one interval.
  public struct Outcome: Hashable, Sendable {
    /// The interval.
    public let interval: Interval
    /// The probability that all agents are busy at its start, with its own agents (`0...1`).
    public let waitProbabilityAtStart: Double
    /// The mean number waiting at its start, with its own agents.
    public let queueLengthAtStart: Double
    /// The probability that somebody who comes in the interval has to wait (`0...1`).
    public let waitProbability: Double
    /// The mean number waiting over the interval.
    public let queueLength: Double
    /// The share of its agents' time spent on contacts (`0...1`).
    public let occupancy: Double
    /// Contacts that come in it, on average.
    public let arrivals: Double
    /// Contacts that leave unanswered in it, on average; some came before.
    public let abandoned: Double
    /// The share of those who come in it that are answered in time, if its agents stayed as they
    /// are while these wait; those who leave count as missed (`0...1`).
    public let serviceLevel: Double
  }

  /// What happens over the day.
  public struct Course: Hashable, Sendable {
    /// Each interval.
    public let intervals: [Outcome]
    /// The time in which contacts are to be answered (unit: s).
    public let withinSeconds: Double
    /// The mean number in hand and waiting at the end.
    public let contactsAtEnd: Double
    /// The probability left out of the computation, at the end (≥ 0).
    public let leftOut: Double

    /// Contacts that come, on average.
    public var arrivals: Double { intervals.reduce(0) { $0 + $1.arrivals } }

    /// The share of all contacts that come that leave unanswered (≥ 0).
    public var abandonment: Double {
      arrivals > 0 ? intervals.reduce(0) { $0 + $1.abandoned } / arrivals : 0
    }

    /// The mean time waited, by Little's law over the whole day; exact if nobody waits at
    /// its ends (unit: s).
    public var meanWaitSeconds: Double {
      guard arrivals > 0 else { return 0 }
      return intervals.reduce(0) { $0 + $1.queueLength * $1.interval.seconds } / arrivals
    }

    /// The share of contacts that have to wait: intervals weigh as much as contacts come in them.
    public var waitProbability: Double { mean(\.waitProbability) }

    /// The share of contacts answered in time, weighed in the same way.
    public var serviceLevel: Double { mean(\.serviceLevel) }

    private func mean(_ value: (Outcome) -> Double) -> Double {
      let sum = intervals.reduce(0) { $0 + $1.arrivals * value($1) }
      return arrivals > 0 ? min(1, sum / arrivals) : 0
    }
  }

  /// Follows the probabilities through the day.
  ///
  /// - Parameters:
  ///   - start: What was there before.
  ///   - withinSeconds: The time in which contacts are to be answered (unit: s; finite, ≥ 0).
  /// - Throws: ``QueueError/outOfRange(_:_:)``; ``QueueError/tooLarge(_:)`` when it would take
  ///   more than some minutes.
  /// - Complexity: O(events in the day × width of the distribution), where events are arrivals and
  ///   what all agents could finish.
  public func course(
    start: Start = .empty, withinSeconds: Double
  ) throws(QueueError) -> Course {
    try Checked.seconds("seconds", withinSeconds)
    try checkSize()
    var chain = BirthDeathChain(handleSeconds: handleSeconds, patienceSeconds: patienceSeconds)
    if case .contacts(let count) = start {
      guard (0...1_000_000).contains(count) else {
        throw .outOfRange("contacts at the start, at most a million,", Double(count))
      }
      chain.begin(with: count)
    }
    var outcomes: [Outcome] = []
    var steps = 0.0
    for interval in intervals {
      let before = chain.figures(agents: interval.agents)
      let (mean, taken) = try chain.pass(interval, stepsLeft: Self.mostSteps - steps)
      steps += taken
      let agents = Double(interval.agents)
      let left = patienceSeconds.map { mean.waiting * interval.seconds / $0 } ?? 0
      outcomes.append(
        Outcome(
          interval: interval, waitProbabilityAtStart: min(1, before.allBusy),
          queueLengthAtStart: before.waiting, waitProbability: min(1, mean.allBusy),
          queueLength: mean.waiting,
          occupancy: interval.agents == 0 ? 0 : min(1, mean.busy / agents),
          arrivals: interval.arrivalsPerSecond * interval.seconds, abandoned: left,
          serviceLevel: min(
            1,
            mean.inTime(
              agents: interval.agents, handleSeconds: handleSeconds,
              patienceSeconds: patienceSeconds, withinSeconds: withinSeconds))))
    }
    return Course(
      intervals: outcomes, withinSeconds: withinSeconds, contactsAtEnd: chain.meanContacts,
      leftOut: chain.leftOut)
  }

  /// Refuses at once what would take minutes: events × some six deviations on either side.
  private func checkSize() throws(QueueError) {
    let steps = intervals.reduce(0.0) { sum, interval in
      let agents = Double(interval.agents)
      let events = (interval.arrivalsPerSecond + agents / handleSeconds) * interval.seconds
      return sum + events * (40 + 12 * agents.squareRoot())
    }
    guard steps <= Self.mostSteps else { throw Self.tooLarge }
  }

  /// What to do about it.
  static let tooLarge = QueueError.tooLarge(
    "so much happens in the day that it would take minutes to follow; shorten the day, or divide"
      + " arrivals and agents by the same number")
}
