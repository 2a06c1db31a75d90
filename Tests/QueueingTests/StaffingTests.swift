import Queueing
import Testing

struct StaffingTests {
  /// A team whose waits are short from so many agents on, and whose agents are calm from others on.
  struct SteppedTeam: QueuePerformance {
    let load: OfferedLoad
    let agents: Int
    let quickFrom: Int
    let calmFrom: Int

    var waitProbability: Double { 0.5 }
    var meanWaitSeconds: Double { agents < quickFrom ? 100 : 1 }
    var occupancy: Double { agents < calmFrom ? 0.95 : 0.5 }
    var queueLength: Double { 0 }

    func missedShare(withinSeconds: Double, abandoned: AbandonedContacts) -> Double {
      // Half at once, then ever more within a minute, nine in ten for good.
      0.1 + 0.4 * max(0, 1 - withinSeconds / 60)
    }
  }

  static let targets = Result { () throws(QueueError) -> Targets in
    try Targets(meanWaitAtMostSeconds: 10, occupancyAtMost: 0.9)
  }

  @Test(arguments: 0...3, 3...20)
  func `the least team is found wherever it is, with the target that one fewer misses`(
    fewest: Int, quickFrom: Int
  ) throws {
    let load = try OfferedLoad(erlangs: 3)
    let targets = try Self.targets.get()
    for calmFrom in 0...30 {
      func team(_ agents: Int) -> SteppedTeam {
        SteppedTeam(load: load, agents: agents, quickFrom: quickFrom, calmFrom: calmFrom)
      }
      var asked: [Int] = []
      let answer = try Staffing(targets: targets, from: fewest) { agents throws(QueueError) in
        asked.append(agents)
        return team(agents)
      }
      let least = max(fewest, quickFrom, calmFrom)
      #expect(answer.chosen == team(least) && answer.more == team(least + 1))
      #expect(answer.fewer == (least > fewest ? team(least - 1) : nil))
      let limit: Limit =
        least == fewest ? .stability : least - 1 < quickFrom ? .meanWait : .occupancy
      #expect(answer.limit == limit)
      // Twice the binary digits of the distance, and the neighbours.
      #expect(asked.count <= 14)
    }
  }

  @Test func `where no team is enough the target is named`() throws {
    let load = try OfferedLoad(erlangs: 3)
    let targets = try Self.targets.get()
    #expect(throws: QueueError.neverKept(.occupancy, agents: 12)) {
      try Staffing(targets: targets, from: 1, upTo: 12) { agents throws(QueueError) in
        SteppedTeam(load: load, agents: agents, quickFrom: 5, calmFrom: 20)
      }
    }
    let last = try Staffing(targets: targets, from: 1, upTo: 12) { agents throws(QueueError) in
      SteppedTeam(load: load, agents: agents, quickFrom: 5, calmFrom: 12)
    }
    #expect(last.chosen.agents == 12 && last.more == nil)
  }

  @Test func `the shortest target is where the share is met, or there is none`() throws {
    let team = SteppedTeam(
      load: try OfferedLoad(erlangs: 3), agents: 5, quickFrom: 0, calmFrom: 0)
    #expect(try team.shortestTarget(share: 0.5) == 0)
    // 0.1 + 0.4·(1 − t/60) = 0.3 at half a minute.
    let half = try #require(try team.shortestTarget(share: 0.7))
    #expect(abs(half - 30) <= 1e-9)
    #expect(try team.shortestTarget(share: 0.95) == nil)
    #expect(throws: QueueError.self) { try team.shortestTarget(share: 1) }
  }

  @Test func `a target missed by rounding is kept, by more it is missed`() throws {
    let load = try OfferedLoad(erlangs: 6)
    let team = try ErlangB.Performance(load: load, agents: 8)
    let exact = try Targets(blockingAtMost: team.blocking)
    #expect(try exact.firstMissed(by: team) == nil)
    #expect(try Targets(blockingAtMost: team.blocking * (1 - 5e-13)).firstMissed(by: team) == nil)
    #expect(
      try Targets(blockingAtMost: team.blocking * (1 - 1e-11)).firstMissed(by: team) == .blocking)
    // Of several the first in order is named.
    let all = try Targets(
      serviceLevel: 0.9, withinSeconds: 20, blockingAtMost: 0.01, occupancyAtMost: 0.1)
    #expect(try all.firstMissed(by: team) == .serviceLevel)
    #expect(try Targets().firstMissed(by: team) == nil)
  }

  @Test func `an empty desk does not keep a cap on occupancy`() throws {
    let answer = try ErlangA.leastAgents(
      load: OfferedLoad(erlangs: 6), handleSeconds: 300, patienceSeconds: 60,
      targets: Targets(occupancyAtMost: 0.7))
    #expect(answer.chosen.agents > 6 && answer.chosen.occupancy <= 0.7)
    let idle = try ErlangB.leastAgents(
      load: OfferedLoad(erlangs: 0), targets: Targets(occupancyAtMost: 0.7))
    #expect(idle.chosen.agents == 0)
  }

  @Test(arguments: [-1, .nan, .infinity])
  func `targets that nobody can mean are refused`(value: Double) {
    #expect(throws: QueueError.self) { try Targets(serviceLevel: value) }
    #expect(throws: QueueError.self) { try Targets(serviceLevel: 0.8, withinSeconds: value) }
    #expect(throws: QueueError.self) {
      try Targets(serviceLevel: 0.8, abandoned: .excludeShort(withinSeconds: value))
    }
    #expect(throws: QueueError.self) { try Targets(meanWaitAtMostSeconds: value) }
    #expect(throws: QueueError.self) { try Targets(abandonmentAtMost: value) }
    #expect(throws: QueueError.self) { try Targets(blockingAtMost: value) }
    #expect(throws: QueueError.self) { try Targets(occupancyAtMost: value) }
  }
}
