import Testing

@testable import Simulation

struct StatisticsTests {
  /// Expected: printed tables of Student's distribution.
  @Test(arguments: [
    (0.975, 1, 12.7062), (0.975, 4, 2.7764), (0.975, 15, 2.1314), (0.975, 100, 1.9840),
    (0.995, 15, 2.9467), (0.995, 30, 2.7500), (0.9, 1, 3.0777), (0.975, 100_000, 1.9600),
  ])
  func `Student's quantiles are those of the tables`(share: Double, degrees: Int, value: Double) {
    #expect(abs(Student.quantile(share, degrees: degrees) - value) < 6e-5)
  }

  @Test func `a running mean is the mean, and its interval Student's`() {
    var mean = RunningMean()
    #expect(mean.estimate().halfWidth == .infinity)
    for value in [2.0, 4, 4, 4, 5, 5, 7, 9, .nan] { mean.add(value) }
    let estimate = mean.estimate(confidence: 0.95)
    #expect(estimate.mean == 5)
    // Sum of squares 32, n = 8, t = 2.36462.
    #expect(abs(mean.variance - 32.0 / 7) < 1e-12)
    #expect(abs(estimate.halfWidth - 2.36462 * (32.0 / 7 / 8).squareRoot()) < 1e-4)
    #expect(estimate.contains(5) && !estimate.contains(7))
    #expect(estimate.replications == 8)
  }

  @Test func `a 95% interval holds the truth 95 times in 100`() throws {
    let distribution = try Distribution.exponential(mean: 3)
    var held = 0
    for seed in 0..<400 {
      var generator = RandomStreams(seed: UInt64(seed), replication: 0).stream(.handling)
      var mean = RunningMean()
      for _ in 0..<10 {
        mean.add(distribution.draws(40, using: &generator).reduce(0, +) / 40)
      }
      if mean.estimate().contains(3) { held += 1 }
    }
    // 380 expected, standard deviation 4.4.
    #expect((362...396).contains(held))
  }

  @Test func `percentiles from a histogram are within a hundredth`() throws {
    let distribution = try Distribution.lognormal(mean: 100, variation: 1.2)
    var generator = Xoshiro256PlusPlus(key: 2)
    let values = distribution.draws(20_000, using: &generator).sorted()
    var (first, second) = (TimeHistogram(), TimeHistogram())
    for (place, value) in values.enumerated() {
      if place.isMultiple(of: 2) { first.add(value) } else { second.add(value) }
    }
    first.add(second)
    #expect(first.count == 20_000)
    for share in [0.05, 0.5, 0.8, 0.95, 0.999] {
      let exact = values[Int(share * 20_000) - 1]
      #expect(abs(first.percentile(share) - exact) <= 0.01 * exact)
    }
    // As many zeros again: the 80th percentile of all is the 60th of these.
    #expect(
      abs(first.percentile(0.8, zeros: 20_000) - first.percentile(0.6)) <= 1e-9 * values[12_000])
    #expect(first.percentile(0.4, zeros: 20_000) == 0)
    #expect(TimeHistogram().percentile(0.9) == 0)
    var extreme = TimeHistogram()
    for value in [0, 1e-9, 1e300, .infinity] { extreme.add(value) }
    #expect(extreme.count == 4)
  }

  @Test func `replications give the same bits on any number of cores`() {
    func means(cores: Int) -> [RunningMean] {
      Replications.run(.count(37), cores: cores) { number in
        var generator = RandomStreams(seed: 9, replication: number).stream(.handling)
        return [generator.unit(), Double(number)]
      }
    }
    let one = means(cores: 1)
    #expect(one[0].count == 37 && one[1].mean == 18)
    #expect(one == means(cores: 2))
    #expect(one == means(cores: 7))
  }

  @Test func `replications stop when the figure is known well enough, or when told`() {
    @Sendable func figure(_ number: Int) -> [Double] {
      var generator = RandomStreams(seed: 1, replication: number).stream(.handling)
      return [0, generator.unit()]
    }
    let known = Replications.run(.until(halfWidth: 0.05, of: 1), figure)
    // Standard deviation 0.289: some 130 are needed.
    #expect(known[1].estimate().halfWidth <= 0.05)
    #expect((96...176).contains(known[1].count) && known[1].count.isMultiple(of: 16))
    let most = Replications.run(.until(halfWidth: 1e-9, of: 1, atMost: 40), figure)
    #expect(most[1].count == 40)
    var done: [Int] = []
    let told = Replications.run(
      .count(100), isCancelled: { done.count == 2 }, progress: { done.append($0) }, figure)
    #expect(told[1].count == 32 && done == [16, 32])
  }
}
