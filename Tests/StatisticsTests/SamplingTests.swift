import Statistics
import Testing

struct SamplingTests {
  @Test func `five points to both sides take 385 cases, or 323 of 2,000`() throws {
    let all = try SampleSize.exact(margin: 0.05)
    let some = try SampleSize.exact(margin: 0.05, population: 2000)
    #expect(abs(all - 384.15) < 5e-3 && abs(some - 322.4) < 0.05)
    #expect(try SampleSize.rounded(all) == 385 && SampleSize.rounded(some) == 323)
    #expect(try SampleSize.exact(margin: 0.05, population: 10) < 10)
  }

  @Test func `the margin of a sample turns its size round`() throws {
    for (cases, population) in [(385, nil), (323, 2000), (10, 10), (1, 1)] as [(Int, Int?)] {
      let margin = try SampleSize.margin(cases: cases, population: population)
      if population == cases {
        #expect(margin == 0)
      } else {
        let again = try SampleSize.exact(margin: margin, population: population)
        #expect(abs(again - Double(cases)) < 1e-6 * Double(cases))
      }
    }
  }

  /// Expected values: Wilson's limits for every size from 1 on, in Python.
  @Test(
    arguments: [
      (0.02, 0.05, nil, 101), (0.01, 0.02, nil, 280), (0.98, 0.05, nil, 101), (0.5, 0.05, nil, 381),
      (0.02, 0.05, 200, 67), (0.02, 0.05, 1, 1),
    ] as [(Double, Double, Int?, Int)])
  func `rare shares take the size of Wilson's interval`(
    share: Double, margin: Double, population: Int?, cases: Int
  ) throws {
    #expect(try SampleSize.wilson(margin: margin, share: share, population: population) == cases)
    let interval = try SampleSize.interval(cases: cases, share: share, population: population)
    #expect(max(interval.high - share, share - interval.low) <= margin)
    #expect(interval.low >= 0 && interval.high <= 1)
  }

  @Test func `a margin that a billion cases do not reach is refused`() {
    #expect(throws: StatisticsError.self) { try SampleSize.wilson(margin: 1e-9, share: 0.01) }
    #expect(throws: StatisticsError.self) { try SampleSize.wilson(margin: 0.6, share: 0.01) }
  }

  @Test(arguments: [(0.05, 59), (0.01, 299), (1.0, 1), (0.96, 1)])
  func `no fault in so many cases means less than this share`(share: Double, cases: Int) throws {
    #expect(try DetectionPlan.cases(share: share) == cases)
    #expect(try DetectionPlan.power(share: share, cases: cases) >= 0.95)
    #expect(try DetectionPlan.power(share: share, cases: cases - 1) < 0.95)
  }

  @Test(arguments: Expected.detections)
  func `faults of a known number are found as scipy says`(
    row: (faults: Int, population: Int, cases: Int)
  ) throws {
    #expect(
      try DetectionPlan.cases(faults: row.faults, population: row.population) == row.cases)
    let power = try DetectionPlan.power(
      faults: row.faults, population: row.population, cases: row.cases)
    #expect(power >= 0.95 - 1e-12)
  }

  @Test func `fifty faults of a thousand take 57 cases, five of a hundred 45`() throws {
    #expect(try DetectionPlan.cases(faults: 50, population: 1000) == 57)
    #expect(try DetectionPlan.cases(faults: 5, population: 100) == 45)
  }

  @Test(arguments: Expected.plans)
  func `plans accept as scipy says`(
    row: (cases: Int, accepted: Int, share: Double, acceptance: Double, tolerance: Double)
  ) throws {
    let plan = try AcceptancePlan(cases: row.cases, accepted: row.accepted)
    #expect(near(try plan.acceptance(share: row.share), row.acceptance, 1e-12))
    #expect(near(try plan.share(accepting: 0.1), row.tolerance, 1e-11))
  }

  @Test func `seven faults of 125 accept work with 2.5% nearly always`() throws {
    let plan = try AcceptancePlan(cases: 125, accepted: 7)
    #expect(abs(try plan.acceptance(share: 0.025) - 0.9864) < 5e-5)
    #expect(abs(try plan.share(accepting: 0.1) - 0.0924) < 5e-5)
    #expect(
      abs(try AcceptancePlan(cases: 80, accepted: 5).acceptance(share: 0.025) - 0.9848) < 5e-5)
    #expect(
      abs(try AcceptancePlan(cases: 32, accepted: 2).acceptance(share: 0.025) - 0.9548) < 5e-5)
  }

  @Test func `worse work is accepted less often, and a large lot is like an endless one`() throws {
    let plan = try AcceptancePlan(cases: 80, accepted: 5)
    let chances = try (0...20).map { try plan.acceptance(share: Double($0) / 20) }
    #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(chances.first == 1 && chances.last == 0)
    let lot = try plan.acceptance(faults: 25_000, population: 1_000_000)
    #expect(abs(lot - (try plan.acceptance(share: 0.025))) < 1e-4)
    #expect(try AcceptancePlan(cases: 5, accepted: 5).share(accepting: 0.1) == 1)
  }

  @Test func `hostile plans are errors`() throws {
    for value in [Double.nan, .infinity, 0, -1, 1e30] {
      #expect(throws: StatisticsError.self) { try SampleSize.exact(margin: value) }
      #expect(throws: StatisticsError.self) { try SampleSize.exact(margin: 0.1, share: value) }
      #expect(throws: StatisticsError.self) { try SampleSize.exact(margin: 0.1, level: value) }
      #expect(throws: StatisticsError.self) { try DetectionPlan.cases(share: value) }
      #expect(throws: StatisticsError.self) { try DetectionPlan.cases(share: 0.1, level: value) }
    }
    #expect(throws: StatisticsError.self) { try SampleSize.rounded(.nan) }
    #expect(throws: StatisticsError.self) { try SampleSize.rounded(1e30) }
    #expect(throws: StatisticsError.self) { try SampleSize.exact(margin: 0.1, population: 0) }
    #expect(throws: StatisticsError.self) { try SampleSize.margin(cases: 0) }
    #expect(throws: StatisticsError.self) { try SampleSize.margin(cases: 5, population: 4) }
    #expect(throws: StatisticsError.self) { try DetectionPlan.cases(share: 1e-12) }
    #expect(throws: StatisticsError.self) { try DetectionPlan.cases(faults: 0, population: 5) }
    #expect(throws: StatisticsError.self) { try DetectionPlan.power(share: .nan, cases: 5) }
    #expect(throws: StatisticsError.self) { try AcceptancePlan(cases: 0, accepted: 0) }
    #expect(throws: StatisticsError.self) { try AcceptancePlan(cases: 5, accepted: 6) }
    #expect(throws: StatisticsError.self) { try AcceptancePlan(cases: Int.max, accepted: 1) }
    let plan = try AcceptancePlan(cases: 5, accepted: 1)
    #expect(throws: StatisticsError.self) { try plan.acceptance(share: .nan) }
    #expect(throws: StatisticsError.self) { try plan.acceptance(faults: 1, population: 4) }
    #expect(throws: StatisticsError.self) { try plan.share(accepting: 1) }
  }
}
