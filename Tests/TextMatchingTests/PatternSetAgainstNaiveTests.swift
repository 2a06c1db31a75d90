import Testing
import TextMatching

struct PatternSetAgainstNaiveTests {
  @Test(arguments: UInt64(1)...8)
  func `a set of phrases agrees with the naive matcher`(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    var compared = 0
    for _ in 0..<150 {
      var written: [String] = []
      var patterns: [Pattern] = []
      while patterns.count < 4 {
        let phrase = randomPhrase(2, using: &generator)
        guard let pattern = try? Pattern(phrase) else { continue }
        written.append(phrase)
        patterns.append(pattern)
      }
      let set = try PatternSet(patterns)
      let forFew = try PatternSet(patterns, isForMany: false)
      for _ in 0..<6 {
        let text = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
          ["a", "a", "b", "b", " ", " ", "\n", "-", ".", "'", "я", "1"]
            .randomElement(using: &generator) ?? "a"
        }.joined()
        let folded = FoldedText(text)
        let expected = NaivePhrases.hits(written, in: text).map { pattern, range in
          let start = text.prefix(range.lowerBound).utf8.count
          let end = text.prefix(range.upperBound).utf8.count
          return PatternHit(pattern: pattern, range: start..<end)
        }
        #expect(set.hits(in: folded) == expected.sorted(), "\(written) in '\(text)'")
        #expect(forFew.hits(in: folded) == expected.sorted(), "\(written) in '\(text)'")
        compared += expected.count
      }
    }
    #expect(compared > 500)
  }

  /// A phrase without groups is read in a way of its own; in brackets it is read like any other.
  @Test(arguments: UInt64(1)...6)
  func `a phrase finds the same in brackets as without`(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    var compared = 0
    for _ in 0..<2_000 {
      var phrase = ""
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: phrase += "*"
        case 1: phrase += " "
        case 2: phrase += nastyText(1, using: &generator)
        default: phrase += ["a", "b", "ż", "-", "1"].randomElement(using: &generator) ?? "a"
        }
      }
      let plain = Result { try Pattern(phrase) }
      let bracketed = Result { try Pattern("(\(phrase))") }
      guard case .success(let one) = plain, case .success(let other) = bracketed else {
        // Brackets keep the white space at the ends, and make an empty phrase something.
        if case .success = plain { Issue.record("refused in brackets: \(phrase.debugDescription)") }
        continue
      }
      let sets = [try PatternSet([one]), try PatternSet([other])]
      for _ in 0..<4 {
        let text = FoldedText(
          (phrase + " " + nastyText(6, using: &generator)).replacing("*", with: "a"))
        #expect(sets[0].hits(in: text) == sets[1].hits(in: text), "\(phrase.debugDescription)")
      }
      compared += 1
    }
    #expect(compared > 300)
  }
}
