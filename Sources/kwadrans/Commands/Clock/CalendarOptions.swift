import ArgumentParser
import Diagnostics
import ServiceTime
import Standards

/// Opening hours, of a catalogue or written on the command line.
struct CalendarOptions: ParsableArguments {
  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    help: ArgumentHelp(
      "Instead of a catalogue: whose clocks the hours follow, such as Europe/Warsaw.",
      valueName: "place"))
  var timeZone: String?

  @Option(
    help: ArgumentHelp(
      "Hours of the week, such as 'mon-fri 08:00-20:00; sat 09:00-15:00' or 24/7; may be repeated.",
      valueName: "hours"))
  var open: [String] = []

  @Option(
    help: ArgumentHelp(
      "Closed on public holidays of PL or CZ; may be repeated.", valueName: "country"))
  var holidays: [String] = []

  @Option(
    help: ArgumentHelp("A date on which the desk is closed; may be repeated.", valueName: "date"))
  var closed: [String] = []

  @Option(
    help: ArgumentHelp(
      "More hours on a date, such as '2026-12-06 10:00-16:00'; may be repeated.",
      valueName: "date and hours"))
  var alsoOpen: [String] = []

  /// The hours to count on, with the catalogue's name for them.
  ///
  /// - Parameter name: A calendar of the catalogue; may be nil when it has exactly one.
  /// - Throws: `ValidationError` for wrong usage, `ExitCode` after saying what is wrong.
  func load(_ name: String?) throws -> (name: String?, hours: OpeningHours) {
    let spot = WrittenCalendar(
      timeZone: timeZone, open: open, holidays: holidays, closed: closed, alsoOpen: alsoOpen)
    if !spot.isEmpty {
      if let name {
        throw ValidationError(
          "calendar '\(shortened(name))' is named, and hours are written as well; give only one")
      }
      return (nil, try spot.hours())
    }
    let catalogue = try catalogue.load()
    let calendar = try Self.calendar(name, of: catalogue, at: self.catalogue.standards)
    return (calendar.name, calendar.hours)
  }

  private static func calendar(
    _ name: String?, of catalogue: Catalogue, at path: String
  ) throws -> ServiceCalendar {
    let known = catalogue.calendars.map(\.name)
    guard let name else {
      if catalogue.calendars.count == 1 { return catalogue.calendars[0] }
      guard known.isEmpty else {
        throw ValidationError(
          "the catalogue '\(path)' has \(known.count) calendars; name one: "
            + known.joined(separator: ", "))
      }
      StandardError.print(
        "the catalogue '\(path)' has no calendar; write the hours with --time-zone and --open")
      throw ExitStatus.notFound
    }
    if let calendar = catalogue.calendar(named: name) { return calendar }
    let advice =
      nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
      ?? (known.isEmpty ? "it has none" : "known: \(known.joined(separator: ", "))")
    StandardError.print(
      "the catalogue '\(path)' has no calendar '\(shortened(name))'; \(advice)")
    throw ExitStatus.notFound
  }
}
