package import Diagnostics
package import ServiceTime

/// How many contacts are expected, by interval and channel.
package struct Demand: Sendable {
  /// The length of every interval (unit: s; ≥ 60).
  package let intervalSeconds: Int
  /// The channels in the order of their first appearance, each with its intervals by time.
  package let channels: [ChannelDemand]

  /// The expected contacts of one channel.
  package struct ChannelDemand: Sendable {
    /// The channel's name.
    package let channel: String
    /// Where the file first names it.
    package let place: SourceRange?
    /// Its intervals, without gaps between the first and the last.
    package let intervals: [Interval]
  }

  /// What is expected in one interval.
  package struct Interval: Sendable {
    /// When it begins.
    package let start: Instant
    /// When it begins, as written in the file.
    package let written: String
    /// The expected contacts (≥ 0).
    package var contacts: Double
    /// The work they bring where the file says so (unit: agent-seconds), else nil.
    package var work: Double?
    /// The line of the file; nil for an interval that the file leaves out.
    package let row: Int?
  }
}
