/// A plan for accepting work by a sample: of n cases at most c may have a fault.
///
/// What a plan does is its operating characteristic: how likely work of each quality is accepted. There
/// are no standard tables here: give the plan of the standard you work by, and see what it does.
package struct AcceptancePlan: Hashable, Sendable {
  /// How many cases are looked at, n (1 to 10⁹).
  package let cases: Int
  /// How many faults are accepted, c (0 to n).
  package let accepted: Int

  /// Creates a plan.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/moreThanAll(_:_:of:)``,
  ///   ``StatisticsError/tooFew(_:)``.
  package init(cases: Int, accepted: Int) throws(StatisticsError) {
    try Checked.part(accepted, "the accepted faults", of: cases, "the sample")
    guard cases > 0 else { throw .tooFew("one case") }
    self.cases = cases
    self.accepted = accepted
  }

  /// The chance that work is accepted of which a share has faults, in a lot much larger than the sample.
  ///
  /// - Parameter share: 0 to 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func acceptance(share: Double) throws(StatisticsError) -> Double {
    try BinomialDistribution(trials: cases, chance: share).atMost(accepted)
  }

  /// The chance that a lot with so many faults is accepted.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/moreThanAll(_:_:of:)``.
  package func acceptance(faults: Int, population: Int) throws(StatisticsError) -> Double {
    try HypergeometricDistribution(population: population, marked: faults, drawn: cases)
      .atMost(accepted)
  }

  /// The share of faults at which work is accepted with this chance, in a large lot: the tolerance LTPD
  /// for 0.1, the indifferent quality for 0.5, the producer's for 0.95. 1 where any work is accepted.
  ///
  /// It is the quantile of the beta distribution (c + 1, n − c) that a share of it exceeds.
  ///
  /// - Parameter chance: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func share(accepting chance: Double) throws(StatisticsError) -> Double {
    try Checked.level(chance, "the chance")
    guard accepted < cases else { return 1 }
    return BetaDistribution(sound: Double(accepted) + 1, Double(cases - accepted))
      .upperQuantile(chance)
  }
}
