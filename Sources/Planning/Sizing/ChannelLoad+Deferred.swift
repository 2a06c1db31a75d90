import Diagnostics
import Queueing
import ServiceTime
import Standards

extension ChannelLoad {
  /// Sizes a channel whose answers may come later: the least capacity that meets every deadline.
  ///
  /// A message is visible after the channel's intake delay, at worst, and answered when its handling
  /// ends. Deadlines are met for every message, not only for the share promised.
  ///
  /// - Parameters:
  ///   - repeats: Whether the span repeats, so that its last mail waits at its start.
  ///   - diagnostics: Where it is reported that nobody could keep the promise.
  /// - Returns: nil after such a report.
  /// - Throws: `DeferredWorkError` for numbers beyond all measure.
  func sizeDeferred(
    repeats: Bool, _ diagnostics: inout Diagnostics
  ) throws -> StaffingPlan.Channel? {
    guard checkDelay(&diagnostics) else { return nil }
    warnOfLongHandling(&diagnostics)
    let demand = DeferredDemand(self)
    guard !repeats || checkOpening(demand, &diagnostics) else { return nil }
    let outcome: [DeferredWork.Interval]?
    if repeats, demand.span > 0 {
      outcome = try repeatedOutcome(demand, &diagnostics)
    } else {
      outcome = try demand.work(step: Double(length), efficiency: cap).leastPeople().intervals
    }
    guard let outcome else { return nil }
    let results = zip(intervals.indices, outcome).map { index, outcome in
      result(
        index, formula: outcome.people, serviceLevel: intervals[index].contacts > 0 ? 1 : nil,
        occupancy: outcome.people > 0 ? outcome.occupancy : nil)
    }
    return StaffingPlan.Channel(
      promise: promise, intervals: results, contactsWhileClosed: contactsWhileClosed,
      contactsDueLater: repeats ? 0 : demand.contactsDueLater)
  }

  /// What happens in each interval of a span that repeats for ever.
  private func repeatedOutcome(
    _ demand: DeferredDemand, _ diagnostics: inout Diagnostics
  ) throws -> [DeferredWork.Interval]? {
    let repeated = try RepeatedDemand(
      demand, within: Double(promise.within.seconds), step: Double(length), efficiency: cap)
    if let repeated { return try repeated.leastPeople() }
    diagnostics.error(
      "plan.short-span",
      "\(promise.within) of '\(promise.standard)' are too many repetitions of this demand",
      at: place, fixIt: "give the demand of a week")
    return nil
  }

  /// Whether messages can be seen before they are due.
  private func checkDelay(_ diagnostics: inout Diagnostics) -> Bool {
    guard let delay = promise.channel.intakeDelay, delay >= promise.within else { return true }
    diagnostics.error(
      "plan.intake-delay",
      "'\(promise.standard)' promises \(promise.within), but on '\(promise.channel.name)' a message "
        + "may take \(delay) until anybody can see it", at: promise.place,
      fixIt: "make 'intake-delay' shorter than 'within'")
    return false
  }

  /// Whether the desk is open at all in a span that repeats.
  private func checkOpening(_ demand: DeferredDemand, _ diagnostics: inout Diagnostics) -> Bool {
    guard demand.span == 0, !demand.due.isEmpty else { return true }
    diagnostics.error(
      "plan.never-open",
      "the demand repeats hours in which nobody answers on '\(promise.channel.name)'", at: place,
      notes: [.init("'\(promise.standard)' holds \(promise.hoursName.inWords)")],
      fixIt: "give the demand of a whole week, or leave out --repeats")
    return false
  }

  private func warnOfLongHandling(_ diagnostics: inout Diagnostics) {
    guard
      let index = intervals.indices.first(where: {
        intervals[$0].contacts > 0 && handling[$0] > Double(promise.within.seconds)
      })
    else { return }
    diagnostics.warning(
      "plan.long-handling",
      "handling on '\(promise.channel.name)' takes "
        + "\(TimeSpan(seconds: Int(handling[index].rounded()))), longer than the \(promise.within) of "
        + "'\(promise.standard)'", at: intervals[index].parts.first?.place ?? place,
      notes: [.init("the plan shares a message among several people, which real people cannot")],
      fixIt: "promise more time, or let a first answer end the wait and count only its handling")
  }
}
