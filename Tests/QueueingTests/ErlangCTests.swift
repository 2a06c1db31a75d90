import Foundation
import Queueing
import Testing

struct ErlangCTests {
  @Test(arguments: waitTable)
  func `the wait probability agrees with sixty digits`(
    row: (load: Double, agents: Int, expected: Double)
  ) throws {
    let load = try OfferedLoad(erlangs: row.load)
    let wait = try ErlangC.waitProbability(load: load, agents: row.agents)
    #expect(relativeError(wait, row.expected) <= 1e-12)
  }

  @Test(arguments: answeredTable)
  func `the share answered in time agrees with sixty digits, also when it is tiny`(
    row: (load: Double, agents: Int, ratio: Double, expected: Double)
  ) throws {
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: row.load), agents: row.agents, handleSeconds: 1)
    let level = try team.serviceLevel(withinSeconds: row.ratio)
    #expect(relativeError(level, row.expected) <= 1e-12)
    let late = try team.lateShare(beyondSeconds: row.ratio)
    #expect(abs(level + late - 1) <= 4e-16)
  }

  @Test(arguments: sizeTable)
  func `the least team agrees with sixty digits`(
    row: (load: Double, handle: Double, within: Double, share: Double, agents: Int)
  ) throws {
    let answer = try ErlangC.leastAgents(
      load: OfferedLoad(erlangs: row.load), handleSeconds: row.handle, serviceLevel: row.share,
      withinSeconds: row.within)
    #expect(answer.chosen.agents == row.agents)
  }

  @Test func `a team of fourteen waits as printed`() throws {
    // n = 14, a = 10, handling 180 s, 20 s: in the manuals of two R packages.
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 10), agents: 14, handleSeconds: 180)
    #expect(abs(team.waitProbability - 0.1741319) < 5e-8)
    #expect(abs(try team.serviceLevel(withinSeconds: 20) - 0.88835) < 5e-6)
    #expect(abs(team.meanWaitSeconds - 7.835937) < 5e-7)
    #expect(abs(team.occupancy - 0.7142857) < 5e-8)
    // Little's law: arrivals 10/180 a second.
    #expect(relativeError(team.queueLength, team.meanWaitSeconds * 10 / 180) <= 1e-15)
  }

  @Test(arguments: [0.5, 0.9, 0.99, 0.999999], [20, 22])
  func `a percentile is where that share is answered`(share: Double, agents: Int) throws {
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 19), agents: agents, handleSeconds: 300)
    let wait = try team.waitPercentile(share)
    if wait > 0 {
      // The share itself is known to 1e-16 only, so the late rest to 1e-16 / (1 − share).
      let late = try team.lateShare(beyondSeconds: wait)
      #expect(relativeError(late, 1 - share) <= 1e-13)
    } else {
      #expect(team.answeredAtOnce >= share)
    }
  }

  @Test func `late shares are known where no Double reaches`() throws {
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 6), agents: 8, handleSeconds: 240)
    #expect(
      relativeError(
        exp(try team.logLateShare(beyondSeconds: 60)),
        try team.lateShare(beyondSeconds: 60)) <= 1e-14)
    // Two agents to spare for ten thousand handling times, and ln C = −1.03.
    #expect(try team.lateShare(beyondSeconds: 2_400_000) == 0)
    #expect(abs(try team.logLateShare(beyondSeconds: 2_400_000) + 20_001.030_072_479) < 1e-8)
  }

  @Test func `any mix of targets is kept, and the one that one fewer misses is named`() throws {
    let load = try OfferedLoad(erlangs: 17)
    for (targets, limit) in [
      (try Targets(meanWaitAtMostSeconds: 5), Limit.meanWait),
      (try Targets(serviceLevel: 0.5, withinSeconds: 60, meanWaitAtMostSeconds: 5), .meanWait),
      (try Targets(serviceLevel: 0.99, withinSeconds: 1, meanWaitAtMostSeconds: 60), .serviceLevel),
      (try Targets(meanWaitAtMostSeconds: 60, occupancyAtMost: 0.5), .occupancy),
      (try Targets(abandonmentAtMost: 0.01), .stability),
    ] {
      let answer = try ErlangC.leastAgents(load: load, handleSeconds: 60, targets: targets)
      #expect(try targets.firstMissed(by: answer.chosen) == nil)
      #expect(answer.limit == limit)
      if let fewer = answer.fewer { #expect(try targets.firstMissed(by: fewer) == limit) }
      let largest = try ErlangC.largestLoad(
        agents: answer.chosen.agents, handleSeconds: 60, targets: targets)
      #expect(largest.erlangs >= 17 && largest.erlangs < Double(answer.chosen.agents))
      if largest.erlangs < Double(answer.chosen.agents) * (1 - 1e-9) {
        let more = try ErlangC.Performance(
          load: OfferedLoad(erlangs: largest.erlangs * (1 + 1e-10)), agents: answer.chosen.agents,
          handleSeconds: 60)
        #expect(try targets.firstMissed(by: more) != nil)
      }
    }
  }

  @Test func `half are answered at once, so the median wait is nothing`() throws {
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 10), agents: 14, handleSeconds: 180)
    #expect(try team.waitPercentile(0.5) == 0)
    #expect(try team.waitPercentile(0.9) > 0)
  }

  @Test(arguments: [0, 0.1, 6, 99.5])
  func `one more agent never makes waiting likelier, and blocking is rarer than waiting`(
    erlangs: Double
  ) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    let fewest = Int(erlangs) + 1
    let waits = try (fewest...fewest + 50).map { agents in
      let wait = try ErlangC.waitProbability(load: load, agents: agents)
      #expect(try ErlangB.blocking(load: load, agents: agents) <= wait)
      return wait
    }
    #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(waits.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: [0.01, 0.7, 5.5, 63, 700.3], [0.0, 5, 20, 300, 3600, 86_400])
  func `the least team keeps the promise and one fewer does not`(
    erlangs: Double, seconds: Double
  ) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    var before = 0
    for share in [0.001, 0.5, 0.8, 0.95, 0.999, 1 - 1e-9] {
      let answer = try ErlangC.leastAgents(
        load: load, handleSeconds: 300, serviceLevel: share, withinSeconds: seconds)
      #expect(try answer.chosen.serviceLevel(withinSeconds: seconds) >= share)
      #expect(answer.chosen.agents >= before)
      before = answer.chosen.agents
      if let fewer = answer.fewer {
        #expect(try fewer.serviceLevel(withinSeconds: seconds) < share)
        #expect(answer.limit == .serviceLevel)
        #expect(fewer.agents == answer.chosen.agents - 1)
      } else {
        #expect(answer.limit == .stability)
        #expect(Double(answer.chosen.agents - 1) <= erlangs)
      }
      for team in [answer.fewer, answer.chosen, answer.more].compactMap(\.self) {
        let alone = try ErlangC.Performance(load: load, agents: team.agents, handleSeconds: 300)
        #expect(team == alone)
      }
      #expect(answer.more?.agents == answer.chosen.agents + 1)
    }
  }

  @Test func `more work never needs fewer agents`() throws {
    let agents = try stride(from: 0.0, through: 60, by: 0.1).map {
      try ErlangC.leastAgents(
        load: OfferedLoad(erlangs: $0), handleSeconds: 240, serviceLevel: 0.8, withinSeconds: 20
      ).chosen.agents
    }
    #expect(zip(agents, agents.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(agents.first == 0)
    #expect(agents.last ?? 0 > 60)
  }

  @Test func `a cap on occupancy asks for agents of its own`() throws {
    let load = try OfferedLoad(erlangs: 17)
    func answer(_ cap: Double?) throws -> ErlangC.Staffing {
      try ErlangC.leastAgents(
        load: load, handleSeconds: 60, serviceLevel: 0.8, withinSeconds: 300, occupancyAtMost: cap)
    }
    #expect(try answer(nil).chosen.agents == 18)
    #expect(try answer(1).chosen.agents == 18)
    // 17 / 0.85 = 20 exactly: a team at the cap is allowed.
    let capped = try answer(0.85)
    #expect(capped.chosen.agents == 20)
    #expect(capped.limit == .occupancy)
    #expect(capped.fewer?.agents == 19)
    #expect(try answer(0.8499999).chosen.agents == 21)
  }

  @Test func `nobody is needed where nothing comes`() throws {
    let answer = try ErlangC.leastAgents(
      load: OfferedLoad(erlangs: 0), handleSeconds: 240, serviceLevel: 0.8, withinSeconds: 20,
      occupancyAtMost: 0.85)
    #expect(answer.chosen.agents == 0)
    #expect(answer.chosen.waitProbability == 0)
    #expect(answer.chosen.meanWaitSeconds == 0)
    #expect(answer.chosen.occupancy == 0)
    #expect(answer.chosen.queueLength == 0)
    #expect(try answer.chosen.serviceLevel(withinSeconds: 20) == 1)
    #expect(answer.fewer == nil)
    #expect(answer.more?.agents == 1)
  }
}
