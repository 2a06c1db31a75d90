import Diagnostics
import ServiceTime
import SourceYAML

/// Reads one entry of `calendars`.
enum CalendarReader {
  private static func asWritten(
    _ name: String, _ summary: String, _ shape: Shape, required: Bool = false
  ) -> Key<YAMLNode> {
    Key(name, summary, shape: shape, required: required) { node, _ in node }
  }
  /// The hours of a day or date, `08:00-20:00` or several.
  private static let hours: Shape = {
    let range = Shape.written("hours", example: "08:00-20:00", pattern: ClockRange.pattern)
    return .oneOf([range, .sequence(of: range)])
  }()
  private static let datesByName = Shape.mapping(from: .date, to: .text)
  /// Dates with or without names; lists may stand in a list, for one may be an alias.
  private static let dates = Shape.oneOf([
    .date, datesByName,
    .sequence(of: .oneOf([.date, datesByName, .sequence(of: .oneOf([.date, datesByName]))])),
  ])
  private static let country = Shape.choice(PublicHolidays.allCases.map { $0.rawValue })

  private static let zoneKey = Key<String>.text(
    "time-zone", "whose clocks the hours follow", required: true
  ).such(as: "Europe/Warsaw")
  private static let openKey = asWritten(
    "open", "the hours of an ordinary week, by day; or 24/7",
    .oneOf([
      .written("day and night", example: "24/7", pattern: WeeklyHours.roundTheClockPattern),
      .mapping(from: .written("days", example: "mon-fri", pattern: Weekday.pattern), to: hours),
    ]), required: true
  ).such(as: "{mon-fri: 08:00-20:00, sat: 09:00-15:00}")
  private static let holidaysKey = asWritten(
    "holidays", "the country whose public holidays are free (PL, CZ), or dates with their names",
    .oneOf([
      country, .date, datesByName, .sequence(of: .oneOf([country, .date, datesByName, dates])),
    ])
  ).such(as: "PL")
  private static let closedKey = asWritten(
    "closed", "more dates on which nobody is there", dates
  ).such(as: "[2026-12-24]")
  private static let alsoOpenKey = asWritten(
    "also-open", "hours on particular dates, besides the ordinary ones",
    .mapping(from: .date, to: hours)
  ).such(as: "{2026-12-06: 10:00-16:00}")
  private static let shiftChangesKey = Key<[YAMLNode]>.list(
    "shift-changes",
    "clock times at which one shift takes over from another",
    of: .written("time of day", example: "14:00", pattern: ClockRange.timePattern), distinct: true
  ) { node, diagnostics in
    node.text(of: "a shift change", &diagnostics).map { _ in node }
  }.otherwise("when the desk closes for the day").such(as: "[14:00, 22:00]")

  static let keys = [
    zoneKey.description, openKey.description, holidaysKey.description, closedKey.description,
    alsoOpenKey.description, shiftChangesKey.description,
  ]

  static func read(_ entry: YAMLEntry, _ reading: inout CatalogueReading) -> ServiceCalendar? {
    let subject = "calendar '\(entry.keyText)'"
    guard
      let record = Record(
        entry.value, subject: subject, keys: keys, into: &reading.diagnostics)
    else { return nil }
    let zone = zone(in: record, &reading.diagnostics)
    var week: WeeklyHours?
    if let node = record.required(openKey, &reading.diagnostics) {
      week = readWeek(node, &reading.diagnostics)
    }
    var closed: [CivilDate: String] = [:]
    var countries: [PublicHolidays] = []
    if let node = record.optional(holidaysKey, &reading.diagnostics) {
      readHolidays(node, &countries, &closed, &reading.diagnostics)
    }
    if let node = record.optional(closedKey, &reading.diagnostics) {
      readDates(node, &closed, &reading.diagnostics)
    }
    var alsoOpen: [CivilDate: [ClockRange]] = [:]
    if let node = record.optional(alsoOpenKey, &reading.diagnostics) {
      alsoOpen = readAlsoOpen(node, &reading.diagnostics)
    }
    let shiftChanges = record.optional(shiftChangesKey, &reading.diagnostics)
      .map { readShiftChanges($0, &reading.diagnostics) }
    // Standards that use a calendar with a fault are not at fault themselves, so it keeps its name.
    let hours = OpeningHours(
      zone: zone ?? .utc, week: week ?? .roundTheClock, holidays: countries, closed: closed,
      alsoOpen: alsoOpen)
    if zone != nil, week != nil, let place = record.entry(openKey.name)?.key.place {
      reportGapEdges(of: hours, at: place, &reading.diagnostics)
    }
    return ServiceCalendar(
      name: entry.keyText, hours: hours,
      shiftChanges: ShiftChanges(hours: hours, times: shiftChanges))
  }

  private static func zone(in record: Record, _ diagnostics: inout Diagnostics) -> ZoneTable? {
    guard let name = record.required(zoneKey, &diagnostics),
      let place = record.entry(zoneKey.name)?.value.place
    else { return nil }
    do {
      return try ZoneTable.named(name)
    } catch {
      diagnostics.error("calendar.zone", error.message, at: place, fixIt: error.suggestion)
      return nil
    }
  }

  private static func readWeek(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> WeeklyHours? {
    if let text = node.scalarText {
      if WeeklyHours.isRoundTheClock(text) { return .roundTheClock }
      diagnostics.error(
        "calendar.hours", "'\(text.shortened)' names no days", at: node.place,
        fixIt:
          "write open: {mon-fri: \(text.contains(":") ? text.shortened : "08:00-20:00")} or open: 24/7"
      )
      return nil
    }
    var entries: [WeeklyHours.Entry] = []
    var places: [YAMLNode] = []
    for entry in node.entries(of: "'open'", &diagnostics) {
      guard let days = days(entry, &diagnostics) else { continue }
      for (range, place) in ranges(entry.value, &diagnostics) {
        for day in days {
          entries.append(WeeklyHours.Entry(day: day, range: range))
          places.append(place)
        }
      }
    }
    let overlaps = WeeklyHours.overlaps(among: entries)
    // A range that overlaps on five days is one mistake.
    var reported: Set<[SourceRange]> = []
    for (first, second) in overlaps
    where reported.insert([places[first].place, places[second].place]).inserted {
      diagnostics.error(
        "calendar.overlap",
        "the hours \(entries[second].range) of \(entries[second].day.name) overlap with "
          + "\(entries[first].range) of \(entries[first].day.name)",
        at: places[second].place,
        notes: [.init("the other hours are here", at: places[first].place)],
        fixIt: "join them, or end one where the other begins")
    }
    if entries.isEmpty, !diagnostics.hasErrors {
      diagnostics.error(
        "calendar.never-open", "these hours never open: every wait would count nothing",
        at: node.firstLine, fixIt: "write the days, such as {mon-fri: 08:00-20:00}, or 24/7")
    }
    return overlaps.isEmpty ? try? WeeklyHours(entries) : nil
  }

  private static func days(
    _ entry: YAMLEntry, _ diagnostics: inout Diagnostics
  ) -> [Weekday]? {
    do {
      return try Weekday.days(written: entry.keyText)
    } catch {
      report(error, in: entry.key, &diagnostics)
      return nil
    }
  }

  /// The hours of one day or date: one text, or a list of them.
  private static func ranges(
    _ node: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> [(ClockRange, YAMLNode)] {
    let nodes = node.sequence ?? [node]
    var all: [(ClockRange, YAMLNode)] = []
    for node in nodes {
      guard let text = node.text(of: "the hours", &diagnostics) else { continue }
      do {
        all += try ClockRange.list(written: text).map { ($0, node) }
      } catch {
        report(error, in: node, &diagnostics)
      }
    }
    return all
  }

  private static func report(
    _ error: HoursError, in node: YAMLNode, _ diagnostics: inout Diagnostics
  ) {
    diagnostics.error(
      "calendar.hours", error.message,
      at: error.utf8.map { node.place(ofUTF8: $0) } ?? node.place, fixIt: error.suggestion)
  }

  /// Reads `PL`, `[PL, CZ]`, or dates with their names.
  private static func readHolidays(
    _ node: YAMLNode, _ countries: inout [PublicHolidays], _ closed: inout [CivilDate: String],
    _ diagnostics: inout Diagnostics
  ) {
    guard case .mapping = node.content else {
      let nodes = node.sequence ?? [node]
      for node in nodes {
        guard case .scalar = node.content else {
          readDates(node, &closed, &diagnostics)
          continue
        }
        let text = node.scalarText ?? ""
        if let country = PublicHolidays(rawValue: text) {
          countries.append(country)
        } else if text.first?.isNumber == true {
          readDates(node, &closed, &diagnostics)
        } else {
          let known = PublicHolidays.allCases.map { $0.rawValue }
          diagnostics.error(
            "calendar.holidays", "the public holidays of '\(text.shortened)' are not known",
            at: node.place,
            fixIt: "write \(known.joined(separator: " or ")), or list the dates with their names")
        }
      }
      return
    }
    readDates(node, &closed, &diagnostics)
  }

  /// Reads dates, with or without a name: a list, or a mapping from dates to names.
  private static func readDates(
    _ node: YAMLNode, _ closed: inout [CivilDate: String], _ diagnostics: inout Diagnostics
  ) {
    switch node.content {
    case .mapping(let entries):
      for entry in entries {
        if let date = date(entry.key, &diagnostics),
          let name = entry.value.text(of: "the name of \(date)", &diagnostics)
        {
          closed[date] = name
        }
      }
    case .sequence(let nodes):
      for node in nodes { readDates(node, &closed, &diagnostics) }
    case .scalar:
      if let date = date(node, &diagnostics) { closed[date] = "closed" }
    }
  }

  private static func readAlsoOpen(
    _ node: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> [CivilDate: [ClockRange]] {
    var hours: [CivilDate: [ClockRange]] = [:]
    for entry in node.entries(of: "'also-open'", &diagnostics) {
      if let date = date(entry.key, &diagnostics) {
        hours[date] = ranges(entry.value, &diagnostics).map(\.0)
      }
    }
    return hours
  }

  /// Reads clock times (s after midnight), and reports those given twice.
  private static func readShiftChanges(
    _ nodes: [YAMLNode], _ diagnostics: inout Diagnostics
  ) -> [Int] {
    var times: [Int] = []
    for node in nodes {
      guard let text = node.scalarText else { continue }
      do {
        let time = try ClockRange.clockTime(written: text)
        if times.contains(time) {
          diagnostics.error(
            "list.duplicate", "'\(text.shortened)' stands twice under '\(shiftChangesKey.name)'",
            at: node.place, fixIt: "delete one of them")
        }
        times.append(time)
      } catch {
        report(error, in: node, &diagnostics)
      }
    }
    return times
  }

  private static func date(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> CivilDate? {
    guard let text = node.text(of: "a date", &diagnostics) else { return nil }
    do {
      return try CivilDate(written: text)
    } catch {
      diagnostics.error("calendar.date", error.message, at: node.place, fixIt: error.suggestion)
      return nil
    }
  }

  /// Reports hours that begin or end at a time which the clocks skip in spring.
  private static func reportGapEdges(
    of hours: OpeningHours, at place: SourceRange, _ diagnostics: inout Diagnostics
  ) {
    guard let edge = hours.gapEdges(years: OpeningHours.checkedYears).first else { return }
    diagnostics.error(
      "calendar.gap", edge.message(in: hours.zone), at: place, fixIt: edge.suggestion)
  }
}
