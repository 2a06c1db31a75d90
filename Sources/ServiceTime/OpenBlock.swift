/// The open intervals of a bit more than a year, with the open seconds counted up to each.
///
/// The year is cut into cells of some nine hours, each of which knows what was counted before it: a
/// question about an instant then looks at one or two intervals, and at a few neighbouring bytes.
final class OpenBlock: Sendable {
  /// Where each interval begins and ends (epoch s; rising, not touching).
  let starts: [Int]
  let ends: [Int]
  /// Open seconds of the block before each interval, and at last of all of them.
  let counted: [Int]

  /// Open seconds in the whole block.
  var total: Int { counted[counted.count - 1] }

  /// What is known at the start of a cell.
  private struct Cell {
    /// Open seconds of the block before the cell.
    var open: Int32
    /// The first interval that ends behind the start of the cell (index).
    var first: Int32
  }

  /// Cells are this many bits of a second wide: 2^15 s, nine hours.
  private static let cellBits = 15

  /// Where the block begins (epoch s).
  private let start: Int
  private let cells: [Cell]

  /// Creates a block from intervals in any order; overlapping and touching ones are joined.
  ///
  /// - Parameter span: What the block covers (epoch s; not empty); no interval reaches out of it.
  init(_ intervals: [Range<Int>], of span: Range<Int>) {
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
    start = span.lowerBound
    var cells: [Cell] = []
    var first = 0
    for cell in 0...(span.count >> Self.cellBits) {
      let begin = span.lowerBound + (cell << Self.cellBits)
      while first < ends.count, ends[first] <= begin { first += 1 }
      var open = counted[first]
      if first < starts.count { open += max(0, begin - starts[first]) }
      cells.append(
        Cell(open: Int32(truncatingIfNeeded: open), first: Int32(truncatingIfNeeded: first)))
    }
    self.cells = cells
  }

  /// Open seconds of the block before an instant.
  ///
  /// - Parameter instant: Within the block, or its end.
  /// - Complexity: O(intervals of nine hours).
  func open(before instant: Int) -> Int {
    let number = (instant - start) >> Self.cellBits
    guard cells.indices.contains(number) else { return instant < start ? 0 : total }
    let cell = cells[number]
    let begin = start + (number << Self.cellBits)
    var open = Int(cell.open)
    var index = Int(cell.first)
    while index < starts.count, starts[index] < instant {
      open += min(ends[index], instant) - max(starts[index], begin)
      index += 1
    }
    return open
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
