import ArgumentParser
import Diagnostics
import FoundationEssentials
import Reports
import ServiceTime

/// `kwadrans clock calendar NAME --week DATE`: when the desk is open.
struct ClockCalendar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Show when the desk is open in one week.",
    discussion: """
      The hours of those very dates, Monday to Sunday, cut at midnight: with public holidays, closed
      days, extra hours and changes of clocks.

      EXAMPLE: kwadrans clock calendar desk --week 2026-05-01
      """
  )

  @Argument(help: "The calendar of the catalogue; may be left out when there is one.")
  var name: String?

  @Option(help: ArgumentHelp("A date of the week; today if left out.", valueName: "date"))
  var week: String?

  @OptionGroup var hours: CalendarOptions

  @Option(help: "How to print it.")
  var format = ClockBetween.Format.text

  func run() throws {
    let (name, hours) = try hours.load(name)
    let date = try date(in: hours.zone)
    try hours.checkKnown(hours.zone.startOfDay(date), "the week of")
    guard let week = OpenWeek(of: date, on: hours) else {
      throw ValidationError("'--week': \(date) is too near to the end of all years")
    }
    let picture = OpeningWeek(calendar: name, hours: hours, week: week)
    var out = try Output(path: nil)
    switch format {
    case .text:
      try out.write(picture.render())
    case .json:
      var json = JSONWriter()
      picture.write(to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }

  private func date(in zone: ZoneTable) throws -> CivilDate {
    guard let week else {
      let now = Int(exactly: Date().timeIntervalSince1970.rounded(.down))
      guard let now, let today = zone.local(at: Instant(seconds: now))?.date else {
        throw ValidationError("this machine's clock is wrong; give --week and a date")
      }
      return today
    }
    do {
      return try CivilDate(written: week)
    } catch {
      throw ValidationError("'--week': \(error)")
    }
  }
}
