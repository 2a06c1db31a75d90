import Diagnostics
package import ServiceTime
package import SourceYAML

/// How soon somebody picks up on a live channel.
package struct PickUp: StandardKind {
  /// The longest wait promised (opening time).
  package let within: TimeSpan
  /// The share of contacts for which it is promised.
  package let share: Share
  /// The stretch of time in each of which the share must be kept.
  package let period: PromisePeriod
  /// The hours in which the line is open.
  package let hours: PromiseHours

  package static let card = KindCard(
    key: "pick-up",
    summary: "How soon somebody picks up the phone or joins the chat.",
    subject: .time,
    keys: PromiseKeys.all)

  package var parameters: [Parameter] {
    [
      Parameter("within", "\(within)"), Parameter("share", "\(share)"),
      Parameter("over", period.rawValue), Parameter("hours", hours.written),
    ]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    guard let promise = PromiseKeys.read(record, &reading) else { return nil }
    within = promise.within
    share = promise.share
    period = promise.period
    hours = promise.hours
  }
}
