import Diagnostics
package import ServiceTime
package import SourceYAML

/// A matter is settled in one contact.
package struct FirstContact: StandardKind {
  /// The share of tickets for which it is promised.
  package let share: Share
  /// The stretch of time in each of which the share must be kept.
  package let period: PromisePeriod
  /// How long the customer must not come back about the same matter (calendar time; > 0).
  package let noContactFor: TimeSpan

  private static let noContactForKey = Key<TimeSpan>.timeSpan(
    "no-contact-for",
    "how long the customer does not come back about the same matter"
  ).otherwise("7 days").such(as: "14 days")

  package static let card = KindCard(
    key: "first-contact",
    summary: "A matter is settled in one contact, and the customer does not have to come back.",
    subject: .ticket,
    keys: [
      PromiseKeys.share.description, PromiseKeys.over.description, noContactForKey.description,
    ])

  package var promisedShare: Share? { share }

  package var parameters: [Parameter] {
    [
      Parameter("share", "\(share)"), Parameter("over", period.rawValue),
      Parameter("no-contact-for", "\(noContactFor)"),
    ]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let share = record.optional(PromiseKeys.share, &reading.diagnostics)
    reading.checkShare(share, in: record)
    self.share = share ?? .all
    period = record.optional(PromiseKeys.over, &reading.diagnostics) ?? .week
    let sevenDays = TimeSpan(seconds: 7 * 86_400)
    noContactFor = record.optional(Self.noContactForKey, &reading.diagnostics) ?? sevenDays
  }
}
