extension FoldedText {
  /// Folds what a reader of a message sees: of HTML the text, with its entities read; nil for a message
  /// that is no HTML.
  ///
  /// - Complexity: O(length).
  package init?(markup message: String) {
    guard let markup = MarkupText(message) else { return nil }
    self = markup.folded
  }
}
