/// Why a pattern cannot be used.
package struct PatternError: Error, Hashable, Sendable {
  /// What is wrong: starts in lower case, no full stop.
  package let message: String
  /// The faulty part of what was written (UTF-8 offsets).
  package let utf8: Range<Int>
  /// What would be right, in words.
  package let suggestion: String?

  package init(_ message: String, at utf8: Range<Int>, suggestion: String? = nil) {
    self.message = message
    self.utf8 = utf8
    self.suggestion = suggestion
  }
}

/// The same error further on, for a pattern that is part of a longer text.
extension PatternError {
  func moved(by offset: Int) -> PatternError {
    PatternError(
      message, at: utf8.lowerBound + offset..<utf8.upperBound + offset, suggestion: suggestion)
  }
}
