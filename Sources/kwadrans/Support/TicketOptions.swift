import ArgumentParser
import Diagnostics
import Foundation
import Tickets

/// Which tickets to read, and what to do about lines that are none.
struct TicketOptions: ParsableArguments {
  @Argument(help: "Tickets as JSON Lines, also gzipped; - reads standard input.")
  var tickets: [String]

  @Flag(help: "Stop at the first line that cannot be read.")
  var strict = false

  /// Whether the tickets can be read a second time: all are files, none is a pipe.
  var canBeReadTwice: Bool {
    tickets.allSatisfy { path in
      var status = stat()
      return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
  }

  /// Reads every ticket and says nothing of lines that cannot be read: somebody else does.
  ///
  /// - Throws: ``TicketReaderError`` for what is no file, or cannot be read on.
  func forEachQuietly(_ body: (Ticket) -> Void) throws {
    var reader = try TicketReader(paths: tickets)
    while let line = try reader.next() {
      switch line {
      case .ticket(let ticket): body(ticket)
      case .problem(let problem): if strict, problem.severity == .error { return }
      }
    }
  }

  /// Reads every ticket; says on standard error what is wrong with lines and goes on.
  ///
  /// - Returns: How many lines could not be read; with `--strict` the first of them ended the reading.
  func forEach(_ body: (Ticket, _ source: String) throws -> Void) throws -> Int {
    var bad = 0
    do {
      var reader = try TicketReader(paths: tickets)
      while let line = try reader.next() {
        switch line {
        case .ticket(let ticket):
          let path =
            reader.paths.indices.contains(ticket.source.file)
            ? reader.paths[ticket.source.file] : "-"
          try body(ticket, "\(path):\(ticket.source.line)")
        case .problem(let problem):
          StandardError.print("\(problem)")
          guard problem.severity == .error else { continue }
          bad += 1
          if strict {
            StandardError.print("stopped there, as --strict asks")
            return bad
          }
        }
      }
    } catch let error as TicketReaderError {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
    if bad > 0 {
      StandardError.print("\(bad) \(bad == 1 ? "line" : "lines") could not be read")
    }
    return bad
  }
}
