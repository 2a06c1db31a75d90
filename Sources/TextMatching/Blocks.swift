/// A paragraph: lines without a blank line between them.
package struct Block: Hashable, Sendable {
  /// Its folded bytes, without white space around.
  package let range: Range<Int>
  /// Its lines, without white space around.
  package let lines: [Range<Int>]
}

/// Splits texts into paragraphs.
package enum Blocks {
  /// The paragraphs of a text, in order.
  package static func split(_ text: FoldedText) -> [Block] { [] }
}
