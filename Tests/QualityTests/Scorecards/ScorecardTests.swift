import Statistics
import Testing

@testable import Quality

struct ScorecardTests {
  private func rating(
    _ category: String, _ value: Double?, _ scale: ClosedRange<Double> = 0...1,
    weight: Double = 1, isCritical: Bool = false
  ) throws -> Scorecard.Rating {
    try Scorecard.Rating(category, value, on: scale, weight: weight, isCritical: isCritical)
  }

  /// The example of Zendesk's page "How is IQS calculated?": five reviews, 52.97%.
  @Test func `the quality score is the mean of the reviews`() throws {
    let reviews = [100, 9.91, 63.96, 90.99, 0].map {
      Scorecard.Score(points: $0, failedBy: [])
    }
    let iqs = try #require(Scorecard.iqs(reviews))
    #expect((iqs * 100).rounded() / 100 == 52.97)
    #expect(Scorecard.iqs([Scorecard.Score(points: nil, failedBy: [])]) == nil)
  }

  @Test func `the quality score has Student's interval, within its scale`() throws {
    func scores(_ points: [Double?]) -> [Scorecard.Score] {
      points.map { Scorecard.Score(points: $0, failedBy: []) }
    }
    let interval = try #require(Scorecard.interval(scores([100, 9.91, nil, 63.96, 90.99, 0])))
    #expect(abs(interval.high - 100) < 1e-9 && interval.low == 0)
    let near = try #require(Scorecard.interval(scores([90, 92, 94])))
    // 92 ± 4.302653·2/√3
    #expect(abs(near.low - 87.03173) < 1e-4 && abs(near.high - 96.96827) < 1e-4)
    #expect(Scorecard.interval(scores([100, 100, 100])) == nil)
    #expect(Scorecard.interval(scores([100])) == nil && Scorecard.interval([]) == nil)
  }

  @Test func `a category counts by its place on its scale, and by its weight`() throws {
    let ratings = [
      try rating("tone", 3, 1...5, weight: 2), try rating("solved", 1, weight: 1),
      try rating("listening", 2, 1...3, weight: 1),
    ]
    // (0.5·2 + 1·1 + 0.5·1) / 4
    #expect(Scorecard().score(ratings).points == 62.5)
  }

  @Test func `a critical category below half its scale makes the review nothing`() throws {
    let below = [
      try rating("data", 2, 1...5, isCritical: true), try rating("tone", 1, weight: 9),
    ]
    #expect(Scorecard().score(below) == Scorecard.Score(points: 0, failedBy: ["data"]))
    let half = [try rating("data", 3, 1...5, isCritical: true), try rating("tone", 1)]
    #expect(Scorecard().score(half) == Scorecard.Score(points: 75, failedBy: []))
  }

  @Test func `an auto-fail may keep the score`() throws {
    let card = Scorecard(autoFail: .keep)
    let ratings = [try rating("data", 0, isCritical: true), try rating("tone", 1)]
    #expect(card.score(ratings) == Scorecard.Score(points: 50, failedBy: ["data"]))
  }

  @Test func `what does not apply is left out, or counts as kept`() throws {
    let ratings = [try rating("upsell", nil), try rating("tone", 0)]
    #expect(Scorecard().score(ratings).points == 0)
    #expect(Scorecard(notApplicable: .pass).score(ratings).points == 50)
    #expect(Scorecard().score([try rating("upsell", nil)]).points == nil)
    #expect(Scorecard().score([try rating("tone", 1, weight: 0)]).points == nil)
  }

  @Test func `a critical category that does not apply fails nobody`() throws {
    let ratings = [try rating("data", nil, isCritical: true), try rating("tone", 1)]
    #expect(Scorecard().score(ratings).failedBy.isEmpty)
  }

  @Test(arguments: [(6.0, 1.0...5.0, 1.0), (.nan, 1...5, 1), (1, 1...1, 1), (1, 0...1, -1)])
  func `a rating off its scale is refused`(
    value: Double, scale: ClosedRange<Double>, weight: Double
  ) {
    #expect(throws: StatisticsError.self) { try rating("tone", value, scale, weight: weight) }
  }

  @Test func `the rules are named`() {
    #expect(Scorecard().inWords.hasPrefix("as Zendesk QA reckons: "))
    #expect(
      Scorecard(notApplicable: .pass, autoFail: .keep).inWords
        == "with rules of EvaluAgent where they differ: what does not apply counts as kept, a critical "
        + "category below half its scale fails the review, which keeps its score")
  }
}
