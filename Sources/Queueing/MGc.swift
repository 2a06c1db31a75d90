#if canImport(Glibc)
  import Glibc  // exp, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Approximations for M/G/c: random arrivals, `c` alike agents, handling times of any distribution
/// known by mean and variation, first come first served, and nobody leaves.
///
/// There is no formula; these are between the two ends that have one, ``ErlangC`` (variation 1) and
/// ``MDc`` (variation 0). The mean wait is the approximation that is named; the
/// probability to wait is Erlang C's; the wait of those who wait is taken as exponential.
///
/// How wrong they are where the truth is known, for fixed handling times (`MGcTests` prints and
/// checks it): Lee and Longton's rule says half of Erlang C's wait, the truth is
///
/// | agents | occupancy 50% | 80% | 90% | 95% |
/// |---|---|---|---|---|
/// | 2 | 0.530 | 0.508 | 0.504 | 0.502 |
/// | 5 | 0.588 | 0.522 | 0.509 | 0.504 |
/// | 20 | 0.751 | 0.560 | 0.524 | 0.511 |
/// | 50 | 0.871 | 0.616 | 0.543 | 0.518 |
///
/// so the rule is too low by up to half in large, quiet teams, and good in busy ones. The other
/// two use M/D/c itself and are exact at both ends.
public enum MGc {
  /// How the mean wait is approximated; c² is variance ÷ squared mean of handling times.
  public enum Approximation: String, Hashable, Sendable, CaseIterable {
    /// Lee and Longton, 1959: (1 + c²)/2 of Erlang C's wait. The rule of thumb.
    case leeLongton
    /// Page, 1972: c² of Erlang C's wait and 1 − c² of M/D/c's. For c² up to 1.
    case page
    /// Kimura, 1986: the harmonic mean, (1 + c²) / (2c²/W(M/M/c) + (1 − c²)/W(M/D/c)). For any c².
    case kimura
  }

  /// What happens when so many agents face so much work.
  public struct Performance: Hashable, Sendable {
    /// The offered load, `a`.
    public let load: OfferedLoad
    /// Agents on duty, `c`.
    public let agents: Int
    /// Mean time one agent spends on one contact (unit: s; > 0).
    public let handleSeconds: Double
    /// Variance ÷ squared mean of that time, c² (≥ 0).
    public let squaredVariation: Double
    /// How the mean wait is approximated.
    public let approximation: Approximation
    /// The probability that a new contact has to wait, taken from Erlang C (`0...1`).
    public let waitProbability: Double
    /// The probability that it is answered at once.
    public let answeredAtOnce: Double
    /// The mean wait over all contacts, also those that do not wait (unit: s).
    public let meanWaitSeconds: Double

    /// Works out, nearly, what so many agents do.
    ///
    /// - Parameters:
    ///   - load: The offered load, `a`.
    ///   - agents: Agents on duty, `c`; more than `load.erlangs` unless both are zero.
    ///   - handleSeconds: Mean time one agent spends on one contact (unit: s; finite, > 0).
    ///   - squaredVariation: Variance ÷ squared mean of that time (finite, ≥ 0; at most 1 for
    ///     ``Approximation/page``).
    ///   - approximation: Which one.
    /// - Throws: ``QueueError/unstable(load:agents:)``, ``QueueError/outOfRange(_:_:)``,
    ///   ``QueueError/tooManyAgents(_:)``, ``QueueError/notPositive(_:_:)``;
    ///   ``QueueError/outOfReach(_:)`` for Page's rule with a variation above 1.
    /// - Complexity: O(`agents`), and that of ``MDc`` except for Lee and Longton's rule.
    public init(
      load: OfferedLoad, agents: Int, handleSeconds: Double, squaredVariation: Double,
      approximation: Approximation = .kimura
    ) throws(QueueError) {
      guard squaredVariation.isFinite, squaredVariation >= 0 else {
        throw .outOfRange("squared variation", squaredVariation)
      }
      guard approximation != .page || squaredVariation <= 1 else {
        throw .outOfReach(
          "Page's rule is for a squared variation up to 1, not \(squaredVariation); use Kimura's")
      }
      let memoryless = try ErlangC.Performance(
        load: load, agents: agents, handleSeconds: handleSeconds)
      self.load = load
      self.agents = agents
      self.handleSeconds = handleSeconds
      self.squaredVariation = squaredVariation
      self.approximation = approximation
      waitProbability = memoryless.waitProbability
      answeredAtOnce = memoryless.answeredAtOnce
      let wait = memoryless.meanWaitSeconds
      guard wait > 0 else {
        meanWaitSeconds = 0
        return
      }
      if approximation == .leeLongton {
        meanWaitSeconds = (1 + squaredVariation) / 2 * wait
        return
      }
      let fixed = try MDc.Performance(load: load, agents: agents, handleSeconds: handleSeconds)
      let ratio = fixed.meanWaitSeconds / wait
      meanWaitSeconds =
        approximation == .page
        ? (squaredVariation + (1 - squaredVariation) * ratio) * wait
        : (1 + squaredVariation)
          / (2 * squaredVariation * ratio + 1 - squaredVariation) * ratio * wait
    }

    /// The share of an agent's time spent on contacts, a/c (`0..<1`).
    public var occupancy: Double { agents == 0 ? 0 : load.erlangs / Double(agents) }

    /// The mean number of contacts waiting.
    public var queueLength: Double { meanWaitSeconds / handleSeconds * load.erlangs }

    /// The share of contacts answered within the given time, nearly.
    ///
    /// - Parameter withinSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func serviceLevel(withinSeconds: Double) throws(QueueError) -> Double {
      1 - (try lateShare(beyondSeconds: withinSeconds))
    }

    /// The share of contacts that wait longer than the given time, nearly: C·e^(−C·t/E[W]).
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: A probability in `0...1`.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func lateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      guard meanWaitSeconds > 0 else { return 0 }
      return waitProbability * exp(-waitProbability / meanWaitSeconds * beyondSeconds)
    }

    /// The natural logarithm of ``lateShare(beyondSeconds:)``, nearly, also where the share itself is
    /// too small for a `Double`.
    ///
    /// - Parameter beyondSeconds: The time, t (unit: s; finite, ≥ 0).
    /// - Returns: At most 0; minus infinity where not even the probability to wait is above 1e-308.
    /// - Throws: ``QueueError/outOfRange(_:_:)``.
    public func logLateShare(beyondSeconds: Double) throws(QueueError) -> Double {
      try Checked.seconds("seconds", beyondSeconds)
      guard meanWaitSeconds > 0 else { return -.infinity }
      return LogTails.logarithm(waitProbability, rest: answeredAtOnce)
        - waitProbability / meanWaitSeconds * beyondSeconds
    }

    /// The wait that the given share of contacts does not exceed, nearly.
    ///
    /// - Parameter share: The share (0 < share < 1).
    /// - Returns: A time (unit: s); `0` where that many are answered at once.
    /// - Throws: ``QueueError/notAShare(_:_:)``.
    public func waitPercentile(_ share: Double) throws(QueueError) -> Double {
      try Checked.share("percentile", share)
      let late = 1 - share
      guard waitProbability > late else { return 0 }
      return log1p((waitProbability - late) / late) * meanWaitSeconds / waitProbability
    }
  }
}
