package import ServiceTime
package import Simulation
package import Standards

/// A desk as the simulator takes it, made of demand, workload, team and catalogue; with what is asked of
/// it, and what cannot be.
package struct DeskModel: Sendable {
  /// The desk.
  package let desk: Desk
  /// The moment of the run's second 0: midnight before the demand begins, or before what repeats it.
  package let origin: Instant
  /// Whose clocks days follow.
  package let zone: ZoneTable
  /// What contacts are, in the order of the desk's types.
  package let kinds: [Kind]
  /// The promises that are measured, in the order of the catalogue.
  package let promises: [Promise]
  /// The standards and whatever else is not, with the reason.
  package let notSimulated: [Omission]
  /// The channels of the demand, in its order.
  package let channels: [Channel]
  /// The first day that counts.
  package let firstDay: Int
  /// When each day begins by the clocks, with those that do not count (unit: s since the origin): days
  /// of 23 and 25 hours are what they are.
  package let dayStarts: [Int]
  /// How many people there are.
  package let headcount: Int
  package let teamName: String?

  /// What contacts of one of the desk's types are.
  package struct Kind: Sendable {
    /// `email`, `email: outage`, `email → servers`.
    package let name: String
    package let channel: String
    package let topic: String?
    package let priority: String?
    /// What somebody must know.
    package let skill: String
    /// Contacts expected without incidents.
    package let expected: Double
  }

  /// A promise, and where it is measured.
  package struct Promise: Sendable {
    package let standard: String
    package let title: LocalizedText
    /// `first-response`, `next-response`, `pick-up`, `resolution`.
    package let kind: String
    /// Within how long (unit: s of ``hours``).
    package let within: TimeSpan
    package let share: Share
    package let period: PromisePeriod
    package let neverLongerThan: TimeSpan?
    package let hours: PromiseHours
    /// The channels on which contacts are measured, in the order of the demand.
    package let channels: [String]
    /// The topics and priorities that it is limited to, if any.
    package let topics: [String]
    package let priorities: [String]
    /// The types that it holds for, and which of their clocks measures it.
    package let clocks: [(type: Int, clock: Int)]
  }

  /// Something that the simulation says nothing about.
  package struct Omission: Hashable, Sendable {
    /// The standard's id; nil where it is not about a standard.
    package let standard: String?
    package let reason: String
  }

  /// A channel's types.
  package struct Channel: Sendable {
    package let name: String
    package let kind: ContactChannel.Kind
    /// Contacts expected without incidents.
    package let expected: Double
    /// Places of the types that its contacts come as.
    package let types: [Int]
  }

  /// How many days count.
  package var days: Int { dayStarts.count - firstDay }

  /// The days that count, by the calendar.
  package var dates: [CivilDate] {
    dayStarts.dropFirst(firstDay).compactMap {
      zone.local(at: Instant(seconds: origin.seconds + $0 + 43_200))?.date
    }
  }

  /// The intervals of each day that counts.
  package var dayIntervals: [Range<Int>] {
    let last = intervals.upperBound
    let starts = dayStarts.dropFirst(firstDay).map { min($0 / max(1, Int(desk.interval)), last) }
    return zip(starts, starts.dropFirst() + [last]).map { $0..<max($0, $1) }
  }

  /// When one of the desk's intervals begins.
  package func start(ofInterval number: Int) -> Instant {
    Instant(seconds: origin.seconds + number * Int(desk.interval))
  }

  /// The first interval that counts, and how many there are.
  package var intervals: Range<Int> {
    let last = Int((desk.end / desk.interval).rounded(.up))
    return min(Int(desk.warmUp / desk.interval), last)..<last
  }
}
