import Diagnostics
package import SourceYAML

/// A reply is signed by a person.
package struct Signature: StandardKind {
  /// The name of a list of phrases that must stand by the name; nil when the name is enough.
  package let phrases: String?
  /// Where it is looked for.
  package let place: TextPlace

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "a list of closing phrases, one of which must stand by the name"
  ).such(as: "closings")
  private static let placeKey = Key<TextPlace>.place(otherwise: .closing)

  package static let card = KindCard(
    key: "signature",
    summary: "A reply is signed with the name of the person who wrote it.",
    subject: .words,
    keys: [phrasesKey.description, placeKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases), Parameter("where", place.rawValue)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    phrases = reading.phrases(Self.phrasesKey, in: record)
    place = record.optional(Self.placeKey, &reading.diagnostics) ?? .closing
  }
}
