/// A text somebody wrote, with the table of its lines.
///
/// Lines end at LF, CR or CR LF. A byte order mark at the very start belongs to no line, because no
/// editor shows it. The bytes may be invalid UTF-8.
package final class SourceText: Sendable {
  /// The path as the user gave it; shown in diagnostics, never opened here.
  package let path: String
  /// The whole text.
  package let bytes: [UInt8]
  /// Where each line starts (unit: bytes from the start of the text; ascending, never empty).
  let lineStarts: [Int]

  /// Creates a text from bytes in memory.
  ///
  /// - Complexity: O(`bytes.count`).
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = bytes.withUnsafeBufferPointer(Self.lineStarts)
  }

  /// Creates a text from a string in memory.
  package convenience init(path: String, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The line and column of a byte, as an editor shows them.
  ///
  /// - Parameter utf8Offset: Any number; one outside the text counts as the nearest end of it.
  /// - Returns: Line and column, both from 1. The column counts characters (grapheme clusters); a
  ///   byte inside a character has the column of that character, a byte of a line break the column
  ///   after the last character.
  /// - Complexity: O(log lines + length of the line).
  package func position(at utf8Offset: Int) -> (line: Int, column: Int) {
    let line = lineIndex(at: utf8Offset)
    let content = contentOfLine(line)
    let offset = min(max(utf8Offset, content.lowerBound), content.upperBound)
    return (line + 1, columnsBefore(offset, in: content) + 1)
  }

  /// The bytes of a range, repaired where they are not UTF-8.
  package func string(_ utf8: Range<Int>) -> String {
    String(decoding: bytes[utf8.clamped(to: bytes.indices)], as: UTF8.self)
  }

  /// The line around a byte, without its line break (unit: bytes from the start of the text).
  ///
  /// - Complexity: O(log lines).
  package func line(at utf8Offset: Int) -> Range<Int> {
    contentOfLine(lineIndex(at: utf8Offset))
  }

  /// The index of the line a byte belongs to; a line break belongs to the line it ends.
  ///
  /// - Complexity: O(log lines).
  func lineIndex(at utf8Offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if lineStarts[middle] <= utf8Offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its line break.
  func contentOfLine(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    guard index + 1 < lineStarts.count else { return start..<bytes.count }
    var end = lineStarts[index + 1] - 1
    if end > start, bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return start..<end
  }

  /// How many characters of the line start before the character at `offset`.
  private func columnsBefore(_ offset: Int, in content: Range<Int>) -> Int {
    // Up to and including an ASCII byte after nothing but ASCII, characters are bytes.
    let upTo = min(offset + 1, content.upperBound)
    if bytes[content.lowerBound..<upTo].allSatisfy({ $0 < 0x80 }) {
      return offset - content.lowerBound
    }
    // A character's start is known once its first scalar is; what follows does not matter.
    var end = upTo
    while end < content.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    if let line = String(validating: bytes[content.lowerBound..<end], as: UTF8.self) {
      let index = line.utf8.index(line.startIndex, offsetBy: offset - content.lowerBound)
      return line.distance(from: line.startIndex, to: index)
    }
    let characters = SourceLine(of: bytes, in: content).characters
    guard offset < content.upperBound else { return characters.count }
    let following = characters.firstIndex { $0.utf8.lowerBound > offset } ?? characters.count
    return max(following - 1, 0)
  }

  private static func lineStarts(of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var starts = [hasMark ? 3 : 0]
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let plain = bytesBeforeControl(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += plain
        if plain == 8 { continue }
      }
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(index)
      } else if byte == UInt8(ascii: "\r") {
        if index == bytes.count || bytes[index] != UInt8(ascii: "\n") { starts.append(index) }
      }
    }
    return starts
  }

  /// How many of eight bytes come before the first below 0x0E, as line breaks are.
  private static func bytesBeforeControl(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let signs = ones << 7
    // With its highest bit set, a byte borrows from no other.
    let low = ~((eight | signs) &- ones &* 0x0E) & ~eight & signs
    return UInt64(littleEndian: low).trailingZeroBitCount / 8
  }
}

extension SourceText: Hashable {
  package static func == (left: SourceText, right: SourceText) -> Bool {
    left === right || (left.path == right.path && left.bytes == right.bytes)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(bytes.count)
  }
}
