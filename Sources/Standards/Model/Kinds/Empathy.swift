import Diagnostics
package import SourceYAML

/// A reply to somebody in trouble shows that it was understood.
package struct Empathy: StandardKind {
  /// The tickets that are meant; all within the standard's scope when nothing is named.
  package let when: Circumstances
  /// The name of a list of more such phrases, besides the built-in ones.
  package let phrases: String?

  private static let whenKey = Key<YAMLNode>.topics(
    "when", "which tickets are meant"
  ).otherwise("all that the standard applies to")
  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "a list of phrases that show it, besides the built-in ones"
  ).such(as: "apologies")

  package static let card = KindCard(
    key: "empathy",
    summary: "A reply to somebody in trouble shows that the trouble was understood.",
    subject: .words,
    keys: [whenKey.description, phrasesKey.description])

  package var parameters: [Parameter] {
    [Parameter("when", when.inWords), Parameter("phrases", phrases)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    when = reading.circumstances(Self.whenKey, in: record)
    phrases = reading.phrases(Self.phrasesKey, in: record)
  }
}
