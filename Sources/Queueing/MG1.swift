#if canImport(Glibc)
  import Glibc  // exp, log
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Formulas for M/G/1: random arrivals, one agent, handling times of any distribution, first come
/// first served, and nobody leaves.
///
/// ```swift
/// let oneExpert = try MG1.Performance(
///   arrivals: 5, perSeconds: 3600, handling: .lognormal(meanSeconds: 600, variation: 1.5))
/// oneExpert.meanWaitSeconds  // 4875: over an hour, at 83% occupancy
/// ```
///
/// Means are exact: Pollaczek's and Khinchine's E[W] = ρ(1 + c²)/(2(1 − ρ))·E[S], and Takács'
/// E[W²] = 2E[W]² + λE[S³]/(3(1 − ρ)). The distribution is exact for exponential handling times,
/// and for fixed ones (``MDc`` with one agent). For lognormal ones it is an approximation: a gamma
/// distribution with the exact first two moments of the wait of those who wait. It errs by less
/// than 0.03 in any share, for fixed times, where the truth is known (`MG1Tests`).
///
/// Source: D. Gross et al., *Fundamentals of Queueing Theory*, 4th ed., Wiley, 2008, ch. 5.
public enum MG1 {
  /// How ``Performance`` knows the distribution of the wait.
  public enum WaitDistribution: String, Hashable, Sendable {
    /// By formula.
    case exact
    /// A gamma distribution with the exact first two moments of the wait of those who wait.
    case gammaFit
  }

  /// What happens when one agent faces so much work.
  public struct Performance: Hashable, Sendable {
    /// The offered load, ρ (< 1).
    public let load: OfferedLoad
    /// How long one contact takes.
    public let handling: TimeDistribution
    /// The mean wait over all contacts, also those that do not wait (unit: s).
    public let meanWaitSeconds: Double
    /// The mean of the squared wait over all contacts (unit: s²).
    public let meanSquaredWait: Double
    /// How the distribution of the wait is known.
    public let waitDistribution: WaitDistribution

    /// Works out what one agent does.
    ///
    /// - Parameters:
    ///   - arrivals: Mean arrivals in the stretch (unit: contacts; finite, ≥ 0).
    ///   - perSeconds: Length of the stretch (unit: s; finite, > 0).
    ///   - handling: How long one contact takes.
    /// - Throws: ``QueueError/unstable(load:agents:)``, ``QueueError/outOfRange(_:_:)``,
    ///   ``QueueError/notPositive(_:_:)``.
    /// - Complexity: O(1).
    public init(
      arrivals: Double, perSeconds: Double, handling: TimeDistribution
    ) throws(QueueError) {
      try self.init(
        load: OfferedLoad(
          arrivals: arrivals, perSeconds: perSeconds, handleSeconds: handling.meanSeconds),
        handling: handling)
    }

    /// Works out what one agent does.
    ///
    /// - Parameters:
    ///   - load: The offered load, ρ (< 1).
    ///   - handling: How long one contact takes.
    /// - Throws: ``QueueError/unstable(load:agents:)``.
    /// - Complexity: O(1).
    public init(load: OfferedLoad, handling: TimeDistribution) throws(QueueError) {
      let rho = load.erlangs
      guard rho < 1 else { throw .unstable(load: load, agents: 1) }
      self.load = load
      self.handling = handling
      let mean = handling.meanSeconds
      let odds = rho / (1 - rho)
      let wait = odds * (1 + handling.squaredVariation) / 2 * mean
      meanWaitSeconds = wait
      meanSquaredWait = 2 * wait * wait + odds * handling.thirdMoment / 3 * mean * mean
      waitDistribution = if case .lognormal = handling.shape { .gammaFit } else { .exact }
    }

    /// The probability that a new contact has to wait, ρ.
    public var waitProbability: Double { load.erlangs }

    /// The probability that it is answered at once, 1 − ρ.
    public var answeredAtOnce: Double { 1 - load.erlangs }

    /// The share of time the agent spends on contacts, ρ.
    public var occupancy: Double { load.erlangs }

    /// The mean number of contacts waiting.
    public var queueLength: Double { meanWaitSeconds / handling.meanSeconds * load.erlangs }

    /// The share of contacts answered within the given time, P(W ≤ t).
    ///
    /// - Parameter withinSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func serviceLevel(withinSeconds: Double) throws(QueueError) -> Double {
      1 - (try lateShare(beyondSeconds: withinSeconds))
    }

    /// The share of contacts that wait longer than the given time, P(W > t).
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      return try late()(beyondSeconds)
    }

    /// The natural logarithm of ``lateShare(beyondSeconds:)``; also where the share itself is far too
    /// small for a `Double`.
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: At most 0; minus infinity when the load is zero.
    /// - Throws: ``QueueError/outOfRange(_:_:)``; as ``MDc/Waits/logLateShare(beyondSeconds:)`` for
    ///   fixed handling times.
    public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      let rho = load.erlangs
      guard rho > 0 else { return -.infinity }
      let mean = handling.meanSeconds
      switch handling.shape {
      case .exponential: return log(rho) - (1 - rho) * beyondSeconds / mean
      case .fixed:
        return try MDc.Performance(load: load, agents: 1, handleSeconds: mean)
          .logLateShare(beyondSeconds: beyondSeconds)
      case .lognormal:
        let fit = gammaFit
        return log(rho) + GammaShare.logAbove(beyondSeconds * fit.perSecond, shape: fit.shape)
      }
    }

    /// The gamma distribution of the wait of those who wait.
    private var gammaFit: (shape: Double, perSecond: Double) {
      let first = meanWaitSeconds / load.erlangs
      let shape = first / (meanSquaredWait / load.erlangs / first - first)
      return (shape, shape / first)
    }

    /// The wait that the given share of contacts does not exceed.
    ///
    /// - Parameter share: The share (0 < share < 1).
    /// - Returns: A time (unit: s); `0` where that many are answered at once.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      return Percentile.find(late: 1 - share, scale: handling.meanSeconds, share: try late())
    }

    private func late() throws(QueueError) -> (Double) -> Double {
      let rho = load.erlangs
      guard rho > 0 else { return { _ in 0 } }
      let mean = handling.meanSeconds
      switch handling.shape {
      case .exponential:
        return { rho * exp(-(1 - rho) * $0 / mean) }
      case .fixed:
        let waits = try MDc.Performance(load: load, agents: 1, handleSeconds: mean).waits()
        return { waits.late($0) }
      case .lognormal:
        let fit = gammaFit
        return { rho * GammaShare.above($0 * fit.perSecond, shape: fit.shape) }
      }
    }
  }
}
