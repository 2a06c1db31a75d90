/// Why a text is no date.
package enum DateError: Error, Hashable, Sendable {
  /// Not of the form 2026-12-24; `readable` says the same rightly, where it is clear.
  case notADate(String, readable: CivilDate?)
  /// A day that its month does not have, or a month that no year has.
  case noSuchDay(String)

  /// What is wrong, quoting the text; in lower case, without a full stop.
  package var message: String {
    switch self {
    case .notADate(let text, _): "'\(text)' is no date"
    case .noSuchDay(let text): "'\(text)' is no day of the calendar"
    }
  }

  /// What would be right, in words.
  package var suggestion: String {
    switch self {
    case .notADate(_, let readable?): "write \(readable)"
    case .notADate(_, nil): "write year, month and day, such as 2026-12-24"
    case .noSuchDay: "write a day that exists, such as 2026-12-24"
    }
  }
}

extension DateError: CustomStringConvertible {
  package var description: String { "\(message); \(suggestion)" }
}

extension CivilDate {
  /// Reads a date as catalogues write it: `2026-12-24`.
  ///
  /// - Throws: ``DateError``; a date in the order day, month, year (`24.12.2026`) is answered with
  ///   the right form.
  package init(written: String) throws(DateError) {
    if let (year, month, day) = Self.plainNumbers(written) {
      guard let date = CivilDate(year: year, month: month, day: day) else {
        throw .noSuchDay(written)
      }
      self = date
      return
    }
    var text = written[...]
    text = text.drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.map(\.count) == [4, 2, 2], let numbers = Self.numbers(fields) else {
      throw .notADate(written, readable: Self.dayFirst(text))
    }
    guard let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      throw .noSuchDay(written)
    }
    self = date
  }

  /// The numbers of `2026-12-24` without anything around it; nil for any other text.
  private static func plainNumbers(_ text: String) -> (year: Int, month: Int, day: Int)? {
    guard text.utf8.count == 10 else { return nil }
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard 0x30...0x39 ~= byte else { return nil }
        digits = digits * 10 + Int(byte - 0x30)
      }
    }
    return (digits / 10_000, digits / 100 % 100, digits % 100)
  }

  /// A date with dots, day first: as Poland, Czechia and Germany write it. With slashes the order
  /// would be a guess.
  private static func dayFirst(_ text: Substring) -> CivilDate? {
    let fields = text.split(omittingEmptySubsequences: true) { $0 == "." || $0.isWhitespace }
    guard let numbers = numbers(fields), numbers.count == 3, fields[2].count == 4 else {
      return nil
    }
    return CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
  }

  /// Fields of one to four ASCII digits as numbers.
  private static func numbers(_ fields: [Substring]) -> [Int]? {
    let areDigits = fields.allSatisfy { field in
      (1...4).contains(field.utf8.count) && field.utf8.allSatisfy { (48...57).contains($0) }
    }
    return areDigits ? fields.compactMap { Int($0) } : nil
  }
}
