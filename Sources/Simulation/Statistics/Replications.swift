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

  /// Until each of some figures is known well enough; those that are never finite do not count.
  package static func until(
    halfWidth: Double, ofAll figures: [Int], confidence: Double = 0.95, atMost most: Int = 100_000
  ) -> StoppingRule {
    StoppingRule(
      least: Replications.wave, most: min(max(most, Replications.wave), 1_000_000),
      wanted: Wanted(figures: figures, halfWidth: halfWidth, confidence: confidence))
  }

  /// Whether more replications are asked for.
  func wantsMore(after done: Int, _ figures: [RunningMean]) -> Bool {
    guard done < most else { return false }
    guard done >= least, let wanted else { return done < least }
    return wanted.figures.contains { place in
      guard figures.indices.contains(place), figures[place].count > 0 else { return false }
      // Infinite, and so not yet known, after one replication.
      return
        !(figures[place].estimate(confidence: wanted.confidence).halfWidth <= wanted.halfWidth)
    }
  }
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
  /// bits come out on one core and on many. Memory does not grow with the number of replications.
  ///
  /// - Parameters:
  ///   - rule: When to stop.
  ///   - cores: How many replications run at the same time (≥ 1).
  ///   - isCancelled: Asked between waves; what is done by then is returned.
  ///   - progress: Told after each wave how many are done.
  ///   - run: One replication: its figures, as many every time; depends on the number alone. Is
  ///     called on several threads.
  /// - Returns: Each figure's mean over replications.
  package static func run(
    _ rule: StoppingRule, cores: Int = 1, isCancelled: () -> Bool = { false },
    progress: (Int) -> Void = { _ in }, _ run: @Sendable (Int) -> [Double]
  ) -> [RunningMean] {
    var means: [RunningMean] = []
    var done = 0
    while rule.wantsMore(after: done, means), !isCancelled() {
      let count = min(wave(rule), rule.most - done)
      for figures in results(of: done..<done + count, cores: cores, run) {
        if means.isEmpty { means = figures.map { _ in RunningMean() } }
        for (place, figure) in figures.enumerated() where place < means.count {
          means[place].add(figure)
        }
      }
      done += count
      progress(done)
    }
    return means
  }

  /// The results of some numbers, in their order.
  private static func results(
    of numbers: Range<Int>, cores: Int, _ run: @Sendable (Int) -> [Double]
  ) -> [[Double]] {
    let workers = min(max(cores, 1), numbers.count)
    guard workers > 1 else { return numbers.map(run) }
    let next = Atomic(numbers.lowerBound)
    return [[Double]](unsafeUninitializedCapacity: numbers.count) { results, written in
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
