import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a line of a ticket file holds.
package enum TicketLine: Hashable, Sendable {
  case ticket(Ticket)
  /// An error stands for a line that was not read; warnings come just before their ticket.
  case problem(LineProblem)
}

/// Reads tickets from files, one at a time, in memory that does not grow with the files.
///
/// A file is JSON Lines in UTF-8, one ticket a line, plain or gzip. Blank lines, `\r\n`, a byte order
/// mark and a missing line feed at the end do no harm. A bad line is a problem and the rest goes on.
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
  /// Lines seen so far that are not blank, in all files.
  package private(set) var lineCount = 0
  /// Tickets read so far.
  package private(set) var ticketCount = 0
  /// Problems so far that are errors.
  package private(set) var errorCount = 0

  private let maximumLineLength: Int
  private let parser: JSONParser
  private var decoder = TicketDecoder()
  private var nextFile = 0
  private var input: InputLines?
  /// Whether a line that is not blank was seen in this file.
  private var hasStarted = false
  /// Found with the last line and not yet told, the last first.
  private var pending: [TicketLine] = []

  /// Looks whether all files are there, without reading them.
  ///
  /// - Parameters:
  ///   - paths: Files, absolute or relative to the current folder; `-` is standard input.
  ///   - maximumLineLength: Longer lines are skipped and reported (unit: bytes; ≥ 1). Memory is about
  ///     fifteen times the longest line.
  /// - Throws: ``TicketReaderError`` for the first file that is not there or not readable.
  package init(
    paths: [String], maximumLineLength: Int = 64 << 20
  ) throws(TicketReaderError) {
    for path in paths where path != "-" { try Self.check(path) }
    let parser = try JSONParser()
    self.paths = paths
    // simdjson counts bytes in 32 bits.
    self.maximumLineLength = min(max(maximumLineLength, 1), 1 << 31)
    self.parser = parser
  }

  /// The next ticket or problem, or nil behind the last.
  ///
  /// - Throws: ``TicketReaderError`` when a file cannot be opened or read on.
  /// - Complexity: O(length of the line).
  package mutating func next() throws(TicketReaderError) -> TicketLine? {
    while true {
      if let line = pending.popLast() {
        count(line)
        return line
      }
      guard try openInput(), let input else { return nil }
      switch try input.next() {
      case .line(let line):
        // Returned at once: to look at it here would copy every ticket.
        if let result = try read(line, from: input) { return result }
      case .tooLong(let first): skipped(first: first, from: input)
      case .damaged(let reason): damaged(reason, in: input)
      case .end: self.input = nil
      }
    }
  }

  /// How often each type of event was seen that kwadrans does not know, in the order of their names;
  /// at most 1,000 types.
  package var unknownEventTypes: [(type: String, count: Int)] { decoder.unknownTypes.all }

  private mutating func count(_ line: TicketLine) {
    switch line {
    case .ticket: ticketCount += 1
    case .problem(let problem) where problem.severity == .error: errorCount += 1
    case .problem: break
    }
  }
}

// MARK: - Files

extension TicketReader {
  static func check(_ path: String) throws(TicketReaderError) {
    // C would read the path up to a NUL only, and open another file.
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .notFound(path: path) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { throw .notFound(path: path) }
      throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
    guard access(path, R_OK) == 0 else {
      throw .cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Opens the next file unless one is open; false behind the last.
  private mutating func openInput() throws(TicketReaderError) -> Bool {
    if input != nil { return true }
    guard nextFile < paths.count else { return false }
    input = try InputLines(path: paths[nextFile], maximumLength: maximumLineLength)
    nextFile += 1
    hasStarted = false
    return true
  }

  /// A line that is too long was skipped.
  private mutating func skipped(first: UInt8?, from input: InputLines) {
    lineCount += 1
    if !hasStarted, first == UInt8(ascii: "[") { return refuseFile(.oneArray, from: input) }
    hasStarted = true
    pending.append(
      .problem(
        LineProblem(
          path: input.path, line: input.lineNumber, id: "ticket.too-long",
          message: "the line is longer than \(maximumLineLength) bytes and was skipped",
          fixIt: "write one ticket a line, without attachments")))
  }

  private mutating func damaged(_ reason: String, in input: InputLines) {
    pending.append(
      .problem(
        LineProblem(
          path: input.path, line: input.lineNumber, id: "file.damaged",
          message: "\(reason); the lines before this one were read",
          fixIt: "fetch the file again, or test it by: gzip -t")))
  }

  /// The file as a whole is not what it should be; the rest of it is not read.
  private mutating func refuseFile(_ fault: FileFault, from input: InputLines) {
    pending.append(
      .problem(
        LineProblem(
          path: input.path, line: input.lineNumber, column: 1, byteOffset: 0, id: fault.rawValue,
          message: fault.message, fixIt: fault.fixIt)))
    self.input = nil
  }
}

// MARK: - Lines

extension TicketReader {
  /// What a line holds; nil for a blank one, and when something is to be told first.
  private mutating func read(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from input: InputLines
  ) throws(TicketReaderError) -> TicketLine? {
    let line = Self.trimmed(bytes, isFirst: input.lineNumber == 1)
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    lineCount += 1
    if !hasStarted, let fault = FileFault(firstLine: UnsafeBufferPointer(line)) {
      refuseFile(fault, from: input)
      return nil
    }
    hasStarted = true
    let place = LinePlace(
      path: input.path, line: input.lineNumber, bytes: UnsafeBufferPointer(line))
    let source = Ticket.Source(file: nextFile - 1, line: input.lineNumber)
    do throws(LineFailure) {
      let (value, repairs) = try parse(line, at: place)
      let ticket = try decode(value, at: place, source: source)
      if repairs.isEmpty, decoder.warnings.isEmpty {
        ticketCount += 1
        return .ticket(ticket)
      }
      // Told from the back: first what was mended, then what stood out, then the ticket.
      pending.append(.ticket(ticket))
      pending += decoder.warnings.reversed().map { .problem(place.problem($0, severity: .warning)) }
      if let half = repairs.first(where: { $0.kind == .halfCharacter }) {
        pending.append(.problem(place.problem(half)))
      }
      return nil
    } catch {
      switch error {
      case .problem(let problem):
        errorCount += 1
        return .problem(problem)
      case .reader(let error): throw error
      }
    }
  }

  private enum LineFailure: Error {
    case problem(LineProblem)
    case reader(TicketReaderError)
  }

  /// Parses a line; mends what simdjson refuses and can be mended.
  private func parse(
    _ line: UnsafeMutableBufferPointer<UInt8>, at place: LinePlace
  ) throws(LineFailure) -> (JSONTapeValue, [JSONRepair]) {
    let text = UnsafeBufferPointer(line)
    if let value = try value(of: text) { return (value, []) }
    var scanner = JSONScanner(text)
    do throws(JSONFault) {
      try scanner.scanText()
    } catch {
      throw .problem(place.problem(error))
    }
    for repair in scanner.repairs {
      let replacement = repair.replacement
      for offset in 0..<replacement.utf8CodeUnitCount {
        line[repair.range.lowerBound + offset] = replacement.utf8Start[offset]
      }
    }
    if !scanner.repairs.isEmpty, let value = try value(of: text) { return (value, scanner.repairs) }
    throw .problem(place.problem(parserSays: parser.lastError))
  }

  private func value(
    of text: UnsafeBufferPointer<UInt8>
  ) throws(LineFailure) -> JSONTapeValue? {
    do throws(TicketReaderError) {
      return try parser.parse(text)
    } catch {
      throw .reader(error)
    }
  }

  private mutating func decode(
    _ value: JSONTapeValue, at place: LinePlace, source: Ticket.Source
  ) throws(LineFailure) -> Ticket {
    do throws(TicketFault) {
      return try decoder.decode(value, source: source)
    } catch {
      throw .problem(place.problem(error, severity: .error))
    }
  }

  /// A line without the byte order mark of a file and without `\r` at the end.
  static func trimmed(
    _ line: UnsafeMutableBufferPointer<UInt8>, isFirst: Bool
  ) -> UnsafeMutableBufferPointer<UInt8> {
    var line = line
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) {
      line = UnsafeMutableBufferPointer(rebasing: line.dropFirst(3))
    }
    if line.last == 0x0D { line = UnsafeMutableBufferPointer(rebasing: line.dropLast()) }
    return line
  }
}
