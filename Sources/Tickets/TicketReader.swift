/// What a line of a ticket file holds.
package enum TicketLine: Hashable, Sendable {
  case ticket(Ticket)
  /// An error stands for a line that was not read; a warning comes just before its ticket.
  case problem(LineProblem)
}

/// Reads tickets from files, one at a time, in memory that does not grow with the files.
///
/// ```swift
/// var reader = try TicketReader(paths: ["tickets.jsonl.gz"])
/// while let line = try reader.next() {
///   switch line {
///   case .ticket(let ticket): audit(ticket)
///   case .problem(let problem): report(problem)
///   }
/// }
/// ```
package struct TicketReader: ~Copyable {
  /// The files in the order of reading; ``Ticket/Source`` points here.
  package let paths: [String]

  package init(paths: [String]) throws(TicketReaderError) {
    self.paths = paths
  }

  /// The next ticket or problem, or nil behind the last.
  package mutating func next() throws(TicketReaderError) -> TicketLine? {
    nil
  }
}
