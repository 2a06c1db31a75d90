package import Diagnostics
package import ServiceTime

/// One week of a calendar, as it is on those very days.
package struct OpeningWeek: Sendable {
  /// The catalogue's name of the hours, or nil.
  private let calendar: String?
  private let zone: ZoneTable
  private let holidays: [PublicHolidays]
  private let week: OpenWeek

  /// Creates the picture of a week on some hours.
  package init(calendar: String?, hours: OpeningHours, week: OpenWeek) {
    self.calendar = calendar
    zone = hours.zone
    holidays = hours.holidays
    self.week = week
  }

  private var name: String {
    let year = String(week.year)
    let number = week.number < 10 ? "0\(week.number)" : "\(week.number)"
    return String(repeating: "0", count: max(0, 4 - year.count)) + "\(year)-W\(number)"
  }

  // MARK: - JSON

  /// Writes the week as one JSON object.
  ///
  /// Keys: `calendar` (null for hours given on the command line), `time_zone`, `holidays` (`["PL"]`) and
  /// `holidays_law` (the day of the last change of law that they follow; null without), `week`
  /// (`2026-W18`), `seconds`, `days`: a list of `{date, weekday, seconds, intervals, closed, also_open,
  /// clock_change}`, where the intervals `{from, to, seconds}` are cut at midnight, `closed` is the
  /// reason why the ordinary hours do not hold or null, `also_open` lists extra hours as written, and
  /// `clock_change` is `{at, seconds}` or null; `intervals`: those of the whole week, not cut.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("calendar")
      json.string(calendar)
      json.key("time_zone")
      json.string(zone.identifier)
      json.key("holidays")
      json.array { json in
        for country in holidays { json.string(country.rawValue) }
      }
      json.key("holidays_law")
      json.string(holidays.isEmpty ? nil : PublicHolidays.edition)
      json.key("week")
      json.string(name)
      json.key("seconds")
      json.int(week.seconds)
      json.key("days")
      json.array { json in
        for day in week.days { write(day, to: &json) }
      }
      json.key("intervals")
      json.intervals(week.intervals, zone)
    }
  }

  private func write(_ day: OpenWeek.Day, to json: inout JSONWriter) {
    json.object { json in
      json.key("date")
      json.string("\(day.date)")
      json.key("weekday")
      json.string(day.date.dayOfWeek.key)
      json.key("seconds")
      json.int(day.seconds)
      json.key("intervals")
      json.intervals(day.intervals, zone)
      json.key("closed")
      json.string(day.closure)
      json.key("also_open")
      json.array { json in
        for range in day.alsoOpen { json.string("\(range)") }
      }
      json.key("clock_change")
      if let change = day.clockChange { json.clockChange(change, zone) } else { json.null() }
    }
  }

  // MARK: - Text

  /// A table of the days.
  package func render() -> String {
    let title = calendar.map { "\($0), \(name)" } ?? name
    var table = TextTable([("day", .left), ("open", .left), ("time", .right), ("", .left)])
    for day in week.days {
      let hours = day.intervals.map { clocks(of: $0) }.joined(separator: ", ")
      table.add([
        "\(day.date.dayOfWeek.key) \(day.date)", hours.isEmpty ? "-" : hours,
        TimeSpan(seconds: day.seconds).inHours, notes(on: day).joined(separator: "; "),
      ])
    }
    table.add(["week", "", TimeSpan(seconds: week.seconds).inHours, ""])
    var heading = "\(title) (times of \(zone.identifier)"
    if !holidays.isEmpty {
      let countries = holidays.map(\.rawValue).joined(separator: ", ")
      heading += "; public holidays: \(countries), law as of \(PublicHolidays.edition)"
    }
    let lines = [heading + ")", ""] + table.lines
    return lines.joined(separator: "\n") + "\n"
  }

  /// An interval of one day as its clocks show it: `08:00-20:00`, `22:00-24:00`.
  private func clocks(of interval: Range<Int>) -> String {
    guard let (_, from) = zone.local(at: Instant(seconds: interval.lowerBound)),
      let (_, to) = zone.local(at: Instant(seconds: interval.upperBound))
    else { return "" }
    return "\(ClockRange.clock(from))-\(ClockRange.clock(to == 0 ? 86_400 : to))"
  }

  private func notes(on day: OpenWeek.Day) -> [String] {
    var notes: [String] = []
    if let closure = day.closure {
      notes.append(closure == "closed" ? "closed" : "closed: \(closure)")
    }
    if !day.alsoOpen.isEmpty {
      notes.append("also open \(day.alsoOpen.map { "\($0)" }.joined(separator: ", "))")
    }
    if let change = day.clockChange { notes.append(words(for: change)) }
    return notes
  }

  /// `clocks are put forward from 02:00 to 03:00`.
  private func words(for change: ClockChange) -> String {
    let local = change.at.seconds + change.before
    let second = ((local % 86_400) + 86_400) % 86_400
    let after = (((local + change.shift) % 86_400) + 86_400) % 86_400
    let way = change.shift < 0 ? "back" : "forward"
    return "clocks are put \(way) from \(ClockRange.clock(second)) to \(ClockRange.clock(after))"
  }
}
