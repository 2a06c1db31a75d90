package import ServiceTime

/// How many people each channel needs, interval by interval.
package struct StaffingPlan: Sendable {
  /// The length of every interval (unit: s).
  package let intervalSeconds: Int
  /// Whose clocks the days follow.
  package let zone: ZoneTable
  /// The channels, in the order of the demand.
  package let channels: [Channel]
  /// The workload that the plan rests on.
  package let workload: Workload

  /// What one channel needs.
  package struct Channel: Sendable {
    /// The promise that it is staffed for.
    package let promise: ChannelPromise
    /// Its intervals, by time.
    package let intervals: [Interval]
    /// Contacts that come while the channel is closed, if they come evenly within an interval: nobody
    /// answers them on a live channel; on a deferred one they wait for the opening.
    package let contactsWhileClosed: Double
    /// Contacts of a deferred channel that are due after the last interval.
    package let contactsDueLater: Double
  }

  /// What one interval needs.
  package struct Interval: Sendable {
    /// When it begins.
    package let start: Instant
    /// When it begins, as written in the demand; with its offset where the demand leaves it out.
    package let written: String
    /// The row of the demand; nil for an interval that the demand leaves out.
    package let row: Int?
    /// The expected contacts.
    package let contacts: Double
    /// The mean handling time (unit: s); 0 when there are no contacts and nothing says.
    package let handlingSeconds: Double
    /// Contacts × handling time ÷ length (unit: erlangs).
    package let load: Double
    /// People by counting: the load, rounded up.
    package let counted: Int
    /// People by formula, on duty.
    package let formula: Int
    /// The share of contacts answered in time with `formula` people: by Erlang C on live channels, 1 on
    /// deferred ones, whose deadlines are all met; nil without contacts.
    package let serviceLevel: Double?
    /// The share of their time that these people work; nil without people.
    package let occupancy: Double?
  }
}
