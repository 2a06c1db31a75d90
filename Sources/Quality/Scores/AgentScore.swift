package import Statistics

/// One agent among the team.
package struct AgentScore: Hashable, Sendable {
  /// Where an agent stands in the funnel.
  package enum Position: Hashable, Sendable {
    /// Nothing can be said; the text says why.
    case tooFew(String)
    /// As expected, but for chance.
    case inside
    /// Further off than chance takes one of twenty: no more than a reason to keep an eye on it.
    case outside95(Side)
    /// Further off than chance takes one of five hundred.
    case outside998(Side)
  }

  /// On which side of what is expected.
  package enum Side: String, Hashable, Sendable {
    case below, above
  }

  /// The agent.
  package let name: String
  /// In how many tickets there are replies of theirs.
  package let tickets: Int
  /// Their replies.
  package let replies: ShareCount
  /// The share of replies kept (0 to 1).
  package let share: Double
  /// Wilson's interval of ``share``.
  package let interval: Interval
  /// The share drawn towards the team's, the further the fewer the replies (0 to 1): the best guess at
  /// what comes next; nil in a team of one.
  package let shrunk: Double?
  /// The interval of ``shrunk``.
  package let shrunkInterval: Interval?
  /// How they compare with the others; nil where there are no others.
  package let comparison: Comparison?
  /// Where they stand.
  package let position: Position
  /// Whether they stand out even though so many are looked at: beyond 99.8%, and beyond what chance
  /// does to anybody of the team in one look of twenty.
  package let standsOut: Bool

  /// How an agent compares with the others, topic by topic.
  package struct Comparison: Hashable, Sendable {
    /// The share that the others would have with this agent's mix of topics (0 to 1).
    package let expected: Double
    /// The share that this agent would have with the others' mix (0 to 1).
    package let adjusted: Double
    /// The interval of ``adjusted``.
    package let adjustedInterval: Interval
    /// Between which shares 95 of 100 agents like the others would be.
    package let inside95: Interval
    /// Between which shares 998 of 1,000 would be.
    package let inside998: Interval
    /// Beyond which shares an agent ``AgentScore/standsOut``: at ``AgentReport/alarmLevel``.
    package let insideAlarm: Interval
    /// How many standard errors the share is from what is expected; below 0 for less.
    package let deviate: Double
  }
}

/// A share of replies that have something in common.
package struct ShareLine: Hashable, Sendable {
  /// What they have in common; nil for those of which it is not known.
  package let name: String?
  /// The replies.
  package let replies: ShareCount
  /// Wilson's interval. Of a sample of tickets it holds the share of all of them; where all were read it
  /// holds what the same desk would keep in the long run.
  package let interval: Interval
}
