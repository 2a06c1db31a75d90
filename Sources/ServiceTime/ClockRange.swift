/// Opening hours within one day, as the clock on the wall shows them: `08:00-20:00`.
///
/// Past midnight (`22:00-06:00`) they belong to the day they open.
package struct ClockRange: Hashable, Sendable {
  /// When the desk opens (unit: s after midnight by the clock; 0 to 86,399).
  package let opens: Int
  /// How long the desk is open by the clock (unit: s; 1 to 86,400).
  package let length: Int

  /// 00:00-24:00.
  package static let wholeDay = ClockRange(opens: 0, length: 86_400, checked: ())

  /// When the desk closes, counted from the midnight before opening (unit: s; 1 to 172,799).
  package var closes: Int { opens + length }

  /// Whether the desk closes on the day after.
  package var passesMidnight: Bool { closes > 86_400 }

  /// Creates hours, or nil when they start outside of the day or last no time or more than a day.
  package init?(opens: Int, length: Int) {
    guard (0..<86_400).contains(opens), (1...86_400).contains(length) else { return nil }
    self.init(opens: opens, length: length, checked: ())
  }

  private init(opens: Int, length: Int, checked: Void) {
    self.opens = opens
    self.length = length
  }
}

extension ClockRange: CustomStringConvertible {
  /// The hours as a catalogue writes them; seconds only where there are some.
  package var description: String {
    let end = closes > 86_400 ? closes - 86_400 : closes
    return "\(Self.clock(opens))-\(Self.clock(end))"
  }

  /// A time of day, `08:00`, from seconds after midnight (0 to 86,400).
  package static func clock(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    let shown = parts[2] == 0 ? parts.dropLast() : parts[...]
    return shown.map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }
}
