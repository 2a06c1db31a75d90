/// How many times fell where, from a millisecond to five hundred years, in constant memory.
///
/// Each doubling is cut into 64 bins, so that a percentile is off by at most 0.8%, and by far less
/// between, as a straight line is drawn within a bin. Counts are whole numbers: histograms can be
/// added in any order.
package struct TimeHistogram: Hashable, Sendable {
  /// The least time that has a bin of its own (unit: s); shorter ones share the first.
  private static let shortest = 0x1p-10
  private static let bins = 44 * 64

  /// The counts of a histogram that is being made, in memory of its maker's own.
  struct Bins {
    private(set) var count = 0
    fileprivate let counts: UnsafeMutablePointer<Int>

    init() {
      counts = .allocate(capacity: TimeHistogram.bins + 1)
      counts.initialize(repeating: 0, count: TimeHistogram.bins + 1)
    }

    /// Adds a time (unit: s; ≥ 0).
    @inline(__always)
    mutating func add(_ seconds: Double) {
      count += 1
      counts[TimeHistogram.bin(seconds)] += 1
    }

    func deallocate() { counts.deallocate() }
  }

  private var counts: [Int]
  /// How many times were added.
  package private(set) var count = 0
  /// How many times of zero were counted beside them.
  private var zeros = 0

  package init() {
    counts = [Int](repeating: 0, count: Self.bins + 1)
  }

  /// A histogram, and how many more times there were, all zero.
  package init(_ times: TimeHistogram, zeros: Int) {
    self = times
    self.zeros += zeros
  }

  /// All times, with those of zero.
  package var total: Int { count + zeros }

  /// The histogram of counts that were made apart.
  init(_ bins: Bins) {
    counts = Array(UnsafeBufferPointer(start: bins.counts, count: Self.bins + 1))
    count = bins.count
  }

  /// Adds a time (unit: s; ≥ 0).
  ///
  /// - Complexity: O(1).
  @inline(__always)
  package mutating func add(_ seconds: Double) {
    count += 1
    counts[Self.bin(seconds)] += 1
  }

  /// Adds what another has counted.
  package mutating func add(_ other: TimeHistogram) {
    count += other.count
    zeros += other.zeros
    for bin in counts.indices { counts[bin] += other.counts[bin] }
  }

  /// The bin of a time: the exponent and the six highest bits of the fraction, as they stand in it.
  @inline(__always)
  private static func bin(_ seconds: Double) -> Int {
    guard seconds >= shortest else { return 0 }
    let place = Int(truncatingIfNeeded: (seconds.bitPattern &- shortest.bitPattern) >> 46)
    return min(place, bins - 1) + 1
  }

  /// Where a bin begins (unit: s).
  private static func start(_ bin: Int) -> Double {
    bin == 0 ? 0 : Double(bitPattern: shortest.bitPattern &+ UInt64(bin - 1) << 46)
  }

  /// How many times do not exceed one; a part of the bin in which it lies.
  func number(within seconds: Double) -> Double {
    let last = Self.bin(seconds)
    var number = Double(zeros)
    for bin in 0..<last { number += Double(counts[bin]) }
    let (start, end) = (Self.start(last), Self.start(last + 1))
    return number + Double(counts[last]) * min(1, (seconds - start) / (end - start))
  }

  /// The time that a share of all do not exceed (unit: s).
  ///
  /// - Parameters:
  ///   - share: 0...1.
  ///   - zeros: How many more times there were, all zero.
  /// - Returns: 0 where nothing was counted.
  package func percentile(_ share: Double, zeros: Int = 0) -> Double {
    let zeros = self.zeros + zeros
    let wanted = share * Double(count + zeros) - Double(zeros)
    guard wanted > 0, count > 0 else { return 0 }
    var before = 0
    for (bin, number) in counts.enumerated() where number > 0 {
      if Double(before + number) >= wanted {
        let part = (wanted - Double(before)) / Double(number)
        return Self.start(bin) + part * (Self.start(bin + 1) - Self.start(bin))
      }
      before += number
    }
    return 0
  }
}
