/// How many of all cases a share is.
package enum ShareOfCases {
  /// The share of a number of cases as a number of them: the most that are no more than the share, or the
  /// fewest that are no less. 7% of 100 are 7 both ways, though 0.07 × 100 is more than 7 in binary.
  ///
  /// - Parameters:
  ///   - share: 0 to 1.
  ///   - population: All cases (0 to 10⁹).
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package static func count(
    _ share: Double, of population: Int, _ rule: FloatingPointRoundingRule
  ) throws(StatisticsError) -> Int {
    try Checked.share(share, "the share")
    try Checked.count(population, "all cases")
    let exact = share * Double(population)
    let near = exact.rounded()
    return Int(abs(exact - near) <= 1e-9 * max(exact, 1) ? near : exact.rounded(rule))
  }
}
