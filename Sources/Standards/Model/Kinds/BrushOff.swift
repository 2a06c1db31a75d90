import Diagnostics
package import SourceYAML

/// Nobody is sent away.
package struct BrushOff: StandardKind {
  /// The name of a list of more such phrases, besides the built-in ones.
  package let phrases: String?

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "a list of phrases that send a customer away, besides the built-in ones"
  ).such(as: "brush-offs")

  package static let card = KindCard(
    key: "brush-off",
    summary: "Nobody is sent away, as with \"read the manual\" or \"not our problem\".",
    subject: .words,
    keys: [phrasesKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    phrases = reading.phrases(Self.phrasesKey, in: record)
  }
}
