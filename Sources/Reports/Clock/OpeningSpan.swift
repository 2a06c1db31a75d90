package import Diagnostics
package import ServiceTime

/// The open time between two instants, with all that one needs to add it up.
package struct OpeningSpan: Sendable {
  /// The catalogue's name of the hours, or nil.
  package let calendar: String?
  package let hours: OpeningHours
  package let from: Instant
  package let to: Instant

  /// Open time (unit: s).
  private var seconds: Int { hours.elapsed(from: from, to: to) }
  private var intervals: [Range<Int>] { hours.openIntervals(from: from, to: to) }

  /// Creates a span; `to` is not before `from`.
  package init(calendar: String?, hours: OpeningHours, from: Instant, to: Instant) {
    self.calendar = calendar
    self.hours = hours
    self.from = from
    self.to = to
  }

  /// Days of the span on which the ordinary hours do not hold although they would.
  private var closures: [(date: CivilDate, reason: String)] {
    guard from < to, let first = hours.zone.local(at: from)?.date,
      let last = hours.zone.local(at: Instant(seconds: to.seconds - 1))?.date
    else { return [] }
    var found: [(CivilDate, String)] = []
    for day in first.daysSince1970...max(first.daysSince1970, last.daysSince1970) {
      guard let date = CivilDate(daysSince1970: day), !hours.week[date.dayOfWeek].isEmpty,
        let reason = hours.closure(on: date)
      else { continue }
      found.append((date, reason))
    }
    return found
  }
}

// MARK: - JSON

extension OpeningSpan {
  /// Writes the span as one JSON object.
  ///
  /// Keys: `calendar` (null for hours given on the command line), `time_zone`, `from`, `to`,
  /// `seconds`, `intervals`: a list of `{from, to, seconds}`, `closed`: a list of `{date, reason}`,
  /// `clock_changes`: a list of `{at, seconds}`, where clocks put back have negative seconds.
  /// Moments are on the calendar's clocks, with their offset.
  ///
  /// - Parameter end: The key of the end, where it is what was asked for: `instant`.
  package func write(endNamed end: String = "to", to json: inout JSONWriter) {
    json.object { json in
      json.key("calendar")
      json.string(calendar)
      json.key("time_zone")
      json.string(hours.zone.identifier)
      json.key("from")
      json.string(hours.zone.written(from).description)
      json.key(named: end)
      json.string(hours.zone.written(to).description)
      json.key("seconds")
      json.int(seconds)
      json.key("intervals")
      json.intervals(intervals, hours.zone)
      json.key("closed")
      json.array { json in
        for (date, reason) in closures {
          json.object { json in
            json.key("date")
            json.string("\(date)")
            json.key("reason")
            json.string(reason)
          }
        }
      }
      json.key("clock_changes")
      json.array { json in
        for change in hours.zone.clockChanges(from: from, to: to) {
          json.clockChange(change, hours.zone)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes intervals (epoch s) as `{from, to, seconds}` on the clocks of a place.
  mutating func intervals(_ intervals: [Range<Int>], _ zone: ZoneTable) {
    array { json in
      for interval in intervals {
        json.object { json in
          json.key("from")
          json.string(zone.written(Instant(seconds: interval.lowerBound)).description)
          json.key("to")
          json.string(zone.written(Instant(seconds: interval.upperBound)).description)
          json.key("seconds")
          json.int(interval.count)
        }
      }
    }
  }

  /// Writes a change of clocks as `{at, seconds}`.
  mutating func clockChange(_ change: ClockChange, _ zone: ZoneTable) {
    object { json in
      json.key("at")
      json.string(zone.written(change.at).description)
      json.key("seconds")
      json.int(change.shift)
    }
  }
}

// MARK: - Text

extension OpeningSpan {
  /// The sum, and under it the intervals that make it up.
  package func render() -> String {
    let zone = hours.zone
    let ends = "between \(zone.shown(from)) and \(zone.shown(to))"
    var lines = [
      "\(TimeSpan(seconds: seconds).inHours) open (\(seconds) s) \(ends), times of \(zone.identifier)"
    ]
    let intervals = self.intervals
    if !intervals.isEmpty {
      var table = TextTable([
        ("open from", .left), ("until", .left), ("open", .right), ("sum", .right),
      ])
      var sum = 0
      for interval in intervals {
        sum += interval.count
        table.add([
          zone.shown(Instant(seconds: interval.lowerBound)),
          zone.shown(Instant(seconds: interval.upperBound)),
          TimeSpan(seconds: interval.count).inHours, TimeSpan(seconds: sum).inHours,
        ])
      }
      lines += [""] + table.lines
    }
    let notes =
      closures.map { "\($0.date.dayOfWeek.key) \($0.date): closed, \($0.reason)" }
      + zone.clockChanges(from: from, to: to).map { change in
        "\(zone.shown(change.at)): \(change.inWords)"
      }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ZoneTable {
  /// A moment for people: `sat 2026-03-28 22:00 +01:00`, with seconds where there are some.
  func shown(_ instant: Instant) -> String {
    guard let (date, second) = local(at: instant) else { return "\(written(instant))" }
    // The offset as ISO 8601 writes it; UTC's own clocks need none.
    let offset = OffsetInstant(instant: instant, utcOffset: offset(at: instant)).description
      .dropFirst("0000-00-00T00:00:00".count)
    return
      "\(date.dayOfWeek.key) \(date) \(ClockRange.clock(second))\(offset == "Z" ? "" : " ")\(offset)"
  }
}

extension ClockChange {
  /// What happens: `clocks are put forward by 1 h`.
  var inWords: String {
    let size = TimeSpan(seconds: Int(shift.magnitude)).inHours
    return "clocks are put \(shift < 0 ? "back" : "forward") by \(size)"
  }
}
