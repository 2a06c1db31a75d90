import Synchronization

/// The expressions among some patterns, found together in a text.
///
/// Immutable, and may be used from any number of threads.
package final class ExpressionSearch: Sendable {
  private let expressions: [(name: Int32, expression: Expression)]
  private let memory: Int
  private let compiled = Mutex<Compiled?>(nil)

  private struct Compiled {
    let sets: [ExpressionSet]
    /// Expressions that no set can hold.
    let alone: [Int32]
  }

  /// How many bytes the search for further places of expressions may cover in one text; a text of
  /// 20,000 bytes cannot use it up. It bounds expressions such as `x(.*y)?`, each match of which
  /// reads to the end.
  static let budget = 1 << 28

  /// From so many expressions on one scan for all pays; fewer are searched for one by one.
  private static let fewestOfSet = 3

  /// Takes the expressions; they are compiled together with the first search, into as few sets as fit
  /// into memory.
  ///
  /// - Parameters:
  ///   - patterns: Phrases among them are left out.
  ///   - first: The number that hits give for the first of the patterns.
  ///   - memory: What one set may take with its caches (unit: bytes). With less there are more sets,
  ///     which are slower but find the same.
  package init(_ patterns: [Pattern], numberedFrom first: Int = 0, memory: Int = 16 << 20) {
    var expressions: [(name: Int32, expression: Expression)] = []
    for (index, pattern) in patterns.enumerated() {
      guard case .expression(let expression) = pattern.kind else { continue }
      expressions.append((Int32(truncatingIfNeeded: first + index), expression))
    }
    self.expressions = expressions
    self.memory = max(0, memory)
  }

  private var sets: Compiled {
    compiled.withLock { compiled in
      if let compiled { return compiled }
      let numbered = expressions.enumerated().map {
        (name: Int32(truncatingIfNeeded: $0.offset), expression: $0.element.expression)
      }
      let (sets, alone) =
        numbered.count < Self.fewestOfSet
        ? ([], numbered.map(\.name)) : ExpressionSet.sets(of: numbered, memory: memory)
      let all = Compiled(sets: sets, alone: alone)
      compiled = all
      return all
    }
  }

  /// Appends every place where an expression matches in a part of a text, as if that were all; by
  /// expression and start.
  package func find(in part: Range<Int>, of text: FoldedText, into hits: inout [PatternHit]) {
    let part = part.clamped(to: 0..<text.bytes.count)
    var found: [PatternHit] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      _ = scan(UnsafeBufferPointer(rebasing: bytes[part]), into: &found)
    }
    for hit in found {
      let start = part.lowerBound + hit.range.lowerBound
      hits.append(PatternHit(pattern: hit.pattern, range: start..<start + hit.range.count))
    }
  }

  /// Appends every place where an expression matches.
  ///
  /// - Returns: The patterns that were not searched to the end, ascending.
  /// - Complexity: O(length) but for adversarial pairs of expression and text, which are bounded by
  ///   giving up.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, into hits: inout [PatternHit]) -> [Int] {
    guard !expressions.isEmpty else { return [] }
    let compiled = sets
    var found = compiled.alone
    for set in compiled.sets { set.scan(bytes, into: &found) }
    var unfinished: [Int] = []
    for index in found.sorted() {
      let (name, expression) = expressions[Int(index)]
      if !Self.search(expression, Int(name), bytes, into: &hits) { unfinished.append(Int(name)) }
    }
    return unfinished
  }

  /// Appends all places of one expression.
  ///
  /// - Returns: Whether the search reached the end.
  private static func search(
    _ expression: Expression, _ pattern: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    into hits: inout [PatternHit]
  ) -> Bool {
    var offset = 0
    var left = budget
    while offset <= bytes.count, let match = expression.firstMatch(in: bytes, from: offset) {
      if match.isEmpty {
        // Says nothing about the text; go on behind the next character.
        offset = match.upperBound + 1
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      } else {
        hits.append(PatternHit(pattern: pattern, range: match))
        offset = match.upperBound
      }
      left -= bytes.count - match.lowerBound
      guard left > 0 else { return false }
    }
    return true
  }
}
