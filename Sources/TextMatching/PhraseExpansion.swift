/// A part of a phrase as it is written.
enum PhraseNode: Sendable {
  case step(PhraseStep)
  /// `(a|b)`.
  case alternatives([[PhraseNode]])
}

/// Turns a phrase with alternatives into the plain phrases it stands for.
enum PhraseExpansion {
  /// More plain phrases than anybody means: a slip that would cost memory.
  static let mostPhrases = 1_000
  /// The bound on all their steps together.
  static let mostSteps = 50_000

  /// The plain phrases, each valid on its own where ``check(_:whole:)`` found nothing wrong, perhaps
  /// some twice.
  ///
  /// - Parameter letters: Where given, those that the text cannot hold may be left out.
  /// - Complexity: O(what is written out).
  static func phrases(
    of nodes: [PhraseNode], among letters: LetterTriples? = nil
  ) -> [[PhraseStep]] {
    expand(nodes, letters).map(tidied)
  }

  private static func expand(_ nodes: [PhraseNode], _ letters: LetterTriples?) -> [[PhraseStep]] {
    var phrases: [[PhraseStep]] = [[]]
    phrases[0].reserveCapacity(nodes.count)
    for node in nodes {
      switch node {
      case .step(let step):
        for index in phrases.indices { phrases[index].append(step) }
      case .alternatives(let alternatives):
        var longer: [[PhraseStep]] = []
        longer.reserveCapacity(phrases.count * alternatives.count)
        for alternative in alternatives where letters?.mayHold(alternative) != false {
          let ends = expand(alternative, letters)
          for phrase in phrases {
            for end in ends { longer.append(phrase + end) }
          }
        }
        phrases = longer
      }
    }
    return phrases
  }

  /// Checks that the phrase stands for a bearable number of plain phrases, each of which is right.
  ///
  /// - Parameter whole: The UTF-8 range of the phrase, for errors about all of it.
  /// - Returns: How many steps the plain phrases have together, before gaps are tidied.
  static func check(_ nodes: [PhraseNode], whole: Range<Int>) throws(PatternError) -> Int {
    let size = size(nodes)
    guard size.phrases <= mostPhrases, size.steps <= mostSteps else {
      throw PatternError(
        "the phrase stands for more than \(mostPhrases) phrases", at: whole,
        suggestion: "split it into several phrases, or use a /regular expression/")
    }
    if !hasLetters(nodes) || !areStarsRight(nodes, isInGroup: false, isBeforeEnd: true) {
      // Written out, each says what is wrong with it, or that nothing is.
      for phrase in phrases(of: nodes) { try validate(phrase, whole: whole) }
    }
    return size.steps
  }

  /// How many plain phrases there are, and their steps; counting stops soon above the bound.
  private static func size(_ nodes: [PhraseNode]) -> (phrases: Int, steps: Int) {
    var phrases = 1
    var steps = 0
    for node in nodes {
      switch node {
      case .step: steps += phrases
      case .alternatives(let alternatives):
        var sum = (phrases: 0, steps: 0)
        for alternative in alternatives {
          let size = size(alternative)
          sum.phrases += size.phrases
          sum.steps += size.steps
          if sum.phrases > mostPhrases { return sum }
        }
        steps = steps * sum.phrases + sum.steps * phrases
        phrases *= sum.phrases
        if phrases > mostPhrases { return (phrases, steps) }
      }
    }
    return (phrases, steps)
  }

  /// Whether every plain phrase has something that is written out.
  private static func hasLetters(_ nodes: [PhraseNode]) -> Bool {
    nodes.contains { node in
      switch node {
      case .step(.byte): true
      case .step: false
      case .alternatives(let alternatives): alternatives.allSatisfy(hasLetters)
      }
    }
  }

  /// Whether each `*` stands well by what is next to it in its own sequence, as nearly all do; rather
  /// no than yes.
  ///
  /// - Parameter isBeforeEnd: Whether no word goes on behind the sequence.
  private static func areStarsRight(
    _ nodes: [PhraseNode], isInGroup: Bool, isBeforeEnd: Bool
  ) -> Bool {
    for (index, node) in nodes.enumerated() {
      /// Whether a word ends in front of the next node.
      var isAtEnd: Bool {
        guard index + 1 < nodes.count else { return isBeforeEnd }
        return nodes[index + 1].isBetweenWords
      }
      switch node {
      case .step(.byte), .step(.gap): break
      case .step(.ending):
        guard index > 0, case .step(.byte(let byte)) = nodes[index - 1],
          WordCharacters.isASCIIWord(byte), isAtEnd
        else { return false }
      case .step(.word):
        guard index > 0 ? nodes[index - 1].isBetweenWords : !isInGroup, isAtEnd else {
          return false
        }
      case .alternatives(let alternatives):
        let isAtEnd = isAtEnd
        for alternative in alternatives {
          guard areStarsRight(alternative, isInGroup: true, isBeforeEnd: isAtEnd) else {
            return false
          }
        }
      }
    }
    return true
  }

  /// Without gaps at the ends and with one where empty alternatives left two.
  private static func tidied(_ steps: [PhraseStep]) -> [PhraseStep] {
    var afterGap = true
    var isTidy = true
    for step in steps {
      if step.isGap, afterGap { isTidy = false }
      afterGap = step.isGap
    }
    if isTidy, !afterGap { return steps }
    var result: [PhraseStep] = []
    result.reserveCapacity(steps.count)
    afterGap = true
    for step in steps {
      if !step.isGap || !afterGap { result.append(step) }
      afterGap = step.isGap
    }
    if result.last?.isGap == true { result.removeLast() }
    return result
  }

  /// Checks that a phrase matches something, not everything, and has its `*` where they mean
  /// something; `whole` as for ``check(_:whole:)``.
  static func validate(
    _ phrase: [PhraseStep], whole: Range<Int>
  ) throws(PatternError) {
    guard !phrase.isEmpty else {
      throw PatternError(
        "the phrase may match nothing at all", at: whole,
        suggestion: "leave at least one word outside the optional part")
    }
    var hasLiteral = false
    for index in phrase.indices {
      switch phrase[index] {
      case .byte: hasLiteral = true
      case .gap: break
      case .ending(let at):
        guard endsWord(phrase[..<index]) else { throw afterNothing(Int(at)) }
        if beginsWord(phrase[(index + 1)...]) { throw middle(Int(at)) }
      case .word(let at):
        switch phrase[..<index].last {
        case .ending, .word: throw afterNothing(Int(at))
        default: break
        }
        if endsWord(phrase[..<index]) || beginsWord(phrase[(index + 1)...]) {
          throw middle(Int(at))
        }
      }
    }
    guard hasLiteral else {
      throw PatternError(
        "the phrase matches any words", at: whole, suggestion: "add a word that must be there")
    }
  }

  /// Whether the steps end with a letter or digit that is written out.
  private static func endsWord(_ steps: ArraySlice<PhraseStep>) -> Bool {
    guard case .byte(let last) = steps.last else { return false }
    if last < 0x80 { return WordCharacters.isASCIIWord(last) }
    var bytes: [UInt8] = []
    for case .byte(let byte) in steps.suffix(4) { bytes.append(byte) }
    return bytes.withUnsafeBufferPointer { WordCharacters.endsWord(before: $0.count, in: $0) }
  }

  /// Whether the steps begin with a letter or digit that is written out.
  private static func beginsWord(_ steps: ArraySlice<PhraseStep>) -> Bool {
    guard case .byte(let first) = steps.first else { return false }
    if first < 0x80 { return WordCharacters.isASCIIWord(first) }
    var bytes: [UInt8] = []
    for case .byte(let byte) in steps.prefix(4) { bytes.append(byte) }
    return bytes.withUnsafeBufferPointer { WordCharacters.beginsWord(at: 0, in: $0) }
  }

  private static func afterNothing(_ offset: Int) -> PatternError {
    PatternError(
      "'*' follows no word here", at: offset..<offset + 1,
      suggestion: "write it right after a word for any ending, or alone for any word")
  }

  private static func middle(_ offset: Int) -> PatternError {
    PatternError(
      "'*' stands in the middle of a word", at: offset..<offset + 1,
      suggestion: "write '*' only at a word's end or alone, or use a /regular expression/")
  }
}

extension PhraseStep {
  fileprivate var isGap: Bool {
    if case .gap = self { true } else { false }
  }
}

extension PhraseNode {
  /// Whether it is a gap, or a mark of ASCII.
  fileprivate var isBetweenWords: Bool {
    switch self {
    case .step(.gap): true
    case .step(.byte(let byte)): byte < 0x80 && !WordCharacters.isASCIIWord(byte)
    default: false
    }
  }
}
