/// The time within which a part of the waits were over.
package struct WaitQuantile: Hashable, Sendable {
  /// The time (unit: s).
  package let seconds: Int
  /// Whether it may be longer, because waits that had not ended count with the time they had
  /// lasted.
  package let isAtLeast: Bool

  /// Creates a quantile.
  package init(seconds: Int, isAtLeast: Bool) {
    self.seconds = seconds
    self.isAtLeast = isAtLeast
  }
}

/// The quantiles that a report shows.
package struct WaitQuantiles: Hashable, Sendable {
  package let median: WaitQuantile
  package let ninety: WaitQuantile
  package let ninetyFive: WaitQuantile

  init?(_ waits: SortedWaits) {
    guard let median = waits.quantile(50), let ninety = waits.quantile(90),
      let ninetyFive = waits.quantile(95)
    else { return nil }
    self.median = median
    self.ninety = ninety
    self.ninetyFive = ninetyFive
  }
}

/// How long the decided cases of a promise took.
package struct WaitSummary: Hashable, Sendable {
  /// How many waits there are.
  package let count: Int
  /// How many of them had not ended.
  package let unfinished: Int
  /// On the hours of the promise.
  package let opening: WaitQuantiles
  /// On the customer's own clock.
  package let customer: WaitQuantiles

  init?(_ cases: CensusCases) {
    let decided = cases.lazy.filter(\.hasWait)
    guard
      let opening = WaitQuantiles(SortedWaits(of: decided.map { ($0.elapsed, $0.isLowerBound) })),
      let customer = WaitQuantiles(SortedWaits(of: decided.map { ($0.wall, $0.isLowerBound) }))
    else { return nil }
    count = decided.reduce(0) { count, _ in count + 1 }
    unfinished = decided.reduce(0) { $0 + ($1.isLowerBound ? 1 : 0) }
    self.opening = opening
    self.customer = customer
  }
}

/// Waits by length, some of which are known only to have lasted at least so long.
///
/// Quantiles are taken by the nearest rank: of n waits the p% quantile is the ⌈n·p/100⌉-th shortest,
/// a wait that somebody had, and exactly so many waited no longer. Waits that had not ended stand with
/// the time they had lasted, which gives the least that the quantile can be; had they lasted for ever,
/// that gives the most. Where the two differ, the quantile is "so much or more".
///
/// Source: R. Hyndman, Y. Fan, *Sample quantiles in statistical packages*, The American
/// Statistician 50 (1996), their definition 1.
package struct SortedWaits {
  /// Each wait's length and, in the lowest bit, whether it had not ended: millions must fit into memory.
  private var all: [UInt32] = []

  /// Waits, in any order (unit: s, ≥ 0).
  ///
  /// - Complexity: O(n log n), and four bytes for each.
  package init(_ waits: [(seconds: Int32, isLowerBound: Bool)]) {
    self.init(of: waits)
  }

  /// The same of waits that are not kept.
  init(of waits: some Sequence<(seconds: Int32, isLowerBound: Bool)>) {
    for wait in waits { add(wait.seconds, isLowerBound: wait.isLowerBound) }
    sort()
  }

  /// No waits yet.
  init() {}

  /// Adds a wait; they must be sorted before they are asked for.
  mutating func add(_ seconds: Int32, isLowerBound: Bool) {
    all.append(UInt32(clamping: seconds) << 1 | (isLowerBound ? 1 : 0))
  }

  /// Sorts them by length.
  mutating func sort() { all.sort() }

  /// The time within which so many percent were over (1 to 100); nil without waits.
  ///
  /// - Complexity: O(n).
  package func quantile(_ percent: Int) -> WaitQuantile? {
    guard !all.isEmpty, (1...100).contains(percent) else { return nil }
    let rank = (percent * all.count + 99) / 100
    let least = all[rank - 1] >> 1
    var missing = rank
    var ended: UInt32?
    for wait in all where wait & 1 == 0 {
      missing -= 1
      if missing == 0 {
        ended = wait >> 1
        break
      }
    }
    return WaitQuantile(seconds: Int(least), isAtLeast: ended != least)
  }
}
