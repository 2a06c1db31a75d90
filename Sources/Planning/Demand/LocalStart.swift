import Diagnostics
import ServiceTime

/// Reads when an interval begins: with an offset, or as the clocks of a place show it.
enum LocalStart {
  /// Reads `2026-03-02T08:00:00+01:00`, `2026-03-02T08:00`, `2026-03-02 08:00` or
  /// `02.03.2026 08:00`, or reports what stands there instead.
  ///
  /// - Parameter last: The interval read before; it decides in the hour that clocks show twice.
  static func read(
    _ field: CSVTable.Field, zone: ZoneTable, after last: Instant?,
    _ diagnostics: inout Diagnostics
  ) -> Instant? {
    if let parts = localParts(field.text) {
      guard let date = CivilDate(year: parts.year, month: parts.month, day: parts.day),
        parts.second < 86_400
      else {
        diagnostics.error(
          "demand.start", "'\(field.text.prefix(40))' does not exist", at: field.place,
          fixIt: "check the day and the time")
        return nil
      }
      switch zone.instants(of: date, secondOfDay: parts.second) {
      case .once(let instant):
        return instant
      case .twice(let earlier, let later):
        // A week runs on: behind the earlier one comes the later one.
        return last.map { $0 >= earlier ? later : earlier } ?? earlier
      case .skipped:
        diagnostics.error(
          "demand.start",
          "the clocks of \(zone.identifier) skip '\(field.text.prefix(40))'", at: field.place,
          fixIt: "leave the row out, or write the time with its offset")
        return nil
      }
    }
    do {
      return try OffsetInstant(iso8601: Array(field.text.utf8)).instant
    } catch {
      diagnostics.error(
        "demand.start", "'\(field.text.prefix(40))' is no time at which an interval begins",
        at: field.place,
        fixIt: "write 2026-03-02T08:00 or 2026-03-02T08:00:00+01:00")
      return nil
    }
  }

  /// Date and time without an offset; nil for any other form.
  private static func localParts(
    _ text: String
  ) -> (year: Int, month: Int, day: Int, second: Int)? {
    let halves = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard halves.count == 2 else { return nil }
    let dots = numbers(halves[0], ".")
    let dashes = numbers(halves[0], "-")
    let clock = numbers(halves[1], ":")
    guard let clock, clock.count == 2 || clock.count == 3, clock[0] <= 24, clock[1] < 60,
      clock.count == 2 || clock[2] < 60
    else { return nil }
    let second = clock[0] * 3600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
    if let dashes, dashes.count == 3 { return (dashes[0], dashes[1], dashes[2], second) }
    if let dots, dots.count == 3 { return (dots[2], dots[1], dots[0], second) }
    return nil
  }

  /// The whole numbers between separators; nil if anything else stands there.
  private static func numbers(_ text: Substring, _ separator: Character) -> [Int]? {
    var all: [Int] = []
    for part in text.split(separator: separator, omittingEmptySubsequences: false) {
      guard part.utf8.count <= 4, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part)
      else { return nil }
      all.append(number)
    }
    return all
  }
}
