import Queueing
import Testing

struct RetrialsTests {
  @Test(arguments: [(6.0, 8), (0.2, 1), (50, 40), (97, 100)], [0, 0.1, 0.5, 0.95])
  func `the swollen load is where failures repeated are what it has swollen by`(
    desk: (Double, Int), retry: Double
  ) throws {
    let load = try OfferedLoad(erlangs: desk.0)
    let lost = try Retrials.lost(load: load, agents: desk.1, retryShare: retry)
    let swollen = lost.swollenLoad.erlangs
    #expect(relativeError(swollen, desk.0 + retry * swollen * lost.team.blocking) <= 1e-13)
    #expect(lost.failing == lost.team.blocking && swollen >= desk.0)
    // Whoever is not answered is lost for good: a − a′(1 − b).
    #expect(abs(lost.lostForGood - (1 - swollen / desk.0 * (1 - lost.failing))) <= 1e-13)
    #expect(relativeError(lost.attempts, swollen / desk.0) <= 1e-13)

    let impatient = try Retrials.impatient(
      load: load, agents: desk.1, handleSeconds: 300, patienceSeconds: 120, retryShare: retry)
    let all = impatient.swollenLoad.erlangs
    #expect(relativeError(all, desk.0 + retry * all * impatient.team.abandonment) <= 1e-13)
    #expect(impatient.abandonment == impatient.failing)
  }

  @Test func `who tries until answered is answered`() throws {
    let load = try OfferedLoad(erlangs: 6)
    let lost = try Retrials.lost(load: load, agents: 8, retryShare: 1)
    #expect(lost.lostForGood == 0)
    #expect(relativeError(lost.occupancy * 8, 6) <= 1e-12)
    #expect(throws: QueueError.unstable(load: load, agents: 6)) {
      try Retrials.lost(load: load, agents: 6, retryShare: 1)
    }
    // Where half come back, any load is a fair question.
    #expect(try Retrials.lost(load: load, agents: 0, retryShare: 0.5).swollenLoad.erlangs == 12)
  }

  @Test func `half of the blocked come back`() throws {
    let lines = try Retrials.lost(load: OfferedLoad(erlangs: 6), agents: 8, retryShare: 0.5)
    #expect(abs(lines.swollenLoad.erlangs - 6.48) < 0.005)
    #expect(abs(lines.team.blocking - 0.1492) < 5e-5)
    #expect(abs(lines.lostForGood - 0.0806) < 5e-5)
  }

  @Test(arguments: [(6.0, 8), (6, 12), (45, 52), (97, 102)], [0, 0.3, 1])
  func `with Erlang C it is the first fixed point, or there is none`(
    desk: (Double, Int), retry: Double
  ) throws {
    let load = try OfferedLoad(erlangs: desk.0)
    func failing(_ erlangs: Double) throws -> Double {
      try ErlangC.Performance(
        load: OfferedLoad(erlangs: erlangs), agents: desk.1, handleSeconds: 300
      ).lateShare(beyondSeconds: 60)
    }
    // Step by step from the load on, as the load would swell.
    var swollen: Double? = desk.0
    for _ in 0..<20_000 {
      guard let now = swollen else { break }
      let next = desk.0 / (1 - retry * (try failing(now)))
      swollen = next < Double(desk.1) ? next : nil
      if next - now < 1e-14 * now { break }
    }
    let answer = try? Retrials.waiting(
      load: load, agents: desk.1, handleSeconds: 300, hangUpAfterSeconds: 60, retryShare: retry)
    #expect((answer == nil) == (swollen == nil))
    if let answer, let swollen {
      #expect(relativeError(answer.swollenLoad.erlangs, swollen) <= 1e-9)
      #expect(relativeError(answer.failing, try failing(answer.swollenLoad.erlangs)) <= 1e-12)
    }
  }

  @Test func `a load that swells without end is an error that says so`() throws {
    let load = try OfferedLoad(erlangs: 6)
    let error = #expect(throws: QueueError.self) {
      try Retrials.waiting(
        load: load, agents: 8, handleSeconds: 240, hangUpAfterSeconds: 120, retryShare: 0.7)
    }
    #expect(
      error?.description
        == "8 agents never catch up with 6.0 erlangs while so many try again; use more agents")
    #expect(throws: QueueError.unstable(load: load, agents: 6)) {
      try Retrials.waiting(
        load: load, agents: 6, handleSeconds: 240, hangUpAfterSeconds: 120, retryShare: 0.7)
    }
  }

  @Test func `the least team keeps the targets with what comes back`() throws {
    let load = try OfferedLoad(erlangs: 20)
    let lost = try Retrials.leastAgentsLost(
      load: load, retryShare: 0.7, targets: Targets(blockingAtMost: 0.02))
    let plain = try ErlangB.leastAgents(load: load, blockingAtMost: 0.02)
    #expect(lost.chosen.agents >= plain.chosen.agents)
    #expect(lost.chosen.blocking <= 0.02 && (lost.fewer?.blocking ?? 1) > 0.02)
    let promise = try Targets(serviceLevel: 0.8, withinSeconds: 20)
    let impatient = try Retrials.leastAgentsImpatient(
      load: load, handleSeconds: 300, patienceSeconds: 120, retryShare: 0.7, targets: promise)
    let once = try ErlangA.leastAgents(
      load: load, handleSeconds: 300, patienceSeconds: 120, targets: promise)
    #expect(impatient.chosen.agents >= once.chosen.agents)
    #expect(try promise.firstMissed(by: impatient.chosen) == nil)
    let waiting = try Retrials.leastAgentsWaiting(
      load: load, handleSeconds: 300, hangUpAfterSeconds: 120, retryShare: 0.7, targets: promise)
    #expect(try promise.firstMissed(by: waiting.chosen) == nil)
    #expect(waiting.chosen.agents >= 21)
    #expect(throws: QueueError.self) {
      try Retrials.leastAgentsLost(
        load: OfferedLoad(erlangs: 1e8), retryShare: 1, targets: Targets(blockingAtMost: 0.02))
    }
  }

  @Test func `waits are those of the swollen load`() throws {
    let load = try OfferedLoad(erlangs: 20)
    let waiting = try Retrials.waiting(
      load: load, agents: 27, handleSeconds: 300, hangUpAfterSeconds: 120, retryShare: 0.7)
    #expect(waiting.swollenLoad.erlangs > 20)
    let wait = try waiting.waitPercentile(0.95)
    #expect(relativeError(try waiting.team.lateShare(beyondSeconds: wait), 0.05) <= 1e-12)
    let impatient = try Retrials.impatient(
      load: load, agents: 20, handleSeconds: 300, patienceSeconds: 120, retryShare: 0.7)
    for contacts in ErlangA.Contacts.allCases {
      let wait = try impatient.waitPercentile(0.9, of: contacts)
      let late = try impatient.team.shareWaiting(beyondSeconds: wait, of: contacts)
      #expect(relativeError(late, 0.1 * impatient.team.share(of: contacts)) <= 1e-10)
    }
  }

  @Test(arguments: [-0.1, 1.1, .nan, .infinity])
  func `a retry share is between none and all`(share: Double) throws {
    let load = try OfferedLoad(erlangs: 6)
    #expect(throws: QueueError.self) {
      try Retrials.lost(load: load, agents: 8, retryShare: share)
    }
    #expect(throws: QueueError.self) {
      try Retrials.waiting(
        load: load, agents: 8, handleSeconds: 300, hangUpAfterSeconds: 60, retryShare: share)
    }
  }
}

struct SquareRootStaffingTests {
  @Test(arguments: [0.1, 0.5, 1, 2, 3])
  func `for large desks the rule is the exact formula`(beta: Double) throws {
    // The error falls as 1/√a, a thousandth here, times some β.
    let load = try OfferedLoad(erlangs: 1_000_000)
    let agents = SquareRootStaffing.agents(load: load, beta: beta)
    let rule = try SquareRootStaffing.Performance(load: load, agents: agents, handleSeconds: 300)
    let exact = try ErlangC.Performance(load: load, agents: agents, handleSeconds: 300)
    #expect(relativeError(rule.waitProbability, exact.waitProbability) <= 1e-2)
    #expect(relativeError(rule.meanWaitSeconds, exact.meanWaitSeconds) <= 1e-2)
    let (wait, exactWait) = try (rule.waitPercentile(0.9), exact.waitPercentile(0.9))
    #expect(abs(wait - exactWait) <= 1e-2 * exactWait + 1e-3)
    for patience in [30.0, 300, 3000] {
      for margin in [beta, -beta] {
        let agents = SquareRootStaffing.agents(load: load, beta: margin)
        let rule = try SquareRootStaffing.Performance(
          load: load, agents: agents, handleSeconds: 300, patienceSeconds: patience)
        let exact = try ErlangA.Performance(
          load: load, agents: agents, handleSeconds: 300, patienceSeconds: patience)
        #expect(relativeError(rule.waitProbability, exact.waitProbability) <= 1e-2)
        #expect(relativeError(rule.abandonment, exact.abandonment) <= 1e-2)
        for abandoned in [
          AbandonedContacts.countAsMissed, .answeredOnly, .excludeShort(withinSeconds: 0.2),
        ] {
          let (late, exactLate) = try (
            rule.missedShare(withinSeconds: 0.1, abandoned: abandoned),
            exact.missedShare(withinSeconds: 0.1, abandoned: abandoned)
          )
          #expect(abs(late - exactLate) <= 5e-3)
          let level = try rule.serviceLevel(withinSeconds: 0.1, abandoned: abandoned)
          #expect(abs(level + late - 1) <= 1e-12)
        }
        let (wait, exactWait) = try (rule.waitPercentile(0.7), exact.waitPercentile(0.7))
        #expect(abs(wait - exactWait) <= 0.01 * exactWait + 1e-3)
        let late = try rule.lateShare(beyondSeconds: wait)
        #expect(wait == 0 || relativeError(late, 0.3) <= 1e-9)
      }
    }
  }

  /// Where customers are a tenth too many the wait is that of a fluid, with a normal trace.
  @Test(arguments: [900_000, 990_000])
  func `the rule holds far below the load`(agents: Int) throws {
    let load = try OfferedLoad(erlangs: 1_000_000)
    let rule = try SquareRootStaffing.Performance(
      load: load, agents: agents, handleSeconds: 300, patienceSeconds: 600)
    let exact = try ErlangA.Performance(
      load: load, agents: agents, handleSeconds: 300, patienceSeconds: 600)
    // The fluid's wait is −ln(n/a) of the patience, the rule's 1 − n/a.
    let wait = try rule.waitPercentile(0.1)
    let error = 1.1 * (1 - Double(agents) / 1e6) / 2 + 0.01
    #expect(relativeError(wait, try exact.waitPercentile(0.1)) <= error)
    let at = try rule.lateShare(beyondSeconds: wait)
    #expect(relativeError(at, 0.9) <= 1e-6)
    #expect(try rule.missedShare(withinSeconds: wait / 2, abandoned: .answeredOnly) > 0.99)
  }

  /// Margin, handling ÷ patience (0 where nobody gives up), share that waits; the second column
  /// reaches far into the tail of the normal distribution.
  @Test(arguments: [
    (0.1, 0.0, 0.8802870833308115), (1, 0, 0.22336127479826076), (2.5, 0, 0.007005704040653877),
    (0.5, 0.1, 0.44501966161623857), (1, 0.1, 0.20937227860725124),
    (2, 0.1, 0.02627080949201646), (-1, 0.5, 0.931226265231626), (2, 10, 0.013900777670119649),
  ])
  func `margins agree with values worked out elsewhere`(
    beta: Double, ratio: Double, share: Double
  ) throws {
    let ours =
      ratio > 0
      ? try SquareRootStaffing.waitProbability(beta: beta, handlingOverPatience: ratio)
      : try SquareRootStaffing.waitProbability(beta: beta)
    // Printed from Doubles: some roundings of a normal distribution.
    #expect(relativeError(ours, share) <= 1e-13)
  }

  @Test(arguments: [1e-300, 1e-9, 0.01, 0.2, 0.5, 0.9, 1 - 1e-9])
  func `margin and share are each other's inverse`(share: Double) throws {
    let beta = try SquareRootStaffing.beta(waitProbability: share)
    // The slope of the tail multiplies rounding by β², a thousand at the most.
    #expect(
      relativeError(try SquareRootStaffing.waitProbability(beta: beta), share)
        <= 1e-14 * max(10, beta * beta) / min(1, beta))
    for ratio in [0.01, 1, 50] {
      let margin = try SquareRootStaffing.beta(
        waitProbability: share, handlingOverPatience: ratio)
      let back = try SquareRootStaffing.waitProbability(
        beta: margin, handlingOverPatience: ratio)
      #expect(abs(back - share) <= 1e-12 * share + 1e-15)
    }
  }

  @Test func `it is within an agent of the exact formula`() throws {
    for erlangs in [10.0, 33.3, 100, 1000] {
      let load = try OfferedLoad(erlangs: erlangs)
      for share in [0.05, 0.2, 0.5] {
        let promise = try Targets(serviceLevel: 1 - share, withinSeconds: 0)
        let rule = SquareRootStaffing.agents(
          load: load, beta: try SquareRootStaffing.beta(waitProbability: share))
        let exact = try ErlangC.leastAgents(load: load, handleSeconds: 300, targets: promise)
        #expect(abs(rule - exact.chosen.agents) <= 1)
        let found = try SquareRootStaffing.leastAgents(
          load: load, handleSeconds: 300, targets: promise)
        #expect(found.chosen.agents == rule)
      }
    }
  }

  @Test func `hostile numbers are refused or answered`() throws {
    for value in [0, -1, .nan, .infinity] {
      #expect(throws: QueueError.self) { try SquareRootStaffing.waitProbability(beta: value) }
      #expect(throws: QueueError.self) {
        try SquareRootStaffing.waitProbability(beta: 1, handlingOverPatience: value)
      }
      #expect(throws: QueueError.self) { try SquareRootStaffing.beta(waitProbability: value) }
    }
    for (beta, ratio) in [(1e300, 1.0), (-1e300, 1), (5, 1e-300), (5, 1e300), (-5, 1e-300)] {
      let share = try SquareRootStaffing.waitProbability(beta: beta, handlingOverPatience: ratio)
      #expect((0...1).contains(share), "\(beta) \(ratio) \(share)")
    }
    let load = try OfferedLoad(erlangs: 6)
    #expect(throws: QueueError.unstable(load: load, agents: 6)) {
      try SquareRootStaffing.Performance(load: load, agents: 6, handleSeconds: 300)
    }
    #expect(SquareRootStaffing.agents(load: load, beta: -1e9) == 0)
    #expect(SquareRootStaffing.agents(load: load, beta: 1e300) == QueueError.mostAgents)
  }
}
