import Foundation
import Queueing
import Testing

struct ErlangBContinuousTests {
  /// 1/B = a·∫ e^(−at)·(1 + t)ⁿ dt by Simpson's rule on a fine grid, in steps of u = ln(1 + t).
  static func inverse(_ a: Double, _ n: Double) -> Double {
    // The integrand is a·exp(−a(eᵘ − 1) + (n + 1)u); it is nothing beyond u = 12 for these a.
    let steps = 40_000
    let width = 12.0 / Double(steps)
    var sum = 0.0
    for k in 0...steps {
      let u = Double(k) * width
      let weight = k == 0 || k == steps ? 1.0 : k % 2 == 1 ? 4 : 2
      sum += weight * a * exp(-a * expm1(u) + (n + 1) * u)
    }
    return sum * width / 3
  }

  @Test(arguments: [0.01, 0.5, 1.3, 6, 40], [0.5, 0.999, 1.25, 4.5, 12.75, 60.1])
  func `fractions of agents agree with the integral`(erlangs: Double, agents: Double) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    let blocking = try ErlangB.blocking(load: load, continuousAgents: agents)
    // Simpson's rule with 40,000 steps leaves some 1e-12.
    #expect(relativeError(1 / blocking, Self.inverse(erlangs, agents)) <= 1e-10)
    // The recursion holds between numbers a whole agent apart.
    let more = try ErlangB.blocking(load: load, continuousAgents: agents + 1)
    let recursed = erlangs * blocking / (agents + 1 + erlangs * blocking)
    #expect(relativeError(more, recursed) <= 1e-13)
  }

  @Test(arguments: [0.001, 0.3, 2, 2.5, 97.3, 5000])
  func `whole numbers are the usual formula, and between them it falls steadily`(
    erlangs: Double
  ) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    for agents in [0, 1, 2, 7, 100] {
      let whole = try ErlangB.blocking(load: load, agents: agents)
      #expect(try ErlangB.blocking(load: load, continuousAgents: Double(agents)) == whole)
      let just = try ErlangB.blocking(load: load, continuousAgents: Double(agents) + 1e-9)
      #expect(relativeError(just, whole) <= 1e-6 && just <= whole)
    }
    let falling = try stride(from: 0.0, through: 8, by: 0.05).map {
      try ErlangB.blocking(load: load, continuousAgents: $0)
    }
    #expect(zip(falling, falling.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test(arguments: [0.01, 0.7, 6, 97.3, 2000], [0.9, 0.2, 0.01, 1e-5])
  func `agents and loads for a blocking are where it is met`(
    erlangs: Double, share: Double
  ) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    let agents = try ErlangB.continuousAgents(load: load, blocking: share)
    let blocking = try ErlangB.blocking(load: load, continuousAgents: agents)
    // A rounding of the agents is one of √a times as much in the blocking, and the fraction is
    // what is left of the agents.
    #expect(relativeError(blocking, share) <= 1e-12 * max(1, erlangs.squareRoot()))
    let least = try ErlangB.leastAgents(load: load, blockingAtMost: share).chosen.agents
    #expect(Int(agents.rounded(.up)) == least || abs(agents - Double(least)) < 1e-9)
    let back = try ErlangB.largestLoad(continuousAgents: agents, blockingAtMost: share)
    #expect(relativeError(back.erlangs, erlangs) <= 1e-11)
  }

  @Test func `numbers of agents that nobody can have are refused`() throws {
    let load = try OfferedLoad(erlangs: 6)
    for agents in [-0.5, .nan, .infinity, 1e7 + 1, 1e300] {
      #expect(throws: QueueError.self) {
        try ErlangB.blocking(load: load, continuousAgents: agents)
      }
      #expect(throws: QueueError.self) {
        try ErlangB.largestLoad(continuousAgents: agents, blockingAtMost: 0.01)
      }
    }
    #expect(throws: QueueError.self) { try ErlangB.continuousAgents(load: load, blocking: 1) }
    let nothing = try OfferedLoad(erlangs: 0)
    #expect(try ErlangB.blocking(load: nothing, continuousAgents: 0.5) == 0)
    #expect(try ErlangB.continuousAgents(load: nothing, blocking: 0.5) == 0)
    #expect(try ErlangB.largestLoad(continuousAgents: 0.5, blockingAtMost: 0.01).erlangs > 0)
    let tiny = try OfferedLoad(erlangs: .leastNonzeroMagnitude)
    #expect(try ErlangB.blocking(load: tiny, continuousAgents: 0.5) < 1e-100)
    #expect(try ErlangB.blocking(load: OfferedLoad(erlangs: 1e300), continuousAgents: 2.5) == 1)
  }
}

struct EngsetTests {
  /// C(N, c)·αᶜ over the sum of all up to c, as they stand.
  static func share(_ sources: Int, _ agents: Int, _ alpha: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for k in 0..<agents {
      term *= Double(sources - k) * alpha / Double(k + 1)
      sum += term
    }
    return term / sum
  }

  @Test(arguments: [(10, 3.0, 4), (20, 6, 8), (20, 6, 20), (5, 4.9, 2), (300, 40, 50), (2, 1, 1)])
  func `blocking and busy time are sums of binomials`(
    sources: Int, erlangs: Double, agents: Int
  ) throws {
    let team = try Engset.Performance(
      sources: sources, load: OfferedLoad(erlangs: erlangs), agents: agents)
    let alpha = erlangs / (Double(sources) - erlangs)
    #expect(relativeError(team.blocking, Self.share(sources - 1, agents, alpha)) <= 1e-12)
    #expect(relativeError(team.busyTime, Self.share(sources, agents, alpha)) <= 1e-12)
    #expect(team.blocking <= team.busyTime)
    // Busy agents, from the chain: Σ k·C(N, k)·αᵏ / Σ C(N, k)·αᵏ.
    var (term, sum, busy) = (1.0, 1.0, 0.0)
    for k in 0..<agents {
      term *= Double(sources - k) * alpha / Double(k + 1)
      sum += term
      busy += Double(k + 1) * term
    }
    #expect(relativeError(team.occupancy * Double(agents), busy / sum) <= 1e-12)
  }

  @Test func `with very many sources it is Erlang B, with fewer less is lost`() throws {
    let load = try OfferedLoad(erlangs: 6)
    let endless = try ErlangB.blocking(load: load, agents: 8)
    var before = 0.0
    for sources in [9, 12, 20, 100, 10_000] {
      let blocking = try Engset.Performance(sources: sources, load: load, agents: 8).blocking
      #expect(blocking > before && blocking < endless)
      before = blocking
    }
    let many = try Engset.Performance(sources: 10_000_000, load: load, agents: 8)
    #expect(relativeError(many.blocking, endless) <= 1e-5)
    #expect(
      abs(try Engset.Performance(sources: 20, load: load, agents: 8).blocking - 0.1070) < 5e-5)
  }

  @Test(arguments: [0.5, 3, 9.5], [0.5, 0.05, 1e-6])
  func `the least team is enough and one fewer is not`(erlangs: Double, share: Double) throws {
    let targets = try Targets(blockingAtMost: share)
    let load = try OfferedLoad(erlangs: erlangs)
    let answer = try Engset.leastAgents(sources: 10, load: load, targets: targets)
    #expect(answer.chosen.blocking <= share * (1 + 1e-12))
    #expect(answer.chosen.agents <= 10)
    let fewer = try #require(answer.fewer)
    #expect(fewer.blocking > share && fewer.agents == answer.chosen.agents - 1)
    let alone = try Engset.Performance(sources: 10, load: load, agents: fewer.agents)
    #expect(fewer == alone)
    let largest = try Engset.largestLoad(
      sources: 10, agents: answer.chosen.agents, targets: targets)
    #expect(largest.erlangs >= erlangs)
  }

  @Test func `fewer sources than erlangs are refused`() throws {
    let load = try OfferedLoad(erlangs: 6)
    let error = #expect(throws: QueueError.self) {
      try Engset.Performance(sources: 6, load: load, agents: 3)
    }
    #expect(
      error?.description
        == "6 sources offer less than 6 erlangs, not 6.0; use more sources than erlangs")
    for sources in [-1, 0, Int.max, Int.min] {
      #expect(throws: QueueError.self) {
        try Engset.Performance(sources: sources, load: load, agents: 3)
      }
    }
    #expect(try Engset.Performance(sources: 9, load: load, agents: 0).blocking == 1)
    #expect(try Engset.Performance(sources: 9, load: load, agents: 9).blocking == 0)
    #expect(
      try Engset.Performance(sources: 9, load: OfferedLoad(erlangs: 0), agents: 3).busyTime == 0)
  }
}

struct MMcKTests {
  /// The chain as it stands: the chance of each number of tickets, in small systems.
  static func chain(_ a: Double, _ agents: Int, _ places: Int) -> [Double] {
    var weights = [1.0]
    for k in 1...max(places, 1) where k <= places {
      weights.append(weights[k - 1] * a / Double(min(k, agents)))
    }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  static let desks: [(Double, Int, Int)] = [
    (6, 8, 12), (6, 8, 8), (6, 6, 40), (9, 6, 30), (0.01, 1, 2), (20, 3, 9), (95, 100, 160),
    (5.999, 6, 100), (105, 100, 150),
  ]

  @Test(arguments: desks)
  func `every figure is a sum over the chain`(erlangs: Double, agents: Int, places: Int) throws {
    let team = try MMcK.Performance(
      load: OfferedLoad(erlangs: erlangs), agents: agents, places: places, handleSeconds: 240)
    let chances = Self.chain(erlangs, agents, places)
    let lost = chances[places]
    let waiting = chances[agents..<places].reduce(0, +)
    let length = chances.enumerated().reduce(0) {
      $0 + Double(max(0, $1.offset - agents)) * $1.element
    }
    let busy = chances.enumerated().reduce(0) { $0 + Double(min(agents, $1.offset)) * $1.element }
    #expect(relativeError(team.blocking, lost) <= 1e-12)
    #expect(relativeError(team.letIn, chances[..<places].reduce(0, +)) <= 1e-12)
    #expect(relativeError(team.waitProbability * team.letIn, waiting) <= 1e-12)
    #expect(relativeError(team.queueLength, length) <= 1e-12)
    #expect(relativeError(team.occupancy * Double(agents), busy) <= 1e-12)
    #expect(relativeError(team.meanWaitSeconds, length / (1 - lost) / erlangs * 240) <= 1e-11)
    let percentile = try team.waitPercentile(0.95)
    if percentile > 0 {
      let late = try team.lateShare(beyondSeconds: percentile)
      #expect(relativeError(late, 0.05 * team.letIn) <= 1e-9)
    } else {
      #expect(team.waitProbability <= 0.05 * (1 + 1e-12))
    }
    for seconds in [0.0, 1, 20, 240, 2400] {
      // P(Poisson ≤ j), by adding up.
      let mean = Double(agents) * seconds / 240
      var late = 0.0
      for k in agents..<max(places, agents) {
        var (term, sum) = (exp(-mean), 0.0)
        for i in 0...(k - agents) {
          sum += term
          term *= mean / Double(i + 1)
        }
        late += chances[k] * sum
      }
      #expect(relativeError(try team.lateShare(beyondSeconds: seconds), late) <= 1e-11)
      let level = try team.serviceLevel(withinSeconds: seconds, abandoned: .answeredOnly)
      #expect(abs(level - (1 - late / (1 - lost))) <= 1e-12)
      #expect(
        abs(
          try team.serviceLevel(withinSeconds: seconds, abandoned: .countAsMissed)
            - (1 - lost - late)) <= 1e-12)
    }
  }

  @Test func `it lies between loss and waiting without end`() throws {
    let load = try OfferedLoad(erlangs: 6)
    let lost = try MMcK.Performance(load: load, agents: 8, places: 8, handleSeconds: 240)
    #expect(relativeError(lost.blocking, try ErlangB.blocking(load: load, agents: 8)) <= 1e-14)
    #expect(lost.waitProbability == 0 && lost.meanWaitSeconds == 0)
    let endless = try ErlangC.Performance(load: load, agents: 8, handleSeconds: 240)
    let long = try MMcK.Performance(load: load, agents: 8, places: 5000, handleSeconds: 240)
    #expect(long.blocking < 1e-300)
    #expect(relativeError(long.waitProbability, endless.waitProbability) <= 1e-13)
    #expect(relativeError(long.meanWaitSeconds, endless.meanWaitSeconds) <= 1e-13)
    for seconds in [0.0, 20, 600, 6000] {
      #expect(
        relativeError(
          try long.lateShare(beyondSeconds: seconds), try endless.lateShare(beyondSeconds: seconds))
          <= 1e-11)
    }
    let twelve = try MMcK.Performance(load: load, agents: 8, places: 12, handleSeconds: 240)
    #expect(abs(twelve.blocking - 0.0309) < 5e-5)
    #expect(abs(twelve.meanWaitSeconds - 17.7) < 0.05)
    // More places: fewer lost, longer waits.
    for places in 8..<40 {
      let less = try MMcK.Performance(load: load, agents: 8, places: places, handleSeconds: 240)
      let more = try MMcK.Performance(load: load, agents: 8, places: places + 1, handleSeconds: 240)
      #expect(more.blocking < less.blocking && more.meanWaitSeconds > less.meanWaitSeconds)
    }
  }

  @Test(arguments: [0.5, 6, 25, 60])
  func `the least team keeps the targets and one fewer does not`(erlangs: Double) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    for targets in [
      try Targets(blockingAtMost: 0.3), try Targets(serviceLevel: 0.6, withinSeconds: 30),
      try Targets(meanWaitAtMostSeconds: 15), try Targets(occupancyAtMost: 0.9),
    ] {
      let answer = try MMcK.leastAgents(
        load: load, places: 70, handleSeconds: 240, targets: targets)
      var agents = 1
      while try targets.firstMissed(
        by: MMcK.Performance(load: load, agents: agents, places: 70, handleSeconds: 240)) != nil
      {
        agents += 1
      }
      #expect(answer.chosen.agents == agents)
      let largest = try? MMcK.largestLoad(
        agents: agents, places: 70, handleSeconds: 240, targets: targets)
      #expect((largest?.erlangs ?? erlangs) >= erlangs)
    }
    #expect(throws: QueueError.neverKept(.blocking, agents: 10)) {
      try MMcK.leastAgents(
        load: OfferedLoad(erlangs: 60), places: 10, handleSeconds: 240,
        targets: Targets(blockingAtMost: 0.01))
    }
  }

  @Test func `hostile numbers are refused or answered`() throws {
    let load = try OfferedLoad(erlangs: 6)
    #expect(throws: QueueError.tooFewPlaces(5, agents: 6)) {
      try MMcK.Performance(load: load, agents: 6, places: 5, handleSeconds: 240)
    }
    #expect(throws: QueueError.unstable(load: load, agents: 0)) {
      try MMcK.Performance(load: load, agents: 0, places: 5, handleSeconds: 240)
    }
    for (agents, places) in [(-1, 5), (1, -1), (1, Int.max), (Int.max, Int.max)] {
      #expect(throws: QueueError.self) {
        try MMcK.Performance(load: load, agents: agents, places: places, handleSeconds: 240)
      }
    }
    for (erlangs, agents, places) in [
      (1e300, 3, 9), (1e-300, 3, 9), (0.0, 0, 0), (0, 0, 5), (1e6, 1_000_000, 1_000_100),
      (1e6, 900_000, 1_100_000), (3, 3, 5_000_000),
    ] {
      let team = try MMcK.Performance(
        load: OfferedLoad(erlangs: erlangs), agents: agents, places: places, handleSeconds: 1)
      let numbers = [
        team.blocking, team.letIn, team.waitProbability, team.occupancy,
        try team.lateShare(beyondSeconds: 1), try team.lateShare(beyondSeconds: 1e300),
      ]
      #expect(numbers.allSatisfy { (0...1).contains($0) }, "\(erlangs): \(numbers)")
      #expect(team.queueLength.isFinite && team.meanWaitSeconds.isFinite)
      #expect(abs(team.blocking + team.letIn - 1) <= 1e-14)
    }
  }
}
