import Queueing
import Testing

struct ChatDeskTests {
  @Test(arguments: [1.0, 8.5, 11.7])
  func `one chat at a time is M/M/n+G`(erlangs: Double) throws {
    let patience = try Patience.lognormal(meanSeconds: 60, variation: 1.4)
    let desk = try ChatDesk.Performance(
      arrivals: erlangs, perSeconds: 200, agents: 10, speed: .init(secondsByLevel: [200]),
      patience: patience)
    let team = try MMnG.Performance(
      load: OfferedLoad(erlangs: erlangs), agents: 10, handleSeconds: 200, patience: patience)
    #expect(relativeError(desk.waitProbability, team.waitProbability) <= 1e-12)
    #expect(relativeError(desk.abandonment, team.abandonment) <= 1e-12)
    #expect(relativeError(desk.occupancy, team.occupancy) <= 1e-12)
    #expect(relativeError(desk.chatsPerAgent, team.occupancy) <= 1e-12)
    #expect(relativeError(try desk.waitPercentile(0.99), try team.waitPercentile(0.99)) <= 1e-11)
    for basis in [
      AbandonedContacts.countAsMissed, .answeredOnly, .excludeShort(withinSeconds: 12),
    ] {
      let (a, b) = (
        try desk.serviceLevel(withinSeconds: 15, abandoned: basis),
        try team.serviceLevel(withinSeconds: 15, abandoned: basis)
      )
      #expect(relativeError(a, b) <= 1e-12)
    }
  }

  @Test func `without impatience and at one speed it is Erlang C with more agents`() throws {
    // Three at once, each as fast as alone: thirty agents.
    let desk = try ChatDesk.Performance(
      arrivals: 25, perSeconds: 300, agents: 10, speed: .init(secondsByLevel: [300, 300, 300]),
      patience: nil)
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 25), agents: 30, handleSeconds: 300)
    #expect(relativeError(desk.waitProbability, team.waitProbability) <= 1e-12)
    #expect(relativeError(desk.meanWaitSeconds, team.meanWaitSeconds) <= 1e-12)
    #expect(relativeError(desk.slotOccupancy, team.occupancy) <= 1e-12)
    #expect(relativeError(desk.queueLength, team.queueLength) <= 1e-12)
    let late = try team.lateShare(beyondSeconds: 30)
    #expect(relativeError(try desk.lateShare(beyondSeconds: 30), late) <= 1e-12)
    #expect(
      relativeError(try desk.missedShare(withinSeconds: 30, abandoned: .countAsMissed), late)
        <= 1e-12)
    let level = try team.serviceLevel(withinSeconds: 30)
    #expect(relativeError(try desk.serviceLevel(withinSeconds: 30), level) <= 1e-12)
  }

  /// Birth and death, state by state, in plain sums.
  @Test(arguments: [2.0, 3.4, 6])
  func `states agree with plain sums`(rate: Double) throws {
    let seconds = [5.0, 6.5, 9]
    let desk = try ChatDesk.Performance(
      arrivals: rate, perSeconds: 1, agents: 9, speed: .init(secondsByLevel: seconds),
      patience: .exponential(meanSeconds: 2))
    var weights = [1.0]
    for k in 1...400 {
      let (level, above) = min(k, 27).quotientAndRemainder(dividingBy: 9)
      var down = 0.0
      if level > 0 { down += Double(9 - above) * Double(level) / seconds[level - 1] }
      if above > 0 { down += Double(above) * Double(level + 1) / seconds[level] }
      weights.append(weights[k - 1] * rate / (down + Double(max(0, k - 27)) / 2))
    }
    let sum = weights.reduce(0, +)
    func mean(_ value: (Int) -> Double) -> Double {
      weights.enumerated().reduce(0) { $0 + value($1.offset) * $1.element } / sum
    }
    #expect(relativeError(desk.waitProbability, mean { $0 >= 27 ? 1 : 0 }) <= 1e-12)
    #expect(relativeError(desk.chatsPerAgent, mean { Double(min($0, 27)) } / 9) <= 1e-12)
    #expect(relativeError(desk.occupancy, mean { Double(min($0, 9)) } / 9) <= 1e-12)
    #expect(relativeError(desk.queueLength, mean { Double(max(0, $0 - 27)) }) <= 1e-12)
    #expect(relativeError(desk.abandonment, desk.queueLength / 2 / rate) <= 1e-12)
  }

  @Test func `only corners of the hull are worth having`() throws {
    func levels(_ seconds: [Double]) throws -> [Int] {
      try ChatDesk.Speed(secondsByLevel: seconds).usefulLevels
    }
    #expect(try levels([300]) == [1])
    #expect(try levels([300, 400, 500]) == [1, 2, 3])
    // Two at once take more than twice as long: never.
    #expect(try levels([300, 700, 1200]) == [1])
    // Two are worse than some with one and some with three.
    #expect(try levels([300, 590, 400]) == [1, 3])
    // As many per hour with three as with two: then the fewer.
    #expect(try levels([300, 400, 600]) == [1, 2])
    #expect(try levels([1, 1, 1, 1]) == [4])
  }

  @Test func `the least team keeps its targets`() throws {
    let speed = try ChatDesk.Speed(secondsByLevel: [300, 400, 500])
    let targets = try Targets(serviceLevel: 0.8, withinSeconds: 30, abandonmentAtMost: 0.05)
    let answer = try ChatDesk.leastAgents(
      arrivals: 120, perSeconds: 3600, speed: speed, patience: .exponential(meanSeconds: 120),
      targets: targets)
    #expect(try targets.firstMissed(by: answer.chosen) == nil)
    let fewer = try #require(answer.fewer)
    #expect(try targets.firstMissed(by: fewer) != nil)
    let endless = try ChatDesk.leastAgents(
      arrivals: 120, perSeconds: 3600, speed: speed, patience: nil, targets: targets)
    #expect(endless.chosen.agents >= answer.chosen.agents)
  }

  @Test func `too many chats for all slots are an error, unless customers leave`() throws {
    let speed = try ChatDesk.Speed(secondsByLevel: [300, 400])
    let error = #expect(throws: QueueError.self) {
      try ChatDesk.Performance(
        arrivals: 100, perSeconds: 3600, agents: 5, speed: speed, patience: nil)
    }
    #expect(
      error?.description == "100.0 an hour come and 90.0 an hour can be done; "
        + "use more agents, or say how long customers wait before they leave")
    let desk = try ChatDesk.Performance(
      arrivals: 100, perSeconds: 3600, agents: 5, speed: speed,
      patience: .exponential(meanSeconds: 60))
    #expect(desk.abandonment > 0.1)
    let closed = try ChatDesk.Performance(
      arrivals: 100, perSeconds: 3600, agents: 0, speed: speed,
      patience: .exponential(meanSeconds: 60))
    #expect(closed.abandonment == 1 && closed.meanWaitSeconds == 60)
    #expect(try closed.serviceLevel(withinSeconds: 10) == 0)
    #expect(try closed.leftShare(withinSeconds: 1e9) == 1)
    let quiet = try ChatDesk.Performance(
      arrivals: 0, perSeconds: 3600, agents: 3, speed: speed, patience: nil)
    #expect(try quiet.serviceLevel(withinSeconds: 0) == 1 && quiet.occupancy == 0)
  }

  @Test(arguments: [1e-9, 1.0, 1e4], [1, 100, 30_000])
  func `probabilities stay probabilities`(rate: Double, agents: Int) throws {
    let desk = try ChatDesk.Performance(
      arrivals: rate, perSeconds: 1, agents: agents, speed: .init(secondsByLevel: [200, 250, 270]),
      patience: .lognormal(meanSeconds: 40, variation: 3))
    let shares = [
      desk.waitProbability, desk.answeredAtOnce, desk.abandonment, desk.occupancy,
      desk.slotOccupancy,
      try desk.serviceLevel(withinSeconds: 20, abandoned: .excludeShort(withinSeconds: 20)),
    ]
    #expect(shares.allSatisfy { (0...1).contains($0) }, "\(shares)")
  }

  @Test func `slots of all agents together have a limit`() throws {
    let speed = try ChatDesk.Speed(secondsByLevel: [300, 400, 500])
    #expect(throws: QueueError.tooManyAgents(4_000_000)) {
      try ChatDesk.Performance(
        arrivals: 1, perSeconds: 60, agents: 4_000_000, speed: speed, patience: nil)
    }
  }
}
