/// Many patterns, found in one scan.
package final class PatternSet: Sendable {
  /// The patterns, in the order given.
  package let patterns: [Pattern]

  /// Builds the automaton of all phrases and the set of all expressions.
  package init(_ patterns: [Pattern]) throws(PatternSetError) {
    self.patterns = patterns
  }

  /// Every place where a pattern matches, by start, then the longer first.
  package func hits(in text: FoldedText) -> [PatternHit] { [] }
}

/// One place where a pattern matches.
package struct PatternHit: Hashable, Sendable {
  /// The pattern's index in the set.
  package let pattern: Int
  /// The matched bytes of the folded text.
  package let range: Range<Int>
}

/// Why a set of patterns cannot be built.
package struct PatternSetError: Error, Hashable, Sendable {
  /// The index of the pattern that is too much.
  package let pattern: Int
  /// What is wrong: starts in lower case, no full stop.
  package let message: String
}
