import Simulation

/// A desk of which theory knows the answer.
struct ValidationCase: Sendable {
  /// A number that is known exactly.
  struct Figure: Sendable {
    let name: String
    let exact: Double
    /// Whether it stands in the table and is asked again with many seeds; the others are in a plot.
    var isListed = true
  }

  /// The model's name, and its numbers.
  let name: String
  let setting: String
  let figures: [Figure]
  /// One replication: a value for each figure.
  let replication: @Sendable (RandomStreams) -> [Double]

  /// The figures' estimates.
  func estimates(seed: UInt64, replications: Int, confidence: Double, cores: Int) -> [Estimate] {
    let replication = replication
    return Replications.means(of: replications, cores: cores) {
      replication(RandomStreams(seed: seed, replication: $0))
    }.map { $0.estimate(confidence: confidence) }
  }

  /// How many of so many seeds' 95% intervals hold each figure.
  func held(seeds: Range<UInt64>, replications: Int, cores: Int) -> [Int] {
    let (case_, figures) = (self, figures)
    // One replication of the outer loop is a whole study with one seed, on one core.
    let means = Replications.means(of: seeds.count, cores: cores) { number in
      let estimates = case_.estimates(
        seed: seeds.lowerBound + UInt64(number), replications: replications, confidence: 0.95,
        cores: 1)
      return zip(figures, estimates).map { $1.contains($0.exact) ? 1 : 0 }
    }
    return means.map { Int(($0.mean * Double($0.count)).rounded()) }
  }
}
