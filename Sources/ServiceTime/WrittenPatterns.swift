/// Regular expressions for editors, which know no grammar of ours.
///
/// Every text that the reader takes matches; some that it refuses match as well, since a pattern
/// cannot count. They are written in what ECMAScript and Python have in common.
private enum PatternPart {
  /// White space as Unicode has it; ECMAScript's `\s` leaves U+0085 out.
  static let space = "[\\s\\u0085]*"

  /// A hyphen, a minus sign, and the dashes that word processors put in their place.
  static let dash = "[-\\u2010\\u2011\\u2013\\u2014\\u2212]"

  /// A time of day, with seconds or without, and the end of the day.
  static let time = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
  static let midnight = "24:00(?::00)?"

  /// A word in any case: `[mM][iI][nN]`.
  static func anyCase(_ word: String) -> String {
    word.map { $0.isLetter ? "[\($0.lowercased())\($0.uppercased())]" : "\($0)" }.joined()
  }
}

extension TimeSpan {
  /// Matches what ``init(written:)`` accepts: numbers with a unit of time, of which one is not zero.
  ///
  /// A unit with diacritics matches whatever word it is, for it may be folded to a known one.
  package static let pattern: String = {
    let space = PatternPart.space
    let marked = "[A-Za-z]*[^\\x00-\\x7F\\s][^\\x00-\\x40\\s]*"
    let words = TimeUnit.named.keys.sorted { $0.count == $1.count ? $0 < $1 : $0.count > $1.count }
    let units = words.map { PatternPart.anyCase($0) }.joined(separator: "|")
    let unit = "(?:(?:\(units))(?![A-Za-z])|\(marked))\\.?"
    let part = "[0-9]+(?:[.,][0-9]+)?\(space)\(unit)"
    let joint = "(?:(?:[aA][nN][dD]|[iI]|[aA])(?![A-Za-z])\\.?|\(marked)\\.?)"
    return "^(?=[^1-9]*[1-9])\(space)\(part)(?:\(space)(?:\(joint)\(space))*\(part))*\(space)$"
  }()
}

extension CivilDate {
  /// Matches what ``init(written:)`` accepts, and 29 February of every year.
  package static let pattern: String = {
    let day = "(?:0[1-9]|[12][0-9])"
    let monthDay =
      "(?:(?:0[13578]|1[02])-(?:\(day)|3[01])|(?:0[469]|11)-(?:\(day)|30)|02-\(day))"
    return "^\(PatternPart.space)[0-9]{4}-\(monthDay)\(PatternPart.space)$"
  }()
}

extension OffsetInstant {
  /// Matches what `init(iso8601:)` accepts.
  package static let pattern =
    "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]"
    + "(?::[0-5][0-9](?:[.,][0-9]+)?)?(?:Z|[+-](?:0[0-9]|1[0-8])(?::?[0-5][0-9])?)$"
}

extension ClockRange {
  /// Matches what ``list(written:)`` accepts: hours, or several with commas between them.
  package static let pattern: String = {
    let space = PatternPart.space
    let range =
      "\(space)\(PatternPart.time)\(space)\(PatternPart.dash)\(space)"
      + "(?:\(PatternPart.time)|\(PatternPart.midnight))\(space)"
    return "^\(range)(?:,\(range))*$"
  }()
}

extension ClockRange {
  /// Matches what ``clockTime(written:)`` accepts.
  package static let timePattern: String = {
    let space = PatternPart.space
    return "^\(space)(?:\(PatternPart.time)|\(PatternPart.midnight))\(space)$"
  }()
}

extension Weekday {
  /// Matches what ``days(written:)`` accepts: days, stretches of days, or `daily`.
  package static let pattern: String = {
    let space = PatternPart.space
    let names = allCases.map { day in
      let rest = day.name.lowercased().dropFirst(day.key.count)
      return "\(PatternPart.anyCase(day.key))(?:\(PatternPart.anyCase(String(rest))))?"
    }
    let day = "(?:\(names.joined(separator: "|")))"
    let days =
      "\(space)(?:\(PatternPart.anyCase("daily"))"
      + "|\(day)(?:\(space)\(PatternPart.dash)\(space)\(day))?)\(space)"
    return "^\(days)(?:,\(days))*$"
  }()
}

extension WeeklyHours {
  /// Matches what ``isRoundTheClock(_:)`` accepts.
  package static let roundTheClockPattern: String = {
    let space = PatternPart.space
    return "^\(["", "2", "4", "/", "7", ""].joined(separator: space))$"
  }()
}
