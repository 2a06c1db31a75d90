import Diagnostics
package import SourceYAML

/// Words that are never used, and words that are always used.
package struct Wording: StandardKind {
  /// Words that are never used.
  package struct Avoided: Hashable, Sendable {
    /// The words.
    package let words: SoughtWords
    /// What to write in their place, for the colleague who reads it.
    package let instead: LocalizedText?
  }

  /// Words that must be there.
  package struct Required: Hashable, Sendable {
    /// The words, of which one is enough.
    package let words: SoughtWords
    /// What the ticket is about; empty when it does not matter.
    package let topics: [String]
  }

  /// What is never used, in the order of the file.
  package let avoid: [Avoided]
  /// What must be there, in the order of the file.
  package let require: [Required]

  private static let insteadKey = Key<LocalizedText>.localized(
    "instead", "what to write in their place; one text, or one per language"
  ).such(as: "the customer's name")
  private static let avoidKey = Key<[YAMLNode]>.records(
    "avoid", "words that are never used", keys: SoughtWordsKeys.all + [insteadKey.description],
    rules: SoughtWordsKeys.rules)
  private static let requireKey = Key<[YAMLNode]>.records(
    "require", "words of which one must be there, by what the ticket is about",
    keys: [CircumstanceKeys.topic.description] + SoughtWordsKeys.all, rules: SoughtWordsKeys.rules
  ).such(as: "[{topic: [billing], phrase: invoice number}]")

  package static let card = KindCard(
    key: "wording",
    summary: "Which words are never used, and which are always.",
    subject: .words,
    keys: [avoidKey.description, requireKey.description], rules: [.atLeastOne(asking)])
  private static let asking = [avoidKey.name, requireKey.name]

  package var parameters: [Parameter] {
    let avoided = avoid.map { one in
      one.words.inWords + (one.instead.map { " (instead: \($0.text()))" } ?? "")
    }
    let required = require.map { one in
      one.topics.isEmpty
        ? one.words.inWords : "\(one.words.inWords) (topic \(one.topics.joined(separator: ", ")))"
    }
    return [
      Parameter("avoid", avoided, by: "; "), Parameter("require", required, by: "; "),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    var avoid: [Avoided] = []
    for one in reading.records(Self.avoidKey, in: record) {
      let instead = one.optional(Self.insteadKey, &reading.diagnostics)
      guard let words = reading.soughtWords(in: one) else { continue }
      avoid.append(Avoided(words: words, instead: instead))
    }
    var require: [Required] = []
    for one in reading.records(Self.requireKey, in: record) {
      let topics = reading.names(CircumstanceKeys.topic, in: one, from: .topic)
      guard let words = reading.soughtWords(in: one) else { continue }
      require.append(Required(words: words, topics: topics ?? []))
    }
    self.avoid = avoid
    self.require = require
    reading.requireOne(
      of: Self.asking, in: record,
      fixIt: "add, for instance, avoid: [{phrase: valued customer, instead: the customer's name}]")
  }
}
