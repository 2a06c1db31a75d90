import ArgumentParser
import Diagnostics
import Planning
import Reports
import ServiceTime
import Standards

/// `kwadrans plan size`: people per interval.
struct PlanSize: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Find how many people each interval needs.",
    discussion: """
      DEMAND is a table with the columns start, channel and contacts; topic may split an interval
      into rows, aht_s may give handling times (s). Semicolons, decimal commas and 02.03.2026 08:00
      are fine. Times without an offset are local times of the catalogue's first calendar. Each
      channel is staffed for the first promise that the catalogue makes for it: live channels by
      Erlang C, deferred ones by the least capacity that meets every deadline in the promised hours.

      counted is what a spreadsheet says, formula what keeps the promise on paper; both are people
      on duty. Without --workload there is no cap on occupancy and nobody is ever away. See
      docs/demand.md and docs/workload.md.

      EXAMPLE: kwadrans plan size samples/demand-week.csv --standards standards \\
        --workload samples/workload.yaml
      """
  )

  @Argument(help: ArgumentHelp("The demand as CSV; - reads standard input.", valueName: "demand"))
  var demandFile: String

  @OptionGroup var catalogue: CatalogueOptions

  @Option(name: .customLong("workload"), help: "Handling times, occupancy and shrinkage as YAML.")
  var workloadFile: String?

  @Option(help: "How to print the plan.")
  var format = Format.text

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  @Flag(help: "Print only one line a channel (text).")
  var summary = false

  @Flag(help: "Give people on the roster, with who is away, instead of people on duty (csv).")
  var rostered = false

  @Flag(help: "The demand repeats: mail left at its end waits at its start.")
  var repeats = false

  @Option(
    help: "The length of an interval, such as 15min; worked out from the rows if left out.",
    transform: IntervalLength.init)
  var interval: IntervalLength?

  func validate() throws {
    if rostered, format != .csv {
      throw ValidationError("--rostered is for --format csv; text and json give both figures")
    }
  }

  func run() throws {
    let catalogue = try catalogue.load()
    var diagnostics = Diagnostics()
    var workload: Workload? = Workload.none
    if let workloadFile {
      workload = WorkloadReader.read(
        try SourceText.named(workloadFile), names: KnownNames(catalogue),
        into: &diagnostics)
    }
    let demand = try DemandFile.read(
      demandFile, zone: catalogue.calendars.first?.hours.zone ?? .utc, interval: interval?.seconds,
      channels: catalogue.channels.map(\.name), into: &diagnostics)
    var plan: StaffingPlan?
    if let demand, let workload, !diagnostics.hasErrors {
      plan = Sizing.plan(
        demand, catalogue: catalogue, workload: workload, repeats: repeats, into: &diagnostics)
    }
    StandardError.print(diagnostics)
    guard let plan else {
      StandardError.print("there is no plan: \(diagnostics.summary)")
      throw ExitStatus.badInput
    }

    var out = try Output(path: output)
    switch format {
    case .text: try out.write(summary ? PlanText.summary(plan) : PlanText.render(plan))
    case .csv: try out.write(PlanCSV.render(plan, rostered: rostered))
    case .json:
      var json = JSONWriter()
      PlanJSON.write(plan, to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }
}

/// The length of `--interval`.
struct IntervalLength {
  let seconds: Int

  init(_ argument: String) throws {
    do {
      seconds = try TimeSpan(written: argument).seconds
    } catch {
      throw ValidationError("\(error)")
    }
    guard Demand.intervalLengths.contains(seconds) else {
      throw ValidationError("'\(argument)' is no interval to plan people on; use 1 min to 24 h")
    }
  }
}

extension SourceText {
  /// Reads a file that the user named, or says why that cannot be and ends the command.
  static func named(_ path: String) throws -> SourceText {
    do {
      guard path == "-" else { return try SourceText(contentsOf: path) }
      return SourceText(
        path: "standard input", bytes: try SourceText(contentsOf: "/dev/stdin").bytes)
    } catch {
      StandardError.print("\(error)")
      throw ExitStatus.notFound
    }
  }
}
