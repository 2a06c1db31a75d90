/// A text that does not say exactly when.
///
/// Each message quotes what was written and says what would be right.
package struct InstantError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// The text does not have the shape `2026-03-02T08:01:00+01:00`; the number is the UTF-8 offset
    /// from which on it does not.
    case shape(at: Int)
    /// No such day in the years 0001 to 9999.
    case date(year: Int, month: Int, day: Int)
    /// Hours beyond 23 or minutes or seconds beyond 59.
    case time(hour: Int, minute: Int, second: Int)
    /// Date and time are there, the offset is not: the moment depends on who reads it.
    case missingOffset
    /// An offset beyond ±18:00 or with more than 59 minutes.
    case offset
    /// Something stands behind the offset, from this UTF-8 offset on.
    case trailing(at: Int)
  }

  /// What was written, shortened to 40 characters; control characters show as `?`.
  package let written: String
  /// What is wrong.
  package let reason: Reason

  init(_ reason: Reason, in bytes: UnsafeBufferPointer<UInt8>) {
    self.reason = reason
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    let short = text.count > 40 ? text.prefix(40) + "…" : text[...]
    written = String(String.UnicodeScalarView(short.unicodeScalars.map(Self.visible)))
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: "?"
    default: scalar
    }
  }
}

extension InstantError {
  /// What is wrong, quoting what was written.
  package var problem: String {
    switch reason {
    case .shape where written.isEmpty: "an empty text is no time"
    case .shape(let offset): "'\(written)' goes wrong at byte \(offset + 1)"
    case .date: "'\(written)' names a day that does not exist"
    case .time(hour: 24, _, _): "'\(written)' names hour 24"
    case .time(_, _, second: 60): "'\(written)' names second 60, but leap seconds are not counted"
    case .time: "'\(written)' names a time of day that does not exist"
    case .missingOffset: "'\(written)' has no offset from UTC"
    case .offset: "'\(written)' has an offset that no clock has"
    case .trailing(let offset): "'\(written)' does not end with the offset at byte \(offset + 1)"
    }
  }

  /// What would be right.
  package var advice: String {
    switch reason {
    case .shape: "write it like 2026-03-02T08:01:00+01:00"
    case .date(let year, let month, _):
      if year < 1 {
        "years go from 0001 to 9999"
      } else if !(1...12).contains(month) {
        "months go from 01 to 12"
      } else {
        "days of that month go from 01 to \(CivilDate.daysInMonth(month, year: year))"
      }
    case .time(hour: 24, _, _): "write 00:00 of the next day"
    case .time(_, _, second: 60): "write second 59"
    case .time: "use 00:00:00 to 23:59:59"
    case .missingOffset: "add one, such as +01:00 or Z"
    case .offset: "use -18:00 to +18:00"
    case .trailing: "remove what follows the offset"
    }
  }
}

extension InstantError: CustomStringConvertible {
  package var description: String { "\(problem); \(advice)" }
}
