import ArgumentParser
import Conformance
import Diagnostics
import Reports
import ServiceTime
import Standards

/// `kwadrans standards why`: which promises hold for a ticket.
struct StandardsWhy: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show which standards hold for a ticket, and what stands in the way of the others.",
    discussion: """
      What is left out counts as unknown: standards that depend on it are shown with the value that
      they need. Of several promises of time of one kind the first in the catalogue holds.

      With --format json it prints one object: ticket (what was asked) and standards, each with id,
      title, kind, parameters, inForce, place, holds (yes, maybe or no), dependsOn, unless,
      shadowedBy and otherwise (why it is not about this ticket).

      EXAMPLE: kwadrans standards why --channel email --priority urgent
      """
  )

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "The channel, as the catalogue names it.")
  var channel: String?

  @Option(help: "What the ticket is about.")
  var topic: String?

  @Option(help: "How urgent it is.")
  var priority: String?

  @Option(help: "Which customers it is from.")
  var segment: String?

  @Option(help: "The language of the reply, and of the titles shown.")
  var language: String?

  @Option(help: "Which reply is meant: first-reply, last-reply or any-reply.")
  var stage: Scope.Stage?

  @Option(
    help: ArgumentHelp(
      "The day or moment, such as 2026-12-01; all dates count if left out.", valueName: "date"))
  var at: String?

  @Option(help: "How to print the standards.")
  var format = Format.text

  func run() throws {
    let catalogue = try catalogue.load()
    if let channel, catalogue.channel(named: channel) == nil {
      let known = catalogue.channels.map(\.name)
      let near = nearestName(to: channel, among: known)
      StandardError.print(
        "there is no channel '\(channel)'; "
          + (near.map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))"))
      throw ExitStatus.badInput
    }
    var facts = TicketFacts()
    facts.channel = channel
    facts.topic = topic
    facts.priority = priority
    facts.segment = segment
    let applicable = ApplicableStandards(
      catalogue, to: facts, language: language, stage: stage, at: try moment(in: catalogue.zone))
    var output = try Output(path: nil)
    switch format {
    case .text:
      try output.write(WhyText.render(applicable, language: language ?? "en"))
    case .json:
      var json = JSONWriter()
      WhyJSON.write(
        applicable,
        to: .init(ticket: facts, language: language, stage: stage?.rawValue, at: at),
        language: language ?? "en", to: &json)
      json.newline()
      try output.write(&json)
    }
    try output.finish()
  }

  /// The moment asked for; of a day, its noon.
  private func moment(in zone: ZoneTable) throws -> Instant? {
    guard let at else { return nil }
    if let moment = try? OffsetInstant(iso8601: Array(at.utf8)) { return moment.instant }
    do {
      switch zone.instants(of: try CivilDate(written: at), secondOfDay: 43_200) {
      case .once(let instant), .twice(let instant, _), .skipped(let instant): return instant
      }
    } catch {
      throw ValidationError("'--at': \(error)")
    }
  }
}

extension Scope.Stage: ExpressibleByArgument {}
