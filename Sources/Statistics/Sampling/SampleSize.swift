/// How many cases to look at, to know a share as well as wanted.
package enum SampleSize {
  /// The cases needed so that the interval of a share is no wider than the margin to both sides.
  ///
  /// n₀ = z²·p(1 − p)/margin²; of N cases n₀ / (1 + (n₀ − 1)/N). Half, the default, is the worst that p
  /// can be. This is for one share: one for each of ten agents needs ten such samples.
  ///
  /// - Parameters:
  ///   - margin: Half the width of the interval (above 0, at most 0.5).
  ///   - share: The share that is thought likely (between 0 and 1).
  ///   - level: How often the interval shall hold the truth (between 0 and 1).
  ///   - population: All cases there are (at least 1); nil for so many that it does not matter.
  /// - Returns: The exact figure; ``rounded(_:)`` makes a number of cases of it.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package static func exact(
    margin: Double, share: Double = 0.5, level: Double = 0.95, population: Int? = nil
  ) throws(StatisticsError) -> Double {
    guard margin > 0, margin <= 0.5 else {
      throw .outOfRange("the margin", margin, range: "above 0 and at most 0.5")
    }
    try Checked.level(share, "the share")
    let z = try NormalDistribution.deviations(level: level)
    let n = z * z * share * (1 - share) / (margin * margin)
    guard let population else { return n }
    try Checked.count(population, "all cases")
    guard population > 0 else { throw .tooFew("one case") }
    return min(Double(population), n / (1 + (n - 1) / Double(population)))
  }

  /// A number of cases: rounded up, and at least one.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)`` for more than a billion.
  package static func rounded(_ exact: Double) throws(StatisticsError) -> Int {
    try Checked.finite(exact, "the size")
    return max(1, try Checked.roundedUp(exact, "the size"))
  }

  /// The margin that so many cases give: z·√(p(1 − p)/n·(N − n)/(N − 1)).
  ///
  /// - Parameters: As of ``exact(margin:share:level:population:)``; cases at least 1, and at most all.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/moreThanAll(_:_:of:)``.
  package static func margin(
    cases: Int, share: Double = 0.5, level: Double = 0.95, population: Int? = nil
  ) throws(StatisticsError) -> Double {
    try Checked.count(cases, "the sample")
    guard cases > 0 else { throw .tooFew("one case") }
    try Checked.level(share, "the share")
    let z = try NormalDistribution.deviations(level: level)
    var variance = share * (1 - share) / Double(cases)
    if let population {
      try Checked.part(cases, "the sample", of: population, "all cases")
      variance *= Double(population - cases) / Double(max(population - 1, 1))
    }
    return z * variance.squareRoot()
  }
}
