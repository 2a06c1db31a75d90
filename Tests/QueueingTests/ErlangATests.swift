import Foundation
import Queueing
import Testing

struct ErlangATests {
  static func team(
    _ erlangs: Double, _ agents: Int, handle: Double = 300, patience: Double = 120
  ) throws -> ErlangA.Performance {
    try ErlangA.Performance(
      load: OfferedLoad(erlangs: erlangs), agents: agents, handleSeconds: handle,
      patienceSeconds: patience)
  }

  /// 1e-12 is the promised accuracy for the wait; a million steps of the recursion and the rounding
  /// of load × patience, seen through a slope of √load, stay below it. Tails in the exponent of the
  /// exponential lose as many digits as the exponent has.
  @Test(arguments: patienceTable)
  func `waiting, leaving and answering agree with 260 digits`(row: PatienceRow) throws {
    let team = try Self.team(row.load, row.agents, handle: row.handle, patience: row.patience)
    #expect(relativeError(team.waitProbability, row.wait) <= 1e-12)
    #expect(relativeError(team.abandonment, row.abandonment) <= 1e-12)
    #expect(relativeError(try team.serviceLevel(withinSeconds: row.within), row.level) <= 1e-12)
    let late = try team.shareWaiting(beyondSeconds: row.within)
    #expect(relativeError(late, row.late) <= 1e-11)
    let lost = try team.shareWaiting(beyondSeconds: row.within, of: .abandoned)
    #expect(relativeError(lost, row.lostLate) <= 1e-11)
  }

  @Test func `the team of fifty waits as printed`() throws {
    // 50 agents, 48 a minute, one minute each, patience two: a table of Mandelbaum and Zeltyn.
    let team = try Self.team(48, 50, handle: 60, patience: 120)
    #expect(abs(team.abandonment - 0.031) < 5e-4)
    #expect(abs(team.meanWaitSeconds - 3.7) < 0.05)
    #expect(abs(try team.waitPercentile(0.9) - 12.44465) < 5e-6)
    #expect(abs(team.queueLength - 2.97) < 0.005)
    #expect(abs(team.occupancy - 0.93) < 5e-4)
  }

  static let desks: [(Double, Int, Double)] = [
    (0.01, 1, 30), (6.15, 6, 348), (6, 2, 348), (97.5, 100, 60), (100, 20, 120), (400, 380, 3e4),
    (2000, 2100, 1e6), (900, 1000, 5), (3000, 2800, 1e7),
  ]

  @Test(arguments: desks)
  func `everybody is answered or gives up, at once or after any wait`(
    erlangs: Double, agents: Int, patience: Double
  ) throws {
    let team = try Self.team(erlangs, agents, patience: patience)
    // Three sums of positive terms: a few roundings.
    #expect(abs(team.served + team.abandonment - 1) <= 1e-14)
    #expect(abs(team.answeredAtOnce + team.waitProbability - 1) <= 1e-14)
    #expect(relativeError(try team.shareWaiting(beyondSeconds: 0), team.waitProbability) <= 1e-12)
    #expect(
      relativeError(try team.shareWaiting(beyondSeconds: 0, of: .abandoned), team.abandonment)
        <= 1e-12)
    #expect(team.occupancy <= 1 && team.occupancy > 0)
    // Little's law, with the arrivals of one second.
    let arrivals = erlangs / 300
    #expect(relativeError(team.queueLength, arrivals * team.meanWaitSeconds) <= 1e-14)
    var before = 1.0
    for seconds in [0, 1e-6, 1, 5, 20, 120, 600, 3600, 28_800.0] {
      let all = try team.shareWaiting(beyondSeconds: seconds)
      let served = try team.shareWaiting(beyondSeconds: seconds, of: .served)
      let abandoned = try team.shareWaiting(beyondSeconds: seconds, of: .abandoned)
      #expect(abs(served + abandoned - all) <= 1e-12 * all)
      #expect(all <= before)
      before = all
      for abandoned in [
        AbandonedContacts.countAsMissed, .answeredOnly, .excludeShort(withinSeconds: 5),
        .excludeShort(withinSeconds: seconds),
      ] {
        let level = try team.serviceLevel(withinSeconds: seconds, abandoned: abandoned)
        let missed = try team.missedShare(withinSeconds: seconds, abandoned: abandoned)
        #expect(abs(level + missed - 1) <= 1e-13)
        #expect((0...1).contains(level) && (0...1).contains(missed))
      }
    }
  }

  @Test func `a service level is a share of what its definition counts`() throws {
    let team = try Self.team(6.15, 6, handle: 204, patience: 348)
    func level(_ abandoned: AbandonedContacts) throws -> Double {
      try team.serviceLevel(withinSeconds: 20, abandoned: abandoned)
    }
    let inTime = try level(.countAsMissed)
    #expect(relativeError(try level(.answeredOnly), inTime / team.served) <= 1e-14)
    let lostSoon =
      team.abandonment - (try team.shareWaiting(beyondSeconds: 5, of: .abandoned))
    #expect(lostSoon > 0.001)
    #expect(
      relativeError(try level(.excludeShort(withinSeconds: 5)), inTime / (1 - lostSoon)) <= 1e-14)
    // Nobody gives up within no time.
    #expect(
      relativeError(try level(.excludeShort(withinSeconds: 0)), inTime) <= 1e-14)
  }

  @Test(arguments: [0.3, 6, 45, 700.5])
  func `with patience as long as handling it is M/M/∞`(erlangs: Double) throws {
    for agents in [1, Int(erlangs) + 1, Int(erlangs + 3 * erlangs.squareRoot()) + 2] {
      let team = try Self.team(erlangs, agents, handle: 300, patience: 300)
      // P(N ≥ n) for a Poisson number, from the first term on, or what is missing.
      var term = exp(Double(agents) * log(erlangs) - erlangs - lgamma(Double(agents) + 1))
      var (tail, k) = (0.0, Double(agents))
      while term > 1e-20 * tail || k < erlangs {
        tail += term
        k += 1
        term *= erlangs / k
      }
      // exp and lgamma of numbers up to 4,000 leave 1e-12.
      #expect(relativeError(team.waitProbability, tail) <= 2e-12)
    }
  }

  @Test(arguments: [(6.0, 8), (45, 50), (95.5, 97)])
  func `as patience grows it becomes Erlang C, and as it vanishes Erlang B`(
    erlangs: Double, agents: Int
  ) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    let endless = try ErlangC.Performance(load: load, agents: agents, handleSeconds: 300)
    var gap = Double.infinity
    for patience in [3e3, 3e5, 3e7, 3e9, 3e11] {
      let team = try Self.team(erlangs, agents, patience: patience)
      #expect(team.waitProbability < endless.waitProbability)
      let next = 1 - team.waitProbability / endless.waitProbability
      #expect(next < gap)
      gap = next
      // Nobody waits longer than where nobody gives up.
      #expect(team.meanWaitSeconds < endless.meanWaitSeconds)
    }
    // The gap falls in proportion to the patience.
    #expect(gap < 1e-6)
    let last = try Self.team(erlangs, agents, patience: 3e13)
    #expect(relativeError(last.waitProbability, endless.waitProbability) <= 1e-8)
    #expect(relativeError(last.meanWaitSeconds, endless.meanWaitSeconds) <= 1e-8)
    #expect(
      relativeError(
        try last.shareWaiting(beyondSeconds: 600), try endless.lateShare(beyondSeconds: 600))
        <= 1e-7)
    let hasty = try Self.team(erlangs, agents, patience: 1e-9)
    #expect(
      relativeError(hasty.abandonment, try ErlangB.blocking(load: load, agents: agents)) <= 1e-9)
  }

  @Test(arguments: [0.01, 6, 99.5, 2500])
  func `more agents, and less work, never do worse`(erlangs: Double) throws {
    let around = Int(erlangs)
    let teams = try (max(0, around - 15)...around + 15).map { try Self.team(erlangs, $0) }
    for (fewer, more) in zip(teams, teams.dropFirst()) {
      #expect(more.waitProbability <= fewer.waitProbability)
      #expect(more.abandonment <= fewer.abandonment)
      for seconds in [0.0, 20, 300] {
        #expect(
          try more.serviceLevel(withinSeconds: seconds)
            >= fewer.serviceLevel(withinSeconds: seconds))
      }
    }
    let loads = try stride(from: 0.5, through: 1.5, by: 0.05).map {
      try Self.team(erlangs * $0, around + 1)
    }
    for (less, more) in zip(loads, loads.dropFirst()) {
      #expect(more.waitProbability >= less.waitProbability)
      #expect(more.abandonment >= less.abandonment)
      #expect(more.occupancy >= less.occupancy)
    }
  }

  @Test(arguments: desks)
  func `a percentile is where that share has stopped waiting`(
    erlangs: Double, agents: Int, patience: Double
  ) throws {
    let team = try Self.team(erlangs, agents, patience: patience)
    for contacts in ErlangA.Contacts.allCases {
      for share in [0.05, 0.5, 0.9, 0.999] {
        let wait = try team.waitPercentile(share, of: contacts)
        let late = try team.shareWaiting(beyondSeconds: wait, of: contacts)
        let goal = (1 - share) * team.share(of: contacts)
        if wait > 0 {
          // 1e-13 of the time, where waits fall by no more than e^1000 over it.
          #expect(relativeError(late, goal) <= 1e-9)
        } else {
          #expect(late <= goal * (1 + 1e-12))
        }
      }
    }
    // The best target that the team keeps.
    let best = try #require(try team.shortestTarget(share: 0.1, abandoned: .answeredOnly))
    if best > 0 {
      #expect(
        abs(try team.serviceLevel(withinSeconds: best, abandoned: .answeredOnly) - 0.1) <= 1e-9)
    }
    let never = try team.shortestTarget(share: 1 - team.abandonment / 2)
    #expect(never == nil || team.abandonment < 1e-9)
  }

  @Test func `tails are known where no Double reaches`() throws {
    let team = try Self.team(50, 80, handle: 60, patience: 600)
    #expect(try team.shareWaiting(beyondSeconds: 7200) == 0)
    // Far out everybody left is in a queue of one: waits fall as e^(−(nμ + θ)t).
    let (near, far) = try (
      team.logShareWaiting(beyondSeconds: 36_000), team.logShareWaiting(beyondSeconds: 36_060)
    )
    #expect(abs((far - near) / 60 + 80.0 / 60 + 1 / 600.0) < 1e-9)
    let one = try team.logShareWaiting(beyondSeconds: 300)
    #expect(relativeError(exp(one), try team.shareWaiting(beyondSeconds: 300)) <= 1e-13)
  }

  @Test(arguments: [0.3, 6.15, 97.2, 1500], [20.0, 120, 2000])
  func `the least team keeps every mix and one fewer does not`(
    erlangs: Double, patience: Double
  ) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    let mixes = [
      try Targets(serviceLevel: 0.8, withinSeconds: 20),
      try Targets(serviceLevel: 0.95, withinSeconds: 8 * 3600, abandoned: .answeredOnly),
      try Targets(serviceLevel: 0.9, withinSeconds: 30, abandoned: .excludeShort(withinSeconds: 5)),
      try Targets(abandonmentAtMost: 0.1), try Targets(meanWaitAtMostSeconds: 12),
      try Targets(occupancyAtMost: 0.7),
      try Targets(
        serviceLevel: 0.5, withinSeconds: 5, meanWaitAtMostSeconds: 8, abandonmentAtMost: 0.2,
        occupancyAtMost: 0.95),
    ]
    for targets in mixes {
      let answer = try ErlangA.leastAgents(
        load: load, handleSeconds: 300, patienceSeconds: patience, targets: targets)
      #expect(try targets.firstMissed(by: answer.chosen) == nil)
      // From the bottom, one by one.
      var agents = 0
      while try targets.firstMissed(by: Self.team(erlangs, agents, patience: patience)) != nil {
        agents += 1
      }
      #expect(answer.chosen.agents == agents)
      for team in [answer.fewer, answer.chosen, answer.more].compactMap(\.self) {
        #expect(team == (try Self.team(erlangs, team.agents, patience: patience)))
      }
      #expect(answer.fewer.map { $0.agents + 1 } ?? 0 == answer.chosen.agents)
      if let fewer = answer.fewer { #expect(try targets.firstMissed(by: fewer) == answer.limit) }
      #expect(answer.more?.agents == agents + 1)
      // Of those answered nearly all are answered within eight hours, whatever the load.
      guard
        let largest = try? ErlangA.largestLoad(
          agents: answer.chosen.agents, handleSeconds: 300, patienceSeconds: patience,
          targets: targets)
      else {
        #expect(targets.answered?.withinSeconds == 28_800)
        continue
      }
      #expect(largest.erlangs >= erlangs * (1 - 1e-12))
      let more = try Self.team(
        largest.erlangs * (1 + 1e-9), answer.chosen.agents, patience: patience)
      #expect(try targets.firstMissed(by: more) != nil)
    }
  }

  @Test func `where people give up, fewer agents than erlangs may be enough`() throws {
    let load = try OfferedLoad(erlangs: 100)
    let answer = try ErlangA.leastAgents(
      load: load, handleSeconds: 300, patienceSeconds: 120,
      targets: Targets(abandonmentAtMost: 0.15))
    #expect(answer.chosen.agents == 86)
    #expect(answer.limit == .abandonment)
  }

  @Test func `a million agents are sized in the time of a few recursions`() throws {
    let load = try OfferedLoad(erlangs: 1_000_000)
    let answer = try ErlangA.leastAgents(
      load: load, handleSeconds: 300, patienceSeconds: 120,
      targets: Targets(serviceLevel: 0.8, withinSeconds: 20))
    #expect(try answer.chosen.serviceLevel(withinSeconds: 20) >= 0.8)
    #expect(try (answer.fewer?.serviceLevel(withinSeconds: 20) ?? 1) < 0.8)
  }

  @Test func `nobody comes, or nobody is there`() throws {
    let idle = try Self.team(0, 5)
    #expect(idle.waitProbability == 0 && idle.abandonment == 0 && idle.occupancy == 0)
    #expect(try idle.serviceLevel(withinSeconds: 0) == 1)
    #expect(try idle.waitPercentile(0.9) == 0)
    let empty = try Self.team(3, 0)
    #expect(empty.waitProbability == 1 && empty.abandonment == 1 && empty.occupancy == 0)
    #expect(empty.meanWaitSeconds == 120 && empty.queueLength == 3 * 0.4)
    #expect(try empty.serviceLevel(withinSeconds: 1e9, abandoned: .answeredOnly) == 0)
    #expect(relativeError(try empty.waitPercentile(0.5), 120 * log(2)) <= 1e-12)
    #expect(try empty.waitPercentile(0.5, of: .served) == 0)
    let answer = try ErlangA.leastAgents(
      load: OfferedLoad(erlangs: 0), handleSeconds: 300, patienceSeconds: 120,
      targets: Targets(serviceLevel: 0.8, withinSeconds: 20, occupancyAtMost: 0.5))
    #expect(answer.chosen.agents == 0 && answer.fewer == nil)
  }

  @Test func `hostile numbers are refused or answered, and trap nothing`() throws {
    for value in [-1, 0, .nan, .infinity] {
      #expect(throws: QueueError.self) { try Self.team(6, 6, patience: value) }
      #expect(throws: QueueError.self) { try Self.team(6, 6, handle: value) }
    }
    #expect(throws: QueueError.tooManyAgents(10_000_001)) { try Self.team(6, 10_000_001) }
    #expect(throws: QueueError.self) { try Self.team(1e300, 5, handle: 1, patience: 1e300) }
    let load = try OfferedLoad(erlangs: 1e8)
    #expect(throws: QueueError.tooMuchLoad(load)) {
      try ErlangA.leastAgents(
        load: load, handleSeconds: 300, patienceSeconds: 120,
        targets: Targets(serviceLevel: 0.8, withinSeconds: 20))
    }
    #expect(throws: QueueError.self) {
      try ErlangA.largestLoad(
        agents: 5, handleSeconds: 300, patienceSeconds: 20,
        targets: Targets(meanWaitAtMostSeconds: 30))
    }
    for (erlangs, agents, handle, patience) in [
      (1e300, 5, 300.0, 1.0), (.leastNonzeroMagnitude, 5, 300, 1), (6, 5, 1e-300, 1e-300),
      (6, 5, .leastNonzeroMagnitude, 1e-100),
      (6, 5, 1e300, 1e-300), (1e-300, 1_000_000, 1, 1), (1e6, 3, 1, 1e12), (1e12, 1000, 1, 1e12),
    ] {
      let team = try Self.team(erlangs, agents, handle: handle, patience: patience)
      let numbers = [
        team.waitProbability, team.abandonment, team.served, team.answeredAtOnce, team.occupancy,
        try team.serviceLevel(withinSeconds: 20), try team.shareWaiting(beyondSeconds: 1e300),
        try team.shareWaiting(beyondSeconds: 1e-300, of: .abandoned),
      ]
      #expect(numbers.allSatisfy { (0...1).contains($0) }, "\(erlangs) \(numbers)")
      #expect(team.queueLength.isFinite && team.meanWaitSeconds.isFinite)
      #expect(try team.waitPercentile(0.9).isFinite)
    }
  }
}
