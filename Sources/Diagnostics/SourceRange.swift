/// A part of a text: what a diagnostic points at.
package struct SourceRange: Hashable, Sendable {
  /// The text it is a part of.
  package let text: SourceText
  /// The part (unit: bytes from the start of the text; always within the text; may be empty).
  package let utf8: Range<Int>

  /// Creates a part of a text; bounds outside the text are moved to its nearest end.
  package init(text: SourceText, utf8: Range<Int>) {
    self.text = text
    self.utf8 = utf8.clamped(to: 0..<text.bytes.count)
  }

  /// Line and column of the first byte, from 1; see ``SourceText/position(at:)``.
  package var start: (line: Int, column: Int) { text.position(at: utf8.lowerBound) }

  /// Line and column just after the last byte, from 1.
  package var end: (line: Int, column: Int) { text.position(at: utf8.upperBound) }

  /// The text of the range, repaired where it is not UTF-8.
  package var string: String { text.string(utf8) }
}

extension SourceRange: CustomStringConvertible {
  /// `path:line:column` of the start.
  package var description: String {
    let (line, column) = start
    return "\(text.path):\(line):\(column)"
  }
}
