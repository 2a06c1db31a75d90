import Diagnostics
package import SourceYAML

/// The customer is not asked for what the ticket already says.
package struct AskedAgain: StandardKind {
  /// The names of the fields that are meant, in the order of the file; empty for all of a ticket's.
  package let fields: [String]

  private static let fieldsKey = Key<[YAMLNode]>.names(
    "fields", "the fields that are meant, such as domain; all that a ticket has if left out",
    of: "field")

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
