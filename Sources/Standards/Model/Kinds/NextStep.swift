import Diagnostics
package import SourceYAML

/// A reply says what happens next.
package struct NextStep: StandardKind {
  /// When no next step is owed.
  package enum Exception: String, CaseIterable, Sendable {
    /// The ticket was solved with this reply.
    case solved
  }

  /// What must be said of the step.
  package enum Part: String, CaseIterable, Sendable {
    /// Whose turn it is.
    case who
    /// What will be done.
    case what
    /// By what time.
    case when
  }

  /// The name of the list of phrases that announce a step.
  package let phrases: String
  /// When no next step is owed.
  package let unless: Exception?
  /// What must be said of the step, in the order of the file; empty when its mention is enough.
  package let wants: [Part]

  private static let phrasesKey = Key<String>.phraseList(
    "phrases", "the list of phrases that announce a step", required: true
  ).such(as: "next-steps")
  private static let unlessKey = Key<Exception>.choice(
    "unless", "when no next step is owed")
  private static let wantsKey = Key<[Part]>.list(
    "wants", "what must be said of the step: who, what, when",
    of: .choice(Part.allCases.map { $0.rawValue }), distinct: true
  ) { node, diagnostics in
    node.choice(of: Part.self, for: "'wants'", &diagnostics)
  }.otherwise("its mention is enough").such(as: "[what, when]")

  package static let card = KindCard(
    key: "next-step",
    summary: "A reply says what happens next, or that nothing more is needed.",
    subject: .words,
    keys: [phrasesKey.description, unlessKey.description, wantsKey.description])

  package var parameters: [Parameter] {
    [
      Parameter("phrases", phrases), Parameter("unless", unless?.rawValue),
      Parameter("wants", wants.map { $0.rawValue }),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let phrases = reading.phrases(Self.phrasesKey, in: record)
    unless = record.optional(Self.unlessKey, &reading.diagnostics)
    wants = reading.distinct(Self.wantsKey, in: record)
    guard let phrases else { return nil }
    self.phrases = phrases
  }
}
