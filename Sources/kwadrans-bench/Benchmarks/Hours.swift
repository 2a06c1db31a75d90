import Conformance
import Foundation
import ServiceTime

extension Benchmark {
  /// Opening time between two moments thirty days apart, the question that every promise asks.
  static let hours = Benchmark("hours", "opening time within spans of 30 days, 2015 to 2034") {
    let desk = try madeDesk()
    var generator = SplitMix64(seed: 7)
    let spans: [(Instant, Instant)] = (0..<200_000).map { _ in
      let start = 1_420_070_400 + generator.index(below: 20 * 31_557_600)
      let length = 30 * 86_400 - 43_200 + generator.index(below: 86_400)
      return (Instant(seconds: start), Instant(seconds: start + length))
    }
    let few = Array(spans.prefix(100))
    let byDays = try CalendarDays()
    for (start, end) in few {
      let (ours, theirs) = (desk.elapsed(from: start, to: end), byDays.elapsed(start, end))
      guard ours == theirs else {
        throw BenchmarkError("from \(start) to \(end) it is \(ours) s, by Calendar \(theirs) s")
      }
    }
    return [
      Row(
        "elapsed",
        Timing(runs: 21) {
          var sum = 0
          for (start, end) in spans { sum &+= desk.elapsed(from: start, to: end) }
          return sum
        }, .rate(Double(spans.count), of: "spans"), goal: 5_000_000),
      Row(
        "the same day by day with Foundation's Calendar",
        Timing(runs: 3) { few.reduce(0) { $0 &+ byDays.elapsed($1.0, $1.1) } },
        .rate(Double(few.count), of: "spans")),
    ]
  }

  private static func madeDesk() throws -> OpeningHours {
    var entries: [WeeklyHours.Entry] = []
    for (days, range) in [("mon-fri", "08:00-20:00"), ("sat", "09:00-15:00")] {
      let range = try ClockRange(written: range)
      entries += try Weekday.days(written: days).map { WeeklyHours.Entry(day: $0, range: range) }
    }
    return OpeningHours(
      zone: try .named("Europe/Warsaw"), week: try WeeklyHours(entries), holidays: [.poland])
  }
}

/// The same desk as a program counts it that knows only Foundation: day by day.
private struct CalendarDays {
  private var calendar = Calendar(identifier: .gregorian)
  /// As year, month and day in one number.
  private var holidays: Set<Int> = []

  init() throws {
    guard let zone = TimeZone(identifier: "Europe/Warsaw") else {
      throw BenchmarkError("Foundation does not know Europe/Warsaw")
    }
    calendar.timeZone = zone
    for year in 2014...2036 {
      for day in PublicHolidays.poland.days(in: year) {
        holidays.insert(day.date.year * 10_000 + day.date.month * 100 + day.date.day)
      }
    }
  }

  /// Open seconds between two moments.
  func elapsed(_ start: Instant, _ end: Instant) -> Int {
    let from = Date(timeIntervalSince1970: Double(start.seconds))
    let to = Date(timeIntervalSince1970: Double(end.seconds))
    var day = calendar.startOfDay(for: from)
    var sum = 0.0
    while day < to {
      let date = calendar.dateComponents([.year, .month, .day], from: day)
      let number = (date.year ?? 0) * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0)
      if !holidays.contains(number),
        let (opens, closes) = hours(calendar.component(.weekday, from: day)),
        let opening = calendar.date(bySettingHour: opens, minute: 0, second: 0, of: day),
        let closing = calendar.date(bySettingHour: closes, minute: 0, second: 0, of: day)
      {
        sum += max(0, min(closing, to).timeIntervalSince(max(opening, from)))
      }
      guard let next = calendar.date(byAdding: .day, value: 1, to: day) else { break }
      day = next
    }
    return Int(exactly: sum.rounded()) ?? 0
  }

  /// The hours of a weekday as Foundation counts them: 1 is Sunday.
  private func hours(_ weekday: Int) -> (Int, Int)? {
    switch weekday {
    case 1: nil
    case 7: (9, 15)
    default: (8, 20)
    }
  }
}
