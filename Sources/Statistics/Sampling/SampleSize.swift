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

  /// The cases needed so that neither end of Wilson's interval lies further from the share than the margin.
  ///
  /// For shares so near 0 or 1 that few cases of one side are seen: there
  /// ``exact(margin:share:level:population:)`` asks for far too few, since its interval reaches beyond the
  /// scale on one side and not far enough on the other.
  ///
  /// - Parameters: As of ``exact(margin:share:level:population:)``.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, also when more than a billion are needed.
  /// - Complexity: O(log n).
  package static func wilson(
    margin: Double, share: Double, level: Double = 0.95, population: Int? = nil
  ) throws(StatisticsError) -> Int {
    _ = try exact(margin: margin, share: share, level: level, population: population)
    var (low, high) = (1, population ?? Checked.mostCases)
    func reach(_ cases: Int) throws(StatisticsError) -> Double {
      let interval = try Self.interval(
        cases: cases, share: share, level: level, population: population)
      return max(interval.high - share, share - interval.low)
    }
    guard try reach(high) <= margin else {
      throw .outOfRange("the margin", margin, range: "so wide that a billion cases reach it")
    }
    while low < high {
      let middle = (low + high) / 2
      if try reach(middle) <= margin { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Wilson's interval, if so many cases show a share (which need not be a whole number of them).
  ///
  /// Of a known number of cases the sample counts as the larger one that would say as much of very many:
  /// n(N − 1)/(N − n).
  ///
  /// - Parameters: As of ``margin(cases:share:level:population:)``.
  /// - Throws: As ``margin(cases:share:level:population:)`` does.
  package static func interval(
    cases: Int, share: Double, level: Double = 0.95, population: Int? = nil
  ) throws(StatisticsError) -> Interval {
    _ = try margin(cases: cases, share: share, level: level, population: population)
    if cases == population { return Interval(low: share, high: share, level: level) }
    let z = try NormalDistribution.deviations(level: level)
    var n = Double(cases)
    if let population { n *= Double(population - 1) / Double(population - cases) }
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let (middle, whole) = (share + z * z / (2 * n), 1 + z * z / n)
    return Interval(
      low: max(0, (middle - half) / whole), high: min(1, (middle + half) / whole), level: level)
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
