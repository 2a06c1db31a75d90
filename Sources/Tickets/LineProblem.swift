package import Diagnostics

/// Something wrong with one line of a ticket file.
///
/// Messages never quote what customers or agents wrote, nor names: they go to logs. They do quote
/// times, states and the like.
package struct LineProblem: Hashable, Sendable {
  /// The file as it was named to the reader; `-` is standard input.
  package let path: String
  /// The line (1-based).
  package let line: Int
  /// The character of the line (1-based, grapheme clusters), when known.
  package let column: Int?
  /// The byte of the line (0-based), when known; a byte order mark does not count.
  package let byteOffset: Int?
  /// Names the kind of problem for machines, such as `ticket.bad-time`.
  package let id: String
  /// An error: the line was not read as a ticket. A warning: it was, and follows as the reader's next
  /// line, but somebody should look.
  package let severity: Diagnostic.Severity
  /// What is wrong: lower case, no full stop.
  package let message: String
  /// What would be right, in words.
  package let fixIt: String?

  package init(
    path: String, line: Int, column: Int? = nil, byteOffset: Int? = nil, id: String,
    severity: Diagnostic.Severity = .error, message: String, fixIt: String? = nil
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
    self.id = id
    self.severity = severity
    self.message = message
    self.fixIt = fixIt
  }
}

extension LineProblem: CustomStringConvertible {
  /// `tickets.jsonl:3:120: error: events[3].at: … [ticket.bad-time]`, with the fix-it on a second line.
  package var description: String {
    let place = column.map { "\(path):\(line):\($0)" } ?? "\(path):\(line)"
    let head = "\(place): \(severity.rawValue): \(message) [\(id)]"
    return fixIt.map { "\(head)\nfix-it: \($0)" } ?? head
  }
}
