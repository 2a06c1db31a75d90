package import Quality
import Statistics

/// Scores as a table for spreadsheets: a row for the team, each group of replies and each agent by name, and
/// one for each figure of the whole, such as the form score, in the column `value`.
package enum ScoresCSV {
  /// The columns, in order; a figure that a group has none of is empty.
  package static let columns =
    ["group", "name", "tickets", "kept", "replies", "open", "share", "least_share"]
    + figures + ["position", "side", "stands_out", "value"]

  private static let figures = [
    "low", "high", "shrunk", "shrunk_low", "shrunk_high", "expected", "adjusted", "adjusted_low",
    "adjusted_high", "limit_95_low", "limit_95_high", "limit_998_low", "limit_998_high",
    "limit_alarm_low", "limit_alarm_high", "deviate",
  ]

  /// The table, with the columns' names.
  ///
  /// - Parameter sample: What the tickets were drawn from; nil for all of them.
  package static func render(
    _ form: FormScoreMean, _ report: AgentReport, of sample: Sample? = nil,
    _ customers: CustomerRatings? = nil
  ) -> [UInt8] {
    var row = AuditCSV.Row()
    write("team", nil, report.team, report.team.interval, to: &row)
    write("unnamed", nil, report.unnamed, report.unnamed.interval, to: &row)
    for (group, lines) in [
      ("channel", report.byChannel), ("topic", report.byTopic), ("language", report.byLanguage),
    ] {
      for line in lines { write(group, line.name, line.replies, line.interval, to: &row) }
    }
    for agent in report.agents {
      row.text("agent")
      row.text(agent.name)
      row.number(agent.tickets)
      write(agent.replies, to: &row)
      for name in figures { row.number(agent.figures.first { $0.name == name }?.value) }
      row.text(agent.positionKey)
      row.text(agent.side?.rawValue)
      row.text(agent.standsOut ? "yes" : "no")
      row.number(nil as Int?)
      row.end()
    }
    let whole = sample.map { $0.figures } ?? []
    for figure in whole + form.figures + report.figures + (customers?.figures ?? []) {
      write(figure, to: &row)
    }
    return Array((columns.joined(separator: ",") + "\r\n").utf8) + row.bytes
  }

  private static func write(
    _ group: String, _ name: String?, _ count: ShareCount, _ interval: Interval?,
    to row: inout AuditCSV.Row
  ) {
    row.text(group)
    row.text(name)
    row.number(nil as Int?)
    write(count, to: &row)
    row.number(interval?.low)
    row.number(interval?.high)
    for _ in 0..<(columns.count - 10) { row.number(nil as Int?) }
    row.end()
  }

  private static func write(_ figure: WholeFigure, to row: inout AuditCSV.Row) {
    row.text("figure")
    row.text(figure.name)
    for _ in 0..<(columns.count - 3) { row.number(nil as Int?) }
    switch figure.value {
    case .count(let value): row.number(value)
    case .number(let value): row.number(value)
    case .seed(let value): row.text("\(value)")
    }
    row.end()
  }

  private static func write(_ count: ShareCount, to row: inout AuditCSV.Row) {
    row.number(count.kept)
    row.number(count.all)
    row.number(count.open)
    row.number(count.share)
    row.number(count.leastShare)
  }
}
