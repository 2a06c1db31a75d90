import Quality
import Statistics

extension AuditHTML {
  /// Writes how agents compare: a funnel, and by name who they are.
  func writeAgents(to html: inout HTMLWriter) {
    guard let comparison = report.agents else { return }
    let scores = comparison.report
    html.element("p", ["class": "lead"], text: method(scores))
    let apart = scores.agents.filter { $0.standsOut }
    FunnelChart(
      id: "chart-agents",
      finding: scores.compared == 0
        ? "Nobody has replies enough to be compared"
        : apart.isEmpty
          ? "Nobody differs from the team by more than chance explains"
          : "\(apart.count) of \(scores.compared) differ from the team by more than chance explains",
      quantity: Self.quantity, cases: "replies", team: comparison.team,
      points: scores.agents.map {
        FunnelChart.Point(
          name: $0.name, cases: $0.replies.all, share: $0.comparison?.adjusted ?? $0.share,
          standsOut: $0.standsOut)
      },
      limits: comparison.limits.map {
        FunnelChart.Limit(cases: $0.replies, usual: $0.usual.range, far: $0.far.range)
      }
    ).write(to: &html)
    html.element(
      "p", ["class": "small"],
      text:
        "Within the dashed lines lie 95 of 100 agents who work like the team, within the outer ones "
        + "998 of 1,000. Only who stands out is named. The form score is a plain mean, adjusted for "
        + "nothing.")
    html.element("table", ["class": "figures"]) { html in
      html.head([
        "agent", "without a miss", "interval (95%)", "replies", "with the others' topics",
        "drawn towards the team", "form score", "in the funnel",
      ])
      html.element("tbody") { html in
        for agent in scores.agents {
          html.element("tr") { html in
            html.element("th", ["scope": "row", "dir": "auto"], text: agent.name)
            html.cell(Written.percent(agent.share), label: "without a miss")
            html.cell(agent.interval.inPercent, label: "interval (95%)")
            html.cell("\(agent.replies.all)", label: "replies")
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
    if scores.overdispersion > 1 {
      text +=
        ". The limits are widened, since agents differ more than topics and chance explain "
        + "(\(Written.number(scores.overdispersion, decimals: 1)) times the variance)"
    }
    if scores.unnamed.all > 0 {
      text += ". \(Written.count(scores.unnamed.all, "reply", plural: "replies")) of nobody known"
    }
    return text + "."
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

extension Interval {
  /// Its ends.
  var range: ClosedRange<Double> { min(low, high)...max(low, high) }
}
