/// A length of time in whole seconds.
///
/// ```swift
/// try TimeSpan(written: "1,5 h").seconds  // 5400
/// TimeSpan(seconds: 5400).description     // "1 h 30 min"
/// ```
package struct TimeSpan: Hashable, Comparable, Sendable {
  /// The length (unit: s; what people write is always 1 or more).
  package let seconds: Int

  /// The longest time that ``init(written:)`` accepts: ten years of 365 days.
  package static let longestWritten = TimeSpan(seconds: 3650 * 86_400)

  /// Creates a span of so many seconds.
  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// Reads a span as people write it: `15 min`, `1 h 30 min`, `1,5 h`, `2 days`, `20 sekund`.
  ///
  /// A day is 24 hours; where only opening hours count, ``WrittenTimeSpan/usesDays`` tells that
  /// the author may have meant something else.
  ///
  /// - Throws: ``TimeSpanError`` when the text names no time, or none that can be kept.
  /// - Complexity: O(length of the text).
  package init(written: String) throws(TimeSpanError) {
    self = try WrittenTimeSpan(written).span
  }

  package static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.seconds < right.seconds
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The span as the handbook prints it: `15 min`, `1 h 30 min`, `36 h`, `2 days`.
  ///
  /// Whole days are printed as days. What a person may write reads back to the same span.
  package var description: String {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    guard days != 0, rest == 0 else { return inHours }
    return "\(days) \(days.magnitude == 1 ? "day" : "days")"
  }

  /// The span without days: `48 h`. For times that count opening hours, where a day is no unit.
  package var inHours: String {
    let (minutes, second) = seconds.magnitude.quotientAndRemainder(dividingBy: 60)
    let (hours, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    guard seconds != 0 else { return "0 s" }
    var text = seconds < 0 ? "-" : ""
    func append(_ number: UInt, _ unit: String) {
      guard number > 0 else { return }
      if text.utf8.count > 1 { text += " " }
      text += String(number)
      text += unit
    }
    append(hours, " h")
    append(minute, " min")
    append(second, " s")
    return text
  }
}
