/// Why a text names no time zone whose clocks are known.
package enum ZoneError: Error, Hashable, Sendable {
  /// No such place, with the one that may be meant.
  case unknown(String, nearest: String?)
  /// An abbreviation or a fixed offset, which says nothing about summer time, with a place whose
  /// clocks may be meant.
  case noPlace(String, example: String)

  /// What is wrong, quoting the text; in lower case, without a full stop.
  package var message: String {
    switch self {
    case .unknown(let text, _): "'\(text)' is no time zone"
    case .noPlace(let text, _): "'\(text)' does not say when clocks change"
    }
  }

  /// What would be right, in words.
  package var suggestion: String {
    switch self {
    case .unknown(_, let nearest?): "did you mean '\(nearest)'?"
    case .unknown(_, nil): "name a place, such as Europe/Warsaw, or UTC"
    case .noPlace(_, let example): "name a place, such as \(example), or UTC"
    }
  }
}

extension ZoneError: CustomStringConvertible {
  package var description: String { "\(message); \(suggestion)" }
}
