package import Diagnostics

extension YAMLNode {
  /// The place in the file of a part of a scalar's text.
  package func place(ofUTF8 range: Range<Int>) -> SourceRange {
    place
  }
}
