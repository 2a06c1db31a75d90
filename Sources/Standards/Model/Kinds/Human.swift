import Diagnostics
package import SourceYAML

/// Every customer hears from a person: automatic messages are no answer.
package struct Human: StandardKind {
  /// The name of a list of words that give an automatic message away.
  package let phrases: String?

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "a list of words that give an automatic message away, where the log does not"
  ).such(as: "automatic-words")

  package static let card = KindCard(
    key: "human",
    summary: "Every customer hears from a person; automatic messages are no answer.",
    subject: .ticket,
    keys: [phrasesKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    phrases = reading.phrases(Self.phrasesKey, in: record)
  }
}
