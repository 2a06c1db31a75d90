import Foundation
import Testing

/// What `plan simulate` does with its options.
struct PlanSimulateTests {
  private static let files = [
    "--demand", "samples/demand-week.csv", "--workload", "samples/workload.yaml", "--team",
    "samples/team.yaml",
  ]

  private func simulate(_ arguments: [String]) throws -> Tool.Result {
    try Tool.run(["plan", "simulate"] + Self.files + arguments)
  }

  @Test func `the same bytes come out on any number of cores, and for one seed`() throws {
    let base = ["--replications", "6", "--format", "json"]
    let one = try simulate(base + ["--cores", "1"])
    #expect(one.status == 0 && one.errors == "")
    #expect(try simulate(base + ["--cores", "3"]) == one)
    #expect(try simulate(base + ["--cores", "1", "--seed", "2"]).output != one.output)
    #expect(one.output.contains(#""seed":1,"replications":6,"confidence":0.95"#))
  }

  @Test func `a precision is reached`() throws {
    let result = try simulate(["--until", "±3pp"])
    #expect(result.status == 0)
    #expect(result.output.contains(" replications, seed 1;"))
  }

  @Test(arguments: [
    ["--replications", "0"], ["--replications", "1e9"], ["--replications", "nan"],
    ["--replications", "-1"], ["--replications", "99999999999999999999"], ["--until", "nanpp"],
    ["--until", "infpp"], ["--until", "-1pp"], ["--until", "0.5"], ["--until", "1e30pp"],
    ["--seed", "-1"], ["--seed", "1.5"], ["--seed", "99999999999999999999"], ["--cores", "0"],
    ["--table", "intervals"], ["--table", "people", "--format", "csv"], ["--format", "xml"],
    ["--until", "1pp", "--replications", "5"], ["--interval", "0 min"],
  ])
  func `wrong usage is refused (64)`(options: [String]) throws {
    let result = try simulate(options)
    #expect(result.status == 64 && result.output == "", "\(result.errors)")
  }

  @Test(arguments: ["--demand", "--workload", "--team", "--standards"])
  func `a file that is not there is named (66)`(option: String) throws {
    let result = try simulate([option, "nowhere.yaml"])
    #expect(result.status == 66 && result.output == "")
    #expect(result.errors.contains("nowhere.yaml"))
  }
}
