import Foundation

extension Benchmark {
  /// The sample's week, larger, with every cause, as a planner would simulate it.
  static let simulatedWeek = Benchmark(
    "simulated week", "5,300 contacts, 36 people, all causes, 1,000 replications"
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (demand, team) = (folder.appending(path: "d.csv"), folder.appending(path: "t.yaml"))
    guard let week = try? String(contentsOfFile: "samples/demand-week.csv", encoding: .utf8),
      let people = try? String(contentsOfFile: "samples/team.yaml", encoding: .utf8)
    else { throw BenchmarkSkipped(reason: "there is no samples/ here") }
    try Data(larger(week, by: 5300 / 2050).utf8).write(to: demand)
    let crowd = people.replacing("{skills:", with: "{count: 3, skills:")
      .replacing("breaks-apart: 30 min", with: "breaks-apart: 10 min")
    try Data(crowd.utf8).write(to: team)
    func run(cores: Int) throws -> ToolRun {
      try ToolRun([
        "plan", "simulate", "--demand", demand.path, "--team", team.path, "--workload",
        "samples/workload.yaml", "--replications", "1000", "--cores", "\(cores)",
      ])
    }
    let one = try (0..<3).map { _ in try run(cores: 1) }
    let two = try (0..<3).map { _ in try run(cores: 2) }
    return [
      Row("one core, CPU", Timing(one.map(\.cpu)), goal: 8),
      Row("two cores, by the clock", Timing(two.map(\.wall)), goal: 4),
    ]
  }

  /// A demand whose contacts are so many times as many.
  private static func larger(_ table: String, by factor: Double) -> String {
    let lines = table.split(separator: "\n")
    return lines.enumerated().map { number, line in
      guard number > 0, let comma = line.lastIndex(of: ","),
        let contacts = Double(line[line.index(after: comma)...])
      else { return "\(line)\n" }
      return "\(line[...comma])\(contacts * factor)\n"
    }.joined()
  }
}
