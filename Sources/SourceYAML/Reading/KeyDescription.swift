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
  /// A day, such as `2026-12-24`.
  case date
  /// The code of a language, such as `pl`.
  case languageCode
  /// One of a few words.
  case choice([String])
  /// The name of something defined elsewhere, such as a calendar.
  case name(of: String)
  /// A list with at least one value; a single value may stand for a list of one. Where values must
  /// be distinct, none may stand twice.
  case list(of: Shape, distinct: Bool = false)
  /// A list that may be empty, and for which no single value may stand.
  case sequence(of: Shape)
  /// A mapping with these keys and no others.
  case record([KeyDescription], rules: [KeyRule] = [])
  /// A mapping from names of the author's choice, or from keys of a certain shape.
  case mapping(from: Shape = .text, to: Shape)
  /// A value for all languages, or a mapping from languages to values.
  case localized(Shape)
  /// A value of one of several shapes, which its author chooses.
  case oneOf([Shape])
  /// A value, or nothing behind the key.
  case orNothing(Shape)
  /// Something with a grammar of its own: what it is, an example, and a regular expression that
  /// every such text matches and most others do not. An editor may take some of these texts for
  /// numbers or for yes and no, as it may any text; `orNumber` says so.
  case written(String, example: String, pattern: String, orNumber: Bool = false)
}

extension Shape {
  /// Whether a value may be any text.
  var takesText: Bool {
    switch self {
    case .text, .name, .written: true
    case .list(let one, _), .localized(let one), .orNothing(let one): one.takesText
    case .oneOf(let shapes): shapes.contains { $0.takesText }
    default: false
    }
  }
}

/// What the keys of a mapping must and must not do together.
package enum KeyRule: Hashable, Sendable {
  /// One of these must be there, and only one.
  case exactlyOne([String])
  /// At least one of these must be there.
  case atLeastOne([String])
  /// The first key means nothing without the second.
  case needs(String, String)
  /// These two cannot stand together.
  case clash(Part, Part)

  /// A key, with any value or with a certain one.
  package struct Part: Hashable, Sendable {
    /// The key's name.
    package let key: String
    /// The value that is meant; nil for any.
    package let value: String?

    /// Creates a part.
    package init(_ key: String, is value: String? = nil) {
      self.key = key
      self.value = value
    }
  }
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
  /// What holds when it is left out, as the catalogue would write it or in words; nil for nothing.
  package let otherwise: String?
  /// A value as somebody might write it in a file; nil where the shape gives one.
  package let example: String?
  /// The mark of the name.
  let mark: UInt32

  /// Creates a description.
  package init(
    _ name: String, _ summary: String, _ shape: Shape, required: Bool = false,
    otherwise: String? = nil, example: String? = nil
  ) {
    self.name = name
    mark = KeyMark(name).value
    self.summary = summary
    self.shape = shape
    isRequired = required
    self.otherwise = otherwise
    self.example = example
  }

  /// What it is for, and what holds when it is left out.
  package var inWords: String {
    otherwise.map { "\(summary); \($0) if left out" } ?? summary
  }

  /// What to write, for advice.
  package var advice: String {
    switch shape {
    case .oneOf, .mapping, .localized: example ?? shape.example
    default: shape.example
    }
  }

  fileprivate func with(otherwise: String? = nil, example: String? = nil) -> KeyDescription {
    KeyDescription(
      name, summary, shape, required: isRequired, otherwise: otherwise ?? self.otherwise,
      example: example ?? self.example)
  }
}

/// A key together with the way its value is read.
package struct Key<Value: Sendable>: Sendable {
  /// What the key is called and what its value may look like.
  package let description: KeyDescription
  /// Turns the value's node into the value; on failure says why and returns nil.
  @usableFromInline let read: @Sendable (YAMLNode, inout Diagnostics) -> Value?

  /// Creates a key.
  package init(
    _ name: String, _ summary: String, shape: Shape, required: Bool = false,
    read: @escaping @Sendable (YAMLNode, inout Diagnostics) -> Value?
  ) {
    self.init(KeyDescription(name, summary, shape, required: required), read: read)
  }

  private init(
    _ description: KeyDescription,
    read: @escaping @Sendable (YAMLNode, inout Diagnostics) -> Value?
  ) {
    self.description = description
    self.read = read
  }

  /// The key's name.
  package var name: String { description.name }

  /// The same key, which says what holds when it is left out.
  package func otherwise(_ value: String) -> Key {
    Key(description.with(otherwise: value), read: read)
  }

  /// The same key with a value as somebody might write it.
  package func such(as example: String) -> Key {
    Key(description.with(example: example), read: read)
  }
}
