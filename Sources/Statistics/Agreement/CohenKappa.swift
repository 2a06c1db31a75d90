/// Cohen's kappa: how far two reviewers agree beyond what chance would do.
///
/// κ = (pₒ − pₑ) / (1 − pₑ), where pₒ is the share of cases they agree on and pₑ the share they would
/// agree on if each kept his own habits and looked at nothing. It falls when nearly all cases are alike,
/// however well two people agree: show the table, or pₒ, beside it.
package struct CohenKappa: Hashable, Sendable {
  /// What a difference costs between answers that have an order.
  package enum Weights: String, CaseIterable, Sendable {
    /// Any difference counts in full.
    case none
    /// By the steps between.
    case linear
    /// By the square of the steps between.
    case quadratic
  }

  /// Kappa (at most 1; 0 is chance).
  package let kappa: Double
  /// The standard error of ``kappa``, for its interval (it is not the one for a test against 0).
  package let standardError: Double
  /// The share they agree on, by weights (0 to 1).
  package let observed: Double
  /// The share that chance would agree on, by weights (0 to 1).
  package let expected: Double
  /// On how many cases.
  package let cases: Int

  /// Compares two reviewers.
  ///
  /// The error is that of J. L. Fleiss, J. Cohen and B. S. Everitt, *Large sample standard errors of kappa
  /// and weighted kappa*, Psychological Bulletin 72, 1969, as statsmodels has it. It is a large-sample
  /// error: below some thirty cases it is too small.
  ///
  /// - Parameters:
  ///   - table: How often the first reviewer gave the answer of the row and the second that of the column
  ///     (square, 2 to 100 answers; in their order where weights are given).
  ///   - weights: What a difference costs.
  /// - Throws: ``StatisticsError/uneven(_:_:should:)``, ``StatisticsError/outOfRange(_:_:range:)``;
  ///   ``StatisticsError/tooFew(_:)`` without cases, or where both give one and the same answer always.
  /// - Complexity: O(answers²).
  package init(_ table: [[Int]], weights: Weights = .none) throws(StatisticsError) {
    let size = table.count
    guard (2...100).contains(size) else {
      throw .outOfRange("the answers", Double(size), range: "2 to 100")
    }
    var (rows, columns) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size))
    var cases = 0
    for (i, row) in table.enumerated() {
      guard row.count == size else { throw .uneven("a row of the table", row.count, should: size) }
      for (j, count) in row.enumerated() {
        try Checked.count(count, "a count of the table")
        rows[i] += Double(count)
        columns[j] += Double(count)
        cases += count
      }
    }
    try Checked.count(cases, "the cases")
    guard cases > 0 else { throw .tooFew("one case") }
    let n = Double(cases)
    let agreement = { (i: Int, j: Int) -> Double in
      let away = Double(abs(i - j)) / Double(size - 1)
      return switch weights {
      case .none: i == j ? 1 : 0
      case .linear: 1 - away
      case .quadratic: 1 - away * away
      }
    }
    var (observed, expected) = (0.0, 0.0)
    var (ofRow, ofColumn) = (rows, columns)
    for i in 0..<size {
      (ofRow[i], ofColumn[i]) = (0, 0)
      for j in 0..<size {
        observed += agreement(i, j) * Double(table[i][j]) / n
        expected += agreement(i, j) * rows[i] * columns[j] / (n * n)
        ofRow[i] += agreement(i, j) * columns[j] / n
        ofColumn[i] += agreement(j, i) * rows[j] / n
      }
    }
    guard expected < 1 - 1e-12 else { throw .tooFew("two different answers") }
    let kappa = (observed - expected) / (1 - expected)
    var squares = 0.0
    for i in 0..<size {
      for j in 0..<size {
        let off = agreement(i, j) - (ofRow[i] + ofColumn[j]) * (1 - kappa)
        squares += Double(table[i][j]) / n * off * off
      }
    }
    let middle = kappa - expected * (1 - kappa)
    let variance = max(0, squares - middle * middle) / (n * (1 - expected) * (1 - expected))
    self.kappa = kappa
    self.observed = observed
    self.expected = expected
    self.cases = cases
    standardError = variance.squareRoot()
  }

  /// κ ± z·standard error, within −1 and 1.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func interval(level: Double = 0.95) throws(StatisticsError) -> Interval {
    let half = standardError * (try NormalDistribution.deviations(level: level))
    return Interval(low: kappa - half, high: kappa + half, level: level).clamped(to: -1...1)
  }
}
