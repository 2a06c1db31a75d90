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

  @Test(arguments: [
    "--handling nan", "--handling 4min,normal", "--handling 4min,gamma",
    "--handling 4min,fixed,cv=1",
    "--handling 4min,gamma,cv=1,2", "--handling ,", "--patience 0s", "--customers 5",
    "--customers 99999999999999999999", "--agents -1", "--agents 0", "--until 3", "--until 0pp",
    "--until 1pp", "--seed -1", "--target 80%",
  ])
  func `hostile numbers are wrong usage`(option: String) throws {
    let name = option.split(separator: " ")[0]
    let given = ["--arrivals 90/h", "--handling 4min", "--agents 9"].filter { !$0.hasPrefix(name) }
    let line = "simulate queue " + given.joined(separator: " ") + " " + option
    #expect(try Tool.run(line: line).status == 64)
  }
}
