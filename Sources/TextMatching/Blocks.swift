/// Splits texts into paragraphs.
package enum Blocks {
  /// Where the paragraphs of a text stand, in order (folded bytes without white space around).
  ///
  /// Blank lines part them; so does a cut of ``AuthoredText``.
  ///
  /// - Complexity: O(length).
  package static func split(_ text: FoldedText) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var isOpen = false
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        var first = start
        while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
        var last = end
        while last > first, bytes[last - 1] == UInt8(ascii: " ") { last -= 1 }
        if first < last {
          let block = isOpen ? blocks.popLast()?.lowerBound : nil
          blocks.append((block ?? first)..<last)
        }
        isOpen = first < last
        start = end + 1
      }
    }
    return blocks
  }
}
