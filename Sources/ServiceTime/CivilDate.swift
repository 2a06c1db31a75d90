/// A day of the Gregorian calendar, in no time zone.
///
/// ```swift
/// CivilDate(year: 2026, month: 2, day: 28)?.adding(days: 1)  // 2026-03-01
/// CivilDate(year: 2026, month: 2, day: 30)                   // nil: no such day
/// ```
package struct CivilDate: Hashable, Sendable {
  /// The year (1 to 9999; years before 1582 by the proleptic Gregorian calendar).
  package let year: Int
  /// The month (1 = January to 12 = December).
  package let month: Int
  /// The day of the month (1 to 31).
  package let day: Int

  /// The first and the last day there is: 0001-01-01 and 9999-12-31, in days since 1970-01-01.
  package static let daysRange = -719_162...2_932_896

  /// Creates a day, or nil when there is no such day in the years 0001 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Self.daysInMonth(month, year: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the day so many days after 1970-01-01, or nil outside of the years 0001 to 9999.
  ///
  /// - Complexity: O(1).
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`. A year
  /// that starts in March has its leap day last, so month lengths follow one straight line.
  package init?(daysSince1970 days: Int) {
    guard Self.daysRange.contains(days) else { return nil }
    let shifted = days + Self.daysFromYearZero
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01 (unit: d; negative before).
  ///
  /// - Complexity: O(1).
  ///
  /// Source: H. Hinnant, as above, `days_from_civil`.
  package var daysSince1970: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - Self.daysFromYearZero
  }

  /// The day of the week (1 = Monday to 7 = Sunday).
  package var weekday: Int {
    // 1970-01-01 was a Thursday; the addend makes the number positive for every day there is.
    (daysSince1970 + 3 + 7 * 102_738) % 7 + 1
  }

  /// The day so many days later (earlier when negative), or nil outside of the years 0001 to 9999.
  package func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(daysSince1970: sum)
  }

  /// How many days `month` (1 to 12) has in `year`: 28 to 31.
  package static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days from 0000-03-01, where eras of 400 years start, to 1970-01-01.
  private static let daysFromYearZero = 719_468
}

extension CivilDate: Comparable {
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// The day as ISO 8601 writes it: `2026-03-02`.
  package var description: String {
    "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
