import ArgumentParser
import Diagnostics
import ServiceTime

/// Opening hours as they are written on a command line.
struct WrittenCalendar {
  let timeZone: String?
  let open: [String]
  let holidays: [String]
  let closed: [String]
  let alsoOpen: [String]

  /// Whether nothing is written.
  var isEmpty: Bool {
    timeZone == nil && open.isEmpty && holidays.isEmpty && closed.isEmpty && alsoOpen.isEmpty
  }

  /// Reads the hours.
  ///
  /// - Throws: `ValidationError` for what cannot be read, `ExitCode` after saying that clocks skip an
  ///   opening or closing.
  func hours() throws -> OpeningHours {
    guard let timeZone else {
      throw ValidationError("hours need a place: add --time-zone, such as Europe/Warsaw")
    }
    guard !open.isEmpty || !alsoOpen.isEmpty else {
      throw ValidationError("there are no hours: add --open, such as 'mon-fri 08:00-20:00'")
    }
    let zone = try Self.reading("--time-zone") { try ZoneTable.named(timeZone) }
    let week = try Self.reading("--open") {
      try WeeklyHours(open.flatMap { try WeeklyHours.entries(written: $0) })
    }
    var reasons: [CivilDate: String] = [:]
    for text in closed.flatMap({ $0.split(separator: ",") }) {
      reasons[try Self.reading("--closed") { try CivilDate(written: String(text)) }] = "closed"
    }
    var more: [CivilDate: [ClockRange]] = [:]
    for text in alsoOpen {
      let (date, ranges) = try Self.reading("--also-open") { try Self.datedHours(text) }
      more[date, default: []] += ranges
    }
    let hours = OpeningHours(
      zone: zone, week: week, holidays: try countries(), closed: reasons, alsoOpen: more)
    if let edge = hours.gapEdges(years: OpeningHours.checkedYears).first {
      StandardError.print("\(edge.message(in: zone)); \(edge.suggestion)")
      throw ExitStatus.badInput
    }
    return hours
  }

  private func countries() throws -> [PublicHolidays] {
    try holidays.flatMap { $0.split(separator: ",") }.map { written in
      let code = written.filter { !$0.isWhitespace }.uppercased()
      if let country = PublicHolidays(rawValue: code) { return country }
      let known = PublicHolidays.allCases.map { $0.rawValue }.joined(separator: " or ")
      throw ValidationError(
        "'--holidays': the public holidays of '\(shortened(written))' are not known; "
          + "write \(known), or --closed and a date")
    }
  }

  /// Reads `2026-12-06 10:00-16:00`, also with a colon behind the date.
  private static func datedHours(_ text: String) throws -> (CivilDate, [ClockRange]) {
    let plain = text.drop { $0.isWhitespace }
    let date = plain.prefix { !$0.isWhitespace && $0 != ":" }
    let hours = plain.dropFirst(date.count).drop { $0.isWhitespace || $0 == ":" }
    return (try CivilDate(written: String(date)), try ClockRange.list(written: String(hours)))
  }

  /// Turns what is wrong with an option's text into wrong usage.
  private static func reading<Value>(_ option: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw ValidationError("'\(option)': \(error)")
    }
  }
}

extension ZoneTable {
  /// Reads a moment of the command line, with its offset or as the clocks of the place show it.
  ///
  /// - Throws: `ValidationError`.
  func argument(_ text: String, _ name: String) throws -> Instant {
    do {
      return try instant(written: text)
    } catch {
      throw ValidationError("\(name): \(error)")
    }
  }
}

extension OpeningHours {
  /// Refuses a moment outside of the years whose hours are known.
  func checkKnown(_ instant: Instant, _ name: String) throws {
    guard !isKnown(instant) else { return }
    StandardError.print("\(name) \(zone.written(instant)) is outside of the years 1970 to 2100")
    throw ExitStatus.badInput
  }
}
