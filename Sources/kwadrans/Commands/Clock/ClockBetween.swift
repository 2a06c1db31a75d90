import ArgumentParser
import Diagnostics
import Reports
import ServiceTime

/// `kwadrans clock between FROM TO`: open time.
struct ClockBetween: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "between",
    abstract: "Count the open time between two moments.",
    discussion: """
      A moment has its offset (2026-03-28T12:00:00+01:00), or is what the calendar's clocks show
      ('2026-03-28 12:00'). Hours that clocks skip do not count, hours that they show twice count
      twice. The intervals that count are listed, to be added up.

      EXAMPLE: kwadrans clock between '2026-12-23 16:00' '2026-12-28 09:00'
      """
  )

  @Argument(help: "The moment from which to count.")
  var from: String

  @Argument(help: "The moment up to which to count.")
  var to: String

  @Option(help: "The calendar of the catalogue; may be left out when there is one.")
  var calendar: String?

  @OptionGroup var hours: CalendarOptions

  @Option(help: "How to print it.")
  var format = Format.text

  func run() throws {
    let (name, hours) = try hours.load(calendar)
    let from = try hours.zone.argument(from, "FROM")
    let to = try hours.zone.argument(to, "TO")
    guard from <= to else {
      throw ValidationError("TO (\(self.to)) comes before FROM (\(self.from)); swap them")
    }
    try hours.checkKnown(from, "FROM")
    try hours.checkKnown(to, "TO")
    let span = OpeningSpan(calendar: name, hours: hours, from: from, to: to)
    var out = try Output(path: nil)
    switch format {
    case .text:
      try out.write(span.render())
    case .json:
      var json = JSONWriter()
      span.write(to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }
}
