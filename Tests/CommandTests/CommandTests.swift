import Foundation
import Testing

/// Each command as it is typed, with what it prints kept in `Golden/`.
///
/// `RECORD=1 swift test` writes the files anew; their diff is what to review.
struct CommandTests {
  /// A file's name, the command, and how it ends.
  static let runs: [(String, [String], Int32)] = [
    ("help", ["--help"], 0),
    ("standards-check-help", ["standards", "check", "--help"], 0),
    ("standards-show-help", ["standards", "show", "--help"], 0),
    ("standards-show", ["standards", "show", "standards", "--language", "cs"], 0),
    (
      "standards-show-json",
      ["standards", "show", "standards", "--language", "en", "--format", "json"], 0
    ),
    ("standards-show-shop", ["standards", "show", "samples/shop-standards"], 0),
    (
      "standards-show-shop-json",
      ["standards", "show", "samples/shop-standards", "--language", "pl", "--format", "json"], 0
    ),
    ("standards-handbook-help", ["standards", "handbook", "--help"], 0),
    (
      "standards-handbook",
      ["standards", "handbook", "standards", "--language", "en", "--output", "-"], 0
    ),
    (
      "standards-handbook-shop",
      ["standards", "handbook", "samples/shop-standards", "--language", "cs", "--output", "-"], 0
    ),
    ("standards-quiz-help", ["standards", "quiz", "--help"], 0),
    (
      "standards-quiz",
      ["standards", "quiz", "standards", "--language", "pl", "--questions", "5", "--seed", "1"], 0
    ),
    (
      "standards-quiz-shop",
      ["standards", "quiz", "samples/shop-standards", "--language", "cs", "--questions", "5"], 0
    ),
    (
      "standards-quiz-shop-json",
      ["standards", "quiz", "samples/shop-standards", "--questions", "3", "--format", "json"], 0
    ),
    ("audit-help", ["audit", "run", "--help"], 0),
    ("audit-observe-help", ["audit", "observe", "--help"], 0),
    ("audit-review-help", ["audit", "review", "--help"], 0),
    ("audit-agreement-help", ["audit", "agreement", "--help"], 0),
    ("audit-plan-sample-help", ["audit", "plan-sample", "--help"], 0),
    (
      "audit-plan-sample",
      ["audit", "plan-sample", "--margin", "5%", "--population", "2000", "--detect", "2%"], 0
    ),
    (
      "audit-agreement",
      ["audit", "agreement", "samples/reviews.jsonl", golden("agreement-verdicts", "jsonl")], 0
    ),
    (
      "audit-agreement-answers",
      [
        "audit", "agreement", golden("calibration-kasia", "jsonl"),
        golden("calibration-ola", "jsonl"),
      ],
      0
    ),
    (
      "audit-agreement-three",
      [
        "audit", "agreement", golden("calibration-kasia", "jsonl"),
        golden("calibration-ola", "jsonl"), golden("calibration-jan", "jsonl"),
      ], 0
    ),
    (
      "audit-agreement-json",
      [
        "audit", "agreement", golden("calibration-kasia", "jsonl"),
        golden("calibration-ola", "jsonl"), golden("calibration-jan", "jsonl"), "--format", "json",
      ], 0
    ),
    (
      "audit-plan-sample-accept",
      [
        "audit", "plan-sample", "--accept", "2.5%", "--refuse", "9%", "--plan", "125,7",
      ], 0
    ),
    ("audit-schema-waivers", ["audit", "schema", "waivers"], 0),
    ("audit-schema-reviews", ["audit", "schema", "reviews"], 0),
    (
      "audit-exceptions",
      [
        "audit", "samples/tickets.jsonl", "--standards", "standards", "--summary", "--reviews",
        "samples/reviews.jsonl", "--waivers", "samples/waivers.yaml",
      ], 1
    ),
    ("plan-size-help", ["plan", "size", "--help"], 0),
    ("plan-simulate-help", ["plan", "simulate", "--help"], 0),
    ("plan-simulate", simulated("text", replications: 20), 0),
    ("plan-simulate-promises", simulated("csv", replications: 5) + ["--table", "promises"], 0),
    ("plan-simulate-channels", simulated("csv", replications: 5) + ["--table", "channels"], 0),
    ("plan-simulate-repeats", simulated("text", replications: 5) + ["--repeats"], 0),
    (
      "plan-simulate-broken",
      [
        "plan", "simulate", "--demand", "samples/demand-week.csv", "--workload",
        "Tests/PlanningTests/Broken/workload-many-faults.yaml", "--team",
        "Tests/PlanningTests/Broken/team-break-outside.yaml",
      ], 65
    ),
    ("plan-schema-help", ["plan", "schema", "--help"], 0),
    ("standards-check", ["standards", "check", "standards"], 0),
    ("standards-check-json", ["standards", "check", "standards", "--format", "json"], 0),
    ("standards-check-broken", ["standards", "check", broken("key-unknown")], 1),
    (
      "standards-check-broken-json",
      ["standards", "check", broken("after-accents-and-emoji"), "--format", "json"], 1
    ),
    ("standards-check-nowhere", ["standards", "check", "no-such-folder"], 66),
    ("standards-test-help", ["standards", "test", "--help"], 0),
    ("standards-test", ["standards", "test", "standards"], 0),
    ("standards-test-shop", ["standards", "test", "samples/shop-standards"], 0),
    (
      "standards-test-shop-json",
      ["standards", "test", "samples/shop-standards", "--format", "json"], 0
    ),
    ("standards-test-failing", ["standards", "test", golden("examples-failing")], 1),
    (
      "standards-test-failing-json",
      ["standards", "test", golden("examples-failing"), "--format", "json"], 1
    ),
    ("standards-check-shop", ["standards", "check", "samples/shop-standards"], 0),
    (
      "standards-check-shop-json",
      ["standards", "check", "samples/shop-standards", "--format", "json"], 0
    ),
    ("standards-check-advised", ["standards", "check", advised("share-all-mail")], 0),
    ("standards-diff-help", ["standards", "diff", "--help"], 0),
    ("standards-diff", ["standards", "diff", golden("diff-before"), golden("diff-after")], 0),
    (
      "standards-diff-weaker",
      ["standards", "diff", golden("diff-after"), golden("diff-before"), "--no-weaker"], 1
    ),
    (
      "standards-diff-json",
      ["standards", "diff", golden("diff-before"), golden("diff-after"), "--format", "json"], 0
    ),
    ("standards-diff-same", ["standards", "diff", "standards", "standards", "--no-weaker"], 0),
    (
      "standards-diff-trades", ["standards", "diff", "standards", "samples/shop-standards"], 0
    ),
    ("standards-explain-help", ["standards", "explain", "--help"], 0),
    ("standards-explain", ["standards", "explain", "mail-quarter"], 0),
    (
      "standards-explain-json",
      ["standards", "explain", "urgent-mail", "--format", "json"], 0
    ),
    (
      "standards-explain-shop-json",
      [
        "standards", "explain", "no-vague-promise", "--standards", "samples/shop-standards",
        "--language", "cs", "--format", "json",
      ], 0
    ),
    (
      "standards-explain-shop",
      [
        "standards", "explain", "no-vague-promise", "--standards", "samples/shop-standards",
        "--language", "cs",
      ], 0
    ),
    ("standards-explain-unknown", ["standards", "explain", "mail-quater"], 66),
    ("standards-why-help", ["standards", "why", "--help"], 0),
    ("standards-why", ["standards", "why", "--channel", "email", "--priority", "high"], 0),
    ("standards-why-unknown", ["standards", "why", "--channel", "email"], 0),
    (
      "standards-why-shop",
      [
        "standards", "why", "--standards", "samples/shop-standards", "--channel", "email",
        "--topic", "parcel", "--stage", "first-reply", "--language", "pl", "--at", "2026-12-01",
      ], 0
    ),
    (
      "standards-why-json",
      ["standards", "why", "--channel", "email", "--format", "json"], 0
    ),
    (
      "standards-why-shop-json",
      [
        "standards", "why", "--standards", "samples/shop-standards", "--channel", "email",
        "--topic", "parcel", "--priority", "high", "--segment", "firm", "--stage", "first-reply",
        "--language", "pl", "--at", "2026-12-01", "--format", "json",
      ], 0
    ),
    ("standards-why-no-channel", ["standards", "why", "--channel", "emial"], 65),
    ("standards-why-no-date", ["standards", "why", "--at", "1. 12."], 64),
    ("standards-schema-help", ["standards", "schema", "--help"], 0),
    ("standards-schema-no-format", ["standards", "schema", "--format", "yaml"], 64),
    ("standards-init-help", ["standards", "init", "--help"], 0),
    (
      "standards-init-there",
      ["standards", "init", "samples/shop-standards", "--template", "shop"], 73
    ),
    (
      "standards-init-no-language",
      ["standards", "init", "nowhere", "--template", "minimal", "--language", "de"], 64
    ),
    (
      "standards-init-several",
      ["standards", "init", "nowhere", "--template", "minimal", "--language", "pl,en"], 64
    ),
    (
      "standards-init-shop-no-language",
      ["standards", "init", "nowhere", "--template", "shop", "--language", "pl,"], 64
    ),
    (
      "audit-promises",
      [
        "audit", golden("weeks", "jsonl"), "--standards", golden("weeks"), "--summary", "--as-of",
        "2026-04-18T10:13:00+02:00", "--by", "channel,team",
      ], 1
    ),
    ("audit-by-unknown", ["audit", "samples/tickets.jsonl", "--by", "week,agent"], 64),
    ("audit-text", ["audit", "samples/tickets.jsonl"], 1),
    ("audit-undecided", ["audit", "samples/tickets.jsonl", "--show", "undecided"], 1),
    (
      "audit-against",
      [
        "audit", "samples/tickets.jsonl", "--standards", "standards", "--against",
        "samples/shop-standards", "--summary",
      ], 0
    ),
    ("audit-summary", ["audit", "samples/tickets.jsonl", "--summary"], 1),
    ("audit-scores", ["audit", "scores", "samples/tickets.jsonl"], 0),
    (
      "audit-scores-json",
      [
        "audit", "scores", "samples/tickets.jsonl", "--format", "json", "--redact",
        "--redact-key", "golden",
      ], 0
    ),
    ("audit-scorecard", ["audit", "scorecard", "samples/tickets.jsonl"], 0),
    (
      "audit-scorecard-json",
      [
        "audit", "scorecard", "samples/tickets.jsonl", "--format", "json", "--not-applicable",
        "pass",
        "--auto-fail", "keep",
      ], 0
    ),
    (
      "audit-findings",
      ["audit", "samples/tickets.jsonl", "--findings", "--show", "undecided"], 1
    ),
    ("audit-json", ["audit", "samples/tickets.jsonl", "--format", "json"], 1),
    ("audit-jsonl", ["audit", "samples/tickets.jsonl", "--format", "jsonl"], 1),
    ("audit-csv", ["audit", golden("audit-few", "jsonl"), "--format", "csv"], 1),
    ("audit-sarif", ["audit", golden("audit-few", "jsonl"), "--format", "sarif"], 1),
    ("audit-html", ["audit", golden("audit-few", "jsonl"), "--format", "html"], 1),
    ("audit-junit", ["audit", golden("audit-few", "jsonl"), "--format", "junit"], 1),
    ("audit-observe", ["audit", "observe", "samples/tickets.jsonl"], 0),
    ("audit-nowhere", ["audit", "no-such-file.jsonl"], 66),
    (
      "audit-broken-catalogue",
      ["audit", "samples/tickets.jsonl", "--standards", broken("key-unknown")], 65
    ),
    ("plan-size-text", sized("text"), 0),
    ("plan-size-csv", sized("csv"), 0),
    ("plan-size-without-handling", ["plan", "size", "samples/demand-week.csv"], 65),
    ("plan-size-nowhere", ["plan", "size", "no-such-file.csv"], 66),
    ("wrong-usage", ["plan", "size"], 64),
    ("clock-help", ["clock", "--help"], 0),
    ("clock-between-help", ["clock", "between", "--help"], 0),
    ("clock-between", ["clock", "between", "2026-04-30 16:00", "2026-05-04 09:00"], 0),
    ("clock-between-night", ["clock", "between"] + springWeekend, 0),
    ("clock-between-json", ["clock", "between"] + springWeekend + ["--format", "json"], 0),
    (
      "clock-between-backwards",
      ["clock", "between", "2026-05-04 09:00", "2026-04-30 16:00", "--calendar", "desk"], 64
    ),
    ("clock-add-help", ["clock", "add", "--help"], 0),
    ("clock-add", ["clock", "add", "2026-12-23 16:00", "8h"], 0),
    ("clock-add-json", ["clock", "add", "2026-12-23T16:00Z", "2 days", "--format", "json"], 0),
    ("clock-add-unknown", ["clock", "add", "2026-12-23 16:00", "8h", "--calendar", "dsk"], 66),
    ("clock-calendar-help", ["clock", "calendar", "--help"], 0),
    ("clock-calendar", ["clock", "calendar", "desk", "--week", "2026-05-01"], 0),
    ("clock-calendar-change", ["clock", "calendar", "--week", "2026-03-29"] + everything, 0),
    (
      "clock-calendar-json",
      ["clock", "calendar", "--week", "2026-03-29", "--format", "json"] + everything, 0
    ),
    ("clock-ticket-help", ["clock", "ticket", "--help"], 0),
    ("clock-ticket", ["clock", "ticket", "samples/tickets.jsonl", "ML-2606"], 0),
    (
      "clock-ticket-json",
      ["clock", "ticket", "samples/tickets.jsonl", "ML-2606", "--format", "json"], 0
    ),
    ("clock-ticket-unknown", ["clock", "ticket", "samples/tickets.jsonl", "ML-260"], 66),
    ("clock-batch-help", ["clock", "batch", "--help"], 0),
    ("clock-batch", ["clock", "batch", "Tests/CommandTests/Golden/clock-questions.jsonl"], 65),
  ]

  /// The night shifts of a weekend on which an hour is missing.
  private static let springWeekend = [
    "2026-03-28T12:00:00+01:00", "2026-03-30T12:00:00+02:00", "--time-zone", "Europe/Warsaw",
    "--open", "mon-sun 22:00-06:00",
  ]

  /// Every option that makes up a calendar.
  private static let everything = [
    "--time-zone", "Europe/Warsaw", "--open", "mon-fri 22:00-06:00", "--open", "sun 01:00-03:30",
    "--also-open", "2026-03-28 10:00-12:00", "--holidays", "PL", "--closed", "2026-03-25",
  ]

  private static func broken(_ name: String) -> String {
    "Tests/StandardsTests/Broken/\(name).yaml"
  }

  private static func advised(_ name: String) -> String {
    "Tests/StandardsTests/Advised/\(name).yaml"
  }

  private static func golden(_ name: String, _ format: String = "yaml") -> String {
    "Tests/CommandTests/Golden/\(name).\(format)"
  }

  private static func simulated(_ format: String, replications: Int) -> [String] {
    [
      "plan", "simulate", "--demand", "samples/demand-week.csv", "--workload",
      "samples/workload.yaml", "--team", "samples/team.yaml", "--standards", "standards",
      "--replications", "\(replications)", "--format", format,
    ]
  }

  private static func sized(_ format: String) -> [String] {
    [
      "plan", "size", "samples/demand-week.csv", "--standards", "standards", "--workload",
      "samples/workload.yaml", "--format", format,
    ]
  }

  @Test(arguments: runs.indices)
  func `a command prints what is recorded`(index: Int) throws {
    let (name, arguments, status) = Self.runs[index]
    let result = try Tool.run(arguments)
    #expect(result.status == status, "\(result.errors)")
    let printed =
      result.errors.isEmpty ? result.output : result.output + "--- stderr\n" + result.errors
    let golden = Tool.root.appending(path: "Tests/CommandTests/Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(printed.utf8).write(to: golden)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(printed == expected)
  }

  @Test func `findings are lines of JSON Lines when asked for, and the same as in JSON`() throws {
    let plain = try Tool.run(["audit", "samples/tickets.jsonl", "--format", "jsonl"]).output
    let lines = try Tool.run(["audit", "samples/tickets.jsonl", "--format", "jsonl", "--findings"])
      .output
    let found = lines.split(separator: "\n").filter { $0.contains("\"finding\":") }
    #expect(!found.isEmpty)
    #expect(!plain.contains("\"finding\":"))
    #expect(
      lines.split(separator: "\n").filter { !$0.contains("\"finding\":") }
        == plain.split(separator: "\n"))
    let json = try Tool.run(["audit", "samples/tickets.jsonl", "--format", "json"]).output
    #expect(json.contains("],\"findings\":[\(found.joined(separator: ","))],\"summary\":"))
  }

  @Test func `two runs print the same bytes`() throws {
    let arguments = ["audit", "samples/tickets.jsonl", "--format", "json"]
    #expect(try Tool.run(arguments).output == Tool.run(arguments).output)
  }

  @Test func `another seed draws other days`() throws {
    func outlook(_ seed: String) throws -> String? {
      let arguments = [
        "audit", Self.golden("weeks", "jsonl"), "--standards", Self.golden("weeks"), "--summary",
      ]
      return try Tool.run(arguments + ["--seed", seed]).output.split(separator: "\n")
        .first { $0.contains("outlook") }.map(String.init)
    }
    let first = try #require(try outlook("1"))
    #expect(first.hasSuffix("seed 1)"))
    let drawn = try Set((1...4).map { try #require(try outlook("\($0)")).prefix(14) })
    #expect(drawn.count > 1)
  }

  @Test func `the page about promises shows what is printed`() throws {
    let page = try String(
      contentsOf: Tool.root.appending(path: "docs/promises.md"), encoding: .utf8)
    let golden = try String(
      contentsOf: Tool.root.appending(path: "Tests/CommandTests/Golden/audit-promises.txt"),
      encoding: .utf8)
    let block = try #require(page.split(separator: "```\n", maxSplits: 2).dropFirst().first)
    let shown = try #require(block.split(separator: "…\n").dropFirst().first)
    #expect(shown.hasPrefix("mail-quarter: "))
    #expect(golden.contains(shown))
  }

  @Test(arguments: [
    ["hosting"], ["shop"], ["minimal"], ["minimal", "--language", "pl"],
    ["minimal", "--language", "cs"], ["hosting", "--language", "pl"],
    ["hosting", "--language", "cs", "--language", "en"], ["shop", "--language", "cs"],
    ["shop", "--language", "en,pl"],
  ])
  func `a catalogue to start with passes check and test`(template: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "new/standards").path
    let made = try Tool.run(["standards", "init", path, "--template"] + template)
    #expect(made.status == 0, "\(made.errors)")
    let check = try Tool.run(["standards", "check", path])
    #expect(check.status == 0 && check.output.contains("no problems"), "\(check.output)")
    if let chosen = template.dropFirst().last {
      let wanted = template.contains("en,pl") ? "pl, en" : chosen
      #expect(check.output.contains(" phrases in ") && check.output.contains("\(wanted);"))
    }
    let test = try Tool.run(["standards", "test", path])
    #expect(test.status == 0 && test.output.contains("all as expected"), "\(test.output)")
    #expect(!test.output.contains("note:"), "\(test.output)")
  }

  @Test func `what is there already is not written over unless told to`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "replies.yaml")
    try Data("mine".utf8).write(to: file)
    let refused = try Tool.run(["standards", "init", folder.path + "/", "--template", "shop"])
    #expect(refused.status == 73)
    #expect(refused.errors.contains(file.path))
    #expect(try Data(contentsOf: file) == Data("mine".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["replies.yaml"])
    let forced = try Tool.run(
      ["standards", "init", folder.path, "--template", "shop", "--force"])
    #expect(forced.status == 0)
    let shipped = try String(
      contentsOf: Tool.root.appending(path: "samples/shop-standards/replies.yaml"), encoding: .utf8)
    let expected = shipped.replacing(
      "../../docs/catalogue.schema.json", with: "catalogue.schema.json")
    #expect(expected != shipped)
    #expect(try String(contentsOf: file, encoding: .utf8) == expected)
  }

  @Test func `the tutorial's ten standards pass check and test as they stand`() throws {
    let page = try String(
      contentsOf: Tool.root.appending(path: "docs/tutorial.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (index, block) in blocks.enumerated() {
      try Data(block.utf8).write(to: folder.appending(path: "\(10 + index).yaml"))
    }
    let check = try Tool.run(["standards", "check", folder.path])
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output.contains("10 standards") && check.output.contains("no problems"))
    let test = try Tool.run(["standards", "test", folder.path])
    #expect(test.status == 0 && test.output.contains("all as expected"), "\(test.output)")
  }

  @Test func `the schema is printed, or written beside a new catalogue`() throws {
    let shipped = try String(
      contentsOf: Tool.root.appending(path: "docs/catalogue.schema.json"), encoding: .utf8)
    #expect(try Tool.run(["standards", "schema"]).output == shipped)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try Tool.run(["standards", "init", folder.path])
    #expect(made.output.contains("catalogue.schema.json"))
    let file = folder.appending(path: "catalogue.schema.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == shipped)
    try Data().write(to: file)
    let written = try Tool.run(["standards", "schema", "--output", file.path])
    #expect(written.status == 0 && written.output.isEmpty)
    #expect(try String(contentsOf: file, encoding: .utf8) == shipped)
    let start = try String(
      contentsOf: folder.appending(path: "catalogue.yaml"), encoding: .utf8)
    #expect(start.hasPrefix("# yaml-language-server: $schema=catalogue.schema.json\n"))
    let page = try String(
      contentsOf: Tool.root.appending(path: "docs/catalogue.md"), encoding: .utf8)
    let reference = try Tool.run(["standards", "schema", "--format", "markdown"])
    #expect(reference.status == 0 && page.contains(reference.output))
  }

  @Test func `what is written for one language is as recorded`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try Tool.run(
      ["standards", "init", folder.path, "--template", "shop", "--language", "cs"])
    var text = made.output.replacing(folder.path, with: "FOLDER")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".yaml") {
      text += "\n==> \(name)\n"
      text += try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    let golden = Tool.root.appending(path: "Tests/CommandTests/Golden/standards-init-shop-cs.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: golden)
    }
    #expect(try text == String(contentsOf: golden, encoding: .utf8))
  }

  private func body(of file: URL) throws -> [Substring] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("# yaml-language-server:") }
  }

  @Test func `what is written for all languages is what we ship`() throws {
    for (template, shipped) in [("hosting", "standards"), ("shop", "samples/shop-standards")] {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: folder) }
      let made = try Tool.run(["standards", "init", folder.path, "--template", template])
      #expect(made.status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0 != "catalogue.schema.json" }
      let count = template == "hosting" ? 7 : 5
      #expect(names.count == count && made.output.split(separator: "\n").count == count + 2)
      for name in names {
        // Only the line that leads an editor to the schema differs.
        let ours = Tool.root.appending(path: "\(shipped)/\(name)")
        #expect(
          try body(of: folder.appending(path: name)) == body(of: ours), "\(template): \(name)")
      }
    }
  }

  @Test func `a folder that cannot be made is said so`() throws {
    let result = try Tool.run(["standards", "init", "README.md/standards"])
    #expect(result.status == 73)
    #expect(result.errors.contains("README.md/standards"))
  }

  @Test func `a bad line is named and the rest is judged`() throws {
    let good = try String(
      contentsOf: Tool.root.appending(path: "samples/tickets.jsonl"), encoding: .utf8
    )
    .split(separator: "\n").prefix(2).joined(separator: "\n")
    let result = try Tool.run(
      ["audit", "-", "--format", "jsonl"], input: "{\"id\": \"T\n" + good + "\n")
    #expect(result.errors.contains("-:1"))
    #expect(result.output.split(separator: "\n").count > 2)
    let strict = try Tool.run(
      ["audit", "-", "--strict", "--format", "jsonl"], input: "{\"id\": \"T\n" + good + "\n")
    #expect(strict.status == 65)
    #expect(strict.output.isEmpty)
  }

  @Test func `lines that all fail are no success`() throws {
    #expect(try Tool.run(["audit", "-"], input: "nonsense\n").status == 65)
    #expect(try Tool.run(["audit", "observe", "-"], input: "nonsense\n").status == 65)
  }

  @Test(arguments: ["nan", "inf", "-1", "1e30", "99999999999999999999"])
  func `hostile numbers are wrong usage, not a crash`(number: String) throws {
    let load = try Tool.run(["queue", "erlang-c", "--load", number, "--agents", "5"])
    #expect([64, 65].contains(load.status))
    let agents = try Tool.run(["queue", "erlang-b", "--load", "5", "--agents", number])
    #expect([64, 65].contains(agents.status))
    let interval = try Tool.run(
      ["plan", "size", "samples/demand-week.csv", "--interval", number])
    #expect([64, 65].contains(interval.status))
  }

  @Test func `a command that fails leaves the old result, and does not write over its own input`()
    throws
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jsonl")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("old".utf8).write(to: file)
    #expect(try Tool.run(["audit", "no-such-file", "--output", file.path]).status == 66)
    #expect(try String(contentsOf: file, encoding: .utf8) == "old")
    let tickets = try Data(contentsOf: Tool.root.appending(path: "samples/tickets.jsonl"))
    try tickets.write(to: file)
    let result = try Tool.run(["audit", file.path, "--format", "jsonl", "--output", file.path])
    #expect(result.status == 64)
    #expect(try Data(contentsOf: file) == tickets)
  }

  @Test func `a strict run that stops ends its JSON`() throws {
    let result = try Tool.run(["audit", "-", "--strict", "--format", "json"], input: "nonsense\n")
    #expect(result.status == 65)
    #expect(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) is [String: Any])
  }

  @Test func `a result that cannot be written is said so`() throws {
    let result = try Tool.run(
      ["audit", "samples/tickets.jsonl", "--output", "no-such-folder/verdicts.txt"])
    #expect(result.status == 73)
    #expect(result.errors.contains("no-such-folder/verdicts.txt"))
  }
}
