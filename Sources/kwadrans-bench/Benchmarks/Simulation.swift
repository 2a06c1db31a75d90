import Simulation

extension Benchmark {
  /// A pool, and the engine of the desk, on one core.
  static let simulation = Benchmark("simulation", "50 agents, 45 contacts a minute of 1 min each") {
    let count = 2_000_000
    let streams = RandomStreams(seed: 1, replication: 0)
    func pool(_ patience: Distribution?) throws -> Int {
      let (gap, work) = (
        try Distribution.exponential(mean: 60.0 / 45), try Distribution.exponential(mean: 60)
      )
      let pool = try PlainPool(interarrival: gap, handling: work, agents: 50, patience: patience)
      return pool.run(streams, warmUp: 0, contacts: count).answered
    }
    let end = Double(count / 4) * 60 / 45
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(perSecond: 0.75, until: end),
      handling: try .exponential(mean: 60))
    calls.patience = try .exponential(mean: 120)
    let desk = try Desk(
      types: [calls], people: (0..<50).map { _ in Person(skills: [0]) }, end: end)
    let patience = try Distribution.exponential(mean: 120)
    return [
      Row(
        "pool", try Timing(runs: 5) { try pool(nil) },
        .rate(Double(count), of: "customers"), goal: 20e6),
      Row(
        "pool, patience 2 min", try Timing(runs: 5) { try pool(patience) },
        .rate(Double(count), of: "customers"), goal: 6e6),
      Row(
        "desk, patience 2 min", Timing(runs: 5) { desk.run(streams).events },
        .rate(Double(count / 4), of: "contacts"), goal: 6e6),
    ]
  }
}
