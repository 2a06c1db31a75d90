package import Quality
import Statistics

/// Scores as a table for spreadsheets: a row for the team, each group of replies and each agent by name.
package enum ScoresCSV {
  /// The columns, in order; a figure that a group has none of is empty.
  package static let columns =
    ["group", "name", "tickets", "kept", "replies", "open", "share", "least_share"]
    + figures + ["position", "side", "stands_out"]

  private static let figures = [
    "low", "high", "shrunk", "shrunk_low", "shrunk_high", "expected", "adjusted", "adjusted_low",
    "adjusted_high", "limit_95_low", "limit_95_high", "limit_998_low", "limit_998_high",
    "limit_alarm_low", "limit_alarm_high", "deviate",
  ]

  /// The table, with the columns' names.
  package static func render(_ report: AgentReport) -> [UInt8] {
    var row = AuditCSV.Row()
    write("team", nil, report.team, nil, to: &row)
    write("unnamed", nil, report.unnamed, nil, to: &row)
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
      row.end()
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

  private static func write(_ count: ShareCount, to row: inout AuditCSV.Row) {
    row.number(count.kept)
    row.number(count.all)
    row.number(count.open)
    row.number(count.share)
    row.number(count.leastShare)
  }
}
