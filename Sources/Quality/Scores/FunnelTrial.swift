import Conformance
package import Statistics

/// What the funnel does with teams whose truth is known: how often it flags somebody for nothing, and
/// how often it finds the one who is worse.
package enum FunnelTrial {
  /// What came of many teams.
  package struct Outcome: Hashable, Sendable {
    /// How many teams were made.
    package var teams = 0
    /// In how many of them somebody stands out.
    package var withAlarm = 0
    /// In how many somebody is outside 95%.
    package var outside95 = 0
    /// In how many the worse agent stands out.
    package var found = 0
    /// In how many somebody else does.
    package var wronglyFlagged = 0
  }

  /// Makes teams, one a seed, and looks at each of them once.
  ///
  /// - Parameters:
  ///   - agents: How many there are (at least 2); the first is the worse one, if any.
  ///   - replies: How many audited replies each has.
  ///   - chance: The chance of each reply to be kept (0 to 1).
  ///   - worse: That of the first agent, where it is another.
  ///   - topics: How far each topic's chance is from that; every agent has a mix of their own.
  ///   - seeds: One team each.
  /// - Throws: ``StatisticsError``, where there are more than a billion replies.
  /// - Complexity: O(seeds × agents × replies).
  package static func run(
    agents: Int = 12, replies: Int, chance: Double, worse: Double? = nil,
    topics: [Double] = [0], seeds: Range<UInt64> = 0..<100
  ) throws(StatisticsError) -> Outcome {
    var outcome = Outcome()
    for seed in seeds {
      var generator = SplitMix64(seed: seed)
      var scores = AgentScores()
      for agent in 0..<agents {
        let own = agent == 0 ? worse ?? chance : chance
        let favourite = generator.index(below: topics.count)
        for _ in 0..<replies {
          // Half of an agent's work is one topic.
          let isFavourite = generator.index(below: 2) == 0
          let topic = isFavourite ? favourite : generator.index(below: topics.count)
          let chance = own + (topics.isEmpty ? 0 : topics[topic])
          scores.add(ticket: [
            ReplyResult(
              agent: name(agent), channel: "email", topic: "topic \(topic)",
              isKept: Double.random(in: 0..<1, using: &generator) < chance)
          ])
        }
      }
      let report = try scores.report()
      outcome.teams += 1
      if report.agents.contains(where: \.standsOut) { outcome.withAlarm += 1 }
      if report.agents.contains(where: { $0.position != .inside }) { outcome.outside95 += 1 }
      if worse != nil {
        if report.agents.contains(where: { $0.standsOut && $0.name == name(0) }) {
          outcome.found += 1
        }
        if report.agents.contains(where: { $0.standsOut && $0.name != name(0) }) {
          outcome.wronglyFlagged += 1
        }
      }
    }
    return outcome
  }

  private static func name(_ agent: Int) -> String { "agent \(agent)" }
}
