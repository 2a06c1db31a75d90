package import ServiceTime
package import Tickets

/// What becomes of a stretch of time on a clock.
package struct Stretch: Hashable, Sendable {
  /// Why time counts, or does not.
  package enum Kind: Hashable, Sendable {
    /// It counts.
    case counted
    /// The ticket's state holds the clock.
    case paused(TicketStatus)
    /// The desk is closed.
    case closed
    /// It passed while the clock ran, and does not count: before the clock was started again, or after
    /// a target was missed.
    case uncounted
  }

  package fileprivate(set) var kind: Kind
  package let from: Instant
  package let to: Instant
  /// The event that begins it; nil where the desk opens or closes, or the hours change.
  package let fromEvent: Int?
  /// The event that ends it; nil where the desk opens or closes, the hours change or the log ends.
  package let toEvent: Int?

  /// Creates a stretch.
  package init(kind: Kind, from: Instant, to: Instant, fromEvent: Int?, toEvent: Int?) {
    self.kind = kind
    self.from = from
    self.to = to
    self.fromEvent = fromEvent
    self.toEvent = toEvent
  }

  /// How long it lasts (unit: s).
  package var seconds: Int { to.seconds - from.seconds }

  /// The same time, of which nothing counts.
  var uncounted: Stretch {
    var copy = self
    if kind == .counted { copy.kind = .uncounted }
    return copy
  }
}

extension ClockRun {
  /// The spans that lie between two instants, also in part.
  private func spans(from start: Instant?, to end: Instant?) -> ArraySlice<Span> {
    let first = start.map { start in spans.partitioningIndex(where: { $0.to > start }) } ?? 0
    let last = end.map { end in spans.partitioningIndex(where: { $0.from >= end }) } ?? spans.count
    return spans[first..<max(first, last)]
  }

  /// The time that counts between two instants of the run (unit: s, in opening hours, without pauses).
  ///
  /// - Complexity: O(spans between · log intervals of a year + log spans), once the years are computed.
  package func counted(
    on hours: OpeningHours, from start: Instant? = nil, to end: Instant? = nil
  ) -> Int {
    var sum = 0
    for span in self.spans(from: start, to: end) where span.pause == nil {
      sum += hours.elapsed(
        from: max(span.from, start ?? span.from), to: min(span.to, end ?? span.to))
    }
    return sum
  }

  /// The run cut into stretches that a reviewer can add up: what counted, what was paused, and when
  /// the desk was closed.
  ///
  /// - Complexity: O(spans and opening intervals between the ends + log spans).
  package func stretches(
    on hours: OpeningHours, from start: Instant? = nil, to end: Instant? = nil
  ) -> [Stretch] {
    var all: [Stretch] = []
    for span in spans(from: start, to: end) {
      let from = max(span.from, start ?? span.from)
      let to = min(span.to, end ?? span.to)
      guard from < to else { continue }
      func add(_ kind: Stretch.Kind, _ lower: Instant, _ upper: Instant) {
        guard lower < upper else { return }
        all.append(
          Stretch(
            kind: kind, from: lower, to: upper,
            fromEvent: lower == span.from ? span.fromEvent : nil,
            toEvent: upper == span.to ? span.toEvent : nil))
      }
      if let pause = span.pause {
        add(.paused(pause.state), from, to)
        continue
      }
      var position = from
      for open in hours.openIntervals(from: from, to: to) {
        add(.closed, position, Instant(seconds: open.lowerBound))
        add(.counted, Instant(seconds: open.lowerBound), Instant(seconds: open.upperBound))
        position = Instant(seconds: open.upperBound)
      }
      add(.closed, position, to)
    }
    return all
  }

  /// The instant at which so much time has counted; nil when the run ends before.
  ///
  /// - Parameter seconds: Time to wait for (unit: s, ≥ 0).
  package func instant(
    counting seconds: Int, on hours: OpeningHours, from start: Instant? = nil
  ) -> Instant? {
    var missing = seconds
    for span in spans(from: start, to: nil) where span.pause == nil {
      let from = max(span.from, start ?? span.from)
      let available = hours.elapsed(from: from, to: span.to)
      if missing <= available { return hours.instant(after: missing, from: from) }
      missing -= available
    }
    return nil
  }
}
