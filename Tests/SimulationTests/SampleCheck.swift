import Testing

@testable import Simulation

/// Holds samples of a distribution against its own moments, quantiles and shares.
///
/// - Parameters:
///   - distribution: What is drawn.
///   - count: How many; the tolerances follow from it.
///   - key: Of the stream. Bounds are wide enough that one key in about a thousand fails.
func expectSamples(
  of distribution: Distribution, count: Int = 40_000, key: UInt64 = 11,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var generator = Xoshiro256PlusPlus(key: key)
  let values = distribution.draws(count, using: &generator).sorted()
  let n = Double(count)
  #expect(values.allSatisfy { $0 >= 0 && $0.isFinite }, sourceLocation: sourceLocation)

  // The mean, by its known standard error.
  let mean = values.reduce(0, +) / n
  let error = (distribution.variance / n).squareRoot()
  #expect(
    abs(mean - distribution.mean) <= 4 * error + 1e-12 * distribution.mean,
    "mean \(mean) for \(distribution.mean)", sourceLocation: sourceLocation)

  // The variance, by the standard error that the sample itself shows.
  let squares = values.map { ($0 - mean) * ($0 - mean) }
  let variance = squares.reduce(0, +) / n
  let spread = squares.reduce(0) { $0 + ($1 - variance) * ($1 - variance) } / n
  #expect(
    abs(variance - distribution.variance) <= 5 * (spread / n).squareRoot() + 1e-12 * variance,
    "variance \(variance) for \(distribution.variance)", sourceLocation: sourceLocation)

  // Quantiles: so many lie at or below each, and no fewer.
  for share in [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999] {
    let quantile = distribution.quantile(share)
    let below = Double(values.prefix { $0 < quantile * (1 - 1e-12) }.count) / n
    let within = Double(values.prefix { $0 <= quantile * (1 + 1e-12) }.count) / n
    let error = 4 * (share * (1 - share) / n).squareRoot()
    #expect(
      below <= share + error && within >= share - error,
      "quantile \(share) at \(quantile): \(below) to \(within)", sourceLocation: sourceLocation)
    #expect(
      distribution.share(within: quantile * (1 + 1e-9)) >= share - 1e-9,
      sourceLocation: sourceLocation)
  }

  // The whole curve: Kolmogorov's distance, 99.99th percentile 2.23/√n. Ties (constants, zeros) are
  // one step of the curve, so only the last of equal values is compared.
  var distance = 0.0
  for (index, value) in values.enumerated() where index + 1 == count || values[index + 1] > value {
    distance = max(distance, abs(Double(index + 1) / n - distribution.share(within: value)))
  }
  #expect(distance < 2.23 / n.squareRoot(), "distance \(distance)", sourceLocation: sourceLocation)
}
