import Quality

/// What the funnel does with teams whose truth is known, a line each, as in docs/scores.md.
enum FunnelLines {
  static func all() throws -> [String] {
    let equal = try FunnelTrial.run(replies: 30, chance: 0.9)
    let mixed = try FunnelTrial.run(
      replies: 30, chance: 0.85, topics: [0.13, 0.1, 0.08, 0.05, 0.02, 0, -0.05, -0.1, -0.2, -0.3])
    let many = try FunnelTrial.run(replies: 200, chance: 0.9)
    let worse = try FunnelTrial.run(replies: 200, chance: 0.9, worse: 0.7)
    return [
      "12 agents, all keep 90%, 30 replies each: " + alarms(equal),
      "12 agents, all alike, 10 topics of 55% to 98%, 30 replies each: " + alarms(mixed),
      "12 agents, all keep 90%, 200 replies each: " + alarms(many),
      "one of 12 keeps 70%, the others 90%, 200 replies each: found in \(worse.found) of"
        + " \(worse.teams), somebody else flagged in \(worse.wronglyFlagged)",
    ]
  }

  private static func alarms(_ outcome: FunnelTrial.Outcome) -> String {
    "nobody stands out in \(outcome.teams - outcome.withAlarm) of \(outcome.teams);"
      + " somebody is outside 95% in \(outcome.outside95)"
  }
}
