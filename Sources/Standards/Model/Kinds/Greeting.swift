import Diagnostics
package import SourceYAML

/// A reply opens with a salutation.
package struct Greeting: StandardKind {
  /// The name of the list of salutations.
  package let phrases: String

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "the list of salutations, looked for at the start of the reply", required: true)

  package static let card = KindCard(
    key: "greeting",
    summary: "A reply opens with a salutation.",
    subject: .words,
    keys: [phrasesKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases)]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    guard let phrases = reading.phrases(Self.phrasesKey, in: record) else { return nil }
    self.phrases = phrases
  }
}
