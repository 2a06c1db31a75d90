import Diagnostics
package import SourceYAML

/// A reply does not shout.
package struct Calm: StandardKind {
  /// The most words in capitals that may follow one another (≥ 0).
  package let shoutingAtMost: Int
  /// The most exclamation marks that may follow one another (≥ 0).
  package let exclamationMarksAtMost: Int

  private static let shoutingKey = Key<Int>.wholeNumber(
    "shouting-at-most",
    "how many words in capitals may follow one another, as names of products do",
    in: 0...20
  ).otherwise("2")
  private static let exclamationMarksKey = Key<Int>.wholeNumber(
    "exclamation-marks-at-most",
    "how many exclamation marks may follow one another", in: 0...20
  ).otherwise("1")

  package static let card = KindCard(
    key: "calm",
    summary: "A reply does not shout: no words in capitals, no \"!!!\".",
    subject: .words,
    keys: [shoutingKey.description, exclamationMarksKey.description])

  package var parameters: [Parameter] {
    [
      Parameter("shouting-at-most", "\(shoutingAtMost)"),
      Parameter("exclamation-marks-at-most", "\(exclamationMarksAtMost)"),
    ]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    shoutingAtMost = record.optional(Self.shoutingKey, &reading.diagnostics) ?? 2
    exclamationMarksAtMost =
      record.optional(Self.exclamationMarksKey, &reading.diagnostics) ?? 1
  }
}
