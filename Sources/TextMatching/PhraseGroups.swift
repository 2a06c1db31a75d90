/// Groups of plain phrases, to learn which groups a text has words of.
///
/// As ``PatternSet``, but for lists that were checked and expanded beforehand, so that thousands of
/// phrases are ready at once; and a comma may stand between two words of a phrase.
package struct PhraseGroups: Sendable {
  private let automaton: PhraseAutomaton
  /// Each names the group.
  private let expressions: [ExpressionSet]
  /// How many groups there are.
  package let count: Int

  /// Builds the automaton.
  ///
  /// - Parameter groups: For each group its phrases, folded; `*` at a word's end is any ending, `*`
  ///   alone is one word, a backslash takes the next character as it is. What begins with a slash is
  ///   an expression, which must compile; it is searched between the borders of words.
  /// - Complexity: O(all bytes).
  package init(_ groups: [[Substring]]) {
    count = groups.count
    var folded: [(name: Int32, folded: [UInt8])] = []
    var plain: [[[PhraseStep]]] = []
    for (index, phrases) in groups.enumerated() {
      var steps: [[PhraseStep]] = []
      for phrase in phrases {
        if phrase.utf8.first == UInt8(ascii: "/") {
          let body = phrase.dropFirst().dropLast()
          folded.append((Int32(truncatingIfNeeded: index), Array("\\b(?:\(body))\\b".utf8)))
        } else {
          steps.append(Self.steps(phrase))
        }
      }
      plain.append(steps)
    }
    automaton = PhraseAutomaton(plain, spansCommas: true)
    expressions = ExpressionSet.sets(of: folded, memory: Self.expressionMemory).sets
  }

  /// What the expressions may take with their caches (unit: bytes).
  private static let expressionMemory = 32 << 20

  /// The groups of which an expression matches within a part of a text; a group may come twice.
  ///
  /// - Complexity: O(bytes of the part).
  package func matches(in text: FoldedText, _ part: Range<Int>) -> [Int] {
    guard !expressions.isEmpty else { return [] }
    return text.bytes.withUnsafeBufferPointer { bytes in
      let range = part.clamped(to: 0..<bytes.count)
      var names: [Int32] = []
      for set in expressions { set.scan(UnsafeBufferPointer(rebasing: bytes[range]), into: &names) }
      return names.map { Int($0) }
    }
  }

  /// The first place of each group's phrases and further ones that do not overlap, by start.
  ///
  /// - Complexity: O(bytes + places).
  package func scan(_ text: FoldedText, _ found: (_ group: Int, _ range: Range<Int>) -> Void) {
    var hits: [PatternHit] = []
    text.bytes.withUnsafeBufferPointer { automaton.scan($0, into: &hits) }
    for hit in hits { found(hit.pattern, hit.range) }
  }

  private static func steps(_ phrase: Substring) -> [PhraseStep] {
    var steps: [PhraseStep] = []
    steps.reserveCapacity(phrase.utf8.count)
    var isTaken = false
    for byte in phrase.utf8 {
      if isTaken {
        steps.append(.byte(byte))
        isTaken = false
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"): isTaken = true
      case UInt8(ascii: " "): steps.append(.gap)
      case UInt8(ascii: "*"):
        if case .byte = steps.last {
          steps.append(.ending(at: 0))
        } else {
          steps.append(.word(at: 0))
        }
      default: steps.append(.byte(byte))
      }
    }
    return steps
  }
}

extension Pattern {
  /// The plain phrases that the pattern stands for, as ``PhraseGroups`` takes them; of an expression
  /// itself, folded.
  package var plainPhrases: [String] {
    guard case .phrase(let phrases) = kind else {
      guard case .expression(let expression) = kind else { return [] }
      return ["/\(String(decoding: expression.folded, as: UTF8.self))/"]
    }
    return phrases.map { steps in
      var bytes: [UInt8] = []
      for step in steps {
        switch step {
        case .byte(let byte):
          let isFirst = bytes.isEmpty && byte == UInt8(ascii: "/")
          if isFirst || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "\\") {
            bytes.append(UInt8(ascii: "\\"))
          }
          bytes.append(byte)
        case .gap: bytes.append(UInt8(ascii: " "))
        case .ending, .word: bytes.append(UInt8(ascii: "*"))
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
