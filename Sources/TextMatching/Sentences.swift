/// A sentence of a folded text.
package struct Sentence: Hashable, Sendable {
  /// How a sentence ends.
  package enum Terminator: String, Sendable { case period, question, exclamation, ellipsis, none }
  /// Its folded bytes, without white space around.
  package let range: Range<Int>
  /// How it ends.
  package let terminator: Terminator
  /// The index of its block among `Blocks.split`.
  package let block: Int
  /// Whether it ends with a question mark.
  package var isQuestion: Bool { terminator == .question }
}

/// Splits texts into sentences.
package enum Sentences {
  /// The sentences of a text, in order.
  package static func split(_ text: FoldedText) -> [Sentence] { [] }
}
