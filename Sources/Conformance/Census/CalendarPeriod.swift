package import ServiceTime
package import Standards

/// A day, a week from Monday, or a month on the calendar: the stretch in which a share must be kept.
package struct CalendarPeriod: Hashable, Comparable, Sendable {
  package let length: PromisePeriod
  /// The first day: a Monday for a week, the first of a month.
  package let first: CivilDate

  /// The period in which a day lies.
  package init(_ length: PromisePeriod, containing date: CivilDate) {
    self.length = length
    first =
      switch length {
      case .day: date
      case .week: date.adding(days: 1 - date.weekday) ?? date
      case .month: date.adding(days: 1 - date.day) ?? date
      }
  }

  /// The last day.
  package var last: CivilDate {
    let more =
      switch length {
      case .day: 0
      case .week: 6
      case .month: CivilDate.daysInMonth(first.month, year: first.year) - 1
      }
    return first.adding(days: more) ?? first
  }

  /// The period after this one; nil at the end of the year 9999.
  package var next: CalendarPeriod? {
    last.adding(days: 1).map { CalendarPeriod(length, containing: $0) }
  }

  /// The period as ISO 8601 names it: `2026-03-02`, `2026-W10` or `2026-03`.
  package var name: String {
    switch length {
    case .day: return first.description
    case .month: return String(first.description.prefix(7))
    case .week:
      // A week belongs to the year of its Thursday.
      let thursday = first.adding(days: 3) ?? first
      guard let newYear = CivilDate(year: thursday.year, month: 1, day: 1) else { return "" }
      let week = (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
      return "\(thursday.description.prefix(4))-W\(week < 10 ? "0" : "")\(week)"
    }
  }

  /// The moment at which it begins.
  package func start(in zone: ZoneTable) -> Instant { zone.midnight(before: first) }

  /// The moment at which it is over; nil at the end of the year 9999.
  package func end(in zone: ZoneTable) -> Instant? {
    last.adding(days: 1).map { zone.midnight(before: $0) }
  }

  package static func < (left: CalendarPeriod, right: CalendarPeriod) -> Bool {
    left.first < right.first
  }
}

extension ZoneTable {
  /// The moment at which a day begins; the jump where the clocks skip midnight.
  fileprivate func midnight(before date: CivilDate) -> Instant {
    switch instants(of: date, secondOfDay: 0) {
    case .once(let instant), .twice(let instant, _), .skipped(let instant): instant
    }
  }
}
