package import SourceYAML

/// How soon somebody picks up on a live channel.
package struct PickUp: TimedKind {
  /// The wait promised.
  package let time: TimePromise

  private static let keys = PromiseKeys(
    "within", "the longest wait that is promised", example: "20 s")

  package static let card = KindCard(
    key: "pick-up",
    summary: "How soon somebody picks up the phone or joins the chat.",
    subject: .time,
    keys: keys.all)

  package var parameters: [Parameter] {
    Self.keys.parameters(time)
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    guard let time = Self.keys.read(record, &reading) else { return nil }
    self.time = time
  }
}
