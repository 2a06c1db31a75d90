import Diagnostics
package import SourceYAML

/// The customer is not asked for what the ticket already says.
package struct AskedAgain: StandardKind {
  /// The names of the fields that are meant, in the order of the file; empty for all of a ticket's.
  package let fields: [String]

  private static let fieldsKey = Key<[YAMLNode]>.names(
    "fields", "the fields of a ticket that are meant", of: "field"
  ).otherwise("all").such(as: "[domain, order-number]")

  package static let card = KindCard(
    key: "asked-again",
    summary: "The customer is not asked for what the ticket already says.",
    subject: .words,
    keys: [fieldsKey.description])

  package var parameters: [Parameter] {
    [Parameter("fields", fields.isEmpty ? "all" : fields.joined(separator: ", "))]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    fields = reading.names(Self.fieldsKey, in: record) ?? []
  }
}
