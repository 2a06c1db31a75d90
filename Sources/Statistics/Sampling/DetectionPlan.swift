#if canImport(Glibc)
  import Glibc  // expm1, log, log1p
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Samples that are to find a fault if it is there at all, and to find none if there is none.
package enum DetectionPlan {
  /// The chance to find at least one of the faults that a share of many cases has: 1 − (1 − p)ⁿ.
  ///
  /// - Parameters:
  ///   - share: The share with the fault (0 to 1).
  ///   - cases: How many are looked at (0 to 10⁹).
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package static func power(share: Double, cases: Int) throws(StatisticsError) -> Double {
    try Checked.share(share, "the share")
    try Checked.count(cases, "the sample")
    if cases == 0 { return 0 }
    return share < 1 ? -expm1(Double(cases) * log1p(-share)) : 1
  }

  /// The chance to find at least one of the faults among so many cases, drawn without putting back.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/moreThanAll(_:_:of:)``.
  package static func power(
    faults: Int, population: Int, cases: Int
  ) throws(StatisticsError) -> Double {
    1
      - (try HypergeometricDistribution(population: population, marked: faults, drawn: cases))
      .exactly(0)
  }

  /// The fewest cases to look at, so that none with a fault means, at this level, that less than a share
  /// of them has it: ln(1 − level)/ln(1 − p). 59 for 5%, 299 for 1%.
  ///
  /// - Parameters:
  ///   - share: The share that must not go unseen (above 0, at most 1).
  ///   - level: The chance to see it (between 0 and 1).
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, also when more than a billion are needed.
  package static func cases(share: Double, level: Double = 0.95) throws(StatisticsError) -> Int {
    guard share > 0, share <= 1 else {
      throw .outOfRange("the share", share, range: "above 0 and at most 1")
    }
    try Checked.level(level)
    if share == 1 { return 1 }
    return max(1, try Checked.roundedUp(log1p(-level) / log1p(-share), "the size"))
  }

  /// The fewest of a known number of cases to look at, so that so many faults are seen at this level: 57
  /// for 50 faults of 1,000.
  ///
  /// - Parameters:
  ///   - faults: At least 1, at most the population.
  ///   - population: All cases (at most 10⁹).
  ///   - level: The chance to see one (between 0 and 1).
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/moreThanAll(_:_:of:)``.
  /// - Complexity: O(log population).
  package static func cases(
    faults: Int, population: Int, level: Double = 0.95
  ) throws(StatisticsError) -> Int {
    try Checked.level(level)
    try Checked.part(faults, "the faults", of: population, "all cases")
    guard faults > 0 else { throw .tooFew("one fault to look for") }
    // So many always hold a fault.
    var (low, high) = (1, population - faults + 1)
    while low < high {
      let middle = (low + high) / 2
      let missed = try HypergeometricDistribution(
        population: population, marked: faults, drawn: middle
      ).exactly(0)
      // Rounding may not decide: chances differ by far more from one count to the next.
      if missed <= (1 - level) * (1 + 1e-12) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
