/// A text without case and diacritics, with the way back to what was written.
///
/// Composed and decomposed forms fold alike; ł, đ, ø, ß, æ and their like become plain letters;
/// typographic quotes and dashes become `'`, `"` and `-`; every white space is a space or `\n`
/// (also CR and CRLF); invisible characters are dropped. Other scripts keep their letters, in lower
/// case for Greek, Cyrillic and Armenian. Runs of white space keep their length.
///
/// ```swift
/// let text = FoldedText("Dziękuję, Łukaszu…")
/// String(decoding: text.bytes, as: UTF8.self)  // "dziekuje, lukaszu..."
/// text.originalUTF8(0..<8)                     // 0..<10
/// ```
package struct FoldedText: Sendable {
  /// What was folded.
  package let original: String
  /// The folded text: valid UTF-8.
  package let bytes: [UInt8]
  /// For each folded byte, the UTF-8 offset in the original of its character, and at the end the
  /// offset where the folded part of the original ends. Never descends.
  let origins: [Int32]

  /// Folds a whole text.
  ///
  /// A text beyond 2³¹ bytes is folded up to there.
  ///
  /// - Complexity: O(length), about a nanosecond a byte.
  package init(_ original: String) {
    self.init(original, aligned: [0..<original.utf8.count])
  }

  /// Folds parts of a text, with a blank line between them so that no phrase spans a cut.
  ///
  /// The ranges are UTF-8 offsets of `original`. They are clamped, brought into order and shrunk to
  /// whole code points; ranges that touch or overlap count as one.
  ///
  /// - Complexity: O(length).
  package init(_ original: String, keeping ranges: [Range<Int>]) {
    self.init(original, aligned: Self.aligned(ranges, in: original))
  }

  private init(_ original: String, aligned ranges: [Range<Int>]) {
    var original = original
    let kept = ranges.reduce(0) { $0 + $1.count }
    let capacity = kept + 2 * ranges.count
    var origins = [Int32](repeating: 0, count: 0)
    origins.reserveCapacity(capacity + 1)
    bytes = [UInt8](unsafeUninitializedCapacity: capacity) { bytes, count in
      origins = [Int32](unsafeUninitializedCapacity: capacity + 1) { origins, originCount in
        original.withUTF8 { source in
          var folder = Folder(source: source, bytes: bytes, origins: origins)
          for (index, range) in ranges.enumerated() {
            if index > 0 { folder.breakBlock() }
            folder.fold(range)
          }
          folder.finish()
          count = folder.count
          originCount = folder.count + 1
        }
      }
    }
    self.origins = origins
    self.original = original
  }

  /// The characters of the original (UTF-8 offsets) behind a range of folded bytes.
  ///
  /// Whole characters with their combining marks: a range that begins or ends inside what a
  /// character became, such as the `ss` of `ß`, covers that character. Parts outside of `bytes` are
  /// ignored. A range across a cut covers what was cut.
  package func originalUTF8(_ folded: Range<Int>) -> Range<Int> {
    let range = folded.clamped(to: 0..<bytes.count)
    let start = Int(origins[range.lowerBound])
    guard !range.isEmpty else { return start..<start }
    let last = origins[range.upperBound - 1]
    var next = range.upperBound
    while next < bytes.count, origins[next] == last { next += 1 }
    return start..<Int(origins[next])
  }

  /// The folded text as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  private static func aligned(_ ranges: [Range<Int>], in text: String) -> [Range<Int>] {
    let utf8 = text.utf8
    let all = 0..<utf8.count
    /// Whether a character begins or the text ends here.
    func isBoundary(_ offset: Int) -> Bool {
      let index = utf8.index(utf8.startIndex, offsetBy: offset)
      return index == utf8.endIndex || utf8[index] & 0xC0 != 0x80
    }
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      var start = min(max(range.lowerBound, 0), all.upperBound)
      var end = min(max(range.upperBound, 0), all.upperBound)
      while !isBoundary(start) { start += 1 }
      while !isBoundary(end) { end -= 1 }
      guard start < end else { continue }
      if let last = result.last, last.upperBound >= start {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        result.append(start..<end)
      }
    }
    return result
  }
}

/// Writes folded bytes and their origins; never more than one folded byte a byte read, but for
/// block breaks.
private struct Folder {
  let source: UnsafeBufferPointer<UInt8>
  let bytes: UnsafeMutableBufferPointer<UInt8>
  let origins: UnsafeMutableBufferPointer<Int32>
  /// Folded bytes so far.
  private(set) var count = 0
  /// Where the last folded part ended.
  private var end = 0

  init(
    source: UnsafeBufferPointer<UInt8>, bytes: UnsafeMutableBufferPointer<UInt8>,
    origins: UnsafeMutableBufferPointer<Int32>
  ) {
    self.source = source
    self.bytes = bytes
    self.origins = origins
  }

  mutating func fold(_ range: Range<Int>) {
    let table = FoldTable.shared
    var position = range.lowerBound
    let limit = min(range.upperBound, Int(Int32.max))
    var count = count
    table.withPages { ascii, pageIndex, entries in
      while position < limit {
        let folded = ascii[Int(source[position])]
        if folded != 0 {
          bytes[count] = folded
          origins[count] = Int32(truncatingIfNeeded: position)
          count += 1
          position += 1
        } else {
          position = foldOne(at: position, before: limit, pageIndex, entries, &count)
        }
      }
    }
    self.count = count
    end = max(end, min(position, limit))
  }

  /// Folds a carriage return, a NUL or a character beyond ASCII.
  ///
  /// - Returns: The position behind it.
  @inline(__always)
  private func foldOne(
    at position: Int, before limit: Int, _ pageIndex: UnsafeBufferPointer<UInt16>,
    _ entries: UnsafeBufferPointer<FoldEntry>, _ count: inout Int
  ) -> Int {
    let lead = source[position]
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    // Strings hold valid UTF-8, so only the bound on the length cuts a character.
    guard position + width <= limit else { return limit }
    func write(_ byte: UInt8) {
      bytes[count] = byte
      origins[count] = Int32(truncatingIfNeeded: position)
      count += 1
    }
    let entry: FoldEntry
    switch width {
    case 1:
      if lead == 0x0D {
        write(0x0A)
        let next = position + 1
        return next < limit && source[next] == 0x0A ? next + 1 : next
      }
      write(lead)
      return position + 1
    case 2:
      let page = Int(pageIndex[Int(lead & 0x1F)])
      entry = entries[page << 6 | Int(source[position + 1] & 0x3F)]
    case 3:
      let block = Int(lead & 0x0F) << 6 | Int(source[position + 1] & 0x3F)
      entry = entries[Int(pageIndex[block]) << 6 | Int(source[position + 2] & 0x3F)]
    default:
      // U+E0000 to U+E0FFF are F3 A0 80 80 to F3 A0 BF BF: invisible.
      entry = lead == 0xF3 && source[position + 1] == 0xA0 ? .drop : .keep
    }
    if entry.isKeep {
      for offset in 0..<width { write(source[position + offset]) }
    } else {
      var packed = entry.packed
      for _ in 0..<entry.count {
        write(UInt8(truncatingIfNeeded: packed))
        packed >>= 8
      }
    }
    return position + width
  }

  /// Writes a blank line, which belongs to the end of what was folded last.
  mutating func breakBlock() {
    for _ in 0..<2 {
      bytes[count] = 0x0A
      origins[count] = Int32(truncatingIfNeeded: end)
      count += 1
    }
  }

  func finish() {
    origins[count] = Int32(truncatingIfNeeded: end)
  }
}
