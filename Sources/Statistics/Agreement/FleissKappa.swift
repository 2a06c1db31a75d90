/// Fleiss' kappa: how far several reviewers agree beyond chance, where each case has the same number of
/// reviewers, whoever they are.
///
/// κ = (P̄ − P̄ₑ) / (1 − P̄ₑ), where P̄ is the mean share of pairs of reviewers that agree on a case and P̄ₑ the
/// sum of the squared shares of all answers. For its interval use ``KrippendorffAlpha``, which is the
/// same but for small samples and has a bootstrap.
///
/// Source: J. L. Fleiss, *Measuring nominal scale agreement among many raters*, Psychological Bulletin
/// 76, 1971.
package struct FleissKappa: Hashable, Sendable {
  /// Kappa (at most 1; 0 is chance).
  package let kappa: Double
  /// The mean share of pairs of reviewers that agree on a case (0 to 1).
  package let observed: Double
  /// The share of pairs that chance would make agree (0 to 1).
  package let expected: Double
  /// How many reviewers each case has.
  package let reviewers: Int

  /// Compares reviewers.
  ///
  /// - Parameter table: How many reviewers gave each answer, case by case (2 to 100 answers).
  /// - Throws: ``StatisticsError/uneven(_:_:should:)`` where cases differ in reviewers or answers;
  ///   ``StatisticsError/outOfRange(_:_:range:)``; ``StatisticsError/tooFew(_:)`` without cases, with one
  ///   reviewer, or where all give one and the same answer always.
  /// - Complexity: O(cases × answers).
  package init(_ table: [[Int]]) throws(StatisticsError) {
    guard let first = table.first else { throw .tooFew("one case") }
    guard (2...100).contains(first.count) else {
      throw .outOfRange("the answers", Double(first.count), range: "2 to 100")
    }
    for count in first { try Checked.count(count, "a count of the table") }
    let reviewers = first.reduce(0, +)
    guard reviewers >= 2 else { throw .tooFew("two reviewers") }
    var totals = [Double](repeating: 0, count: first.count)
    var agreeing = 0.0
    for row in table {
      guard row.count == first.count else {
        throw .uneven("the answers of a case", row.count, should: first.count)
      }
      var sum = 0
      for (answer, count) in row.enumerated() {
        try Checked.count(count, "a count of the table")
        sum += count
        totals[answer] += Double(count)
        agreeing += Double(count) * Double(count - 1)
      }
      guard sum == reviewers else {
        throw .uneven("the reviewers of a case", sum, should: reviewers)
      }
    }
    let (cases, n) = (Double(table.count), Double(reviewers))
    let observed = agreeing / (cases * n * (n - 1))
    let expected = totals.reduce(0) { $0 + $1 * $1 } / (cases * n * cases * n)
    guard expected < 1 - 1e-12 else { throw .tooFew("two different answers") }
    self.reviewers = reviewers
    self.observed = observed
    self.expected = expected
    kappa = (observed - expected) / (1 - expected)
  }
}
