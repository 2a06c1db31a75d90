import ArgumentParser
import Conformance
import Diagnostics
import FoundationEssentials
import Quality
import Reports
import ServiceTime
import Tickets

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

  /// The files, each with what names it.
  var files: [WrittenFiles.File] { tickets.map { WrittenFiles.File("the command", $0) } }

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
  func forEach(_ body: (ReadTicket) throws -> Void) throws -> Int {
    var bad = 0
    do {
      var reader = try TicketReader(paths: tickets)
      while let line = try reader.next() {
        switch line {
        case .ticket(let ticket):
          let path =
            reader.paths.indices.contains(ticket.source.file)
            ? reader.paths[ticket.source.file] : "-"
          try body(ReadTicket(ticket: ticket, path: path))
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

  /// Works on every ticket on several cores, and takes the results in the order of the files. Says on
  /// standard error how many have the id of an earlier one.
  ///
  /// - Parameters:
  ///   - work: Is called on several threads at once.
  ///   - take: Is called on one.
  /// - Returns: As `forEach` does.
  func forEach<Result: Sendable>(
    on cores: Cores, _ work: @escaping @Sendable (ReadTicket) -> Result,
    _ take: (Result) throws -> Void
  ) throws -> Int {
    var batch: [ReadTicket] = []
    var bytes = 0
    // Some ten bytes a ticket, however long the ids are.
    var known = KnownHashes()
    let hash = SipHash(.random(in: 0 ... .max), .random(in: 0 ... .max))
    var repeated = 0
    /// What the cores are at, while what they did before is taken and what comes next is read.
    var current: CoreWork<ReadTicket, Result>?
    func handOn() throws {
      let done = current?.finish() ?? []
      current = cores.begin(batch, work)
      batch = []
      bytes = 0
      for result in done { try take(result) }
    }
    // What cannot be read on is said before what was read is worked on, and ends the command behind it.
    let bad = Swift.Result {
      try forEach { ticket in
        if !known.insert(hash.hash(ticket.ticket.id.utf8)) { repeated += 1 }
        batch.append(ticket)
        bytes += ticket.ticket.messageBytes
        if batch.count >= Self.batchTickets || bytes >= Self.batchBytes { try handOn() }
      }
    }
    try handOn()
    for result in current?.finish() ?? [] { try take(result) }
    if repeated > 0 {
      StandardError.print(
        "\(repeated) \(repeated == 1 ? "ticket has" : "tickets have") the id of an earlier one: each is "
          + "judged and counted on its own (docs/tickets.md)")
    }
    return try bad.get()
  }

  /// Tickets are worked on so many at a time, or fewer when they are long (unit: bytes): enough to keep
  /// cores busy, and little memory.
  private static let batchTickets = 256
  private static let batchBytes = 1 << 20
}

extension TicketOptions {
  /// When customers got in touch, where a standard needs to know; nil where it does not, or where the
  /// tickets cannot be read twice.
  func contacts(_ auditor: Auditor, asOf: Instant?) throws -> ContactIndex? {
    guard auditor.needsContacts, canBeReadTwice else { return nil }
    var index = ContactIndex(asOf: asOf)
    do {
      try forEachQuietly { auditor.note($0, in: &index) }
    } catch is TicketReaderError {
      // The second reading says what is wrong.
      return nil
    }
    return index
  }
}

/// A ticket, and where it was read.
struct ReadTicket: Sendable {
  let ticket: Ticket
  /// The file, as it was given.
  let path: String

  /// File and line, such as `tickets.jsonl:12`.
  var source: String { "\(path):\(ticket.source.line)" }

  /// The same, to be written in other ways.
  var place: TicketPlace { TicketPlace(path: path, line: ticket.source.line) }
}

extension Ticket {
  /// The bytes of its messages.
  fileprivate var messageBytes: Int {
    events.reduce(0) { sum, event in
      if case .message(let message) = event.kind { sum + message.text.utf8.count } else { sum }
    }
  }
}

/// How many cores a command uses.
struct CoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many cores work at once; all if left out. The result is the same.", valueName: "number"))
  var cores: Int?

  /// The cores to use.
  var wanted: Cores { Cores(cores ?? ProcessInfo.processInfo.activeProcessorCount) }

  func validate() throws {
    if let cores, !(1...1024).contains(cores) {
      throw ValidationError("--cores must be a number from 1 to 1024, not \(cores)")
    }
  }
}
