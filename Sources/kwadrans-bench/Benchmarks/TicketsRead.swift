import Diagnostics
import Foundation
import Tickets

extension Benchmark {
  /// Reading a file of tickets, each into a value.
  static let tickets = Benchmark("tickets", "the sample tickets, many times over, are read") {
    let samples = try Data(contentsOf: URL(filePath: "samples/tickets.jsonl"))
    let repeats = 20_000_000 / max(samples.count, 1)
    let file = FileManager.default.temporaryDirectory
      .appending(path: "kwadrans-bench-\(ProcessInfo.processInfo.processIdentifier).jsonl")
    var all = Data()
    for _ in 0..<repeats { all.append(samples) }
    try all.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let count = try readAll(file.path)
    return [
      Row(
        "read \(count) tickets", try Timing(runs: 7) { try readAll(file.path) },
        .rate(Double(all.count) / 1e6, of: "MB"))
    ]
  }

  /// Reads a file to its end.
  ///
  /// - Returns: How many tickets it holds.
  private static func readAll(_ path: String) throws -> Int {
    var reader = try TicketReader(paths: [path])
    while let line = try reader.next() {
      if case .problem(let problem) = line, problem.severity == .error {
        throw BenchmarkError("\(problem)")
      }
    }
    return reader.ticketCount
  }
}
