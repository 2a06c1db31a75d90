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
    ("erlang-c-sweep-json", "erlang-c --load 6 --sweep agents=6...8 --format json", 0),
    ("erlang-a-help", "erlang-a --help", 0),
    ("erlang-a", "\(desk) --target 80%/20s --abandonment-at-most 5%", 0),
    (
      "erlang-a-json", "\(desk) --agents 6 --target 80%/20s --abandoned left-out/5s --format json",
      0
    ),
    ("erlang-a-sweep", "\(desk) --target 80%/20s --abandoned left-out --sweep agents=0...8", 0),
    ("engset-help", "engset --help", 0),
    ("engset", "engset --sources 20 --load 6 --blocking 1%", 0),
    ("engset-few", "engset --sources 6 --load 6 --agents 3", 65),
    ("finite-help", "finite --help", 0),
    ("finite", "finite --arrivals 90/h --handling 4min --places 12 --target 80%/20s", 0),
    ("finite-never", "finite --load 60 --places 12 --blocking 1%", 65),
    ("retrial-help", "retrial --help", 0),
    ("retrial", "retrial --retry 70% --load 6 --agents 8", 0),
    (
      "retrial-patience",
      "retrial --retry 70% --arrivals 90/h --handling 4min --patience 2min --target 80%/20s", 0
    ),
    (
      "retrial-hang-up",
      "retrial --retry 70% --arrivals 90/h --handling 4min --hang-up-after 2min "
        + "--sweep agents=8...10 --format json", 0
    ),
    ("square-root-help", "square-root --help", 0),
    ("square-root", "square-root --arrivals 1200/h --handling 5min --target 80%/0s", 0),
    (
      "square-root-patience",
      "square-root --arrivals 1200/h --handling 5min --patience 2min --agents 95", 0
    ),
    ("help", "--help", 0),
  ]

  /// A desk whose customers give up.
  private static let desk = "erlang-a --arrivals 108.5/h --handling 204s --patience 348s"

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
