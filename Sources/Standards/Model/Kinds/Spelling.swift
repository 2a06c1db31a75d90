import Diagnostics
package import SourceYAML

/// A reply is spelt rightly.
package struct Spelling: StandardKind {
  /// The names of the dictionaries, such as `pl_PL`; empty for the one of the reply's language.
  package let dictionaries: [String]
  /// The name of a list of words that are right though no dictionary has them.
  package let ignore: String?

  private static let dictionariesKey = Key<[YAMLNode]>.list(
    "dictionaries", "the names of the dictionaries",
    of: .written(
      "a dictionary", example: "pl_PL", pattern: "^[A-Za-z0-9_-]{1,40}$", orNumber: true),
    distinct: true
  ) { node, diagnostics in
    guard let name = node.text(of: "a dictionary", &diagnostics) else { return nil }
    // The name becomes part of a file's name.
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    if isPlain, name.utf8.count <= 40 { return node }
    diagnostics.error(
      "spelling.dictionary", "'\(name.shortened)' is no name of a dictionary", at: node.place,
      fixIt: "write its name without folder and ending, such as pl_PL")
    return nil
  }.otherwise("the one of the reply's language").such(as: "[pl_PL, en_GB]")
  private static let ignoreKey = Key<String>.phraseList(
    "ignore", "a list of words that are right though no dictionary has them"
  ).such(as: "product-names")

  package static let card = KindCard(
    key: "spelling",
    summary: "A reply is spelt rightly.",
    subject: .words,
    keys: [dictionariesKey.description, ignoreKey.description])

  package var parameters: [Parameter] {
    [
      Parameter(
        "dictionaries",
        dictionaries.isEmpty ? "by language" : dictionaries.joined(separator: ", ")),
      Parameter("ignore", ignore),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    dictionaries = reading.names(Self.dictionariesKey, in: record) ?? []
    ignore = reading.phrases(Self.ignoreKey, in: record)
  }
}
