import Queueing
import Testing

struct ErlangBTests {
  /// 1e-12 is the promised accuracy; a million steps of rounding stay well below it.
  @Test(arguments: blockingTable)
  func `blocking agrees with sixty digits`(
    row: (load: Double, agents: Int, expected: Double)
  ) throws {
    let load = try OfferedLoad(erlangs: row.load)
    let blocking = try ErlangB.blocking(load: load, agents: row.agents)
    #expect(relativeError(blocking, row.expected) <= 1e-12)
  }

  @Test func `blocking too small for a number is zero, and quick`() throws {
    let load = try OfferedLoad(erlangs: 0.001)
    #expect(try ErlangB.blocking(load: load, agents: 90) == 0)
    #expect(try ErlangB.blocking(load: load, agents: QueueError.mostAgents) == 0)
    let team = try ErlangB.Performance(load: load, agents: 1000)
    #expect(team.occupancy == 1e-6)
  }

  @Test func `no agents lose everything and no tickets lose nothing`() throws {
    #expect(try ErlangB.blocking(load: OfferedLoad(erlangs: 2), agents: 0) == 1)
    #expect(try ErlangB.blocking(load: OfferedLoad(erlangs: 0), agents: 0) == 0)
    #expect(try ErlangB.blocking(load: OfferedLoad(erlangs: 0), agents: 7) == 0)
  }

  @Test(arguments: [0.001, 0.5, 6, 42.5, 1000])
  func `one more agent never loses more, and is never busier`(erlangs: Double) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    let teams = try (0...120).map { try ErlangB.Performance(load: load, agents: $0) }
    for (fewer, more) in zip(teams, teams.dropFirst()) {
      #expect(more.blocking <= fewer.blocking)
      #expect(fewer.agents == 0 || more.occupancy <= fewer.occupancy)
      #expect((0...1).contains(more.blocking) && (0...1).contains(more.occupancy))
      // What is not lost is what keeps the agents busy. Rounding of 1 − B, a thousandfold.
      let carried = load.erlangs * (1 - more.blocking)
      #expect(abs(more.occupancy * Double(more.agents) - carried) <= 1e-12 * max(1, erlangs))
    }
  }

  @Test(arguments: [1, 2, 8, 100])
  func `more work never loses less`(agents: Int) throws {
    let blocking = try stride(from: 0.0, through: 200, by: 0.5).map {
      try ErlangB.blocking(load: OfferedLoad(erlangs: $0), agents: agents)
    }
    #expect(zip(blocking, blocking.dropFirst()).allSatisfy { $0 < $1 || $0 == 0 })
  }

  @Test(arguments: [0.0, 0.3, 6, 97.2, 5000], [0.5, 0.1, 0.01, 1e-6, 1e-300])
  func `the least team is enough and one fewer is not`(erlangs: Double, share: Double) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    let answer = try ErlangB.leastAgents(load: load, blockingAtMost: share)
    #expect(answer.chosen.blocking <= share)
    #expect(answer.fewer.map { $0.blocking > share } ?? (answer.chosen.agents == 0))
    for neighbour in [answer.fewer, answer.more].compactMap(\.self) {
      let alone = try ErlangB.Performance(load: load, agents: neighbour.agents)
      #expect(neighbour == alone)
    }
    #expect(answer.fewer.map { $0.agents + 1 } ?? 0 == answer.chosen.agents)
    #expect(answer.more?.agents == answer.chosen.agents + 1)
  }

  @Test(arguments: [1, 2, 15, 100, 2000], [0.999999, 0.5, 0.01, 1e-9, 1e-200])
  func `the largest load is where exactly that share is lost`(agents: Int, share: Double) throws {
    let load = try ErlangB.largestLoad(agents: agents, blockingAtMost: share)
    let blocking = try ErlangB.blocking(load: load, agents: agents)
    // A relative error e in the load is one of up to n·e in the blocking.
    #expect(relativeError(blocking, share) <= 1e-14 * Double(agents) + 1e-13)
  }

  @Test func `a telephone table of old is right`() throws {
    // Fifteen lines at one per cent carry 8.108 erlangs, as printed in manuals.
    let load = try ErlangB.largestLoad(agents: 15, blockingAtMost: 0.01)
    #expect(abs(load.erlangs - 8.108) < 5e-4)
    #expect(try ErlangB.largestLoad(agents: 0, blockingAtMost: 0.01).erlangs == 0)
  }

  @Test func `a million lines at one per cent are found`() throws {
    let load = try ErlangB.largestLoad(agents: 1_000_000, blockingAtMost: 0.01)
    let blocking = try ErlangB.blocking(load: load, agents: 1_000_000)
    #expect(relativeError(blocking, 0.01) <= 1e-9)
  }
}
