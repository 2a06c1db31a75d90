package import Planning
import ServiceTime
import Simulation
import Standards

/// A simulated week as a planner reads it in a terminal: first what was found, then the figures.
package enum SimulationText {
  package static func render(_ result: SimulationResult) -> String {
    var paragraphs = [head(result), findings(result), promises(result)]
    paragraphs.append(times(result))
    if result.model.days > 1 { paragraphs += [keptByDay(result), missedByDay(result)] }
    paragraphs.append(channels(result))
    paragraphs.append(people(result))
    if !result.model.notSimulated.isEmpty { paragraphs.append(omissions(result)) }
    paragraphs.append(luck(result))
    return paragraphs.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private static func head(_ result: SimulationResult) -> [String] {
    let model = result.model
    let contacts = model.channels.reduce(0) { $0 + $1.expected }
    let name = model.teamName.map { "\($0): " } ?? ""
    let span = [model.dates.first, model.dates.last].compactMap { $0 }
      .map { "\($0.dayOfWeek.name.prefix(3)) \($0)" }
    let time =
      span.first == span.last ? "on \(span.first ?? "")" : "from \(span.joined(separator: " to "))"
    return [
      "\(name)\(Written.number(contacts, decimals: 0)) contacts expected \(time), "
        + Written.count(model.headcount, "person", plural: "people")
    ]
  }

  // MARK: - Findings

  private static func findings(_ result: SimulationResult) -> [String] {
    result.model.promises.indices.map { finding($0, result) }
  }

  /// The finding about a promise in a sentence.
  package static func finding(_ number: Int, _ result: SimulationResult) -> String {
    let promise = result.model.promises[number]
    let kept = result[promise: number, .kept]
    let start = "\(promise.contactsInWords) \(promise.kindInWords) within \(promise.within)"
    guard kept.replications > 0 else { return "\(start): nothing was decided" }
    let days = result[promise: number, .daysMissed]
    let periods = result[promise: number, .periodsMissed]
    var missed: [String] = []
    if result.model.days > 1 || promise.period == .day {
      missed.append("on \(percent(days.mean)) of days")
    }
    if promise.period != .day {
      let name = promise.period == .week ? "weeks" : "months"
      let part = result.model.isPart(of: promise.period) ? "parts of " : ""
      missed.append("in \(percent(periods.mean)) of \(part)\(name)")
    }
    return "\(start): \(withSpread(kept)) kept of \(promise.share) promised; missed "
      + "\(missed.joined(separator: " and ")) (\(promise.standard))"
  }

  // MARK: - Tables

  private static func promises(_ result: SimulationResult) -> [String] {
    var table = TextTable([
      ("standard", .left), ("promised", .right), ("kept", .right), ("days missed", .right),
      ("over", .left), ("missed", .right), ("gave up", .right), ("longer than", .left),
    ])
    for (number, promise) in result.model.promises.enumerated() {
      let gaveUp = result[promise: number, .gaveUp]
      table.add([
        promise.standard, "\(promise.share)", withSpread(result[promise: number, .kept]),
        withSpread(result[promise: number, .daysMissed]), promise.period.rawValue,
        withSpread(result[promise: number, .periodsMissed]),
        gaveUp.mean > 0 ? Written.percent(gaveUp.mean) : "-",
        promise.neverLongerThan.map {
          "\($0.inHours): \(withSpread(result[promise: number, .beyondLongest]))"
        } ?? "",
      ])
    }
    return table.lines
  }

  private static func times(_ result: SimulationResult) -> [String] {
    var table = TextTable([
      ("standard", .left), ("on average", .left), ("half within", .left), ("90%", .left),
      ("95%", .left),
    ])
    for (number, promise) in result.model.promises.enumerated() {
      table.add(
        [promise.standard]
          + [.mean, .p50, .p90, .p95].map {
            withEnds(result[promise: number, $0])
          })
    }
    return table.lines
  }

  private static func keptByDay(_ result: SimulationResult) -> [String] {
    byDay("kept on", result) { withSpread(result.kept(ofPromise: $0, day: $1)) }
  }

  private static func missedByDay(_ result: SimulationResult) -> [String] {
    byDay("how likely missed on", result) { withSpread(result.missed(ofPromise: $0, day: $1)) }
  }

  private static func byDay(
    _ heading: String, _ result: SimulationResult, _ cell: (Int, Int) -> String
  ) -> [String] {
    let promises = result.model.promises
    var table = TextTable(
      [(heading, .left)] + promises.map { ($0.standard, TextTable.Alignment.right) })
    for (day, date) in result.model.dates.enumerated() {
      table.add(
        ["\(date.dayOfWeek.name.prefix(3)) \(date)"] + promises.indices.map { cell($0, day) })
    }
    return table.lines
  }

  private static func channels(_ result: SimulationResult) -> [String] {
    var table = TextTable([
      ("channel", .left), ("contacts", .right), ("waited", .right), ("mean wait", .right),
      ("gave up", .right), ("touches", .right), ("transferred", .right), ("handed over", .right),
      ("reopened", .right), ("open at the end", .right),
    ])
    for (number, channel) in result.model.channels.enumerated() {
      func share(_ figure: ChannelFigure) -> String {
        let estimate = result[channel: number, figure]
        return estimate.replications > 0 ? Written.percent(estimate.mean) : "-"
      }
      let touches = result[channel: number, .touches]
      table.add([
        channel.name, Written.number(result[channel: number, .arrived].mean, decimals: 0),
        share(.waited), duration(result[channel: number, .meanWait]),
        channel.kind == .live ? share(.abandonment) : "-",
        touches.replications > 0 ? Written.number(touches.mean, decimals: 2) : "-",
        share(.transferred), share(.handedOver), share(.reopened),
        Written.number(result[channel: number, .open].mean, decimals: 1),
      ])
    }
    return table.lines
  }

  private static func people(_ result: SimulationResult) -> [String] {
    func hours(_ figure: TeamFigure) -> String {
      Written.number(result[figure].mean / 3600, decimals: 1)
    }
    var extra = ["\(hours(.overtime)) h overtime", "\(hours(.interrupted)) h interrupted"]
    if result[.inMeetings].mean > 0 { extra.append("\(hours(.inMeetings)) h in meetings") }
    let there =
      result[.available].mean > 0
      ? "\(hours(.available)) h of it available, \(withSpread(result[.occupancy])) of that at work"
      : "nobody was there"
    return [
      "people: \(hours(.onDuty)) h on duty, \(there);",
      "  \(extra.joined(separator: ", ")); "
        + "\(Written.number(result[.queueLength].mean, decimals: 1)) contacts wait on average",
    ]
  }

  private static func omissions(_ result: SimulationResult) -> [String] {
    ["not simulated:"]
      + result.model.notSimulated.map { omission in
        "  " + (omission.standard.map { "\($0): " } ?? "") + omission.reason
      }
  }

  private static func luck(_ result: SimulationResult) -> [String] {
    let count = Written.count(result.replications, "replication")
    let luck =
      result.replications > 1
      ? "± holds the truth \(Int((result.simulation.confidence * 100).rounded())) times of 100"
      : "how far it may be off cannot be told from one"
    var lines = ["\(count), seed \(result.simulation.seed); \(luck)"]
    if let isSettled = result.isSettled {
      let open = [TeamFigure.openAtStart, .openAtEnd].map {
        Written.number(result[$0].mean, decimals: 1)
      }
      lines.append(
        "the demand came once before, to begin with what that leaves: \(open[0]) contacts open, "
          + "and \(open[1]) at the end"
          + (isSettled ? "" : "; once was not enough, the desk falls ever further behind"))
    }
    return lines
  }

  // MARK: - Numbers

  /// A share with its spread in percentage points: `83.1% ± 0.9`.
  static func withSpread(_ estimate: Estimate) -> String {
    guard estimate.replications > 0 else { return "-" }
    guard estimate.halfWidth.isFinite else { return Written.percent(estimate.mean) }
    // As far as the interval reaches, which ends at 0% and 100%.
    let spread = max(estimate.high - estimate.mean, estimate.mean - estimate.low)
    return "\(Written.percent(estimate.mean)) ± \(Written.number(spread * 100, decimals: 1))"
  }

  private static func percent(_ share: Double) -> String {
    Written.number(share * 100, decimals: 0) + "%"
  }

  private static func duration(_ estimate: Estimate) -> String {
    estimate.replications > 0 ? duration(estimate.mean) : "-"
  }

  /// A time with the ends of its interval: `31 min (27 min to 36 min)`.
  private static func withEnds(_ estimate: Estimate) -> String {
    guard estimate.replications > 0 else { return "-" }
    guard estimate.replications > 1 else { return duration(estimate.mean) }
    return "\(duration(estimate.mean)) (\(duration(estimate.low)) to \(duration(estimate.high)))"
  }

  private static func duration(_ seconds: Double) -> String {
    guard seconds < 1e15 else { return "?" }
    let seconds = Int(seconds.rounded())
    // Seconds matter on the telephone, not in hours of mail.
    let step = seconds < 600 ? 1 : 60
    return TimeSpan(seconds: (seconds + step / 2) / step * step).inHours
  }
}

extension DeskModel.Promise {
  /// What it is about: `urgent email`, `email, phone about outage`.
  var contactsInWords: String {
    let about = topics.isEmpty ? "" : " about \(topics.joined(separator: ", "))"
    return (priorities + [channels.joined(separator: ", ")]).joined(separator: " ") + about
  }

  /// What is promised, in a word or two.
  var kindInWords: String {
    switch kind {
    case "first-response": "first answered"
    case "next-response": "answered again"
    case "pick-up": "picked up"
    default: "solved"
    }
  }
}

extension DeskModel {
  /// Whether the demand covers no whole period.
  func isPart(of period: PromisePeriod) -> Bool {
    switch period {
    case .day: false
    case .week: days < 7
    case .month: days < 28
    }
  }
}
