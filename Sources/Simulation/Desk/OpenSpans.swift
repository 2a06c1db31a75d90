/// When a clock runs: spans of time, as a calendar gives them.
package struct OpenSpans: Hashable, Sendable {
  /// A span, and the open seconds before it.
  struct Span: Hashable, Sendable {
    let start: Double
    let end: Double
    let counted: Double

    /// Open seconds before a moment that is not before the span, and before that of the next.
    @inline(__always)
    func open(before time: Double) -> Double { counted + min(time, end) - start }
  }

  let spans: [Span]

  /// Creates spans.
  ///
  /// - Parameter spans: From when to when (unit: s since the run began); in order, not overlapping;
  ///   others are left out.
  package init(_ spans: [(begin: Double, end: Double)]) {
    var (kept, total) = ([Span](), 0.0)
    for span in spans where span.end > span.begin && span.begin >= (kept.last?.end ?? -.infinity) {
      kept.append(Span(start: span.begin, end: span.end, counted: total))
      total += span.end - span.begin
    }
    self.spans = kept
  }

  /// Open seconds before a moment.
  ///
  /// - Complexity: O(log spans).
  package func open(before time: Double) -> Double {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start <= time { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? spans[low - 1].open(before: time) : 0
  }

  /// Open seconds between two moments.
  package func open(from begin: Double, to end: Double) -> Double {
    open(before: end) - open(before: begin)
  }
}
