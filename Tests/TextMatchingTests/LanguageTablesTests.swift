import Testing

@testable import TextMatching

struct LanguageTablesTests {
  /// The lists stand in several lines: a word at the end of one, and that at the begin of the next.
  @Test(arguments: [
    (Language.polish, ["u", "prosze", "mozemy", "moge", "czemu"]),
    (.czech, ["protoze", "pouze", "vami", "nas", "okolo"]),
    (.slovak, ["budu", "budeme", "iba", "moze", "zajtrajsi"]),
    (.english, ["by", "from", "me", "my", "something"]),
    (.german, ["dem", "von", "unser", "unsere", "leider"]),
  ])
  func `words at both ends of a line are known`(language: Language, words: [String]) throws {
    let index = try #require(Language.allCases.firstIndex(of: language))
    for word in words {
      let hash = word.utf8.reduce(LanguageTables.emptyHash) { LanguageTables.hash($0, $1) }
      #expect(LanguageTables.shared.weights(ofWord: hash)[index] > 0, "\(word)")
    }
  }
}
