/// When a desk is open in one week, day by day.
///
/// ```swift
/// let week = OpenWeek(of: date, on: desk)
/// week.days.map(\.seconds).reduce(0, +) == week.seconds
/// ```
package struct OpenWeek: Sendable {
  /// One date, from midnight to midnight by the clocks of the place.
  package struct Day: Sendable {
    package let date: CivilDate
    /// When the desk is open, cut at midnight (epoch s; rising, not touching).
    package let intervals: [Range<Int>]
    /// Why the ordinary hours do not hold, or nil.
    package let closure: String?
    /// Hours besides the ordinary ones that open on this date.
    package let alsoOpen: [ClockRange]
    /// Where clocks are put forward or back.
    package let clockChange: ClockChange?

    /// Open time (unit: s).
    package var seconds: Int { intervals.reduce(0) { $0 + $1.count } }
  }

  /// The year and the number of the week by ISO 8601 (1 to 53).
  package let year: Int
  package let number: Int
  /// Monday to Sunday.
  package let days: [Day]
  /// The open intervals of the whole week, not cut at midnight (epoch s; rising, not touching).
  package let intervals: [Range<Int>]

  /// Open time in the week (unit: s).
  package var seconds: Int { intervals.reduce(0) { $0 + $1.count } }

  /// Computes the ISO week of a date; nil for the first and the last days of the years 0001 to 9999.
  ///
  /// - Complexity: O(open intervals of the week), once the years are computed.
  package init?(of date: CivilDate, on hours: OpeningHours) {
    guard let monday = date.adding(days: 1 - date.weekday), let thursday = monday.adding(days: 3),
      let newYear = CivilDate(year: thursday.year, month: 1, day: 1),
      let nextMonday = monday.adding(days: 7)
    else { return nil }
    // A week belongs to the year of its Thursday.
    year = thursday.year
    number = (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
    days = (0..<7).compactMap { offset in
      guard let day = monday.adding(days: offset), let next = monday.adding(days: offset + 1)
      else { return nil }
      let start = hours.zone.startOfDay(day)
      let end = hours.zone.startOfDay(next)
      // Clocks put forward at midnight change with the day's first second.
      let before = Instant(seconds: start.seconds - 1)
      return Day(
        date: day, intervals: hours.openIntervals(from: start, to: end),
        closure: hours.closure(on: day), alsoOpen: hours.alsoOpen[day] ?? [],
        clockChange: hours.zone.clockChanges(from: before, to: end).first)
    }
    intervals = hours.openIntervals(
      from: hours.zone.startOfDay(monday), to: hours.zone.startOfDay(nextMonday))
  }
}
