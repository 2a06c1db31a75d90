#if canImport(Glibc)
  import Glibc  // atan2, exp, expm1
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Erlang-R: contacts that come back. After each touch a share is not settled: the customer is asked
/// something, answers some time later, and the case needs an agent again.
///
/// A case is *needy* while it waits for an agent or is with one, *content* while it is with the
/// customer. Customers return after exponential times, for ever with the same probability.
///
/// ```swift
/// // 30 cases an hour, 4 minutes a touch, two in three come back, after 2 hours on average.
/// let desk = try ErlangR(
///   arrivals: 30, perSeconds: 3600, handleSeconds: 240, returnShare: 2.0 / 3,
///   awaySeconds: 7200)
/// desk.needyLoad.erlangs  // 6: three times what the new cases alone bring
/// desk.contentCases  // 120 are with their customers
/// try desk.performance(agents: 8).meanWaitSeconds  // 42.8 at each touch
/// ```
///
/// Source: G. Yom-Tov and A. Mandelbaum, *Erlang-R: a time-varying queue with reentrant
/// customers*, MSOM 16, 2014. In the steady state the needy part is Erlang C with the load
/// λ·E[S]/(1 − p), exactly. Over a day it is not, and the loads follow two linear equations;
/// see ``course(arrivalRates:intervalSeconds:start:)``.
public struct ErlangR: Hashable, Sendable {
  /// New cases (unit: cases per second; ≥ 0).
  public let arrivalsPerSecond: Double
  /// Mean time one agent spends on one touch (unit: s; > 0).
  public let handleSeconds: Double
  /// The share of touches after which the case comes back, p (0 ≤ p < 1).
  public let returnShare: Double
  /// Mean time the customer takes to come back (unit: s; > 0).
  public let awaySeconds: Double
  /// Agents needed all the time for new and returning cases, λ·E[S]/(1 − p).
  public let needyLoad: OfferedLoad

  /// Describes a desk.
  ///
  /// - Parameters:
  ///   - arrivals: New cases in the stretch (finite, ≥ 0); returning ones not counted.
  ///   - perSeconds: Length of the stretch (unit: s; finite, > 0).
  ///   - handleSeconds: Mean time one agent spends on one touch (unit: s; finite, > 0).
  ///   - returnShare: The share of touches after which the case comes back (0 ≤ share < 1).
  ///   - awaySeconds: Mean time until it does (unit: s; finite, > 0).
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/notPositive(_:_:)``,
  ///   ``QueueError/notAShare(_:_:)``.
  public init(
    arrivals: Double, perSeconds: Double, handleSeconds: Double, returnShare: Double,
    awaySeconds: Double
  ) throws(QueueError) {
    try Checked.positive("handle seconds", handleSeconds)
    try Checked.positive("seconds away", awaySeconds)
    if returnShare != 0 { try Checked.share("share that comes back", returnShare) }
    let first = try OfferedLoad(
      arrivals: arrivals, perSeconds: perSeconds, handleSeconds: handleSeconds)
    needyLoad = try OfferedLoad(erlangs: first.erlangs / (1 - returnShare))
    arrivalsPerSecond = arrivals / perSeconds
    self.handleSeconds = handleSeconds
    self.returnShare = returnShare
    self.awaySeconds = awaySeconds
    guard contentCases.isFinite else { throw .outOfRange("cases with customers", contentCases) }
  }

  /// The mean number of cases with their customers, p·λ·E[away]/(1 − p).
  public var contentCases: Double {
    arrivalsPerSecond * awaySeconds * (returnShare / (1 - returnShare))
  }

  /// Touches of one case from first to last, on average, 1/(1 − p).
  public var touchesPerCase: Double { 1 / (1 - returnShare) }

  /// What so many agents do, in the steady state, at each touch.
  ///
  /// - Parameter agents: Agents on duty; more than ``needyLoad`` in erlangs unless both are zero.
  /// - Throws: ``QueueError/unstable(load:agents:)``, ``QueueError/outOfRange(_:_:)``,
  ///   ``QueueError/tooManyAgents(_:)``.
  /// - Complexity: O(`agents`).
  public func performance(agents: Int) throws(QueueError) -> ErlangC.Performance {
    try ErlangC.Performance(load: needyLoad, agents: agents, handleSeconds: handleSeconds)
  }

  /// How the loads swing when new cases swing as a sine.
  public struct Swing: Hashable, Sendable {
    /// The largest distance from the mean (unit: erlangs, or cases).
    public let amplitude: Double
    /// How long after that of new cases the peak is (unit: s).
    public let lagSeconds: Double
  }

  /// The swing of the needy load, for λ(t) = λ·(1 + κ·sin ωt), for ever, and agents for everybody.
  ///
  /// - Parameters:
  ///   - relativeAmplitude: κ (0 ≤ κ ≤ 1).
  ///   - periodSeconds: 2π/ω, such as a day (unit: s; finite, > 0).
  /// - Returns: λκ·(δ + iω)/((μ + iω)(δ + iω) − pμδ), as amplitude and lag.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/notPositive(_:_:)``.
  public func needySwing(
    relativeAmplitude: Double, periodSeconds: Double
  ) throws(QueueError) -> Swing {
    try swing(relativeAmplitude, periodSeconds) { delta, omega in (delta, omega) }
  }

  /// The swing of the number of cases with their customers, for the same new cases.
  ///
  /// - Parameters:
  ///   - relativeAmplitude: κ (0 ≤ κ ≤ 1).
  ///   - periodSeconds: 2π/ω (unit: s; finite, > 0).
  /// - Returns: λκ·pμ/((μ + iω)(δ + iω) − pμδ), as amplitude and lag.
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/notPositive(_:_:)``.
  public func contentSwing(
    relativeAmplitude: Double, periodSeconds: Double
  ) throws(QueueError) -> Swing {
    let pull = returnShare / handleSeconds
    return try swing(relativeAmplitude, periodSeconds) { _, _ in (pull, 0) }
  }

  private func swing(
    _ relativeAmplitude: Double, _ periodSeconds: Double,
    _ numerator: (_ delta: Double, _ omega: Double) -> (Double, Double)
  ) throws(QueueError) -> Swing {
    guard relativeAmplitude >= 0, relativeAmplitude <= 1 else {
      throw .outOfRange("relative amplitude, at most 1,", relativeAmplitude)
    }
    try Checked.positive("seconds of the period", periodSeconds)
    let (mu, delta, omega) = (1 / handleSeconds, 1 / awaySeconds, 2 * Double.pi / periodSeconds)
    let (re, im) = (mu * delta * (1 - returnShare) - omega * omega, omega * (mu + delta))
    let top = numerator(delta, omega)
    let size = re * re + im * im
    let real = (top.0 * re + top.1 * im) / size
    let imaginary = (top.1 * re - top.0 * im) / size
    let length = (real * real + imaginary * imaginary).squareRoot()
    return Swing(
      amplitude: arrivalsPerSecond * relativeAmplitude * length,
      lagSeconds: -atan2(imaginary, real) / omega)
  }
}
