/// How many of the marked cases are found in a sample drawn without putting back.
package struct HypergeometricDistribution: Hashable, Sendable {
  /// How many cases there are, N (0 to 10⁹).
  package let population: Int
  /// How many of them are marked, D (at most N).
  package let marked: Int
  /// How many are drawn, n (at most N).
  package let drawn: Int

  /// Creates a distribution.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/moreThanAll(_:_:of:)``.
  package init(population: Int, marked: Int, drawn: Int) throws(StatisticsError) {
    try Checked.part(marked, "the marked cases", of: population, "the cases")
    try Checked.part(drawn, "the sample", of: population, "the cases")
    self.population = population
    self.marked = marked
    self.drawn = drawn
  }

  /// The counts that can be found.
  package var support: ClosedRange<Int> {
    max(0, drawn - (population - marked))...min(drawn, marked)
  }

  /// The chance that exactly k are found.
  ///
  /// Three binomial chances with p = n/N: b(k; D)·b(n − k; N − D) / b(n; N). Source: C. Loader, *Fast
  /// and accurate computation of binomial probabilities*, 2000.
  package func exactly(_ k: Int) -> Double {
    guard support.contains(k) else { return 0 }
    guard population > 0, drawn > 0, drawn < population else { return 1 }
    let p = Double(drawn) / Double(population)
    return BinomialDistribution.density(Double(k), of: Double(marked), chance: p)
      * BinomialDistribution.density(
        Double(drawn - k), of: Double(population - marked), chance: p)
      / BinomialDistribution.density(Double(drawn), of: Double(population), chance: p)
  }

  /// The chance that at most k are found, the smaller side being good to about 1e-12 of itself.
  ///
  /// - Complexity: O(√n): terms are added from k outwards until they no longer matter.
  package func atMost(_ k: Int) -> Double {
    guard k >= support.lowerBound else { return 0 }
    guard k < support.upperBound else { return 1 }
    let mean = Double(drawn) * Double(marked) / Double(max(population, 1))
    return Double(k) < mean ? sum(from: k, by: -1) : 1 - sum(from: k + 1, by: 1)
  }

  private func sum(from first: Int, by step: Int) -> Double {
    var (k, term, sum) = (first, 1.0, 0.0)
    while support.contains(k) {
      let next = sum + term
      if next == sum { break }
      sum = next
      // p(k + 1) / p(k), or turned round.
      let low = step > 0 ? k : k - 1
      let up = Double(marked - low) * Double(drawn - low)
      let down = Double(low + 1) * Double(population - marked - drawn + low + 1)
      term *= step > 0 ? up / down : down / up
      k += step
    }
    return min(1, exactly(first) * sum)
  }
}
