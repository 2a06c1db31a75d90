package import Diagnostics
package import ServiceTime

/// How many contacts are expected, by interval and channel.
package struct Demand: Sendable {
  /// The lengths of intervals that people can be planned on (unit: s).
  package static let intervalLengths = 60...86_400

  /// The length of every interval (unit: s; within ``intervalLengths``).
  package let intervalSeconds: Int
  /// Whose clocks the days follow.
  package let zone: ZoneTable
  /// The channels in the order of their first appearance, each with its intervals by time.
  package let channels: [ChannelDemand]
  /// The contacts themselves where they came from a log, by time; empty for a table of expected ones.
  package let recorded: [RecordedContact]

  init(
    intervalSeconds: Int, zone: ZoneTable, channels: [ChannelDemand],
    recorded: [RecordedContact] = []
  ) {
    (self.intervalSeconds, self.zone, self.channels) = (intervalSeconds, zone, channels)
    self.recorded = recorded
  }

  /// The expected contacts of one channel.
  package struct ChannelDemand: Sendable {
    /// The channel's name.
    package let channel: String
    /// Where the file first names it.
    package let place: SourceRange
    /// Its intervals, without gaps between the first and the last; never empty.
    package let intervals: [Interval]
  }

  /// What is expected in one interval.
  package struct Interval: Sendable {
    /// When it begins.
    package let start: Instant
    /// When it begins, as written in the file; with its offset where the file leaves it out.
    package let written: String
    /// The first of its rows in the file; nil for an interval that the file leaves out.
    package let row: Int?
    /// Its contacts, by topic where the file tells topics apart; empty where it is left out.
    package fileprivate(set) var parts: [Part]
  }

  /// The contacts of one row of the file.
  package struct Part: Sendable {
    /// What they are about, if the file says.
    package let topic: String?
    /// The expected contacts (≥ 0).
    package let contacts: Double
    /// The mean handling time where the file says (unit: s; ≥ 1).
    package let handlingSeconds: Double?
    /// Where the number of contacts stands.
    package let place: SourceRange
  }
}

extension Demand.Interval {
  /// Creates an interval of one row.
  init(start: Instant, written: String, row: Int, part: Demand.Part) {
    self.init(start: start, written: written, row: row, parts: [part])
  }

  /// Creates an interval to which rows are added.
  init(start: Instant, written: String, row: Int) {
    self.init(start: start, written: written, row: row, parts: [])
  }

  /// Creates an interval that the file leaves out.
  init(leftOutAt start: Instant, zone: ZoneTable) {
    let moment = OffsetInstant(instant: start, utcOffset: zone.offset(at: start))
    self.init(start: start, written: moment.description, row: nil, parts: [])
  }

  /// Adds another row of the same interval.
  mutating func add(_ part: Demand.Part) {
    parts.append(part)
  }

  /// The expected contacts (≥ 0).
  package var contacts: Double { parts.reduce(0) { $0 + $1.contacts } }

  /// The mean handling time over all contacts (unit: s).
  ///
  /// - Parameter usual: The handling time of rows that do not say, by their topic.
  /// - Returns: nil when contacts are left of which nothing says how long they take.
  func handlingSeconds(usual: (String?) -> Double?) -> Double? {
    let counted = parts.filter { $0.contacts > 0 }
    let times = counted.map { $0.handlingSeconds ?? usual($0.topic) }
    guard let first = times.first else { return usual(nil) }
    // The mean of equal numbers is that number, without the rounding of adding and dividing.
    if times.allSatisfy({ $0 == first }) { return first }
    var work = 0.0
    for (part, time) in zip(counted, times) {
      guard let time else { return nil }
      work += part.contacts * time
    }
    return work / contacts
  }
}
