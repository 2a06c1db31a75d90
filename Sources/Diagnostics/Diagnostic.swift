/// Something wrong, or worth knowing, in a text somebody wrote.
///
/// It says where, shows the value, and where possible what would be right:
///
/// ```
/// standards/first-reply.yaml:7:3: error: unknown key 'titel' [catalogue.unknown-key]
///   titel: First reply
///   ^~~~~
/// fix-it: write 'title'
/// ```
package struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  package enum Severity: String, Sendable {
    /// The text cannot be used as it is.
    case error
    /// The text can be used, but probably does not mean what its author thinks.
    case warning
    /// Information only.
    case note
  }

  /// A second place, or a sentence more, that helps to understand the problem.
  package struct Note: Hashable, Sendable {
    /// What is to be seen; lower case, no full stop.
    package let message: String
    /// Where, if it is a place.
    package let place: SourceRange?

    /// Creates a note.
    package init(_ message: String, at place: SourceRange? = nil) {
      self.message = message
      self.place = place
    }
  }

  /// A stable name to search for, such as `catalogue.unknown-key`.
  package let id: String
  /// How bad it is.
  package let severity: Severity
  /// What is wrong: starts in lower case, quotes the value, ends without a full stop.
  package let message: String
  /// Where it is; nothing when it is in no text at all.
  package let place: SourceRange?
  /// Further places and facts, in the order to be read.
  package let notes: [Note]
  /// What would be right, in words.
  package let fixIt: String?

  /// Creates a diagnostic.
  package init(
    _ id: String, _ severity: Severity, _ message: String, at place: SourceRange?,
    notes: [Note] = [], fixIt: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.notes = notes
    self.fixIt = fixIt
  }
}
