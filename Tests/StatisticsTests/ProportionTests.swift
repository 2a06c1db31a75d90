import Statistics
import Testing

struct ProportionTests {
  @Test(arguments: Expected.proportions)
  func `intervals agree with statsmodels`(
    row: (
      kept: Int, all: Int, level: Double, low: Double, high: Double, exactLow: Double,
      exactHigh: Double
    )
  ) throws {
    let share = try Proportion(kept: row.kept, of: row.all)
    let wilson = try share.wilson(level: row.level)
    let exact = try share.exact(level: row.level)
    #expect(abs(wilson.low - row.low) <= 1e-12 && abs(wilson.high - row.high) <= 1e-12)
    #expect(abs(exact.low - row.exactLow) <= 1e-12 && abs(exact.high - row.exactHigh) <= 1e-12)
    #expect(wilson.level == row.level && exact.level == row.level)
  }

  /// R. G. Newcombe, 1998, table I, to its four digits.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662, 0.2527, 0.3676), (15, 148, 0.0624, 0.1605, 0.0578, 0.1617),
    (0, 20, 0.0, 0.1611, 0.0, 0.1684), (1, 29, 0.0061, 0.1718, 0.0009, 0.1776),
  ])
  func `intervals are Newcombe's`(
    kept: Int, all: Int, low: Double, high: Double, exactLow: Double, exactHigh: Double
  ) throws {
    let share = try Proportion(kept: kept, of: all)
    let (wilson, exact) = (try share.wilson(), try share.exact())
    #expect(abs(wilson.low - low) < 5.1e-5 && abs(wilson.high - high) < 5.1e-5)
    #expect(abs(exact.low - exactLow) < 5.1e-5 && abs(exact.high - exactHigh) < 5.1e-5)
  }

  @Test func `exact ends leave half of the rest beyond them, and misses mirror what is kept`()
    throws
  {
    var generator = Seeded(2)
    for _ in 0..<200 {
      let all = Int.random(in: 1...5000, using: &generator)
      let kept = Int.random(in: 0...all, using: &generator)
      let level = Double.random(in: 0.5..<0.9999, using: &generator)
      let share = try Proportion(kept: kept, of: all)
      let missed = try Proportion(kept: all - kept, of: all)
      for (one, other) in [
        (try share.exact(level: level), try missed.exact(level: level)),
        (try share.wilson(level: level), try missed.wilson(level: level)),
      ] {
        #expect(one.contains(share.share))
        #expect(abs(one.low + other.high - 1) <= 1e-12)
        #expect((0...1).contains(one.low) && (0...1).contains(one.high))
      }
      let exact = try share.exact(level: level)
      if kept > 0 {
        let atLow = try BinomialDistribution(trials: all, chance: exact.low)
        #expect(near(atLow.atLeast(kept), (1 - level) / 2, 1e-9))
      }
    }
  }

  /// 2,000 samples: the share of intervals that hold the truth is known to ±0.015.
  @Test(arguments: [(10, 0.9), (30, 0.9), (200, 0.5)])
  func `intervals hold the truth as often as they say`(cases: Int, truth: Double) throws {
    var generator = Seeded(3)
    var (wilson, exact) = (0, 0)
    for _ in 0..<2000 {
      let share = try Proportion(kept: generator.kept(of: cases, chance: truth), of: cases)
      if try share.wilson().contains(truth) { wilson += 1 }
      if try share.exact().contains(truth) { exact += 1 }
    }
    #expect((1820...1990).contains(wilson))
    #expect(exact >= 1870)
  }

  @Test func `without cases, or with more kept than there are, nothing is said`() {
    #expect(throws: StatisticsError.tooFew("one case")) { try Proportion(kept: 0, of: 0) }
    #expect(throws: StatisticsError.moreThanAll("the kept cases", 3, of: 2)) {
      try Proportion(kept: 3, of: 2)
    }
    for (kept, all) in [(-1, 5), (0, -5), (1, Int.max), (Int.min, 1)] {
      #expect(throws: StatisticsError.self) { try Proportion(kept: kept, of: all) }
    }
  }

  @Test(arguments: [Double.nan, 0, 1, -0.5, 95, .infinity])
  func `a level that is none is an error`(level: Double) throws {
    let share = try Proportion(kept: 1, of: 2)
    #expect(throws: StatisticsError.self) { try share.wilson(level: level) }
    #expect(throws: StatisticsError.self) { try share.exact(level: level) }
  }
}
