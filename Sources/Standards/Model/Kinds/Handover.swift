import Diagnostics
package import ServiceTime
package import SourceYAML

/// How a case changes hands.
package struct Handover: StandardKind {
  /// The most times that a case goes from one person to another (≥ 0); nil when there is no bound.
  package let atMost: Int?
  /// Whether a note must tell the next one what is known.
  package let noteRequired: Bool
  /// The longest that the customer waits because of one (opening time); nil when there is no bound.
  package let nobodyWaitsLongerThan: TimeSpan?
  /// The hours in which that wait counts.
  package let hours: PromiseHours

  private static let atMostKey = Key<Int>.wholeNumber(
    "at-most", "how often a case may go from one person to another", in: 0...20
  ).such(as: "1")
  private static let noteKey = Key<Bool>.boolean(
    "note-required", "whether a note must tell the next one what is known"
  ).otherwise("false").such(as: "true")
  private static let waitKey = Key<TimeSpan>.timeSpan(
    "nobody-waits-longer-than", "the longest that a customer waits for an answer because of it"
  ).such(as: "1 h")

  package static let card = KindCard(
    key: "handover",
    summary: "How a case changes hands without the customer paying for it.",
    subject: .ticket,
    keys: [
      atMostKey.description, noteKey.description, waitKey.description,
      PromiseKeys.hours.description,
    ],
    rules: [.atLeastOne(asking), .needs(PromiseKeys.hours.name, waitKey.name)])
  private static let asking = [atMostKey.name, noteKey.name, waitKey.name]

  package var parameters: [Parameter] {
    [
      Parameter("at-most", atMost.map { "\($0)" }),
      Parameter("note-required", "\(noteRequired)"),
      Parameter("nobody-waits-longer-than", nobodyWaitsLongerThan.map { hours.inWords($0) }),
      Parameter("hours", nobodyWaitsLongerThan == nil ? nil : hours.written),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    atMost = record.optional(Self.atMostKey, &reading.diagnostics)
    noteRequired = record.optional(Self.noteKey, &reading.diagnostics) ?? false
    nobodyWaitsLongerThan = record.optional(Self.waitKey, &reading.diagnostics)
    let hours = reading.hours(PromiseKeys.hours, in: record)
    reading.requireOne(
      of: Self.asking, in: record,
      fixIt: "add, for instance, note-required: true")
    guard let hours else { return nil }
    self.hours = hours
    if let place = record.entry(PromiseKeys.hours.name)?.key.place,
      record.entry(Self.waitKey.name) == nil, record.misspelt.isEmpty
    {
      reading.diagnostics.error(
        "handover.hours", "'hours' says in which hours a wait counts, and no wait is named",
        at: place, fixIt: "add nobody-waits-longer-than: 1 h, or delete it")
    }
    reading.checkDays(record.entry(Self.waitKey.name)?.value, hours)
  }
}
