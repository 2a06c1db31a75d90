/// What a study of a desk found. What was not asked for, or was never seen, has no replications.
package struct DeskAnswer: Sendable {
  private let sums: ReplicationSums
  private let places: FigurePlaces

  init(_ sums: ReplicationSums, places: FigurePlaces) {
    (self.sums, self.places) = (sums, places)
  }

  /// How many replications there were.
  package var replications: Int { sums.count }

  private func estimate(_ place: Int?, isShare: Bool = false) -> Estimate {
    sums.estimate(place ?? -1, within: isShare ? .share : .amount)
  }

  /// A figure of the people.
  package subscript(figure: DeskStudy.Figure) -> Estimate {
    estimate(figure.rawValue, isShare: figure == .occupancy)
  }

  /// A figure of a type.
  package subscript(type type: Int, figure: DeskStudy.TypeFigure) -> Estimate {
    if let share = figure.quantile {
      return sums.percentile(share, ofTimes: places.times(type) ?? -1)
    }
    return estimate(places.type(type).map { $0 + figure.rawValue }, isShare: figure.isShare)
  }

  /// A figure of a type's clock.
  package subscript(
    type type: Int, clock clock: Int, figure: DeskStudy.ClockFigure
  ) -> Estimate {
    if let share = figure.quantile {
      return sums.percentile(share, ofTimes: places.times(type, clock) ?? -1)
    }
    return estimate(
      places.clock(type, clock).map { $0 + figure.rawValue }, isShare: figure.isShare)
  }

  /// A figure of the people, for each ``Desk/interval``.
  package func intervals(_ figure: DeskStudy.PeopleIntervalFigure) -> [Estimate] {
    places.people(figure).map { estimate($0) }
  }

  /// A figure of a type, for each ``Desk/interval``.
  package func intervals(type: Int, _ figure: DeskStudy.IntervalFigure) -> [Estimate] {
    places.intervals(type, figure).map { estimate($0) }
  }

  /// A figure of a type's clock, for each ``Desk/interval``.
  ///
  /// A share is the quotient of two of these means.
  package func intervals(
    type: Int, clock: Int, _ figure: DeskStudy.ClockIntervalFigure
  ) -> [Estimate] {
    places.intervals(type, clock, figure).map { estimate($0) }
  }
}

extension DeskStudy.TypeFigure {
  /// Which share does not exceed it, if it is such a time.
  fileprivate var quantile: Double? {
    switch self {
    case .wait50: 0.5
    case .wait90: 0.9
    case .wait95: 0.95
    default: nil
    }
  }

  /// Whether it cannot be more than 1: what happens to a contact once at most.
  fileprivate var isShare: Bool {
    [.abandonment, .waitProbability, .closed].contains(self)
  }
}

extension DeskStudy.ClockFigure {
  fileprivate var quantile: Double? {
    switch self {
    case .p50: 0.5
    case .p80: 0.8
    case .p90: 0.9
    case .p95: 0.95
    case .p99: 0.99
    default: nil
    }
  }

  fileprivate var isShare: Bool {
    [.kept, .daysMissed, .beyondLongest, .gaveUp].contains(self)
  }
}
