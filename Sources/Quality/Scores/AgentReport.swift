package import Statistics

/// What the replies of a team tell of its members, and what they do not.
///
/// There is no order of merit: agents come by name. Raw shares are not to be ranked; who has the hard
/// topics and few replies is at the bottom of every such list.
package struct AgentReport: Hashable, Sendable {
  /// What was asked.
  package let settings: AgentScores.Settings
  /// The replies of all agents.
  package let team: ShareCount
  /// The replies of which nobody knows who wrote them; they are in no comparison.
  package let unnamed: ShareCount
  /// The agents, by name.
  package let agents: [AgentScore]
  /// How many agents have replies enough to be compared.
  package let compared: Int
  /// The correlation of two replies of one agent (0 to 1); 0 where agents differ no more than chance
  /// makes them, nil in a team of one.
  package let correlation: Double?
  /// How many replies with the team's share stand for what is known of an agent before looking
  /// (M, above 0); nil where agents differ no more than chance makes them, where each keeps all or
  /// nothing, and in a team of one.
  package let priorReplies: Double?
  /// How many times the variance is taken for unexplained differences among agents (at least 1).
  package let overdispersion: Double
  /// The level beyond which an agent ``AgentScore/standsOut``.
  package let alarmLevel: Double
  /// By channel, topic and language, by name; what is not known comes last.
  package let byChannel, byTopic, byLanguage: [ShareLine]

  /// The replies of all: of the agents, and of nobody known.
  package var whole: ShareCount {
    var whole = team
    whole.add(unnamed)
    return whole
  }
}

extension AgentScores {
  /// What the replies counted so far tell.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)`` for more than a billion replies.
  /// - Complexity: O(agents × their topics + agents × √replies · log replies).
  package func report(_ settings: Settings = .standard) throws(StatisticsError) -> AgentReport {
    var team = ShareCount()
    for count in named.values { team.add(count) }
    let sorted = agents.sorted { $0.key < $1.key }
    var candidates: [Candidate] = []
    for (name, agent) in sorted {
      candidates.append(try Candidate(name, agent, named: named, team: team, settings))
    }
    let compared = candidates.filter { $0.whyNot == nil }
    var overdispersion = 1.0
    if compared.count >= 3 {
      overdispersion = try Overdispersion(
        deviates: compared.compactMap { $0.adjustment?.deviate }
      ).factor
    }
    var alarmLevel = 0.998
    if !compared.isEmpty {
      alarmLevel = max(
        alarmLevel, try FamilyLevel.each(level: 0.95, comparisons: compared.count))
    }
    var spread: TeamSpread?
    if candidates.count >= 2 { spread = try TeamSpread(candidates.map(\.proportion)) }
    var scores: [AgentScore] = []
    for candidate in candidates {
      scores.append(
        try candidate.score(
          overdispersion: overdispersion, alarmLevel: alarmLevel, spread: spread,
          level: settings.level))
    }
    return AgentReport(
      settings: settings, team: team, unnamed: unnamed, agents: scores,
      compared: compared.count, correlation: spread?.correlation,
      priorReplies: spread?.weight,
      overdispersion: overdispersion, alarmLevel: alarmLevel,
      byChannel: try Self.lines(channels, settings), byTopic: try Self.lines(topics, settings),
      byLanguage: try Self.lines(languages, settings))
  }

  private static func lines(
    _ counts: [String?: ShareCount], _ settings: Settings
  ) throws(StatisticsError) -> [ShareLine] {
    var lines: [ShareLine] = []
    for (name, replies) in counts.byName {
      lines.append(
        ShareLine(
          name: name, replies: replies,
          interval: try replies.proportion().wilson(level: settings.level)))
    }
    return lines
  }
}

/// An agent on the way into the report.
private struct Candidate {
  let name: String
  let agent: AgentScores.Agent
  let proportion: Proportion
  let adjustment: MixAdjustment?
  /// Why nothing is said of where they stand; nil where something is.
  let whyNot: String?

  init(
    _ name: String, _ agent: AgentScores.Agent, named: [String?: ShareCount], team: ShareCount,
    _ settings: AgentScores.Settings
  ) throws(StatisticsError) {
    self.name = name
    self.agent = agent
    proportion = try agent.whole.proportion()
    let others = team.all - agent.whole.all
    if others > 0 {
      // The sums below must not depend on the order of a dictionary; the others' share of all topics
      // needs those topics too that this agent never had.
      let topics = named.byName
      adjustment = try MixAdjustment(
        topics.map { topic, all in
          let own = agent.topics[topic] ?? ShareCount()
          return MixAdjustment.Topic(
            kept: own.kept, all: own.all, othersKept: all.kept - own.kept,
            othersAll: all.all - own.all)
        })
    } else {
      adjustment = nil
    }
    if agent.whole.all < settings.minimum {
      whyNot = "fewer than \(settings.minimum) replies"
    } else if others < settings.minimum {
      whyNot = "fewer than \(settings.minimum) replies of others to compare with"
    } else {
      whyNot = nil
    }
  }

  func score(
    overdispersion: Double, alarmLevel: Double, spread: TeamSpread?, level: Double
  ) throws(StatisticsError) -> AgentScore {
    var comparison: AgentScore.Comparison?
    var position = AgentScore.Position.inside
    var standsOut = false
    if let adjustment {
      let limits = try FunnelLimits(
        expected: adjustment.expected, cases: proportion.all,
        spread: min(1e6, overdispersion * adjustment.uncertainty))
      comparison = AgentScore.Comparison(
        expected: adjustment.expected, adjusted: adjustment.adjusted,
        adjustedInterval: try adjustment.adjustedInterval(level: level),
        inside95: try limits.shares(level: 0.95), inside998: try limits.shares(level: 0.998),
        insideAlarm: try limits.shares(level: alarmLevel),
        deviate: limits.deviate(proportion.kept))
      // The same limits that are reported and drawn decide.
      if let side = try limits.side(of: proportion.kept, level: 0.998) {
        position = .outside998(side)
      } else if let side = try limits.side(of: proportion.kept, level: 0.95) {
        position = .outside95(side)
      }
      standsOut = try limits.side(of: proportion.kept, level: alarmLevel) != nil
    }
    if let whyNot {
      position = .tooFew(whyNot)
      standsOut = false
    }
    return AgentScore(
      name: name, tickets: agent.tickets, replies: agent.whole, share: proportion.share,
      interval: try proportion.wilson(level: level),
      shrunk: spread?.shrunk(proportion),
      shrunkInterval: try spread?.interval(proportion, level: level),
      comparison: comparison, position: position, standsOut: standsOut)
  }
}

extension FunnelLimits {
  /// On which side of the limits a count is; nil within them.
  fileprivate func side(of count: Int, level: Double) throws(StatisticsError) -> AgentScore.Side? {
    let inside = try counts(level: level)
    if count < inside.lowerBound { return .below }
    return count > inside.upperBound ? .above : nil
  }
}

extension [String?: ShareCount] {
  /// The counts by name, that of no name last.
  fileprivate var byName: [(key: String?, value: ShareCount)] {
    sorted { left, right in
      guard let one = left.key else { return false }
      return right.key.map { one < $0 } ?? true
    }.map { ($0.key, $0.value) }
  }
}
