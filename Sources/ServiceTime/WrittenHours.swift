import Diagnostics

extension ClockRange {
  /// Reads hours: `08:00-20:00`, `8:00–20:00`, `22:00-06:00`, `00:00-24:00`, `12:00:36-13:00`.
  ///
  /// - Throws: ``HoursError`` with what is wrong and where.
  package init(written: String) throws(HoursError) {
    try self.init(WrittenPart(written))
  }

  private init(_ part: WrittenPart) throws(HoursError) {
    guard !part.text.isEmpty else { throw .empty }
    let halves = part.split { dashes.contains($0) }
    guard halves.count == 2 else { throw .noDash(part.text) }
    let opens = try halves[0].clockTime()
    let closes = try halves[1].clockTime()
    guard opens < 86_400 else {
      throw .opensAtTheEnd(halves[0].text, utf8: halves[0].utf8)
    }
    let length = closes > opens ? closes - opens : closes - opens + 86_400
    guard closes != opens, let range = ClockRange(opens: opens, length: length) else {
      throw .equalEnds(part.text)
    }
    self = range
  }

  /// Reads one or more hours, with commas between them: `08:00-12:00, 13:00-17:00`.
  ///
  /// - Throws: ``HoursError`` for the first that is wrong.
  package static func list(written: String) throws(HoursError) -> [ClockRange] {
    var ranges: [ClockRange] = []
    for part in WrittenPart(written).split(where: { $0 == "," }) {
      ranges.append(try ClockRange(part))
    }
    return ranges
  }
}

extension ClockRange {
  /// Reads one time of day: `14:00`; `24:00` is the next midnight.
  ///
  /// - Returns: Seconds after midnight by the clock (0 to 86,399).
  /// - Throws: ``HoursError`` with what is wrong and where.
  package static func clockTime(written: String) throws(HoursError) -> Int {
    let part = WrittenPart(written)
    guard !part.text.isEmpty else { throw .empty }
    return try part.clockTime() % 86_400
  }
}

extension Weekday {
  /// Reads the days of one key: `mon`, `mon-fri`, `fri-mon`, `sat, sun`, `Monday`, `daily`.
  ///
  /// - Returns: The days in the order written, each once.
  /// - Throws: ``HoursError`` for the first word that names no day.
  package static func days(written: String) throws(HoursError) -> [Weekday] {
    var days: [Weekday] = []
    for part in WrittenPart(written).split(where: { $0 == "," }) {
      let named = try range(part)
      guard !named.contains(where: days.contains) else {
        throw .repeatedDay(part.text, utf8: part.utf8)
      }
      days += named
    }
    return days
  }

  private static func range(_ part: WrittenPart) throws(HoursError) -> [Weekday] {
    if part.text.lowercased() == "daily" { return allCases }
    let ends = part.split { dashes.contains($0) }
    guard ends.count <= 2, let first = ends.first, let last = ends.last else {
      throw .unknownDay(part.text, nearest: nil, utf8: part.utf8)
    }
    let start = try day(first)
    let end = try day(last)
    var days = [start]
    while let latest = days.last, latest != end { days.append(latest.next) }
    return days
  }

  private static func day(_ part: WrittenPart) throws(HoursError) -> Weekday {
    guard !part.text.isEmpty else { throw .empty }
    let word = part.text.lowercased()
    for day in allCases where word == day.key || word == day.name.lowercased() { return day }
    let names = allCases.map { $0.name.lowercased() }
    let nearest = nearestName(to: word, among: names + allCases.map(\.key) + ["daily"])
    throw .unknownDay(part.text, nearest: nearest, utf8: part.utf8)
  }
}

extension WeeklyHours {
  /// Whether a text says that the desk never closes: `24/7`.
  package static func isRoundTheClock(_ written: String) -> Bool {
    written.filter { !$0.isWhitespace } == "24/7"
  }
}

/// A hyphen, a minus sign, and the dashes that word processors put in their place.
private let dashes: Set<Character> = ["-", "\u{2010}", "\u{2011}", "–", "—", "\u{2212}"]

/// A piece of a written text without surrounding space, with its place (UTF-8 offsets).
private struct WrittenPart {
  let text: String
  let utf8: Range<Int>

  init(_ text: String) {
    self.init(text[...], startingAt: 0)
  }

  private init(_ slice: Substring, startingAt offset: Int) {
    let leading = slice.prefix { $0.isWhitespace }
    var inner = slice.dropFirst(leading.count)
    while let last = inner.last, last.isWhitespace { inner.removeLast() }
    let start = offset + leading.utf8.count
    text = String(inner)
    utf8 = start..<start + inner.utf8.count
  }

  /// The pieces between separators; empty ones too, since they are mistakes.
  func split(where isSeparator: (Character) -> Bool) -> [WrittenPart] {
    let pieces = text.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
    return pieces.map { piece in
      let before = text[..<piece.startIndex].utf8.count
      return WrittenPart(piece, startingAt: utf8.lowerBound + before)
    }
  }

  /// Seconds after midnight (0 to 86,400) of a time such as `08:00` or `08:00:30`.
  func clockTime() throws(HoursError) -> Int {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    let isWritten =
      (2...3).contains(fields.count) && (1...2).contains(fields[0].count)
      && fields.dropFirst().allSatisfy { $0.count == 2 }
    guard isWritten, let hour = number(fields[0]), let minute = number(fields[1]),
      let second = fields.count == 3 ? number(fields[2]) : 0
    else { throw .notAClockTime(text, readable: readableTime(), utf8: utf8) }
    guard minute < 60 else { throw .noSuchMinute(text, utf8: utf8) }
    guard second < 60 else { throw .noSuchSecond(text, utf8: utf8) }
    let total = hour * 3600 + minute * 60 + second
    guard total <= 86_400 else { throw .noSuchHour(text, utf8: utf8) }
    return total
  }

  /// What a time in another common form would be: `8`, `8.30`, `0830`, `8am`, `5:30 pm`, `8h`.
  private func readableTime() -> String? {
    var rest = text.lowercased().filter { !$0.isWhitespace }[...]
    var afternoon: Bool?
    for (ending, meaning) in [("am", false), ("pm", true)] where rest.hasSuffix(ending) {
      afternoon = meaning
      rest = rest.dropLast(2)
    }
    if rest.hasSuffix("h") { rest = rest.dropLast() }
    var fields = rest.split(omittingEmptySubsequences: false) { ":.h".contains($0) }
    if fields.count == 1, rest.count == 4 { fields = [rest.prefix(2), rest.suffix(2)] }
    guard (1...2).contains(fields.count), var hour = number(fields[0]) else { return nil }
    guard let minute = fields.count == 2 ? number(fields[1]) : 0, minute < 60 else { return nil }
    if let afternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (afternoon ? 12 : 0)
    }
    guard hour < 24 || hour == 24 && minute == 0 else { return nil }
    return ClockRange.clock(hour * 3600 + minute * 60)
  }

  /// One or two ASCII digits as a number.
  private func number(_ digits: Substring) -> Int? {
    guard (1...2).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }) else {
      return nil
    }
    return Int(digits)
  }
}
