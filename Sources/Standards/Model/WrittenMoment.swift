package import ServiceTime
import SourceYAML

/// A moment of an example, as its author wrote it.
package struct WrittenMoment: Hashable, Sendable {
  /// How a moment may be written.
  package enum Form: Hashable, Sendable {
    /// By the clocks of the standard's hours: `2026-11-03 09:00`.
    case local(CivilDate, secondOfDay: Int)
    /// With its offset from UTC: `2026-10-25T02:30+01:00`.
    case exact(OffsetInstant)
    /// On the day of the moment before: `09:05`.
    case sameDay(secondOfDay: Int)
    /// So much time after the moment before, day and night: `+10 min`.
    case later(TimeSpan)
  }

  /// Why a text is no moment; the message starts in lower case.
  package struct Problem: Error, Hashable, Sendable {
    /// What is wrong.
    package let message: String
    /// What would be right.
    package let fixIt: String
  }

  /// The text, as written.
  package let text: String
  /// What it says.
  package let form: Form

  /// Whether it says nothing without the moment before it.
  package var isRelative: Bool {
    switch form {
    case .local, .exact: false
    case .sameDay, .later: true
    }
  }

  /// Reads a moment; a `T` may stand for the blank, and seconds may follow.
  ///
  /// - Throws: ``Problem`` when it is none.
  /// - Complexity: O(length).
  package init(written: String) throws(Problem) {
    text = written
    form = try Self.form(of: written)
  }

  private static func form(of written: String) throws(Problem) -> Form {
    if let moment = plain(written) { return moment }
    if written.hasPrefix("+") { return .later(try span(after: written)) }
    let parts = written.split { $0 == " " || $0 == "T" }
    if parts.count == 1, let second = secondOfDay(parts[0]) { return .sameDay(secondOfDay: second) }
    guard parts.count == 2 else {
      throw Problem(message: "no date and time in '\(written.shortened)'", fixIt: advice)
    }
    let date = try date(parts[0])
    let hasOffset = parts[1].hasSuffix("Z") || parts[1].dropFirst().contains { "+-".contains($0) }
    if hasOffset {
      do throws(InstantError) {
        return .exact(try OffsetInstant(iso8601: Array(written.utf8)))
      } catch {
        throw Problem(message: "no moment: \(error.problem)", fixIt: error.advice)
      }
    }
    guard let second = secondOfDay(parts[1]) else {
      throw Problem(message: "no time of day in '\(written.shortened)'", fixIt: advice)
    }
    return .local(date, secondOfDay: second)
  }

  /// Reads `2026-11-03 09:00`, also with seconds, as nearly all moments are written; nil for any
  /// other form, and for what is wrong with this one.
  private static func plain(_ written: String) -> Form? {
    var written = written
    return written.withUTF8 { bytes in
      guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: " "),
        let days = number(of: bytes[..<10], separator: UInt8(ascii: "-"), at: 4, 7),
        let clock = number(of: bytes[11...], separator: UInt8(ascii: ":"), at: 13, 16),
        let date = CivilDate(year: days / 10_000, month: days / 100 % 100, day: days % 100)
      else { return nil }
      let time = bytes.count == 16 ? clock * 100 : clock
      let (hours, minutes, seconds) = (time / 10_000, time / 100 % 100, time % 100)
      guard hours < 24, minutes < 60, seconds < 60 else { return nil }
      return .local(date, secondOfDay: hours * 3600 + minutes * 60 + seconds)
    }
  }

  /// The digits of a few bytes as one number; nil where anything else stands between them than the
  /// separator at one of two places.
  private static func number(
    of bytes: Slice<UnsafeBufferPointer<UInt8>>, separator: UInt8, at first: Int, _ second: Int
  ) -> Int? {
    var number = 0
    // Not its indices, which would be a collection of their own.
    for index in bytes.startIndex..<bytes.endIndex {
      if index == first || index == second {
        guard bytes[index] == separator else { return nil }
      } else {
        guard 0x30...0x39 ~= bytes[index] else { return nil }
        number = number * 10 + Int(bytes[index] - 0x30)
      }
    }
    return number
  }

  /// What every moment with its date matches, and most other texts do not.
  static let patternOfDates = "^ *\(dateAndTime) *$"
  /// What every moment matches, and most other texts do not.
  static let pattern = "^ *(\(dateAndTime)|\(timeOfDay)|\\+.+) *$"

  private static let timeOfDay = "[0-9]{1,2}:[0-9]{1,2}(:[0-9]{1,2})?"
  private static let dateAndTime =
    "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[ T]+\(timeOfDay)(Z|[+-][0-9]{2}(:?[0-9]{2})?)?"

  private static let advice =
    "write a date and a time, such as 2026-03-02 19:50 or 2026-03-02 19:50:30"

  private static func date(_ text: Substring) throws(Problem) -> CivilDate {
    do throws(DateError) {
      return try CivilDate(written: String(text))
    } catch {
      throw Problem(message: error.message, fixIt: error.suggestion)
    }
  }

  private static func span(after sign: String) throws(Problem) -> TimeSpan {
    do throws(TimeSpanError) {
      return try TimeSpan(written: String(sign.dropFirst().drop { $0 == " " }))
    } catch {
      throw Problem(
        message: "no time after the moment before: \(error.message)",
        fixIt: "write a plus and a time, such as +10 min")
    }
  }

  /// Reads `9:05` or `09:05:30`; nil when it is no time of day.
  private static func secondOfDay(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Int? in
      (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(part) : nil
    }
    guard (2...3).contains(numbers.count), numbers.count == parts.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }
}

extension WrittenMoment {
  /// The instant that is meant.
  ///
  /// - Parameters:
  ///   - previous: The moment before, which the short forms follow.
  ///   - zone: Whose clocks show local times.
  /// - Throws: ``Problem`` when clocks show it twice or skip it, or nothing stands before it.
  package func instant(
    after previous: Instant? = nil, in zone: ZoneTable
  ) throws(Problem) -> Instant {
    switch form {
    case .exact(let moment): return moment.instant
    case .local(let date, let second): return try instant(date, second, after: nil, in: zone)
    case .sameDay(let second):
      guard let previous, let date = zone.local(at: previous)?.date else { throw standsAlone }
      return try instant(date, second, after: previous, in: zone)
    case .later(let span):
      guard let previous else { throw standsAlone }
      let (seconds, overflow) = previous.seconds.addingReportingOverflow(span.seconds)
      if overflow { throw standsAlone }
      return Instant(seconds: seconds)
    }
  }

  private var standsAlone: Problem {
    Problem(
      message: "no moment before '\(text.shortened)' that it could follow", fixIt: Self.advice)
  }

  private func instant(
    _ date: CivilDate, _ second: Int, after previous: Instant?, in zone: ZoneTable
  ) throws(Problem) -> Instant {
    switch zone.instants(of: date, secondOfDay: second) {
    case .once(let instant):
      return instant
    case .twice(let earlier, let later):
      // After a moment of the repeated hour only one of the two is left.
      if let previous, earlier < previous { return later }
      let offsets = [earlier, later].map { instant in
        OffsetInstant(instant: instant, utcOffset: zone.offset(at: instant)).description
      }
      throw Problem(
        message: "the clocks of \(zone.identifier) show \(text.shortened) twice",
        fixIt: "write \(offsets[0]) or \(offsets[1])")
    case .skipped:
      throw Problem(
        message: "the clocks of \(zone.identifier) never show \(text.shortened)",
        fixIt: "choose a time outside of the hour that is skipped")
    }
  }
}
