import Diagnostics
package import ServiceTime
import SourceYAML

/// A longest time, for how many it holds, and the hours on which it counts.
package struct TimePromise: Hashable, Sendable {
  /// The longest time that is promised (opening time; > 0).
  package let within: TimeSpan
  /// The share of cases for which it is promised.
  package let share: Share
  /// The stretch of time in each of which the share must be kept.
  package let period: PromisePeriod
  /// The hours in which the time counts.
  package let hours: PromiseHours
  /// What becomes of time already run when a change of channel or priority brings this promise on.
  package let onChange: OnChange

  /// What becomes of time already run when a ticket's channel or priority changes.
  package enum OnChange: String, CaseIterable, Sendable {
    /// It counts against the new target.
    case carry
    /// The clock starts again.
    case reset
  }
}

/// A stretch of time in which a promise is kept or broken.
package enum PromisePeriod: String, CaseIterable, Sendable {
  case day, week, month
}

/// A kind that promises a time.
package protocol TimedKind: StandardKind {
  /// What is promised.
  var time: TimePromise { get }
}

extension TimedKind {
  /// The longest time that is promised (opening time).
  package var within: TimeSpan { time.within }
  /// The share of cases for which it is promised.
  package var share: Share { time.share }
  /// The stretch of time in each of which the share must be kept.
  package var period: PromisePeriod { time.period }
  /// The hours in which the time counts.
  package var hours: PromiseHours { time.hours }

  package var promise: TimePromise? { time }

  package var promisedShare: Share? { time.share }
}

/// The keys that every promise of time has.
struct PromiseKeys: Sendable {
  /// The key of the longest time.
  let limit: Key<TimeSpan>

  /// The keys of a promise whose longest time is called `within`.
  static let within = PromiseKeys(
    "within", "the longest wait that is promised", example: "15 min")

  static let share = Key<Share>.share(
    "share", "for how many of the tickets"
  ).otherwise("100%").such(as: "95%")
  static let over = Key<PromisePeriod>.choice(
    "over", "each day, week or month must keep the share"
  ).otherwise("week").such(as: "week")
  static let onChange = Key<TimePromise.OnChange>.choice(
    "on-change",
    "whether time already run counts (carry) or the clock starts again (reset) when a change of "
      + "channel or priority brings this promise on"
  ).otherwise("carry").such(as: "carry")
  static let hours = Key<String>(
    "hours", "the calendar on which the wait counts, or always", shape: .name(of: "calendar")
  ) { node, diagnostics in
    node.text(of: "'hours'", &diagnostics)
  }.otherwise("always").such(as: "desk")

  init(_ name: String, _ summary: String, example: String) {
    limit = Key<TimeSpan>.timeSpan(name, summary, required: true).such(as: example)
  }

  var all: [KeyDescription] {
    [
      limit.description, Self.share.description, Self.over.description, Self.hours.description,
      Self.onChange.description,
    ]
  }

  /// The values in words, in the order of the keys.
  func parameters(_ time: TimePromise) -> [Parameter] {
    [
      Parameter(limit.name, time.hours.inWords(time.within)), Parameter("share", "\(time.share)"),
      Parameter("over", time.period.rawValue), Parameter("hours", time.hours.written),
      Parameter("on-change", time.onChange.rawValue),
    ]
  }

  func read(_ record: Record, _ reading: inout CatalogueReading) -> TimePromise? {
    let within = record.required(limit, &reading.diagnostics)
    let share = record.optional(Self.share, &reading.diagnostics)
    let period = record.optional(Self.over, &reading.diagnostics)
    let hours = reading.hours(Self.hours, in: record)
    let onChange = record.optional(Self.onChange, &reading.diagnostics)
    guard let within, let hours else { return nil }
    reading.checkShare(share, in: record)
    reading.checkDays(record.entry(limit.name)?.value, hours)
    return TimePromise(
      within: within, share: share ?? .all, period: period ?? .week, hours: hours,
      onChange: onChange ?? .carry)
  }
}

extension PromiseHours {
  /// A time that counts in these hours, in words: on a calendar without days, which are no unit there.
  func inWords(_ time: TimeSpan) -> String {
    switch self {
    case .always: "\(time)"
    case .calendar: time.inHours
    }
  }
}

extension CatalogueReading {
  /// The hours that a time runs on: day and night unless it says else; nil when they are wrong.
  mutating func hours(_ key: Key<String>, in record: Record) -> PromiseHours? {
    guard let name = record.optional(key, &diagnostics) else {
      return record.entry(key.name) == nil ? .always : nil
    }
    if name == "always" { return .always }
    if let place = record.entry(key.name)?.value.place {
      refer(to: .calendar, name, at: place)
    }
    return .calendar(name)
  }

  /// Reports a promise that holds for nobody.
  mutating func checkShare(_ share: Share?, in record: Record) {
    guard share?.fraction == 0, let place = record.entry(PromiseKeys.share.name)?.value.place
    else { return }
    diagnostics.error(
      "share.zero", "a promise kept for 0% of the tickets is no promise", at: place,
      fixIt: "write the share that you mean to keep, such as 95%")
  }
}
