import Diagnostics
package import SourceYAML

/// How hard a reply is to read.
package struct Readability: StandardKind {
  /// The most words that a sentence has on average; nil when there is no bound.
  package let wordsPerSentenceAtMost: Int?
  /// The highest fog index (unit: years of school); nil when there is no bound.
  package let fogAtMost: Int?

  private static let wordsKey = Key<Int>.wholeNumber(
    "words-per-sentence-at-most", "how many words a sentence has on average", in: 5...60
  ).such(as: "20")
  private static let fogKey = Key<Int>.wholeNumber(
    "fog-at-most", "the fog index: how many years of school a reader needs", in: 4...30
  ).such(as: "12")

  package static let card = KindCard(
    key: "readability",
    summary: "A reply is easy to read.",
    subject: .words,
    keys: [wordsKey.description, fogKey.description], rules: [.atLeastOne(asking)])
  private static let asking = [wordsKey.name, fogKey.name]

  package var parameters: [Parameter] {
    [
      Parameter("words-per-sentence-at-most", wordsPerSentenceAtMost.map { "\($0)" }),
      Parameter("fog-at-most", fogAtMost.map { "\($0)" }),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    wordsPerSentenceAtMost = record.optional(Self.wordsKey, &reading.diagnostics)
    fogAtMost = record.optional(Self.fogKey, &reading.diagnostics)
    reading.requireOne(
      of: Self.asking, in: record,
      fixIt: "add, for instance, words-per-sentence-at-most: 20")
  }
}
