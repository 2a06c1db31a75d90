extension DeferredWork {
  /// What happens in one interval of the grid.
  public struct Interval: Hashable, Sendable {
    /// People on duty.
    public let people: Int
    /// People the smoothest path would need if people could be divided.
    public let fluidPeople: Double
    /// Work that became visible (unit: agent-seconds). A jump at a boundary belongs to the first
    /// interval after it that has any length.
    public let arrived: Double
    /// Work done (unit: agent-seconds).
    public let workDone: Double
    /// The share of `arrived` that is done by its deadline; 1 when nothing arrived. Work due after
    /// the grid ends counts as done in time.
    public let inTimeShare: Double
    /// The share of their time on duty that people spent on this work (`0...efficiency`); 0 when
    /// nobody is on duty.
    public let occupancy: Double
    /// Work visible and not yet done at the end (unit: agent-seconds); what jumps in at that very
    /// moment belongs to the next interval.
    public let backlog: Double
  }

  /// Works out what any schedule leads to, also one that misses deadlines.
  ///
  /// - Parameter people: People on duty in each interval of the grid (≥ 0).
  /// - Returns: What happens in each interval.
  /// - Throws: ``DeferredWorkError/people(_:)`` when there are not as many numbers as intervals, or
  ///   one is negative; ``DeferredWorkError/tooManyPeople(_:)``.
  /// - Complexity: O(M) with M points in the grid and both curves.
  public func outcome(people: [Int]) throws(DeferredWorkError) -> [Interval] {
    guard people.count == timeline.intervals else {
      throw .people("\(people.count) numbers of people do not fit \(timeline.intervals) intervals")
    }
    for count in people {
      guard count >= 0 else { throw .people("people must be zero or more, not \(count)") }
      guard count <= QueueError.mostAgents else { throw .tooManyPeople(Double(count)) }
    }
    return intervals(people: people)
  }

  /// The same for numbers known to fit.
  func intervals(people: [Int]) -> [Interval] {
    let fluid = fluidPeople()
    var done = [0.0]
    var late = LateWork(tolerance: timeline.tolerance)
    for k in people.indices {
      let rate = Double(people[k]) * efficiency
      let moments = timeline.moments(of: k)
      var work = done[k]
      for moment in moments.lowerBound..<moments.upperBound {
        work = follow(work, rate: rate, from: moment, into: &late)
      }
      done.append(work)
    }

    var lateParts = late.parts[...]
    // What arrived before the grid belongs to the first interval that has any length.
    var from = 0.0
    return people.indices.map { k in
      let to = timeline.visibleBefore[timeline.boundary[k + 1]]
      let length = timeline.length(of: k)
      let arrived = length > 0 ? max(0, to - from) : 0
      var lateWork = 0.0
      while let part = lateParts.first, arrived > 0 {
        lateWork += max(0, min(part.to, to) - max(part.from, from))
        if part.to > to { break }
        lateParts.removeFirst()
      }
      if length > 0 { from = to }
      let onDuty = Double(people[k]) * length
      let workDone = done[k + 1] - done[k]
      return Interval(
        people: people[k], fluidPeople: fluid[k], arrived: arrived, workDone: workDone,
        inTimeShare: arrived > 0 ? max(0, 1 - lateWork / arrived) : 1,
        occupancy: onDuty > 0 ? min(efficiency, workDone / onDuty) : 0,
        backlog: max(0, to - done[k + 1]))
    }
  }

  /// Goes on to the next moment and notes what misses its deadline on the way.
  private func follow(
    _ work: Double, rate: Double, from moment: Int, into late: inout LateWork
  ) -> Double {
    let next = moment + 1
    let length = timeline.seconds[next] - timeline.seconds[moment]
    let end = timeline.advance(work, rate: rate, from: moment)
    let (dueAtStart, dueAtEnd) = (timeline.due[moment], timeline.dueBefore[next])
    // The work done bends once, where the pool has caught up with what is visible.
    let backlog = timeline.visible[moment] - work
    let arriving = (timeline.visibleBefore[next] - timeline.visible[moment]) / length
    let bend = rate > arriving ? backlog / (rate - arriving) : length
    if bend > 0, bend < length {
      let atBend = work + rate * bend
      let dueAtBend = dueAtStart + (dueAtEnd - dueAtStart) * (bend / length)
      late.note(done: (work, atBend), due: (dueAtStart, dueAtBend))
      late.note(done: (atBend, end), due: (dueAtBend, dueAtEnd))
    } else {
      late.note(done: (work, end), due: (dueAtStart, dueAtEnd))
    }
    late.note(done: (end, end), due: (dueAtEnd, timeline.due[next]))
    return end
  }
}

/// Which parts of the work, counted in order of arrival, miss their deadlines: all between the
/// work done and the work due, at any moment at which less is done than due.
private struct LateWork {
  let tolerance: Double
  private(set) var parts: [(from: Double, to: Double)] = []

  init(tolerance: Double) { self.tolerance = tolerance }

  /// Notes a stretch over which both amounts go straight from the first to the second value.
  mutating func note(done: (Double, Double), due: (Double, Double)) {
    let (first, last) = (due.0 - done.0, due.1 - done.1)
    guard first > tolerance || last > tolerance else { return }
    // Where the two meet, if they do.
    let meeting = done.0 + (done.1 - done.0) * (first / (first - last))
    let from = first > tolerance ? done.0 : meeting
    let to = last > tolerance ? due.1 : meeting
    if let previous = parts.last, from <= previous.to {
      parts[parts.count - 1].to = max(previous.to, to)
    } else {
      parts.append((from, to))
    }
  }
}
