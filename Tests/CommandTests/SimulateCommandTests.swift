import Foundation
import Testing

/// What `kwadrans simulate` prints, kept in `Golden/`; `RECORD=1 swift test` writes the files anew.
struct SimulateCommandTests {
  /// A file's name after `simulate-`, the command, and how it ends.
  static let runs: [(String, String, Int32)] = [
    ("queue-help", "simulate queue --help", 0),
    (
      "queue",
      "simulate queue --arrivals 90/h --handling 4min --agents 9 --target 80%/20s "
        + "--customers 40000", 0
    ),
    (
      "queue-json",
      "simulate queue --arrivals 90/h --handling 4min,lognormal,p90=8min --agents 6 "
        + "--patience 2min,gamma,cv=1.5 --target 80%/20s --customers 20000 --seed 7 --format json",
      0
    ),
    (
      "queue-priority",
      "simulate queue --arrivals 90/h --handling 4min --agents 8 --priority 20%,80% "
        + "--target 80%/20s --customers 20000", 0
    ),
    (
      "queue-return-json",
      "simulate queue --arrivals 30/h --handling 4min --agents 6 --return 60%,after=2h "
        + "--target 80%/20s --customers 20000 --format json", 0
    ),
    (
      "queue-both",
      "simulate queue --arrivals 30/h --handling 4min,fixed --agents 3 --priority 0.5,0.5 "
        + "--return 0.3,after=1h,lognormal,cv=2 --patience 3min --customers 5000", 0
    ),
    (
      "queue-patient",
      "simulate queue --arrivals 90/h --handling 4min --agents 6 "
        + "--patience 2min,lognormal,cv=1 --target 80%/20s --customers 40000", 0
    ),
    (
      "queue-approximate",
      "simulate queue --arrivals 90/h --handling 4min,lognormal,cv=2 --agents 8 "
        + "--target 80%/20s --customers 20000", 0
    ),
    (
      "queue-fixed",
      "simulate queue --arrivals 90/h --handling 4min,fixed --agents 8 --customers 20000", 0
    ),
    (
      "queue-one",
      "simulate queue --arrivals 9/h --handling 4min,gamma,cv=1.5 --agents 1 "
        + "--customers 20000", 0
    ),
    (
      "queue-return-unstable",
      "simulate queue --arrivals 30/h --handling 4min --agents 5 "
        + "--return 60%,after=2h", 65
    ),
    ("queue-unstable", "simulate queue --arrivals 90/h --handling 4min --agents 6", 65),
    (
      "queue-unreadable",
      "simulate queue --arrivals 90/h --handling 4min,lognormal,p90=20min --agents 6", 64
    ),
  ]

  @Test(arguments: runs)
  func `a simulation prints what is kept for it`(name: String, line: String, status: Int32) throws {
    let result = try Tool.run(line: line)
    #expect(result.status == status, "\(result.errors)")
    let printed =
      result.errors.isEmpty ? result.output : result.output + "--- stderr\n" + result.errors
    let golden = Tool.root.appending(path: "Tests/CommandTests/Golden/simulate-\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(printed.utf8).write(to: golden)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == printed)
  }

  @Test func `every key of JSON is documented`() throws {
    let page = try String(
      contentsOf: Tool.root.appending(path: "docs/queueing.md"), encoding: .utf8)
    let part = try #require(page.firstRange(of: "## By simulation")).lowerBound
    for options in ["--patience 3min", "--priority 20%,80%"] {
      let line =
        "simulate queue --arrivals 9/h --handling 4min --agents 2 --target 80%/20s "
        + "--customers 1000 --format json " + options
      let output = try Tool.run(line: line).output
      let keys = output.matches(of: /"([a-z0-9_]+)":/).map { String($0.1) }
      #expect(keys.count > 20)
      for key in Set(keys) {
        let name = ["value", "low", "high", "exact"].contains(key) ? "\"\(key)\"" : "`\(key)`"
        #expect(page[part...].contains(name), "\(key)")
      }
    }
  }

  @Test(arguments: [
    ("4min,gamma,cv=50%", "4min,gamma,cv=0.5"), ("4min,lognormal,cv=120%", "4min,lognormal,cv=1.2"),
  ])
  func `a variation may be a percentage, as in a workload`(percentage: String, share: String) throws
  {
    func output(_ handling: String) throws -> String {
      let result = try Tool.run(
        line: "simulate queue --arrivals 9/h --agents 2 --customers 1000 --handling \(handling)")
      #expect(result.status == 0, "\(result.errors)")
      return result.output
    }
    #expect(try output(percentage) == output(share))
  }

  @Test(arguments: [
    ("4min,weibull,p90=8min", "weibull times are made of a mean and cv, such as weibull,cv=0.5"),
    ("4min,p90=8min", "write the kind before it, such as lognormal,p90=8min"),
    ("4min,cv=0.5", "write the kind before it, such as lognormal,cv=0.5"),
  ])
  func `a time that cannot be made says what would be right`(handling: String, advice: String)
    throws
  {
    let result = try Tool.run(
      line: "simulate queue --arrivals 9/h --agents 2 --handling \(handling)")
    #expect(result.status == 64)
    #expect(result.errors.contains(advice), "\(result.errors)")
  }

  @Test(arguments: [
    "--arrivals -3/min", "--handling -1min", "--patience -1min", "--return -1,after=2h",
    "--priority -20%,120%", "--customers -10", "--until -1pp", "--target -80%/20s",
    "--handling nan", "--handling 4min,normal", "--handling 4min,gamma",
    "--handling 4min,fixed,cv=1",
    "--handling 4min,gamma,cv=1,2", "--handling ,", "--patience 0s", "--customers 5",
    "--customers 99999999999999999999", "--agents -1", "--agents 0", "--until 3", "--until 0pp",
    "--until 1pp", "--seed -1", "--target 80%", "--priority 20%,70%", "--priority ,",
    "--priority 0,1",
    "--priority 1e-3,0.999", "--return 0.3", "--return 1,after=2h", "--return 0.995,after=2h",
    "--return 0.3,after=0s,gamma", "--return 0.3,after", "--return 0.3,before=2h",
  ])
  func `hostile numbers are wrong usage`(option: String) throws {
    let name = option.split(separator: " ")[0]
    let given = ["--arrivals 90/h", "--handling 4min", "--agents 9"].filter { !$0.hasPrefix(name) }
    let line = "simulate queue " + given.joined(separator: " ") + " " + option
    let result = try Tool.run(line: line)
    #expect(result.status == 64)
    #expect(!result.errors.contains("Missing value"), "\(result.errors)")
  }
}
