import ServiceTime
package import Standards

/// How likely the next period keeps a promise, if its days are like those of the log.
///
/// Cases of one day stand or fall together: an incident makes many late at once. So whole days are
/// drawn, with replacement, until they make a period: for each of its days a day of the same weekday,
/// where each weekday with decided cases was there often enough, else any day. Days of the log
/// without cases are drawn as well; without them a promise with few cases would look busier than it
/// is. For a promise of each day there is nothing to draw: its outlook is the share of days that
/// keep it, exactly.
///
/// Source: B. Efron, R. Tibshirani, *An Introduction to the Bootstrap*, 1993, on resampling whole
/// blocks of dependent data.
package struct Outlook: Hashable, Sendable {
  /// What a period was made of.
  package enum Method: String, Sendable {
    /// Nothing was drawn: the days are counted.
    case exact
    /// For each day a day of the same weekday.
    case weekdays
    /// For each day any day.
    case allDays = "all-days"
  }

  /// The decided cases of a day.
  package struct Day: Hashable, Sendable {
    package var met: Int
    package var missed: Int

    package init(met: Int, missed: Int) {
      self.met = met
      self.missed = missed
    }
  }

  /// How many periods are drawn.
  package static let draws = 2_000
  /// The fewest days with decided cases that an outlook rests on.
  package static let fewestDays = 5
  /// How often a weekday must have been there, to be drawn by itself.
  static let fewestOfWeekday = 3

  package let method: Method
  /// How many of the periods keep the promise, and break it.
  package let kept: Int
  package let broken: Int
  /// How many had no decided case.
  package let empty: Int
  /// How many days were there to draw from, from the first case to the last.
  package let days: Int
  /// How many of them have decided cases.
  package let daysWithCases: Int

  /// The share of periods that keep the promise, of those with cases (0…1).
  package var probability: Double { Double(kept) / Double(kept + broken) }

  /// Where the share would lie with endless draws, in 19 of 20 times: what the drawing adds of
  /// chance, not what the log leaves open. Exactly the share where nothing was drawn.
  ///
  /// Source: E. Wilson, *Probable inference, the law of succession, and statistical inference*,
  /// JASA 22 (1927).
  package var drawingError: ClosedRange<Double> {
    guard method != .exact else { return probability...probability }
    let n = Double(kept + broken)
    let z = 1.959963984540054
    let spread = z * ((probability * (1 - probability) + z * z / (4 * n)) / n).squareRoot()
    let centre = probability + z * z / (2 * n)
    let scale = 1 + z * z / n
    return max(0, (centre - spread) / scale)...min(1, (centre + spread) / scale)
  }

  /// Draws periods.
  ///
  /// - Parameters:
  ///   - days: The decided cases by day (days since 1970-01-01).
  ///   - span: From the day of the first case to that of the last, decided or not.
  /// - Returns: nil with fewer than ``fewestDays`` days that have decided cases.
  /// - Complexity: O(draws · days of a period).
  package init?(
    _ days: [Int: Day], span: ClosedRange<Int>, promised share: Share, each period: PromisePeriod,
    using generator: inout some RandomNumberGenerator
  ) {
    let busy = days.filter { span.contains($0.key) && $0.value.met + $0.value.missed > 0 }
    guard busy.count >= Self.fewestDays else { return nil }
    daysWithCases = busy.count
    self.days = span.count
    var tally = Tally(share: share)
    guard period != .day else {
      method = .exact
      for day in busy.values { tally.count(day.met, day.missed) }
      (kept, broken, empty) = (tally.kept, tally.broken, tally.empty)
      return
    }
    let pool = DayPool(busy, span)
    method = pool.isByWeekday ? .weekdays : .allDays
    let weekdays = Self.weekdays(of: period, after: span.upperBound)
    for _ in 0..<Self.draws {
      var met = 0
      var missed = 0
      for weekday in weekdays {
        guard let day = pool.draw(weekday, using: &generator) else { continue }
        met += day.met
        missed += day.missed
      }
      tally.count(met, missed)
    }
    guard tally.kept + tally.broken > 0 else { return nil }
    (kept, broken, empty) = (tally.kept, tally.broken, tally.empty)
  }

  /// The weekdays (0 = Monday) of the period that follows a day's.
  private static func weekdays(of period: PromisePeriod, after day: Int) -> [Int] {
    guard period == .month, let date = CivilDate(daysSince1970: day),
      let next = CalendarPeriod(.month, containing: date).next
    else { return Array(0..<7) }
    let length = CivilDate.daysInMonth(next.first.month, year: next.first.year)
    return (0..<length).map { (next.first.weekday - 1 + $0) % 7 }
  }

  private struct Tally {
    let share: Share
    var kept = 0
    var broken = 0
    var empty = 0

    mutating func count(_ met: Int, _ missed: Int) {
      if met + missed == 0 {
        empty += 1
      } else if share.isKept(by: met, of: met + missed) {
        kept += 1
      } else {
        broken += 1
      }
    }
  }
}

/// The days that can be drawn.
private struct DayPool {
  private let days: [Int: Outlook.Day]
  private let span: ClosedRange<Int>
  /// For each weekday (0 = Monday), the first such day of the span and how many there are.
  private let weekdays: [(first: Int, count: Int)]
  let isByWeekday: Bool

  init(_ days: [Int: Outlook.Day], _ span: ClosedRange<Int>) {
    self.days = days
    self.span = span
    let start = Self.weekday(of: span.lowerBound)
    let weekdays = (0..<7).map { weekday in
      let first = span.lowerBound + (weekday - start + 7) % 7
      return (first, first > span.upperBound ? 0 : (span.upperBound - first) / 7 + 1)
    }
    self.weekdays = weekdays
    isByWeekday = days.keys.allSatisfy { day in
      weekdays[Self.weekday(of: day)].1 >= Outlook.fewestOfWeekday
    }
  }

  /// A day for a weekday; nil where the log has no such weekday, or no cases on the day drawn.
  func draw(_ weekday: Int, using generator: inout some RandomNumberGenerator) -> Outlook.Day? {
    guard weekdays.indices.contains(weekday), weekdays[weekday].count > 0 else { return nil }
    let (first, count) = weekdays[weekday]
    let day =
      isByWeekday
      ? first + 7 * generator.index(below: count)
      : span.lowerBound + generator.index(below: span.count)
    return days[day]
  }

  /// The weekday of a day since 1970-01-01, a Thursday (0 = Monday).
  private static func weekday(of day: Int) -> Int {
    let shifted = (day + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }
}
