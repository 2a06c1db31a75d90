extension DeferredWork {
  /// People per interval, and what comes of them.
  public struct Plan: Hashable, Sendable {
    /// People on duty in each interval of the grid.
    public let people: [Int]
    /// What happens in each interval.
    public let intervals: [Interval]
  }

  /// Finds people for every interval such that every deadline is met: few, and spread smoothly.
  ///
  /// 1. Rounding up the steepest slope of the smoothest path in each interval is feasible: the
  ///    pool then never falls behind a path that meets every deadline.
  /// 2. From the last interval to the first, each is lowered as far as rounding down allows while
  ///    the intervals before it, at full strength, can still do what is needed. That is decided
  ///    by one number a boundary: the work that must be done by then, against the work that can
  ///    be done by then. Two rules are tried, the lower number wherever it suffices, and keeping
  ///    the number of the interval after it as long as nothing is wasted; what needs fewer hours
  ///    wins, and at equal hours the one with fewer changes.
  /// 3. The same once more, down to zero.
  ///
  /// The result meets every deadline, never exceeds ``leastConstantPeople()``, and is minimal: one
  /// person less in any one interval breaks a deadline. For when interval `k` was settled, all
  /// later ones had their final numbers and all earlier ones at least theirs. Where intervals are
  /// equally long and curves bend only at boundaries, step 2 is exact: the conditions are sums
  /// over consecutive intervals (a totally unimodular matrix), for which filling up from one end
  /// gives the least sum within the bounds.
  ///
  /// - Complexity: O(M + intervals · log people) with M points in the grid and both curves.
  public func leastPeople() -> Plan {
    let most = leastConstantPeople()
    let capped = roundedUp().map { min($0, most) }
    // Capping changes nothing but numbers that rounding lifted over a whole one.
    let start = meetsDeadlines(capped) ? capped : roundedUp()
    let floor = zip(fluidPeople(), start).map { min(Int($0), $1) }
    let zero = start.map { _ in 0 }
    let candidates = [false, true].map { inRuns in
      lowered(lowered(start, notBelow: floor, inRuns: inRuns), notBelow: zero, inRuns: false)
    }
    var best = start
    for people in candidates.reversed() where meetsDeadlines(people) {
      if cost(people) < cost(best) { best = people }
    }
    return Plan(people: best, intervals: intervals(people: best))
  }

  /// The least whole number of people who, on duty all the time, meet every deadline.
  ///
  /// - Complexity: O(M).
  public func leastConstantPeople() -> Int {
    let exact = leastConstantRate() / efficiency
    let lower = Int(exact)
    let constant = (0..<timeline.intervals).map { timeline.length(of: $0) > 0 ? lower : 0 }
    return meetsDeadlines(constant) ? lower : lower + 1
  }

  /// Whole people that are never slower than the smoothest path.
  private func roundedUp() -> [Int] {
    (0..<timeline.intervals).map { k in
      let moments = timeline.moments(of: k)
      let steepest = pace[moments.lowerBound..<moments.upperBound].max() ?? 0
      return Int((steepest / efficiency).rounded(.up))
    }
  }

  /// Staff time first, then changes.
  private func cost(_ people: [Int]) -> (seconds: Double, changes: Int) {
    var seconds = 0.0
    var changes = 0
    var last = 0
    for (k, count) in people.enumerated() where timeline.length(of: k) > 0 {
      seconds += Double(count) * timeline.length(of: k)
      if count != last { changes += 1 }
      last = count
    }
    // Sums of lengths that are not whole seconds must not decide by their rounding.
    return ((seconds * 1000).rounded(), changes)
  }

  /// Lowers the numbers from the last interval to the first while every deadline can be met.
  private func lowered(_ people: [Int], notBelow least: [Int], inRuns: Bool) -> [Int] {
    let reach = workDone(people)
    let slack = timeline.tolerance / 2
    var result = people
    var needed = timeline.due[timeline.seconds.count - 1]
    var following: Int?
    for k in people.indices.reversed() where timeline.length(of: k) > 0 {
      func suffices(_ count: Int) -> Bool {
        need(before: k, people: count, after: needed).work <= reach[k] + slack
      }
      var count = least[k]
      if !suffices(count) {
        var (tooFew, enough) = (count, people[k])
        while enough - tooFew > 1 {
          let middle = tooFew + (enough - tooFew) / 2
          if suffices(middle) { enough = middle } else { tooFew = middle }
        }
        count = enough
      }
      if inRuns, let following, count < following, following <= people[k],
        !need(before: k, people: following, after: needed).isWasteful
      {
        count = following
      }
      result[k] = count
      needed = need(before: k, people: count, after: needed).work
      following = count
    }
    return result
  }

  /// The work that must be done before interval `k` so that, with so many people in it, its
  /// deadlines are met and `after` is done by its end; infinite when that is not visible in time.
  /// Wasteful when the people could do more than has to be done in it.
  private func need(
    before k: Int, people: Int, after: Double
  ) -> (work: Double, isWasteful: Bool) {
    let rate = Double(people) * efficiency
    let moments = timeline.moments(of: k)
    var work = after
    var isWasteful = false
    for moment in (moments.lowerBound..<moments.upperBound).reversed() {
      guard work <= timeline.visibleBefore[moment + 1] + timeline.tolerance else {
        return (.infinity, false)
      }
      work -= rate * (timeline.seconds[moment + 1] - timeline.seconds[moment])
      if work < timeline.due[moment] {
        if work < timeline.due[moment] - timeline.tolerance { isWasteful = true }
        work = timeline.due[moment]
      }
    }
    return (work, isWasteful)
  }

  /// The work done by each boundary of the grid.
  private func workDone(_ people: [Int]) -> [Double] {
    var done = [0.0]
    done.reserveCapacity(people.count + 1)
    for k in people.indices {
      let rate = Double(people[k]) * efficiency
      let moments = timeline.moments(of: k)
      var work = done[k]
      for moment in moments.lowerBound..<moments.upperBound {
        work = timeline.advance(work, rate: rate, from: moment)
      }
      done.append(work)
    }
    return done
  }

  /// Whether every deadline is met.
  private func meetsDeadlines(_ people: [Int]) -> Bool {
    var work = 0.0
    for k in people.indices {
      let rate = Double(people[k]) * efficiency
      let moments = timeline.moments(of: k)
      for moment in moments.lowerBound..<moments.upperBound {
        work = timeline.advance(work, rate: rate, from: moment)
        if work < timeline.due[moment + 1] - timeline.tolerance { return false }
      }
    }
    return true
  }
}

extension DeferredTimeline {
  /// The work done by the moment after `moment`. Visible work is straight in between, so the pool
  /// either works all the time or catches up once and then keeps up.
  func advance(_ work: Double, rate: Double, from moment: Int) -> Double {
    let capacity = rate * (seconds[moment + 1] - seconds[moment])
    return min(work + capacity, visibleBefore[moment + 1])
  }
}
