import Foundation
import Testing

@testable import Simulation

struct RandomnessTests {
  /// Expected: the authors' C code, as run by others (xoshiro-fortran's test data; a Python
  /// transcription).
  @Test func `xoshiro256++ gives its authors' numbers`() {
    var first = Xoshiro256PlusPlus(state: (1, 2, 3, 4))
    #expect(
      (0..<6).map { _ in first.next() } == [
        41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
        9_228_616_714_210_784_205, 9_973_669_472_204_895_162,
      ])
    var second = Xoshiro256PlusPlus(state: (0, 0, 0, 1))
    #expect(
      (0..<5).map { _ in second.next() } == [
        0x80_0000, 0x80_0011, 0x0002_2000_0080_0011, 0x0002_2000_4400_0020, 0x0002_2000_4480_08A1,
      ])
  }

  @Test func `splitmix64 gives its author's numbers`() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `every seed, replication, purpose and subject has a stream of its own`() {
    var keys: Set<UInt64> = []
    for seed in [0, 1, 2, UInt64.max] {
      for replication in 0..<5 {
        let streams = RandomStreams(seed: seed, replication: replication)
        for purpose in Purpose.allCases {
          for subject in 0..<5 { keys.insert(streams.key(purpose, of: subject)) }
        }
      }
    }
    #expect(keys.count == 4 * 5 * Purpose.allCases.count * 5)
  }

  /// Recorded results depend on these numbers.
  @Test func `a stream stays what it was`() {
    var arrivals = RandomStreams(seed: 42, replication: 3).stream(.arrivals, of: 1)
    var draws = RandomStreams.draws(.handling, contact: 99, touch: 2)
    #expect(
      [arrivals.next(), draws.next()] == [15_231_397_311_614_463_648, 12_961_300_020_058_930_226])
  }

  @Test func `a contact's luck for one purpose says nothing about another`() {
    var generator = Xoshiro256PlusPlus(key: 5)
    var product = 0.0
    let count = 20_000
    for _ in 0..<count {
      let contact = generator.next()
      var handling = RandomStreams.draws(.handling, contact: contact)
      var patience = RandomStreams.draws(.patience, contact: contact)
      var again = RandomStreams.draws(.handling, contact: contact, touch: 1)
      let first = handling.unit() - 0.5
      product += first * (patience.unit() - 0.5) + first * (again.unit() - 0.5)
    }
    // Each product has variance 1/144; four standard errors.
    #expect(abs(product) < 4 * (2 * Double(count)).squareRoot() / 12)
  }

  @Test func `uniform numbers fill their interval evenly and never leave it`() {
    var generator = Xoshiro256PlusPlus(key: 1)
    var counts = [Int](repeating: 0, count: 20)
    for _ in 0..<40_000 {
      let value = generator.unit()
      #expect(value >= 0 && value < 1)
      counts[Int(value * 20)] += 1
      let inside = generator.inside()
      #expect(inside > 0 && inside < 1)
    }
    let square = counts.reduce(0.0) { $0 + (Double($1) - 2000) * (Double($1) - 2000) / 2000 }
    // The 99.99th percentile of chi-squared with 19 degrees of freedom.
    #expect(square < 50.8)
  }
}

struct PortableMathTests {
  @Test func `logarithms are the C library's to two units in the last place`() {
    var generator = Xoshiro256PlusPlus(key: 3)
    for _ in 0..<20_000 {
      let x = Double(bitPattern: generator.next() >> 1)
      guard x.isFinite, x > 0 else { continue }
      let expected = log(x)
      #expect(abs(PortableMath.log(x) - expected) <= 2 * expected.ulp, "\(x)")
      let near = 0.5 + generator.unit()
      #expect(abs(PortableMath.log(near) - log(near)) <= 3 * log(near).ulp, "\(near)")
    }
    #expect(PortableMath.log(1) == 0)
    #expect(PortableMath.log(0) == -.infinity)
  }

  @Test func `exponentials are the C library's to two units in the last place`() {
    var generator = Xoshiro256PlusPlus(key: 4)
    for range in [700.0, 10, 0.1] {
      for _ in 0..<10_000 {
        let x = (generator.unit() * 2 - 1) * range
        let expected = exp(x)
        #expect(abs(PortableMath.exp(x) - expected) <= 2 * expected.ulp, "\(x)")
      }
    }
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.exp(-1e9) == 0)
    #expect(PortableMath.exp(-.infinity) == 0)
    #expect(PortableMath.exp(1e9) == .infinity)
  }

  /// Expected: Python's `math.lgamma`.
  @Test(arguments: [
    (0.1, 2.2527126517342055),
    (0.5, 0.5723649429247004),
    (1.0, 0.0),
    (1.5, -0.12078223763524543),
    (2.0, 0.0),
    (7.25, 7.0521854507385395),
    (30.0, 71.257038967168),
    (10000.0, 82099.71749644238),
    (1e6, 12815504.569147611),
  ])
  func `the gamma function is the C library's`(x: Double, expected: Double) {
    #expect(abs(GammaFunction.log(x) - expected) <= 2e-14 * max(1, abs(expected)))
  }

  @Test(arguments: [(1, 0.5), (3, 2.0), (3, 9.0), (10, 4.0), (40, 55.0)])
  func `the incomplete gamma function is a sum of Poisson terms`(shape: Int, x: Double) {
    var (term, sum) = (exp(-x), 0.0)
    for n in 0..<shape {
      sum += term
      term *= x / Double(n + 1)
    }
    #expect(abs(GammaFunction.below(x, shape: Double(shape)) - (1 - sum)) < 1e-13)
    #expect(abs(GammaFunction.above(x, shape: Double(shape)) - sum) < 1e-13)
  }

  @Test(arguments: [-8, -2, -0.5, 0, 1.2815515655446004, 3.5])
  func `the normal distribution is the C library's`(z: Double) {
    let expected = erfc(-z / 2.0.squareRoot()) / 2
    #expect(abs(GammaFunction.normalBelow(z) - expected) <= 1e-13 * max(expected, 1e-3))
  }
}
