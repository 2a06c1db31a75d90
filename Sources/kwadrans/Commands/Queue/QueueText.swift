/// Numbers as people read them. JSON has them exact.
enum QueueText {
  /// One decimal, and never a false certainty: 0.99999 is not 100%.
  static func percent(_ share: Double) -> String {
    switch share {
    case 0: "0%"
    case 1: "100%"
    case ..<0.0005: "<0.1%"
    case 0.9995..<1: ">99.9%"
    default: "\(fixed(share * 100, decimals: 1))%"
    }
  }

  /// A promise, as it was written: at most four decimals, none that are zero.
  static func promise(_ share: Double) -> String {
    "\(trimmed(fixed(share * 100, decimals: 4)))%"
  }

  /// Seconds in the largest fitting units.
  static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.05 where seconds > 0: return "<0.1 s"
    case ..<99.95:
      return "\(trimmed(fixed(seconds, decimals: 1))) s"
    case ..<3570: return pair(seconds, "min", 60, "s")
    case ..<86_400_000: return pair(seconds / 60, "h", 60, "min")
    default: return "over 1000 days"
    }
  }

  /// At most two decimals, none that are zero.
  static func amount(_ value: Double) -> String {
    let text = trimmed(fixed(value, decimals: 2))
    return text == "0" && value > 0 ? "under 0.01" : text
  }

  /// Rounded to so many decimals.
  static func fixed(_ value: Double, decimals: Int) -> String {
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    let scaled = (value * Double(power)).rounded()
    guard scaled >= 0, scaled < 1e15 else { return "\(value)" }
    let (whole, fraction) = Int(scaled).quotientAndRemainder(dividingBy: power)
    let digits = "\(fraction)"
    return "\(whole)." + String(repeating: "0", count: decimals - digits.count) + digits
  }

  /// "1 agent", "2 agents".
  static func agents(_ count: Int) -> String { count == 1 ? "1 agent" : "\(count) agents" }

  /// "1 erlang", "6 erlangs".
  static func erlangs(_ value: Double) -> String {
    let text = amount(value)
    return text == "1" ? "1 erlang" : "\(text) erlangs"
  }

  /// Columns flush right under their headings.
  static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// Without zeros at the end, and without a point there.
  private static func trimmed(_ number: String) -> String {
    var text = number
    while text.contains("."), text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private static func pair(
    _ small: Double, _ largeName: String, _ factor: Int, _ smallName: String
  ) -> String {
    let (large, rest) = Int(small.rounded()).quotientAndRemainder(dividingBy: factor)
    return rest == 0 ? "\(large) \(largeName)" : "\(large) \(largeName) \(rest) \(smallName)"
  }
}
