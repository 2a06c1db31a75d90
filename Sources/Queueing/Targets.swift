/// What a team is to keep: any mix of targets, all of which must hold.
///
/// ```swift
/// let targets = try Targets(
///   serviceLevel: 0.8, withinSeconds: 20, abandonmentAtMost: 0.03, occupancyAtMost: 0.85)
/// ```
public struct Targets: Hashable, Sendable {
  /// A promised share of tickets answered within a time.
  public struct Answered: Hashable, Sendable {
    /// The promised share (0 < share < 1).
    public let share: Double
    /// The time (unit: s; finite, ≥ 0).
    public let withinSeconds: Double
    /// What becomes of contacts that left.
    public let abandoned: AbandonedContacts
  }

  /// The promised share of tickets answered in time, if there is one.
  public let answered: Answered?
  /// The longest mean wait (unit: s; ≥ 0), if it matters.
  public let meanWaitAtMostSeconds: Double?
  /// The largest share of tickets that may give up, if it matters.
  public let abandonmentAtMost: Double?
  /// The largest share of tickets that may be turned away, if it matters.
  public let blockingAtMost: Double?
  /// The largest share of their time that agents may be busy (0 < share ≤ 1), if it matters.
  public let occupancyAtMost: Double?

  /// Creates a mix of targets; whatever is `nil` does not matter.
  ///
  /// - Parameters:
  ///   - serviceLevel: The promised share of tickets (0 < share < 1).
  ///   - withinSeconds: The time in which they are answered (unit: s; finite, ≥ 0).
  ///   - abandoned: What becomes of contacts that left, in the service level.
  ///   - meanWaitAtMostSeconds: The longest mean wait (unit: s; finite, ≥ 0).
  ///   - abandonmentAtMost: The largest share that may give up (0 < share < 1).
  ///   - blockingAtMost: The largest share that may be turned away (0 < share < 1).
  ///   - occupancyAtMost: How busy agents may be (0 < share ≤ 1).
  /// - Throws: ``QueueError/notAShare(_:_:)`` or ``QueueError/outOfRange(_:_:)`` for the first value
  ///   out of range.
  public init(
    serviceLevel: Double? = nil, withinSeconds: Double = 0,
    abandoned: AbandonedContacts = .countAsMissed,
    meanWaitAtMostSeconds: Double? = nil, abandonmentAtMost: Double? = nil,
    blockingAtMost: Double? = nil, occupancyAtMost: Double? = nil
  ) throws(QueueError) {
    if let serviceLevel {
      try Checked.share("service level", serviceLevel)
      try Checked.seconds("target seconds", withinSeconds)
      if case .excludeShort(let seconds) = abandoned {
        try Checked.seconds("short abandonment", seconds)
      }
      answered = Answered(share: serviceLevel, withinSeconds: withinSeconds, abandoned: abandoned)
    } else {
      answered = nil
    }
    if let meanWaitAtMostSeconds { try Checked.seconds("mean wait", meanWaitAtMostSeconds) }
    if let abandonmentAtMost { try Checked.share("abandonment", abandonmentAtMost) }
    if let blockingAtMost { try Checked.share("blocking", blockingAtMost) }
    if let cap = occupancyAtMost, !(cap > 0 && cap <= 1) { throw .notAShare("occupancy", cap) }
    self.meanWaitAtMostSeconds = meanWaitAtMostSeconds
    self.abandonmentAtMost = abandonmentAtMost
    self.blockingAtMost = blockingAtMost
    self.occupancyAtMost = occupancyAtMost
  }

  /// The first target that a team misses, in the order of ``Limit``; `nil` when it keeps all.
  ///
  /// A target missed by less than rounding (one part in 10^12, or the last bit of a share) counts
  /// as met: it was written in decimals.
  ///
  /// - Throws: What the team throws when it is asked for its service level.
  public func firstMissed(by team: some QueuePerformance) throws(QueueError) -> Limit? {
    if let answered {
      let missed = try team.missedShare(
        withinSeconds: answered.withinSeconds, abandoned: answered.abandoned)
      if missed > Self.mayMiss(share: answered.share) { return .serviceLevel }
    }
    if let most = meanWaitAtMostSeconds, Self.exceeds(team.meanWaitSeconds, most) {
      return .meanWait
    }
    if let most = abandonmentAtMost, Self.exceeds(team.abandonment, most) { return .abandonment }
    if let most = blockingAtMost, Self.exceeds(team.blocking, most) { return .blocking }
    if let most = occupancyAtMost {
      // Nobody is never busy, but that is not meant.
      let isDesertedDesk = team.agents == 0 && team.load.erlangs > 0
      if isDesertedDesk || Self.exceeds(team.occupancy, most) { return .occupancy }
    }
    return nil
  }

  /// How many may be late, with room for the rounding of `share` and of the answer.
  static func mayMiss(share: Double) -> Double { (1 - share) * (1 + 1e-12) + 0x1p-54 }

  static func exceeds(_ value: Double, _ most: Double) -> Bool { value > most * (1 + 1e-12) }
}
