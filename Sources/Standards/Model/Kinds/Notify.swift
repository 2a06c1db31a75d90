import Diagnostics
package import SourceYAML

/// A customer hears of trouble from us, and in time.
package struct Notify: StandardKind {
  /// What the customer is told of.
  package enum Event: String, CaseIterable, Sendable {
    /// What was promised will come later.
    case delay
    /// Something has failed.
    case incident
  }

  /// What the news must come before.
  package enum Deadline: String, CaseIterable, Sendable {
    /// The time that was promised.
    case promisedTime = "promised-time"
    /// The customer's question.
    case asked
  }

  /// What the customer is told of.
  package let event: Event
  /// What the news must come before.
  package let before: Deadline

  private static let eventKey = Key<Event>.choice(
    "when", "what the customer is told of", required: true)
  private static let beforeKey = Key<Deadline>.choice(
    "before", "what the news comes before"
  ).otherwise("for a delay promised-time and for an incident asked")

  package static let card = KindCard(
    key: "notify",
    summary: "A customer hears of a delay or an incident from us, before having to ask.",
    subject: .ticket,
    keys: [eventKey.description, beforeKey.description],
    rules: [
      .clash(
        .init(eventKey.name, is: Event.incident.rawValue),
        .init(beforeKey.name, is: Deadline.promisedTime.rawValue))
    ])

  package var parameters: [Parameter] {
    [Parameter("when", event.rawValue), Parameter("before", before.rawValue)]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let event = record.required(Self.eventKey, &reading.diagnostics)
    let before = record.optional(Self.beforeKey, &reading.diagnostics)
    guard let event else { return nil }
    if event == .incident, before == .promisedTime {
      reading.diagnostics.error(
        "notify.deadline", "nobody promised a time for an incident",
        at: record.entry("before")?.value.place,
        fixIt: "write before: asked, or when: delay")
      return nil
    }
    self.event = event
    self.before = before ?? (event == .delay ? .promisedTime : .asked)
  }
}
