/// A part of a phrase as it is written.
enum PhraseNode {
  case step(PhraseStep)
  /// `(a|b)`.
  case alternatives([[PhraseNode]])
}

/// Turns a phrase with alternatives into the plain phrases it stands for.
struct PhraseExpansion {
  /// More plain phrases than anybody means: a slip that would cost memory.
  static let mostPhrases = 1_000
  /// The bound on all their steps together.
  static let mostSteps = 50_000

  /// The plain phrases, each valid on its own, perhaps some twice; `whole` is the UTF-8 range of the phrase, for errors
  /// about all of it.
  static func phrases(
    of nodes: [PhraseNode], whole: Range<Int>
  ) throws(PatternError) -> [[PhraseStep]] {
    guard count(nodes) <= mostPhrases else { throw tooMany(whole) }
    var expansion = PhraseExpansion(whole: whole)
    let phrases = try expansion.expand(nodes).map(tidied)
    for phrase in phrases { try validate(phrase, whole: whole) }
    return phrases
  }

  private let whole: Range<Int>
  private var steps = 0

  private init(whole: Range<Int>) {
    self.whole = whole
  }

  private mutating func expand(_ nodes: [PhraseNode]) throws(PatternError) -> [[PhraseStep]] {
    var phrases: [[PhraseStep]] = [[]]
    phrases[0].reserveCapacity(nodes.count)
    for node in nodes {
      switch node {
      case .step(let step):
        for index in phrases.indices { phrases[index].append(step) }
        steps += phrases.count
      case .alternatives(let alternatives):
        var longer: [[PhraseStep]] = []
        longer.reserveCapacity(phrases.count * alternatives.count)
        for alternative in alternatives {
          let ends = try expand(alternative)
          for phrase in phrases {
            for end in ends {
              longer.append(phrase + end)
              steps += phrase.count + end.count
              guard steps <= Self.mostSteps else { throw Self.tooMany(whole) }
            }
          }
        }
        phrases = longer
      }
      guard steps <= Self.mostSteps else { throw Self.tooMany(whole) }
    }
    return phrases
  }

  /// How many plain phrases there are; counting stops soon above the bound.
  private static func count(_ nodes: [PhraseNode]) -> Int {
    var product = 1
    for node in nodes {
      guard case .alternatives(let alternatives) = node else { continue }
      var sum = 0
      for alternative in alternatives {
        sum += count(alternative)
        if sum > mostPhrases { return sum }
      }
      product *= sum
      if product > mostPhrases { return product }
    }
    return product
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
  /// something; `whole` as for ``phrases(of:whole:)``.
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

  private static func tooMany(_ whole: Range<Int>) -> PatternError {
    PatternError(
      "the phrase stands for more than \(mostPhrases) phrases", at: whole,
      suggestion: "split it into several phrases, or use a /regular expression/")
  }
}

extension PhraseStep {
  fileprivate var isGap: Bool {
    if case .gap = self { true } else { false }
  }
}
