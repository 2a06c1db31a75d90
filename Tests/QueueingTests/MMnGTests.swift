import Queueing
import Testing

#if canImport(Glibc)
  import Glibc  // exp, expm1
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct MMnGTests {
  /// The patience of a row of the table.
  static func patience(_ name: String) throws -> Patience {
    switch name {
    case "lognormal(120, 1)": try .lognormal(meanSeconds: 120, variation: 1)
    case "lognormal(60, 3)": try .lognormal(meanSeconds: 60, variation: 3)
    case "exponential(120)": try .exponential(meanSeconds: 120)
    case "fixed(90)": try .fixed(seconds: 90)
    case "balking 0.1, lognormal(120, 1)":
      try .lognormal(meanSeconds: 120, variation: 1).leavingAtOnce(0.1)
    default:
      try .mixture([
        (2, .exponential(meanSeconds: 10)), (8, .fixed(seconds: 180)),
      ])
    }
  }

  /// Our quadrature and the oracle's are both good to a few 1e-13 here.
  @Test(arguments: anyPatienceTable)
  func `agrees with thirty-digit quadrature`(row: AnyPatienceRow) throws {
    let team = try MMnG.Performance(
      load: OfferedLoad(erlangs: row.load), agents: row.agents, handleSeconds: row.handle,
      patience: Self.patience(row.patience))
    #expect(relativeError(team.waitProbability, row.wait) <= 1e-12)
    #expect(relativeError(team.abandonment, row.leaves) <= 1e-11)
    #expect(relativeError(team.meanWaitSeconds, row.meanWait) <= 1e-12)
    #expect(relativeError(try team.lateShare(beyondSeconds: row.time), row.late) <= 1e-12)
    let level = try team.serviceLevel(withinSeconds: row.time, abandoned: .countAsMissed)
    #expect(relativeError(level, row.inTime) <= 1e-12)
    #expect(abs(try team.leftShare(withinSeconds: row.time) - row.left) <= 1e-11 * row.left)
    // Conservation: answered in time, answered late, left in time, left late.
    let missed = try team.missedShare(withinSeconds: row.time, abandoned: .countAsMissed)
    #expect(abs(level + missed - 1) <= 1e-14)
    #expect(abs(team.answeredAtOnce + team.waitProbability - 1) <= 1e-15)
    #expect(
      relativeError(team.occupancy * Double(row.agents), row.load * (1 - row.leaves)) <= 1e-12)
    #expect(relativeError(team.queueLength, row.meanWait * row.load / row.handle) <= 1e-12)
  }

  @Test(arguments: anyPatienceTable)
  func `the three service levels follow from shares`(row: AnyPatienceRow) throws {
    let team = try MMnG.Performance(
      load: OfferedLoad(erlangs: row.load), agents: row.agents, handleSeconds: row.handle,
      patience: Self.patience(row.patience))
    let answered = try team.serviceLevel(withinSeconds: row.time, abandoned: .answeredOnly)
    #expect(relativeError(answered, row.inTime / (1 - row.leaves)) <= 1e-11)
    let patient = try team.serviceLevel(
      withinSeconds: row.time, abandoned: .excludeShort(withinSeconds: row.time))
    #expect(relativeError(patient, row.inTime / (1 - row.left)) <= 1e-11)
    for basis in [
      AbandonedContacts.countAsMissed, .answeredOnly, .excludeShort(withinSeconds: 12),
    ] {
      let level = try team.serviceLevel(withinSeconds: row.time, abandoned: basis)
      let missed = try team.missedShare(withinSeconds: row.time, abandoned: basis)
      #expect(abs(level + missed - 1) <= 1e-14)
      #expect((0...1).contains(level))
    }
  }

  /// With everybody leaving after d: J = (1 − e^(−sd))/s + e^(−sd)/c, s = c − λ.
  @Test(arguments: [(0.5, 1), (6.0, 7), (6.0, 4), (48.0, 50), (300.0, 280)])
  func `fixed patience has a closed form`(load: Double, agents: Int) throws {
    let d = 1.7
    let team = try MMnG.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 1,
      patience: .fixed(seconds: d))
    let (c, spare) = (Double(agents), Double(agents) - load)
    let blocking = try ErlangB.blocking(load: OfferedLoad(erlangs: load), agents: agents - 1)
    let area = -expm1(-spare * d) / spare + exp(-spare * d) / c
    let wait = load * area / (1 / blocking + load * area)
    #expect(relativeError(team.waitProbability, wait) <= 1e-12)
    // Who finds more than d ahead leaves.
    #expect(relativeError(team.abandonment, wait / area * exp(-spare * d) / c) <= 1e-12)
    #expect(try team.lateShare(beyondSeconds: d) == 0)
    #expect(try team.lateShare(beyondSeconds: d * 0.999) > team.abandonment)
    #expect(try team.leftShare(withinSeconds: d * 0.999) == 0)
    #expect(relativeError(try team.leftShare(withinSeconds: d), team.abandonment) <= 1e-12)
  }

  @Test(arguments: [1.0, 7.5, 60])
  func `with patience as long as handling nobody is missed, as with endless agents`(
    load: Double
  ) throws {
    for agents in [1, Int(load), Int(load * 2) + 1] {
      let team = try MMnG.Performance(
        load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 240,
        patience: .exponential(meanSeconds: 240))
      var (term, tail) = (exp(-load), 0.0)
      for k in 0...(4 * Int(load) + 100) {
        if k >= agents { tail += term }
        term *= load / Double(k + 1)
      }
      #expect(relativeError(team.waitProbability, tail) <= 1e-12)
    }
  }

  @Test func `endless patience is Erlang C`() throws {
    let load = try OfferedLoad(erlangs: 9)
    let patient = try MMnG.Performance(
      load: load, agents: 11, handleSeconds: 200, patience: .exponential(meanSeconds: 1e12))
    let endless = try ErlangC.Performance(load: load, agents: 11, handleSeconds: 200)
    #expect(relativeError(patient.waitProbability, endless.waitProbability) <= 1e-9)
    #expect(relativeError(patient.meanWaitSeconds, endless.meanWaitSeconds) <= 1e-8)
    let level = try patient.serviceLevel(withinSeconds: 20, abandoned: .countAsMissed)
    #expect(relativeError(level, try endless.serviceLevel(withinSeconds: 20)) <= 1e-9)
    #expect(
      relativeError(try patient.waitPercentile(0.9), try endless.waitPercentile(0.9)) <= 1e-8)
  }

  @Test func `a percentile is where that share has waited`() throws {
    for name in ["lognormal(120, 1)", "exponential(120)", "balking 0.1, lognormal(120, 1)"] {
      let team = try MMnG.Performance(
        load: OfferedLoad(erlangs: 6), agents: 5, handleSeconds: 300,
        patience: Self.patience(name))
      for share in [0.6, 0.9, 0.999] {
        let wait = try team.waitPercentile(share)
        #expect(relativeError(try team.lateShare(beyondSeconds: wait), 1 - share) <= 1e-10)
      }
      #expect(try team.waitPercentile(0.05) == 0)
    }
    // Half stay to the end of a fixed patience: the percentile is where the share jumps.
    let cut = try MMnG.Performance(
      load: OfferedLoad(erlangs: 30), agents: 5, handleSeconds: 300,
      patience: .fixed(seconds: 90))
    #expect(relativeError(try cut.waitPercentile(0.9), 90) <= 1e-14)
  }

  @Test func `who leaves at once leaves within no time`() throws {
    let team = try MMnG.Performance(
      load: OfferedLoad(erlangs: 6), agents: 5, handleSeconds: 300,
      patience: .exponential(meanSeconds: 100).leavingAtOnce(0.25))
    #expect(
      relativeError(try team.leftShare(withinSeconds: 0), 0.25 * team.waitProbability) <= 1e-12)
    #expect(
      relativeError(try team.lateShare(beyondSeconds: 0), 0.75 * team.waitProbability) <= 1e-12)
  }

  @Test func `a mixture of two alike is one`() throws {
    let one = try Patience.lognormal(meanSeconds: 90, variation: 2)
    let mixed = try Patience.mixture([(3, one), (1e300, one)])
    let load = try OfferedLoad(erlangs: 20)
    let a = try MMnG.Performance(load: load, agents: 18, handleSeconds: 180, patience: one)
    let b = try MMnG.Performance(load: load, agents: 18, handleSeconds: 180, patience: mixed)
    #expect(relativeError(a.abandonment, b.abandonment) <= 1e-13)
    #expect(abs(mixed.meanSeconds - 90) <= 1e-10)
  }

  @Test func `one more agent loses fewer, and more work more`() throws {
    let patience = try Patience.lognormal(meanSeconds: 100, variation: 1.3).leavingAtOnce(0.05)
    func lost(_ load: Double, _ agents: Int) throws -> Double {
      try MMnG.Performance(
        load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 240, patience: patience
      ).abandonment
    }
    let byAgents = try (0...40).map { try lost(15, $0) }
    #expect(zip(byAgents, byAgents.dropFirst()).allSatisfy { $0 > $1 })
    let byLoad = try (0...40).map { try lost(Double($0), 15) }
    #expect(zip(byLoad, byLoad.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `the least team keeps a mix of targets and one fewer does not`() throws {
    let targets = try Targets(
      serviceLevel: 0.8, withinSeconds: 20, abandoned: .excludeShort(withinSeconds: 20),
      abandonmentAtMost: 0.05)
    let answer = try MMnG.leastAgents(
      load: OfferedLoad(erlangs: 100), handleSeconds: 300,
      patience: .lognormal(meanSeconds: 120, variation: 1), targets: targets)
    #expect(try targets.firstMissed(by: answer.chosen) == nil)
    let fewer = try #require(answer.fewer)
    #expect(fewer.agents == answer.chosen.agents - 1)
    #expect(try targets.firstMissed(by: fewer) == answer.limit)
    // Leaving saves agents: fewer than the load, where a tenth may leave.
    let loose = try MMnG.leastAgents(
      load: OfferedLoad(erlangs: 100), handleSeconds: 300,
      patience: .lognormal(meanSeconds: 120, variation: 1),
      targets: Targets(abandonmentAtMost: 0.1))
    #expect(loose.chosen.agents < 100)
  }

  @Test(arguments: [1e-3, 1.0, 1e3, 1e6], [0.5, 0.99, 1.0, 1.01, 3.0])
  func `probabilities stay probabilities at any size`(load: Double, ratio: Double) throws {
    for patience in [
      try Patience.lognormal(meanSeconds: 1e-3, variation: 30),
      try Patience.lognormal(meanSeconds: 1e9, variation: 0.01),
      try Patience.fixed(seconds: 30).leavingAtOnce(0.999),
    ] {
      let team = try MMnG.Performance(
        load: OfferedLoad(erlangs: load), agents: max(1, Int(load * ratio)), handleSeconds: 300,
        patience: patience)
      let shares = [
        team.waitProbability, team.answeredAtOnce, team.abandonment, team.occupancy,
        try team.lateShare(beyondSeconds: 20), try team.leftShare(withinSeconds: 20),
        try team.serviceLevel(withinSeconds: 20, abandoned: .answeredOnly),
      ]
      #expect(shares.allSatisfy { (0...1).contains($0) }, "\(shares)")
      #expect(team.meanWaitSeconds.isFinite && team.meanWaitSeconds >= 0)
      // Conservation: who does not leave is answered.
      #expect(team.abandonment <= team.waitProbability)
      #expect(try team.waitPercentile(0.95).isFinite)
    }
  }

  @Test func `nobody there, and nobody coming`() throws {
    let patience = try Patience.exponential(meanSeconds: 60)
    let closed = try MMnG.Performance(
      load: OfferedLoad(erlangs: 3), agents: 0, handleSeconds: 100, patience: patience)
    #expect(closed.abandonment == 1 && closed.meanWaitSeconds == 60 && closed.occupancy == 0)
    #expect(try closed.serviceLevel(withinSeconds: 9, abandoned: .answeredOnly) == 0)
    #expect(
      try closed.missedShare(withinSeconds: 9, abandoned: .excludeShort(withinSeconds: 20)) == 1)
    let quiet = try MMnG.Performance(
      load: OfferedLoad(erlangs: 0), agents: 2, handleSeconds: 100, patience: patience)
    #expect(quiet.waitProbability == 0 && quiet.queueLength == 0)
    #expect(try quiet.serviceLevel(withinSeconds: 0, abandoned: .countAsMissed) == 1)
    #expect(try quiet.waitPercentile(0.99) == 0)
  }
}
