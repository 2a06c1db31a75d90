/// Why one agent fewer is not enough.
public enum Limit: String, Hashable, Sendable, CaseIterable {
  /// One fewer would never catch up, or nobody is needed at all.
  case stability
  /// One fewer answers too few tickets in time.
  case serviceLevel = "service-level"
  /// With one fewer, tickets wait too long on average.
  case meanWait = "mean-wait"
  /// With one fewer, too many give up.
  case abandonment
  /// With one fewer, too many are turned away.
  case blocking
  /// One fewer keeps all else, but is busier than the cap on occupancy allows.
  case occupancy

  /// As a person would say it.
  public var inWords: String {
    switch self {
    case .stability: "keeping up"
    case .serviceLevel: "the service level"
    case .meanWait: "the mean wait"
    case .abandonment: "giving up"
    case .blocking: "blocking"
    case .occupancy: "occupancy"
    }
  }
}

/// The least number of agents that keeps all targets, and its neighbours.
public struct Staffing<Team: QueuePerformance>: Hashable, Sendable {
  /// What is kept.
  public let targets: Targets
  /// One agent fewer, which misses a target; `nil` when that team never catches up, or nobody is
  /// needed.
  public let fewer: Team?
  /// The least number of agents that keeps the targets.
  public let chosen: Team
  /// One agent more; `nil` when the model has no room for it.
  public let more: Team?
  /// Why one fewer is not enough.
  public let limit: Limit

  /// States an answer that was found.
  public init(targets: Targets, fewer: Team?, chosen: Team, more: Team?, limit: Limit) {
    self.targets = targets
    self.fewer = fewer
    self.chosen = chosen
    self.more = more
    self.limit = limit
  }

  /// Finds the least team that keeps the targets, among teams that do better the larger they are.
  ///
  /// Doubles the step until a team is large enough, then halves the gap. For a model in which a
  /// team can be worked out on its own.
  ///
  /// - Parameters:
  ///   - targets: What must be kept.
  ///   - fewest: The fewest agents that the model allows (≥ 0), such as the first stable team.
  ///   - most: The most agents to look at.
  ///   - team: What so many agents do.
  /// - Throws: What `team` throws; ``QueueError/neverKept(_:agents:)`` when `most` agents are not
  ///   enough.
  /// - Complexity: O(log(agents found − `fewest`)) teams.
  public init(
    targets: Targets, from fewest: Int, upTo most: Int = QueueError.mostAgents,
    team: (Int) throws(QueueError) -> Team
  ) throws(QueueError) {
    try self.init(
      targets: targets, from: fewest, upTo: most, start: fewest,
      advance: { (cursor: inout Int, agents: Int) in cursor = agents }, team: team)
  }

  /// Finds the least team that keeps the targets, where teams are reached by a recursion upwards.
  ///
  /// The cursor is a value, so going back to the last team that was too small is a copy, and no
  /// recursion starts again from nothing.
  ///
  /// - Parameters:
  ///   - targets: What must be kept.
  ///   - fewest: The fewest agents that the model allows (≥ 0).
  ///   - most: The most agents to look at.
  ///   - start: A cursor that stands at no more than `fewest` agents.
  ///   - advance: Moves a cursor up to so many agents.
  ///   - team: The team where a cursor stands.
  /// - Throws: What `team` throws; ``QueueError/neverKept(_:agents:)`` when `most` agents are not
  ///   enough.
  /// - Complexity: O(log(agents found − `fewest`)) teams; O(agents found) steps of the cursor.
  init<Cursor>(
    targets: Targets, from fewest: Int, upTo most: Int, start: Cursor,
    advance: (inout Cursor, Int) -> Void, team: (Cursor) throws(QueueError) -> Team
  ) throws(QueueError) {
    func reached(_ agents: Int, from cursor: Cursor) throws(QueueError) -> (Cursor, Team, Limit?) {
      var cursor = cursor
      advance(&cursor, agents)
      let found = try team(cursor)
      return (cursor, found, try targets.firstMissed(by: found))
    }
    var (cursor, chosen, missed) = try reached(fewest, from: start)
    guard var limit = missed else {
      self.init(
        targets: targets, fewer: nil, chosen: chosen,
        more: fewest < most ? try reached(fewest + 1, from: cursor).1 : nil, limit: .stability)
      return
    }
    // `fewer` misses a target; `chosen` keeps all, once the first loop is done.
    var fewer = chosen
    var (tooFew, enough, step) = (fewest, fewest, 1)
    while missed != nil {
      guard tooFew < most else { throw .neverKept(limit, agents: most) }
      enough = step > most - tooFew ? most : tooFew + step
      let next = try reached(enough, from: cursor)
      (chosen, missed) = (next.1, next.2)
      if let missed {
        (cursor, fewer, limit, tooFew) = (next.0, next.1, missed, enough)
        step *= 2
      }
    }
    while enough - tooFew > 1 {
      let middle = tooFew + (enough - tooFew) / 2
      let next = try reached(middle, from: cursor)
      if let missed = next.2 {
        (cursor, fewer, limit, tooFew) = (next.0, next.1, missed, middle)
      } else {
        (chosen, enough) = (next.1, middle)
      }
    }
    self.init(
      targets: targets, fewer: fewer, chosen: chosen,
      more: enough < most ? try reached(enough + 1, from: cursor).1 : nil, limit: limit)
  }
}

extension Targets {
  /// Finds the largest load with which so many agents still keep the targets.
  ///
  /// - Parameters:
  ///   - below: A load that is too much (unit: erlangs), such as the number of agents where nobody
  ///     gives up; `nil` where it is not known.
  ///   - team: What these agents do with a load; doing worse the larger it is. A load at which it is
  ///     unstable, or which nobody can offer, is too much.
  /// - Returns: The load, to 1e-13 of itself; zero when none at all is small enough.
  /// - Throws: What `team` throws; ``QueueError/outOfRange(_:_:)`` when no load is too much.
  /// - Complexity: Some fifty teams.
  public func largestLoad<Team: QueuePerformance>(
    below: Double? = nil, team: (OfferedLoad) throws(QueueError) -> Team
  ) throws(QueueError) -> OfferedLoad {
    func isKept(_ erlangs: Double) throws(QueueError) -> Bool {
      do {
        return try firstMissed(by: team(OfferedLoad(erlangs: erlangs))) == nil
      } catch .tooFewSources {
        return false
      } catch {
        guard error.isOverload else { throw error }
        return false
      }
    }
    var (kept, tooMuch) = (0.0, below ?? 1)
    if below == nil {
      while try isKept(tooMuch) {
        guard tooMuch < 1e15 else { throw .outOfRange("the largest load", .infinity) }
        (kept, tooMuch) = (tooMuch, tooMuch * 2)
      }
    }
    while tooMuch - kept > 1e-13 * tooMuch, tooMuch > 1e-300 {
      let middle = kept + (tooMuch - kept) / 2
      if try isKept(middle) { kept = middle } else { tooMuch = middle }
    }
    return try OfferedLoad(erlangs: kept)
  }
}
