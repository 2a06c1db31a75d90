import Testing

@testable import TextMatching

struct PhraseExpansionTests {
  @Test(arguments: UInt64(1)...4)
  func `what is called right without writing it out is right written out`(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    var tried = 0
    for _ in 0..<4_000 {
      let written = randomPhrase(2, using: &generator)
      guard written.contains("*"), written.contains("("), let pattern = try? Pattern(written),
        case .phrase(let phrase) = pattern.kind
      else { continue }
      tried += 1
      var steps = 0
      for plain in phrase.plain {
        steps += plain.count
        #expect(throws: Never.self, "\(written)") {
          try PhraseExpansion.validate(plain, whole: 0..<written.utf8.count)
        }
      }
      // Gaps beside one another become one, which only makes fewer.
      #expect(phrase.steps >= steps, "\(written)")
    }
    #expect(tried > 100)
  }

  @Test func `a star is right by its neighbours, or wrong in one of the phrases it stands in`() {
    for right in ["(a|b)*", "a* (b|c)", "(a*|b) c", "(a|b) *", "* (a|b)", "a (* |)b"] {
      #expect(throws: Never.self, "\(right)") { try Pattern(right) }
    }
    for wrong in ["(a*|b)c", "a*(b|c)", "(a|) *b", "(|a)*b", "(*|b)*", "a(*)b", "(* |)", "(a|*)"] {
      #expect(throws: PatternError.self, "\(wrong)") { try Pattern(wrong) }
    }
  }
}
