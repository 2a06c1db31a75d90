#if canImport(Glibc)
  import Glibc  // exp, log, sin
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Priorities {
  /// One class of contacts in a queue with priorities.
  public struct Class: Hashable, Sendable {
    /// The offered load of all classes together.
    public let load: OfferedLoad
    /// Agents on duty, `c`.
    public let agents: Int
    /// Arrivals of the class (unit: contacts per second; ≥ 0).
    public let arrivalsPerSecond: Double
    /// The probability that a new contact has to wait (`0...1`), the same for all classes.
    public let waitProbability: Double
    /// The probability that it is answered at once.
    public let answeredAtOnce: Double
    /// The natural logarithm of ``waitProbability``, also where that is too small for a `Double`.
    public let logWaitProbability: Double
    /// At which all agents together finish contacts, c/handling time (unit: 1/s).
    let serviceRate: Double
    /// σ of the classes above, and with this one (`0..<1`).
    let shareAbove: Double
    let shareThrough: Double

    /// The share of an agent's time spent on contacts of all classes (`0..<1`).
    public var occupancy: Double { agents == 0 ? 0 : load.erlangs / Double(agents) }

    /// The mean wait of the class, also of those who do not wait (unit: s).
    public var meanWaitSeconds: Double {
      waitProbability == 0
        ? 0 : waitProbability / serviceRate / ((1 - shareAbove) * (1 - shareThrough))
    }

    /// The mean number of contacts of the class waiting.
    public var queueLength: Double { arrivalsPerSecond * meanWaitSeconds }

    /// The share of the class answered within the given time, P(W ≤ t).
    ///
    /// - Parameter withinSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func serviceLevel(withinSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", withinSeconds)
      return withinSeconds == 0 ? answeredAtOnce : max(0, 1 - late(withinSeconds))
    }

    /// The share of the class that waits longer than the given time, P(W > t).
    ///
    /// While all agents are busy, contacts finish at the rate s = c/handling time. Whoever has to
    /// wait finds a geometric number of contacts of its own class or above, with ratio
    /// σ = σ(k); each finish is followed by a busy period of those above, who arrive at the
    /// rate l = s·σ(k−1). So the transform of the wait of those who wait is (1 − σ)β/(1 − σβ), β
    /// that of a busy period of M/M/1, and it is turned back by moving the path of integration
    /// onto the cut from −(√s + √l)² to −(√s − √l)²: with x(θ) = s + l − 2√(s·l)·cos θ and
    /// r = √(s/l),
    ///
    /// P(W > t | W > 0) = A·e^(−s(1−σ)(1−l/(sσ))·t)
    ///   + (2/π)√(s·l) ∫₀^π e^(−x·t)·(1 − σ)·r·sin²θ / (x·|1 − σ·r·e^(iθ)|²) dθ,
    ///
    /// A = (σ² − σ(k−1))/(σ(σ − σ(k−1))) where that is positive, otherwise 0. Both terms are
    /// positive, and the integrand is smooth: about 1e-12 of the value, also when it is tiny.
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      return late(beyondSeconds)
    }

    /// The wait that the given share of the class does not exceed.
    ///
    /// - Parameter share: The share (0 < share < 1).
    /// - Returns: A time (unit: s); `0` where that many are answered at once.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      guard waitProbability > 0 else { return 0 }
      return Percentile.find(late: 1 - share, scale: 1 / serviceRate, share: late)
    }

    /// The natural logarithm of ``lateShare(beyondSeconds:)``; accurate also where the share itself is
    /// far too small for a `Double`.
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: At most 0; minus infinity when the load is zero.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      guard logWaitProbability > -.infinity, beyondSeconds > 0 else { return logWaitProbability }
      let (factor, exponent) = stillWaiting(beyondSeconds)
      return logWaitProbability + min(0, log(factor) - exponent)
    }

    private func late(_ seconds: Double) -> Double {
      guard waitProbability > 0 else { return 0 }
      guard seconds > 0 else { return waitProbability }
      let (factor, exponent) = stillWaiting(seconds)
      return min(waitProbability, waitProbability * (factor * exp(-exponent)))
    }

    /// P(W > t | W > 0) as factor·e^(−exponent).
    private func stillWaiting(_ seconds: Double) -> (factor: Double, exponent: Double) {
      let (above, sigma) = (shareAbove, shareThrough)
      // In units of 1/s: l = σ(k−1), r = 1/√σ(k−1).
      let time = seconds * serviceRate
      guard above > 0 else { return (1, (1 - sigma) * time) }
      let root = above.squareRoot()
      let gap = (1 - root) * (1 - root)
      // A contact of a class that is never there still has a wait; then σ = σ(k−1).
      let excess = sigma * sigma - above
      let slowest = excess > 0 ? (1 - sigma) * (1 - above / sigma) : gap
      let pole = excess > 0 ? excess / (sigma * (sigma - above)) : 0
      let ratio = sigma / root
      func value(_ theta: Double) -> Double {
        let half = sin(theta / 2)
        // x, and |1 − σ·r·e^(iθ)|², with 1 − cos θ = 2·sin²(θ/2).
        let x = gap + 4 * root * half * half
        let distance = (1 - ratio) * (1 - ratio) + 4 * ratio * half * half
        let sine = sin(theta)
        return exp(-max(0, x - slowest) * time) * sine * sine / (x * distance)
      }
      // Fine near zero, where large times and nearly equal roots make it steep.
      var cuts = [0.0]
      for k in stride(from: -24, through: -1, by: 1) {
        cuts.append(Double.pi * Double(sign: .plus, exponent: k, significand: 1))
      }
      cuts.append(Double.pi)
      let cut = 2 / Double.pi * (1 - sigma) * Quadrature.integral(cuts, value)
      return (pole + cut, slowest * time)
    }
  }
}
