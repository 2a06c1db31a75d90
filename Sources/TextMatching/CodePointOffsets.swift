/// Turns UTF-8 offsets of a text into code point offsets, which is how our JSON reports count.
///
/// Holds the count at every 128th byte; pure ASCII needs none.
package struct CodePointOffsets: Sendable {
  private let text: String
  private let utf8Count: Int
  /// Code points before byte 0, 128, 256, …; empty when the text is ASCII.
  private let checkpoints: [Int]
  private static let step = 128

  /// Reads the text once.
  ///
  /// - Complexity: O(length).
  package init(_ text: String) {
    var text = text
    var checkpoints: [Int] = []
    var utf8Count = 0
    text.withUTF8 { bytes in
      utf8Count = bytes.count
      guard bytes.contains(where: { $0 >= 0x80 }) else { return }
      checkpoints.reserveCapacity(bytes.count / Self.step + 1)
      var count = 0
      for start in stride(from: 0, to: bytes.count, by: Self.step) {
        checkpoints.append(count)
        for byte in bytes[start..<min(start + Self.step, bytes.count)] {
          count += byte & 0xC0 == 0x80 ? 0 : 1
        }
      }
    }
    self.text = text
    self.utf8Count = utf8Count
    self.checkpoints = checkpoints
  }

  /// The number of code points that begin before a UTF-8 offset, which is clamped to the text.
  ///
  /// - Complexity: O(1): at most 128 bytes are read.
  package func codePoints(beforeUTF8 offset: Int) -> Int {
    let offset = min(max(offset, 0), utf8Count)
    guard !checkpoints.isEmpty else { return offset }
    let checkpoint = min(offset / Self.step, checkpoints.count - 1)
    let start = checkpoint * Self.step
    var text = text
    return text.withUTF8 { bytes in
      bytes[start..<offset].reduce(checkpoints[checkpoint]) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
    }
  }

  /// A range of UTF-8 offsets as a range of code point offsets.
  package func codePoints(_ utf8: Range<Int>) -> Range<Int> {
    let start = codePoints(beforeUTF8: utf8.lowerBound)
    return start..<max(start, codePoints(beforeUTF8: utf8.upperBound))
  }
}
