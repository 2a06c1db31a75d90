import Quality
import Statistics

extension AuditHTML {
  /// Writes how agents compare: a funnel, and by name who they are.
  func writeAgents(to html: inout HTMLWriter) {
    guard let scores = report.agents else { return }
    html.element("p", ["class": "lead"], text: method(scores))
    FunnelChart(
      id: "chart-agents", finding: scores.finding, quantity: Self.quantity, cases: "replies",
      points: scores.agents.map { agent in
        FunnelChart.Point(
          name: agent.name, cases: agent.replies.all, share: agent.share, limits: agent.drawnLimits,
          standsOut: agent.standsOut)
      }
    ).write(to: &html)
    html.element("p", ["class": "small"], text: caption(scores))
    html.element("table", ["class": "figures"]) { html in
      html.head([
        "agent", "without a miss", "interval (95%)", "replies", "limits", "with the others' topics",
        "drawn towards the team", "form score", "in the funnel",
      ])
      html.element("tbody") { html in
        for agent in scores.agents {
          html.element("tr") { html in
            html.element("th", ["scope": "row", "dir": "auto"], text: Self.shortName(agent.name))
            html.cell(Written.percent(agent.share), label: "without a miss")
            html.cell(agent.interval.inPercent, label: "interval (95%)")
            html.cell("\(agent.replies.all)", label: "replies")
            html.cell(agent.limitsInWords, label: "limits")
            html.cell(
              agent.comparison.map { Written.percent($0.adjusted) } ?? "–",
              label: "with the others' topics")
            html.cell(
              agent.shrunk.map { Written.percent($0) } ?? "–", label: "drawn towards the team")
            html.cell(report.formByAgent[agent.name]?.inWords ?? "–", label: "form score")
            html.cell(agent.positionInWords, label: "in the funnel")
          }
        }
      }
    }
  }

  private func method(_ scores: AgentReport) -> String {
    var text =
      "Agents by name, never by rank. Each is compared with what the others would have with the same "
      + "topics; of fewer than \(scores.settings.minimum) replies nothing is said"
    if let widening = scores.widening { text += ". The limits are widened: \(widening)" }
    if scores.unnamed.all > 0 {
      text += ". \(Written.count(scores.unnamed.all, "reply", plural: "replies")) of nobody known"
    }
    return text + "."
  }

  /// How to read the picture.
  private func caption(_ scores: AgentReport) -> String {
    guard scores.compared > 0 else {
      return
        "From left to right by the number of replies. The form score is a plain mean, adjusted for nothing."
    }
    let level = Written.percent(scores.alarmLevel)
    return
      "From left to right by the number of replies. Each agent has limits of their own, around the mark of "
      + "what the others would have with the same topics: within the broad line lie 95 of 100 agents who "
      + "work like the others, within the thin one \(level). Who lies beyond that is named and stands "
      + "out. A dot without a line has too few replies to say. The form score is a plain mean, adjusted "
      + "for nothing."
  }
}

extension AgentScore {
  /// Where the agent lies.
  fileprivate var positionInWords: String {
    switch position {
    case .tooFew(let why): why
    case .inside: "inside"
    case .outside95(let side): "\(side.rawValue) the 95% limits: no more than a reason to look"
    case .outside998(let side):
      "\(side.rawValue) the 99.8% limits"
        + (standsOut ? "" : ", as chance may have it in so large a team")
    }
  }
}

extension AgentScore {
  /// The limits that decided; nil where nothing is said of the agent.
  fileprivate var drawnLimits: FunnelChart.Limits? {
    decidingComparison.map {
      FunnelChart.Limits(
        expected: $0.expected, usual: $0.inside95.range, far: $0.insideAlarm.range)
    }
  }
}

extension Interval {
  /// Its ends.
  var range: ClosedRange<Double> { min(low, high)...max(low, high) }
}
