import ServiceTime

/// When an interval begins, as written: with an offset, or as the clocks of a place show it.
struct WrittenStart: Hashable {
  /// The day.
  let date: CivilDate
  /// The time of day by the clock (unit: s after midnight; 0 to 86,399).
  let secondOfDay: Int
  /// The offset that is written behind it (unit: s east of UTC), if there is one.
  let offset: Int?

  /// Why a text is no such time.
  enum Problem: Error {
    /// It has another form altogether.
    case form
    /// A day without a time.
    case noTime
    /// It does not say whether the day or the month comes first.
    case ambiguous
    /// A year of two digits.
    case shortYear
    /// A year that no plan is made for.
    case year(Int)
    /// A number of days, as spreadsheets keep times.
    case serialNumber
    /// There is no such day or time of day.
    case impossible
  }

  /// The years that a plan may be made for.
  static let years = 2000...2099

  /// Reads `2026-03-02T08:00`, `2026-03-02 08:00:00+01:00`, `02.03.2026 8:00` or
  /// `2. 3. 2026 8:00`.
  init(_ text: String) throws(Problem) {
    var rest = text[...]
    guard let first = rest.takeNumber() else { throw .form }
    if rest.isEmpty { throw .serialNumber }
    guard let mark = rest.popFirst(), ".-/".contains(mark) else {
      throw text.contains(",") && rest.allSatisfy(\.isNumber) ? .serialNumber : .form
    }
    if mark == "." { rest.skipBlanks() }
    guard let second = rest.takeNumber() else { throw .form }
    guard rest.popFirst() == mark else { throw mark == "." ? .serialNumber : .form }
    if mark == "." { rest.skipBlanks() }
    guard let third = rest.takeNumber() else { throw .form }

    let parts: (year: Number, month: Number, day: Number)
    switch (mark, first.digits, third.digits) {
    case ("-", 4, _), ("/", 4, _): parts = (first, second, third)
    case (".", _, _): parts = (third, second, first)
    default: throw third.digits == 4 ? .ambiguous : .shortYear
    }
    guard parts.year.digits == 4 else { throw .shortYear }
    guard
      let date = CivilDate(
        year: parts.year.value, month: parts.month.value, day: parts.day.value)
    else { throw .impossible }
    guard Self.years.contains(date.year) else { throw .year(date.year) }
    self.date = date

    if rest.isEmpty { throw .noTime }
    if rest.first == "T" { rest.removeFirst() } else { rest.skipBlanks() }
    secondOfDay = try Self.time(&rest)
    offset = try Self.offset(rest)
  }

  /// The time of day at the start of the text.
  private static func time(_ rest: inout Substring) throws(Problem) -> Int {
    guard let hour = rest.takeNumber(), rest.popFirst() == ":", let minute = rest.takeNumber(),
      minute.digits == 2
    else { throw .form }
    var second = Number(value: 0, digits: 2)
    if rest.first == ":" {
      rest.removeFirst()
      guard let written = rest.takeNumber(), written.digits == 2 else { throw .form }
      second = written
    }
    guard hour.value < 24, minute.value < 60, second.value < 60 else { throw .impossible }
    return hour.value * 3600 + minute.value * 60 + second.value
  }

  /// The offset that the text consists of; nil if it is empty.
  private static func offset(_ text: Substring) throws(Problem) -> Int? {
    var rest = text
    rest.skipBlanks()
    guard let sign = rest.popFirst() else { return nil }
    if sign == "Z", rest.isEmpty { return 0 }
    guard sign == "+" || sign == "-", let hours = rest.takeNumber() else { throw .form }
    var minutes = 0
    var wholeHours = hours.value
    if hours.digits == 4 {
      (wholeHours, minutes) = hours.value.quotientAndRemainder(dividingBy: 100)
    } else if hours.digits == 2, rest.first == ":" {
      rest.removeFirst()
      guard let written = rest.takeNumber(), written.digits == 2 else { throw .form }
      minutes = written.value
    } else if hours.digits != 2 {
      throw .form
    }
    guard rest.isEmpty else { throw .form }
    guard wholeHours <= 18, minutes < 60 else { throw .impossible }
    return (sign == "-" ? -1 : 1) * (wholeHours * 3600 + minutes * 60)
  }
}

extension WrittenStart {
  /// When that is, or nil for a time without an offset.
  var instant: Instant? {
    offset.map { Instant(seconds: date.daysSince1970 * 86_400 + secondOfDay - $0) }
  }
}

extension WrittenStart.Problem {
  /// What is wrong with it, to stand behind the quoted text.
  var description: String {
    switch self {
    case .form: "is no time at which an interval begins"
    case .noTime: "has no time of day"
    case .ambiguous: "does not say whether the day or the month comes first"
    case .shortYear: "has a year of two digits"
    case .year: "is too far from today to be planned"
    case .serialNumber: "is a number, as spreadsheets keep times, not a time"
    case .impossible: "does not exist"
    }
  }

  /// What would be right.
  var advice: String {
    switch self {
    case .form: "write 2026-03-02T08:00 or 2026-03-02T08:00:00+01:00 or 02.03.2026 08:00"
    case .noTime: "write the time behind it: 2026-03-02T08:00"
    case .ambiguous: "write 2026-03-02T08:00 or 02.03.2026 08:00"
    case .shortYear: "write the year with four digits"
    case .year: "use a year from 2000 to 2099"
    case .serialNumber: "format the column as date and time before saving"
    case .impossible: "check the day and the time"
    }
  }
}

/// A whole number and how many digits it was written with.
private struct Number {
  let value: Int
  let digits: Int
}

extension Substring {
  /// Takes a whole number of at most nine digits from the start.
  fileprivate mutating func takeNumber() -> Number? {
    let digits = prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count <= 9, let value = Int(digits) else { return nil }
    removeFirst(digits.count)
    return Number(value: value, digits: digits.utf8.count)
  }

  fileprivate mutating func skipBlanks() {
    while let first, first == " " || first == "\u{A0}" { removeFirst() }
  }
}
