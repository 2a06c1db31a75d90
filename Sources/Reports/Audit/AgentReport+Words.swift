import Quality

extension AgentReport {
  /// What the comparison of the agents tells, in one sentence.
  var finding: String {
    guard compared > 0 else { return "Nobody has replies enough to be compared" }
    let apart = agents.count { $0.standsOut }
    guard overdispersion > 1 else {
      return apart == 0
        ? "Nobody differs from the others by more than chance explains"
        : "\(apart) of \(compared) \(apart == 1 ? "differs" : "differ") from the others by more than "
          + "chance explains"
    }
    return
      (apart == 0
      ? "Nobody stands out" : "\(apart) of \(compared) stand\(apart == 1 ? "s" : "") out")
      + ", while agents as a whole differ more than chance alone would have it"
  }

  /// Why the limits are wider than chance alone would have them; nil where they are not.
  var widening: String? {
    guard overdispersion > 1 else { return nil }
    return "agents as a whole differ more than topics and chance explain, by "
      + "\(Written.number(overdispersion, decimals: 2)) times the variance, so that limits are "
      + "\(Written.number(overdispersion.squareRoot(), decimals: 2)) times as wide"
  }

  /// Beyond which limits somebody stands out; nil where nobody is compared.
  var alarmInWords: String? {
    guard compared > 0 else { return nil }
    let level = Written.number(alarmLevel * 100, decimals: alarmLevel > 0.998 ? 2 : 1)
    return "who stands out is beyond the \(level)% limits, of \(Written.count(compared, "agent")) "
      + "with replies enough"
  }

  /// How far shares are drawn towards the team's; nil in a team of one.
  var priorInWords: String? {
    guard let correlation else { return nil }
    guard let priorReplies else {
      return correlation > 0
        ? "nobody's share is drawn towards the team's: each agent keeps all replies or none"
        : "agents differ no more than chance makes them: each share is drawn to the team's altogether"
    }
    return
      "shares are drawn towards the team's as if \(Written.number(priorReplies, decimals: 1)) replies "
      + "with the team's share were known of each agent before "
      + "(correlation of two replies of one agent: \(Written.number(correlation, decimals: 3)))"
  }
}

extension AgentScore {
  /// The comparison with the others; nil where nothing is said of the agent.
  var decidingComparison: Comparison? {
    if case .tooFew = position { nil } else { comparison }
  }

  /// The limits that decide whether the agent stands out, `71.4% to 96.0%`.
  var limitsInWords: String { decidingComparison?.insideAlarm.inPercent ?? "–" }
}
