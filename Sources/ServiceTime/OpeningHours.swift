/// When a desk is open: the clocks of a place, an ordinary week, and the days that differ.
///
/// The desk is open whenever the clock on the wall shows a time within the hours. When clocks are
/// put forward, the hours that they jump over do not exist and count nothing; when they are put
/// back, a time that they show twice counts twice. Hours past midnight belong to the day they open:
/// closing a day does not close the early hours of a night shift begun the day before.
///
/// ```swift
/// let week = try WeeklyHours(Weekday.days(written: "mon-fri").map { day in
///   .init(day: day, range: try ClockRange(written: "08:00-20:00"))
/// })
/// let desk = OpeningHours(zone: try .named("Europe/Warsaw"), week: week, holidays: [.poland])
/// desk.elapsed(from: asked, to: answered)  // open seconds between
/// ```
///
/// Hours are known for the years 1970 to 2100; outside of them the desk is closed, unless it is
/// ``always`` open. Public holidays are known from 2000 on.
package struct OpeningHours: Sendable {
  /// Whose clocks the hours follow.
  package let zone: ZoneTable
  /// The hours of an ordinary week.
  package let week: WeeklyHours
  /// Countries on whose public holidays the desk is closed, in order of their codes.
  package let holidays: [PublicHolidays]
  /// Other days on which the ordinary hours do not hold, with the reason to show.
  package let closed: [CivilDate: String]
  /// Hours on particular dates, besides the ordinary ones; on a day that is closed, the only ones.
  package let alsoOpen: [CivilDate: [ClockRange]]

  /// Whether the desk never closes.
  package let isAlwaysOpen: Bool

  let table: OpenTable

  /// Open at all times.
  package static let always = OpeningHours(zone: .utc, week: .roundTheClock)

  /// Creates opening hours. Nothing is computed until the first question.
  package init(
    zone: ZoneTable, week: WeeklyHours, holidays: [PublicHolidays] = [],
    closed: [CivilDate: String] = [:], alsoOpen: [CivilDate: [ClockRange]] = [:]
  ) {
    self.zone = zone
    self.week = week
    self.holidays = PublicHolidays.allCases.filter(holidays.contains)
      .sorted { $0.rawValue < $1.rawValue }
    self.closed = closed
    self.alsoOpen = alsoOpen
    isAlwaysOpen = week.isRoundTheClock && self.holidays.isEmpty && closed.isEmpty
    table = OpenTable()
  }

  /// Why the ordinary hours do not hold on a date, in a language (`pl`, `cs`, else English), or nil.
  package func closure(on date: CivilDate, language: String = "en") -> String? {
    if let reason = closed[date] { return reason }
    guard let day = holidays.lazy.compactMap({ $0.day(on: date) }).first else { return nil }
    return switch language {
    case "pl": day.polish
    case "cs": day.czech
    default: day.english
    }
  }

  /// The hours that open on a date, in order; touching and overlapping ones as they are written.
  package func ranges(on date: CivilDate) -> [ClockRange] {
    let isClosed = closed[date] != nil || holidays.contains { $0.day(on: date) != nil }
    let ordinary = isClosed ? [] : week[date.dayOfWeek]
    let all = ordinary + (alsoOpen[date] ?? [])
    return all.sorted { ($0.opens, $0.length) < ($1.opens, $1.length) }
  }
}
