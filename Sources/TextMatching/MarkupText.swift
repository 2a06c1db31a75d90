/// The text of an HTML message.
///
/// Tags, comments, styles and scripts are left out, entities become characters. Line breaks of the
/// source are spaces; `<br>`, `<div>`, rows and items begin a line, `<p>`, headings, lists and
/// tables a paragraph; items begin with `- `. Nesting may be wrong and tags may be missing: what is
/// never closed reaches to the end, what was never opened counts for nothing.
struct MarkupText {
  /// From where on text counts as the author's or not.
  struct Mark {
    /// Where it begins (folded bytes).
    let offset: Int
    /// Why the text is not the author's; nil where it is.
    var reason: AuthoredText.Reason?
    /// Whether `reason` holds only as long as no quotation inside of it is marked besides.
    var isSoft = false
  }

  /// The text, with the way back to the message.
  let folded: FoldedText
  /// What the tags say of it; ascending. Before the first one the text is the author's.
  let marks: [Mark]

  /// Reads a message; nil when it is no HTML.
  ///
  /// - Complexity: O(length).
  init?(_ message: String) {
    var message = message
    let read = message.withUTF8 { source -> (FoldedParts, [Mark])? in
      guard source.contains(UInt8(ascii: "<")), Self.isMarkup(source) else { return nil }
      var marks: [Mark] = []
      let parts = FoldedParts(capacity: source.count + 2, source: source) { folder in
        var reader = MarkupReader(source, folder)
        reader.read()
        folder = reader.folder
        marks = reader.marks
        return reader.pieces
      }
      return (parts, marks)
    }
    guard let (parts, marks) = read else { return nil }
    folded = FoldedText(message, parts)
    self.marks = marks
  }
}
