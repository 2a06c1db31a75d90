/// The open intervals of a bit more than a year, with the open seconds counted up to each.
final class OpenBlock: Sendable {
  /// Where each interval begins and ends (epoch s; rising, not touching).
  let starts: [Int]
  let ends: [Int]
  /// Open seconds of the block before each interval, and at last of all of them.
  let counted: [Int]

  /// Open seconds in the whole block.
  var total: Int { counted[counted.count - 1] }

  /// Creates a block from intervals in any order; overlapping and touching ones are joined.
  init(_ intervals: [Range<Int>]) {
    var starts: [Int] = []
    var ends: [Int] = []
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let end = ends.last, interval.lowerBound <= end {
        ends[ends.count - 1] = max(end, interval.upperBound)
      } else {
        starts.append(interval.lowerBound)
        ends.append(interval.upperBound)
      }
    }
    var counted = [0]
    for (start, end) in zip(starts, ends) {
      counted.append(counted[counted.count - 1] + end - start)
    }
    self.starts = starts
    self.ends = ends
    self.counted = counted
  }

  /// Open seconds of the block before an instant.
  ///
  /// - Complexity: O(log intervals).
  func open(before instant: Int) -> Int {
    let begun = starts.countOfPrefix { $0 < instant }
    guard begun > 0 else { return 0 }
    return counted[begun - 1] + min(instant, ends[begun - 1]) - starts[begun - 1]
  }

  /// The first open second at or after an instant, or nil.
  func firstOpenSecond(from instant: Int) -> Int? {
    let over = ends.countOfPrefix { $0 <= instant }
    return over < starts.count ? max(instant, starts[over]) : nil
  }

  /// The earliest instant by which so many seconds of the block, 1 to ``total``, were open.
  func instant(whenOpened seconds: Int) -> Int {
    let full = counted.countOfPrefix { $0 < seconds } - 1
    return starts[full] + seconds - counted[full]
  }
}
