import Foundation

/// One line of the table.
struct Row {
  /// What a figure counts.
  enum Unit {
    /// Time for the whole (unit: s); less is better.
    case time
    /// So much of something is done in a run; more a second is better.
    case rate(Double, of: String)
  }

  private let name: String
  private let unit: Unit
  private let timing: Timing
  private let goal: Double?

  /// Creates a row.
  ///
  /// - Parameter goal: What we want: seconds at most, or so much a second at least.
  init(_ name: String, _ timing: Timing, _ unit: Unit = .time, goal: Double? = nil) {
    self.name = name
    self.timing = timing
    self.unit = unit
    self.goal = goal
  }

  /// The heading over all lines.
  static let heading = line("", "median", "best", "goal")

  /// The row, with whether the goal was kept by the median, or only by the best run.
  var line: String {
    guard let goal else {
      return Self.line("  \(name)", written(timing.median), written(timing.best), "")
    }
    let verdict = isKept(timing.median) ? "kept" : isKept(timing.best) ? "best only" : "missed"
    return Self.line(
      "  \(name)", written(timing.median), written(timing.best), "\(wish(goal))  \(verdict)")
  }

  private func isKept(_ seconds: Double) -> Bool {
    guard let goal else { return true }
    return switch unit {
    case .time: seconds < goal
    case .rate(let amount, _): amount >= goal * seconds
    }
  }

  private func written(_ seconds: Double) -> String {
    switch unit {
    case .time: Self.time(seconds)
    case .rate(let amount, let what): Self.rate(amount / max(seconds, 1e-9), what)
    }
  }

  private func wish(_ goal: Double) -> String {
    switch unit {
    case .time: "< \(Self.time(goal))"
    case .rate(_, let what): "≥ \(Self.rate(goal, what))"
    }
  }

  private static func time(_ seconds: Double) -> String {
    seconds < 1
      ? String(format: seconds < 0.1 ? "%.1f ms" : "%.0f ms", seconds * 1000)
      : String(format: "%.2f s", seconds)
  }

  private static func rate(_ perSecond: Double, _ what: String) -> String {
    switch perSecond {
    case 1_000_000...: String(format: "%.2f M %@/s", perSecond / 1e6, what)
    case 10_000...: String(format: "%.0f k %@/s", perSecond / 1e3, what)
    default: String(format: "%.0f %@/s", perSecond, what)
    }
  }

  private static func line(
    _ name: String, _ median: String, _ best: String, _ goal: String
  ) -> String {
    func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
      let spaces = String(repeating: " ", count: max(0, width - text.count))
      return left ? text + spaces : spaces + text
    }
    let cells = padded(name, 44, left: true) + padded(median, 16) + padded(best, 16)
    return goal.isEmpty ? cells : cells + "   " + goal
  }
}
