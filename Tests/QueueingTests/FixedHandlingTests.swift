import Queueing
import Testing

#if canImport(Glibc)
  import Glibc  // exp
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// M/D/c, and what is tested against it.
struct FixedHandlingTests {
  @Test(arguments: fixedTable)
  func `M/D/c agrees with complex roots in sixty digits`(
    row: (load: Double, agents: Int, wait: Double, queue: Double)
  ) throws {
    let team = try MDc.Performance(
      load: OfferedLoad(erlangs: row.load), agents: row.agents, handleSeconds: 100)
    #expect(relativeError(team.waitProbability, row.wait) <= 1e-12)
    // Where the load is almost all that the agents can do, digits of `load` itself are lost.
    let spare = 1 - row.load / Double(row.agents)
    #expect(relativeError(team.queueLength, row.queue) <= 1e-12 + 1e-15 / spare)
    #expect(
      relativeError(team.meanWaitSeconds, row.queue / row.load * 100) <= 1e-12 + 1e-15 / spare)
  }

  @Test(arguments: fixedWaitTable)
  func `the wait in M/D/c agrees with Crommelin's formula in 250 digits`(
    row: (load: Double, agents: Int, at05: Double, at50: Double, at100: Double, at230: Double)
  ) throws {
    let waits = try MDc.Performance(
      load: OfferedLoad(erlangs: row.load), agents: row.agents, handleSeconds: 10
    ).waits()
    for (time, late) in [(0.5, row.at05), (5, row.at50), (10, row.at100), (23, row.at230)] {
      #expect(relativeError(try waits.lateShare(beyondSeconds: time), late) <= 1e-11)
      #expect(abs(try waits.serviceLevel(withinSeconds: time) + late - 1) <= 1e-12)
    }
    #expect(try waits.waitPercentile(1e-9) == 0)
    let median = try waits.waitPercentile(1 - row.at50)
    #expect(abs(median - 5) <= 1e-8)
  }

  @Test(arguments: [0.001, 0.3, 0.8, 0.99, 0.9999, 0.999999])
  func `M/D/1 is Pollaczek and Khinchine's`(rho: Double) throws {
    let load = try OfferedLoad(erlangs: rho)
    let team = try MDc.Performance(load: load, agents: 1, handleSeconds: 60)
    let exact = try MG1.Performance(load: load, handling: .fixed(seconds: 60))
    #expect(relativeError(team.meanWaitSeconds, exact.meanWaitSeconds) <= 1e-11)
    #expect(relativeError(team.waitProbability, rho) <= 1e-12)
    #expect(
      try team.lateShare(beyondSeconds: 100) == exact.lateShare(beyondSeconds: 100))
  }

  /// Erlang's own formula for one agent: P(W ≤ x) = (1 − ρ) Σ (−λ(x − kD))ᵏ/k!·e^(λ(x − kD)).
  @Test(arguments: [0.2, 0.6, 0.9])
  func `M/D/1 waits as Erlang found in 1909`(rho: Double) throws {
    let waits = try MDc.Performance(
      load: OfferedLoad(erlangs: rho), agents: 1, handleSeconds: 1
    ).waits()
    for x in [0.25, 0.999, 1.0, 1.5, 2.75] {
      var sum = 0.0
      for k in 0...Int(x) {
        let y = rho * (x - Double(k))
        var term = exp(y)
        for j in 0..<k { term *= -y / Double(j + 1) }
        sum += term
      }
      #expect(abs(try waits.serviceLevel(withinSeconds: x) - (1 - rho) * sum) <= 1e-12)
    }
  }

  @Test(arguments: [(0.7, 1), (4.0, 5), (19.0, 20), (97.0, 100)])
  func `the mean wait is the integral of its distribution`(load: Double, agents: Int) throws {
    let team = try MDc.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 1)
    let waits = team.waits()
    #expect(try waits.lateShare(beyondSeconds: 0) == team.waitProbability)
    // Simpson's rule in pieces; the curve has corners at whole multiples of the handling time.
    var (sum, from) = (0.0, 0.0)
    while try waits.lateShare(beyondSeconds: from) > 1e-9 {
      let pieces = 16
      let step = 0.5 / Double(pieces)
      for k in 0..<pieces {
        let x = from + Double(2 * k) * step
        sum +=
          step / 3
          * (try waits.lateShare(beyondSeconds: x) + 4 * waits.lateShare(beyondSeconds: x + step)
            + waits.lateShare(beyondSeconds: min(x + 2 * step, from + 1).nextDown))
      }
      from += 1
    }
    #expect(relativeError(team.meanWaitSeconds, sum) <= 1e-4)
  }

  @Test func `tails keep their digits`() throws {
    let waits = try MDc.Performance(
      load: OfferedLoad(erlangs: 5), agents: 10, handleSeconds: 1
    ).waits()
    let far = try [10.0, 20, 30].map { try waits.lateShare(beyondSeconds: $0) }
    #expect(far[2] > 0 && far[2] < 1e-100)
    // In the end it falls by the same factor in the same time.
    #expect(relativeError(far[1] / far[0], far[2] / far[1]) <= 1e-10)
    #expect(try waits.lateShare(beyondSeconds: 1e15) == 0)
  }

  @Test func `a large team in balance`() throws {
    // A million agents, β = 1: P(W = 0) tends to a constant, as in Halfin and Whitt's limit.
    let waits = try [10_000.0, 1_000_000].map { agents in
      try MDc.Performance(
        load: OfferedLoad(erlangs: agents - agents.squareRoot()), agents: Int(agents),
        handleSeconds: 1
      ).waitProbability
    }
    #expect(abs(waits[0] - waits[1]) < 0.01)
    #expect((0.1...0.3).contains(waits[1]))
  }

  @Test(arguments: [0.5, 3.0, 9.5, 80])
  func `steady handling waits less than Erlang C, and more than half`(erlangs: Double) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    for agents in (Int(erlangs) + 1)...(Int(erlangs) + 9) {
      let fixed = try MDc.Performance(load: load, agents: agents, handleSeconds: 1)
      let random = try ErlangC.Performance(load: load, agents: agents, handleSeconds: 1)
      #expect(fixed.meanWaitSeconds < random.meanWaitSeconds)
      #expect(fixed.meanWaitSeconds >= 0.5 * random.meanWaitSeconds * (1 - 1e-12))
      #expect(fixed.waitProbability <= random.waitProbability * (1 + 1e-12))
    }
  }

  @Test func `the least team keeps the promise`() throws {
    let answer = try MDc.leastAgents(
      load: OfferedLoad(erlangs: 51.92), handleSeconds: 300,
      targets: Targets(serviceLevel: 0.8, withinSeconds: 20))
    #expect(try answer.chosen.serviceLevel(withinSeconds: 20) >= 0.8)
    let fewer = try #require(answer.fewer)
    #expect(try fewer.serviceLevel(withinSeconds: 20) < 0.8)
    // The best target is where the share is just answered.
    let best = try #require(try fewer.shortestTarget(share: 0.8, abandoned: .countAsMissed))
    #expect(best > 20)
    #expect(relativeError(try fewer.lateShare(beyondSeconds: best), 0.2) <= 1e-9)
    #expect(try fewer.missedShare(withinSeconds: best * 0.999, abandoned: .answeredOnly) > 0.2)
    #expect(try fewer.missedShare(withinSeconds: best * 1.001, abandoned: .answeredOnly) < 0.2)
    let atOnce = fewer.answeredAtOnce
    #expect(try fewer.shortestTarget(share: atOnce * 0.999, abandoned: .countAsMissed) == 0)
    let hardly = try fewer.shortestTarget(share: atOnce + 1e-6, abandoned: .countAsMissed)
    #expect(try #require(hardly) > 0)
  }

  @Test func `the largest load is just kept, and stable`() throws {
    let targets = try Targets(serviceLevel: 0.8, withinSeconds: 20)
    func team(_ load: OfferedLoad) throws(QueueError) -> MDc.Performance {
      try MDc.Performance(load: load, agents: 5, handleSeconds: 300)
    }
    let most = try targets.largestLoad(team: team)
    #expect(most.erlangs < 5)
    #expect(try targets.firstMissed(by: team(most)) == nil)
    let more = try OfferedLoad(erlangs: most.erlangs * 1.000_001)
    #expect(try targets.firstMissed(by: team(more)) == .serviceLevel)
    // Where hours are allowed, what is just stable is too much only by what is not.
    let hours = try Targets(serviceLevel: 0.5, withinSeconds: 1e9)
    #expect(relativeError(try hours.largestLoad(team: team).erlangs, 5) <= 1e-6)
    // Six callers cannot offer more than six erlangs.
    let callers = try Targets(blockingAtMost: 0.999).largestLoad { load throws(QueueError) in
      try Engset.Performance(sources: 6, load: load, agents: 6)
    }
    #expect(relativeError(callers.erlangs, 6) <= 1e-12)
  }

  /// The table in the documentation of `MGc`: what M/D/c waits ÷ what Erlang C waits.
  @Test(arguments: [
    (2, [0.530, 0.508, 0.504, 0.502]), (5, [0.588, 0.522, 0.509, 0.504]),
    (20, [0.751, 0.560, 0.524, 0.511]), (50, [0.871, 0.616, 0.543, 0.518]),
  ])
  func `approximations err as documented where the truth is known`(
    agents: Int, ratios: [Double]
  ) throws {
    for (rho, ratio) in zip([0.5, 0.8, 0.9, 0.95], ratios) {
      let load = try OfferedLoad(erlangs: Double(agents) * rho)
      func wait(_ approximation: MGc.Approximation) throws -> Double {
        try MGc.Performance(
          load: load, agents: agents, handleSeconds: 1, squaredVariation: 0,
          approximation: approximation
        ).meanWaitSeconds
      }
      let truth = try MDc.Performance(load: load, agents: agents, handleSeconds: 1)
      let random = try ErlangC.Performance(load: load, agents: agents, handleSeconds: 1)
      #expect(abs(truth.meanWaitSeconds / random.meanWaitSeconds - ratio) <= 0.0006)
      #expect(try wait(.leeLongton) == random.meanWaitSeconds / 2)
      #expect(relativeError(try wait(.page), truth.meanWaitSeconds) <= 1e-14)
      #expect(relativeError(try wait(.kimura), truth.meanWaitSeconds) <= 1e-14)
    }
  }

  @Test func `approximations are exact for exponential handling, and rise with variation`() throws {
    let load = try OfferedLoad(erlangs: 8)
    let exact = try ErlangC.Performance(load: load, agents: 10, handleSeconds: 60)
    for approximation in MGc.Approximation.allCases {
      let team = try MGc.Performance(
        load: load, agents: 10, handleSeconds: 60, squaredVariation: 1,
        approximation: approximation)
      #expect(relativeError(team.meanWaitSeconds, exact.meanWaitSeconds) <= 1e-14)
      #expect(
        relativeError(
          try team.lateShare(beyondSeconds: 30), try exact.lateShare(beyondSeconds: 30)) <= 1e-14)
      #expect(relativeError(try team.waitPercentile(0.9), try exact.waitPercentile(0.9)) <= 1e-13)
      let waits = try [0, 0.25, 0.5, 1.0].map {
        try MGc.Performance(
          load: load, agents: 10, handleSeconds: 60, squaredVariation: $0,
          approximation: approximation
        ).meanWaitSeconds
      }
      #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 < $1 })
    }
    // Each as its author wrote it, from the two ends.
    let (usual, fixed) = (
      exact.meanWaitSeconds,
      try MDc.Performance(load: load, agents: 10, handleSeconds: 60).meanWaitSeconds
    )
    for variation in [0.25, 0.5, 4] {
      let rules: [(MGc.Approximation, Double)] = [
        (.leeLongton, (1 + variation) / 2 * usual),
        (.page, variation * usual + (1 - variation) * fixed),
        (.kimura, (1 + variation) / (2 * variation / usual + (1 - variation) / fixed)),
      ]
      for (rule, wait) in rules where rule != .page || variation <= 1 {
        let team = try MGc.Performance(
          load: load, agents: 10, handleSeconds: 60, squaredVariation: variation,
          approximation: rule)
        #expect(relativeError(team.meanWaitSeconds, wait) <= 1e-14, "\(rule) \(variation)")
        #expect(relativeError(team.queueLength, wait * 8 / 60) <= 1e-14)
      }
    }
    let wild = try MGc.Performance(
      load: load, agents: 10, handleSeconds: 60, squaredVariation: 4, approximation: .kimura)
    #expect(wild.meanWaitSeconds > 2 * exact.meanWaitSeconds)
    #expect(throws: QueueError.self) {
      try MGc.Performance(
        load: load, agents: 10, handleSeconds: 60, squaredVariation: 4, approximation: .page)
    }
  }

  @Test func `one agent with exponential handling is Erlang C`() throws {
    let one = try MG1.Performance(
      arrivals: 10, perSeconds: 3600, handling: .exponential(meanSeconds: 300))
    let team = try ErlangC.Performance(load: one.load, agents: 1, handleSeconds: 300)
    #expect(relativeError(one.meanWaitSeconds, team.meanWaitSeconds) <= 1e-14)
    #expect(relativeError(one.queueLength, team.queueLength) <= 1e-14)
    for time in [0.0, 20, 3000] {
      let late = try one.lateShare(beyondSeconds: time)
      #expect(relativeError(late, try team.lateShare(beyondSeconds: time)) <= 1e-14)
    }
    #expect(relativeError(try one.waitPercentile(0.95), try team.waitPercentile(0.95)) <= 1e-13)
    // E[W²] of a wait that is nothing or exponential: 2·E[W]²/ρ.
    let mean = one.meanWaitSeconds
    #expect(relativeError(one.meanSquaredWait, 2 * mean * mean / one.load.erlangs) <= 1e-14)
  }

  /// A gamma fit has no more than two moments right; for almost exponential handling it is exact,
  /// and for almost fixed handling within 0.03 of the truth.
  @Test(arguments: [0.3, 0.6, 0.85, 0.97])
  func `the gamma fit is near`(rho: Double) throws {
    let load = try OfferedLoad(erlangs: rho)
    let nearlyFixed = try MG1.Performance(
      load: load, handling: .lognormal(meanSeconds: 1, variation: 1e-4))
    let fixed = try MG1.Performance(load: load, handling: .fixed(seconds: 1))
    #expect(nearlyFixed.waitDistribution == .gammaFit && fixed.waitDistribution == .exact)
    #expect(relativeError(nearlyFixed.meanWaitSeconds, fixed.meanWaitSeconds) <= 1e-7)
    var worst = 0.0
    for k in 1...60 {
      let x = Double(k) / 10 / (1 - rho) / 2
      let difference =
        try nearlyFixed.lateShare(beyondSeconds: x) - fixed.lateShare(beyondSeconds: x)
      worst = max(worst, abs(difference))
    }
    #expect(worst <= 0.03 && worst >= 1e-4, "\(worst)")
  }

  @Test func `more variation waits longer`() throws {
    let waits = try [0.1, 0.5, 1, 2, 5].map {
      try MG1.Performance(
        arrivals: 5, perSeconds: 3600, handling: .lognormal(meanSeconds: 600, variation: $0))
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $0.meanWaitSeconds < $1.meanWaitSeconds })
    for wait in waits {
      let late = try [0.0, 60, 600, 6000].map { try wait.lateShare(beyondSeconds: $0) }
      #expect(zip(late, late.dropFirst()).allSatisfy { $0 > $1 })
      #expect(relativeError(late[0], 5.0 / 6) <= 1e-14)
      #expect(
        relativeError(try wait.lateShare(beyondSeconds: try wait.waitPercentile(0.9)), 0.1)
          <= 1e-9)
    }
    // c² = 2.25 by hand: ρ = 5/6, 5·3.25/2·600 s.
    let one = try MG1.Performance(
      arrivals: 5, perSeconds: 3600, handling: .lognormal(meanSeconds: 600, variation: 1.5))
    #expect(relativeError(one.meanWaitSeconds, 4875) <= 1e-13)
  }
}
