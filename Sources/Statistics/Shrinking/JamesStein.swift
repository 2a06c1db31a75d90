/// James and Stein's estimate, towards the mean: figures of several groups that are known equally well
/// are nearer to the truth, taken together, when all are drawn to their mean.
///
/// ȳ + c·(y − ȳ), with c = 1 − (k − 3)·σ² / Σ(y − ȳ)², never below 0. Which single group it makes worse
/// nobody knows: one that truly stands out is drawn in too far.
///
/// Source: B. Efron and C. Morris, *Stein's paradox in statistics*, Scientific American 236(5), 1977,
/// whose batting averages are in the tests.
package struct JamesStein: Hashable, Sendable {
  /// The mean of all groups.
  package let mean: Double
  /// How much of a group's distance from the mean is kept (0 to 1).
  package let kept: Double
  /// The estimates, in the order of the values.
  package let estimates: [Double]

  /// Shrinks values.
  ///
  /// - Parameters:
  ///   - values: One for each group, at least four.
  ///   - variance: The variance of each, the same for all, known beforehand (above 0).
  /// - Throws: ``StatisticsError/tooFew(_:)``, ``StatisticsError/outOfRange(_:_:range:)``.
  /// - Complexity: O(groups).
  package init(_ values: [Double], variance: Double) throws(StatisticsError) {
    guard values.count >= 4 else { throw .tooFew("four groups") }
    guard variance > 0, variance.isFinite else {
      throw .outOfRange("the variance", variance, range: "above 0")
    }
    for value in values { try Checked.finite(value, "a value") }
    let mean = values.reduce(0) { $0 + $1 / Double(values.count) }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let kept = squares > 0 ? max(0, 1 - Double(values.count - 3) * variance / squares) : 0
    self.mean = mean
    self.kept = kept
    estimates = values.map { mean + kept * ($0 - mean) }
  }
}
