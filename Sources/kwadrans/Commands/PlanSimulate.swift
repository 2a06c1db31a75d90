import ArgumentParser
import Conformance
import Diagnostics
import Planning
import Reports
import ServiceTime
import Simulation
import Standards

/// `kwadrans plan simulate`: which promises a team keeps.
struct PlanSimulate: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate a desk, and say which promises its team keeps.",
    discussion: """
      Replays the demand with this team many times, each time with other luck: busy days and
      incidents, customers who are asked back, give up, call again or come back, second line,
      transfers, several chats at once, breaks, absence, interruptions, hand-over at the end of a
      shift. Each promise of the catalogue is measured by its own clock on its own hours: first and
      next responses, pick-up, resolution. What cannot be simulated is said.

      The run begins with an empty desk (or waiting-at-start of the workload); with --repeats the same
      week came once before, and it is said where more is open at the end than at the begin, so that
      once was not enough. The same seed gives the same figures on any number of cores. Ctrl-C ends it with
      what is known by then. See docs/simulate.md, docs/workload.md and docs/team.md.

      EXAMPLE: kwadrans plan simulate --demand samples/demand-week.csv --workload \\
        samples/workload.yaml --team samples/team.yaml --standards standards --replications 200
      """
  )

  @Option(
    name: .customLong("demand"),
    help: ArgumentHelp(
      "The demand as CSV, - reads standard input; or tickets (.jsonl), whose first contacts are replayed.",
      valueName: "file"))
  var demandFile: String

  @Option(
    name: .customLong("workload"),
    help: ArgumentHelp("What a contact takes, and what becomes of it, as YAML.", valueName: "file"))
  var workloadFile: String

  @Option(
    name: .customLong("team"),
    help: ArgumentHelp("Who is there, and by which rules, as YAML.", valueName: "file"))
  var teamFile: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How often to simulate; 400 if left out.", valueName: "number"))
  var replications: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Go on until the share kept of each promise is known so well, such as ±0.5pp.",
      valueName: "precision"),
    transform: WrittenPrecision.init)
  var until: WrittenPrecision?

  @Option(parsing: .unconditional, help: "A whole number that chooses the luck.")
  var seed: UInt64 = 1

  @Flag(help: "The same demand came before: its leftovers wait at the start.")
  var repeats = false

  @Option(
    help: "The length of an interval, such as 15min; worked out from the rows if left out.",
    transform: IntervalLength.init)
  var interval: IntervalLength?

  @Option(help: "How to print it.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Which table (csv): intervals, promise-intervals, days, promise-days, promises or channels.",
      valueName: "table"))
  var table: SimulationCSV.Table?

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  @OptionGroup var cores: CoreOptions

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError(
        "--replications must be a number from 1 to 1000000, not \(replications)")
    }
    if replications != nil, until != nil {
      throw ValidationError("give --replications or --until, not both")
    }
    if table != nil, format != .csv { throw ValidationError("--table is for --format csv") }
  }

  func run() throws {
    let model = try model()
    let length: DeskSimulation.Length =
      if let until {
        .until(halfWidth: until.precision.halfWidth, atMost: 100_000)
      } else {
        .count(replications ?? 400)
      }
    let simulation = DeskSimulation(
      model, length, seed: seed,
      hasIntervals: format == .json
        || format == .csv && [.intervals, .promiseIntervals].contains(table ?? .intervals))
    Interruption.notice()
    let progress = Progress()
    let most = until == nil ? " of \(simulation.most)" : ""
    let result = simulation.run(
      cores: cores.wanted.count, isCancelled: { Interruption.isAsked },
      progress: { progress.show("simulated \($0)\(most) times") })
    progress.end()
    guard result.replications > 0 else {
      StandardError.print("stopped before the first replication was done")
      throw ExitStatus.interrupted
    }
    try write(result)
    guard Interruption.isAsked else { return }
    StandardError.print("stopped after \(result.replications) replications, as asked")
    throw ExitStatus.interrupted
  }

  private func write(_ result: SimulationResult) throws {
    var out = try Output(path: output)
    switch format {
    case .text: try out.write(SimulationText.render(result))
    case .csv: try out.write(SimulationCSV.render(table ?? .intervals, result))
    case .json:
      var json = JSONWriter()
      SimulationJSON.write(result, to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }

  /// Reads the files and makes the desk; reports everything that is wrong with them.
  private func model() throws -> DeskModel {
    let catalogue = try catalogue.load()
    var diagnostics = Diagnostics()
    let workload = WorkloadReader.read(
      try SourceText.named(workloadFile), names: KnownNames(catalogue), into: &diagnostics)
    let team = TeamReader.read(
      try SourceText.named(teamFile), catalogue: catalogue, workload: workload,
      into: &diagnostics)
    let demand = try DemandFile.read(
      demandFile, zone: catalogue.zone, interval: interval?.seconds,
      channels: catalogue.channels.map(\.name), into: &diagnostics)
    var model: DeskModel?
    if let demand, let workload, let team, !diagnostics.hasErrors {
      model = DeskModel.make(
        demand, workload: workload, team: team, catalogue: catalogue, repeats: repeats,
        into: &diagnostics)
    }
    StandardError.print(diagnostics)
    guard let model else {
      StandardError.print("there is nothing to simulate: \(diagnostics.summary)")
      throw ExitStatus.badInput
    }
    return model
  }
}

extension SimulationCSV.Table: ExpressibleByArgument {}
