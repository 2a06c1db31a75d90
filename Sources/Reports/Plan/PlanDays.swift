import Planning
import ServiceTime

/// The intervals of a plan by the days on the calendar of a place.
struct PlanDays {
  private struct Day {
    let label: String
    var intervals: [StaffingPlan.Interval]
  }

  private var days: [Day] = []

  /// Sorts intervals, also of several channels, into days.
  init(_ intervals: [StaffingPlan.Interval], _ zone: ZoneTable) {
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      let label = zone.local(at: interval.start).map {
        "\($0.date.dayOfWeek.name.prefix(3)) \($0.date)"
      }
      guard let label else { continue }
      if days.last?.label == label {
        days[days.count - 1].intervals.append(interval)
      } else {
        days.append(Day(label: label, intervals: [interval]))
      }
    }
  }

  /// A line a day and one for all of them: the sums of the columns, and the most people at once.
  func table(_ columns: [PlanColumn], _ zone: ZoneTable) -> [String] {
    var table = TextTable(
      [("  day", .left)] + columns.map { ($0.title, .right) } + [("peak", .right), ("at", .left)])
    for day in days {
      let peak = Self.peak(of: day.intervals)
      table.add(
        ["  \(day.label)"] + Self.sums(of: day.intervals, columns) + [
          "\(peak?.people ?? 0)", peak.map { Self.clock($0.start, zone) } ?? "",
        ])
    }
    let all = days.flatMap(\.intervals)
    table.add(["  all"] + Self.sums(of: all, columns) + ["\(Self.peak(of: all)?.people ?? 0)", ""])
    return table.lines
  }

  private static func sums(
    of intervals: [StaffingPlan.Interval], _ columns: [PlanColumn]
  ) -> [String] {
    columns.map { column in
      Written.number(intervals.reduce(0) { $0 + column.value($1) }, decimals: column.decimals)
    }
  }

  /// The first moment with the most people; nil when nobody is ever there.
  private static func peak(
    of intervals: [StaffingPlan.Interval]
  ) -> (people: Int, start: Instant)? {
    var peak: (people: Int, start: Instant)?
    var now = (people: 0, start: Instant(seconds: .min))
    for interval in intervals {
      if interval.start != now.start { now = (0, interval.start) }
      now.people += interval.formula
      if now.people > peak?.people ?? 0 { peak = now }
    }
    return peak
  }

  private static func clock(_ instant: Instant, _ zone: ZoneTable) -> String {
    guard let second = zone.local(at: instant)?.secondOfDay else { return "" }
    let (hour, minute) = (second / 60).quotientAndRemainder(dividingBy: 60)
    return (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
  }
}
