package import Planning
import ServiceTime
import Simulation
import Standards

/// A simulated desk as tables for spreadsheets and programs.
package enum SimulationCSV {
  /// Which table.
  package enum Table: String, CaseIterable, Sendable {
    case intervals, promises, channels
  }

  /// What is said of a channel in an interval.
  static let columns = [
    "channel", "contacts", "waited", "abandoned", "mean_wait_s", "waiting", "open", "standard",
    "decided", "kept",
  ]

  /// The table: its first line, then one line each. Numbers read back to the same double.
  package static func render(_ table: Table, _ result: SimulationResult) -> String {
    switch table {
    case .intervals: intervals(result)
    case .promises: promises(result)
    case .channels: channels(result)
    }
  }

  private static func intervals(_ result: SimulationResult) -> String {
    var text = (["start"] + columns + ["people", "busy"]).joined(separator: ",") + "\n"
    for interval in result.model.intervals {
      let row = SimulationRow(interval, result)
      for channel in result.model.channels.indices {
        let cells =
          [.text(row.start)] + row.channel(channel) + [.number(row.people), .number(row.busy)]
        text += line(cells)
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

/// One interval of a simulated desk.
struct SimulationRow {
  private let interval: Int
  private let result: SimulationResult
  /// When it begins, with its offset.
  let start: String
  /// People available, on average.
  let people: Double
  /// The share of that time they worked.
  let busy: Double?

  init(_ interval: Int, _ result: SimulationResult) {
    (self.interval, self.result) = (interval, result)
    let instant = result.model.start(ofInterval: interval)
    start =
      OffsetInstant(
        instant: instant, utcOffset: result.model.zone.offset(at: instant)
      ).description
    let (available, busy) = result.people(interval: interval)
    people = available.mean / result.model.desk.interval
    self.busy = busy.value
  }

  /// The cells of ``SimulationCSV/columns``.
  func channel(_ channel: Int) -> [SimulationCSV.Cell] {
    func value(_ figure: IntervalFigure) -> SimulationCSV.Cell {
      .number(result[channel: channel, interval: interval, figure].value)
    }
    let name = result.model.channels[channel].name
    // The first promise of how soon somebody answers there.
    let promise = result.model.promises.firstIndex {
      $0.channels.contains(name) && ["first-response", "pick-up"].contains($0.kind)
        && $0.clocks.contains { result.model.kinds[$0.type].topic == nil }
    }
    let measured = promise.map { result.measured(ofPromise: $0, interval: interval) }
    return [
      .text(name), value(.arrived), value(.delayed), value(.abandoned), value(.meanWait),
      value(.waiting), value(.open),
      .text(promise.map { result.model.promises[$0].standard } ?? ""),
      .number(measured?.decided.value), .number(measured?.kept.value),
    ]
  }
}

extension Estimate {
  /// The figure; nil where there was nothing to estimate.
  var value: Double? { replications > 0 ? mean : nil }
}
