package import Conformance
package import Standards
package import Statistics

/// Shares of replies kept, by agent and by what they were about, over many tickets.
///
/// It holds counts alone, one for each agent and topic: nothing grows with the tickets.
package struct AgentScores: Sendable {
  /// What is asked of the numbers.
  package struct Settings: Hashable, Sendable {
    /// The fewest replies of which an agent is said to stand out or not (at least 1). Twenty, as a rule:
    /// of nineteen at 90%, even fourteen kept are nothing unusual.
    package let minimum: Int
    /// How often intervals shall hold the truth (between 0 and 1).
    package let level: Double

    /// Asks for numbers.
    ///
    /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
    package init(minimum: Int = 20, level: Double = 0.95) throws(StatisticsError) {
      guard minimum >= 1 else {
        throw .outOfRange("the fewest replies", Double(minimum), range: "at least 1")
      }
      guard level > 0, level < 1 else {
        throw .outOfRange("the level", level, range: "between 0 and 1")
      }
      self.init(sound: minimum, level)
    }

    private init(sound minimum: Int, _ level: Double) {
      self.minimum = minimum
      self.level = level
    }

    /// Twenty replies, and 95%.
    package static let standard = Settings(sound: 20, 0.95)
  }

  /// The counts of one agent.
  struct Agent: Sendable {
    var topics: [String?: ShareCount] = [:]
    var whole = ShareCount()
    var tickets = 0
  }

  private(set) var agents: [String: Agent] = [:]
  /// The agents' replies by topic, all agents together.
  private(set) var named: [String?: ShareCount] = [:]
  private(set) var channels: [String?: ShareCount] = [:]
  private(set) var topics: [String?: ShareCount] = [:]
  private(set) var languages: [String?: ShareCount] = [:]
  /// The replies of which the log does not say who wrote them: they are the team's, but no agent's.
  package private(set) var unnamed = ShareCount()
  /// All replies of which something is decided.
  package private(set) var whole = ShareCount()

  private let standards: ScoredStandards

  /// Counts nothing yet.
  package init(_ catalogue: Catalogue) {
    self.init(ScoredStandards(catalogue))
  }

  /// Counts nothing yet.
  ///
  /// - Parameter standards: Those that scores are made of; none where only results are added.
  package init(_ standards: ScoredStandards = ScoredStandards()) {
    self.standards = standards
  }

  /// Counts a ticket's replies; tickets that were left out as spam, duplicates or merged have no verdicts.
  ///
  /// - Complexity: O(replies + verdicts).
  package mutating func add(_ audit: TicketAudit) {
    add(ticket: audit.replyResults(by: standards))
  }

  /// Counts the replies of one ticket.
  ///
  /// - Complexity: O(replies).
  package mutating func add(ticket results: [ReplyResult]) {
    for (place, result) in results.enumerated() {
      whole.add(result)
      channels[result.channel, default: ShareCount()].add(result)
      topics[result.topic, default: ShareCount()].add(result)
      languages[result.language, default: ShareCount()].add(result)
      guard let name = result.agent else {
        unnamed.add(result)
        continue
      }
      named[result.topic, default: ShareCount()].add(result)
      agents[name, default: Agent()].topics[result.topic, default: ShareCount()].add(result)
      agents[name, default: Agent()].whole.add(result)
      if !results[..<place].contains(where: { $0.agent == name }) {
        agents[name, default: Agent()].tickets += 1
      }
    }
  }
}
