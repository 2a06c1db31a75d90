#if canImport(Glibc)
  import Glibc  // exp, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension MDc.Performance {
  /// The natural logarithm of ``waitProbability``; right to rounding also where the probability itself
  /// is far too small for a `Double`. Minus infinity when the load is zero.
  public var logWaitProbability: Double {
    guard load.erlangs > 0 else { return -.infinity }
    guard waitProbability <= LogTails.tiny else {
      return LogTails.logarithm(waitProbability, rest: answeredAtOnce)
    }
    // Of the sum over m only the first term is left.
    return PoissonTerms.logTail(count: Double(agents), excess: Double(agents) - load.erlangs)
  }

  /// The natural logarithm of ``lateShare(beyondSeconds:)``; see
  /// ``MDc/Waits/logLateShare(beyondSeconds:)``.
  public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
    try waits().logLateShare(beyondSeconds: beyondSeconds)
  }
}

extension MDc.Waits {
  /// The natural logarithm of ``lateShare(beyondSeconds:)``; accurate also where the share itself is
  /// far too small for a `Double`.
  ///
  /// With κ = ln(1 + y), the rate at which P(Q = i) falls in the end, P(Q = i)·e^(κi) keeps its size
  /// where P(Q = i) does not. Spitzer's recursion holds for it as well, with h(j)·e^(κj).
  ///
  /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
  /// - Returns: At most 0; minus infinity when the load is zero.
  /// - Throws: ``QueueError/outOfRange(_:_:)``; ``QueueError/tooLarge(_:)`` where contacts are so few
  ///   and the time so long that a table would be too long.
  /// - Complexity: As of ``MDc/Performance/waits()`` where the share is below 1e-290.
  public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
    try Checked.seconds("seconds", beyondSeconds)
    guard load > 0 else { return -.infinity }
    let share = late(beyondSeconds)
    guard share <= LogTails.tiny else { return log(share) }
    let whole = (beyondSeconds / handleSeconds).rounded(.down)
    let mean = load * max(0, 1 - (beyondSeconds / handleSeconds - whole))
    let goal = (whole + 1) * agents
    let tail = try LogQueueTail(load: load, agents: agents, goal: goal)
    guard mean > 0 else { return tail.atLeast(goal) }
    // More arrivals than that never come, even where waiting pulls at them with e^κ each.
    let tilted = mean * tail.growth
    let most = min(goal - 1, tilted + 60 * tilted.squareRoot() + 800)
    guard most < 1e12 else { throw LogQueueTail.tooLong }
    let logMean = log(mean)
    let both = LogTails.sum(over: 0...Int(most)) { count in
      let x = Double(count)
      return GammaTail.logDensity(x: x, z: mean, excess: mean - x, logZ: logMean)
        + tail.atLeast(goal - x)
    }
    return min(0, LogTails.sum(PoissonTerms.logTail(count: goal, excess: goal - mean), both))
  }
}

/// ln P(Q ≥ i) for the queue of M/D/c, where P itself is too small for a `Double`.
private struct LogQueueTail {
  /// e^κ.
  let growth: Double
  private let kappa: Double
  private let load: Double
  private let agents: Double
  /// ln P(Q ≥ i) + κi; empty where P(Q = 1) is nothing even so.
  private var table: [Double] = []

  static let tooLong = QueueError.tooLarge(
    "so long a wait of so few contacts is beyond what can be computed; ask for a shorter time")

  init(load: Double, agents: Double, goal: Double) throws(QueueError) {
    self.load = load
    self.agents = agents
    let walk = CyclicWalk(load: load, agents: agents)
    let excess = walk.decayExcess
    growth = 1 + excess
    kappa = log1p(excess)
    let kappa = kappa
    func weight(_ j: Double) -> Double {
      j
        * walk.sum(offset: j) { count, excess in
          let mean = count - excess
          return exp(
            GammaTail.logDensity(x: count, z: mean, excess: -excess, logZ: log(mean)) + kappa * j)
        }
    }
    guard weight(1) > LogTails.tiny else {
      // Whoever waits at all came in one great rush: one jump of the walk, and no second.
      guard goal < load * growth - agents else { throw Self.tooLong }
      return
    }
    var weights = [0.0]
    var queue = [exp(-walk.sum(offset: 1) { PoissonTerms.tail(count: $0, excess: $1) })]
    let longEnough = 2 * Int(agents.squareRoot()) + 20
    // Beyond the goal the rest falls by e^κ at least.
    let needed = goal + 40 / kappa
    var steady = 0
    while steady < longEnough, Double(queue.count) < needed {
      guard queue.count < 40_000 else { throw Self.tooLong }
      let i = queue.count
      weights.append(weight(Double(i)))
      var sum = 0.0
      for k in 1...i { sum += weights[k] * queue[i - k] }
      queue.append(sum / Double(i))
      let change = abs(queue[i] - queue[i - 1])
      steady = change <= 1e-14 * queue[i] ? steady + 1 : 0
    }
    var tail = queue[queue.count - 1] * growth / excess
    table = queue
    for i in queue.indices.reversed() {
      if i < queue.count - 1 { tail = queue[i] + tail / growth }
      table[i] = log(tail)
    }
  }

  func atLeast(_ i: Double) -> Double {
    guard !table.isEmpty else {
      return PoissonTerms.logTail(count: agents + i, excess: agents + i - load)
    }
    return table[Int(min(i, Double(table.count - 1)))] - kappa * i
  }
}
