import Diagnostics
package import SourceYAML

/// How soon a customer hears that the message has arrived.
package struct Acknowledge: TimedKind {
  /// What must stand in the acknowledgement.
  package enum Content: String, CaseIterable, Sendable {
    /// The number under which the case is known.
    case number
  }

  /// Who acknowledges.
  package enum Sender: String, CaseIterable, Sendable {
    case machine, human
  }

  /// The wait promised.
  package let time: TimePromise
  /// What must stand in it; nil when its arrival is enough.
  package let content: Content?
  /// Who must send it; nil when either will do.
  package let sender: Sender?

  private static let keys = PromiseKeys(
    "within", "the longest time until the customer hears that the message has arrived",
    example: "5 min")
  private static let contentKey = Key<Content>.choice(
    "with", "what must stand in it: number, the number of the case")
  private static let senderKey = Key<Sender>.choice(
    "by", "who must send it: machine or human"
  ).otherwise("machine or human").such(as: "human")

  package static let card = KindCard(
    key: "acknowledge",
    summary: "How soon a customer hears that the message has arrived.",
    subject: .time,
    keys: keys.all + [contentKey.description, senderKey.description])

  package var parameters: [Parameter] {
    Self.keys.parameters(time)
      + [
        Parameter("with", content?.rawValue),
        Parameter("by", sender?.rawValue ?? "machine or human"),
      ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let time = Self.keys.read(record, &reading)
    content = record.optional(Self.contentKey, &reading.diagnostics)
    sender = record.optional(Self.senderKey, &reading.diagnostics)
    guard let time else { return nil }
    self.time = time
  }
}
