import Queueing
import Testing

struct PrioritiesTests {
  /// Talbot's inversion at forty digits gives the oracle fifteen.
  @Test(arguments: priorityTable)
  func `waits agree with numerical inversion of their transform`(
    row: (agents: Int, above: Double, own: Double, whole: Double, time: Double, late: Double)
  ) throws {
    // The classes above in two parts, which must not matter.
    let below = row.whole - row.above - row.own
    let desk = try Priorities.Performance(
      arrivals: [row.above / 3, row.above * 2 / 3, row.own, below], perSeconds: 100,
      agents: row.agents, handleSeconds: 100)
    let late = try desk.classes[2].lateShare(beyondSeconds: row.time * 100)
    #expect(relativeError(late, row.late) <= 1e-11)
  }

  @Test(arguments: [(1, 0.5), (2, 1.9), (10, 9.0), (50, 45.0)])
  func `one class is Erlang C`(agents: Int, load: Double) throws {
    let desk = try Priorities.Performance(
      arrivals: [load], perSeconds: 300, agents: agents, handleSeconds: 300)
    let team = try ErlangC.Performance(load: desk.load, agents: agents, handleSeconds: 300)
    let only = desk.classes[0]
    #expect(relativeError(only.meanWaitSeconds, team.meanWaitSeconds) <= 1e-13)
    #expect(relativeError(only.queueLength, team.queueLength) <= 1e-13)
    #expect(only.waitProbability == team.waitProbability)
    for time in [0.0, 10, 500] {
      let late = try only.lateShare(beyondSeconds: time)
      #expect(relativeError(late, try team.lateShare(beyondSeconds: time)) <= 1e-13)
    }
    #expect(relativeError(try only.waitPercentile(0.99), try team.waitPercentile(0.99)) <= 1e-12)
  }

  @Test func `a class above that never comes changes nothing`() throws {
    let with = try Priorities.Performance(
      arrivals: [0, 1e-9, 80], perSeconds: 3600, agents: 8, handleSeconds: 300)
    let without = try Priorities.Performance(
      arrivals: [80], perSeconds: 3600, agents: 8, handleSeconds: 300)
    for time in [5.0, 60, 900] {
      let late = try with.classes[2].lateShare(beyondSeconds: time)
      #expect(relativeError(late, try without.classes[0].lateShare(beyondSeconds: time)) <= 1e-8)
    }
  }

  @Test func `priorities move waiting, and do not make it less`() throws {
    var generator = SplitMix64(state: 12)
    for _ in 0..<50 {
      let agents = Int.random(in: 1...40, using: &generator)
      let parts = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Double.random(in: 0...1, using: &generator)
      }
      let load = Double.random(in: 0.3...0.98, using: &generator) * Double(agents)
      let sum = parts.reduce(0, +)
      let desk = try Priorities.Performance(
        arrivals: parts.map { $0 / sum * load }, perSeconds: 1, agents: agents, handleSeconds: 1)
      let team = try ErlangC.Performance(load: desk.load, agents: agents, handleSeconds: 1)
      #expect(relativeError(desk.meanWaitSeconds, team.meanWaitSeconds) <= 1e-11)
      #expect(relativeError(desk.queueLength, team.queueLength) <= 1e-11)
      let waits = desk.classes.map(\.meanWaitSeconds)
      #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 })
      // The mean is the integral of the distribution: by quantiles of exponential pieces.
      let last = desk.classes[desk.classes.count - 1]
      let late = try [0.0, 0.3, 1, 3, 10].map { try last.lateShare(beyondSeconds: $0) }
      #expect(zip(late, late.dropFirst()).allSatisfy { $0 >= $1 && (0...1).contains($1) })
      #expect(late[0] == desk.waitProbability)
    }
  }

  @Test(arguments: [(0, 0.2), (1, 0.5), (2, 0.9)])
  func `the mean is the integral of the distribution`(place: Int, sigma: Double) throws {
    let desk = try Priorities.Performance(
      arrivals: [0.2, 0.3, 0.4], perSeconds: 1, agents: 1, handleSeconds: 1)
    let own = desk.classes[place]
    // Simpson's rule, with steps that grow with time.
    var (sum, from, step) = (0.0, 0.0, 0.005)
    while from < 600 {
      sum +=
        step / 3
        * (try own.lateShare(beyondSeconds: from) + 4 * own.lateShare(beyondSeconds: from + step)
          + own.lateShare(beyondSeconds: from + 2 * step))
      from += 2 * step
      step *= 1.02
    }
    #expect(relativeError(own.meanWaitSeconds, sum) <= 1e-6)
  }

  @Test func `one agent with different handling times`() throws {
    // By hand: λE[S²]/2 = (0.1·2·4 + 0.3·1)/2 + …; exponential: E[S²] = 2m², fixed: m².
    let classes = try Priorities.oneAgent(
      [(0.1, .exponential(meanSeconds: 2)), (0.3, .fixed(seconds: 1))], perSeconds: 1)
    let ahead = (0.1 * 8 + 0.3) / 2
    #expect(relativeError(classes[0].meanWaitSeconds, ahead / 0.8) <= 1e-14)
    #expect(relativeError(classes[1].meanWaitSeconds, ahead / 0.8 / 0.5) <= 1e-14)
    #expect(relativeError(classes[1].queueLength, 0.3 * ahead / 0.4) <= 1e-14)
    // One class: Pollaczek and Khinchine.
    let handling = try TimeDistribution.lognormal(meanSeconds: 3, variation: 2)
    let one = try Priorities.oneAgent([(0.25, handling)], perSeconds: 1)
    let plain = try MG1.Performance(arrivals: 0.25, perSeconds: 1, handling: handling)
    #expect(relativeError(one[0].meanWaitSeconds, plain.meanWaitSeconds) <= 1e-14)
    // Exponential and alike: as with c = 1.
    let memoryless = try TimeDistribution.exponential(meanSeconds: 1)
    let alike = try Priorities.oneAgent(
      [(0.2, memoryless), (0.3, memoryless), (0.4, memoryless)], perSeconds: 1)
    for (own, expected) in zip(alike, [1.125, 2.25, 18]) {
      #expect(relativeError(own.meanWaitSeconds, expected) <= 1e-13)
    }
  }

  @Test func `the least team keeps the promise to its class`() throws {
    let targets = try Targets(serviceLevel: 0.9, withinSeconds: 20)
    func agents(_ place: Int) throws -> Int {
      let answer = try Priorities.leastAgents(
        arrivals: [30, 60, 90], perSeconds: 3600, handleSeconds: 240, forClass: place,
        targets: targets)
      #expect(try answer.chosen.serviceLevel(withinSeconds: 20) >= 0.9)
      if let fewer = answer.fewer {
        #expect(try fewer.serviceLevel(withinSeconds: 20) < 0.9)
      }
      return answer.chosen.agents
    }
    let needed = try (0..<3).map { try agents($0) }
    #expect(needed[0] <= needed[1] && needed[1] <= needed[2] && needed[0] < needed[2])
  }

  @Test func `an overloaded desk is an error, also where the first class would be fine`() {
    #expect(throws: QueueError.self) {
      try Priorities.Performance(
        arrivals: [1, 100], perSeconds: 3600, agents: 2, handleSeconds: 240)
    }
    #expect(throws: QueueError.self) {
      try Priorities.oneAgent(
        [(0.5, .fixed(seconds: 1)), (0.5, .fixed(seconds: 1))], perSeconds: 1)
    }
  }
}
