import Diagnostics
package import SourceYAML

/// What a ticket must carry when work on it begins.
package struct Intake: StandardKind {
  /// The names of the fields, in the order of the file.
  package let fields: [String]

  private static let fieldsKey = Key<[YAMLNode]>.names(
    "fields", "the fields that a ticket must carry, such as topic or domain", of: "field",
    required: true
  ).such(as: "[topic, domain]")

  package static let card = KindCard(
    key: "intake",
    summary: "What a ticket must say, so that nobody has to ask the customer again.",
    subject: .ticket,
    keys: [fieldsKey.description])

  package var parameters: [Parameter] {
    [Parameter("fields", fields)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    guard let fields = reading.names(Self.fieldsKey, in: record), !fields.isEmpty else {
      return nil
    }
    self.fields = fields
  }
}
