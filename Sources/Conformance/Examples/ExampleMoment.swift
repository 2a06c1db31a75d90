import ServiceTime

/// A moment of an example, as the clocks of the standard's hours show it.
enum ExampleMoment {
  /// Why a text is no moment; the message starts in lower case.
  struct Problem: Error, Hashable {
    let message: String
    let fixIt: String
  }

  /// Reads `2026-03-02 19:50`, with seconds and with `T` for the blank if the author likes.
  ///
  /// - Throws: When it is no time, or one that clocks show twice or skip.
  static func instant(of written: String, in zone: ZoneTable) throws(Problem) -> Instant {
    let advice = "write a date and a time, such as 2026-03-02 19:50 or 2026-03-02 19:50:30"
    let parts = written.split { $0 == " " || $0 == "T" }
    guard parts.count == 2, let date = try? CivilDate(written: String(parts[0])) else {
      throw Problem(message: "no date and time in '\(written)'", fixIt: advice)
    }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { part -> Int? in
      (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(part) : nil
    }
    guard (2...3).contains(numbers.count), numbers.count == clock.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { throw Problem(message: "no time of day in '\(written)'", fixIt: advice) }
    let second = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    switch zone.instants(of: date, secondOfDay: second) {
    case .once(let instant):
      return instant
    case .twice:
      throw Problem(
        message: "the clocks of \(zone.identifier) show \(written) twice",
        fixIt: "choose a time outside of the hour that is repeated")
    case .skipped:
      throw Problem(
        message: "the clocks of \(zone.identifier) never show \(written)",
        fixIt: "choose a time outside of the hour that is skipped")
    }
  }
}
