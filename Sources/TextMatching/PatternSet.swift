/// Many patterns, found in one scan of a text.
///
/// Immutable, and may be used from any number of threads.
package final class PatternSet: Sendable {
  /// The patterns, in the order given.
  package let patterns: [Pattern]

  private let phrases: PhraseAutomaton
  /// The phrase of each pattern, nil for an expression, where no automaton is made of all of them.
  private let pending: [ReadPhrase?]
  private let expressions: ExpressionSearch

  /// Builds one automaton of all phrases and as few sets of expressions as fit into memory.
  ///
  /// - Parameters:
  ///   - patterns: May hold one twice.
  ///   - expressionMemory: What one set of expressions may take with its caches (unit: bytes). With
  ///     less there are more sets, which are slower but find the same.
  ///   - isForMany: Whether many texts will be scanned: for a few it is faster to make an automaton for
  ///     each, of the phrases that may stand in it; see ``narrowed(to:)``.
  /// - Throws: ``PatternSetError`` when the phrases together are beyond all measure.
  /// - Complexity: O(all patterns).
  package init(
    _ patterns: [Pattern], expressionMemory: Int = 16 << 20, isForMany: Bool = true
  ) throws(PatternSetError) {
    self.patterns = patterns
    var read: [ReadPhrase?] = []
    read.reserveCapacity(patterns.count)
    var steps = 0
    for (index, pattern) in patterns.enumerated() {
      switch pattern.kind {
      case .phrase(let phrase):
        read.append(phrase)
        steps += phrase.steps
        guard steps <= PatternSetError.mostSteps else {
          throw PatternSetError(
            pattern: index,
            message: "the phrases up to this one stand for more than \(PatternSetError.mostSteps)"
              + " letters")
        }
      case .expression: read.append(nil)
      }
    }
    phrases = PhraseAutomaton(isForMany ? read.map { $0?.plain ?? [] } : [])
    pending = isForMany ? [] : read
    expressions = ExpressionSearch(patterns, memory: expressionMemory)
  }

  private init(_ set: PatternSet, _ phrases: PhraseAutomaton) {
    patterns = set.patterns
    self.phrases = phrases
    pending = []
    expressions = set.expressions
  }

  /// A set that finds the same in a text and in parts of it; itself where it is for many texts.
  ///
  /// - Complexity: O(bytes + all phrases).
  package func narrowed(to text: FoldedText) -> PatternSet {
    guard !pending.isEmpty else { return self }
    let letters = LetterTriples(text.bytes)
    return PatternSet(
      self, PhraseAutomaton(pending.map { $0?.plain(among: letters) ?? [] }))
  }

  /// Every place where a pattern matches, by start, then the longer first, then by pattern.
  ///
  /// The places of one pattern do not overlap. See `scan(_:)` for texts so large and hostile that
  /// the search gave up.
  package func hits(in text: FoldedText) -> [PatternHit] {
    scan(text).hits
  }

  /// Every place where a pattern matches, and which patterns were not searched to the end.
  ///
  /// - Complexity: O(length) but for adversarial pairs of pattern and text, which are bounded by
  ///   giving up.
  package func scan(_ text: FoldedText) -> PatternScan {
    guard pending.isEmpty else { return narrowed(to: text).scan(text) }
    var hits: [PatternHit] = []
    var unfinished: [Int] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      phrases.scan(bytes, into: &hits)
      unfinished = expressions.scan(bytes, into: &hits)
    }
    hits.sort()
    return PatternScan(hits: hits, unfinished: unfinished)
  }

  /// The phrases that reach furthest in a scan that goes through a text part by part, in order.
  package struct Ends: Sendable {
    fileprivate var all: [PatternEnd] = []

    package init() {}
  }

  /// Appends the places of phrases that begin within a part of a text, by start; expressions are not
  /// searched for. A set for few texts must have been narrowed to the text.
  ///
  /// - Parameters:
  ///   - part: Bytes of the text; clamped.
  ///   - ends: Kept from the parts before it.
  /// - Returns: Whether the same bytes, where no word goes on across their ends, have the same places
  ///   in any text.
  package func findPhrases(
    beginningIn part: Range<Int>, of text: FoldedText, _ ends: inout Ends,
    into hits: inout [PatternHit]
  ) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      phrases.scan(
        bytes, from: part.clamped(to: 0..<bytes.count), &ends.all, into: &hits)
    }
  }
}

/// What a scan found.
package struct PatternScan: Hashable, Sendable {
  /// By start, then the longer first, then by pattern.
  package let hits: [PatternHit]
  /// The indices of expressions that have more places than could be looked up; ascending, and empty
  /// for any text below 20,000 bytes.
  package let unfinished: [Int]
}

/// One place where a pattern matches.
package struct PatternHit: Hashable, Sendable {
  /// The pattern's index in the set.
  package let pattern: Int
  /// The matched bytes of the folded text.
  package let range: Range<Int>

  package init(pattern: Int, range: Range<Int>) {
    self.pattern = pattern
    self.range = range
  }
}

extension PatternHit: Comparable {
  /// By start, then the longer first, then by pattern.
  package static func < (left: PatternHit, right: PatternHit) -> Bool {
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.range.upperBound != right.range.upperBound {
      return left.range.upperBound > right.range.upperBound
    }
    return left.pattern < right.pattern
  }
}

/// Why a set of patterns cannot be built.
package struct PatternSetError: Error, Hashable, Sendable {
  /// The index of the pattern that is too much.
  package let pattern: Int
  /// What is wrong: starts in lower case, no full stop.
  package let message: String

  /// The bound on the steps of all phrases (some hundred megabytes while building).
  static let mostSteps = 2_000_000
}
