package import Planning
import ServiceTime
import Simulation
import Standards

/// A simulated desk as tables for spreadsheets and programs.
package enum SimulationCSV {
  /// Which table.
  package enum Table: String, CaseIterable, Sendable {
    case intervals, promises, channels, days
    case promiseIntervals = "promise-intervals"
    case promiseDays = "promise-days"
  }

  /// The table: its first line, then one line each. Numbers read back to the same double.
  package static func render(_ table: Table, _ result: SimulationResult) -> String {
    switch table {
    case .intervals: intervals(result)
    case .promises: promises(result)
    case .channels: channels(result)
    case .days: days(result)
    case .promiseIntervals: promiseIntervals(result)
    case .promiseDays: promiseDays(result)
    }
  }

  /// The first line of a table, each estimate with its ends.
  private static func header(_ names: [String], _ estimates: [String]) -> String {
    (names + estimates.flatMap { [$0, "\($0)_low", "\($0)_high"] }).joined(separator: ",") + "\n"
  }

  private static func intervals(_ result: SimulationResult) -> String {
    let figures = SimulationJSON.intervalFigures
    var text = header(["start", "channel"], figures.map(\.0) + ["available_s", "busy"])
    for interval in result.model.intervals {
      let start = result.model.written(interval: interval)
      let people = result.people(interval: interval)
      for (number, channel) in result.model.channels.enumerated() {
        let estimates =
          figures.map { result[channel: number, interval: interval, $0.1] }
          + [people.available, people.busy]
        text += line([.text(start), .text(channel.name)] + estimates.flatMap(cells))
      }
    }
    return text
  }

  private static func promiseIntervals(_ result: SimulationResult) -> String {
    var text = header(["start", "standard"], ["decided", "kept"])
    for interval in result.model.intervals {
      let start = result.model.written(interval: interval)
      for (number, promise) in result.model.promises.enumerated() {
        let measured = result.measured(ofPromise: number, interval: interval)
        text += line(
          [.text(start), .text(promise.standard)] + cells(measured.decided) + cells(measured.kept))
      }
    }
    return text
  }

  private static func days(_ result: SimulationResult) -> String {
    let figures = SimulationJSON.dayFigures
    var text = header(["day", "channel"], figures.map(\.0) + ["available_s", "occupancy"])
    for (day, date) in result.model.dates.enumerated() {
      let people = result.people(day: day)
      for (number, channel) in result.model.channels.enumerated() {
        let estimates =
          figures.map { result[channel: number, day: day, $0.1] } + [people.available, people.busy]
        text += line([.text(date.description), .text(channel.name)] + estimates.flatMap(cells))
      }
    }
    return text
  }

  private static func promiseDays(_ result: SimulationResult) -> String {
    var text = header(["day", "standard"], ["kept", "missed"])
    for (day, date) in result.model.dates.enumerated() {
      for (number, promise) in result.model.promises.enumerated() {
        text += line(
          [.text(date.description), .text(promise.standard)]
            + cells(result.kept(ofPromise: number, day: day))
            + cells(result.missed(ofPromise: number, day: day)))
      }
    }
    return text
  }

  private static func promises(_ result: SimulationResult) -> String {
    let figures: [(String, PromiseFigure)] = [
      ("kept", .kept), ("days_missed", .daysMissed), ("periods_missed", .periodsMissed),
      ("mean_s", .mean), ("p50_s", .p50), ("p90_s", .p90), ("p95_s", .p95),
      ("beyond_longest", .beyondLongest), ("gave_up", .gaveUp),
    ]
    var text =
      (["standard", "kind", "channels", "within_s", "share", "over", "decided"]
      + figures.flatMap { ["\($0.0)", "\($0.0)_low", "\($0.0)_high"] }).joined(separator: ",")
      + "\n"
    for (number, promise) in result.model.promises.enumerated() {
      let head: [Cell] = [
        .text(promise.standard), .text(promise.kind),
        .text(promise.channels.joined(separator: " ")),
        .number(Double(promise.within.seconds)), .number(promise.share.fraction),
        .text(promise.period.rawValue), .number(result[promise: number, .decided].mean),
      ]
      text += line(head + figures.flatMap { cells(result[promise: number, $0.1]) })
    }
    return text
  }

  private static func channels(_ result: SimulationResult) -> String {
    let figures = SimulationJSON.channelFigures
    var text =
      (["channel"] + figures.flatMap { ["\($0.0)", "\($0.0)_low", "\($0.0)_high"] })
      .joined(separator: ",") + "\n"
    for (number, channel) in result.model.channels.enumerated() {
      text += line(
        [.text(channel.name)] + figures.flatMap { cells(result[channel: number, $0.1]) })
    }
    return text
  }

  private static func cells(_ estimate: Estimate) -> [Cell] {
    guard estimate.replications > 0 else { return [.number(nil), .number(nil), .number(nil)] }
    return [.number(estimate.mean), .number(estimate.low), .number(estimate.high)]
  }

  /// What stands in a field.
  enum Cell {
    case text(String)
    /// Left empty where there is none.
    case number(Double?)
  }

  private static func line(_ cells: [Cell]) -> String {
    cells.map { cell in
      switch cell {
      case .text(let text): PlanCSV.quoted(text)
      case .number(let number): number.flatMap { $0.isFinite ? PlanCSV.plain($0) : nil } ?? ""
      }
    }.joined(separator: ",") + "\n"
  }
}
