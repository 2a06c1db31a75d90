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

  /// The place of a type's times until the first touch, and of a clock's.
  func times(_ type: Int) -> Int? { types.indices.contains(type) ? type : nil }

  func times(_ type: Int, _ clock: Int) -> Int? {
    guard clocks.indices.contains(type), clocks[type].indices.contains(clock) else { return nil }
    return types.count + clocks[..<type].reduce(0) { $0 + $1.count } + clock
  }

  /// What a replication found, in the order of the places.
  func findings(_ tally: DeskTally) -> Findings {
    var found = Findings()
    found.figures.reserveCapacity(count)
    found.figures += DeskStudy.Figure.allCases.map { tally.ratio($0) }
    for type in tally.types {
      found.figures += DeskStudy.TypeFigure.allCases.map { type.ratio($0) }
      found.times.append(
        TimeHistogram(type.waits, zeros: type.begun + type.leftUnbegun - type.waits.count))
    }
    for clock in tally.types.flatMap(\.clocks) {
      found.figures += DeskStudy.ClockFigure.allCases.map { clock.ratio($0) }
      found.times.append(TimeHistogram(clock.times, zeros: clock.stopped - clock.times.count))
    }
    addIntervals(tally, to: &found.figures)
    return found
  }

  private func addIntervals(_ tally: DeskTally, to row: inout [Ratio]) {
    let times = tally.timesByInterval.prefix(intervals)
    row += times.map { Ratio($0.worked) }
    row += times.map { Ratio($0.available) }
    for type in tally.types {
      let all = type.intervals.prefix(intervals)
      for figure in DeskStudy.IntervalFigure.allCases {
        row += all.map { Ratio($0.value(figure)) }
      }
    }
    for clock in tally.types.flatMap(\.clocks) {
      let all = clock.intervals.prefix(intervals)
      row += all.map { Ratio(Double($0.decided)) }
      row += all.map { Ratio(Double($0.kept)) }
    }
  }
}

extension DeskTally {
  fileprivate func ratio(_ figure: DeskStudy.Figure) -> Ratio {
    switch figure {
    case .occupancy: Ratio(worked, of: times.available)
    case .overtime: Ratio(overtime)
    case .worked: Ratio(worked)
    case .onDuty: Ratio(onDuty)
    case .interrupted: Ratio(interrupted)
    case .inMeetings: Ratio(times.inMeetings)
    case .queueLength: Ratio(queueLength)
    case .events: Ratio(Double(events))
    }
  }
}

extension DeskTally.OfType {
  fileprivate func ratio(_ figure: DeskStudy.TypeFigure) -> Ratio {
    switch figure {
    case .arrived: Ratio(Double(arrived))
    case .abandonment: Ratio(abandoned, of: arrived)
    case .meanWait: Ratio(waited, of: Double(begun + leftUnbegun))
    // Read from the times of all replications.
    case .wait50, .wait90, .wait95: Ratio(.nan)
    case .waitProbability: Ratio(waits.count, of: begun + leftUnbegun)
    case .touches: Ratio(touches, of: begun)
    case .handedOver: Ratio(handedOver, of: arrived)
    case .lost: Ratio(lost, of: arrived)
    case .transferred: Ratio(transferred, of: arrived)
    case .reopened: Ratio(reopened, of: arrived)
    case .closed: Ratio(closed, of: arrived)
    case .open: Ratio(Double(open))
    }
  }
}

extension DeskTally.OfClock {
  fileprivate func ratio(_ figure: DeskStudy.ClockFigure) -> Ratio {
    switch figure {
    case .decided: Ratio(Double(decided))
    case .kept: Ratio(kept, of: decided)
    case .daysMissed: Ratio(daysMissed.missed, of: daysMissed.known)
    case .mean: Ratio(total, of: Double(stopped))
    // Read from the times of all replications.
    case .p50, .p80, .p90, .p95, .p99: Ratio(.nan)
    case .beyondLongest: Ratio(beyondLongest, of: decided)
    case .gaveUp: Ratio(gaveUp, of: decided)
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
