import Diagnostics
package import SourceYAML

/// A reply calls the customer by name.
package struct AddressByName: StandardKind {
  /// The name of a list of forms of address that will do where the name is not known.
  package let phrases: String?
  /// Where the name is looked for.
  package let place: TextPlace

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "a list of forms of address that will do where the name is not known"
  ).such(as: "polite-forms")
  private static let placeKey = Key<TextPlace>.place(otherwise: .anywhere)

  package static let card = KindCard(
    key: "address-by-name",
    summary: "A reply calls the customer by name.",
    subject: .words,
    keys: [phrasesKey.description, placeKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases), Parameter("where", place.rawValue)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    phrases = reading.phrases(Self.phrasesKey, in: record)
    place = record.optional(Self.placeKey, &reading.diagnostics) ?? .anywhere
  }
}
