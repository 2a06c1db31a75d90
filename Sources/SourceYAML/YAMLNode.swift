package import Diagnostics

/// A value in a YAML text that knows where it stands.
///
/// An alias gives the node of its anchor, so its place is where the value was written.
///
/// A class, because nodes are handed on more often than made, and to copy one costs more than to
/// point at it.
package final class YAMLNode: Sendable {
  /// What the value is.
  package enum Content: Sendable {
    /// A text, a number, a yes or no; which one, the schema decides.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLNode])
    /// Keys and values, in the order written; no key twice.
    case mapping([YAMLEntry])
  }

  /// What the value is.
  package let content: Content
  /// Where it is written: without anchor, with quotes or brackets, from a block's first character
  /// to its last.
  package let place: SourceRange

  init(content: Content, place: SourceRange) {
    self.content = content
    self.place = place
  }
}

/// A scalar and how it was written.
package struct YAMLScalar: Hashable, Sendable {
  /// How a scalar is written.
  package enum Style: Sendable {
    /// Without quotes; also a value left empty.
    case plain
    /// In `'…'`.
    case singleQuoted
    /// In `"…"`.
    case doubleQuoted
    /// After `|`.
    case literal
    /// After `>`.
    case folded
  }

  /// The text, without quotes and escapes.
  package let text: String
  /// How it was written.
  package let style: Style
}

/// A key with its value.
package struct YAMLEntry: Sendable {
  /// The key, always a scalar.
  package let key: YAMLNode
  /// The key's text.
  package let keyText: String
  /// The value; an empty plain scalar just after the key if nothing was written.
  package let value: YAMLNode
}
