import Statistics
import Testing

struct RatingsTests {
  @Test func `half promoters and a sixth detractors are a score of a third`() throws {
    let score = try NetPromoterScore(promoters: 3, passives: 2, detractors: 1)
    #expect(abs(score.score - 1.0 / 3) <= 1e-15)
    #expect(abs(score.variance - 5.0 / 9) <= 1e-15)
  }

  @Test(arguments: [(20, 0.342), (100, 0.153), (400, 0.0765)])
  func `a score of thirty is known as well as its answers allow`(
    answers: Int, half: Double
  ) throws {
    let score = try NetPromoterScore(
      promoters: answers / 2, passives: answers * 3 / 10, detractors: answers / 5)
    let interval = try score.interval()
    #expect(abs(score.score - 0.3) <= 1e-15)
    #expect(abs((interval.high - interval.low) / 2 - half) < 5e-4)
  }

  @Test func `answers are sorted as the score's makers did`() throws {
    let score = try NetPromoterScore(answers: Array(0...10))
    #expect((score.promoters, score.passives, score.detractors) == (2, 2, 7))
  }

  @Test func `when all answer alike the interval is not a point`() throws {
    let promoters = try NetPromoterScore(promoters: 5, passives: 0, detractors: 0).interval()
    let passives = try NetPromoterScore(promoters: 0, passives: 5, detractors: 0).interval()
    let detractors = try NetPromoterScore(promoters: 0, passives: 0, detractors: 5).interval()
    let low = try Proportion(kept: 5, of: 5).exact().low
    #expect(promoters.low == 2 * low - 1 && promoters.high == 1)
    #expect(passives.low == low - 1 && passives.high == 1 - low)
    #expect(detractors.low == -1 && detractors.high == 1 - 2 * low)
  }

  @Test func `satisfaction is the share of the two best answers`() throws {
    let ratings = try RatingCounts(answers: [1, 2, 3, 4, 5, 5, 5, 4], steps: 5)
    #expect(try ratings.topBox() == Proportion(kept: 5, of: 8))
    #expect(try ratings.topBox(1) == Proportion(kept: 3, of: 8))
    #expect(ratings.mean == 3.625)
  }

  @Test func `the three effort scores of the same answers are three numbers`() throws {
    let ratings = try RatingCounts(counts: [1, 1, 2, 4, 4, 5, 3])
    #expect(try EffortScore(ratings, .mean).score == 4.8)
    #expect(try EffortScore(ratings, .easyShare).score == 0.6)
    #expect(abs(try EffortScore(ratings, .net).score - 0.4) <= 1e-15)
    for definition in EffortScore.Definition.allCases {
      let score = try EffortScore(ratings, definition)
      #expect(try score.interval().contains(score.score))
    }
    // scipy.stats.t.interval of the mean.
    let interval = try EffortScore(ratings, .mean).interval()
    #expect(
      abs(interval.low - 4.016_862_108_6) < 1e-9 && abs(interval.high - 5.583_137_891_4) < 1e-9)
  }

  @Test func `a scale of effort has seven steps`() throws {
    let five = try RatingCounts(counts: [1, 1, 1, 1, 1])
    #expect(throws: StatisticsError.uneven("the scale of effort", 5, should: 7)) {
      try EffortScore(five, .mean)
    }
  }

  @Test func `answers that are none are errors`() throws {
    #expect(throws: StatisticsError.self) { try NetPromoterScore(answers: [11]) }
    #expect(throws: StatisticsError.self) { try NetPromoterScore(answers: [-1]) }
    #expect(throws: StatisticsError.tooFew("one answer")) { try NetPromoterScore(answers: []) }
    #expect(throws: StatisticsError.self) {
      try NetPromoterScore(promoters: Int.max, passives: 1, detractors: 1)
    }
    #expect(throws: StatisticsError.self) { try RatingCounts(answers: [0], steps: 5) }
    #expect(throws: StatisticsError.self) { try RatingCounts(answers: [6], steps: 5) }
    #expect(throws: StatisticsError.self) { try RatingCounts(answers: [1], steps: Int.max) }
    #expect(throws: StatisticsError.self) { try RatingCounts(counts: [0, 0]) }
    #expect(throws: StatisticsError.self) { try RatingCounts(counts: [-1, 2]) }
    #expect(throws: StatisticsError.self) { try RatingCounts(counts: [5]) }
    let ratings = try RatingCounts(counts: [0, 7])
    #expect(throws: StatisticsError.self) { try ratings.topBox(2) }
    #expect(throws: StatisticsError.tooFew("two different answers")) {
      try ratings.meanInterval()
    }
  }
}
