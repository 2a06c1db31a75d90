import Statistics
import Testing

struct AgreementTests {
  @Test(arguments: Expected.cohen)
  func `kappa agrees with statsmodels`(
    row: (table: [[Int]], weights: CohenKappa.Weights, kappa: Double, error: Double)
  ) throws {
    let kappa = try CohenKappa(row.table, weights: row.weights)
    #expect(abs(kappa.kappa - row.kappa) <= 1e-12)
    #expect(abs(kappa.standardError - row.error) <= 1e-12)
  }

  @Test func `the textbook's two reviewers agree at 0.4`() throws {
    let kappa = try CohenKappa([[20, 5], [10, 15]])
    #expect(abs(kappa.kappa - 0.4) <= 1e-12)
    #expect(abs(kappa.standardError - 0.127) < 5e-4)
    #expect(abs(kappa.observed - 0.7) <= 1e-12 && abs(kappa.expected - 0.5) <= 1e-12)
    let interval = try kappa.interval()
    #expect(abs(interval.low - 0.151) < 5e-4 && abs(interval.high - 0.649) < 5e-4)
  }

  @Test func `full agreement is one, without error`() throws {
    let kappa = try CohenKappa([[5, 0], [0, 7]])
    #expect(kappa.kappa == 1 && kappa.standardError <= 1e-7)
  }

  @Test func `Fleiss's kappa is that of statsmodels and of the textbook`() throws {
    let table = [
      [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]
    let kappa = try FleissKappa(table)
    #expect(abs(kappa.kappa - Expected.fleiss) <= 1e-12)
    #expect(abs(kappa.kappa - 0.210) < 5e-4)
    #expect(kappa.reviewers == 14)
  }

  @Test(arguments: Expected.alphas)
  func `alpha agrees with the package krippendorff`(
    row: (example: Example, scale: KrippendorffAlpha.Scale, alpha: Double)
  ) throws {
    let alpha = try KrippendorffAlpha(row.example.units, scale: row.scale)
    #expect(abs(alpha.alpha - row.alpha) <= 1e-12)
  }

  @Test(arguments: [
    (Example.four, KrippendorffAlpha.Scale.nominal, 0.743), (.four, .ordinal, 0.815),
    (.four, .interval, 0.849), (.four, .ratio, 0.797), (.three, .nominal, 0.691),
    (.three, .interval, 0.811),
  ])
  func `alpha is what was published`(
    example: Example, scale: KrippendorffAlpha.Scale, expected: Double
  ) throws {
    #expect(abs(try KrippendorffAlpha(example.units, scale: scale).alpha - expected) < 5.1e-4)
  }

  @Test func `only cases with two answers count`() throws {
    let alpha = try KrippendorffAlpha(Example.four.units, scale: .nominal)
    #expect(alpha.cases == 11 && alpha.answers == 40)
    let more = try KrippendorffAlpha(Example.four.units + [[9, nil], []], scale: .nominal)
    #expect(more.alpha == alpha.alpha)
  }

  @Test func `the order of reviewers and cases is nothing to alpha`() throws {
    let units = Example.four.units
    let turned = units.reversed().map { Array($0.reversed()) }
    for scale in KrippendorffAlpha.Scale.allCases {
      let (one, other) = (
        try KrippendorffAlpha(units, scale: scale), try KrippendorffAlpha(turned, scale: scale)
      )
      #expect(abs(one.alpha - other.alpha) <= 1e-12)
    }
  }

  @Test func `the interval of alpha is the same for the same seed, and holds alpha`() throws {
    let alpha = try KrippendorffAlpha(Example.four.units, scale: .ordinal)
    var (one, other) = (Seeded(5), Seeded(5))
    let interval = try alpha.interval(samples: 500, using: &one)
    #expect(try alpha.interval(samples: 500, using: &other) == interval)
    #expect(interval.contains(alpha.alpha))
    #expect(interval.low > 0.2 && interval.low < 0.75 && interval.high > 0.9)
    var again = Seeded(5)
    let narrow = try alpha.interval(level: 0.5, samples: 500, using: &again)
    #expect(narrow.low > interval.low && narrow.high < interval.high)
  }

  @Test func `a higher level never gives a narrower interval`() throws {
    var generator = Seeded(11)
    let units = (0..<12).map { _ -> [Double?] in
      let truth = Double.random(in: 0...10, using: &generator)
      return [truth, truth + Double.random(in: -2...2, using: &generator)]
    }
    let alpha = try KrippendorffAlpha(units, scale: .interval)
    let intervals = try (50...99).map { percent in
      var same = Seeded(12)
      return try alpha.interval(level: Double(percent) / 100, samples: 100, using: &same)
    }
    for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
      #expect(wide.low <= narrow.low && wide.high >= narrow.high)
    }
    // Between two samples the ends move on.
    #expect(Set(intervals.map(\.low)).count == 50 && Set(intervals.map(\.high)).count == 50)
  }

  /// Cases answered alike are counted where there are many of them: the same cases a hundred times over
  /// have an interval a tenth as wide. 2,000 samples know an end to about a twentieth of the width.
  @Test func `many cases have the interval of few, narrower by the root of their number`() throws {
    var few: [[Double]] = []
    for (count, answers) in [(40, [1.0, 1.0]), (30, [0.0, 0.0]), (10, [0.0, 1.0])] {
      few += [[Double]](repeating: answers, count: count)
    }
    let many = [[[Double]]](repeating: few, count: 100).flatMap { $0 }
    func ends(_ units: [[Double]], seed: UInt64) throws -> (
      alpha: Double, low: Double, high: Double
    ) {
      let alpha = try KrippendorffAlpha(units, scale: .nominal)
      var generator = Seeded(seed)
      let interval = try alpha.interval(using: &generator)
      return (alpha.alpha, interval.low, interval.high)
    }
    let (one, other) = (try ends(few, seed: 21), try ends(many, seed: 22))
    #expect(abs(one.alpha - other.alpha) < 0.01)
    let ratio = (one.high - one.low) / (other.high - other.low)
    #expect(ratio > 9 && ratio < 11)
    #expect(other.low < other.alpha && other.alpha < other.high)
    #expect(try ends(many, seed: 22).low == other.low)
  }

  @Test func `the interval of counted cases holds the truth about as often as it says`() throws {
    var generator = Seeded(23)
    var held = 0
    for _ in 0..<200 {
      let units = (0..<400).map { _ -> [Double?] in
        let truth = Double(Int.random(in: 0...1, using: &generator))
        return (0..<2).map { _ in
          Double.random(in: 0..<1, using: &generator) < 0.8
            ? truth : Double(Int.random(in: 0...1, using: &generator))
        }
      }
      let alpha = try KrippendorffAlpha(units, scale: .nominal)
      if try alpha.interval(samples: 200, using: &generator).contains(0.64) { held += 1 }
    }
    #expect(held >= 180)
  }

  @Test func `a hundred thousand verdicts have their interval at once`() throws {
    let units = (0..<100_000).map { number -> [Double?] in
      let answer = Double(number % 3)
      return [answer, number % 7 == 0 ? 0 : answer]
    }
    let alpha = try KrippendorffAlpha(units, scale: .nominal)
    var generator = Seeded(24)
    var interval: Interval?
    // Drawing them one by one takes minutes in a debug build.
    let time = try ContinuousClock().measure { interval = try alpha.interval(using: &generator) }
    #expect(time < .seconds(10))
    #expect(try #require(interval).contains(alpha.alpha))
  }

  /// 200 samples: the share of intervals that hold the truth is known to ±0.04.
  @Test func `the interval of alpha holds the truth about as often as it says`() throws {
    var generator = Seeded(6)
    // Of two reviewers each looks with 0.8 and guesses among two with 0.2: alpha is 0.64.
    var held = 0
    for _ in 0..<200 {
      let units = (0..<60).map { _ -> [Double?] in
        let truth = Double(Int.random(in: 0...1, using: &generator))
        return (0..<2).map { _ in
          Double.random(in: 0..<1, using: &generator) < 0.8
            ? truth : Double(Int.random(in: 0...1, using: &generator))
        }
      }
      let alpha = try KrippendorffAlpha(units, scale: .nominal)
      if try alpha.interval(samples: 200, using: &generator).contains(0.64) { held += 1 }
    }
    #expect(held >= 178)
  }

  @Test func `what cannot be said of agreement is an error`() throws {
    #expect(throws: StatisticsError.self) { try CohenKappa([]) }
    #expect(throws: StatisticsError.self) { try CohenKappa([[1]]) }
    #expect(throws: StatisticsError.uneven("a row of the table", 1, should: 2)) {
      try CohenKappa([[1, 2], [3]])
    }
    #expect(throws: StatisticsError.self) { try CohenKappa([[1, -2], [3, 4]]) }
    #expect(throws: StatisticsError.self) { try CohenKappa([[Int.max, 2], [3, 4]]) }
    #expect(throws: StatisticsError.tooFew("one case")) { try CohenKappa([[0, 0], [0, 0]]) }
    #expect(throws: StatisticsError.tooFew("two different answers")) {
      try CohenKappa([[9, 0], [0, 0]])
    }
    #expect(throws: StatisticsError.tooFew("one case")) { try FleissKappa([]) }
    #expect(throws: StatisticsError.tooFew("two reviewers")) { try FleissKappa([[1, 0]]) }
    #expect(throws: StatisticsError.uneven("the reviewers of a case", 3, should: 2)) {
      try FleissKappa([[1, 1], [2, 1]])
    }
    #expect(throws: StatisticsError.self) { try FleissKappa([[1, 1], [2]]) }
    #expect(throws: StatisticsError.self) { try FleissKappa([[-1, 3], [1, 1]]) }
    #expect(throws: StatisticsError.tooFew("two different answers")) {
      try FleissKappa([[2, 0], [2, 0]])
    }
    #expect(throws: StatisticsError.tooFew("a case with two answers")) {
      try KrippendorffAlpha([[1], [nil, 2], []], scale: .nominal)
    }
    #expect(throws: StatisticsError.tooFew("two different answers")) {
      try KrippendorffAlpha([[1, 1], [1, 1]], scale: .nominal)
    }
    #expect(throws: StatisticsError.self) { try KrippendorffAlpha([[.nan, 1]], scale: .interval) }
    #expect(throws: StatisticsError.self) { try KrippendorffAlpha([[-1, 1]], scale: .ratio) }
    let alpha = try KrippendorffAlpha([[1, 2]], scale: .nominal)
    var generator = Seeded(7)
    #expect(throws: StatisticsError.self) { try alpha.interval(samples: 5, using: &generator) }
    #expect(throws: StatisticsError.tooFew("two cases with two answers")) {
      try alpha.interval(using: &generator)
    }
  }
}
