/// Why a question about opening hours has no answer.
package enum ClockQuestionError: Error, Hashable, Sendable {
  /// The line holds no JSON, for this reason.
  case notJSON(String)
  /// The line holds something else than an object.
  case notAnObject
  /// The id is an array or an object.
  case badID
  /// A name is missing; an example of its value.
  case missing(String, like: String)
  /// A name's value is of a wrong kind, which it is, and an example of a right one.
  case wrong(String, String, like: String)
  /// A name's text is wrong, for this reason.
  case text(String, String)
  /// A name that is nearly one that counts.
  case unknown(String, nearest: String)
  /// A name stands twice.
  case repeated(String)
  /// The end comes before the start.
  case endsBeforeStart
  /// An instant lies outside of the years whose hours are known.
  case yearUnknown(String)
  /// The hours never open for so long.
  case neverOpenSoLong
}

extension ClockQuestionError: CustomStringConvertible {
  /// What is wrong and what would be right; lower case, without a full stop.
  package var description: String {
    switch self {
    case .notJSON(let reason):
      reason
    case .notAnObject:
      #"the line is no object; write one question a line: {"id":1,"op":"between",…}"#
    case .badID:
      "'id' is a list or an object; write a text or a number"
    case .missing(let name, let example):
      "'\(name)' is missing; add it, such as \(example)"
    case .wrong(let name, let fault, let example):
      "'\(name)' \(fault); write \(example)"
    case .text(let name, let reason):
      "'\(name)': \(reason)"
    case .unknown(let name, let nearest):
      "'\(name)' is no name in a question; did you mean '\(nearest)'?"
    case .repeated(let name):
      "'\(name)' stands twice; keep one of the two"
    case .endsBeforeStart:
      "'end' comes before 'start'; swap them"
    case .yearUnknown(let name):
      "'\(name)' is outside of the years 1970 to 2100, whose hours are known; use a year of these"
    case .neverOpenSoLong:
      "these hours do not open for so long before the year 2101; check the hours and the seconds"
    }
  }
}
