import Testing

@testable import TextMatching

struct CapitalsTests {
  private func slowly(_ text: FoldedText) -> Bool {
    text.words(in: 0..<text.bytes.count).contains { $0.isInCapitals }
  }

  @Test(arguments: [
    ("Proszę NATYCHMIAST odpisać", true), ("ŻÓŁW", true), ("tak🙂NIE", true), ("I am", false),
    ("PL12", false), ("eBOK", false), ("a-BC", true), ("ok–NIE", true), ("e\u{301}tE A", false),
    ("", false), ("Ala Ma Kota", false), ("É\u{301}A", true), ("żLE", false), ("zŁE", false),
  ])
  func `a word in capitals is seen`(text: String, isThere: Bool) {
    let folded = FoldedText(text)
    #expect(folded.hasWordInCapitals == isThere)
    #expect(slowly(folded) == isThere)
  }

  @Test func `any text is seen as word by word`() {
    var generator = Seeded(state: 4)
    for _ in 0..<4_000 {
      let folded = FoldedText(
        nastyText(Int.random(in: 0...12, using: &generator), using: &generator))
      #expect(folded.hasWordInCapitals == slowly(folded), "\(folded.original.debugDescription)")
    }
  }
}
