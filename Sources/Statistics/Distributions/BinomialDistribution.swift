#if canImport(Glibc)
  import Glibc  // exp, log1p, pow
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many of n cases are kept when each is with the same chance p, whatever the others are.
package struct BinomialDistribution: Hashable, Sendable {
  /// How many cases there are, n (0 to 10⁹).
  package let trials: Int
  /// The chance of each to be kept, p (0 to 1).
  package let chance: Double

  /// Creates a distribution.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package init(trials: Int, chance: Double) throws(StatisticsError) {
    try Checked.count(trials, "the cases")
    try Checked.share(chance, "the chance")
    self.trials = trials
    self.chance = chance
  }

  /// The chance that exactly k are kept; 0 outside 0...n.
  package func exactly(_ k: Int) -> Double {
    guard k >= 0, k <= trials else { return 0 }
    return Self.density(Double(k), of: Double(trials), chance: chance)
  }

  /// The chance that at most k are kept, good to about 1e-13 of itself.
  ///
  /// It is I(n − k, k + 1) at 1 − p.
  ///
  /// - Complexity: O(√n).
  package func atMost(_ k: Int) -> Double {
    guard k >= 0 else { return 0 }
    guard k < trials else { return 1 }
    return BetaDistribution(sound: Double(k) + 1, Double(trials - k)).tails(chance, 1 - chance)
      .upper
  }

  /// The chance that at least k are kept, good to about 1e-13 of itself.
  ///
  /// - Complexity: O(√n).
  package func atLeast(_ k: Int) -> Double {
    guard k > 0 else { return 1 }
    guard k <= trials else { return 0 }
    return BetaDistribution(sound: Double(k), Double(trials - k) + 1).tails(chance, 1 - chance)
      .lower
  }

  /// The fewest k such that at most k are kept with at least this chance.
  ///
  /// - Parameter share: 0 or less gives 0, 1 or more gives n.
  /// - Complexity: O(√n · log n).
  package func quantile(_ share: Double) -> Int {
    guard share > 0 else { return 0 }
    guard share < 1 else { return trials }
    return first { atMost($0) >= share }
  }

  /// The most k such that at least k are kept with at least this chance: the mirror of
  /// ``quantile(_:)``, exact also for tiny shares.
  package func upperQuantile(_ share: Double) -> Int {
    guard share > 0 else { return trials }
    guard share < 1 else { return 0 }
    return first { atLeast($0 + 1) < share }
  }

  /// Draws how many are kept.
  ///
  /// A number between 0 and 1 is used up by the chances of each k, from the likeliest k on outwards.
  ///
  /// - Complexity: O(√(n·p·q)) on average.
  package func draw(using generator: inout some RandomNumberGenerator) -> Int {
    guard trials > 0, chance > 0 else { return 0 }
    guard chance < 1 else { return trials }
    let odds = chance / (1 - chance)
    let mode = min(trials, Int(Double(trials + 1) * chance))
    let peak = exactly(mode)
    var left = Double.random(in: 0..<1, using: &generator) - peak
    var (low, high) = (mode, mode)
    var (below, above) = (peak, peak)
    // What is that far out nobody ever draws.
    while left >= 0, below + above > 1e-18 {
      above = high < trials ? above * odds * Double(trials - high) / Double(high + 1) : 0
      high += 1
      left -= above
      if left < 0 { return high }
      below = low > 0 ? below / odds * Double(low) / Double(trials - low + 1) : 0
      low -= 1
      left -= below
      if left < 0 { return low }
    }
    return mode
  }

  /// The fewest k of which something holds that stays true from there on; n where it never does.
  private func first(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, trials)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// n!/(k!·(n − k)!)·pᵏ·qⁿ⁻ᵏ by Loader's saddle point, for 0 ≤ k ≤ n.
  static func density(_ k: Double, of n: Double, chance p: Double) -> Double {
    if p <= 0 { return k == 0 ? 1 : 0 }
    if p >= 1 { return k == n ? 1 : 0 }
    if k == 0 { return exp(n * log1p(-p)) }
    if k == n { return pow(p, n) }
    let rest = n - k
    let gap = n * p - k
    let exponent =
      StirlingError.delta(n) - StirlingError.delta(k) - StirlingError.delta(rest)
      - StirlingError.deviance(k, mean: n * p, excess: gap)
      - StirlingError.deviance(rest, mean: n * (1 - p), excess: -gap)
    return exp(exponent) * (n / (2 * Double.pi * k * rest)).squareRoot()
  }
}
