import Diagnostics
import ServiceTime
import Standards

/// One channel's demand with handling times and its promise, ready to be sized.
struct ChannelLoad {
  let promise: ChannelPromise
  let intervals: [Demand.Interval]
  /// The mean handling time in each interval (unit: s); 0 without contacts if nothing says.
  let handling: [Double]
  /// The length of every interval (unit: s).
  let length: Int
  /// The largest share of their time that people may work (in 0…1, not 0).
  let cap: Double
  /// Where the demand first names the channel.
  let place: SourceRange

  /// More work at once than any desk has (unit: erlangs), refused before it takes minutes.
  private static let mostLoad = 1e6

  /// Nil after reporting that nothing says how long handling takes, or that it is beyond measure.
  init?(
    _ demand: Demand.ChannelDemand, length: Int, _ promise: ChannelPromise, _ workload: Workload,
    _ diagnostics: inout Diagnostics
  ) {
    var handling: [Double] = []
    for interval in demand.intervals {
      let contacts = interval.contacts
      guard
        let seconds =
          interval.handlingSeconds(usual: {
            workload.handlingSeconds(on: demand.channel, about: $0)
          })
          ?? (contacts > 0 ? nil : 0)
      else {
        diagnostics.error(
          "plan.no-handling-time",
          "nothing says how long handling takes on '\(demand.channel)'",
          at: interval.parts.first?.place ?? demand.place,
          fixIt:
            "give --workload a file with channels: {\(demand.channel): {handling-time: 5 min}}, "
            + "or the demand a column aht_s")
        return nil
      }
      guard contacts * seconds / Double(length) <= Self.mostLoad else {
        diagnostics.error(
          "plan.too-much",
          "this takes more than a million people on '\(demand.channel)'",
          at: interval.parts.first?.place, fixIt: "check contacts, handling time and interval")
        return nil
      }
      handling.append(seconds)
    }
    self.promise = promise
    intervals = demand.intervals
    self.handling = handling
    self.length = length
    cap = workload.occupancyAtMost(on: demand.channel)?.fraction ?? 1
    place = demand.place
  }

  /// The work that comes in an interval for each second of it (unit: erlangs).
  func load(_ index: Int) -> Double {
    intervals[index].contacts * handling[index] / Double(length)
  }

  /// People by counting: so much work, done by people who each lead so many conversations.
  func counted(_ index: Int) -> Int {
    // The margin keeps a load that is whole but for rounding from needing one person more.
    Int((load(index) / Double(promise.channel.atOnce) - 1e-9).rounded(.up))
  }

  /// The share of an interval in which the desk is open.
  func openShare(_ index: Int) -> Double {
    let start = intervals[index].start
    let open = promise.hours.elapsed(from: start, to: Instant(seconds: start.seconds + length))
    return Double(open) / Double(length)
  }

  /// Contacts that come while the desk is closed, if they come evenly within an interval.
  var contactsWhileClosed: Double {
    intervals.indices.reduce(0) { $0 + intervals[$1].contacts * (1 - openShare($1)) }
  }

  /// An interval of the plan.
  func result(
    _ index: Int, formula: Int, serviceLevel: Double?, occupancy: Double?
  ) -> StaffingPlan.Interval {
    let interval = intervals[index]
    return StaffingPlan.Interval(
      start: interval.start, written: interval.written, row: interval.row,
      contacts: interval.contacts, handlingSeconds: handling[index], load: load(index),
      counted: counted(index), formula: formula, serviceLevel: serviceLevel,
      occupancy: occupancy)
  }
}
