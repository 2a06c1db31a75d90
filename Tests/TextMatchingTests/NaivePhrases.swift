/// The grammar of phrases, written down a second time as simply and slowly as possible.
enum NaivePhrases {
  /// All phrases without groups that a phrase stands for; the phrase must be a valid one.
  static func expansions(of phrase: String) -> [String] {
    // Innermost group first: replace "(a|b)" by each of its alternatives.
    guard let close = phrase.firstIndex(of: ")"),
      let open = phrase[..<close].lastIndex(of: "(")
    else {
      return [phrase.split(separator: " ").joined(separator: " ")]
    }
    let inner = phrase[phrase.index(after: open)..<close]
    return inner.split(separator: "|", omittingEmptySubsequences: false).flatMap {
      expansions(of: String(phrase[..<open] + $0 + phrase[phrase.index(after: close)...]))
    }
  }

  /// Where the patterns match, by the rules that `PatternSet` documents.
  static func hits(_ patterns: [String], in text: String) -> [(pattern: Int, range: Range<Int>)] {
    let text = Array(text)
    var hits: [(pattern: Int, range: Range<Int>)] = []
    for (index, pattern) in patterns.enumerated() {
      let phrases = expansions(of: pattern).map { Array($0) }
      var free = 0
      for start in text.indices where start >= free && isEdge(text, start) {
        let ends = phrases.compactMap { match($0[...], text, start) }.filter { isEdge(text, $0) }
        guard let end = ends.max() else { continue }
        hits.append((index, start..<end))
        free = end
      }
    }
    return hits
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func isEdge(_ text: [Character], _ offset: Int) -> Bool {
    guard offset > 0, offset < text.count else { return true }
    return !(isWord(text[offset - 1]) && isWord(text[offset]))
  }

  private static func match(
    _ phrase: ArraySlice<Character>, _ text: [Character], _ start: Int, _ before: Character = " "
  ) -> Int? {
    guard let first = phrase.first else { return start }
    let rest = phrase.dropFirst()
    var end = start
    switch first {
    case " ":
      while end < text.count, text[end].isWhitespace { end += 1 }
      guard end > start, text[start..<end].filter({ $0 == "\n" }).count < 2 else { return nil }
    case "*" where isWord(before):
      while end < text.count, text[end].isLetter { end += 1 }
    case "*":
      guard isEdge(text, start) else { return nil }
      while end < text.count {
        let isJoint =
          "-'".contains(text[end]) && end > start && isWord(text[end - 1])
          && end + 1 < text.count && isWord(text[end + 1])
        guard isWord(text[end]) || isJoint else { break }
        end += 1
      }
      guard end > start else { return nil }
    default:
      guard start < text.count, text[start] == first else { return nil }
      end = start + 1
    }
    return match(rest, text, end, first)
  }
}
