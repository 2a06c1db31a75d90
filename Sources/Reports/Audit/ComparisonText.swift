import Conformance
package import Quality
import Standards

/// What another catalogue would have made of a history, for people.
package enum ComparisonText {
  /// A verdict that turned, in three lines.
  ///
  /// - Parameter source: The file and line of the ticket.
  package static func render(_ turn: AuditComparison.Turn, source: String) -> String {
    let event = turn.event.map { ", event \($0)" } ?? ""
    return """
      \(TerminalText.plain(source)): \(TerminalText.plain(turn.ticket))\(event): '\(turn.standard)' turns from \
      \(turn.before.outcome.rawValue) to \(turn.after.outcome.rawValue)
          before: \(TerminalText.plain(turn.before.message))
          now: \(TerminalText.plain(turn.after.message))

      """
  }

  /// The tables of standards and agents, and what they come to.
  ///
  /// - Parameter sample: What the tickets were drawn from; nil for all of them.
  package static func render(_ comparison: AuditComparison, of sample: Sample? = nil) -> String {
    var lines = sample.map { ["\($0.inWords)", ""] } ?? []
    var table = TextTable([
      ("standard", .left), ("met → missed", .right), ("missed → met", .right),
      ("otherwise", .right), ("as before", .right), ("kept before", .right), ("now", .right),
      ("", .left),
    ])
    for line in comparison.lines {
      let note =
        switch line.presence {
        case .both: line.oldID.map { "was '\($0)'" } ?? ""
        case .added: "new"
        case .withdrawn: "withdrawn"
        }
      table.add([
        line.id, "\(line.turns.toMissed)", "\(line.turns.toMet)", "\(line.turns.other)",
        "\(line.turns.unchanged)", line.before.share.map { Written.percent($0) } ?? "–",
        line.after.share.map { Written.percent($0) } ?? "–", note,
      ])
    }
    lines += table.lines
    let agents = comparison.byAgent.filter { $0.turns.toMissed + $0.turns.toMet > 0 }
    if !agents.isEmpty {
      var table = TextTable([
        ("replies of", .left), ("met → missed", .right), ("missed → met", .right),
      ])
      for (agent, turns) in agents {
        table.add([agent, "\(turns.toMissed)", "\(turns.toMet)"])
      }
      lines += [""] + table.lines
    }
    let total = comparison.total
    lines += [
      "",
      "\(Written.count(comparison.tickets, "ticket")): \(total.toMissed) verdicts turn from met to "
        + "missed (in \(Written.count(comparison.ticketsToMissed, "ticket"))), \(total.toMet) from "
        + "missed to met (in \(comparison.ticketsToMet)); \(total.other) are decided otherwise, "
        + "\(total.unchanged) as before",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
