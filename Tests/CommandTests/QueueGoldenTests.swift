import Foundation
import Testing

/// Each formula as it is asked for at the prompt, with what it prints kept in `Golden/`.
///
/// `RECORD=1 swift test` writes the files anew; their diff is what to review.
struct QueueGoldenTests {
  /// A file's name after `queue-`, the command after `queue`, and how it ends.
  static let runs: [(String, String, Int32)] = [
    ("erlang-b-help", "erlang-b --help", 0),
    ("erlang-b-json", "erlang-b --load 6 --agents 8 --format json", 0),
    ("erlang-c-help", "erlang-c --help", 0),
    ("erlang-c", "erlang-c --arrivals 90/h --handling 4min --target 80%/20s", 0),
    ("erlang-c-unstable", "erlang-c --load 6 --agents 6", 65),
  ]

  @Test(arguments: runs)
  func `a formula prints what is kept for it`(name: String, line: String, status: Int32) throws {
    let result = try Tool.run(line: "queue \(line)")
    #expect(result.status == status, "\(result.errors)")
    let printed =
      result.errors.isEmpty ? result.output : result.output + "--- stderr\n" + result.errors
    let golden = Tool.root.appending(path: "Tests/CommandTests/Golden/queue-\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(printed.utf8).write(to: golden)
    }
    let kept = try String(contentsOf: golden, encoding: .utf8)
    #expect(printed == kept)
  }
}
