import Statistics
import Testing

struct ErrorCorrectionTests {
  @Test func `a share is corrected for what the observer overlooks and imagines`() throws {
    // Of 1,000 with 100 misses, 80 are seen, and of 900 kept 45 are taken for misses.
    let correction = try ErrorCorrection(
      seen: Proportion(kept: 125, of: 1000), sensitivity: Proportion(kept: 80, of: 100),
      specificity: Proportion(kept: 95, of: 100))
    #expect(abs(correction.share - 0.1) <= 1e-12)
    #expect(try correction.interval().contains(0.1))
  }

  @Test(arguments: Expected.corrected)
  func `intervals are Lang and Reiczigel's`(
    row: (
      seen: Int, cases: Int, found: Int, misses: Int, passed: Int, good: Int, share: Double,
      low: Double, high: Double
    )
  ) throws {
    let correction = try ErrorCorrection(
      seen: Proportion(kept: row.seen, of: row.cases),
      sensitivity: Proportion(kept: row.found, of: row.misses),
      specificity: Proportion(kept: row.passed, of: row.good))
    let interval = try correction.interval()
    #expect(abs(correction.share - row.share) <= 1e-12)
    #expect(abs(interval.low - row.low) <= 1e-12 && abs(interval.high - row.high) <= 1e-12)
  }

  @Test func `who never errs is believed`() throws {
    let sure = try Proportion(kept: 1_000_000, of: 1_000_000)
    let seen = try Proportion(kept: 30, of: 200)
    let correction = try ErrorCorrection(seen: seen, sensitivity: sure, specificity: sure)
    let (interval, wilson) = (try correction.interval(), try seen.wilson())
    #expect(abs(correction.share - 0.15) <= 1e-12)
    // Agresti and Coull's interval, which is Wilson's with a little more.
    #expect(abs(interval.low - wilson.low) < 3e-3 && abs(interval.high - wilson.high) < 3e-3)
  }

  /// 1,000 samples: the share of intervals that hold the truth is known to ±0.02.
  @Test(arguments: [0.02, 0.1, 0.5])
  func `the interval holds the truth as often as it says`(truth: Double) throws {
    var generator = Seeded(4)
    var held = 0
    for _ in 0..<1000 {
      let correction = try ErrorCorrection(
        seen: Proportion(
          kept: generator.kept(of: 300, chance: 0.8 * truth + 0.05 * (1 - truth)), of: 300),
        sensitivity: Proportion(kept: generator.kept(of: 60, chance: 0.8), of: 60),
        specificity: Proportion(kept: generator.kept(of: 120, chance: 0.95), of: 120))
      if try correction.interval().contains(truth) { held += 1 }
    }
    #expect(held >= 925)
  }

  @Test func `an observer that guesses tells nothing`() throws {
    let half = try Proportion(kept: 1, of: 2)
    let error = #expect(throws: StatisticsError.self) {
      try ErrorCorrection(seen: half, sensitivity: half, specificity: half)
    }
    #expect(
      error?.description == "sensitivity and specificity together must be above 1, not 1.0")
  }

  @Test func `a corrected share stays a share`() throws {
    let none = try ErrorCorrection(
      seen: Proportion(kept: 0, of: 50), sensitivity: Proportion(kept: 9, of: 10),
      specificity: Proportion(kept: 8, of: 10))
    let all = try ErrorCorrection(
      seen: Proportion(kept: 50, of: 50), sensitivity: Proportion(kept: 9, of: 10),
      specificity: Proportion(kept: 8, of: 10))
    #expect(none.share == 0 && all.share == 1)
    // Two checks each say so little that the interval is everything.
    let poor = try ErrorCorrection(
      seen: Proportion(kept: 5, of: 50), sensitivity: Proportion(kept: 1, of: 1),
      specificity: Proportion(kept: 1, of: 3))
    let interval = try poor.interval()
    #expect(interval.low == 0 && interval.high == 1)
  }
}
