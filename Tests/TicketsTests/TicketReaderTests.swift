import Foundation
import Testing
import Tickets

/// Files, lines and what surrounds them.
@Suite(.serialized)
struct TicketReaderTests {
  private static let one = #"{"id":"T-1","channel":"chat","events":[]}"#
  private static let two = #"{"id":"T-2","channel":"chat","events":[]}"#

  private func ids(_ lines: [TicketLine]) -> [String?] { lines.map(\.ticket?.id) }

  @Test(arguments: [
    "\(one)\n\(two)\n", "\(one)\n\(two)", "\(one)\r\n\(two)\r\n", "\(one)\r\n\(two)\r",
    "\u{FEFF}\(one)\n\(two)\n", "\n\n \t \n\(one)\n\r\n\n\(two)\n\n\n", "  \(one)  \n\t\(two)\t",
  ])
  func `line ends, blanks and a byte order mark do no harm`(text: String) throws {
    #expect(ids(try readAll(text)) == ["T-1", "T-2"])
  }

  @Test(arguments: ["", "\n", "\r\n", "\u{FEFF}", "\u{FEFF}\n", "   "])
  func `a file without tickets is empty`(text: String) throws {
    #expect(try readAll(text).isEmpty)
    #expect(try readAll(gzipped(Array(text.utf8))).isEmpty)
  }

  @Test func `a bad line is told and the rest goes on`() throws {
    let file = try TemporaryFile("\(Self.one)\n\n{oops}\n\(Self.two)\n")
    var reader = try TicketReader(paths: [file.path])
    var found: [String] = []
    while let line = try reader.next() {
      switch line {
      case .ticket(let ticket): found.append("\(ticket.id) at \(ticket.source.line)")
      case .problem(let problem): found.append("\(problem.id) at \(problem.line)")
      }
    }
    #expect(found == ["T-1 at 1", "ticket.not-json at 3", "T-2 at 4"])
    #expect(reader.lineCount == 3)
    #expect(reader.ticketCount == 2)
    #expect(reader.errorCount == 1)
    #expect(try reader.next() == nil)
  }

  @Test func `files are read one after another and tickets know theirs`() throws {
    let first = try TemporaryFile("\(Self.one)")
    let empty = try TemporaryFile("")
    let second = try TemporaryFile(try gzipped(Array("\n\(Self.two)\n".utf8)), named: ".gz")
    var reader = try TicketReader(paths: [first.path, empty.path, second.path])
    let sources = [try reader.next()?.ticket?.source, try reader.next()?.ticket?.source]
    #expect(sources == [Ticket.Source(file: 0, line: 1), Ticket.Source(file: 2, line: 2)])
    #expect(try reader.next() == nil)
    #expect(reader.paths.count == 3)
  }

  @Test func `event types nobody knows are counted`() throws {
    let events = ["tagged", "abandoned", "Tagged", "tagged", ""]
      .map { #"{"at":"2026-03-02T09:00Z","type":"\#($0)"}"# }.joined(separator: ",")
    let file = try TemporaryFile(#"{"id":"T","channel":"chat","events":[\#(events)]}"#)
    var reader = try TicketReader(paths: [file.path])
    while try reader.next() != nil {}
    #expect(reader.unknownEventTypes.map { $0.type } == ["", "Tagged", "tagged"])
    #expect(reader.unknownEventTypes.map { $0.count } == [1, 1, 2])
  }

  @Test func `ever new event types are counted up to a limit`() throws {
    let events = (0..<1500).map { #"{"at":"2026-03-02T09:00Z","type":"tag \#($0)"}"# }
    let file = try TemporaryFile(
      #"{"id":"T","channel":"chat","events":[\#(events.joined(separator: ","))]}"#)
    var reader = try TicketReader(paths: [file.path])
    #expect(try reader.next()?.ticket?.events.count == 1500)
    #expect(reader.unknownEventTypes.count == 1000)
  }

  // MARK: - Whole files that are something else

  @Test(arguments: [
    ("[\(one),\(two)]", "file.one-array"), ("\n [\n  \(one)\n]\n", "file.one-array"),
    ("{\n \"id\": \"T\"\n}\n", "file.spread-lines"), ("\u{FEFF}[\(one)]", "file.one-array"),
    ("[" + String(repeating: "1,", count: 1 << 20) + "1]\n\(one)\n", "file.one-array"),
  ])
  func `JSON that is not one ticket a line is told once`(text: String, id: String) throws {
    let lines = try readAll(text)
    #expect(lines.map(\.problem?.id) == [id])
  }

  @Test func `the advice for one array names a command`() throws {
    #expect(
      try readAll("[\(Self.one)]").first?.golden == """
        1:1: error: the file is one JSON array, not one ticket a line; it was not read [file.one-array]
        fix-it: write one ticket a line, for instance with: jq -c '.[]'
        """)
  }

  @Test func `each file is looked at anew`() throws {
    let good = try TemporaryFile(Self.one)
    let array = try TemporaryFile("[\(Self.two)]\n")
    var reader = try TicketReader(paths: [good.path, array.path, array.path])
    #expect(try reader.next()?.ticket?.id == "T-1")
    #expect(try reader.next()?.problem?.id == "file.one-array")
    #expect(try reader.next()?.problem?.id == "file.one-array")
    #expect(try reader.next() == nil)
  }

  @Test func `UTF-16 is told once and the next file is read`() throws {
    let wide = try #require("\(Self.one)\n\(Self.one)\n".data(using: .utf16))
    let file = try TemporaryFile(wide)
    let next = try TemporaryFile(Self.two)
    var reader = try TicketReader(paths: [file.path, next.path])
    #expect(try reader.next()?.problem?.id == "file.utf-16")
    #expect(try reader.next()?.ticket?.id == "T-2")
    #expect(try reader.next() == nil)
  }

  @Test func `an array further down is a bad line only`() throws {
    let lines = try readAll("\(Self.one)\n[1]\n{\n\(Self.two)\n")
    #expect(ids(lines) == ["T-1", nil, nil, "T-2"])
    #expect(lines[1].problem?.id == "ticket.not-an-object")
  }

  // MARK: - Long lines

  @Test(arguments: [1, 2, 64, 1000, 300_000, 600_000])
  func `lines may be as long as allowed and no longer`(limit: Int) throws {
    let padded = { (length: Int) in
      String(repeating: " ", count: max(0, length - Self.one.utf8.count)) + Self.one
    }
    let fits = padded(limit)
    let file = "\(fits)\n\(padded(limit + 1))\n\(fits)\n\(padded(3 * limit + 7))\r\n\(fits)"
    let lines = try readAll(Array(file.utf8), maximumLineLength: limit)
    if limit < Self.one.utf8.count {
      #expect(lines.allSatisfy { $0.problem?.id == "ticket.too-long" } && lines.count == 5)
    } else {
      #expect(
        lines.map { $0.problem?.id ?? "ticket at \($0.ticket?.source.line ?? 0)" } == [
          "ticket at 1", "ticket.too-long", "ticket at 3", "ticket.too-long", "ticket at 5",
        ])
    }
  }

  @Test func `a line that is too long is told with the limit`() throws {
    let lines = try readAll(Array(Self.one.utf8), maximumLineLength: 40)
    #expect(
      lines.first?.golden == """
        1: error: the line is longer than 40 bytes and was skipped [ticket.too-long]
        fix-it: write one ticket a line, without attachments
        """)
  }

  @Test func `lines of every length cross the buffer's edges`() throws {
    var text = ""
    var expected: [String] = []
    for length in stride(from: 50, to: 70_000, by: 997) {
      let id = String(length) + String(repeating: "x", count: length)
      expected.append(id)
      text += #"{"id":"\#(id)","channel":"chat","events":[]}"# + "\n"
    }
    #expect(ids(try readAll(text)) == expected)
    #expect(ids(try readAll(gzipped(Array(text.utf8)))) == expected)
  }

  /// 2¹⁸ and 2¹⁹ are the sizes of the buffer as it grows.
  @Test(arguments: [18, 19])
  func `a line feed may be the first byte that a read brings`(power: Int) throws {
    for length in (1 << power) - 3...(1 << power) + 3 {
      let first = String(repeating: " ", count: length - Self.one.utf8.count) + Self.one
      #expect(ids(try readAll("\(first)\n\(Self.two)\n")) == ["T-1", "T-2"], "length \(length)")
    }
  }

  // MARK: - Compressed files

  @Test func `gzip in several parts is one file`() throws {
    let bytes = try gzipped(Array("\(Self.one)\n".utf8)) + gzipped(Array(Self.two.utf8))
    #expect(ids(try readAll(bytes)) == ["T-1", "T-2"])
  }

  @Test func `a gzip file that is cut short is told`() throws {
    let text = (0..<2000).map { #"{"id":"\#($0)","channel":"chat","events":[]}"# }
    let whole = try gzipped(Array(text.joined(separator: "\n").utf8))
    for cut in [3, 9, 12, whole.count / 2, whole.count - 9, whole.count - 4, whole.count - 1] {
      let lines = try readAll(Array(whole[..<cut]))
      let problems = lines.compactMap(\.problem)
      #expect(problems.map(\.id) == ["file.damaged"], "cut at \(cut)")
      #expect(problems.first?.line == lines.count, "cut at \(cut)")
      #expect(
        problems.first?.message
          == "the gzip data end too early; the lines before this one were read")
      #expect(ids(lines.dropLast()) == (0..<lines.count - 1).map { "\($0)" }, "cut at \(cut)")
    }
  }

  @Test func `a gzip file with a wrong byte is told`() throws {
    var bytes = try gzipped(Array("\(Self.one)\n\(Self.two)\n".utf8))
    bytes[bytes.count - 6] ^= 0xFF
    let lines = try readAll(bytes)
    #expect(lines.last?.problem?.id == "file.damaged")
    #expect(lines.last?.problem?.message.hasPrefix("the gzip data are damaged") == true)
  }

  // MARK: - Standard input

  /// Lends the process another standard input; no other test reads it.
  @Test(arguments: [false, true])
  func `standard input is read, plain or gzip`(isCompressed: Bool) throws {
    let text = Array("\(Self.one)\n\(Self.two)\n{oops}".utf8)
    let file = try TemporaryFile(isCompressed ? try gzipped(text) : text)
    let pipe = Pipe()
    let own = dup(STDIN_FILENO)
    dup2(pipe.fileHandleForReading.fileDescriptor, STDIN_FILENO)
    defer {
      dup2(own, STDIN_FILENO)
      close(own)
    }
    try pipe.fileHandleForWriting.write(contentsOf: Data(contentsOf: URL(filePath: file.path)))
    try pipe.fileHandleForWriting.close()
    var reader = try TicketReader(paths: ["-"])
    var lines: [TicketLine] = []
    while let line = try reader.next() { lines.append(line) }
    #expect(ids(lines) == ["T-1", "T-2", nil])
    #expect(lines.last?.problem?.path == "-")
  }

  // MARK: - Files that cannot be read

  @Test func `a missing file is found before anything is read`() throws {
    let file = try TemporaryFile(Self.one)
    let error = #expect(throws: TicketReaderError.self) {
      _ = try TicketReader(paths: [file.path, "no/such/file.jsonl"])
    }
    #expect(error == .notFound(path: "no/such/file.jsonl"))
    #expect(
      error?.description
        == "no file 'no/such/file.jsonl'; check the name, or use - for standard input")
  }

  @Test func `a folder is no file`() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let error = #expect(throws: TicketReaderError.self) {
      _ = try TicketReader(paths: [folder])
    }
    #expect(error == .isDirectory(path: folder))
  }

  @Test(arguments: ["", "a\0b"])
  func `strange names are not found`(path: String) {
    #expect(throws: TicketReaderError.notFound(path: path)) {
      _ = try TicketReader(paths: [path])
    }
  }

  @Test func `a file within a file cannot be opened`() throws {
    let file = try TemporaryFile(Self.one)
    #expect(
      throws: TicketReaderError.cannotRead(path: file.path + "/x", reason: "Not a directory")
    ) {
      _ = try TicketReader(paths: [file.path + "/x"])
    }
  }

  @Test func `a file that vanishes is an error when its turn comes`() throws {
    let first = try TemporaryFile(Self.one)
    let second = try TemporaryFile(Self.two)
    var reader = try TicketReader(paths: [first.path, second.path])
    try FileManager.default.removeItem(atPath: second.path)
    #expect(try reader.next()?.ticket?.id == "T-1")
    #expect(throws: TicketReaderError.self) { _ = try reader.next() }
  }
}
