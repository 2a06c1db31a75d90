import Simulation

// What a replication gives: each figure as an amount and of how much, so that those of all replications
// can be divided by each other.
extension FigureLayout {
  /// The figures of a replication, in the order of the places, and the times of each promise.
  func findings(_ tally: DeskTally) -> Findings {
    var found = Findings()
    found.figures.reserveCapacity(count)
    let times = tally.times
    let (before, after) = (
      open(tally, after: intervals.lowerBound - 1), open(tally, after: intervals.upperBound - 1)
    )
    found.figures += TeamFigure.allCases.map { figure in
      switch figure {
      case .occupancy: Ratio(times.worked, of: times.available)
      case .worked: Ratio(times.worked)
      case .onDuty: Ratio(times.onDuty)
      case .available: Ratio(times.available)
      case .interrupted: Ratio(times.interrupted)
      case .inMeetings: Ratio(times.inMeetings)
      case .overtime: Ratio(times.overtime)
      case .queueLength: Ratio(tally.queueLength)
      case .openAtStart: Ratio(before)
      case .openAtEnd: Ratio(after)
      case .openGrown: Ratio(after - before)
      }
    }
    for promise in promises.indices { add(promise, tally, to: &found) }
    for channel in channels { add(channel, tally, to: &found.figures) }
    for day in dayIntervals { add(day: day, tally, to: &found.figures) }
    guard hasIntervals else { return found }
    for interval in intervals { add(interval: interval, tally, to: &found.figures) }
    return found
  }

  /// Contacts open at the end of an interval; before the first, what waits when the run begins.
  private func open(_ tally: DeskTally, after interval: Int) -> Double {
    tally.types.enumerated().reduce(0) { sum, type in
      let all = type.element.intervals
      let there = all.indices.contains(interval) ? all[interval].open : backlog[type.offset]
      return sum + Double(there)
    }
  }

  /// Measurements that are decided, and those kept.
  private struct Counts {
    var decided = 0
    var kept = 0

    /// Whether fewer than promised were kept.
    func isMissed(_ share: Double) -> Bool {
      // Counts are compared, not rounded shares; the margin is for 0.95 being no binary fraction.
      Double(kept) < share * Double(decided) - 1e-9
    }

    static func + (left: Counts, right: Counts) -> Counts {
      Counts(decided: left.decided + right.decided, kept: left.kept + right.kept)
    }
  }

  private func add(_ promise: Int, _ tally: DeskTally, to found: inout Findings) {
    let clocks = promises[promise].map { tally.types[$0.type].clocks[$0.clock] }
    var byDay = [Counts](repeating: Counts(), count: days)
    var (decided, kept, gaveUp, beyond, stopped, total) = (0, 0, 0, 0, 0, 0.0)
    var waits = TimeHistogram()
    for clock in clocks {
      decided += clock.decided
      kept += clock.kept
      gaveUp += clock.gaveUp
      beyond += clock.beyondLongest
      stopped += clock.stopped
      total += clock.total
      if clocks.count > 1 { waits.add(clock.times) } else { waits = clock.times }
      for (day, intervals) in dayIntervals.enumerated() {
        for count in clock.intervals[intervals.clamped(to: clock.intervals.indices)] {
          byDay[day].decided += count.decided
          byDay[day].kept += count.kept
        }
      }
    }
    var byPeriod = [Counts](repeating: Counts(), count: (periods[promise].last ?? 0) + 1)
    for (period, count) in zip(periods[promise], byDay) {
      byPeriod[period] = byPeriod[period] + count
    }
    let share = promised[promise]
    found.figures += PromiseFigure.allCases.map { figure in
      switch figure {
      case .decided: Ratio(Double(decided))
      case .kept: Self.ratio(kept, of: decided)
      case .daysMissed: Self.missed(byDay, share)
      case .periodsMissed: Self.missed(byPeriod, share)
      case .mean: Ratio(total, of: Double(stopped))
      // Read from the times of all replications.
      case .p50, .p90, .p95: Ratio(.nan)
      case .beyondLongest: Self.ratio(beyond, of: decided)
      case .gaveUp: Self.ratio(gaveUp, of: decided)
      }
    }
    for day in byDay {
      found.figures += [Self.ratio(day.kept, of: day.decided), Self.missed([day], share)]
    }
    found.times.append(TimeHistogram(waits, zeros: stopped - waits.count))
  }

  private static func ratio(_ amount: Int, of whole: Int) -> Ratio {
    Ratio(Double(amount), of: Double(whole))
  }

  /// The stretches of time that kept less than promised, of those with a measurement.
  private static func missed(_ counts: [Counts], _ share: Double) -> Ratio {
    let known = counts.filter { $0.decided > 0 }
    return ratio(known.count { $0.isMissed(share) }, of: known.count)
  }

  private func add(_ channel: [Int], _ tally: DeskTally, to row: inout [Ratio]) {
    let types = channel.map { tally.types[$0] }
    func sum(_ count: (DeskTally.OfType) -> Int) -> Double {
      Double(types.reduce(0) { $0 + count($1) })
    }
    let (arrived, begun) = (sum(\.arrived), sum(\.begun))
    let known = begun + sum(\.leftUnbegun)
    row += ChannelFigure.allCases.map { figure in
      switch figure {
      case .arrived: Ratio(arrived)
      case .abandonment: Ratio(sum(\.abandoned), of: arrived)
      case .waited: Ratio(sum { $0.waits.count }, of: known)
      case .meanWait: Ratio(types.reduce(0) { $0 + $1.waited }, of: known)
      case .touches: Ratio(sum(\.touches), of: begun)
      case .transferred: Ratio(sum(\.transferred), of: arrived)
      case .handedOver: Ratio(sum(\.handedOver), of: arrived)
      case .lost: Ratio(sum(\.lost), of: arrived)
      case .reopened: Ratio(sum(\.reopened), of: arrived)
      case .closed: Ratio(sum(\.closed), of: arrived)
      case .open: Ratio(sum(\.open))
      case .calledBack: Ratio(sum(\.calledBack))
      }
    }
  }

  private func add(day: Range<Int>, _ tally: DeskTally, to row: inout [Ratio]) {
    let times = tally.timesByInterval[day.clamped(to: tally.timesByInterval.indices)]
    let available = times.reduce(0) { $0 + $1.available }
    row += [Ratio(available), Ratio(times.reduce(0) { $0 + $1.worked }, of: available)]
    for channel in channels {
      let all = channel.flatMap { type in
        let intervals = tally.types[type].intervals
        return intervals[day.clamped(to: intervals.indices)]
      }
      func sum(_ count: (DeskTally.OfInterval) -> Int) -> Double {
        Double(all.reduce(0) { $0 + count($1) })
      }
      let arrived = sum(\.arrived)
      let known = sum(\.begun) + sum(\.leftUnbegun)
      let open = channel.reduce(0) { sum, type in
        let intervals = tally.types[type].intervals
        let last = day.upperBound - 1
        return sum + (intervals.indices.contains(last) ? intervals[last].open : 0)
      }
      row += DayFigure.allCases.map { figure in
        switch figure {
        case .arrived: Ratio(arrived)
        case .abandonment: Ratio(sum(\.abandoned), of: arrived)
        case .waited: Ratio(sum(\.delayed), of: known)
        case .meanWait: Ratio(all.reduce(0) { $0 + $1.waited }, of: known)
        case .touches: Ratio(sum(\.touches), of: sum(\.begun))
        case .handedOver: Ratio(sum(\.handedOver), of: arrived)
        case .open: Ratio(Double(open))
        }
      }
    }
  }

  private func add(interval: Int, _ tally: DeskTally, to row: inout [Ratio]) {
    let times = tally.timesByInterval
    let (worked, available) =
      times.indices.contains(interval)
      ? (times[interval].worked, times[interval].available) : (0, 0)
    row += [Ratio(available), Ratio(worked, of: available)]
    for channel in channels {
      var (arrived, known, delayed, abandoned, waiting, open, waited) = (0, 0, 0, 0, 0, 0, 0.0)
      for type in channel where tally.types[type].intervals.indices.contains(interval) {
        let count = tally.types[type].intervals[interval]
        arrived += count.arrived
        known += count.begun + count.leftUnbegun
        delayed += count.delayed
        abandoned += count.abandoned
        waiting += count.waiting
        open += count.open
        waited += count.waited
      }
      row += IntervalFigure.allCases.map { figure in
        switch figure {
        case .arrived: Ratio(Double(arrived))
        case .delayed: Ratio(Double(delayed))
        case .abandoned: Ratio(Double(abandoned))
        case .meanWait: Ratio(waited, of: Double(known))
        case .waiting: Ratio(Double(waiting))
        case .open: Ratio(Double(open))
        }
      }
    }
    for promise in promises {
      var count = Counts()
      for place in promise {
        let clock = tally.types[place.type].clocks[place.clock]
        guard clock.intervals.indices.contains(interval) else { continue }
        count.decided += clock.intervals[interval].decided
        count.kept += clock.intervals[interval].kept
      }
      row += [Ratio(Double(count.decided)), Self.ratio(count.kept, of: count.decided)]
    }
  }
}
