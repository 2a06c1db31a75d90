/// Where the figures of a desk stand in the row of numbers that a replication gives.
struct FigurePlaces: Hashable, Sendable {
  /// The first figure of each type, and of each clock of it.
  private let types: [Int]
  private let clocks: [[Int]]
  /// Behind them, for each interval: people's, each type's, each clock's.
  private let people: Int
  private let typeIntervals: [Int]
  private let clockIntervals: [[Int]]
  private let count: Int
  let intervals: Int

  init(_ desk: Desk) {
    // The last interval is a whole one, or cut short by the end.
    let intervals = Int((desk.end / desk.interval).rounded(.up))
    var next = DeskStudy.Figure.allCases.count
    func room(_ size: Int) -> Int {
      defer { next += size }
      return next
    }
    types = desk.types.map { _ in room(DeskStudy.TypeFigure.allCases.count) }
    clocks = desk.types.map {
      $0.clocks.map { _ in room(DeskStudy.ClockFigure.allCases.count) }
    }
    people = room(DeskStudy.PeopleIntervalFigure.allCases.count * intervals)
    typeIntervals = desk.types.map { _ in
      room(DeskStudy.IntervalFigure.allCases.count * intervals)
    }
    clockIntervals = desk.types.map {
      $0.clocks.map { _ in room(DeskStudy.ClockIntervalFigure.allCases.count * intervals) }
    }
    count = next
    self.intervals = intervals
  }

  func type(_ type: Int) -> Int? { types.indices.contains(type) ? types[type] : nil }

  func clock(_ type: Int, _ clock: Int) -> Int? {
    guard clocks.indices.contains(type), clocks[type].indices.contains(clock) else { return nil }
    return clocks[type][clock]
  }

  func people(_ figure: DeskStudy.PeopleIntervalFigure) -> Range<Int> {
    let first = people + figure.rawValue * intervals
    return first..<first + intervals
  }

  func intervals(_ type: Int, _ figure: DeskStudy.IntervalFigure) -> Range<Int> {
    guard typeIntervals.indices.contains(type) else { return 0..<0 }
    let first = typeIntervals[type] + figure.rawValue * intervals
    return first..<first + intervals
  }

  func intervals(
    _ type: Int, _ clock: Int, _ figure: DeskStudy.ClockIntervalFigure
  ) -> Range<Int> {
    guard clockIntervals.indices.contains(type), clockIntervals[type].indices.contains(clock) else {
      return 0..<0
    }
    let first = clockIntervals[type][clock] + figure.rawValue * intervals
    return first..<first + intervals
  }

  /// The row of a replication.
  func figures(_ tally: DeskTally) -> [Double] {
    var row: [Double] = []
    row.reserveCapacity(count)
    row += DeskStudy.Figure.allCases.map { tally.value($0) }
    for type in tally.types { row += DeskStudy.TypeFigure.allCases.map { type.value($0) } }
    for clock in tally.types.flatMap(\.clocks) {
      row += DeskStudy.ClockFigure.allCases.map { clock.value($0) }
    }
    let times = tally.timesByInterval.prefix(intervals)
    row += times.map(\.worked)
    row += times.map(\.available)
    for type in tally.types {
      let all = type.intervals.prefix(intervals)
      for figure in DeskStudy.IntervalFigure.allCases { row += all.map { $0.value(figure) } }
    }
    for clock in tally.types.flatMap(\.clocks) {
      let all = clock.intervals.prefix(intervals)
      row += all.map { Double($0.decided) }
      row += all.map { Double($0.kept) }
    }
    return row
  }
}

extension DeskTally {
  fileprivate func value(_ figure: DeskStudy.Figure) -> Double {
    switch figure {
    case .occupancy: occupancy
    case .overtime: overtime
    case .worked: worked
    case .onDuty: onDuty
    case .interrupted: interrupted
    case .inMeetings: times.inMeetings
    case .queueLength: queueLength
    case .events: Double(events)
    }
  }
}

extension DeskTally.OfType {
  fileprivate func value(_ figure: DeskStudy.TypeFigure) -> Double {
    func share(_ count: Int) -> Double { Double(count) / Double(arrived) }
    return switch figure {
    case .arrived: Double(arrived)
    case .abandonment: abandonment
    case .meanWait: meanWait
    case .wait50: waitPercentile(0.5)
    case .wait90: waitPercentile(0.9)
    case .wait95: waitPercentile(0.95)
    case .waitProbability: waitProbability
    case .touches: touchesPerContact
    case .handedOver: share(handedOver)
    case .lost: share(lost)
    case .transferred: share(transferred)
    case .reopened: share(reopened)
    case .closed: share(closed)
    case .open: share(open)
    }
  }
}

extension DeskTally.OfClock {
  fileprivate func value(_ figure: DeskStudy.ClockFigure) -> Double {
    switch figure {
    case .decided: Double(decided)
    case .kept: share
    case .daysMissed: daysMissed
    case .mean: mean
    case .p50: percentile(0.5)
    case .p80: percentile(0.8)
    case .p90: percentile(0.9)
    case .p95: percentile(0.95)
    case .p99: percentile(0.99)
    case .beyondLongest: shareBeyondLongest
    case .gaveUp: Double(gaveUp) / Double(decided)
    }
  }
}

extension DeskTally.OfInterval {
  fileprivate func value(_ figure: DeskStudy.IntervalFigure) -> Double {
    switch figure {
    case .arrived: Double(arrived)
    case .delayed: Double(delayed)
    case .abandoned: Double(abandoned)
    case .inTime: Double(inTime)
    case .waited: waited
    case .open: Double(open)
    case .waiting: Double(waiting)
    }
  }
}
