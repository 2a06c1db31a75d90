#if canImport(Glibc)
  import Glibc  // erfc, exp, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The rule n = a + β·√a: a desk needs as many agents as erlangs, and a margin that grows only with
/// the square root. What share has to wait depends on β, and hardly on the size.
///
/// It explains why large desks are cheaper, and is right to about one agent from ten erlangs on; the
/// exact formulas are as quick here, so use it to think with.
///
/// ```swift
/// let beta = try SquareRootStaffing.beta(waitProbability: 0.2)  // 1.0615
/// let load = try OfferedLoad(erlangs: 100)
/// SquareRootStaffing.agents(load: load, beta: beta)  // 111
/// try ErlangC.waitProbability(load: load, agents: 111)  // 0.197
/// ```
///
/// Source: S. Halfin, W. Whitt, *Heavy-traffic limits for queues with many exponential servers*,
/// Operations Research 29(3), 1981, for ``ErlangC``; O. Garnett, A. Mandelbaum, M. Reiman,
/// *Designing a call center with impatient customers*, Manufacturing & Service Operations
/// Management 4(3), 2002, for ``ErlangA``. Checked in `SquareRootStaffingTests` against the exact
/// formulas for large desks.
public enum SquareRootStaffing {
  /// The share that has to wait where nobody gives up: 1 / (1 + β·Φ(β)/φ(β)).
  ///
  /// - Parameter beta: The margin in square roots of the load (finite, > 0).
  /// - Throws: ``QueueError/notPositive(_:_:)``.
  public static func waitProbability(beta: Double) throws(QueueError) -> Double {
    try Checked.positive("beta", beta)
    return 1 / (1 + beta / hazard(-beta))
  }

  /// The share that has to wait where customers give up:
  /// 1 / (1 + √r·h(β/√r)/h(−β)), with h = φ/(1 − Φ) and r = handling time ÷ patience.
  ///
  /// - Parameters:
  ///   - beta: The margin in square roots of the load (finite); below zero for fewer agents than
  ///     erlangs.
  ///   - handlingOverPatience: Mean handling time ÷ mean patience, r = θ/μ (finite, > 0).
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/notPositive(_:_:)``.
  public static func waitProbability(
    beta: Double, handlingOverPatience: Double
  ) throws(QueueError) -> Double {
    guard beta.isFinite else { throw .outOfRange("beta", beta) }
    try Checked.positive("handling time ÷ patience", handlingOverPatience)
    let root = handlingOverPatience.squareRoot()
    return 1 / (1 + root * hazard(beta / root) / hazard(-beta))
  }

  /// The margin with which a share has to wait, where nobody gives up.
  ///
  /// - Parameter waitProbability: The share (0 < share < 1).
  /// - Returns: β > 0, to about 1e-14 of itself.
  /// - Throws: ``QueueError/notAShare(_:_:)``.
  public static func beta(waitProbability: Double) throws(QueueError) -> Double {
    try Checked.share("wait probability", waitProbability)
    return try Root.between(1e-300, 40, tolerance: 1e-15) { beta throws(QueueError) in
      try waitProbability - Self.waitProbability(beta: beta)
    }
  }

  /// The margin with which a share has to wait, where customers give up.
  ///
  /// - Parameters:
  ///   - waitProbability: The share (0 < share < 1).
  ///   - handlingOverPatience: Mean handling time ÷ mean patience, r = θ/μ (finite, > 0).
  /// - Returns: β, of either sign, to about 1e-14 of its size.
  /// - Throws: ``QueueError/notAShare(_:_:)``, ``QueueError/notPositive(_:_:)``.
  public static func beta(
    waitProbability: Double, handlingOverPatience: Double
  ) throws(QueueError) -> Double {
    try Checked.share("wait probability", waitProbability)
    try Checked.positive("handling time ÷ patience", handlingOverPatience)
    func excess(_ beta: Double) throws(QueueError) -> Double {
      try waitProbability
        - Self.waitProbability(beta: beta, handlingOverPatience: handlingOverPatience)
    }
    var least = -1.0
    while try excess(least) > 0, least > -1e150 { least *= 2 }
    return try Root.between(least, 40, tolerance: 1e-15, excess)
  }

  /// The agents of the rule, a + β·√a rounded up; none for less than nothing.
  ///
  /// - Parameters:
  ///   - load: The offered load, a.
  ///   - beta: The margin in square roots of the load.
  /// - Returns: A number of agents; at most ``QueueError/mostAgents``.
  public static func agents(load: OfferedLoad, beta: Double) -> Int {
    let real = (load.erlangs + beta * load.erlangs.squareRoot()).rounded(.up)
    return real > 0 ? Int(min(real, Double(QueueError.mostAgents))) : 0
  }

  /// ln of ``hazard(_:)``, also where it is too small for a `Double`.
  static func logHazard(_ x: Double) -> Double {
    guard x < -20 else { return log(hazard(x)) }
    return -x * x / 2 - log(2 * Double.pi) / 2
  }

  /// φ(x) / (1 − Φ(x)), the hazard rate of the normal distribution.
  static func hazard(_ x: Double) -> Double {
    guard x > 20 else {
      return (2 / Double.pi).squareRoot() * exp(-x * x / 2) / erfc(x * 0.5.squareRoot())
    }
    // x + 1/(x + 2/(x + 3/(x + …))), which thirty terms give to the last bit from here on.
    var fraction = x
    var k = 30.0
    while k >= 1 {
      fraction = x + k / fraction
      k -= 1
    }
    return fraction
  }
}

extension SquareRootStaffing {
  /// What the rule says of so many agents.
  public struct Performance: AnswerSharesPerformance {
    /// The offered load, a (> 0).
    public let load: OfferedLoad
    /// Agents on duty, n.
    public let agents: Int
    /// Mean time one agent spends on one ticket (unit: s; > 0).
    public let handleSeconds: Double
    /// Mean time until a waiting customer gives up (unit: s; > 0); `nil` where nobody does.
    public let patienceSeconds: Double?
    /// The margin, (n − a)/√a.
    public let beta: Double
    /// The share that has to wait, approximately (`0...1`).
    public let waitProbability: Double

    /// Works out what the rule says.
    ///
    /// - Parameters:
    ///   - load: The offered load, a (> 0).
    ///   - agents: Agents on duty, n (1 to ``QueueError/mostAgents``); more than `load.erlangs`
    ///     unless customers give up.
    ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
    ///   - patienceSeconds: Mean time until a waiting customer gives up (unit: s; finite, > 0), or
    ///     `nil` where nobody does.
    /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooManyAgents(_:)``,
    ///   ``QueueError/notPositive(_:_:)``, ``QueueError/unstable(load:agents:)``.
    public init(
      load: OfferedLoad, agents: Int, handleSeconds: Double, patienceSeconds: Double? = nil
    ) throws(QueueError) {
      try Checked.agents(agents)
      try Checked.positive("erlangs", load.erlangs)
      try Checked.positive("handle seconds", handleSeconds)
      self.load = load
      self.agents = agents
      self.handleSeconds = handleSeconds
      self.patienceSeconds = patienceSeconds
      beta = (Double(agents) - load.erlangs) / load.erlangs.squareRoot()
      if let patienceSeconds {
        try Checked.positive("patience seconds", patienceSeconds)
        waitProbability = try SquareRootStaffing.waitProbability(
          beta: beta, handlingOverPatience: handleSeconds / patienceSeconds)
      } else {
        guard beta > 0 else { throw .unstable(load: load, agents: agents) }
        waitProbability = try SquareRootStaffing.waitProbability(beta: beta)
      }
    }

    /// β·√(patience ÷ handling), the margin as those who give up see it.
    private var patientBeta: Double {
      beta * ((patienceSeconds ?? handleSeconds) / handleSeconds).squareRoot()
    }

    /// The mean wait (unit: s), approximately: of those who wait, handling ÷ (n − a), or with
    /// patience (h(β̂) − β̂)·√(handling · patience ÷ a).
    public var meanWaitSeconds: Double {
      guard let patienceSeconds else {
        return waitProbability * handleSeconds / (Double(agents) - load.erlangs)
      }
      let scale = (handleSeconds / load.erlangs).squareRoot() * patienceSeconds.squareRoot()
      let mean = max(0, SquareRootStaffing.hazard(patientBeta) - patientBeta) * scale
      return min(patienceSeconds, waitProbability * mean)
    }

    /// The share that gives up, approximately; `0` where nobody does.
    public var abandonment: Double { patienceSeconds.map { meanWaitSeconds / $0 } ?? 0 }

    /// The share of an agent's time spent on tickets, approximately.
    public var occupancy: Double {
      agents == 0 ? 0 : min(1, load.erlangs * (1 - abandonment) / Double(agents))
    }

    /// The mean number of tickets waiting, approximately.
    public var queueLength: Double { load.erlangs * meanWaitSeconds / handleSeconds }

    /// The service level for a target time, and what it misses, approximately: the wait that is
    /// offered has the tail of a normal distribution, and ends sooner for those who give up.
    public func answers(within seconds: Double, abandoned: AbandonedContacts) -> AnswerShares {
      let late = waitProbability * answeredBeyond(seconds)
      let inTime =
        1 - waitProbability + waitProbability * (answeredBeyond(0) - answeredBeyond(seconds))
      let left =
        switch abandoned {
        case .countAsMissed: leftBeyond(0)
        case .answeredOnly: 0.0
        case .excludeShort(let short): leftBeyond(short)
        }
      return AnswerShares(inTime: max(0, inTime), others: late + left)
    }

    /// The share of tickets that wait longer than the given time, answered in the end or not,
    /// approximately.
    ///
    /// - Parameter beyondSeconds: The time (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      return late(beyondSeconds)
    }

    /// The wait that the given share of tickets, answered or not, does not exceed, approximately.
    ///
    /// - Parameter share: The share (0 < share < 1), such as 0.95 for the 95th percentile.
    /// - Returns: A time (unit: s); `0` where that many do not wait.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      return Percentile.find(late: 1 - share, scale: handleSeconds, share: late)
    }

    private func late(_ seconds: Double) -> Double {
      let patient = patienceSeconds.map { exp(-seconds / $0) } ?? 1
      return min(1, waitProbability * offeredBeyond(seconds) * patient)
    }

    /// Of those who wait, the share that leaves later than after a time.
    private func leftBeyond(_ seconds: Double) -> Double {
      guard let patienceSeconds else { return 0 }
      let still = offeredBeyond(seconds) * exp(-seconds / patienceSeconds)
      return waitProbability * max(0, still - answeredBeyond(seconds))
    }

    /// P(V > t | V > 0) of the wait V that is offered.
    private func offeredBeyond(_ seconds: Double) -> Double { beyond(seconds, leaving: false) }

    /// P(V > t, and patience beyond V | V > 0).
    private func answeredBeyond(_ seconds: Double) -> Double { beyond(seconds, leaving: true) }

    /// ∫ e^(−d·u)·φ(β̂ + u) du over u > r·t ÷ Φ(−β̂), where d is 1 ÷ (r · patience) or nothing, and r
    /// the square root of arrival rate ÷ patience.
    private func beyond(_ seconds: Double, leaving: Bool) -> Double {
      guard let patienceSeconds else {
        return exp(-(Double(agents) - load.erlangs) * (seconds / handleSeconds))
      }
      let rate = (load.erlangs / handleSeconds).squareRoot() / patienceSeconds.squareRoot()
      let (beta, u) = (patientBeta, rate * seconds)
      let pull = leaving ? 1 / (rate * patienceSeconds) : 0
      let exponent =
        -u * (beta + u / 2 + pull) + SquareRootStaffing.logHazard(beta)
        - SquareRootStaffing.logHazard(beta + u + pull)
      return min(1, exp(exponent))
    }
  }

  /// The least number of agents that keeps the targets by the rule, and its neighbours.
  public typealias Staffing = Queueing.Staffing<Performance>

  /// Finds the least number of agents that keeps any mix of targets by the rule.
  ///
  /// - Parameters:
  ///   - load: The offered load, a (> 0).
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, > 0).
  ///   - patienceSeconds: Mean time until a waiting customer gives up (unit: s; finite, > 0), or
  ///     `nil` where nobody does.
  ///   - targets: What must be kept.
  /// - Throws: As ``Performance/init(load:agents:handleSeconds:patienceSeconds:)``;
  ///   ``QueueError/tooMuchLoad(_:)``.
  /// - Complexity: O(log(agents found)) time.
  public static func leastAgents(
    load: OfferedLoad, handleSeconds: Double, patienceSeconds: Double? = nil, targets: Targets
  ) throws(QueueError) -> Staffing {
    guard load.erlangs < Double(QueueError.mostAgents) else { throw .tooMuchLoad(load) }
    return try Staffing(
      targets: targets, from: patienceSeconds == nil ? Int(load.erlangs) + 1 : 0
    ) { agents throws(QueueError) in
      try Performance(
        load: load, agents: agents, handleSeconds: handleSeconds, patienceSeconds: patienceSeconds)
    }
  }
}
