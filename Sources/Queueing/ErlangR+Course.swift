#if canImport(Glibc)
  import Glibc  // exp, expm1
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ErlangR {
  /// Mean loads at a moment, with agents for everybody.
  public struct Loads: Hashable, Sendable {
    /// Cases with an agent (unit: erlangs).
    public let needy: Double
    /// Cases with their customers.
    public let content: Double

    /// States the loads at a moment (finite, ≥ 0).
    public init(needy: Double, content: Double) {
      self.needy = needy
      self.content = content
    }
  }

  /// What was there before a course of intervals.
  public enum Start: Hashable, Sendable {
    /// Nothing, as on the first day.
    case empty
    /// What the first interval's rate would have brought in the long run.
    case steady
    /// What the last interval leaves: the same day over and over.
    case repeating
    /// These loads.
    case loads(Loads)
  }

  /// Mean loads at the boundaries of intervals in which new cases come at constant rates.
  ///
  /// R₁' = λ + δR₂ − μR₁ and R₂' = pμR₁ − δR₂, with μ = 1/handling time and δ = 1/time away, are
  /// solved exactly, by the exponential of their matrix. The desk's own rate does not matter here.
  ///
  /// Staff for the load at the time: n(t) = R₁(t) + β√R₁(t), or Erlang C at R₁(t). Returning
  /// cases come later than the new ones that caused them, so the peak is lower and later.
  ///
  /// - Parameters:
  ///   - arrivalRates: New cases in each interval (unit: cases per second; finite, ≥ 0).
  ///   - intervalSeconds: Length of each interval (unit: s; finite, > 0).
  ///   - start: What was there before.
  /// - Returns: One more than intervals: the loads at the start, and at the end of each interval.
  /// - Throws: ``QueueError/wrongCount(_:_:allowed:)`` without intervals or with over a million,
  ///   ``QueueError/outOfRange(_:_:)``, ``QueueError/notPositive(_:_:)``.
  /// - Complexity: O(intervals).
  public func course(
    arrivalRates: [Double], intervalSeconds: Double, start: Start = .steady
  ) throws(QueueError) -> [Loads] {
    guard (1...1_000_000).contains(arrivalRates.count) else {
      throw .wrongCount("intervals", arrivalRates.count, allowed: 1...1_000_000)
    }
    try Checked.positive("seconds of an interval", intervalSeconds)
    for rate in arrivalRates where !rate.isFinite || rate < 0 {
      throw .outOfRange("arrivals per second", rate)
    }
    let flow = LinearFlow(self, seconds: intervalSeconds)
    func run(from first: Loads) -> [Loads] {
      var loads = [first]
      for rate in arrivalRates { loads.append(flow.after(loads[loads.count - 1], rate: rate)) }
      return loads
    }
    switch start {
    case .empty: return run(from: Loads(needy: 0, content: 0))
    case .steady: return run(from: flow.steady(rate: arrivalRates[0]))
    case .loads(let loads):
      for value in [loads.needy, loads.content] where !value.isFinite || value < 0 {
        throw .outOfRange("load at the start", value)
      }
      return run(from: loads)
    case .repeating:
      // x = Φx + d, and d is where the course from nothing ends. One pass of a day forgets all
      // but the factor Φ of the start, so passes that halve the rest come to the end quickly:
      // Φ + Φ² + Φ⁴ + … by squaring.
      guard let rest = run(from: Loads(needy: 0, content: 0)).last else { return [] }
      let whole = LinearFlow(self, seconds: intervalSeconds * Double(arrivalRates.count))
      return run(from: whole.fixedPoint(rest))
    }
  }
}

/// The two linear equations over a fixed time.
private struct LinearFlow {
  let desk: ErlangR
  /// e^(At), row by row.
  private var a11 = 0.0
  private var a12 = 0.0
  private var a21 = 0.0
  private var a22 = 0.0

  init(_ desk: ErlangR, seconds: Double) {
    self.desk = desk
    let (mu, delta) = (1 / desk.handleSeconds, 1 / desk.awaySeconds)
    // Both roots are real and below zero; the slow one from their product, without cancellation.
    let spread = ((mu - delta) * (mu - delta) + 4 * desk.returnShare * mu * delta).squareRoot()
    let fast = (mu + delta + spread) / 2
    let slow = (1 - desk.returnShare) * mu * delta / fast
    // e^(At) = e^(−slow·t)·I + (A + slow·I)·(e^(−slow·t) − e^(−fast·t))/(fast − slow), and the
    // diagonal with positive terms only.
    let late = exp(-slow * seconds)
    let early = exp(-fast * seconds)
    let mixed = spread > 0 ? -late * expm1(-(fast - slow) * seconds) / spread : seconds * late
    a12 = delta * mixed
    a21 = desk.returnShare * mu * mixed
    a11 = early + max(0, fast - mu) * mixed
    a22 = early + max(0, fast - delta) * mixed
  }

  func steady(rate: Double) -> ErlangR.Loads {
    let needy = rate * desk.handleSeconds / (1 - desk.returnShare)
    return ErlangR.Loads(
      needy: needy, content: needy * desk.returnShare * desk.awaySeconds / desk.handleSeconds)
  }

  func after(_ loads: ErlangR.Loads, rate: Double) -> ErlangR.Loads {
    let goal = steady(rate: rate)
    let (x, y) = (loads.needy - goal.needy, loads.content - goal.content)
    return ErlangR.Loads(
      needy: max(0, goal.needy + a11 * x + a12 * y),
      content: max(0, goal.content + a21 * x + a22 * y))
  }

  /// The x with x = e^(At)·x + rest.
  func fixedPoint(_ rest: ErlangR.Loads) -> ErlangR.Loads {
    let determinant = (1 - a11) * (1 - a22) - a12 * a21
    guard determinant > 1e-12 else { return steady(rate: desk.arrivalsPerSecond) }
    return ErlangR.Loads(
      needy: max(0, ((1 - a22) * rest.needy + a12 * rest.content) / determinant),
      content: max(0, (a21 * rest.needy + (1 - a11) * rest.content) / determinant))
  }
}
