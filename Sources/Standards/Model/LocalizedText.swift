/// A text written once for everybody, or once per language.
package struct LocalizedText: Hashable, Sendable {
  /// The text by language code, in the order of the file; the code is nil for a text without one.
  package let texts: [Entry]

  /// One language's text.
  package struct Entry: Hashable, Sendable {
    /// The language's code, such as `pl`; nil when the text is for every language.
    package let language: String?
    /// The text itself.
    package let text: String

    /// Creates an entry.
    package init(language: String?, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// Creates a text from its languages; the first stands in for the missing ones.
  package init(_ texts: [Entry]) {
    self.texts = texts
  }

  /// The text in `language`; where it is missing the English one, else the first.
  package func text(in language: String? = nil) -> String {
    let wanted = texts.first { $0.language == language || $0.language == nil }
    return (wanted ?? texts.first { $0.language == "en" } ?? texts.first)?.text ?? ""
  }
}
