import ArgumentParser
import Conformance

/// How the promises of a share are shown.
struct PromiseOptions: ParsableArguments {
  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "Tables of the promises by channel, topic, team, priority or week (text); several with commas.",
      valueName: "what"),
    transform: Self.dimensions)
  var dimensions: [CensusDimension] = []

  @Option(
    parsing: .unconditional,
    help: "A whole number that chooses the days which outlooks draw, and samples.")
  var seed: UInt64 = 1

  private static func dimensions(_ written: String) throws -> [CensusDimension] {
    var all: [CensusDimension] = []
    for name in written.split(separator: ",") {
      guard let dimension = CensusDimension(rawValue: String(name)) else {
        let known = CensusDimension.allCases.map { $0.rawValue }.joined(separator: ", ")
        let elsewhere =
          switch name {
          case "agent": "; 'kwadrans audit scores' compares agents"
          case "standard": "; every standard has a line of its own in any case"
          default: ""
          }
        throw ValidationError("'\(name)' is none of \(known)\(elsewhere)")
      }
      if !all.contains(dimension) { all.append(dimension) }
    }
    return all
  }
}
