package import Diagnostics
package import Quality

extension SampleAdvice {
  /// The advice in sentences.
  package var text: String {
    let of = question.population.map { " of \($0)" } ?? ""
    var lines = [
      "\(Written.count(cases, "ticket"))\(of): a share is then known to "
        + "±\(Self.points(margin)) percentage points,",
      "\(Written.percent(question.level)) sure, if it is about \(Written.percent(question.expected))",
    ]
    if let detecting, let detect = question.detect, let power {
      lines.append("")
      lines.append(
        "\(Written.count(detecting, "ticket"))\(of) without a single fault show, "
          + "\(Written.percent(question.level)) sure, that less than \(Written.percent(detect)) have it"
      )
      lines.append(
        "of \(Written.count(cases, "ticket")), at least one shows a fault that "
          + "\(Written.percent(detect)) have with a chance of \(Written.percent(power))")
    }
    lines.append("")
    lines.append("each figure of its own, such as one for each agent, takes a sample of its own")
    return lines.joined(separator: "\n") + "\n"
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
  /// Keys: `cases`, `margin`, `level`, `expected`, `population` (or null), `detect`, `detecting` and
  /// `power` (null where nobody asked).
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("cases")
      json.int(cases)
      json.key("margin")
      json.number(margin)
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
    }
  }
}
