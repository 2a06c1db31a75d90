package import Diagnostics
package import Quality
package import Statistics

extension SampleAdvice {
  /// The advice in sentences.
  ///
  /// - Parameters:
  ///   - further: What is said of acceptance, sentences of their own.
  ///   - isAsked: Whether somebody wants to know a share; else only what is said further.
  package func text(further: [String] = [], isAsked: Bool = true) -> String {
    let parts = (isAsked ? [sentences] : []) + further
    return parts.joined(separator: "\n")
      + "\neach figure of its own, such as one for each agent, takes a sample of its own\n"
  }

  private var sentences: String {
    let of = question.population.map { " of \($0)" } ?? ""
    let sides =
      isRare
      ? "+\(Self.points(interval.high - question.expected)) and "
        + "−\(Self.points(question.expected - interval.low))" : "±\(Self.points(margin))"
    var lines = [
      "\(Written.count(cases, "ticket"))\(of): a share is then known to \(sides) percentage points,",
      "\(Written.percent(question.level)) sure, if it is about \(Written.percent(question.expected))"
        + (isRare ? " (Wilson's interval)" : ""),
    ]
    if let detecting, let detect = question.detect, let power {
      lines.append("")
      lines.append(
        "\(Written.count(detecting, "ticket"))\(of) without a single fault "
          + "\(detecting == 1 ? "shows" : "show"), "
          + "\(Written.percent(question.level)) sure, that less than \(Written.percent(detect)) have it"
      )
      lines.append(
        "of \(Written.count(cases, "ticket")), at least one shows a fault that "
          + "\(Written.percent(detect)) have with a chance of \(Self.chance(power))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A chance in percent; 0% and 100% only for what cannot and must be.
  private static func chance(_ chance: Double) -> String {
    if chance > 0, chance < 0.0005 { return "less than 0.1%" }
    if chance < 1, chance >= 0.9995 { return "more than 99.9%" }
    return Written.percent(chance)
  }

  /// At most two decimals.
  private static func points(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let rest = hundredths % 100
    if rest == 0 { return "\(hundredths / 100)" }
    let digits = rest.isMultiple(of: 10) ? "\(rest / 10)" : (rest < 10 ? "0\(rest)" : "\(rest)")
    return "\(hundredths / 100).\(digits)"
  }

  /// Writes the advice as one JSON object.
  ///
  /// Keys: `cases`, `margin`, `low` and `high` (where the truth lies, if the share is as expected), `method`
  /// (`normal`, or `wilson` where few cases are expected on one side), `level`, `expected`, `population` (or
  /// null), `detect`, `detecting` and `power` (null where nobody asked),
  /// `acceptance` and `plan` (see ``AcceptanceAdvice`` and ``AcceptancePlan``; null where nobody asked).
  package func write(
    _ acceptance: AcceptanceAdvice? = nil, _ plan: AcceptancePlan? = nil,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.key("cases")
      json.int(cases)
      json.key("margin")
      json.number(margin)
      json.key("low")
      json.number(interval.low)
      json.key("high")
      json.number(interval.high)
      json.key("method")
      json.string(isRare ? "wilson" : "normal")
      json.key("level")
      json.number(question.level)
      json.key("expected")
      json.number(question.expected)
      json.key("population")
      json.int(question.population)
      json.key("detect")
      json.number(question.detect)
      json.key("detecting")
      json.int(detecting)
      json.key("power")
      json.number(power)
      json.key("acceptance")
      if let acceptance { acceptance.write(to: &json) } else { json.null() }
      json.key("plan")
      if let plan { plan.write(to: &json) } else { json.null() }
    }
  }
}
