/// The years for which opening hours are known: 1970 to 2100.
///
/// Beyond them nobody knows when clocks change or what is a public holiday.
enum CalendarYears {
  /// 1970-01-01T00:00:00Z (unit: epoch s).
  static let start = 0
  /// 2101-01-01T00:00:00Z (unit: epoch s).
  static let end = 4_133_980_800
}
