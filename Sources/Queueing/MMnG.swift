/// Formulas for M/M/n+G: random arrivals, exponential handling times, `n` alike agents, first come
/// first served, and customers who leave when their patience, of any distribution, is at an end.
///
/// With exponential patience it is Erlang A. Real patience is not exponential: many leave at
/// once, some never do, and a line that is cut after two minutes is a fixed time. It is never
/// unstable, because those who cannot be served leave.
///
/// ```swift
/// let load = try OfferedLoad(arrivals: 48, perSeconds: 60, handleSeconds: 60)
/// let patience = try Patience.lognormal(meanSeconds: 120, variation: 1)
/// let team = try MMnG.Performance(
///   load: load, agents: 50, handleSeconds: 60, patience: patience)
/// team.abandonment  // 0.0174
/// try team.serviceLevel(withinSeconds: 20, abandoned: .countAsMissed)  // 0.9337
/// ```
///
/// All values are integrals of positive functions (`OfferedWait` in the source says which), good
/// to about 1e-12 of themselves; above 10,000 agents to about 1e-16 × agents, because
/// exponents of that size are subtracted.
///
/// Checked in `MMnGTests` against fifty-digit quadrature (`Benchmarks/oracles/models.py`), closed
/// forms for fixed patience, and Erlang A.
public enum MMnG {
  /// What happens when so many agents face so much work.
  public struct Performance: AnswerSharesPerformance {
    /// The offered load, `a`.
    public let load: OfferedLoad
    /// Agents on duty, `n`.
    public let agents: Int
    /// Mean time one agent spends on one contact (unit: s; > 0).
    public let handleSeconds: Double
    /// How long customers wait before they leave.
    public let patience: Patience
    /// The probability that a new contact is not answered at once (`0...1`), with those who
    /// then leave at once.
    public let waitProbability: Double
    /// The probability that it is answered at once, accurate also when it is tiny.
    public let answeredAtOnce: Double
    /// The share of contacts that leave unanswered (`0...1`).
    public let abandonment: Double
    /// The mean time waited by all contacts, answered or not (unit: s).
    public let meanWaitSeconds: Double
    /// `nil` where nobody comes, or nobody is there to answer.
    private let wait: OfferedWait?

    /// Works out what so many agents do.
    ///
    /// - Parameters:
    ///   - load: The offered load, `a`.
    ///   - agents: Agents on duty, `n` (0 to ``QueueError/mostAgents``); any load is stable.
    ///   - handleSeconds: Mean time one agent spends on one contact (unit: s; finite, > 0).
    ///   - patience: How long customers wait before they leave.
    /// - Throws: ``QueueError/outOfRange(_:_:)`` when `agents` is negative,
    ///   ``QueueError/tooManyAgents(_:)``, ``QueueError/notPositive(_:_:)``.
    /// - Complexity: O(`agents`) time for the recursion and some thousand values of the patience
    ///   curve; O(1) space.
    public init(
      load: OfferedLoad, agents: Int, handleSeconds: Double, patience: Patience
    ) throws(QueueError) {
      try Checked.agents(agents)
      guard handleSeconds.isFinite, handleSeconds > 0 else {
        throw .notPositive("handle seconds", handleSeconds)
      }
      self.load = load
      self.agents = agents
      self.handleSeconds = handleSeconds
      self.patience = patience
      guard load.erlangs > 0, agents > 0 else {
        let nobodyAnswers = load.erlangs > 0
        wait = nil
        waitProbability = nobodyAnswers ? 1 : 0
        answeredAtOnce = nobodyAnswers ? 0 : 1
        abandonment = nobodyAnswers ? 1 : 0
        meanWaitSeconds = nobodyAnswers ? patience.meanSeconds : 0
        return
      }
      var recursion = BlockingRecursion(load: load)
      recursion.addAgents(upTo: agents - 1)
      let offered = OfferedWait(
        arrivalRate: load.erlangs / handleSeconds,
        serviceRate: Double(agents) / handleSeconds,
        logIdle:
          -(recursion.agents == agents - 1
          ? recursion.logarithm
          : LogTails.blocking(load: load.erlangs, agents: Double(agents - 1))),
        patience: patience)
      wait = offered
      waitProbability = offered.delayed
      answeredAtOnce = offered.immediate
      abandonment = offered.abandonment
      meanWaitSeconds = offered.meanWait
    }

    /// The share of an agent's time spent on contacts (`0...1`).
    public var occupancy: Double {
      agents == 0 ? 0 : min(1, load.erlangs * (1 - abandonment) / Double(agents))
    }

    /// The mean number of contacts waiting.
    public var queueLength: Double { meanWaitSeconds * (load.erlangs / handleSeconds) }

    /// The service level for a target time, and what it misses.
    public func answers(within seconds: Double, abandoned: AbandonedContacts) -> AnswerShares {
      if let wait { return wait.shares(seconds, abandoned) }
      return waitProbability == 0 ? .atOnce : AnswerShares(inTime: 0, others: 1)
    }

    /// The share of contacts that leave within the given time.
    ///
    /// - Parameter withinSeconds: The time (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`, at most ``abandonment``.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func leftShare(withinSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", withinSeconds)
      if let wait { return min(abandonment, wait.leftWithin(withinSeconds)) }
      return abandonment * patience.shareGone(bySeconds: withinSeconds)
    }

    /// The share of contacts that wait longer than the given time, answered in the end or not;
    /// accurate also when it is tiny.
    ///
    /// - Parameter beyondSeconds: The time (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      if let wait { return wait.waitingBeyond(beyondSeconds) }
      return waitProbability * patience.shareStaying(beyondSeconds: beyondSeconds)
    }

    /// The natural logarithm of ``lateShare(beyondSeconds:)``; also where the share itself is far too
    /// small for a `Double`.
    ///
    /// - Parameter beyondSeconds: The time (unit: s; finite, ≥ 0).
    /// - Returns: At most 0; minus infinity where nobody comes, or nobody is as patient.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      if let wait { return wait.logWaitingBeyond(beyondSeconds) }
      return waitProbability == 0
        ? -.infinity : patience.logShareStaying(beyondSeconds: beyondSeconds)
    }

    /// The wait that the given share of contacts, answered or not, does not exceed.
    ///
    /// - Parameter share: The share (0 < share < 1), such as 0.95 for the 95th percentile.
    /// - Returns: A time (unit: s) to about 1e-12 of it; `0` where that many do not wait.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      return Percentile.find(late: 1 - share, scale: handleSeconds) { seconds in
        wait?.waitingBeyond(seconds)
          ?? waitProbability * patience.shareStaying(beyondSeconds: seconds)
      }
    }
  }
}
