import Diagnostics
import Queueing
import ServiceTime
import Standards

extension Sizing.Basis {
  /// Sizes a channel whose answers may come later: the least capacity that meets every deadline.
  ///
  /// Everything happens on the axis of opening time, on which a night has no length: its mail is
  /// visible at opening and due so much later. A message is visible after the channel's intake
  /// delay, at worst, and answered when its handling ends. Deadlines are met for every message, not
  /// only for the share promised.
  ///
  /// - Parameter repeats: Whether the span repeats, so that its last mail waits at its start.
  func sizeDeferred(
    repeats: Bool, _ diagnostics: inout Diagnostics
  ) throws -> StaffingPlan.Channel {
    let target = Double(promise.within.seconds)
    let delay = promise.channel.intakeDelay?.seconds ?? 0
    if let longest = handling.max(), longest > target {
      diagnostics.warning(
        "plan.long-handling",
        "handling on '\(promise.channel.name)' takes \(TimeSpan(seconds: Int(longest))), longer than "
          + "the \(promise.within) promised: no number of people keeps that for a single message",
        at: nil)
    }
    let axis = OpeningAxis(promise.hours, origin: intervals[0].start)
    let end = intervals[intervals.count - 1].start.seconds + length
    let span = axis.position(of: end)
    var visible: [WorkCurve.Parcel] = []
    var due: [WorkCurve.Parcel] = []
    var dueLater = 0.0
    for index in intervals.indices where load(index) > 0 {
      let start = intervals[index].start.seconds
      let cuts = axis.cuts(from: start, to: start + length, delay: delay)
      for (from, to) in zip(cuts, cuts.dropFirst()) {
        let part = Double(to - from) / Double(length)
        let work = intervals[index].contacts * handling[index] * part
        let deadline = (axis.position(of: from) + target, axis.position(of: to) + target)
        visible.append(
          .init(
            from: axis.position(of: from + delay), to: axis.position(of: to + delay), work: work))
        due.append(.init(from: deadline.0, to: deadline.1, work: work))
        if deadline.1 > span { dueLater += intervals[index].contacts * part }
      }
    }
    var grid = [0.0]
    for interval in intervals { grid.append(axis.position(of: interval.start.seconds + length)) }
    let cycles = repeats && span > 0 ? 1 + Int((target / span).rounded(.up)) : 0
    let oneGrid = grid.dropFirst()
    let (oneVisible, oneDue) = (visible, due)
    for cycle in 0..<cycles {
      let shift = Double(cycle + 1) * span
      grid += oneGrid.map { $0 + shift }
      visible += oneVisible.map { .init(from: $0.from + shift, to: $0.to + shift, work: $0.work) }
      due += oneDue.map { .init(from: $0.from + shift, to: $0.to + shift, work: $0.work) }
    }
    // The last deadlines lie beyond the span: the grid goes on until all of them are met.
    let last = max(grid.last ?? 0, due.map(\.to).max() ?? 0, visible.map(\.to).max() ?? 0)
    while let end = grid.last, end < last { grid.append(end + Double(length)) }

    let work = try DeferredWork(
      grid: grid, arrivals: try WorkCurve(parcels: visible), deadlines: try WorkCurve(parcels: due),
      efficiency: cap)
    let outcome = work.leastPeople().intervals[(cycles * intervals.count)...]
    let results = zip(intervals.indices, outcome).map { index, outcome in
      result(
        index, formula: outcome.people,
        serviceLevel: intervals[index].contacts > 0 ? outcome.inTimeShare : nil,
        // The pool works at no more than the cap: its share of what it could do, times that.
        occupancy: outcome.people > 0 ? outcome.occupancy : nil)
    }
    return StaffingPlan.Channel(
      promise: promise, intervals: results, contactsWhileClosed: 0,
      contactsDueLater: repeats ? 0 : dueLater)
  }
}

/// Opening time as a line: nights and holidays have no length on it.
private struct OpeningAxis {
  private let hours: OpeningHours
  private let origin: Instant

  init(_ hours: OpeningHours, origin: Instant) {
    self.hours = hours
    self.origin = origin
  }

  /// The open seconds between the origin and a moment (epoch s) after it.
  func position(of second: Int) -> Double {
    Double(hours.elapsed(from: origin, to: Instant(seconds: second)))
  }

  /// The ends of a stretch and the moments in it at which the desk opens or closes, for what
  /// arrives then or `delay` later: between neighbours the axis is straight for both.
  func cuts(from start: Int, to end: Int, delay: Int) -> [Int] {
    var cuts: Set<Int> = [start, end]
    let reach = hours.openIntervals(
      from: Instant(seconds: start), to: Instant(seconds: end + delay))
    for interval in reach {
      for edge in [interval.lowerBound, interval.upperBound] {
        for moment in [edge, edge - delay] where moment > start && moment < end {
          cuts.insert(moment)
        }
      }
    }
    return cuts.sorted()
  }
}
