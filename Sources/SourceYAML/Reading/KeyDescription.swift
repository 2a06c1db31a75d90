package import Diagnostics

/// What a value may look like: enough to explain it, to check it in an editor, and to read it.
package indirect enum Shape: Hashable, Sendable {
  /// Any text that is not empty.
  case text
  /// `true` or `false`.
  case boolean
  /// A whole number within a range.
  case wholeNumber(ClosedRange<Int>)
  /// A time with its unit, such as `15 min`.
  case timeSpan
  /// A share, such as `95%`.
  case share
  /// One of a few words.
  case choice([String])
  /// The name of something defined elsewhere, such as a calendar.
  case name(of: String)
  /// A list; a single value may stand for a list of one.
  case list(of: Shape)
  /// A mapping with these keys and no others.
  case record([KeyDescription])
  /// A mapping from names of the author's choice.
  case mapping(to: Shape)
  /// A value of one of several shapes, which its author chooses.
  case oneOf([Shape])
  /// Something with a grammar of its own, described in words.
  case written(String)
}

/// One key of a mapping, as the reader, the documentation and an editor see it.
package struct KeyDescription: Hashable, Sendable {
  /// The key as it stands in the file, such as `never-longer-than`.
  package let name: String
  /// What it is for, in one sentence.
  package let summary: String
  /// What its value may look like.
  package let shape: Shape
  /// Whether the mapping means nothing without it.
  package let isRequired: Bool

  /// Creates a description.
  package init(_ name: String, _ summary: String, _ shape: Shape, required: Bool = false) {
    self.name = name
    self.summary = summary
    self.shape = shape
    isRequired = required
  }
}

/// A key together with the way its value is read.
package struct Key<Value: Sendable>: Sendable {
  /// What the key is called and what its value may look like.
  package let description: KeyDescription
  /// Turns the value's node into the value; on failure says why and returns nil.
  let read: @Sendable (YAMLNode, inout Diagnostics) -> Value?

  /// Creates a key.
  package init(
    _ name: String, _ summary: String, shape: Shape, required: Bool = false,
    read: @escaping @Sendable (YAMLNode, inout Diagnostics) -> Value?
  ) {
    description = KeyDescription(name, summary, shape, required: required)
    self.read = read
  }

  /// The key's name.
  package var name: String { description.name }
}
