package import Diagnostics
package import Standards

/// Finds how many people the promises of a catalogue take.
///
/// *Counted* is what a spreadsheet says: contacts × handling time ÷ time. *Formula* keeps the promise
/// on paper: Erlang C where customers wait on the line, the least capacity that meets every deadline
/// on the calendar where they do not. Both are people on duty; ``Workload/rostered(onDuty:)`` adds
/// who is away.
package enum Sizing {
  /// Sizes every channel of the demand.
  ///
  /// - Parameters:
  ///   - demand: The contacts expected.
  ///   - catalogue: The promises.
  ///   - workload: Handling times, caps on occupancy, and who is away.
  ///   - repeats: Whether the demand's span repeats: what is left at its end waits at its start.
  ///   - diagnostics: Where everything that keeps a channel from being sized is reported.
  /// - Returns: The plan, or nil when a channel could not be sized.
  /// - Complexity: O(n log n) for n intervals, besides the steps of Erlang C, one an agent.
  package static func plan(
    _ demand: Demand, catalogue: Catalogue, workload: Workload, repeats: Bool = false,
    into diagnostics: inout Diagnostics
  ) -> StaffingPlan? {
    var channels: [StaffingPlan.Channel] = []
    for channel in demand.channels {
      guard
        let promise = ChannelPromise.find(
          for: channel.channel, in: catalogue, at: channel.place, &diagnostics),
        let load = ChannelLoad(
          channel, length: demand.intervalSeconds, promise, workload, &diagnostics),
        let sized = size(load, repeats: repeats, &diagnostics)
      else { continue }
      channels.append(sized)
    }
    guard channels.count == demand.channels.count else { return nil }
    return StaffingPlan(
      intervalSeconds: demand.intervalSeconds, zone: demand.zone, channels: channels,
      workload: workload)
  }

  private static func size(
    _ load: ChannelLoad, repeats: Bool, _ diagnostics: inout Diagnostics
  ) -> StaffingPlan.Channel? {
    do {
      switch load.promise.channel.kind {
      case .live: return try load.sizeLive(&diagnostics)
      case .deferred: return try load.sizeDeferred(repeats: repeats, &diagnostics)
      }
    } catch {
      diagnostics.error(
        "plan.no-answer", "channel '\(load.promise.channel.name)': \(error)", at: load.place)
      return nil
    }
  }
}
