import Statistics
import Testing

struct DistributionTests {
  /// The parameters' size costs digits: the argument itself is only known to 1e-16.
  @Test(arguments: Expected.beta)
  func `beta agrees with forty digits`(
    row: (a: Double, b: Double, x: Double, chance: Double)
  ) throws {
    let beta = try BetaDistribution(a: row.a, b: row.b)
    #expect(near(beta.atMost(row.x), row.chance, row.a + row.b > 1e5 ? 1e-12 : 2e-13))
    let mirror = try BetaDistribution(a: row.b, b: row.a)
    #expect(abs(beta.atMost(row.x) + mirror.atMost(1 - row.x) - 1) <= 1e-10)
  }

  @Test(arguments: Expected.betaQuantiles)
  func `a beta quantile agrees with forty digits`(
    row: (a: Double, b: Double, share: Double, x: Double)
  ) throws {
    let beta = try BetaDistribution(a: row.a, b: row.b)
    #expect(near(beta.quantile(row.share), row.x, 1e-12))
    #expect(abs(beta.atMost(beta.quantile(row.share)) - row.share) <= 1e-12)
    let mirror = try BetaDistribution(a: row.b, b: row.a)
    #expect(abs(1 - mirror.upperQuantile(row.share) - row.x) <= 1e-13)
  }

  @Test(arguments: Expected.normalQuantiles)
  func `a normal quantile agrees with forty digits`(row: (share: Double, z: Double)) throws {
    #expect(abs(try NormalDistribution.quantile(row.share) - row.z) <= 1e-14 * max(1, abs(row.z)))
    #expect(near(NormalDistribution.atMost(row.z), row.share, 1e-13))
  }

  @Test(arguments: Expected.studentQuantiles)
  func `a quantile of Student's agrees with forty digits`(
    row: (share: Double, degrees: Int, t: Double)
  ) throws {
    let t = try StudentDistribution.quantile(row.share, degrees: row.degrees)
    #expect(near(t, row.t, 1e-12))
    let below = try StudentDistribution.quantile(1 - row.share, degrees: row.degrees)
    #expect(near(below, -row.t, 1e-11))
  }

  @Test func `with many numbers Student's is the normal distribution`() throws {
    let normal = try NormalDistribution.deviations(level: 0.95)
    let student = try StudentDistribution.deviations(level: 0.95, degrees: 1_000_000_000)
    #expect(near(student, normal, 1e-8))
    #expect(try StudentDistribution.quantile(0.5, degrees: 3) == 0)
  }

  @Test(arguments: Expected.binomial)
  func `binomial tails agree with exact fractions`(
    row: (cases: Int, chance: Double, most: Int, atMost: Double)
  ) throws {
    let binomial = try BinomialDistribution(trials: row.cases, chance: row.chance)
    #expect(near(binomial.atMost(row.most), row.atMost, 1e-13))
    #expect(abs(binomial.atMost(row.most) + binomial.atLeast(row.most + 1) - 1) <= 1e-13)
  }

  @Test(arguments: Expected.hypergeometric)
  func `hypergeometric tails agree with exact fractions`(
    row: (population: Int, marked: Int, drawn: Int, most: Int, atMost: Double)
  ) throws {
    let drawn = try HypergeometricDistribution(
      population: row.population, marked: row.marked, drawn: row.drawn)
    #expect(near(drawn.atMost(row.most), row.atMost, 1e-12))
    let sum = drawn.support.reduce(0) { $0 + drawn.exactly($1) }
    #expect(abs(sum - 1) <= 1e-12)
    // What is drawn and what is marked may change places.
    let other = try HypergeometricDistribution(
      population: row.population, marked: row.drawn, drawn: row.marked)
    #expect(near(other.atMost(row.most), row.atMost, 1e-12))
  }

  @Test func `single chances sum up to tails, and quantiles turn tails round`() throws {
    var generator = Seeded(1)
    for _ in 0..<300 {
      let trials = Int.random(in: 1...300, using: &generator)
      let binomial = try BinomialDistribution(
        trials: trials, chance: Double.random(in: 0...1, using: &generator))
      let k = Int.random(in: 0...trials, using: &generator)
      let sum = (0...k).reduce(0) { $0 + binomial.exactly($1) }
      #expect(abs(binomial.atMost(k) - sum) <= 1e-12)
      let share = Double.random(in: 0..<1, using: &generator)
      let quantile = binomial.quantile(share)
      #expect(binomial.atMost(quantile) >= share && binomial.atMost(quantile - 1) < share)
      let upper = binomial.upperQuantile(share)
      #expect(binomial.atLeast(upper) >= share && binomial.atLeast(upper + 1) < share)
    }
  }

  @Test func `what five reviews tell of an agent is next to nothing`() throws {
    let good = try BinomialDistribution(trials: 5, chance: 0.9)
    let weak = try BinomialDistribution(trials: 5, chance: 0.7)
    #expect(abs(good.atMost(3) - 0.081) < 5e-4)
    #expect(abs(weak.atLeast(5) - 0.168) < 5e-4)
    let four = try Proportion(kept: 4, of: 5).wilson()
    #expect(abs(four.low - 0.376) < 5e-4 && abs(four.high - 0.964) < 5e-4)
  }

  @Test func `chances of certain things are certain`() throws {
    #expect(try BinomialDistribution(trials: 0, chance: 0.3).atMost(0) == 1)
    #expect(try BinomialDistribution(trials: 9, chance: 0).exactly(0) == 1)
    #expect(try BinomialDistribution(trials: 9, chance: 1).exactly(9) == 1)
    #expect(try BinomialDistribution(trials: 9, chance: 1).atMost(8) == 0)
    #expect(try BinomialDistribution(trials: 9, chance: 0.5).exactly(10) == 0)
    #expect(try HypergeometricDistribution(population: 0, marked: 0, drawn: 0).exactly(0) == 1)
    #expect(try HypergeometricDistribution(population: 5, marked: 5, drawn: 5).exactly(5) == 1)
    #expect(try HypergeometricDistribution(population: 5, marked: 2, drawn: 0).atMost(0) == 1)
  }

  @Test(arguments: [Double.nan, .infinity, -1, 0, 1e30])
  func `hostile numbers are errors, or at the ends of the scale`(value: Double) throws {
    #expect(throws: StatisticsError.self) { try BetaDistribution(a: value, b: 1) }
    #expect(throws: StatisticsError.self) { try BetaDistribution(a: 1, b: value) }
    #expect(throws: StatisticsError.self) { try NormalDistribution.quantile(value) }
    #expect(throws: StatisticsError.self) { try NormalDistribution.deviations(level: value) }
    #expect(throws: StatisticsError.self) {
      try StudentDistribution.quantile(value, degrees: 3)
    }
    #expect(throws: StatisticsError.self) {
      try StudentDistribution.deviations(level: 0.95, degrees: 0)
    }
    let beta = try BetaDistribution(a: 1e-9, b: 1e9)
    #expect((0...1).contains(beta.quantile(0.3)))
    #expect((0...1).contains(try BetaDistribution(a: 1e-9, b: 1e-9).quantile(0.5)))
  }

  @Test(arguments: [Int.min, -1, Int.max])
  func `counts that nobody has are errors`(count: Int) {
    #expect(throws: StatisticsError.self) {
      try BinomialDistribution(trials: count, chance: 0.5)
    }
    #expect(throws: StatisticsError.self) {
      try HypergeometricDistribution(population: count, marked: 1, drawn: 1)
    }
    #expect(throws: StatisticsError.self) {
      try HypergeometricDistribution(population: 10, marked: count, drawn: 1)
    }
  }

  /// Of 20,000 draws the count of each k is known to four standard errors.
  @Test(arguments: [(1, 0.3), (10, 0.3), (7, 0.97), (400, 0.01), (400, 0.5), (100_000, 0.4)])
  func `draws of a binomial come as often as their chance`(trials: Int, chance: Double) throws {
    let binomial = try BinomialDistribution(trials: trials, chance: chance)
    var generator = Seeded(31)
    var counts: [Int: Int] = [:]
    var (sum, squares) = (0.0, 0.0)
    for _ in 0..<20_000 {
      let drawn = binomial.draw(using: &generator)
      counts[drawn, default: 0] += 1
      let away = Double(drawn) - Double(trials) * chance
      sum += away
      squares += away * away
    }
    let variance = Double(trials) * chance * (1 - chance)
    #expect(abs(sum / 20_000) <= 4 * (variance / 20_000).squareRoot())
    #expect(abs(squares / 20_000 / variance - 1) <= 0.06)
    #expect(counts.keys.allSatisfy { (0...trials).contains($0) })
    for k in 0...min(trials, 20) {
      let expected = 20_000 * binomial.exactly(k)
      #expect(abs(Double(counts[k] ?? 0) - expected) <= 4 * expected.squareRoot() + 1)
    }
  }

  @Test func `draws of nothing, of none and of all are what they must be`() throws {
    var generator = Seeded(32)
    for (trials, chance, drawn) in [(0, 0.5, 0), (9, 0, 0), (9, 1, 9)] {
      let binomial = try BinomialDistribution(trials: trials, chance: chance)
      #expect(binomial.draw(using: &generator) == drawn)
    }
  }
}
