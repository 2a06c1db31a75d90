import ArgumentParser

/// `kwadrans clock`: what the clocks say.
struct ClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock",
    abstract: "Count opening time, and show the clocks of a ticket.",
    subcommands: [
      ClockBetween.self, ClockAdd.self, ClockCalendar.self, ClockBatch.self, ClockTicket.self,
    ])
}
