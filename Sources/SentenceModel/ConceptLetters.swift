/// What words are to a matcher: words that no phrase tells apart are one letter.
///
/// A word has a letter by its beginning (as a literal, or by the longest `pre*`), one by its end (by
/// the longest `*suf`), and one for each `pre*suf` that it matches.
struct ConceptLetters {
  /// A letter, from 1; 0 is none.
  typealias Letter = UInt16

  private(set) var literals: [(word: [UInt8], letter: Letter)] = []
  private(set) var prefixes: [(word: [UInt8], letter: Letter)] = []
  private(set) var suffixes: [(word: [UInt8], letter: Letter)] = []
  private(set) var both: [(prefix: [UInt8], suffix: [UInt8], letter: Letter)] = []
  /// The classes of words that each letter belongs to; none for letter 0.
  private(set) var classes: [[Int32]] = [[]]
  /// Whether a letter stands for the whole word, so that what takes any word takes it too.
  private(set) var takesAny: [Bool] = [false]
  private var letterOf: [Key: Letter] = [:]

  private struct Key: Hashable {
    let classes: [Int32]
    let takesAny: Bool
  }

  /// - Returns: nil where there are more letters than fit.
  init?(_ all: [[WordPattern]]) {
    var literal: [[UInt8]: [Int32]] = [:]
    var prefix: [[UInt8]: [Int32]] = [:]
    var suffix: [[UInt8]: [Int32]] = [:]
    var middle: [[[UInt8]]: [Int32]] = [:]
    for (index, words) in all.enumerated().dropFirst() {
      let index = Int32(truncatingIfNeeded: index)
      for word in words {
        switch word.kind {
        case .literal(let bytes): literal[bytes, default: []].append(index)
        case .prefix(let bytes): prefix[bytes, default: []].append(index)
        case .suffix(let bytes): suffix[bytes, default: []].append(index)
        case .both(let start, let end): middle[[start, end], default: []].append(index)
        case .any, nil: break
        }
      }
    }
    let edge = [UInt8(ascii: "^")]
    for word in Self.sorted(literal.keys) {
      var classes = Set(literal[word] ?? [])
      for length in 1...word.count { classes.formUnion(prefix[Array(word[..<length])] ?? []) }
      guard let letter = letter(classes, takesAny: word != edge) else { return nil }
      literals.append((word, letter))
    }
    for word in Self.sorted(prefix.keys) {
      var classes: Set<Int32> = []
      for length in 1...word.count { classes.formUnion(prefix[Array(word[..<length])] ?? []) }
      guard let letter = letter(classes, takesAny: true) else { return nil }
      prefixes.append((word, letter))
    }
    for word in Self.sorted(suffix.keys) {
      var classes: Set<Int32> = []
      for start in word.indices { classes.formUnion(suffix[Array(word[start...])] ?? []) }
      guard let letter = letter(classes, takesAny: false) else { return nil }
      suffixes.append((word, letter))
    }
    for pair in middle.keys.sorted(by: { Self.precedes($0[0] + [0] + $0[1], $1[0] + [0] + $1[1]) })
    {
      guard let letter = letter(Set(middle[pair] ?? []), takesAny: false) else { return nil }
      both.append((pair[0], pair[1], letter))
    }
  }

  private mutating func letter(_ classes: Set<Int32>, takesAny: Bool) -> Letter? {
    let key = Key(classes: classes.sorted(), takesAny: takesAny)
    if let letter = letterOf[key] { return letter }
    guard let letter = Letter(exactly: self.classes.count) else { return nil }
    self.classes.append(key.classes)
    self.takesAny.append(takesAny)
    letterOf[key] = letter
    return letter
  }

  private static func sorted(_ words: some Sequence<[UInt8]>) -> [[UInt8]] {
    words.sorted(by: precedes)
  }

  private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.lexicographicallyPrecedes(right)
  }
}
