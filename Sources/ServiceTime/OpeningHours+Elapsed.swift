extension OpeningHours {
  /// Open seconds between two instants; 0 when `end` is not after `start`.
  ///
  /// Exact, and additive: the sum over parts is the whole.
  ///
  /// - Complexity: O(log intervals of a year + years between), once the years are computed.
  package func elapsed(from start: Instant, to end: Instant) -> Int {
    guard start < end else { return 0 }
    guard !isAlwaysOpen else {
      let (seconds, overflow) = end.seconds.subtractingReportingOverflow(start.seconds)
      return overflow ? .max : seconds
    }
    let from = max(start.seconds, CalendarYears.start)
    let to = min(end.seconds, CalendarYears.end)
    guard from < to else { return 0 }
    let first = OpenTable.index(of: from)
    let last = OpenTable.index(of: to - 1)
    var seconds = block(last).open(before: to) - block(first).open(before: from)
    for index in first..<last { seconds += block(index).total }
    return seconds
  }

  /// The instant by which so many seconds have been open since `start`.
  ///
  /// The earliest one: a target that ends exactly at closing gives the closing instant. For 0
  /// seconds, the first open second at or after `start`.
  ///
  /// - Parameters:
  ///   - seconds: Open seconds to wait for (unit: s; negative gives nil).
  ///   - start: From when.
  /// - Returns: nil when the calendar does not open for so long before the year 2101.
  /// - Complexity: O(log intervals of a year + years between), once the years are computed.
  package func instant(after seconds: Int, from start: Instant) -> Instant? {
    guard seconds >= 0 else { return nil }
    guard !isAlwaysOpen else {
      let (sum, overflow) = start.seconds.addingReportingOverflow(seconds)
      return overflow ? nil : Instant(seconds: sum)
    }
    let from = max(start.seconds, CalendarYears.start)
    guard from < CalendarYears.end else { return nil }
    var missing = seconds
    for index in OpenTable.index(of: from)..<OpenTable.count {
      let block = block(index)
      let before = block.open(before: from)
      let available = block.total - before
      if missing == 0, let first = block.firstOpenSecond(from: from) {
        return Instant(seconds: first)
      }
      if missing > 0, missing <= available {
        return Instant(seconds: block.instant(whenOpened: before + missing))
      }
      missing -= available
    }
    return nil
  }

  /// When the desk is open between two instants (epoch s), in order, none touching the next.
  ///
  /// - Complexity: O(intervals), once the years are computed.
  package func openIntervals(from start: Instant, to end: Instant) -> [Range<Int>] {
    guard start < end else { return [] }
    guard !isAlwaysOpen else { return [start.seconds..<end.seconds] }
    let from = max(start.seconds, CalendarYears.start)
    let to = min(end.seconds, CalendarYears.end)
    guard from < to else { return [] }
    var intervals: [Range<Int>] = []
    for index in OpenTable.index(of: from)...OpenTable.index(of: to - 1) {
      let block = block(index)
      let first = block.ends.countOfPrefix { $0 <= from }
      let last = block.starts.countOfPrefix { $0 < to }
      for (begin, finish) in zip(block.starts[first..<last], block.ends[first..<last]) {
        let lower = max(begin, from)
        let upper = min(finish, to)
        if let previous = intervals.last, previous.upperBound == lower {
          intervals[intervals.count - 1] = previous.lowerBound..<upper
        } else {
          intervals.append(lower..<upper)
        }
      }
    }
    return intervals
  }

  /// Whether the hours at an instant are known: those of the years 1970 to 2100, or any when always
  /// open.
  package func isKnown(_ instant: Instant) -> Bool {
    isAlwaysOpen || (CalendarYears.start...CalendarYears.end).contains(instant.seconds)
  }

  /// Whether the desk is open in the second that begins at an instant.
  package func isOpen(at instant: Instant) -> Bool {
    guard !isAlwaysOpen else { return true }
    guard (CalendarYears.start..<CalendarYears.end).contains(instant.seconds) else { return false }
    let block = block(OpenTable.index(of: instant.seconds))
    return block.firstOpenSecond(from: instant.seconds) == instant.seconds
  }

  private func block(_ index: Int) -> OpenBlock { table.block(index, of: self) }
}

extension OpeningHours: Hashable {
  package static func == (left: OpeningHours, right: OpeningHours) -> Bool {
    left.zone == right.zone && left.week == right.week && left.holidays == right.holidays
      && left.closed == right.closed && left.alsoOpen == right.alsoOpen
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(zone)
    hasher.combine(week)
    hasher.combine(holidays)
    hasher.combine(closed)
    hasher.combine(alsoOpen)
  }
}
