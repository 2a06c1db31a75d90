import Diagnostics
package import SourceYAML

/// A reply opens with a salutation.
package struct Greeting: StandardKind {
  /// The name of the list of salutations.
  package let phrases: String
  /// Where they are looked for.
  package let place: TextPlace

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "the list of salutations, looked for at the start of the reply", required: true
  ).such(as: "greetings")
  private static let placeKey = Key<TextPlace>.place(otherwise: .opening)

  package static let card = KindCard(
    key: "greeting",
    summary: "A reply opens with a salutation.",
    subject: .words,
    keys: [phrasesKey.description, placeKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases), Parameter("where", place.rawValue)]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let phrases = reading.phrases(Self.phrasesKey, in: record)
    place = record.optional(Self.placeKey, &reading.diagnostics) ?? .opening
    guard let phrases else { return nil }
    self.phrases = phrases
  }
}
