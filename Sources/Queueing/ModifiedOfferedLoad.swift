/// The load that a day of changing arrivals offers at each moment, M(t)/G/∞: the mean number of
/// contacts that would be in hand if there were agents for everybody.
///
/// Each interval on its own offers λ·E[S]. That is wrong while arrivals rise or fall, since
/// work that came earlier is still in hand: the load follows arrivals with a delay of about one
/// handling time, and never reaches a short peak. Staffing each moment for this load gives a steady
/// service level; staffing each interval on its own gives too many in the rise and too few in the
/// fall.
///
/// ```swift
/// let load = try ModifiedOfferedLoad(
///   arrivalRates: [0.01, 0.05, 0.02], intervalSeconds: 1800,
///   handling: .exponential(meanSeconds: 900))
/// try load.erlangs(atSeconds: 3600)  // 40.1, where the second interval's own load is 45
/// ```
///
/// m(t) = ∫ λ(t − u)·P(S > u) du, which with constant rates in intervals is a sum of values of
/// E[min(S, u)]: exact, for any handling times. For exponential times it is what
/// m' = λ(t) − m/E[S] has as its solution.
///
/// Source: S. Eick, W. Massey, W. Whitt, *The physics of the M(t)/G/∞ queue*, Operations Research 41,
/// 1993; O. Jennings, A. Mandelbaum, W. Massey, W. Whitt, *Server staffing to meet time-varying
/// demand*, Management Science 42, 1996.
public struct ModifiedOfferedLoad: Hashable, Sendable {
  /// What was there before the first interval.
  public enum Start: Hashable, Sendable {
    /// Nobody came.
    case empty
    /// The first interval's rate, for ever.
    case steady
    /// The same intervals over and over, such as one day like the other.
    case repeating
  }

  /// Arrivals in each interval (unit: contacts per second).
  public let arrivalRates: [Double]
  /// Length of each interval (unit: s; > 0).
  public let intervalSeconds: Double
  /// How long one contact takes.
  public let handling: TimeDistribution
  /// What was there before.
  public let start: Start

  /// Poses the question.
  ///
  /// - Parameters:
  ///   - arrivalRates: Arrivals in each interval (unit: contacts per second; finite, ≥ 0; one
  ///     interval to a million).
  ///   - intervalSeconds: Length of each interval (unit: s; finite, > 0).
  ///   - handling: How long one contact takes.
  ///   - start: What was there before.
  /// - Throws: ``QueueError/wrongCount(_:_:allowed:)``, ``QueueError/outOfRange(_:_:)``,
  ///   ``QueueError/notPositive(_:_:)``; ``QueueError/tooLarge(_:)`` for repeating intervals
  ///   that are together much shorter than the handling time.
  public init(
    arrivalRates: [Double], intervalSeconds: Double, handling: TimeDistribution,
    start: Start = .steady
  ) throws(QueueError) {
    guard (1...1_000_000).contains(arrivalRates.count) else {
      throw .wrongCount("intervals", arrivalRates.count, allowed: 1...1_000_000)
    }
    try Checked.positive("seconds of an interval", intervalSeconds)
    for rate in arrivalRates where !rate.isFinite || rate < 0 {
      throw .outOfRange("arrivals per second", rate)
    }
    _ = try OfferedLoad(
      arrivals: arrivalRates.max() ?? 0, perSeconds: 1, handleSeconds: handling.meanSeconds)
    if start == .repeating {
      let length = intervalSeconds * Double(arrivalRates.count)
      guard handling.meanSeconds <= 100 * length else {
        throw .tooLarge(
          "handling takes \(handling.meanSeconds) s, over a hundred times the \(length) s that are"
            + " repeated; give a longer stretch")
      }
    }
    self.arrivalRates = arrivalRates
    self.intervalSeconds = intervalSeconds
    self.handling = handling
    self.start = start
  }

  /// The load at a moment.
  ///
  /// - Parameter atSeconds: The moment, from the start of the first interval to the end of the last
  ///   (unit: s).
  /// - Returns: The load (unit: erlangs), to about 1e-14 of the largest.
  /// - Throws: ``QueueError/outOfRange(_:_:)`` for a moment outside.
  /// - Complexity: O(intervals); repeated ones are added until nothing is left of them.
  public func erlangs(atSeconds: Double) throws(QueueError) -> Double {
    let end = intervalSeconds * Double(arrivalRates.count)
    guard atSeconds >= 0, atSeconds <= end else {
      throw .outOfRange("moment in the day", atSeconds)
    }
    var load = recent(atSeconds)
    switch start {
    case .empty: break
    case .steady:
      load += arrivalRates[0] * (handling.meanSeconds - handling.meanUpTo(seconds: atSeconds))
    case .repeating:
      var days = 1
      while days < 100_000 {
        let reach = atSeconds + Double(days) * end
        load += recent(reach)
        // What is older than all that was added.
        if handling.meanSeconds - handling.meanUpTo(seconds: reach)
          <= 1e-15 * handling.meanSeconds
        {
          break
        }
        days += 1
      }
    }
    return load
  }

  /// The loads at all boundaries, from the start of the first interval to the end of the last.
  ///
  /// - Returns: One more than intervals (unit: erlangs).
  /// - Complexity: O(intervals²).
  public func erlangsAtBoundaries() throws(QueueError) -> [Double] {
    var loads: [Double] = []
    for k in 0...arrivalRates.count {
      loads.append(try erlangs(atSeconds: Double(k) * intervalSeconds))
    }
    return loads
  }

  /// The mean load over an interval: what its agents have to carry.
  ///
  /// - Parameter interval: Its place, from 0.
  /// - Returns: A load, to about 1e-12 of itself.
  /// - Throws: ``QueueError/outOfRange(_:_:)`` for a place that is not there.
  /// - Complexity: O(intervals) for each of some hundred moments.
  public func meanLoad(ofInterval interval: Int) throws(QueueError) -> OfferedLoad {
    guard arrivalRates.indices.contains(interval) else {
      throw .outOfRange("place of the interval", Double(interval))
    }
    let from = Double(interval) * intervalSeconds
    // Fixed handling times bend the curve at whole multiples of the interval after their length.
    var cuts = [from, from + intervalSeconds]
    for corner in handling.corners {
      let bend = from + corner.truncatingRemainder(dividingBy: intervalSeconds)
      if bend > from, bend < from + intervalSeconds { cuts.insert(bend, at: 1) }
    }
    let sum = Quadrature.integral(cuts) { (try? erlangs(atSeconds: $0)) ?? 0 }
    return try OfferedLoad(erlangs: sum / intervalSeconds)
  }

  /// Agents by the square-root rule at the load of the moment, ⌈m + β√m⌉.
  ///
  /// - Parameters:
  ///   - atSeconds: The moment, from the start of the first interval to the end of the last (unit: s).
  ///   - beta: Spare agents, in square roots of the load; the standard normal's quantile where
  ///     patience equals handling time (finite, from -10 to 10).
  /// - Throws: ``QueueError/outOfRange(_:_:)``, ``QueueError/tooMuchLoad(_:)``.
  public func agents(atSeconds: Double, beta: Double) throws(QueueError) -> Int {
    guard beta >= -10, beta <= 10 else { throw .outOfRange("beta, from -10 to 10,", beta) }
    let load = try OfferedLoad(erlangs: erlangs(atSeconds: atSeconds))
    let agents = (load.erlangs + beta * load.erlangs.squareRoot()).rounded(.up)
    guard agents <= Double(QueueError.mostAgents) else { throw .tooMuchLoad(load) }
    return max(0, Int(agents))
  }

  /// What the intervals before `seconds` contribute, if the last of them ended there or later.
  private func recent(_ seconds: Double) -> Double {
    var load = 0.0
    for (k, rate) in arrivalRates.enumerated() {
      let since = seconds - Double(k) * intervalSeconds
      guard since > 0 else { break }
      let until = max(0, since - intervalSeconds)
      load += rate * (handling.meanUpTo(seconds: since) - handling.meanUpTo(seconds: until))
    }
    return load
  }
}
