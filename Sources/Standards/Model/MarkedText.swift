/// A text in which `==…==` marks what must be found.
package struct MarkedText: Hashable, Sendable {
  /// The text without its marks.
  package let text: String
  /// What is marked (UTF-8 offsets of `text`), from left to right.
  package let marks: [Range<Int>]

  /// Matches texts that are not empty and in which each `==` has its partner, for editors.
  package static let pattern: String = {
    let plain = "(?:[^=]|=(?!=))*"
    return "^(?=[\\s\\S]*\\S)\(plain)(?:==\(plain)==\(plain))*$"
  }()

  /// The offsets in `text` before which a `==` was written, ascending.
  private let signs: [Int]

  /// Takes the marks out; a last `==` without its partner stays text.
  package init(_ written: String) {
    var plain: [UInt8] = []
    var signs: [Int] = []
    let bytes = Array(written.utf8)
    let sign = UInt8(ascii: "=")
    var total = Self.countOfSigns(in: written)
    total -= total % 2
    var index = 0
    while index < bytes.count {
      if signs.count < total, index + 1 < bytes.count, bytes[index] == sign,
        bytes[index + 1] == sign
      {
        signs.append(plain.count)
        index += 2
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    text = String(decoding: plain, as: UTF8.self)
    self.signs = signs
    marks = stride(from: 0, to: signs.count - 1, by: 2).map { signs[$0]..<signs[$0 + 1] }
  }

  /// How many `==` there are in a text.
  static func countOfSigns(in written: String) -> Int {
    var written = written
    return written.withUTF8 { bytes in
      var count = 0
      var isAfterSign = false
      for byte in bytes {
        let isSign = byte == UInt8(ascii: "=")
        if isSign, isAfterSign { count += 1 }
        isAfterSign = isSign && !isAfterSign
      }
      return count
    }
  }

  /// Where a part of the text stands in the text as it was written, without the marks around it.
  package func written(_ range: Range<Int>) -> Range<Int> {
    let lower = range.lowerBound + 2 * signs.count { $0 <= range.lowerBound }
    let upper = range.upperBound + 2 * signs.count { $0 < range.upperBound }
    return lower..<max(lower, upper)
  }
}
