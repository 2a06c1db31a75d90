import Synchronization
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

  /// Expected: by hand, after Cochran's formula 6.13.
  @Test func `a ratio is all amounts by all wholes, with Student on what is above or below it`() {
    var ratio = RunningRatio()
    #expect(ratio.estimate().replications == 0)
    ratio.add(Ratio(0, of: 0))
    #expect(ratio.estimate().replications == 0)
    // 9 of 10, 1 of 10, none of none, and 20 of 40: 30 of 60, not a mean of shares.
    for (amount, whole) in [(9, 10), (1, 10), (20, 40)] { ratio.add(Ratio(amount, of: whole)) }
    ratio.add(Ratio(.nan, of: 3))
    let estimate = ratio.estimate(within: 0...1)
    #expect(estimate.mean == 0.5 && estimate.replications == 4)
    // Off by 4, -4, 0, 0: 32 / 3 / 4, over a mean whole of 15, times 3.18245.
    #expect(abs(estimate.halfWidth - 3.18245 * (32.0 / 12).squareRoot() / 15) < 1e-5)
    // Of 1 each it is a mean.
    var (mean, ones) = (RunningMean(), RunningRatio())
    for value in [2.0, 4, 4, 4, 5, 5, 7, 9] {
      mean.add(value)
      ones.add(Ratio(value))
    }
    #expect(abs(ones.estimate().halfWidth - mean.estimate().halfWidth) < 1e-12)
    #expect(ones.estimate().mean == 5)
  }

  @Test func `an interval ends where the figure must`() {
    var share = RunningRatio()
    for (amount, whole) in [(0, 10), (0, 10), (1, 10)] { share.add(Ratio(amount, of: whole)) }
    let estimate = share.estimate(within: 0...1)
    #expect(estimate.low == 0 && estimate.high > 0.1 && estimate.halfWidth > estimate.mean)
    #expect(share.estimate().low < 0)
    var late = RunningRatio()
    for (amount, whole) in [(10, 10), (10, 10), (9, 10)] { late.add(Ratio(amount, of: whole)) }
    #expect(late.estimate(within: 0...1).high == 1)
    let one = RunningRatio([Ratio(1, of: 2)]).estimate(within: 0...1)
    #expect(one.halfWidth == .infinity && one.low == 0 && one.high == 1)
  }

  /// Days of which one in five is an incident with thirty times the contacts, and few of them kept.
  @Test func `a ratio's interval holds the share of all contacts where a mean of shares does not`()
    throws
  {
    // Kept of all: (0.8 · 10 · 0.9 + 0.2 · 300 · 0.2) / (0.8 · 10 + 0.2 · 300).
    let truth = (7.2 + 12) / 68
    var (held, heldByMean) = (0, 0)
    for seed in 0..<400 {
      var generator = RandomStreams(seed: UInt64(seed), replication: 0).stream(.handling)
      var (ratio, mean) = (RunningRatio(), RunningMean())
      for _ in 0..<100 {
        let isIncident = generator.unit() < 0.2
        let count = isIncident ? 300 : 10
        let kept = (0..<count).count { _ in generator.unit() < (isIncident ? 0.2 : 0.9) }
        ratio.add(Ratio(kept, of: count))
        mean.add(Double(kept) / Double(count))
      }
      if ratio.estimate(within: 0...1).contains(truth) { held += 1 }
      if mean.estimate().contains(truth) { heldByMean += 1 }
    }
    // 380 expected, standard deviation 4.4; somewhat fewer for so few incidents.
    #expect((364...396).contains(held), "\(held)")
    #expect(heldByMean == 0)
  }

  /// Ten waits in each of forty replications: their own 95th percentile says little.
  @Test func `the percentile of all times is in its interval 95 times in 100`() throws {
    let distribution = try Distribution.exponential(mean: 100)
    // 2 and 3 times ln 10, and twice ln 2.
    let truth = [0.5: 69.3147, 0.9: 230.2585, 0.95: 299.5732]
    var held: [Double: Int] = [:]
    for seed in 0..<400 {
      var generator = RandomStreams(seed: UInt64(seed), replication: 0).stream(.handling)
      var times = PooledTimes()
      for _ in 0..<40 {
        var own = TimeHistogram()
        for value in distribution.draws(25, using: &generator) { own.add(value) }
        times.add(own)
      }
      for (share, exact) in truth
      where times.percentile(share, confidence: 0.95).contains(exact) {
        held[share, default: 0] += 1
      }
    }
    for (share, count) in held { #expect((364...396).contains(count), "\(share): \(count)") }
    #expect(held.count == 3)
    var few = PooledTimes()
    #expect(few.percentile(0.5, confidence: 0.95).replications == 0)
    few.add(TimeHistogram(TimeHistogram(), zeros: 3))
    let zero = few.percentile(0.5, confidence: 0.95)
    #expect(zero.mean == 0 && zero.low == 0 && zero.high == .infinity)
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
    @Sendable func draw(_ number: Int) -> [Double] {
      var generator = RandomStreams(seed: 9, replication: number).stream(.handling)
      return [generator.unit(), Double(number)]
    }
    func means(cores: Int) -> [RunningMean] {
      Replications.means(of: 37, cores: cores) { draw($0) }
    }
    func ratios(cores: Int) -> [RunningRatio] {
      Replications.run(.count(37), cores: cores) { number in
        Findings(figures: draw(number).map { Ratio($0, of: Double(number)) })
      }.figures
    }
    let one = means(cores: 1)
    #expect(one[0].count == 37 && one[1].mean == 18)
    for cores in [2, 7] {
      #expect(one == means(cores: cores))
      #expect(ratios(cores: 1) == ratios(cores: cores))
    }
  }

  @Test func `replications stop when the figure is known well enough, or when told`() {
    @Sendable func figure(_ number: Int) -> Findings {
      var generator = RandomStreams(seed: 1, replication: number).stream(.handling)
      return Findings(figures: [Ratio(0), Ratio(generator.unit())])
    }
    let known = Replications.run(.until(halfWidth: 0.05, of: 1), figure)
    // Standard deviation 0.289: some 130 are needed.
    #expect(known.estimate(1).halfWidth <= 0.05)
    #expect((96...176).contains(known.count) && known.count.isMultiple(of: 16))
    let most = Replications.run(.until(halfWidth: 1e-9, of: 1, atMost: 40), figure)
    #expect(most.count == 40)
    var done: [Int] = []
    let asked = Atomic(0)
    // Asked before each wave and each replication: before the third wave's first.
    let told = Replications.run(
      .count(100), isCancelled: { asked.add(1, ordering: .relaxed).newValue > 34 },
      progress: { done.append($0) }, figure)
    #expect(told.count == 32 && done == [16, 32])
    // What is given up, and what comes after it, does not count.
    let broken = Replications.run(.count(100)) { $0 == 20 ? nil : figure($0) }
    #expect(broken.count == 20)
  }
}

extension RunningRatio {
  init(_ ratios: [Ratio]) {
    self.init()
    for ratio in ratios { add(ratio) }
  }
}
