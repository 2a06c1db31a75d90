import ServiceTime
import Simulation
import Standards

/// Where figures stand in the row of a replication, and of what they are made.
struct FigureLayout: Sendable {
  let promises: [[(type: Int, clock: Int)]]
  /// For each promise, which days make a period, as numbers from 0.
  let periods: [[Int]]
  let promised: [Double]
  let channels: [[Int]]
  /// The intervals of each day that counts.
  let dayIntervals: [Range<Int>]
  let intervals: Range<Int>
  let hasIntervals: Bool
  /// Contacts of each type that wait when the run begins.
  let backlog: [Int]

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
    backlog = model.desk.backlog
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

  var days: Int { dayIntervals.count }
  private var perPromise: Int { PromiseFigure.allCases.count + 2 * days }
  private var firstPromise: Int { TeamFigure.allCases.count }
  private var firstChannel: Int { firstPromise + promises.count * perPromise }
  private var firstDay: Int { firstChannel + channels.count * ChannelFigure.allCases.count }
  private var perDay: Int { 2 + channels.count * DayFigure.allCases.count }
  private var firstInterval: Int { firstDay + days * perDay }
  private var perInterval: Int {
    2 + channels.count * IntervalFigure.allCases.count + 2 * promises.count
  }
  /// How many figures a row has.
  var count: Int { firstInterval + (hasIntervals ? intervals.count * perInterval : 0) }

  func place(of figure: PromiseFigure, promise: Int) -> Int {
    firstPromise + promise * perPromise + figure.rawValue
  }

  /// The share kept on a day; whether the day misses the promise stands behind it.
  func place(ofDay day: Int, promise: Int) -> Int {
    firstPromise + promise * perPromise + PromiseFigure.allCases.count + 2 * day
  }

  /// Time available on a day; the share of it worked stands behind it.
  func place(ofDay day: Int) -> Int { firstDay + day * perDay }

  func place(of figure: DayFigure, channel: Int, day: Int) -> Int {
    place(ofDay: day) + 2 + channel * DayFigure.allCases.count + figure.rawValue
  }

  func place(of figure: ChannelFigure, channel: Int) -> Int {
    firstChannel + channel * ChannelFigure.allCases.count + figure.rawValue
  }

  /// Time available; the share of it worked stands behind it.
  func place(ofInterval interval: Int) -> Int {
    hasIntervals ? firstInterval + (interval - intervals.lowerBound) * perInterval : .max
  }

  func place(of figure: IntervalFigure, channel: Int, interval: Int) -> Int {
    guard hasIntervals else { return .max }
    return place(ofInterval: interval) + 2 + channel * IntervalFigure.allCases.count
      + figure.rawValue
  }

  /// Decided; the share kept stands behind it.
  func place(ofInterval interval: Int, promise: Int) -> Int {
    guard hasIntervals else { return .max }
    return place(ofInterval: interval) + 2 + channels.count * IntervalFigure.allCases.count
      + 2 * promise
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
