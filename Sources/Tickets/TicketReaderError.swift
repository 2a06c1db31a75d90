/// Why tickets cannot be read at all.
package enum TicketReaderError: Error, Hashable, Sendable {
  /// No file of that name.
  case notFound(path: String)
  /// A folder was named.
  case isDirectory(path: String)
  /// The system refuses to open or read the file, for this reason.
  case cannotRead(path: String, reason: String)
  /// Less memory than a line needs.
  case outOfMemory
}

extension TicketReaderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path):
      "no file '\(path)'; check the name, or use - for standard input"
    case .isDirectory(let path):
      "'\(path)' is a folder; name the files in it, such as \(path)/*.jsonl"
    case .cannotRead(let path, let reason):
      "cannot read '\(path)': \(reason)"
    case .outOfMemory:
      "not enough memory to read a line of tickets"
    }
  }
}
