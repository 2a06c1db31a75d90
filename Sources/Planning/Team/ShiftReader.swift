import Diagnostics
import ServiceTime
import SourceYAML
import Standards

/// Reads one entry of `shifts`.
enum ShiftReader {
  private static let hoursKey = Key<YAMLNode>(
    "hours", "from when to when, by day; past midnight they belong to the day they begin",
    shape: .hoursByDay, required: true
  ) { node, _ in node }.such(as: "{mon-fri: 08:00-16:00}")
  private static let breaksKey = Key<YAMLNode>(
    "breaks", "breaks and lunch; each begins when the work in hand is done", shape: .clockRanges
  ) { node, _ in node }.otherwise("none").such(as: "[10:00-10:15, 12:00-12:30]")
  private static let apartKey = Key<TimeSpan>(
    "breaks-apart", "so much later begin the breaks of each further person, so that somebody stays",
    shape: .timeSpan
  ) { node, diagnostics in node.timeSpan(of: "'breaks-apart'", &diagnostics) }
  .otherwise("all at the same time").such(as: "20 min")
  private static let meetingsKey = Key<YAMLNode>(
    "meetings", "meetings and training by day", shape: .hoursByDay
  ) { node, _ in node }.otherwise("none").such(as: "{mon: 13:00-13:30}")
  private static let closedKey = Key<YAMLNode>(
    "closed-with", "the calendar on whose closed days and holidays nobody comes",
    shape: .name(of: "calendar")
  ) { node, _ in node }.otherwise("they come on every such day").such(as: "desk")

  static let keys = [
    hoursKey.description, breaksKey.description, apartKey.description, meetingsKey.description,
    closedKey.description,
  ]

  static func read(
    _ entry: YAMLEntry, calendars: [String]?, _ diagnostics: inout Diagnostics
  ) -> Team.Shift? {
    let subject = "shift '\(entry.keyText.shortened)'"
    guard let record = Record(entry.value, subject: subject, keys: keys, into: &diagnostics) else {
      return nil
    }
    let hours = record.required(hoursKey, &diagnostics)?.hoursByDay(of: "hours", &diagnostics) ?? []
    for (number, one) in hours.enumerated() {
      guard let first = hours[..<number].first(where: { $0.entry.day == one.entry.day }) else {
        continue
      }
      diagnostics.error(
        "team.shift", "\(subject) begins twice on \(one.entry.day.name)", at: one.node.place,
        notes: [.init("the other hours are here", at: first.node.place)],
        fixIt: "give the second part a shift of its own, or write the time between as a break")
      break
    }
    let breaks =
      record.optional(breaksKey, &diagnostics)?.clockRanges(of: "breaks", &diagnostics) ?? []
    checkBreaks(breaks, in: hours.map(\.entry), subject, &diagnostics)
    let apart = record.optional(apartKey, &diagnostics)
    let meetings =
      record.optional(meetingsKey, &diagnostics)?.hoursByDay(of: "meetings", &diagnostics) ?? []
    checkMeetings(meetings, in: hours.map(\.entry), subject, &diagnostics)
    let closed = record.optional(closedKey, &diagnostics)
    if let closed, let name = closed.text(of: "'closed-with'", &diagnostics), let calendars,
      !calendars.contains(name)
    {
      diagnostics.error(
        "name.unknown", "the catalogue has no calendar '\(name.shortened)'", at: closed.place,
        fixIt: nearestName(to: name, among: calendars).map { "did you mean '\($0)'?" }
          ?? "known: \(calendars.joined(separator: ", "))")
    }
    return Team.Shift(
      name: entry.keyText, week: hours.map(\.entry), breaks: breaks.map(\.0),
      apart: apart?.seconds ?? 0, meetings: meetings.map(\.entry), closedWith: closed?.scalarText,
      place: entry.key.place)
  }

  /// Reports breaks that lie outside of a day's hours, over each other, or leave no time to work.
  private static func checkBreaks(
    _ breaks: [(range: ClockRange, node: YAMLNode)], in week: [WeeklyHours.Entry],
    _ subject: String, _ diagnostics: inout Diagnostics
  ) {
    for one in breaks {
      guard let day = week.first(where: { !$0.range.holds(one.range) }) else { continue }
      diagnostics.error(
        "team.break",
        "the break \(one.range) lies outside of \(subject) on \(day.day.name), \(day.range)",
        at: one.node.place,
        fixIt: "write a time within the shift, or give \(day.day.name) a shift of its own")
    }
    var areApart = true
    for (number, one) in breaks.enumerated() {
      for other in breaks[..<number] where one.range.overlaps(other.range) {
        diagnostics.error(
          "team.break", "the breaks \(other.range) and \(one.range) overlap", at: one.node.place,
          fixIt: "join them, or begin one where the other ends")
        areApart = false
      }
    }
    let length = breaks.reduce(0) { $0 + $1.range.length }
    guard areApart, let last = breaks.last,
      let day = week.first(where: { day in
        length >= day.range.length && breaks.allSatisfy { day.range.holds($0.range) }
      })
    else { return }
    diagnostics.error(
      "team.break", "breaks take all of \(subject) on \(day.day.name), \(day.range)",
      at: last.node.place,
      fixIt: "leave time to work between them, or give \(day.day.name) a shift of its own")
  }

  private static func checkMeetings(
    _ meetings: [(entry: WeeklyHours.Entry, node: YAMLNode)], in week: [WeeklyHours.Entry],
    _ subject: String, _ diagnostics: inout Diagnostics
  ) {
    for one in meetings {
      let day = week.first { $0.day == one.entry.day }
      if let day, day.range.holds(one.entry.range) { continue }
      diagnostics.error(
        "team.meeting",
        day == nil
          ? "\(subject) has a meeting on \(one.entry.day.name), when nobody comes"
          : "the meeting \(one.entry.range) lies outside of \(subject) on \(one.entry.day.name), "
            + "\(day?.range.description ?? "")",
        at: one.node.place, fixIt: "write a time within the shift")
    }
  }
}

extension ClockRange {
  fileprivate func overlaps(_ other: ClockRange) -> Bool {
    opens < other.closes && other.opens < closes
  }
}
