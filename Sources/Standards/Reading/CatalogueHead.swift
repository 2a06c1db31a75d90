import Diagnostics
import SourceYAML

/// What the file with `catalogue:` says of the whole.
struct CatalogueHead {
  var name: String
  var version: String?
  var languages: [String]
  var owner: String?

  static let unnamed = CatalogueHead(name: "", version: nil, languages: [], owner: nil)

  private static let nameKey = Key<String>.text(
    "name", "the catalogue's name", required: true
  ).such(as: "Our helpdesk")
  private static let versionKey = Key<String>.text("version", "its version; any text").such(
    as: "2026-11")
  private static let ownerKey = Key<String>.text("owner", "who answers for it").such(
    as: "Head of customer service")
  private static let languagesKey = Key<[String]>.list(
    "languages", "the languages that replies are written in", of: .languageCode, required: true
  ) { node, diagnostics in
    guard let code = node.text(of: "a language", &diagnostics) else { return nil }
    if code.isLanguageCode { return code }
    diagnostics.error(
      "language.unknown", "'\(code.shortened)' is no language code", at: node.place,
      fixIt: "write a code of two letters, such as pl, cs or en")
    return nil
  }.such(as: "[pl, cs, en]")

  static let keys = [
    nameKey.description, versionKey.description, languagesKey.description, ownerKey.description,
  ]
}

extension CatalogueHead {
  init?(_ node: YAMLNode, _ reading: inout CatalogueReading) {
    guard
      let record = Record(
        node, subject: "'catalogue'", keys: Self.keys, into: &reading.diagnostics)
    else { return nil }
    name = record.required(Self.nameKey, &reading.diagnostics) ?? ""
    version = record.optional(Self.versionKey, &reading.diagnostics)
    languages = record.required(Self.languagesKey, &reading.diagnostics) ?? []
    owner = record.optional(Self.ownerKey, &reading.diagnostics)
  }
}
