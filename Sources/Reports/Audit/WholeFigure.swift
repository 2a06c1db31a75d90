import Diagnostics
import Quality
import Statistics

/// A figure of all replies together, by the name that JSON and CSV give it.
struct WholeFigure {
  /// What it is; nil where there is none.
  enum Value {
    case count(Int?)
    case number(Double?)
    /// A seed, which needs all of its digits.
    case seed(UInt64)
  }

  let name: String
  let value: Value

  init(_ name: String, _ count: Int?) {
    self.name = name
    value = .count(count)
  }

  init(_ name: String, _ number: Double?) {
    self.name = name
    value = .number(number)
  }

  init(_ name: String, seed: UInt64) {
    self.name = name
    value = .seed(seed)
  }

  /// The same figure of something.
  func of(_ owner: String) -> WholeFigure { WholeFigure(name: "\(owner)_\(name)", value: value) }

  private init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

extension JSONWriter {
  /// Writes figures as members of an object.
  mutating func members(_ figures: [WholeFigure]) {
    for figure in figures {
      key(named: figure.name)
      switch figure.value {
      case .count(let value): int(value)
      case .number(let value): number(value)
      case .seed(let value): string("\(value)")
      }
    }
  }
}

extension Sample {
  /// How it was drawn, as CSV names it.
  var figures: [WholeFigure] { members.map { $0.of("sample") } }
}

extension FormScoreMean {
  /// Its members in JSON; both ends nil without a reply.
  var members: [WholeFigure] {
    [
      WholeFigure("low", range?.lowerBound), WholeFigure("high", range?.upperBound),
      WholeFigure("replies", replies), WholeFigure("failed", failed),
    ]
  }

  /// The same, as CSV names them.
  var figures: [WholeFigure] { members.map { $0.of("form_score") } }
}

extension AgentReport {
  /// How agents are compared, in the order of JSON and CSV.
  var figures: [WholeFigure] {
    [
      WholeFigure("interval_level", settings.level),
      WholeFigure("minimum_replies", settings.minimum), WholeFigure("compared", compared),
      WholeFigure("correlation", correlation), WholeFigure("prior_replies", priorReplies),
      WholeFigure("overdispersion", overdispersion), WholeFigure("alarm_level", alarmLevel),
    ]
  }
}
