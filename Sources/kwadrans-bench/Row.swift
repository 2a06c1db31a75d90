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

  /// The row, with whether the goal was kept by the median, or only by the best run.
  let line: String

  /// Creates a row.
  ///
  /// - Parameter goal: What we want: seconds at most, or so much a second at least.
  init(_ name: String, _ timing: Timing, _ unit: Unit = .time, goal: Double? = nil) {
    func written(_ seconds: Double) -> String {
      switch unit {
      case .time: Self.time(seconds)
      case .rate(let amount, let what): Self.rate(amount / max(seconds, 1e-9), what)
      }
    }
    func isKept(_ seconds: Double, by goal: Double) -> Bool {
      switch unit {
      case .time: seconds < goal
      case .rate(let amount, _): amount >= goal * seconds
      }
    }
    var wish = ""
    if let goal {
      switch unit {
      case .time: wish = "< \(Self.time(goal))"
      case .rate(_, let what): wish = "≥ \(Self.rate(goal, what))"
      }
      wish +=
        isKept(timing.median, by: goal)
        ? "  kept" : isKept(timing.best, by: goal) ? "  best only" : "  missed"
    }
    line = Self.line("  \(name)", written(timing.median), written(timing.best), wish)
  }

  /// Creates a row of memory.
  ///
  /// - Parameters:
  ///   - bytes: What was measured (unit: bytes).
  ///   - goal: What we want at most (unit: bytes).
  init(_ name: String, bytes: Double, goal: Double? = nil) {
    let wish = goal.map { "< \(Self.memory($0))  \(bytes < $0 ? "kept" : "missed")" }
    line = Self.line("  \(name)", Self.memory(bytes), "", wish ?? "")
  }

  /// Creates a row of something that was found, with what others say of it.
  init(_ name: String, found: String, beside: String) {
    line = Self.line("  \(name)", found, "", beside)
  }

  /// Creates a row of something that must be so.
  init(_ name: String, holds: Bool) {
    line = Self.line("  \(name)", holds ? "yes" : "no", "", holds ? "yes  kept" : "yes  missed")
  }

  /// The heading over all lines.
  static let heading = line("", "median", "best", "goal")

  private static func time(_ seconds: Double) -> String {
    // Goals of less than a millisecond are told apart by microseconds.
    if seconds < 0.001 { return String(format: "%.3f ms", seconds * 1000) }
    return seconds < 1
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

  private static func memory(_ bytes: Double) -> String {
    bytes < 100_000 ? String(format: "%.0f B", bytes) : String(format: "%.1f MB", bytes / 1e6)
  }

  private static func line(
    _ name: String, _ median: String, _ best: String, _ goal: String
  ) -> String {
    func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
      let spaces = String(repeating: " ", count: max(0, width - text.count))
      return left ? text + spaces : spaces + text
    }
    let cells = padded(name, 44, left: true) + padded(median, 21) + padded(best, 21)
    return goal.isEmpty ? cells : cells + "   " + goal
  }
}
