import Diagnostics
package import SourceYAML

/// A reply is in a language that the customer reads.
package struct ReplyLanguage: StandardKind {
  /// Whose language a reply follows.
  package enum Model: String, CaseIterable, Sendable {
    /// The customer's.
    case customer
  }

  /// The language that is asked for.
  package enum Wanted: Hashable, Sendable {
    /// The one of somebody.
    case sameAs(Model)
    /// One of these, by code, in the order of the file.
    case oneOf([String])
  }

  /// The language that is asked for.
  package let wanted: Wanted

  private static let sameAsKey = Key<Model>.choice(
    "same-as", "whose language the reply follows; or write 'one-of'"
  ).otherwise("customer")
  private static let oneOfKey = Key<[YAMLNode]>.names(
    "one-of", "the languages of which any will do", of: "language"
  ).such(as: "[pl, en]")

  package static let card = KindCard(
    key: "language",
    summary: "A reply is in a language that the customer reads.",
    subject: .words,
    keys: [sameAsKey.description, oneOfKey.description],
    rules: [.clash(.init(sameAsKey.name), .init(oneOfKey.name))])

  package var parameters: [Parameter] {
    switch wanted {
    case .sameAs(let model): [Parameter("same-as", model.rawValue)]
    case .oneOf(let codes): [Parameter("one-of", codes.joined(separator: ", "))]
    }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let model = record.optional(Self.sameAsKey, &reading.diagnostics)
    let codes = reading.names(Self.oneOfKey, in: record, from: .language)
    if reading.reportBoth(Self.sameAsKey.name, Self.oneOfKey.name, in: record) { return nil }
    wanted = codes.map { .oneOf($0) } ?? .sameAs(model ?? .customer)
  }
}
