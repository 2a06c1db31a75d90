package import Statistics

/// How agents compare, as a funnel shows it: who lies within it does not differ from the team as far as
/// anybody can tell.
package struct AgentComparison: Sendable {
  /// What chance alone explains for somebody with so many replies.
  package struct Limits: Sendable {
    package let replies: Int
    /// 95 of 100 agents like the team lie within.
    package let usual: Interval
    /// 998 of 1,000 do.
    package let far: Interval
  }

  /// The agents with what was made of them.
  package let report: AgentReport
  /// The team's share.
  package let team: Double
  /// The limits, by rising number of replies.
  package let limits: [Limits]

  /// How many limits are worked out: enough for a smooth line.
  private static let steps = 24
  /// From how many replies on limits are drawn: of fewer, chance explains nearly everything.
  private static let fewest = 5

  /// Lays a funnel around the team's share; nil where there are no two agents.
  ///
  /// - Complexity: O(√replies) for each of a few limits.
  package init?(_ report: AgentReport) {
    guard report.agents.count > 1, let team = report.team.share,
      let most = report.agents.map(\.replies.all).max(), most > 0
    else { return nil }
    var limits: [Limits] = []
    var last = 0
    for step in 0...Self.steps {
      // Closer together where the funnel is curved.
      let part = Double(step) / Double(Self.steps)
      let cases = Self.fewest + Int(Double(max(0, most - Self.fewest)) * part * part)
      guard cases > last else { continue }
      last = cases
      guard
        let funnel = try? FunnelLimits(
          expected: team, cases: cases, spread: report.overdispersion),
        let usual = try? funnel.smoothShares(level: 0.95),
        let far = try? funnel.smoothShares(level: 0.998)
      else { continue }
      limits.append(Limits(replies: cases, usual: usual, far: far))
    }
    self.report = report
    self.team = team
    self.limits = limits
  }
}
