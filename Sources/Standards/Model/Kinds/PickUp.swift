package import SourceYAML

/// How soon somebody picks up on a live channel.
package struct PickUp: TimedKind {
  /// The wait promised.
  package let time: TimePromise

  package static let card = KindCard(
    key: "pick-up",
    summary: "How soon somebody picks up the phone or joins the chat.",
    subject: .time,
    keys: PromiseKeys.within.all)

  package var parameters: [Parameter] {
    PromiseKeys.within.parameters(time)
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    guard let time = PromiseKeys.within.read(record, &reading) else { return nil }
    self.time = time
  }
}
