import Diagnostics
package import SourceYAML

/// Nobody is blamed.
package struct Blame: StandardKind {
  /// The name of a list of more such phrases, besides the built-in ones.
  package let phrases: String?

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "a list of phrases that blame, besides the built-in ones"
  ).such(as: "accusations")

  package static let card = KindCard(
    key: "blame",
    summary: "Neither the customer nor a colleague is blamed.",
    subject: .words,
    keys: [phrasesKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    phrases = reading.phrases(Self.phrasesKey, in: record)
  }
}
