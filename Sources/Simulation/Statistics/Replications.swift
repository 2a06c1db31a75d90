import Dispatch
import Synchronization

/// When there are enough replications.
package struct StoppingRule: Hashable, Sendable {
  /// The least number of replications.
  package let least: Int
  /// The most.
  package let most: Int
  /// Which figures have to be known well, if any, and how well.
  package let wanted: Wanted?

  /// How well figures have to be known.
  package struct Wanted: Hashable, Sendable {
    /// Their places among the figures of a replication.
    package let figures: [Int]
    /// Half the width that its interval may have.
    package let halfWidth: Double
    /// How often the interval shall hold the truth.
    package let confidence: Double
  }

  /// Exactly so many.
  ///
  /// - Parameter count: 1...1,000,000; others are taken for the nearest of those.
  package static func count(_ count: Int) -> StoppingRule {
    let count = min(max(count, 1), 1_000_000)
    return StoppingRule(least: count, most: count, wanted: nil)
  }

  /// Until a figure is known well enough, asked after every ``Replications/wave`` of replications.
  ///
  /// - Parameters:
  ///   - halfWidth: Half the width that the interval may have (> 0).
  ///   - figure: The figure's place.
  ///   - confidence: How often the interval shall hold the truth.
  ///   - most: When to stop all the same.
  package static func until(
    halfWidth: Double, of figure: Int, confidence: Double = 0.95, atMost most: Int = 100_000
  ) -> StoppingRule {
    until(halfWidth: halfWidth, ofAll: [figure], confidence: confidence, atMost: most)
  }

  /// Until each of some figures is known well enough; those of which nothing was seen do not count.
  package static func until(
    halfWidth: Double, ofAll figures: [Int], confidence: Double = 0.95, atMost most: Int = 100_000
  ) -> StoppingRule {
    StoppingRule(
      least: Replications.wave, most: min(max(most, Replications.wave), 1_000_000),
      wanted: Wanted(figures: figures, halfWidth: halfWidth, confidence: confidence))
  }

  /// Whether more replications are asked for.
  func wantsMore(after done: Int, _ figures: [RunningRatio]) -> Bool {
    guard done < most else { return false }
    guard done >= least, let wanted else { return done < least }
    return wanted.figures.contains { place in
      guard figures.indices.contains(place) else { return false }
      let estimate = figures[place].estimate(confidence: wanted.confidence)
      // Infinite, and so not yet known, after one replication.
      return estimate.replications > 0 && !(estimate.halfWidth <= wanted.halfWidth)
    }
  }
}

/// What one replication found.
package struct Findings: Sendable {
  /// As many as every time.
  package var figures: [Ratio]
  /// Times of which percentiles are asked, as many as every time.
  package var times: [TimeHistogram]

  package init(figures: [Ratio] = [], times: [TimeHistogram] = []) {
    (self.figures, self.times) = (figures, times)
  }
}

/// What all replications found.
package struct ReplicationSums: Sendable {
  /// How often intervals shall hold the truth.
  private let confidence: Double
  /// Student's quantile, worked out once for all figures; of those added in every replication.
  private var student = Double.infinity
  /// How many there were, whatever they found.
  package private(set) var count = 0
  private(set) var figures: [RunningRatio] = []
  private var times: [PooledTimes] = []

  init(confidence: Double) { self.confidence = confidence }

  fileprivate mutating func end() {
    student = Student.quantile(0.5 + confidence / 2, degrees: count - 1)
  }

  fileprivate mutating func add(_ findings: Findings) {
    if count == 0 {
      figures = findings.figures.map { _ in RunningRatio() }
      times = findings.times.map { _ in PooledTimes() }
    }
    count += 1
    for (place, figure) in findings.figures.enumerated() where place < figures.count {
      figures[place].add(figure)
    }
    for (place, all) in findings.times.enumerated() where place < times.count {
      times[place].add(all)
    }
  }

  /// A figure; nothing where it never was.
  ///
  /// - Parameter range: What it can be; the interval is cut there.
  package func estimate(_ place: Int, within range: ClosedRange<Double> = .anything) -> Estimate {
    guard figures.indices.contains(place) else { return nothing }
    let figure = figures[place]
    return figure.estimate(
      within: range, confidence: confidence, student: figure.count == count ? student : nil)
  }

  /// What a share of some times do not exceed; nothing where there were none.
  package func percentile(_ share: Double, ofTimes place: Int) -> Estimate {
    guard times.indices.contains(place) else { return nothing }
    return times[place].percentile(share, confidence: confidence)
  }

  private var nothing: Estimate { .nothing(confidence: confidence) }
}

/// Runs repeated with other luck, over several cores, with the same result on any number of them.
package enum Replications {
  /// How many replications are done between two looks at the stopping rule.
  package static let wave = 16

  /// A wave of a fixed number of replications: long enough that cores seldom wait for each other,
  /// short enough that results do not pile up.
  private static func wave(_ rule: StoppingRule) -> Int {
    rule.wanted == nil ? min(max(wave, rule.most / 32), 64) : wave
  }

  /// Repeats a run until the rule is content.
  ///
  /// Results are added in the order of the replications' numbers, whichever ended first, so the same
  /// bytes come out on one core and on many. Memory does not grow with the number of replications.
  ///
  /// - Parameters:
  ///   - rule: When to stop.
  ///   - confidence: How often intervals shall hold the truth.
  ///   - cores: How many replications run at the same time (≥ 1).
  ///   - isCancelled: Asked between waves, and by the runs; on several threads. The replications before
  ///     the first that was given up are returned.
  ///   - progress: Told after each wave how many are done.
  ///   - run: One replication: what it found; depends on the number alone. Is called on several
  ///     threads. Nil where it gave up because it was cancelled.
  package static func run(
    _ rule: StoppingRule, confidence: Double = 0.95, cores: Int = 1,
    isCancelled: @Sendable () -> Bool = { false }, progress: (Int) -> Void = { _ in },
    _ run: @Sendable (Int) -> Findings?
  ) -> ReplicationSums {
    var sums = ReplicationSums(confidence: confidence)
    while rule.wantsMore(after: sums.count, sums.figures), !isCancelled() {
      let count = min(wave(rule), rule.most - sums.count)
      let found = results(of: sums.count..<sums.count + count, cores: cores) {
        isCancelled() ? nil : run($0)
      }
      // Those after one that was given up may have been done because they were short: they do not count.
      let done = found.prefix { $0 != nil }.compactMap { $0 }
      for findings in done { sums.add(findings) }
      progress(sums.count)
      if done.count < count { break }
    }
    sums.end()
    return sums
  }

  /// Each number's mean over so many replications of a run.
  package static func means(
    of count: Int, cores: Int = 1, _ run: @Sendable (Int) -> [Double]
  ) -> [RunningMean] {
    var (means, done): ([RunningMean], Int) = ([], 0)
    while done < count {
      for figures in results(of: done..<min(done + wave, count), cores: cores, run) {
        if means.isEmpty { means = figures.map { _ in RunningMean() } }
        for (place, figure) in figures.enumerated() where place < means.count {
          means[place].add(figure)
        }
        done += 1
      }
    }
    return means
  }

  /// The results of some numbers, in their order.
  private static func results<Result: Sendable>(
    of numbers: Range<Int>, cores: Int, _ run: @Sendable (Int) -> Result
  ) -> [Result] {
    let workers = min(max(cores, 1), numbers.count)
    guard workers > 1 else { return numbers.map(run) }
    let next = Atomic(numbers.lowerBound)
    return [Result](unsafeUninitializedCapacity: numbers.count) { results, written in
      // Each place is written once, by the worker that drew its number.
      nonisolated(unsafe) let base = results.baseAddress
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while true {
          let number = next.add(1, ordering: .relaxed).oldValue
          guard number < numbers.upperBound, let base else { return }
          (base + (number - numbers.lowerBound)).initialize(to: run(number))
        }
      }
      written = numbers.count
    }
  }
}
