extension WeeklyHours {
  /// Reads a week on one line: `mon-fri 08:00-20:00; sat 09:00-15:00`, or `24/7`.
  ///
  /// A colon may stand behind the days and braces around the whole, as in a catalogue. Commas part
  /// days (`sat, sun 10:00-14:00`), hours of the same days (`mon-fri 08:00-12:00, 13:00-17:00`) and
  /// days with other hours; after a semicolon the days must be named again.
  ///
  /// - Throws: ``HoursError`` for the first thing that is wrong.
  /// - Complexity: O(length of the text).
  package static func entries(written text: String) throws(HoursError) -> [Entry] {
    if isRoundTheClock(text) { return roundTheClock.entries }
    let plain = text.filter { !"{}[]".contains($0) }
    var entries: [Entry] = []
    for part in plain.split(separator: ";", omittingEmptySubsequences: false) {
      entries += try self.entries(of: part)
    }
    return entries
  }

  /// The entries of a text without semicolons.
  private static func entries(of part: Substring) throws(HoursError) -> [Entry] {
    var entries: [Entry] = []
    var days: [Weekday] = []
    /// Days named without hours yet: the `sat` of `sat, sun 10:00-14:00`.
    var waiting: [Substring] = []
    for piece in part.split(separator: ",", omittingEmptySubsequences: false) {
      let name = piece.prefix { !$0.isNumber }
      let hours = piece.dropFirst(name.count)
      let named = trimmed(name)
      if hours.isEmpty {
        waiting.append(named)
        continue
      }
      if !named.isEmpty || !waiting.isEmpty {
        days = try Weekday.days(written: (waiting + [named]).joined(separator: ","))
        waiting = []
      }
      guard !days.isEmpty else { throw .noDays(String(trimmed(piece))) }
      let range = try ClockRange(written: String(hours))
      entries += days.map { Entry(day: $0, range: range) }
    }
    if let first = waiting.first {
      throw first.isEmpty ? .empty : .noHours(waiting.joined(separator: ","))
    }
    return entries
  }

  /// Days without the blanks and the colon around them.
  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace || last == ":" { text.removeLast() }
    return text
  }
}
