/// Why a text names no opening hours.
///
/// Cases carry the words in question and where they stand in the written text (UTF-8 offsets).
package enum HoursError: Error, Hashable, Sendable {
  /// Nothing is written where days or hours should be.
  case empty
  /// A word that names no day, with the day that may be meant.
  case unknownDay(String, nearest: String?, utf8: Range<Int>)
  /// A day named twice in one list.
  case repeatedDay(String, utf8: Range<Int>)
  /// No dash between opening and closing.
  case noDash(String)
  /// Not hours and minutes; `readable` says the same rightly, where it is clear.
  case notAClockTime(String, readable: String?, utf8: Range<Int>)
  /// An hour after 23 (24:00 only closes).
  case noSuchHour(String, utf8: Range<Int>)
  /// A minute after 59.
  case noSuchMinute(String, utf8: Range<Int>)
  /// A second after 59.
  case noSuchSecond(String, utf8: Range<Int>)
  /// Opening at 24:00, which is the next day.
  case opensAtTheEnd(String, utf8: Range<Int>)
  /// Opening and closing at the same time.
  case equalEnds(String)
  /// Hours without the days they are for.
  case noDays(String)
  /// Days without the hours that they have.
  case noHours(String)
  /// Two ranges that share time.
  case overlap(WeeklyHours.Entry, WeeklyHours.Entry)
}

extension HoursError {
  /// What is wrong, quoting the text; in lower case, without a full stop.
  package var message: String {
    switch self {
    case .empty: "nothing is written here"
    case .unknownDay(let word, _, _): "'\(word)' is no day of the week"
    case .repeatedDay(let word, _): "'\(word)' is named twice"
    case .noDash(let text): "'\(text)' has no dash between opening and closing"
    case .notAClockTime(let text, _, _): "'\(text)' is no time of day"
    case .noSuchHour(let text, _): "'\(text)' is no time of day: hours end at 23"
    case .noSuchMinute(let text, _): "'\(text)' is no time of day: minutes end at 59"
    case .noSuchSecond(let text, _): "'\(text)' is no time of day: seconds end at 59"
    case .opensAtTheEnd(let text, _): "'\(text)' cannot open: it is the end of the day"
    case .equalEnds(let text): "'\(text)' opens and closes at the same time"
    case .noDays(let text): "'\(text)' names no days"
    case .noHours(let text): "'\(text)' has no hours"
    case .overlap(let first, let second):
      "\(first.day.key) \(first.range) and \(second.day.key) \(second.range) overlap"
    }
  }

  /// What would be right, in words.
  package var suggestion: String {
    switch self {
    case .empty: "write days and hours, such as mon-fri: 08:00-20:00"
    case .unknownDay(_, let nearest, _):
      if let nearest {
        "did you mean '\(nearest)'?"
      } else {
        "use mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, or daily"
      }
    case .repeatedDay: "name each day once"
    case .noDash: "write opening and closing, such as 08:00-20:00"
    case .notAClockTime(_, let readable, _):
      if let readable { "write \(readable)" } else { "write hours and minutes, such as 08:00" }
    case .noSuchHour: "write 00:00 to 23:59, or 24:00 to close at midnight"
    case .noSuchMinute: "write minutes from 00 to 59"
    case .noSuchSecond: "write seconds from 00 to 59, or leave them out"
    case .opensAtTheEnd: "write 00:00 on the next day"
    case .equalEnds: "write 00:00-24:00 for the whole day, or leave the day out when it is closed"
    case .noDays: "write the days before the hours, such as mon-fri 08:00-20:00, or 24/7"
    case .noHours: "write the hours behind the days, such as mon-fri 08:00-20:00"
    case .overlap: "join the two, or end one where the other begins"
    }
  }

  /// The part of the written text that is wrong (UTF-8 offsets), or nil when it is the whole.
  package var utf8: Range<Int>? {
    switch self {
    case .unknownDay(_, _, let utf8), .repeatedDay(_, let utf8), .notAClockTime(_, _, let utf8),
      .noSuchHour(_, let utf8), .noSuchMinute(_, let utf8), .noSuchSecond(_, let utf8),
      .opensAtTheEnd(_, let utf8):
      utf8
    case .empty, .noDash, .equalEnds, .noDays, .noHours, .overlap:
      nil
    }
  }
}

extension HoursError: CustomStringConvertible {
  package var description: String { "\(message); \(suggestion)" }
}
