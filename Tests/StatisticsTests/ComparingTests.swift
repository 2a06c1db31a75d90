import Statistics
import Testing

struct ComparingTests {
  @Test(arguments: Expected.funnels)
  func `limits agree with scipy`(
    row: (expected: Double, cases: Int, level: Double, low: Double, high: Double)
  ) throws {
    let counts = try FunnelLimits(expected: row.expected, cases: row.cases)
      .counts(level: row.level)
    #expect(Double(counts.lowerBound) == row.low && Double(counts.upperBound) == row.high)
  }

  @Test(arguments: [(10, 0.70, 0.50), (30, 0.767, 0.70), (100, 0.84, 0.80)])
  func `ninety percent expected may look as low as this`(
    cases: Int, low95: Double, low998: Double
  ) throws {
    let limits = try FunnelLimits(expected: 0.9, cases: cases)
    #expect(abs(try limits.shares(level: 0.95).low - low95) < 5e-4)
    #expect(abs(try limits.shares(level: 0.998).low - low998) < 5e-4)
  }

  @Test func `the smooth limit lies less than one case beyond the countable one`() throws {
    var generator = Seeded(9)
    for _ in 0..<300 {
      let cases = Int.random(in: 1...500, using: &generator)
      let expected = Double.random(in: 0.01...0.99, using: &generator)
      let limits = try FunnelLimits(expected: expected, cases: cases)
      for level in [0.95, 0.998] {
        let (steps, smooth) = (
          try limits.shares(level: level), try limits.smoothShares(level: level)
        )
        #expect(
          smooth.low <= steps.low + 1e-9 && smooth.low >= steps.low - 1 / Double(cases) - 1e-9)
        #expect(
          smooth.high >= steps.high - 1e-9 && smooth.high <= steps.high + 1 / Double(cases) + 1e-9)
      }
    }
    // F(6) = 0.0128 and F(7) = 0.0702 of ten at 0.9: (7 − (0.0702 − 0.025)/0.0574)/10.
    let ten = try FunnelLimits(expected: 0.9, cases: 10).smoothShares(level: 0.95)
    #expect(abs(ten.low - 0.62126) < 1e-4)
  }

  @Test func `a count is outside exactly where its distance is beyond the level's`() throws {
    var generator = Seeded(10)
    for _ in 0..<100 {
      let cases = Int.random(in: 1...200, using: &generator)
      let limits = try FunnelLimits(
        expected: Double.random(in: 0.05...0.95, using: &generator), cases: cases,
        spread: Double.random(in: 1...4, using: &generator))
      for level in [0.95, 0.998] {
        let counts = try limits.counts(level: level)
        let beyond = try NormalDistribution.deviations(level: level)
        for count in 0...cases {
          #expect((abs(limits.deviate(count)) <= beyond) == counts.contains(count))
        }
      }
    }
  }

  @Test func `a larger spread widens the funnel`() throws {
    let narrow = try FunnelLimits(expected: 0.9, cases: 200).counts(level: 0.95)
    let wide = try FunnelLimits(expected: 0.9, cases: 200, spread: 4).counts(level: 0.95)
    #expect(wide.lowerBound < narrow.lowerBound && wide.upperBound > narrow.upperBound)
    // Twice the distance of 180 from 172: z is doubled.
    #expect((162...165).contains(wide.lowerBound))
  }

  @Test func `certain things have no funnel`() throws {
    #expect(try FunnelLimits(expected: 1, cases: 20).counts(level: 0.998) == 20...20)
    #expect(try FunnelLimits(expected: 0, cases: 20).counts(level: 0.998) == 0...0)
    #expect(try FunnelLimits(expected: 1, cases: 20).deviate(20) == 0)
    #expect(try FunnelLimits(expected: 1, cases: 20).deviate(19) < -30)
  }

  @Test func `of twelve at ninety-five percent one stands out in nearly every second look`() throws
  {
    #expect(abs(try FamilyLevel.falseAlarms(level: 0.95, comparisons: 12) - 0.4596) < 1e-4)
    #expect(abs(try FamilyLevel.falseAlarms(level: 0.998, comparisons: 12) - 0.0237) < 1e-4)
    let each = try FamilyLevel.each(level: 0.95, comparisons: 12)
    #expect(abs(each - 0.99573) < 1e-5)
    #expect(abs(try FamilyLevel.falseAlarms(level: each, comparisons: 12) - 0.05) <= 1e-12)
    #expect(try FamilyLevel.falseAlarms(level: 0.95, comparisons: 0) == 0)
  }

  @Test func `one exception does not hide itself in the spread`() throws {
    let eleven = [0.5, -0.5, 1, -1, 0.2, -0.2, 0.7, -0.7, 0.9, -0.9, 0]
    #expect(try Overdispersion(deviates: eleven + [-9]).factor == 1)
    let wild = try Overdispersion(deviates: eleven.map { $0 * 5 })
    #expect(wild.factor > 5)
    // −3, −1, 0, 1, 3 drawn in to −1, −1, 0, 1, 1.
    #expect(try Overdispersion(deviates: [3, -1, 0, 1, -3]).ratio == 0.8)
  }

  @Test func `a spread of twenty draws in two on each side`() throws {
    let values = (1...20).map { Double($0) }
    let drawn = [3.0, 3, 3] + (4...17).map { Double($0) } + [18, 18, 18]
    let expected = drawn.reduce(0) { $0 + $1 * $1 } / 20
    #expect(abs(try Overdispersion(deviates: values).ratio - expected) <= 1e-12)
  }

  @Test func `a spread of nineteen draws in one on each side`() throws {
    let drawn = [2.0] + (2...18).map { Double($0) } + [18]
    let squares = drawn.reduce(0) { $0 + $1 * $1 }
    let ratio = try Overdispersion(deviates: (1...19).map { Double($0) }).ratio
    #expect(abs(ratio - squares / 19) <= 1e-12)
  }

  @Test func `who has the hard topics is compared with others' hard topics`() throws {
    // All are alike: easy topics 95%, hard ones 60%; this one has the hard ones.
    let adjusted = try MixAdjustment([
      .init(kept: 19, all: 20, othersKept: 950, othersAll: 1000),
      .init(kept: 48, all: 80, othersKept: 60, othersAll: 100),
    ])
    #expect(abs(adjusted.observed.share - 0.67) <= 1e-12)
    #expect(abs(adjusted.others - 1010.0 / 1100) <= 1e-12)
    #expect(abs(adjusted.expected - 0.67) < 0.006)
    #expect(abs(adjusted.adjusted - adjusted.others) < 0.006)
    #expect(abs(adjusted.ratio - 1) < 0.01)
    let interval = try adjusted.ratioInterval()
    #expect(interval.low < 0.9 && interval.high > 1.08)
    #expect(try adjusted.adjustedInterval().contains(adjusted.adjusted))
    #expect(abs(adjusted.deviate) < 0.2)
    #expect(adjusted.uncertainty > 1.3 && adjusted.uncertainty < 2)
  }

  @Test func `of one topic, expected is the others' share`() throws {
    let one = try MixAdjustment([.init(kept: 140, all: 200, othersKept: 1980, othersAll: 2200)])
    #expect(abs(one.expected - 0.9) <= 1e-12)
    #expect(abs(one.adjusted - 0.7) <= 1e-12)
    // 200²·0.09/2202 by 200·0.09.
    #expect(abs(one.uncertainty - (1 + 200.0 / 2202)) <= 1e-12)
    #expect(abs(one.deviate + 40 / (18 * (1 + 200.0 / 2202)).squareRoot()) <= 1e-9)
  }

  @Test func `a topic that only one has tells nothing against him`() throws {
    let alone = try MixAdjustment([
      .init(kept: 60, all: 100, othersKept: 0, othersAll: 0),
      .init(kept: 9, all: 10, othersKept: 900, othersAll: 1000),
    ])
    #expect(abs(alone.expected - 0.9) <= 1e-12)
    #expect(alone.uncertainty > 40)
    let limits = try FunnelLimits(
      expected: alone.expected, cases: 110, spread: alone.uncertainty)
    #expect(try limits.counts(level: 0.95).contains(69))
  }

  @Test func `that the others kept everything does not make one miss an exception`() throws {
    let perfect = try MixAdjustment([.init(kept: 19, all: 20, othersKept: 50, othersAll: 50)])
    #expect(abs(perfect.expected - (1 - 0.5 / 51)) <= 1e-15)
    #expect(abs(perfect.uncertainty - (1 + 20.0 / 52)) <= 1e-12)
    let limits = try FunnelLimits(
      expected: perfect.expected, cases: 20, spread: perfect.uncertainty)
    #expect(try limits.counts(level: 0.95).contains(19))
    #expect(try !limits.counts(level: 0.998).contains(10))
    let hopeless = try MixAdjustment([.init(kept: 1, all: 20, othersKept: 0, othersAll: 50)])
    #expect(abs(hopeless.expected - 0.5 / 51) <= 1e-15)
    #expect(hopeless.deviate > 0 && hopeless.deviate < 2.5)
  }

  @Test func `what cannot be compared is an error`() throws {
    #expect(throws: StatisticsError.tooFew("one case")) { try MixAdjustment([]) }
    #expect(throws: StatisticsError.tooFew("others to compare with")) {
      try MixAdjustment([.init(kept: 1, all: 2, othersKept: 0, othersAll: 0)])
    }
    #expect(throws: StatisticsError.self) {
      try MixAdjustment([.init(kept: 3, all: 2, othersKept: 0, othersAll: 1)])
    }
    #expect(throws: StatisticsError.self) {
      try MixAdjustment([.init(kept: 1, all: 2, othersKept: 1, othersAll: Int.max)])
    }
    for value in [Double.nan, .infinity, -0.1, 1.1] {
      #expect(throws: StatisticsError.self) { try FunnelLimits(expected: value, cases: 5) }
    }
    for value in [Double.nan, .infinity, 0.5, 1e30] {
      #expect(throws: StatisticsError.self) {
        try FunnelLimits(expected: 0.5, cases: 5, spread: value)
      }
    }
    #expect(throws: StatisticsError.tooFew("one case")) {
      try FunnelLimits(expected: 0.5, cases: 0)
    }
    #expect(throws: StatisticsError.tooFew("three members")) {
      try Overdispersion(deviates: [1, 2])
    }
    #expect(throws: StatisticsError.self) { try Overdispersion(deviates: [1, 2, .nan]) }
    #expect(throws: StatisticsError.self) { try FamilyLevel.each(level: 0.95, comparisons: 0) }
    #expect(throws: StatisticsError.self) { try FamilyLevel.each(level: 1, comparisons: 3) }
  }
}
