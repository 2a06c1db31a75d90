/// When one shift takes over from another.
///
/// Either at clock times that somebody wrote down, on every day, or when the desk closes for the day:
/// the next shift then begins when it opens again.
package struct ShiftChanges: Hashable, Sendable {
  /// Whose clocks the times follow, and when the desk closes.
  package let hours: OpeningHours
  /// The clock times (unit: s after midnight; 0 to 86,399; rising); nil: when the desk closes.
  package let times: [Int]?

  /// Creates shift changes.
  ///
  /// - Parameter times: Clock times (unit: s after midnight; others than 0 to 86,399 are brought into
  ///   this range); nil or none for those at which the desk closes for the day.
  package init(hours: OpeningHours, times: [Int]? = nil) {
    self.hours = hours
    let sorted = Set((times ?? []).map { min(max($0, 0), 86_399) }).sorted()
    self.times = sorted.isEmpty ? nil : sorted
  }

  /// The first change at an instant or after it, and before another one; nil when there is none.
  ///
  /// - Complexity: O(days between).
  package func first(from start: Instant, before end: Instant) -> Instant? {
    guard start < end, times != nil || !hours.isAlwaysOpen else { return nil }
    let from = max(start.seconds, CalendarYears.start)
    let to = min(end.seconds, CalendarYears.end)
    guard from < to,
      let first = hours.zone.local(at: Instant(seconds: from))?.date.daysSince1970,
      let last = hours.zone.local(at: Instant(seconds: to))?.date.daysSince1970
    else { return nil }
    // Nobody closes while the desk is open all along.
    if times == nil,
      hours.elapsed(from: Instant(seconds: from), to: Instant(seconds: to)) == to - from
    {
      return nil
    }
    // Hours that open the day before may close today.
    for day in first - 1...last {
      guard let date = CivilDate(daysSince1970: day) else { continue }
      for change in changes(of: date) where (from..<to).contains(change.seconds) { return change }
    }
    return nil
  }

  /// The changes of a date, rising; a closing belongs to the date on which the desk opened.
  private func changes(of date: CivilDate) -> [Instant] {
    if let times { return times.map { instant(date, $0) } }
    guard let closes = hours.ranges(on: date).map(\.closes).max() else { return [] }
    let isNextDay = closes >= 86_400
    guard let day = isNextDay ? CivilDate(daysSince1970: date.daysSince1970 + 1) : date else {
      return []
    }
    let closing = instant(day, isNextDay ? closes - 86_400 : closes)
    // Hours may touch those of the next day: then nobody goes home.
    return hours.isOpen(at: closing) ? [] : [closing]
  }

  /// When the clocks show a time: the first time where they show it twice, the jump where they skip it.
  private func instant(_ date: CivilDate, _ secondOfDay: Int) -> Instant {
    switch hours.zone.instants(of: date, secondOfDay: secondOfDay) {
    case .once(let instant), .twice(earlier: let instant, later: _), .skipped(next: let instant):
      instant
    }
  }
}
