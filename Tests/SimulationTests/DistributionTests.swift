import Testing

@testable import Simulation

struct DistributionTests {
  @Test func `samples agree with what their distribution says of itself`() throws {
    let lognormal = try Distribution.lognormal(mean: 240, percentile90: 480)
    let all: [Distribution] = [
      try .constant(3), try .exponential(mean: 180), lognormal,
      try .lognormal(median: 60, percentile90: 400), try .lognormal(mean: 100, variation: 0.3),
      try .gamma(shape: 0.2, scale: 5), try .gamma(mean: 10, variation: 1.4),
      try .gamma(mean: 90, percentile90: 150), try .gamma(shape: 300, scale: 0.1),
      try .erlang(stages: 4, mean: 12), try .weibull(shape: 0.7, scale: 100),
      try .weibull(mean: 50, variation: 0.5), try .weibull(median: 30, percentile90: 90),
      try .uniform(from: 5, to: 9), try .triangular(from: 1, peak: 2, to: 9),
      try .triangular(from: 1, peak: 1, to: 9), try .triangular(from: 1, peak: 9, to: 9),
      try .empirical([
        .init(share: 0, value: 0), .init(share: 0.3, value: 10), .init(share: 0.35, value: 60),
        .init(share: 1, value: 61),
      ]),
      try .mixture([(3, lognormal), (1, .uniform(from: 0, to: 5)), (2, .exponential(mean: 9))]),
      try lognormal.zero(inShare: 0.4),
    ]
    for (place, distribution) in all.enumerated() {
      expectSamples(of: distribution, key: UInt64(place) + 20)
    }
  }

  @Test func `what people know is what they get`() throws {
    let known: [(Distribution, mean: Double?, median: Double?, p90: Double?, variation: Double?)] =
      [
        (try .lognormal(mean: 240, percentile90: 480), 240, nil, 480, nil),
        (try .lognormal(mean: 240, percentile90: 540), 240, nil, 540, nil),
        (try .lognormal(median: 60, percentile90: 400), nil, 60, 400, nil),
        (try .lognormal(mean: 5, variation: 1.5), 5, nil, nil, 1.5),
        (try .gamma(mean: 90, percentile90: 150), 90, nil, 150, nil),
        (try .gamma(mean: 90, percentile90: 95), 90, nil, 95, nil),
        (try .gamma(mean: 90, percentile90: 240), 90, nil, 240, nil),
        (try .gamma(mean: 7, variation: 0.4), 7, nil, nil, 0.4),
        (try .weibull(mean: 7, variation: 2.5), 7, nil, nil, 2.5),
        (try .weibull(median: 30, percentile90: 90), nil, 30, 90, nil),
        (try .erlang(stages: 4, mean: 12), 12, nil, nil, 0.5),
      ]
    for (distribution, mean, median, p90, variation) in known {
      // Rounding, times the steps of the fit.
      func close(_ value: Double, _ wanted: Double?) -> Bool {
        wanted.map { abs(value - $0) <= 1e-9 * $0 } ?? true
      }
      #expect(close(distribution.mean, mean), "\(distribution)")
      #expect(close(distribution.quantile(0.5), median), "\(distribution)")
      #expect(close(distribution.quantile(0.9), p90), "\(distribution)")
      #expect(close(distribution.squaredVariation.squareRoot(), variation), "\(distribution)")
    }
  }

  @Test func `a curve that is stretched keeps its form`() throws {
    let lognormal = try Distribution.lognormal(mean: 240, percentile90: 480)
    let all: [Distribution] = [
      try .constant(3), try .exponential(mean: 180), lognormal,
      try .gamma(mean: 10, variation: 1.4), try .weibull(median: 30, percentile90: 90),
      try .uniform(from: 5, to: 9), try .triangular(from: 1, peak: 2, to: 9),
      try .empirical([
        .init(share: 0, value: 1), .init(share: 0.3, value: 10), .init(share: 1, value: 61),
      ]),
      try lognormal.zero(inShare: 0.4),
    ]
    for distribution in all {
      let stretched = try distribution.scaled(by: 2.5)
      // Rounding of logarithms.
      #expect(abs(stretched.mean / distribution.mean - 2.5) < 1e-9, "\(distribution)")
      #expect(abs(stretched.squaredVariation - distribution.squaredVariation) < 1e-9)
      for share in [0.05, 0.5, 0.9] {
        let quantile = distribution.quantile(share)
        #expect(abs(stretched.quantile(share) - 2.5 * quantile) <= 1e-9 * quantile)
      }
    }
    #expect(throws: DistributionError.self) { try lognormal.scaled(by: 0) }
    #expect(throws: DistributionError.self) { try lognormal.scaled(by: .nan) }
    #expect(throws: DistributionError.self) { try lognormal.scaled(by: 1e12) }
  }

  @Test func `a record comes back as it was`() throws {
    let record = (0..<5000).map { Double(($0 * 7919) % 5000) }
    let distribution = try Distribution.observed(record)
    #expect(abs(distribution.mean - 2499.5) < 1)
    #expect(abs(distribution.quantile(0.9) - 4499.1) < 1)
    #expect(try Distribution.observed([4]) == .constant(4))
    expectSamples(of: distribution)
  }

  @Test func `a mixture of mixtures is one mixture`() throws {
    let inner = try Distribution.mixture([(1, .constant(1)), (1, .constant(2))])
    let outer = try Distribution.mixture([(1, inner), (1, .constant(5))])
    guard case .mixture(let parts) = outer.shape else { return #expect(Bool(false)) }
    #expect(parts.map(\.share) == [0.25, 0.25, 0.5])
    #expect(try Distribution.mixture([(3, inner)]) == inner)
    #expect(try inner.zero(inShare: 0) == inner)
  }

  @Test func `what cannot be is refused with what would be right`() {
    func message(_ make: () throws(DistributionError) -> Distribution) -> String {
      do {
        return "accepted: \(try make())"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      message { () throws(DistributionError) in try .lognormal(mean: 100, percentile90: 300) }
        == "the 90th percentile of a lognormal distribution is 1.01 to 2.27 times its mean, not 3.0 times"
    )
    #expect(
      message { () throws(DistributionError) in try .exponential(mean: -1) }
        == "mean must be more than zero and at most 1e12, not -1.0")
    #expect(
      message { () throws(DistributionError) in try .uniform(from: 5, to: 5) }
        == "upper bound must be more than 5.0 and at most 1e12, not 5.0")
    #expect(
      message { () throws(DistributionError) in try .empirical([]) }
        == "0 quantiles were given; give 2 to 10000")
    #expect(
      message { () throws(DistributionError) in try .observed([]) }
        == "0 observations are too few; give 1 or more")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -1, 1e308, 0, 1e-300, 1e12])
  func `hostile numbers are refused or harmless`(value: Double) {
    func made(_ make: () throws -> Distribution) -> Distribution? { try? make() }
    let all = [
      made { try .constant(value) }, made { try .exponential(mean: value) },
      made { try .lognormal(mean: value, variation: 1) },
      made { try .lognormal(mean: 1, variation: value) },
      made { try .lognormal(mean: value, percentile90: 2 * value) },
      made { try .lognormal(mean: 1, percentile90: value) },
      made { try .lognormal(median: value, percentile90: 2 * value) },
      made { try .gamma(shape: value, scale: 1) }, made { try .gamma(shape: 1, scale: value) },
      made { try .gamma(mean: value, percentile90: 2 * value) },
      made { try .weibull(shape: value, scale: 1) }, made { try .weibull(shape: 1, scale: value) },
      made { try .weibull(mean: value, variation: 1) },
      made { try .weibull(median: value, percentile90: 2 * value) },
      made { try .erlang(stages: 3, mean: value) }, made { try .uniform(from: 0, to: value) },
      made { try .uniform(from: value, to: 5) },
      made { try .triangular(from: 0, peak: value, to: 5) },
      made { try .observed([1, value]) },
      made { try .empirical([.init(share: 0, value: 0), .init(share: 1, value: value)]) },
      made { try .mixture([(value, .constant(1)), (1, .constant(2))]) },
      made { try Distribution.constant(1).zero(inShare: value) },
    ]
    var generator = Xoshiro256PlusPlus(key: 1)
    for distribution in all.compactMap(\.self) {
      for drawn in distribution.draws(50, using: &generator) { #expect(drawn >= 0) }
      #expect(distribution.mean >= 0)
      #expect(distribution.quantile(0.9) >= 0)
      #expect((0...1).contains(distribution.share(within: 3)))
    }
  }
}
