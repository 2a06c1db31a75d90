import Diagnostics
package import ServiceTime
package import SourceYAML

/// How soon a person first answers.
package struct FirstResponse: StandardKind {
  /// What ends the wait.
  package enum End: String, CaseIterable, Sendable {
    /// A reply that helps; "we are looking into it" does not.
    case substantive
    /// Any reply of a person.
    case anyHuman = "any-human"
  }

  /// The longest wait promised (opening time).
  package let within: TimeSpan
  /// The share of tickets for which it is promised.
  package let share: Share
  /// The stretch of time in each of which the share must be kept.
  package let period: PromisePeriod
  /// What nobody waits beyond (opening time).
  package let neverLongerThan: TimeSpan?
  /// The hours in which the wait counts.
  package let hours: PromiseHours
  /// What ends the wait.
  package let end: End

  private static let neverLongerThanKey = Key<TimeSpan>.timeSpan(
    "never-longer-than", "what nobody waits beyond, in the same hours")
  private static let endKey = Key<End>.choice(
    "ends-at", "what ends the wait; substantive, unless it says any-human")

  package static let card = KindCard(
    key: "first-response",
    summary: "How soon a person first answers a customer.",
    subject: .time,
    keys: PromiseKeys.all + [neverLongerThanKey.description, endKey.description])

  package var parameters: [Parameter] {
    [
      Parameter("within", "\(within)"), Parameter("share", "\(share)"),
      Parameter("over", period.rawValue), Parameter("hours", hours.written),
      Parameter("never-longer-than", neverLongerThan?.description),
      Parameter("ends-at", end.rawValue),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let promise = PromiseKeys.read(record, &reading)
    neverLongerThan = record.optional(Self.neverLongerThanKey, &reading.diagnostics)
    end = record.optional(Self.endKey, &reading.diagnostics) ?? .substantive
    guard let promise else { return nil }
    within = promise.within
    share = promise.share
    period = promise.period
    hours = promise.hours
    if let longest = neverLongerThan, longest < within {
      reading.diagnostics.error(
        "promise.order", "'never-longer-than' (\(longest)) is shorter than 'within' (\(within))",
        at: record.entry("never-longer-than")?.value.place,
        fixIt: "the longest wait of all comes after the promised one")
      return nil
    }
  }
}

/// A stretch of time in which a promise is kept or broken.
package enum PromisePeriod: String, CaseIterable, Sendable {
  case day, week, month
}

/// The keys that every promise of time has.
enum PromiseKeys {
  static let within = Key<TimeSpan>.timeSpan(
    "within", "the longest wait that is promised", required: true)
  static let share = Key<Share>.share("share", "for how many of the tickets; 100% if left out")
  static let over = Key<PromisePeriod>.choice(
    "over", "each day, week or month must keep the share; week if left out")
  static let hours = Key<String>.text(
    "hours", "the calendar on which the wait counts, or always")

  static let all = [within.description, share.description, over.description, hours.description]

  struct Promise {
    var within: TimeSpan
    var share: Share
    var period: PromisePeriod
    var hours: PromiseHours
  }

  static func read(_ record: Record, _ reading: inout CatalogueReading) -> Promise? {
    let within = record.required(within, &reading.diagnostics)
    let share = record.optional(share, &reading.diagnostics)
    let period = record.optional(over, &reading.diagnostics)
    let hours = promiseHours(record, &reading)
    guard let within, let hours else { return nil }
    if within.seconds == 0 {
      reading.diagnostics.error(
        "time.zero", "nobody answers within no time at all",
        at: record.entry(Self.within.name)?.value.place, fixIt: "write a time such as 15 min")
      return nil
    }
    if let place = record.entry(Self.share.name)?.value.place, share?.fraction == 0 {
      reading.diagnostics.error(
        "share.zero", "a promise kept for 0% of the tickets is no promise", at: place)
    }
    reading.checkDays(record.entry(Self.within.name)?.value, hours)
    return Promise(
      within: within, share: share ?? .all, period: period ?? .week, hours: hours)
  }

  /// The hours that a promise runs on; day and night unless it says else.
  private static func promiseHours(
    _ record: Record, _ reading: inout CatalogueReading
  ) -> PromiseHours? {
    guard let name = record.optional(hours, &reading.diagnostics) else {
      return record.entry(hours.name) == nil ? .always : nil
    }
    if name == "always" { return .always }
    if let place = record.entry(hours.name)?.value.place {
      reading.refer(to: .calendar, name, at: place)
    }
    return .calendar(name)
  }
}
