/// What a study of a desk found. What was not asked for, or was never seen, has no replications.
package struct DeskAnswer: Sendable {
  private let means: [RunningMean]
  private let places: FigurePlaces
  private let confidence: Double

  init(means: [RunningMean], places: FigurePlaces, confidence: Double) {
    (self.means, self.places, self.confidence) = (means, places, confidence)
  }

  /// How many replications there were.
  package var replications: Int {
    means.isEmpty ? 0 : means[DeskStudy.Figure.events.rawValue].count
  }

  private func estimate(_ place: Int?) -> Estimate {
    guard let place, means.indices.contains(place) else {
      return RunningMean().estimate(confidence: confidence)
    }
    return means[place].estimate(confidence: confidence)
  }

  /// A figure of the people.
  package subscript(figure: DeskStudy.Figure) -> Estimate { estimate(figure.rawValue) }

  /// A figure of a type.
  package subscript(type type: Int, figure: DeskStudy.TypeFigure) -> Estimate {
    estimate(places.type(type).map { $0 + figure.rawValue })
  }

  /// A figure of a type's clock.
  package subscript(
    type type: Int, clock clock: Int, figure: DeskStudy.ClockFigure
  ) -> Estimate {
    estimate(places.clock(type, clock).map { $0 + figure.rawValue })
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
  /// A share is the quotient of two of these means: that of each replication's few measurements
  /// would not be its mean.
  package func intervals(
    type: Int, clock: Int, _ figure: DeskStudy.ClockIntervalFigure
  ) -> [Estimate] {
    places.intervals(type, clock, figure).map { estimate($0) }
  }
}
