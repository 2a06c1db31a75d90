import Diagnostics
package import ServiceTime
package import SourceYAML

/// The customer is asked what the service was like.
package struct Survey: StandardKind {
  /// The question that is asked.
  package enum Scale: String, CaseIterable, Sendable {
    /// Would you recommend us? From 0 to 10.
    case nps
    /// How satisfied are you?
    case csat
    /// How easy was it?
    case ces
  }

  /// The question that is asked.
  package let scale: Scale
  /// How soon after solving it is asked (calendar time; > 0).
  package let within: TimeSpan

  private static let scaleKey = Key<Scale>.choice(
    "scale", "what is asked: nps (recommend), csat (satisfied) or ces (easy)", required: true)
  private static let withinKey = Key<TimeSpan>.timeSpan(
    "within", "how soon after solving it is asked"
  ).otherwise("1 day").such(as: "2 h")

  package static let card = KindCard(
    key: "survey",
    summary: "The customer is asked after solving what the service was like.",
    subject: .ticket,
    keys: [scaleKey.description, withinKey.description])

  package var parameters: [Parameter] {
    [Parameter("scale", scale.rawValue), Parameter("within", "\(within)")]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let scale = record.required(Self.scaleKey, &reading.diagnostics)
    let oneDay = TimeSpan(seconds: 86_400)
    within = record.optional(Self.withinKey, &reading.diagnostics) ?? oneDay
    guard let scale else { return nil }
    self.scale = scale
  }
}
