package import Diagnostics
import Queueing
import ServiceTime
package import Standards

/// Finds how many people the promises of a catalogue take.
///
/// *Counted* is what a spreadsheet says: contacts × handling time ÷ time. *Formula* keeps the promise
/// on paper: Erlang C where customers wait on the line, the least capacity that meets every deadline
/// on the calendar where they do not. Both are people on duty; ``Workload/rostered(onDuty:)`` adds
/// who is away.
package enum Sizing {
  /// The largest number of contacts or people that a result may hold, far beyond any desk.
  private static let most = 10_000_000.0

  /// Sizes every channel of the demand.
  ///
  /// - Parameters:
  ///   - repeats: Whether the demand's span repeats: what is left at its end waits at its start.
  ///   - places: Where the demand names each channel, for reports.
  /// - Returns: The plan, or nil after reporting what it lacks.
  /// - Complexity: O(n log n) for n intervals, besides the steps of Erlang C, one an agent.
  package static func plan(
    _ demand: Demand, catalogue: Catalogue, workload: Workload, repeats: Bool = false,
    into diagnostics: inout Diagnostics
  ) -> StaffingPlan? {
    var channels: [StaffingPlan.Channel] = []
    for channel in demand.channels {
      guard
        let promise = ChannelPromise.find(
          for: channel.channel, in: catalogue, at: channel.place, &diagnostics)
      else { continue }
      guard let basis = Basis(channel, demand.intervalSeconds, promise, workload, &diagnostics)
      else { continue }
      do {
        switch promise.channel.kind {
        case .live: channels.append(try basis.sizeLive())
        case .deferred: channels.append(try basis.sizeDeferred(repeats: repeats, &diagnostics))
        }
      } catch {
        diagnostics.error(
          "plan.no-answer", "channel '\(channel.channel)': \(error)", at: channel.place)
      }
    }
    guard !diagnostics.hasErrors else { return nil }
    return StaffingPlan(
      intervalSeconds: demand.intervalSeconds, channels: channels, workload: workload)
  }

  /// One channel's demand with handling times, ready to be sized.
  struct Basis {
    let promise: ChannelPromise
    let intervals: [Demand.Interval]
    /// Handling time in each interval (unit: s).
    let handling: [Double]
    let length: Int
    let cap: Double

    init?(
      _ demand: Demand.ChannelDemand, _ length: Int, _ promise: ChannelPromise,
      _ workload: Workload, _ diagnostics: inout Diagnostics
    ) {
      let usual = workload.channel(named: demand.channel)?.handlingTime.map { Double($0.seconds) }
      var handling: [Double] = []
      for interval in demand.intervals {
        if let work = interval.work, interval.contacts > 0 {
          handling.append(work / interval.contacts)
        } else if let usual {
          handling.append(usual)
        } else if interval.contacts == 0 {
          handling.append(0)
        } else {
          diagnostics.error(
            "plan.no-handling-time",
            "nothing says how long handling takes on '\(demand.channel)'", at: demand.place,
            fixIt: "give a --workload with channels: {\(demand.channel): {handling-time: 5 min}}, "
              + "or a column aht_s")
          return nil
        }
      }
      self.promise = promise
      intervals = demand.intervals
      self.handling = handling
      self.length = length
      cap = workload.occupancyAtMost(on: demand.channel)?.fraction ?? 1
    }

    /// The interval's load (unit: erlangs).
    func load(_ index: Int) -> Double {
      intervals[index].contacts * handling[index] / Double(length)
    }

    /// People by counting: so much work, done by people who each lead so many conversations.
    func counted(_ index: Int) -> Int {
      // The margin keeps a load that is whole but for rounding from needing one person more.
      Int((load(index) / Double(promise.channel.atOnce) - 1e-9).rounded(.up))
    }

    /// The open time of an interval (unit: s).
    func openSeconds(_ index: Int) -> Int {
      let start = intervals[index].start
      return promise.hours.elapsed(from: start, to: Instant(seconds: start.seconds + length))
    }

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
}
