/// What became of the contacts of one run of a pool.
package struct PoolTally: Hashable, Sendable {
  /// Contacts that were answered.
  package private(set) var answered = 0
  /// Of those, who was answered in time.
  package private(set) var answeredInTime = 0
  /// Of those, who had to wait.
  package private(set) var answeredLater = 0
  /// Contacts that gave up.
  package private(set) var abandoned = 0
  /// Of those, who gave up within the target.
  package private(set) var abandonedInTime = 0
  /// Time waited by all contacts, answered or not (unit: s).
  package private(set) var waited = 0.0
  /// Time worked on the contacts counted (unit: s).
  package private(set) var worked = 0.0
  /// Waits of those who had to wait, answered or not.
  package internal(set) var waits = TimeHistogram()
  /// From when to when contacts were counted (unit: s).
  package internal(set) var begin = 0.0
  package internal(set) var end = 0.0

  private let agents: Int

  init(agents: Int) {
    self.agents = agents
  }

  @inline(__always)
  mutating func answered(
    after wait: Double, _ handling: Double, target: Double, _ bins: inout TimeHistogram.Bins
  ) {
    answered += 1
    worked += handling
    if wait <= target { answeredInTime += 1 }
    guard wait > 0 else { return }
    answeredLater += 1
    waited += wait
    bins.add(wait)
  }

  @inline(__always)
  mutating func gaveUp(
    after wait: Double, target: Double, _ bins: inout TimeHistogram.Bins
  ) {
    abandoned += 1
    if wait <= target { abandonedInTime += 1 }
    waited += wait
    bins.add(wait)
  }

  /// Contacts that were counted.
  package var contacts: Int { answered + abandoned }

  /// Whether so many contacts are accounted for once, each wait among them.
  func isConserved(of contacts: Int, _ bins: TimeHistogram.Bins) -> Bool {
    answered + abandoned == contacts && answeredLater + abandoned == bins.count
      && answeredInTime <= answered && abandonedInTime <= abandoned
  }

  /// The share that could not be answered at once; not a number where there were no contacts.
  package var waitProbability: Double {
    Double(answeredLater + abandoned) / Double(contacts)
  }
  /// Mean time waited by all, answered or not (unit: s).
  package var meanWait: Double { waited / Double(contacts) }
  /// The share that gave up.
  package var abandonment: Double { Double(abandoned) / Double(contacts) }
  /// Work done ÷ time of all agents.
  package var occupancy: Double { worked / agentTime }
  /// Time of all agents (unit: s).
  package var agentTime: Double { Double(agents) * (end - begin) }
  /// Contacts waiting, on average over time.
  package var queueLength: Double { waited / (end - begin) }

  /// The wait that a share of contacts does not exceed, answered or not (unit: s).
  package func waitPercentile(_ share: Double) -> Double {
    waits.percentile(share, zeros: answered - answeredLater)
  }

  /// The share answered in time of all contacts.
  package var serviceLevelOfAll: Double { Double(answeredInTime) / Double(contacts) }
  /// The share answered in time of those who were answered.
  package var serviceLevelOfAnswered: Double { Double(answeredInTime) / Double(answered) }
  /// The share answered in time, of all but those who gave up within the target.
  package var serviceLevelOfPatient: Double {
    Double(answeredInTime) / Double(contacts - abandonedInTime)
  }
}
