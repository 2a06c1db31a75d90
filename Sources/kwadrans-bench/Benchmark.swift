/// Something that is measured: one file in `Benchmarks/` each, and a line in ``all``.
struct Benchmark: Sendable {
  /// What `make bench ARGS=…` calls it.
  let name: String
  /// What is done, on how much.
  let summary: String
  /// Measures; the rows appear in this order.
  let run: @Sendable () throws -> [Row]

  init(_ name: String, _ summary: String, run: @escaping @Sendable () throws -> [Row]) {
    self.name = name
    self.summary = summary
    self.run = run
  }

  static let all: [Benchmark] = [
    .catalogue, .tickets, .audit, .replies, .log, .hours, .sentences, .queueing, .simulation,
    .simulatedWeek,
  ]
}

/// What a benchmark measures is not on this machine.
struct BenchmarkSkipped: Error {
  let reason: String
}

/// Why a benchmark measures nothing: what it was to measure is not right.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
