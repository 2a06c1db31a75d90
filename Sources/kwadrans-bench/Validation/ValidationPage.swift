import Foundation
import Simulation

/// docs/validation.md.
enum ValidationPage {
  static func line(_ row: ValidationRow) -> String {
    cells(row).joined(separator: "  ")
  }

  private static func cells(_ row: ValidationRow) -> [String] {
    [
      row.model, row.figure, number(row.exact), number(row.estimate.mean),
      "\(number(row.estimate.low)) to \(number(row.estimate.high))", row.holds ? "yes" : "**no**",
      "\(row.held) (\(String(format: "%.1f", 100 * Double(row.held) / Double(Validation.seeds.count)))%)",
    ]
  }

  static func summary(_ rows: [ValidationRow]) -> String {
    let holding = rows.filter(\.holds).count
    let shares = rows.map { Double($0.held) / Double(Validation.seeds.count) }
    let inside = shares.filter { (0.92...0.98).contains($0) }.count
    let all = shares.reduce(0, +) / Double(max(shares.count, 1))
    return
      "At fixed seeds \(holding) of \(rows.count) exact values lie within the 99% "
      + "interval. Over \(Validation.seeds.count) seeds the 95% intervals hold the exact value "
      + "\(String(format: "%.1f", 100 * all)) times in 100 over all figures; for \(inside) of "
      + "\(rows.count) figures in 92 to 98 of 100."
  }

  static func text(
    _ rows: [ValidationRow], _ chats: [ValidationRow], seconds: Int, cores: Int, date: String
  ) -> String {
    var page = """
      # The simulators against theory

      Written by `make validate` on \(date), in \(seconds) s on \(cores) cores; run it again for the same
      numbers. \(summary(rows))

      Each case is a desk of which a formula knows the answer. The first columns are of \
      \(Validation.replications)
      replications at one fixed seed for each case (1, 2, 3 …); the last says how many of \(Validation.seeds.count) other seeds, with
      \(Validation.replicationsEach) replications each, gave a 95% interval that holds the exact value. Of \
      \(Validation.seeds.count) right intervals
      that many do, give or take 1.3 in 100 (one standard deviation), so some figures lie near the edge of
      92 to 98 by chance alone.

      ![Simulated values against exact ones](validation/differences.svg)

      | model | figure | exact | simulated | 99% interval | holds | of \(Validation.seeds.count) seeds |
      |---|---|--:|--:|--:|---|--:|

      """
    for row in rows { page += "| " + cells(row).joined(separator: " | ") + " |\n" }
    page += """

      | model | its numbers |
      |---|---|

      """
    var last = ""
    for row in rows where row.model != last {
      page += "| \(row.model) | \(row.setting) |\n"
      last = row.model
    }
    page += """

      ![How often 95% intervals hold the exact value](validation/coverage.svg)

      ![Busy agents over two days, Erlang-R](validation/erlang-r.svg)

      ![The share that has to wait over a changing day](validation/day.svg)

      ## Where formula and desk are not the same

      The chat chain of theory spreads chats evenly over agents at all times. A desk does so when a chat
      comes, not when one ends: somebody may have three while another has one. With one agent there is no
      difference, and that case is above. With ten the desk is a little slower than the formula:

      | model | figure | formula | simulated | 99% interval | difference |
      |---|---|--:|--:|--:|--:|

      """
    for row in chats {
      page +=
        "| \(row.model) | \(row.figure) | \(number(row.exact)) | \(number(row.estimate.mean)) | "
        + "\(number(row.estimate.low)) to \(number(row.estimate.high)) | "
        + "\(String(format: "%+.1f", 100 * row.off))% |\n"
    }
    return page
  }

  /// Four digits that count.
  private static func number(_ value: Double) -> String {
    switch abs(value) {
    case 1000...: String(format: "%.0f", value)
    case 100..<1000: String(format: "%.1f", value)
    case 10..<100: String(format: "%.2f", value)
    case 1..<10: String(format: "%.3f", value)
    default: String(format: "%.4f", value)
    }
  }
}
