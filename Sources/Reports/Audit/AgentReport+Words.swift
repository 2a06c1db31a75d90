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
}
