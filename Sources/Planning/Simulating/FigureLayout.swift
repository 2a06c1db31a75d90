import ServiceTime
import Simulation
import Standards

/// Where figures stand in the row of numbers that a replication gives, and how a row is made.
struct FigureLayout: Sendable {
  private let promises: [[(type: Int, clock: Int)]]
  /// For each promise, which days make a period, as numbers from 0.
  private let periods: [[Int]]
  private let promised: [Double]
  private let channels: [[Int]]
  /// The intervals of each day that counts.
  private let dayIntervals: [Range<Int>]
  private let intervals: Range<Int>
  private let hasIntervals: Bool

  init(_ model: DeskModel, hasIntervals: Bool) {
    promises = model.promises.map(\.clocks)
    let dates = model.dates
    periods = model.promises.map { promise in
      Self.numbered(dates.map { promise.period.key(of: $0) })
    }
    promised = model.promises.map(\.share.fraction)
    channels = model.channels.map(\.types)
    dayIntervals = model.dayIntervals
    intervals = model.intervals
    self.hasIntervals = hasIntervals
  }

  /// Numbers from 0 for keys that come in runs.
  private static func numbered(_ keys: [Int]) -> [Int] {
    var numbers: [Int] = []
    for (place, key) in keys.enumerated() {
      let last = numbers.last ?? 0
      numbers.append(place > 0 && keys[place - 1] != key ? last + 1 : last)
    }
    return numbers
  }

  // MARK: - Places

  private var days: Int { dayIntervals.count }
  private var perPromise: Int { PromiseFigure.allCases.count + 2 * days }
  private var firstPromise: Int { TeamFigure.allCases.count }
  private var firstChannel: Int { firstPromise + promises.count * perPromise }
  private var firstInterval: Int { firstChannel + channels.count * ChannelFigure.allCases.count }
  private var perInterval: Int {
    2 + channels.count * IntervalFigure.allCases.count + 2 * promises.count
  }

  func place(of figure: PromiseFigure, promise: Int) -> Int {
    firstPromise + promise * perPromise + figure.rawValue
  }

  /// Decided; kept stands behind it.
  func place(ofDay day: Int, promise: Int) -> Int {
    firstPromise + promise * perPromise + PromiseFigure.allCases.count + 2 * day
  }

  func place(of figure: ChannelFigure, channel: Int) -> Int {
    firstChannel + channel * ChannelFigure.allCases.count + figure.rawValue
  }

  /// Time available; time worked stands behind it.
  func place(ofInterval interval: Int) -> Int {
    hasIntervals ? firstInterval + (interval - intervals.lowerBound) * perInterval : .max
  }

  func place(of figure: IntervalFigure, channel: Int, interval: Int) -> Int {
    guard hasIntervals else { return .max }
    return place(ofInterval: interval) + 2 + channel * IntervalFigure.allCases.count
      + figure.rawValue
  }

  /// Decided; kept stands behind it.
  func place(ofInterval interval: Int, promise: Int) -> Int {
    guard hasIntervals else { return .max }
    return place(ofInterval: interval) + 2 + channels.count * IntervalFigure.allCases.count
      + 2 * promise
  }

  // MARK: - A row

  /// The figures of a replication, in the order of the places.
  func row(of tally: DeskTally) -> [Double] {
    var row: [Double] = []
    row.reserveCapacity(firstInterval + (hasIntervals ? intervals.count * perInterval : 0))
    let times = tally.times
    row += [
      tally.occupancy, times.worked, times.onDuty, times.available, times.interrupted,
      times.inMeetings, times.overtime, tally.queueLength,
    ]
    for promise in promises.indices { add(promise, tally, to: &row) }
    for channel in channels { add(channel, tally, to: &row) }
    guard hasIntervals else { return row }
    for interval in intervals { add(interval: interval, tally, to: &row) }
    return row
  }

  private func add(_ promise: Int, _ tally: DeskTally, to row: inout [Double]) {
    let clocks = promises[promise].map { tally.types[$0.type].clocks[$0.clock] }
    var byDay = [(decided: Int, kept: Int)](repeating: (0, 0), count: days)
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
    func percentile(_ share: Double) -> Double {
      stopped > 0 ? waits.percentile(share, zeros: stopped - waits.count) : .nan
    }
    var byPeriod = [(decided: Int, kept: Int)](
      repeating: (0, 0), count: (periods[promise].last ?? 0) + 1)
    for (day, count) in zip(periods[promise], byDay) {
      byPeriod[day].decided += count.decided
      byPeriod[day].kept += count.kept
    }
    let share = promised[promise]
    row += [
      Double(decided), Double(kept) / Double(decided), Self.missed(byDay, share),
      Self.missed(byPeriod, share), total / Double(stopped), percentile(0.5), percentile(0.9),
      percentile(0.95), Double(beyond) / Double(decided), Double(gaveUp) / Double(decided),
    ]
    for day in byDay { row += [Double(day.decided), Double(day.kept)] }
  }

  /// The share of stretches of time that kept less than promised, of those with a measurement.
  private static func missed(_ counts: [(decided: Int, kept: Int)], _ share: Double) -> Double {
    let known = counts.filter { $0.decided > 0 }
    // Counts are compared, not rounded shares; the margin is for 0.95 being no binary fraction.
    let missed = known.count { Double($0.kept) < share * Double($0.decided) - 1e-9 }
    return Double(missed) / Double(known.count)
  }

  private func add(_ channel: [Int], _ tally: DeskTally, to row: inout [Double]) {
    let types = channel.map { tally.types[$0] }
    func sum(_ count: (DeskTally.OfType) -> Int) -> Double {
      Double(types.reduce(0) { $0 + count($1) })
    }
    let arrived = sum(\.arrived)
    let begun = sum(\.begun)
    let known = begun + sum(\.leftUnbegun)
    row += [
      arrived, sum(\.abandoned) / arrived, sum { $0.waits.count } / known,
      types.reduce(0) { $0 + $1.waited } / known, sum(\.touches) / begun,
      sum(\.transferred) / arrived, sum(\.handedOver) / arrived, sum(\.lost) / arrived,
      sum(\.reopened) / arrived, sum(\.closed) / arrived, sum(\.open), sum(\.calledBack),
    ]
  }

  private func add(interval: Int, _ tally: DeskTally, to row: inout [Double]) {
    let times = tally.timesByInterval
    row +=
      times.indices.contains(interval)
      ? [times[interval].available, times[interval].worked] : [0, 0]
    for channel in channels {
      var (arrived, delayed, abandoned, waiting, open, waited) = (0, 0, 0, 0, 0, 0.0)
      for type in channel where tally.types[type].intervals.indices.contains(interval) {
        let count = tally.types[type].intervals[interval]
        arrived += Int(count.arrived)
        delayed += Int(count.delayed)
        abandoned += Int(count.abandoned)
        waiting += Int(count.waiting)
        open += Int(count.open)
        waited += count.waited
      }
      row += [
        Double(arrived), Double(delayed), Double(abandoned), waited, Double(waiting), Double(open),
      ]
    }
    for promise in promises {
      var (decided, kept) = (0, 0)
      for place in promise {
        let clock = tally.types[place.type].clocks[place.clock]
        guard clock.intervals.indices.contains(interval) else { continue }
        decided += Int(clock.intervals[interval].decided)
        kept += Int(clock.intervals[interval].kept)
      }
      row += [Double(decided), Double(kept)]
    }
  }
}

extension PromisePeriod {
  /// A number that is the same for days of one period, and another for the next.
  fileprivate func key(of date: CivilDate) -> Int {
    switch self {
    case .day: date.daysSince1970
    // 1970-01-05 was a Monday.
    case .week: (date.daysSince1970 - 4 + 7 * 102_738) / 7
    case .month: date.year * 12 + date.month
    }
  }
}
