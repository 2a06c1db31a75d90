package import SourceYAML

/// How long the desk may be silent while a case is open.
package struct UpdateEvery: TimedKind {
  /// The longest silence promised.
  package let time: TimePromise

  private static let keys = PromiseKeys(
    "longest", "the longest silence towards the customer while the case is open",
    example: "8 h")

  package static let card = KindCard(
    key: "update-every",
    summary: "How long the customer goes without news while the case is open.",
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
