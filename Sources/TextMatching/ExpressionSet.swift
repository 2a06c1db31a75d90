import CPatterns

/// Tells in one scan which of many expressions match.
final class ExpressionSet: Sendable {
  /// What the set holds, by its number in the set.
  private let members: [Int32]
  /// RE2 sets may be searched from many threads at once, as its expressions may.
  private nonisolated(unsafe) let handle: OpaquePointer

  /// Builds as few sets as fit into so much memory each.
  ///
  /// - Parameters:
  ///   - expressions: Each with what it is called in the result of `scan`.
  ///   - memory: The bound on one set with its caches (unit: bytes).
  /// - Returns: The sets, and the names of expressions too large even alone, which must be searched
  ///   one by one.
  static func sets(
    of expressions: [(name: Int32, expression: Expression)], memory: Int
  ) -> (sets: [ExpressionSet], alone: [Int32]) {
    guard !expressions.isEmpty else { return ([], []) }
    if let set = ExpressionSet(expressions, memory: memory) { return ([set], []) }
    guard expressions.count > 1 else { return ([], expressions.map(\.name)) }
    let middle = expressions.count / 2
    let left = sets(of: Array(expressions[..<middle]), memory: memory)
    let right = sets(of: Array(expressions[middle...]), memory: memory)
    return (left.sets + right.sets, left.alone + right.alone)
  }

  private init?(_ expressions: [(name: Int32, expression: Expression)], memory: Int) {
    guard let set = kwExpressionSetCreate(Int64(memory)) else { return nil }
    handle = set
    members = expressions.map(\.name)
    for (_, expression) in expressions {
      let isAdded = expression.folded.withUnsafeBytes { bytes in
        kwExpressionSetAdd(set, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
      }
      guard isAdded else { return nil }
    }
    guard kwExpressionSetCompile(set) else { return nil }
  }

  deinit {
    kwExpressionSetFree(handle)
  }

  /// Appends the names of the expressions that match somewhere in the text.
  ///
  /// When the search runs out of memory all are named, so that none is missed.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, into names: inout [Int32]) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: members.count) { numbers in
      let count = UnsafeRawBufferPointer(bytes).withMemoryRebound(to: CChar.self) { text in
        kwExpressionSetMatch(
          handle, text.baseAddress, text.count, numbers.baseAddress, numbers.count)
      }
      guard count >= 0 else {
        names += members
        return
      }
      for number in numbers.prefix(count) where members.indices.contains(Int(number)) {
        names.append(members[Int(number)])
      }
    }
  }
}
