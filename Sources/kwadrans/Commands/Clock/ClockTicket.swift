import ArgumentParser
import Conformance
import Diagnostics
import Reports
import Standards
import Tickets

/// `kwadrans clock ticket TICKETS ID`: one ticket with its clocks.
struct ClockTicket: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "ticket",
    abstract: "Draw one ticket's events with every clock under them.",
    discussion: """
      Each clock lists what counted, what was paused and when the desk was closed, so that it can be
      added up. Clocks of which the catalogue promises nothing run on its first calendar. Below them
      stands what a reviewer should see, as 'kwadrans audit --findings' lists it.

      EXAMPLE: kwadrans clock ticket samples/tickets.jsonl ML-2601
      """
  )

  @Argument(help: "Tickets as JSON Lines, also gzipped; - reads standard input.")
  var tickets: String

  @Argument(help: "The ticket's id.")
  var id: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "How to print it.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "The moment up to which the log is known; the ticket's last event if left out.",
      valueName: "instant"))
  var asOf: AsOf?

  func run() throws {
    let catalogue = try catalogue.load()
    let auditor = try Auditor.prepared(catalogue)
    var input = TicketOptions()
    input.tickets = [tickets]
    input.strict = false
    var found: Ticket?
    var ids: [String] = []
    _ = try input.forEach { read in
      let ticket = read.ticket
      if ticket.id == id { found = found ?? ticket }
      ids.append(ticket.id)
    }
    guard let found else {
      let near = nearestName(to: id, among: ids).map { ": did you mean '\($0)'?" } ?? ""
      StandardError.print("no ticket '\(id)' in '\(tickets)'\(near)")
      throw ExitStatus.notFound
    }
    let clocks = TicketClocks(auditor.audit(found, asOf: asOf?.instant), catalogue)
    var out = try Output(path: nil)
    switch format {
    case .text:
      try out.write(TimelineText(clocks, isColoured: out.isColoured).render())
    case .json:
      var json = JSONWriter()
      clocks.write(to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }
}
