/// When a clock runs: spans of time, as a calendar gives them.
package struct OpenSpans: Hashable, Sendable {
  private let starts: [Double]
  private let ends: [Double]
  /// Open seconds before each span.
  private let counted: [Double]

  /// Creates spans.
  ///
  /// - Parameter spans: From when to when (unit: s since the run began); in order, not overlapping;
  ///   others are left out.
  package init(_ spans: [(begin: Double, end: Double)]) {
    var (starts, ends, counted, total) = ([Double](), [Double](), [Double](), 0.0)
    for span in spans where span.end > span.begin && span.begin >= (ends.last ?? -.infinity) {
      starts.append(span.begin)
      ends.append(span.end)
      counted.append(total)
      total += span.end - span.begin
    }
    self.starts = starts
    self.ends = ends
    self.counted = counted
  }

  /// Open seconds before a moment.
  ///
  /// - Complexity: O(log spans).
  package func open(before time: Double) -> Double {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= time { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    return counted[low - 1] + min(time, ends[low - 1]) - starts[low - 1]
  }

  /// Open seconds between two moments.
  package func open(from begin: Double, to end: Double) -> Double {
    open(before: end) - open(before: begin)
  }
}
