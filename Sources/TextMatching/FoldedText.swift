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
  /// The parts of the original (UTF-8 offsets) that are text, where tags stand between; ascending.
  /// Empty for a text without tags.
  let pieces: [Range<Int32>]

  /// Folds a whole text.
  ///
  /// A text beyond 2³¹ bytes is folded up to there.
  ///
  /// - Complexity: O(length), about a nanosecond a byte.
  package init(_ original: String) {
    var original = original
    let parts = original.withUTF8 { source in
      FoldedParts(capacity: source.count, source: source) { folder in
        folder.fold(0..<source.count)
        folder.finish()
        return []
      }
    }
    self.init(original, parts)
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
    let parts = original.withUTF8 { source in
      FoldedParts(capacity: kept + 2 * ranges.count, source: source) { folder in
        for (index, range) in ranges.enumerated() {
          if index > 0 { folder.breakBlock() }
          folder.fold(range)
        }
        folder.finish()
        return []
      }
    }
    self.init(original, parts)
  }

  /// A text whose parts were folded already.
  init(_ original: String, _ parts: FoldedParts) {
    self.original = original
    bytes = parts.bytes
    origins = parts.origins
    pieces = parts.pieces
  }

  /// Some parts of this text, with a blank line between them so that no phrase spans a cut.
  ///
  /// - Parameter parts: Folded bytes; ascending, not touching.
  /// - Complexity: O(length).
  func keeping(_ parts: [Range<Int>]) -> FoldedText {
    var bytes: [UInt8] = []
    var origins: [Int32] = []
    let count = parts.reduce(0) { $0 + $1.count + 2 }
    bytes.reserveCapacity(count)
    origins.reserveCapacity(count + 1)
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let end = self.origins[parts[index - 1].upperBound]
        bytes.append(contentsOf: [UInt8(ascii: "\n"), UInt8(ascii: "\n")])
        origins.append(contentsOf: [end, end])
      }
      bytes.append(contentsOf: self.bytes[part])
      origins.append(contentsOf: self.origins[part])
    }
    origins.append(parts.last.map { self.origins[$0.upperBound] } ?? 0)
    return FoldedText(original, FoldedParts(bytes: bytes, origins: origins, pieces: pieces))
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
    return start..<Int(endOfPiece(before: origins[next], behind: last))
  }

  /// Where the text ends that goes on at an offset of the original with nothing but tags between.
  private func endOfPiece(before end: Int32, behind last: Int32) -> Int32 {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].lowerBound < end { low = middle + 1 } else { high = middle }
    }
    guard low > 0, pieces[low - 1].upperBound > last else { return end }
    return min(end, pieces[low - 1].upperBound)
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
