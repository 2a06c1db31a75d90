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
    ("mmn-g-help", "mmn-g --help", 0),
    (
      "mmn-g",
      "mmn-g --arrivals 90/h --handling 4min --patience 2min --patience-kind lognormal "
        + "--patience-variation 1.5 --leaving-at-once 5% --target 80%/20s", 0
    ),
    ("md-c-help", "md-c --help", 0),
    ("md-c", "md-c --arrivals 90/h --handling 4min --target 80%/20s --percentile 95%", 0),
    ("mg-1-help", "mg-1 --help", 0),
    (
      "mg-1",
      "mg-1 --arrivals 5/h --handling 10min --handling-kind lognormal --variation 1.5 "
        + "--target 80%/1h --percentile 95%", 0
    ),
    ("mg-1-unstable", "mg-1 --arrivals 6/h --handling 10min", 65),
    ("mg-c-help", "mg-c --help", 0),
    ("mg-c", "mg-c --load 6 --variation 0.5 --agents 8", 0),
    ("priorities-help", "priorities --help", 0),
    ("priorities", "\(classes) --agents 10 --target 80%/20s", 0),
    ("priorities-json", "\(classes) --target 80%/20s --for-classes 2 --format json", 0),
    ("erlang-r-help", "erlang-r --help", 0),
    (
      "erlang-r",
      "erlang-r --arrivals 30/h --handling 4min --returning 60% --away 2h --agents 7 "
        + "--target 80%/20s", 0
    ),
    ("offered-load-help", "offered-load --help", 0),
    (
      "offered-load",
      "offered-load --contacts 10,40,60,20 --interval 30min --handling 20min --start repeating", 0
    ),
    ("case-managers-help", "case-managers --help", 0),
    (
      "case-managers",
      "case-managers --step 20min --finishing 35% --reply 1h --reply-wait-at-most 30min "
        + "--arrivals 12/h", 0
    ),
    ("chat-help", "chat --help", 0),
    (
      "chat",
      "chat --arrivals 100/h --handling 300s --with-others 400s,500s --patience 2min "
        + "--target 80%/30s", 0
    ),
    ("chat-unstable", "chat --arrivals 100/h --handling 300s --with-others 400s --agents 5", 65),
    (
      "chat-sweep",
      "chat --arrivals 100/h --handling 300s --with-others 400s --sweep agents=5...7", 0
    ),
    ("deferred-help", "deferred --help", 0),
    (
      "deferred",
      "deferred --contacts 40,60,30,20,20,30,20,10 --lying-there 50 --interval 1h --handling 6min "
        + "--within 4h", 0
    ),
    (
      "deferred-json",
      "deferred --contacts 4,6 --interval 1h --handling 6min --within 90min "
        + "--occupancy-at-most 85% --format json", 0
    ),
    ("day-help", "day --help", 0),
    (
      "day",
      "day --contacts 10,40,60,20 --agents 4,11,16,8 --interval 30min --handling 7min "
        + "--patience 3min --target 80%/20s", 0
    ),
    ("shrinkage-help", "shrinkage --help", 0),
    (
      "shrinkage",
      "shrinkage --part holidays=10% --part illness=5% --part breaks=10% --combined product "
        + "--on-duty 20", 0
    ),
    (
      "shrinkage-nobody",
      "shrinkage --part holidays=60% --part illness=50% --combined sum --on-duty 20", 65
    ),
    ("compare-help", "compare --help", 0),
    ("compare-nothing", "compare --load 0 --handling 4min --agents 3 --target 80%/20s", 0),
    (
      "case-managers-one",
      "case-managers --step 20min --finishing 35% --reply 1h --reply-wait-at-most 0s", 0
    ),
    (
      "compare", "compare --arrivals 90/h --handling 4min --patience 2min --target 80%/20s", 0
    ),
    (
      "compare-short",
      "compare --arrivals 90/h --handling 4min --agents 6 --patience 2min --retry 70% "
        + "--leaving-at-once 5% --variation 0.5 --target 80%/20s", 0
    ),
    ("compare-json", "compare --arrivals 90/h --handling 4min --agents 8 --format json", 0),
    ("help", "--help", 0),
  ]

  /// Three classes, the most urgent first.
  private static let classes =
    "priorities --arrivals 30/h --arrivals 45/h --arrivals 60/h --handling 4min"

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
