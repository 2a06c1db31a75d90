import Foundation
import Simulation

/// A listed figure of a case, with what was found.
struct ValidationRow: Sendable {
  let model: String
  let setting: String
  let figure: String
  let exact: Double
  let estimate: Estimate
  /// How many seeds' 95% intervals hold the exact value.
  let held: Int

  var holds: Bool { estimate.contains(exact) }
  /// The difference and the ends of its interval, as shares of the exact value.
  var off: Double { estimate.mean / exact - 1 }
  var low: Double { estimate.low / exact - 1 }
  var high: Double { estimate.high / exact - 1 }
}

/// `make validate`: the simulators against theory. Writes docs/validation.md and its pictures.
enum Validation {
  /// Replications of the run at the fixed seed, one for each case lest all have the same luck, and of each of many seeds.
  static let replications = 200
  static let replicationsEach = 10
  static let seeds: Range<UInt64> = 1001..<1301

  /// Runs all.
  ///
  /// - Parameter folder: Where docs are.
  static func run(into folder: URL, date: String) throws {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let begin = ContinuousClock().now
    let cases = try ValidationCase.steady() + [ValidationCase.swing(), ValidationCase.day()]
    var rows: [ValidationRow] = []
    var courses: [[Estimate]] = []
    for (number, one) in cases.enumerated() {
      let found = one.estimates(
        seed: UInt64(number + 1), replications: replications, confidence: 0.99, cores: cores)
      let held = one.held(seeds: seeds, replications: replicationsEach, cores: cores)
      courses.append(found)
      for (place, figure) in one.figures.enumerated() where figure.isListed {
        rows.append(
          ValidationRow(
            model: one.name, setting: one.setting, figure: figure.name, exact: figure.exact,
            estimate: found[place], held: held[place]))
      }
      for row in rows where row.model == one.name { print(ValidationPage.line(row)) }
    }
    let chats = try ValidationCase.chats(agents: 10)
    let many = zip(
      chats.figures,
      chats.estimates(seed: 1, replications: replications, confidence: 0.99, cores: cores)
    ).map {
      ValidationRow(
        model: chats.name, setting: chats.setting, figure: $0.name, exact: $0.exact, estimate: $1,
        held: 0)
    }
    let pictures = folder.appending(path: "validation")
    try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try write(ValidationCharts.differences(rows), "validation/differences.svg")
    try write(
      ValidationCharts.coverage(rows, seeds: seeds.count), "validation/coverage.svg")
    let (swing, day) = (cases.count - 2, cases.count - 1)
    try write(
      ValidationCharts.course(
        title: "Cases that come back: the simulated load follows the exact one from an empty desk",
        axis: "busy agents", exact: cases[swing].figures.map(\.exact), found: courses[swing],
        isShare: false), "validation/erlang-r.svg")
    try write(
      ValidationCharts.course(
        title: "A changing day: as many have to wait as theory says, hour by hour",
        axis: "share who have to wait", exact: cases[day].figures.prefix(12).map(\.exact),
        found: Array(courses[day].prefix(12)), isShare: true), "validation/day.svg")
    let seconds = (ContinuousClock().now - begin).components.seconds
    try write(
      ValidationPage.text(rows, many, seconds: Int(seconds), cores: cores, date: date),
      "validation.md")
    print(ValidationPage.summary(rows))
  }
}
