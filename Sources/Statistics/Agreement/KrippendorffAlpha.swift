/// Krippendorff's alpha: how far any number of reviewers agree beyond chance, with any answers missing.
///
/// α = 1 − Dₒ/Dₑ, the disagreement seen within cases by the one expected if all answers were dealt out
/// anew. Only cases with two answers or more count. As a rule, below 0.667 nothing should rest on the
/// answers, and up to 0.8 only tentative conclusions.
///
/// Source: K. Krippendorff, *Computing Krippendorff's alpha-reliability*, 2011, whose example is in the
/// tests.
package struct KrippendorffAlpha: Hashable, Sendable {
  /// What kind of answers they are, which says how far two of them are apart.
  package enum Scale: String, CaseIterable, Sendable {
    /// Names: any two are equally far apart.
    case nominal
    /// An order: by how many answers were given from one to the other.
    case ordinal
    /// Numbers: by the square of their difference.
    case interval
    /// Numbers from a true zero: by the square of (a − b)/(a + b).
    case ratio
  }

  /// Alpha (at most 1; 0 is chance).
  package let alpha: Double
  /// What kind of answers they are.
  package let scale: Scale
  /// How many cases have two answers or more.
  package let cases: Int
  /// How many answers these have.
  package let answers: Int
  private let counts: PairCounts

  /// Compares answers.
  ///
  /// - Parameters:
  ///   - units: For each case the answers of the reviewers, in any order; nil where one gave none. Names are
  ///     given as numbers. At most a thousand different answers.
  ///   - scale: What kind of answers they are.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)`` for an answer that is not finite, or negative on a
  ///   ratio scale; ``StatisticsError/tooFew(_:)`` where no case has two answers, or all are alike.
  /// - Complexity: O(answers · log answers + (different answers)²), and their square per case at worst.
  package init(_ units: [[Double?]], scale: Scale) throws(StatisticsError) {
    for case let value? in units.joined() {
      try Checked.finite(value, "an answer")
      if scale == .ratio, value < 0 {
        throw .outOfRange("an answer on a ratio scale", value, range: "0 or more")
      }
    }
    let counts = PairCounts(units.map { $0.compactMap { $0 } }.filter { $0.count >= 2 })
    guard counts.values.count <= 1000 else {
      throw .outOfRange("different answers", Double(counts.values.count), range: "at most 1000")
    }
    guard counts.cases > 0 else { throw .tooFew("a case with two answers") }
    guard let alpha = counts.alpha(scale, of: counts.times) else {
      throw .tooFew("two different answers")
    }
    self.alpha = alpha
    self.scale = scale
    self.counts = counts
    cases = counts.cases
    answers = zip(counts.patterns, counts.times).reduce(0) { $0 + $1.0.answers * $1.1 }
  }

  /// The interval of alpha: quantiles of its values in samples of as many cases, drawn from these with
  /// putting back. Answers to one case stay together.
  ///
  /// Cases with the same answers are counted, not drawn one by one, so that a hundred thousand verdicts
  /// take no longer than a thousand. With few cases it is too narrow, like any bootstrap. A sample in which all answers are alike has no
  /// alpha and is left out.
  ///
  /// - Parameters:
  ///   - level: Between 0 and 1.
  ///   - samples: How many samples (100 to 100,000).
  ///   - generator: What draws them.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``; ``StatisticsError/tooFew(_:)`` with one case, or
  ///   where fewer than half of the samples have an alpha.
  /// - Complexity: O(samples × (ways to answer a case × (√cases + pairs of answers) + (different
  ///   answers)²)); where nearly every case is answered in a way of its own, O(samples × cases × …).
  package func interval(
    level: Double = 0.95, samples: Int = 2000, using generator: inout some RandomNumberGenerator
  ) throws(StatisticsError) -> Interval {
    try Checked.level(level)
    guard (100...100_000).contains(samples) else {
      throw .outOfRange("the samples", Double(samples), range: "100 to 100000")
    }
    guard cases >= 2 else { throw .tooFew("two cases with two answers") }
    var alphas: [Double] = []
    alphas.reserveCapacity(samples)
    for _ in 0..<samples {
      let drawn = try counts.drawn(using: &generator)
      if let alpha = counts.alpha(scale, of: drawn) { alphas.append(alpha) }
    }
    guard alphas.count * 2 >= samples else { throw .tooFew("more cases with different answers") }
    alphas.sort()
    let tail = (1 - level) / 2
    // Hyndman and Fan's seventh kind of quantile, the one of R and numpy.
    let quantile = { (share: Double) -> Double in
      let place = share * Double(alphas.count - 1)
      let below = Int(place)
      let above = min(below + 1, alphas.count - 1)
      return alphas[below] + (place - Double(below)) * (alphas[above] - alphas[below])
    }
    return Interval(low: quantile(tail), high: quantile(1 - tail), level: level)
  }
}

/// Which answers meet within cases.
private struct PairCounts: Hashable, Sendable {
  /// A way to answer a case.
  struct Pattern: Hashable, Sendable {
    /// Which answers it has, and how often each.
    let counts: [Count]
    /// How many there are.
    let answers: Int
  }

  /// How often an answer is given to a case.
  struct Count: Hashable, Sendable {
    let value: Int
    let times: Double
  }

  /// The different answers, in their order.
  let values: [Double]
  /// The different ways to answer a case, in the order in which they come.
  let patterns: [Pattern]
  /// How many cases are answered in each way.
  let times: [Int]
  /// In which way each case is answered.
  private let pattern: [Int]

  var cases: Int { pattern.count }

  init(_ units: [[Double]]) {
    let values = Set(units.joined()).sorted()
    let indices = Dictionary(
      values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.values = values
    var patterns: [Pattern] = []
    var times: [Int] = []
    var places: [Pattern: Int] = [:]
    pattern = units.map { unit in
      var count: [Int: Int] = [:]
      for value in unit { if let index = indices[value] { count[index, default: 0] += 1 } }
      let pattern = Pattern(
        counts: count.map { Count(value: $0, times: Double($1)) }.sorted { $0.value < $1.value },
        answers: unit.count)
      let place = places[pattern] ?? patterns.count
      if place == patterns.count {
        places[pattern] = place
        patterns.append(pattern)
        times.append(0)
      }
      times[place] += 1
      return place
    }
    self.patterns = patterns
    self.times = times
  }

  /// How many cases of a sample are answered in each way: as many cases as there are, drawn with putting
  /// back.
  func drawn(
    using generator: inout some RandomNumberGenerator
  ) throws(StatisticsError) -> [Int] {
    var drawn = [Int](repeating: 0, count: patterns.count)
    guard cases >= 32 * patterns.count else {
      for _ in 0..<cases { drawn[pattern[Int.random(in: 0..<cases, using: &generator)]] += 1 }
      return drawn
    }
    // A multinomial draw: of what is left to draw, each way takes a binomial share of what is left.
    var (toDraw, others) = (cases, cases)
    for (place, count) in times.enumerated() where toDraw > 0 {
      let share = try BinomialDistribution(
        trials: toDraw, chance: Double(count) / Double(others))
      drawn[place] = share.draw(using: &generator)
      toDraw -= drawn[place]
      others -= count
    }
    return drawn
  }

  /// Alpha over so many cases of each way; nil where all their answers are alike.
  func alpha(_ scale: KrippendorffAlpha.Scale, of times: [Int]) -> Double? {
    var totals = [Double](repeating: 0, count: values.count)
    var pairs = [Double](repeating: 0, count: values.count * values.count)
    for (pattern, times) in zip(patterns, times) where times > 0 {
      let weight = Double(times)
      for (place, one) in pattern.counts.enumerated() {
        totals[one.value] += one.times * weight
        for other in pattern.counts[(place + 1)...] {
          pairs[one.value * values.count + other.value] +=
            one.times * other.times * weight / Double(pattern.answers - 1)
        }
      }
    }
    let n = totals.reduce(0, +)
    var (seen, dealt) = (0.0, 0.0)
    for low in values.indices {
      // How many answers were given from `low` on, up to before `high`.
      var run = 0.0
      for high in (low + 1)..<max(values.count, low + 1) {
        run += totals[high - 1]
        let distance: Double
        switch scale {
        case .nominal: distance = 1
        case .ordinal: distance = run + totals[high] - (totals[low] + totals[high]) / 2
        case .interval: distance = values[high] - values[low]
        case .ratio: distance = (values[high] - values[low]) / (values[high] + values[low])
        }
        seen += pairs[low * values.count + high] * distance * distance
        dealt += totals[low] * totals[high] * distance * distance
      }
    }
    return dealt > 0 ? 1 - (n - 1) * seen / dealt : nil
  }
}
