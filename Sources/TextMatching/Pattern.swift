/// A phrase or a `/regular expression/` as the author of a catalogue wrote it, ready to match.
package struct Pattern: Sendable {
  /// What the author wrote.
  package let written: String

  /// Compiles a pattern.
  package init(_ written: String) throws(PatternError) {
    self.written = written
  }
}

/// Why a pattern cannot be used.
package struct PatternError: Error, Hashable, Sendable {
  /// What is wrong: starts in lower case, no full stop.
  package let message: String
  /// The faulty part of what was written (UTF-8 offsets).
  package let utf8: Range<Int>
  /// What would be right, in words.
  package let suggestion: String?
}
