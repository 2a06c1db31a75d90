import Conformance
import ServiceTime
import TextMatching

/// Shows what is found in a sentence, for tables: `latest 03-13 24:00`, one time a word and instant.
///
/// Instants are shown by the clocks of Warsaw; midnight is 24:00 of the day that it ends. The year is
/// shown unless it is 2026.
struct WrittenTimesReader {
  let zone: ZoneTable
  let sentAt: Instant
  var hours: OpeningHours?

  /// Reads at an ISO 8601 time; tables use Wednesday 11 March 2026, 10:00.
  init(
    sentAt: String = "2026-03-11T10:00:00+01:00", zone: String = "Europe/Warsaw",
    hours: OpeningHours? = nil
  ) throws {
    self.zone = try ZoneTable.named(zone)
    self.sentAt = try OffsetInstant(iso8601: sentAt.utf8).instant
    self.hours = hours
  }

  func times(in text: String, language: Language? = nil) -> [WrittenTime] {
    let bytes = FoldedText(text).bytes
    return WrittenTimes.find(in: bytes, 0..<bytes.count, language: language)
  }

  func show(_ text: String, language: Language? = nil) -> String {
    times(in: text, language: language).map { show($0) }.joined(separator: "; ")
  }

  func show(_ time: WrittenTime) -> String {
    guard let resolution = time.resolve(sentAt: sentAt, zone: zone, hours: hours) else {
      return time.bound.rawValue
    }
    return "\(time.bound.rawValue) \(show(resolution.by))"
  }

  func show(_ instant: Instant) -> String {
    guard var (date, second) = zone.local(at: instant) else { return "\(instant.seconds)" }
    if second == 0, let before = date.adding(days: -1) {
      date = before
      second = 86_400
    }
    let day = date.year == 2026 ? "\(date)".dropFirst(5) : "\(date)"[...]
    return "\(day) \(ClockRange.clock(second))"
  }

  /// The words of the times, folded.
  func words(_ text: String) -> [String] {
    let bytes = FoldedText(text).bytes
    return WrittenTimes.find(in: bytes, 0..<bytes.count).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }
}

/// A text as people type it who have no keyboard for its language.
func plain(_ text: String) -> String { FoldedText(text).string }
