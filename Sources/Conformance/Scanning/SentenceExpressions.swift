import TextMatching

/// The expressions that are looked for sentence by sentence.
struct SentenceExpressions: Sendable {
  let all: ExpressionSearch
  /// Those that may tell one long number from another; the last of all.
  let ofNumbers: ExpressionSearch
  /// The number that hits give for the first of these.
  let firstOfNumbers: Int

  /// - Parameters:
  ///   - patterns: Those that tell long numbers apart stand last.
  ///   - first: The number that hits give for the first of the patterns.
  init(_ patterns: [Pattern], numberedFrom first: Int) {
    all = ExpressionSearch(patterns, numberedFrom: first)
    let plain = patterns.firstIndex { $0.tellsLongNumbersApart } ?? patterns.count
    firstOfNumbers = first + plain
    ofNumbers = ExpressionSearch(Array(patterns[plain...]), numberedFrom: firstOfNumbers)
  }
}
