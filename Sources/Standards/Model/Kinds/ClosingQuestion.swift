import Diagnostics
package import SourceYAML

/// A reply asks at its end whether anything else is needed.
package struct ClosingQuestion: StandardKind {
  /// The name of the list of questions.
  package let phrases: String
  /// The name of the list of statements that will do instead; nil when only a question will do.
  package let offers: String?

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "the list of questions, looked for towards the end of the reply", required: true
  ).such(as: "closing-questions")
  private static let offersKey = Key<String>.phraseList(
    "offers", "a list of offers of further help that will do instead of a question"
  ).such(as: "closing-offers")

  package static let card = KindCard(
    key: "closing-question",
    summary: "The last reply asks whether anything else is needed.",
    subject: .words,
    keys: [phrasesKey.description, offersKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases), Parameter("offers", offers)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let phrases = reading.phrases(Self.phrasesKey, in: record)
    offers = reading.phrases(Self.offersKey, in: record)
    guard let phrases else { return nil }
    self.phrases = phrases
  }
}
