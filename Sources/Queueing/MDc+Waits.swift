#if canImport(Glibc)
  import Glibc  // exp, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension MDc {
  /// The distribution of the wait in M/D/c.
  public struct Waits: Hashable, Sendable {
    private let answeredAtOnce: Double
    private let waitProbability: Double
    let load: Double
    let agents: Double
    let handleSeconds: Double
    /// P(Q = i).
    private let queue: [Double]
    /// P(Q ≥ i); beyond the table it falls by 1 + `excess` from one to the next.
    private let queueTail: [Double]
    private let excess: Double

    /// Builds the table of P(Q = i).
    ///
    /// It ends where nothing is left, or where the ratio of neighbours has long been what it is in the
    /// end: near full occupancy after some sixteen √c, since the second slowest part falls by about
    /// e^(−2.5/√c) from one to the next.
    init(_ team: Performance) {
      answeredAtOnce = team.answeredAtOnce
      waitProbability = team.waitProbability
      load = team.load.erlangs
      agents = Double(team.agents)
      handleSeconds = team.handleSeconds
      guard load > 0 else {
        (queue, queueTail, excess) = ([1], [1], .infinity)
        return
      }
      let walk = CyclicWalk(load: load, agents: agents)
      let excess = walk.decayExcess
      self.excess = excess
      let longEnough = 2 * Int(agents.squareRoot()) + 20
      var steady = 0
      // j·h(j) for j = 1, 2, ….
      var weights = [0.0]
      var queue = [exp(-walk.sum(offset: 1) { PoissonTerms.tail(count: $0, excess: $1) })]
      for i in 1...40_000 {
        let j = Double(i)
        weights.append(
          j * walk.sum(offset: j) { PoissonTerms.probability(count: $0, excess: $1) })
        var sum = 0.0
        for k in 1...i { sum += weights[k] * queue[i - k] }
        queue.append(sum / j)
        let last = queue[i - 1]
        steady = abs(queue[i] * (1 + excess) - last) <= 1e-14 * last ? steady + 1 : 0
        if queue[i] < 1e-307 || steady >= longEnough { break }
      }
      var tail = [Double](repeating: 0, count: queue.count)
      let last = queue.count - 1
      tail[last] = queue[last] * (1 + excess) / excess
      for i in stride(from: last - 1, through: 0, by: -1) { tail[i] = tail[i + 1] + queue[i] }
      self.queue = queue
      queueTail = tail
    }

    /// The share of contacts answered within the given time, P(W ≤ t).
    ///
    /// - Parameter withinSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func serviceLevel(withinSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", withinSeconds)
      return withinSeconds == 0 ? answeredAtOnce : max(0, 1 - late(withinSeconds))
    }

    /// The share of contacts that wait longer than the given time, P(W > t).
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`, accurate also when it is tiny.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      return late(beyondSeconds)
    }

    /// The wait that the given share of contacts does not exceed.
    ///
    /// - Parameter share: The share (0 < share < 1).
    /// - Returns: A time (unit: s); `0` where that many are answered at once.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      return Percentile.find(late: 1 - share, scale: handleSeconds, share: late)
    }

    /// P(Q + N ≥ kc).
    func late(_ seconds: Double) -> Double {
      guard waitProbability > 0 else { return 0 }
      guard seconds > 0 else { return waitProbability }
      let whole = (seconds / handleSeconds).rounded(.down)
      let mean = load * max(0, 1 - (seconds / handleSeconds - whole))
      let goal = (whole + 1) * agents
      // So long a queue that nothing is left.
      guard goal.isFinite, atLeast(goal - mean - 40 * mean.squareRoot() - 760) > 0 else { return 0 }
      // Above `top` arrivals are too rare for a Double.
      let top = min(goal, (mean + 40 * mean.squareRoot() + 760).rounded(.up))
      var arrivals = PoissonTerms.tail(count: top, excess: top - mean)
      var sum = atLeast(goal) + queueProbability(goal - top) * arrivals
      var count = top
      var term = PoissonTerms.probability(count: count, excess: count - mean)
      while count > 1 {
        // From P(N ≥ count) to P(N ≥ count − 1); fresh now and then, so that errors do not grow.
        count -= 1
        // Next to nothing a Double has few digits, which would stay few.
        let isFresh = term < 1e-290 || Int(count) % 256 == 0
        term =
          isFresh
          ? PoissonTerms.probability(count: count, excess: count - mean)
          : term * (count + 1) / mean
        arrivals += term
        sum += queueProbability(goal - count) * min(1, arrivals)
      }
      return min(waitProbability, sum)
    }

    /// P(Q = i).
    private func queueProbability(_ i: Double) -> Double {
      let last = queue.count - 1
      guard i > Double(last) else { return queue[Int(i)] }
      return queue[last] * power(i - Double(last))
    }

    /// P(Q ≥ i).
    private func atLeast(_ i: Double) -> Double {
      guard i > 0 else { return 1 }
      let last = queueTail.count - 1
      guard i > Double(last) else { return queueTail[Int(i)] }
      return queueTail[last] * power(i - Double(last))
    }

    private func power(_ exponent: Double) -> Double {
      exp(-exponent * log1p(excess))
    }
  }
}
