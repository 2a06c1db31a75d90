package import Statistics

extension AgentReport {
  /// How many points the funnel is drawn through, at most.
  private static let limitPoints = 60

  /// The comparison of agents as a page shows it; nil without agents.
  ///
  /// Its limits are those of the team's share. An agent's own are a little wider, since the share expected
  /// of them is an estimate; who stands out was found by those.
  ///
  /// - Throws: ``StatisticsError`` for more than a billion replies.
  package func comparison() throws(StatisticsError) -> AgentComparison? {
    guard let share = team.share else { return nil }
    var limits: [AgentComparison.Limits] = []
    for replies in sizes {
      let funnel = try FunnelLimits(
        expected: share, cases: replies, spread: min(1e6, overdispersion))
      let (usual, far) = (
        try funnel.smoothShares(level: 0.95), try funnel.smoothShares(level: 0.998)
      )
      limits.append(
        AgentComparison.Limits(
          replies: replies, usual: usual.low...usual.high, far: far.low...far.high))
    }
    return AgentComparison(
      team: share,
      agents: agents.map { agent in
        AgentComparison.Agent(
          name: agent.name, replies: agent.replies.all, share: agent.share,
          interval: agent.interval.low...agent.interval.high, shrunk: agent.shrunk ?? agent.share,
          adjusted: agent.comparison?.adjusted ?? agent.share,
          standsOut: agent.standsOut
            ? ((agent.comparison?.deviate ?? 0) < 0 ? .below : .above) : nil)
      }, limits: limits, method: method)
  }

  /// How the numbers were worked out, for readers.
  package var method: String {
    let few = agents.count { if case .tooFew = $0.position { true } else { false } }
    var text =
      "The share of replies without a miss, drawn towards the team's where replies are few"
      + " (beta-binomial, method of moments) and adjusted for the mix of topics, each agent against"
      + " the others. Who stands out is beyond what chance does to 998 of 1,000 agents"
    if alarmLevel > 0.998 { text += " and to anybody in 19 of 20 such teams" }
    if overdispersion > 1 {
      text +=
        ", after allowing for agents who differ more than chance explains"
        + " (\((overdispersion * 10).rounded() / 10) times the variance)"
    }
    text += "."
    if few > 0 {
      text += " Of \(few) \(few == 1 ? "agent" : "agents") nothing is said:"
      text += " they, or the others, have fewer than \(settings.minimum) replies."
    }
    return text
  }

  /// Numbers of replies from few to the most that an agent has, closer where the funnel bends.
  private var sizes: [Int] {
    let most = max(agents.map(\.replies.all).max() ?? 0, settings.minimum)
    let least = max(1, min(agents.map(\.replies.all).min() ?? 1, 5, most))
    guard most - least >= Self.limitPoints else { return Array(least...most) }
    var sizes: [Int] = []
    for point in 0...Self.limitPoints {
      let part = Double(point) / Double(Self.limitPoints)
      let size = least + Int((Double(most - least) * part * part).rounded())
      if size != sizes.last { sizes.append(size) }
    }
    return sizes
  }
}
