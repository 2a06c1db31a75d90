import ArgumentParser
import Diagnostics
import Reports
import ServiceTime

/// `kwadrans clock add FROM DURATION`: the moment after so much open time.
struct ClockAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Tell the moment after so much open time.",
    discussion: """
      It is the earliest such moment: what is over exactly at closing is due at closing, not at the
      next opening. It is printed as the calendar's clocks show it, with their offset.

      EXAMPLE: kwadrans clock add '2026-12-23 16:00' 8h
      """
  )

  @Argument(help: "The moment from which to count, as for 'clock between'.")
  var from: String

  @Argument(help: "The open time, such as 15min, 8h or '1 h 30 min'.")
  var duration: String

  @Option(help: "The calendar of the catalogue; may be left out when there is one.")
  var calendar: String?

  @OptionGroup var hours: CalendarOptions

  @Option(help: "How to print it.")
  var format = ClockBetween.Format.text

  func run() throws {
    let duration = try written()
    let (name, hours) = try hours.load(calendar)
    let from = try hours.zone.argument(from, "FROM")
    try hours.checkKnown(from, "FROM")
    guard let due = hours.instant(after: duration.seconds, from: from) else {
      StandardError.print(
        "the desk is not open for \(duration.inHours) between \(hours.zone.written(from)) and 2101; "
          + "check the hours")
      throw ExitStatus.badInput
    }
    var out = try Output(path: nil)
    switch format {
    case .text:
      try out.write("\(hours.zone.written(due))\n")
    case .json:
      var json = JSONWriter()
      OpeningSpan(calendar: name, hours: hours, from: from, to: due)
        .write(endNamed: "instant", to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }

  private func written() throws -> TimeSpan {
    do {
      let written = try WrittenTimeSpan(duration)
      if written.usesDays {
        StandardError.print(
          "note: '\(duration)' counts as \(written.span.inHours) of open time: a day is 24 h")
      }
      return written.span
    } catch {
      throw ValidationError("DURATION: \(error)")
    }
  }
}
