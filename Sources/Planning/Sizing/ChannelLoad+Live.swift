import Diagnostics
import Queueing
import ServiceTime
import Standards

extension ChannelLoad {
  /// Sizes a channel on which customers wait on the line, each interval on its own, by Erlang C.
  ///
  /// Where a person leads several conversations at once, Erlang C counts conversations; people are
  /// those divided by how many one leads. Nobody is put on while the line is closed; in an interval
  /// that is open in part, contacts come as often as in one that is open throughout.
  ///
  /// - Returns: nil after reporting a promise that Erlang C cannot keep.
  func sizeLive(_ diagnostics: inout Diagnostics) throws(QueueError) -> StaffingPlan.Channel? {
    guard promise.share < .all else {
      diagnostics.error(
        "plan.share-of-all",
        "'\(promise.standard)' promises \(promise.within) to 100% of the contacts on "
          + "'\(promise.channel.name)'", at: promise.place,
        notes: [
          .init("calls come at random, so however many people there are, one may wait longer")
        ],
        fixIt: "write a share that can be kept, such as share: 95%")
      return nil
    }
    var results: [StaffingPlan.Interval] = []
    for index in intervals.indices {
      let contacts = intervals[index].contacts
      if contacts > 0, openShare(index) > 0 {
        results.append(try sizeLive(index))
      } else {
        results.append(
          result(index, formula: 0, serviceLevel: contacts > 0 ? 0 : nil, occupancy: nil))
      }
    }
    return StaffingPlan.Channel(
      promise: promise, intervals: results, contactsWhileClosed: contactsWhileClosed,
      contactsDueLater: 0)
  }

  private func sizeLive(_ index: Int) throws(QueueError) -> StaffingPlan.Interval {
    let atOnce = promise.channel.atOnce
    let within = Double(promise.within.seconds)
    let load = try OfferedLoad(
      arrivals: intervals[index].contacts, perSeconds: Double(length),
      handleSeconds: handling[index])
    let least = try ErlangC.leastAgents(
      load: load, handleSeconds: handling[index], serviceLevel: promise.share.fraction,
      withinSeconds: within, occupancyAtMost: cap < 1 ? cap : nil)
    let people = (least.chosen.agents + atOnce - 1) / atOnce
    let reached = try ErlangC.Performance(
      load: load, agents: people * atOnce, handleSeconds: handling[index])
    return result(
      index, formula: people, serviceLevel: try reached.serviceLevel(withinSeconds: within),
      occupancy: reached.occupancy)
  }
}
