/// A paragraph: lines without a blank line between them.
package struct Block: Hashable, Sendable {
  /// Its folded bytes, without white space around.
  package let range: Range<Int>
  /// Its lines as folded bytes, without white space around; at least one.
  package let lines: [Range<Int>]
}

/// Splits texts into paragraphs.
package enum Blocks {
  /// The paragraphs of a text, in order. Blank lines part them; so does a cut of ``AuthoredText``.
  ///
  /// - Complexity: O(length).
  package static func split(_ text: FoldedText) -> [Block] {
    var blocks: [Block] = []
    var lines: [Range<Int>] = []
    func close() {
      if let first = lines.first, let last = lines.last {
        blocks.append(Block(range: first.lowerBound..<last.upperBound, lines: lines))
      }
      lines.removeAll()
    }
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        var first: Int?
        var last = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
          if bytes[end] != UInt8(ascii: " ") {
            if first == nil { first = end }
            last = end + 1
          }
          end += 1
        }
        if let first {
          lines.append(first..<last)
        } else {
          close()
        }
        start = end + 1
      }
      close()
    }
    return blocks
  }
}
