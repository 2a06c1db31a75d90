import Diagnostics
package import SourceYAML

/// A reply says what happens next.
package struct NextStep: StandardKind {
  /// When no next step is owed.
  package enum Exception: String, CaseIterable, Sendable {
    /// The ticket was solved with this reply.
    case solved
  }

  /// The name of the list of phrases that announce a step.
  package let phrases: String
  /// When no next step is owed.
  package let unless: Exception?

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "the list of phrases that announce a step", required: true)
  private static let unlessKey = Key<Exception>.choice(
    "unless", "when no next step is owed")

  package static let card = KindCard(
    key: "next-step",
    summary: "A reply says what happens next, or that nothing more is needed.",
    subject: .words,
    keys: [phrasesKey.description, unlessKey.description])

  package var parameters: [Parameter] {
    [Parameter("phrases", phrases), Parameter("unless", unless?.rawValue)].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let phrases = reading.phrases(Self.phrasesKey, in: record)
    unless = record.optional(Self.unlessKey, &reading.diagnostics)
    guard let phrases else { return nil }
    self.phrases = phrases
  }
}
