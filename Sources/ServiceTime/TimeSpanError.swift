/// Why a text is no length of time that somebody can promise.
///
/// Cases carry the words in question and where they stand in the written text (UTF-8 offsets).
package enum TimeSpanError: Error, Hashable, Sendable {
  /// Nothing is written.
  case empty
  /// Words that bind nobody: "as soon as possible", "niezwłocznie".
  case vague(String)
  /// Words without a number.
  case noNumber(String)
  /// A number without a unit.
  case noUnit(String, utf8: Range<Int>)
  /// A word that is no unit of time, with the unit that may be meant.
  case unknownUnit(String, nearest: String?, utf8: Range<Int>)
  /// A unit whose length depends on the date, such as a month.
  case noFixedLength(String, utf8: Range<Int>)
  /// Working days, whose length depends on the calendar.
  case workingDays(String, utf8: Range<Int>)
  /// A separator before three digits: one and a half, or one thousand five hundred?
  case ambiguousNumber(String, utf8: Range<Int>)
  /// A part that is no whole number of seconds.
  case notWholeSeconds(String, utf8: Range<Int>)
  /// A part with the same unit as the one before, or a larger one; `inOrder` says the same rightly.
  case unitsOutOfOrder(String, inOrder: TimeSpan, utf8: Range<Int>)
  /// "10-15 min": two times.
  case twoTimes(String)
  /// "1:30": hours and minutes, or minutes and seconds?
  case clockForm(String)
  /// ISO 8601, such as "PT15M", with what it means where that is clear.
  case machineForm(String, meaning: TimeSpan?)
  /// A time before now.
  case negative(String)
  /// No time at all.
  case zero(String)
  /// Longer than ``TimeSpan/longestWritten``.
  case tooLong(String)
  /// Something that is neither a number nor a unit, where one of them should be.
  case unexpected(String, utf8: Range<Int>)
}

extension TimeSpanError {
  /// What is wrong, quoting the text; in lower case, without a full stop.
  package var message: String {
    switch self {
    case .empty: "a time is missing"
    case .vague(let text): "'\(text)' means when we feel like it"
    case .noNumber(let text): "'\(text)' has no number"
    case .noUnit(let number, _): "\(number) of what?"
    case .unknownUnit(let word, _, _): "'\(word)' is no unit of time"
    case .noFixedLength(let unit, _): "'\(unit)' has no fixed length"
    case .workingDays(let words, _): "'\(words)': a working day has no fixed length"
    case .ambiguousNumber(let number, _): "'\(number)' can be read as a fraction or as thousands"
    case .notWholeSeconds(let part, _): "'\(part)' is no whole number of seconds"
    case .unitsOutOfOrder(let part, _, _): "'\(part)' does not continue with a smaller unit"
    case .twoTimes(let text): "'\(text)' names two times; a promise is one"
    case .clockForm(let text):
      "'\(text)' can be read as hours and minutes or as minutes and seconds"
    case .machineForm(let text, _): "'\(text)' is written for machines"
    case .negative(let text): "'\(text)' is a time that has passed"
    case .zero(let text): "'\(text)' is a promise of no time"
    case .tooLong(let text): "'\(text)' is longer than ten years"
    case .unexpected(let text, _): "'\(text)' does not belong in a time"
    }
  }

  /// What would be right, in words.
  package var suggestion: String {
    switch self {
    case .empty, .vague: "name a time, such as 15 min or 4 h"
    case .noNumber: "write a number and a unit, such as 15 min or 4 h"
    case .noUnit(let number, _): "write \(number) min, or another unit: s, min, h, days, weeks"
    case .unknownUnit(_, let nearest, _):
      if let nearest { "did you mean '\(nearest)'?" } else { "use s, min, h, days or weeks" }
    case .noFixedLength: "count it in days, such as 30 days"
    case .workingDays: "write open hours, such as 16 h, and name the calendar that counts them"
    case .ambiguousNumber: "leave the separator out, or write 1.5 for one and a half"
    case .notWholeSeconds: "round it to whole seconds"
    case .unitsOutOfOrder(_, let inOrder, _): "write \(inOrder)"
    case .twoTimes: "write the longer one, such as 15 min"
    case .clockForm: "write units, such as 1 h 30 min"
    case .machineForm(_, let meaning):
      if let meaning { "write \(meaning)" } else { "write a number and a unit, such as 15 min" }
    case .negative, .zero: "write 1 s or more"
    case .tooLong: "write 3650 days or less"
    case .unexpected: "write just the time, such as 15 min or 1 h 30 min"
    }
  }

  /// The part of the written text that is wrong (UTF-8 offsets), or nil when it is the whole.
  package var utf8: Range<Int>? {
    switch self {
    case .noUnit(_, let utf8), .unknownUnit(_, _, let utf8), .noFixedLength(_, let utf8),
      .workingDays(_, let utf8), .ambiguousNumber(_, let utf8), .notWholeSeconds(_, let utf8),
      .unitsOutOfOrder(_, _, let utf8), .unexpected(_, let utf8):
      utf8
    case .empty, .vague, .noNumber, .twoTimes, .clockForm, .machineForm, .negative, .zero, .tooLong:
      nil
    }
  }
}

extension TimeSpanError: CustomStringConvertible {
  package var description: String { "\(message); \(suggestion)" }
}
