import CZlib
import Foundation
import Testing
import Tickets

/// A file that lives as long as this value.
final class TemporaryFile {
  let path: String

  init(_ bytes: some Sequence<UInt8>, named suffix: String = ".jsonl") throws {
    let name = "kwadrans-\(UUID().uuidString)\(suffix)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  convenience init(_ text: String) throws {
    try self.init(text.utf8)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// The bytes as a gzip file holds them.
func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
  let file = try TemporaryFile([], named: ".gz")
  let handle = try #require(gzopen(file.path, "wb"))
  if !bytes.isEmpty { #expect(gzwrite(handle, bytes, UInt32(bytes.count)) == Int32(bytes.count)) }
  #expect(gzclose(handle) == Z_OK)
  return Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
}

/// Everything a reader finds in one file.
func readAll(_ bytes: [UInt8], maximumLineLength: Int = 1 << 20) throws -> [TicketLine] {
  let file = try TemporaryFile(bytes)
  var reader = try TicketReader(paths: [file.path], maximumLineLength: maximumLineLength)
  var lines: [TicketLine] = []
  while let line = try reader.next() { lines.append(line) }
  return lines
}

func readAll(_ text: String) throws -> [TicketLine] {
  try readAll(Array(text.utf8))
}

extension TicketLine {
  var ticket: Ticket? {
    if case .ticket(let ticket) = self { ticket } else { nil }
  }

  var problem: LineProblem? {
    if case .problem(let problem) = self { problem } else { nil }
  }

  /// A problem without its file, as a person reads it.
  var golden: String? {
    problem.map { $0.description.replacing("\($0.path):", with: "") }
  }
}
