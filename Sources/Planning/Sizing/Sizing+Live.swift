import Queueing
import ServiceTime
import Standards

extension Sizing.Basis {
  /// Sizes a channel on which customers wait on the line, each interval on its own, by Erlang C.
  ///
  /// Where a person leads several conversations at once, Erlang C counts conversations; people are
  /// those divided by how many one leads. Nobody is put on while the line is closed.
  func sizeLive() throws(QueueError) -> StaffingPlan.Channel {
    var results: [StaffingPlan.Interval] = []
    var whileClosed = 0.0
    let atOnce = promise.channel.atOnce
    for index in intervals.indices {
      let contacts = intervals[index].contacts
      guard openSeconds(index) > 0, load(index) > 0 else {
        if contacts > 0, openSeconds(index) == 0 { whileClosed += contacts }
        results.append(
          result(index, formula: 0, serviceLevel: contacts > 0 ? 0 : nil, occupancy: nil))
        continue
      }
      let load = try OfferedLoad(
        arrivals: contacts, perSeconds: Double(length), handleSeconds: handling[index])
      let least = try ErlangC.leastAgents(
        load: load, handleSeconds: handling[index], serviceLevel: promise.share.fraction,
        withinSeconds: Double(promise.within.seconds), occupancyAtMost: cap < 1 ? cap : nil)
      let people = (least.chosen.agents + atOnce - 1) / atOnce
      let reached = try ErlangC.Performance(
        load: load, agents: people * atOnce, handleSeconds: handling[index])
      let level = try reached.serviceLevel(withinSeconds: Double(promise.within.seconds))
      results.append(
        result(index, formula: people, serviceLevel: level, occupancy: reached.occupancy))
    }
    return StaffingPlan.Channel(
      promise: promise, intervals: results, contactsWhileClosed: whileClosed, contactsDueLater: 0)
  }
}
