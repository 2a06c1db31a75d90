import Diagnostics
package import SourceYAML

/// Nothing is promised without a time that it can be held to.
package struct VaguePromise: StandardKind {
  /// The name of the list of words that promise nothing.
  package let phrases: String

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "the list of words that promise nothing unless a time stands by them",
    required: true
  ).such(as: "vague-promises")

  package static let card = KindCard(
    key: "vague-promise",
    summary: "Nothing is promised without a time: \"soon\" is no promise, \"by 16:00\" is one.",
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
