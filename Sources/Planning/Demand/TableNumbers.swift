import Diagnostics

/// Reads the numbers of a table, with a decimal point or a decimal comma, but not both.
///
/// A comma is none where commas separate fields. Separators of thousands are refused: `1.234` is
/// a thousand to some and one to others.
struct TableNumbers {
  private let isCommaSeparated: Bool
  /// The first decimal mark of the table.
  private var firstMark: (mark: Character, place: SourceRange)?

  init(separator: UInt8) {
    isCommaSeparated = separator == UInt8(ascii: ",")
  }

  /// Reads a number from 0 to `limit`, or reports what stands there instead.
  mutating func read(
    _ field: CSVTable.Field, of what: String, atMost limit: Int, _ diagnostics: inout Diagnostics
  ) -> Double? {
    let text = field.text
    func refuse(_ problem: String, fixIt: String) {
      diagnostics.error(
        "demand.number", "'\(shortened(text, to: 40))' \(problem)", at: field.place, fixIt: fixIt)
    }
    let marks = text.filter { $0 == "." || $0 == "," }
    if marks.count > 1 || text.contains(where: { Self.isGroupMark($0) }) {
      if let plain = Self.ungrouped(text, as: isCommaSeparated ? "." : marks.last ?? ".") {
        refuse("has separators of thousands", fixIt: "write \(plain)")
      } else {
        refuse("is no \(what)", fixIt: "write a number from 0 to \(limit)")
      }
      return nil
    }
    if marks == ",", isCommaSeparated {
      refuse(
        "has a comma, where commas stand between fields",
        fixIt: "write a decimal point, or put ; between fields")
      return nil
    }
    guard let number = Self.plainNumber(text) else {
      refuse("is no \(what)", fixIt: "write a number from 0 to \(limit)")
      return nil
    }
    guard number >= 0 else {
      refuse("is less than nothing", fixIt: "write a number from 0 to \(limit)")
      return nil
    }
    guard number <= Double(limit) else {
      refuse("is too large for a \(what)", fixIt: "write a number from 0 to \(limit)")
      return nil
    }
    if let mark = marks.first {
      if let firstMark, firstMark.mark != mark {
        diagnostics.error(
          "demand.number",
          "'\(shortened(text, to: 40))' has a decimal \(mark == "," ? "comma" : "point"), others "
            + "have a \(mark == "," ? "point" : "comma")", at: field.place,
          notes: [.init("the first is here", at: firstMark.place)],
          fixIt: "write all numbers alike")
        return nil
      }
      if firstMark == nil { firstMark = (mark, field.place) }
    }
    // Adding zero turns -0 into 0, which prints without a sign.
    return number + 0
  }

  /// A number of digits, one mark, a sign and an exponent; nil for `nan`, `inf`, `0x1F` and words.
  private static func plainNumber(_ text: String) -> Double? {
    let plain = String(text.map { $0 == "," ? "." : $0 })
    let isPlain = plain.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    return isPlain ? Double(plain) : nil
  }

  /// Whether a character separates thousands and nothing else: blanks of all widths, apostrophes.
  private static func isGroupMark(_ character: Character) -> Bool {
    character.isWhitespace || character == "'" || character == "\u{2019}" || character == "_"
  }

  /// The number without its separators of thousands; nil if it is none with them.
  ///
  /// Marks of two kinds: the last is the decimal mark. Marks of one kind, more than one of them:
  /// all separate thousands.
  private static func ungrouped(_ text: String, as decimalMark: Character) -> String? {
    let characters = text.filter { !isGroupMark($0) }
    let marks = characters.filter { $0 == "." || $0 == "," }
    let hasDecimals = marks.count == 1 || Set(marks).count == 2
    let lastMark = characters.lastIndex { $0 == "." || $0 == "," }
    var plain = ""
    for index in characters.indices {
      let character = characters[index]
      guard character == "." || character == "," else {
        plain.append(character)
        continue
      }
      if hasDecimals, index == lastMark { plain.append(decimalMark) }
    }
    return plainNumber(plain).map { _ in plain }
  }
}
