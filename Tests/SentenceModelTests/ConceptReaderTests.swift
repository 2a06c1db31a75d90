import Diagnostics
import ModelTraining
import SentenceModel
import Testing

struct ConceptReaderTests {
  private func read(_ text: String) throws -> [Concept] {
    try ConceptReader.read([SourceText(path: "some.yaml", bytes: Array(text.utf8))])
  }

  @Test func `concepts come by name with their phrases in order`() throws {
    let concepts = try read(
      """
      wait:
        pl: [czek*, "na *"]
        en: [wait]
      any:
        any-of: [wait]
        cs: [cekat]
      """)
    #expect(concepts.map(\.name) == ["any", "wait"])
    #expect(concepts.map(\.anyOf) == [["wait"], []])
    #expect(concepts.map { $0.phrases.map(\.written) } == [["cekat"], ["czek*", "na *", "wait"]])
  }

  @Test(arguments: [
    ("a:\n  pl: [b, (c]\n", "some.yaml:2:11: error: '(c': '(' is never closed"),
    (
      "a:\n  pl:\n    - b\n    - '* c'\n",
      "some.yaml:4:7: error: '* c': the phrase begins with any word"
    ),
    ("a:\n  any-of: [b]\n  pl: [c]\n", "some.yaml:2:12: error: 'b' is no concept"),
    ("a: [b]\n", "some.yaml:1:1: error: 'a' must have lists by language"),
    ("a:\n  pl: b\n", "some.yaml:2:3: error: 'a' must have a list of phrases"),
    ("a:\n  pl: [{b: c}]\n", "some.yaml:2:8: error: a phrase must be text"),
  ])
  func `a mistake is shown with its place`(text: String, message: String) {
    let failure = #expect(throws: ConceptReader.Failure.self) { try read(text) }
    #expect(failure?.description.contains(message) == true, "\(failure?.description ?? "")")
  }
}
