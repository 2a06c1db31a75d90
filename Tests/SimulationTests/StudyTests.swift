import Queueing
import Synchronization
import Testing

@testable import Simulation

struct StudyTests {
  private func desk() throws -> Desk {
    var mail = ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(perSecond: 0.01, until: 80_000),
      handling: try .lognormal(mean: 150, variation: 1))
    mail.clocks = [
      ServiceClock(.firstResponse, within: 600, share: 0.8), ServiceClock(.answer, within: 60),
    ]
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(perSecond: 0.005, until: 80_000),
      handling: try .exponential(mean: 100))
    calls.patience = try .exponential(mean: 200)
    calls.clocks = [ServiceClock(.answer, within: 20)]
    return try Desk(
      types: [mail, calls], people: [Person(skills: [0, 1]), Person(skills: [0, 1])],
      end: 86_400, interval: 3600)
  }

  @Test func `a study gives the means of what single runs say`() throws {
    let desk = try desk()
    let answer = DeskStudy(desk, replications: 5, seed: 3).run()
    let tallies = (0..<5).map { desk.run(RandomStreams(seed: 3, replication: $0)) }
    func mean(_ value: (DeskTally) -> Double) -> Double {
      tallies.reduce(0) { $0 + value($1) } / 5
    }
    func expect(_ estimate: Estimate, _ value: (DeskTally) -> Double) {
      #expect(abs(estimate.mean - mean(value)) < 1e-9 * max(1, estimate.mean))
    }
    expect(answer[.occupancy]) { $0.worked / tallies.reduce(0) { $0 + $1.times.available } * 5 }
    expect(answer[.worked]) { $0.worked }
    // A share is of all contacts of all replications.
    func share(_ amount: (DeskTally) -> Int, _ whole: (DeskTally) -> Int) -> Double {
      Double(tallies.reduce(0) { $0 + amount($1) }) / Double(tallies.reduce(0) { $0 + whole($1) })
    }
    #expect(
      abs(
        answer[type: 1, .abandonment].mean
          - share({ $0.types[1].abandoned }, { $0.types[1].arrived })) < 1e-12)
    #expect(
      abs(
        answer[type: 0, clock: 1, .kept].mean
          - share({ $0.types[0].clocks[1].kept }, { $0.types[0].clocks[1].decided })) < 1e-12)
    var times = TimeHistogram()
    for tally in tallies { times.add(tally.types[1].clocks[0].times) }
    let stopped = tallies.reduce(0) { $0 + $1.types[1].clocks[0].stopped }
    #expect(
      answer[type: 1, clock: 0, .p95].mean
        == times.percentile(0.95, zeros: stopped - times.count))
    expect(answer[type: 0, .arrived]) { Double($0.types[0].arrived) }
    expect(answer[type: 0, clock: 0, .daysMissed]) {
      Double($0.types[0].clocks[0].daysMissed.missed)
    }
    expect(answer.intervals(type: 0, .open)[7]) { Double($0.types[0].intervals[7].open) }
    expect(answer.intervals(.worked)[20]) { $0.timesByInterval[20].worked }
    expect(answer.intervals(.available)[2]) { $0.timesByInterval[2].available }
    expect(answer.intervals(type: 1, clock: 0, .kept)[9]) {
      Double($0.types[1].clocks[0].intervals[9].kept)
    }
    #expect(answer.intervals(.worked).count == 24 && answer.replications == 5)
    #expect(answer.intervals(type: 7, .open).isEmpty)
    #expect(answer[type: 0, clock: 9, .kept].replications == 0)
  }

  @Test
  func
    `a study gives the same bits on one core and on two, tells how far it is, and can be stopped`()
    throws
  {
    let study = DeskStudy(try desk(), replications: 40, seed: 3)
    var done: [Int] = []
    let (one, two) = (study.run(cores: 1), study.run(cores: 2, progress: { done.append($0) }))
    #expect(done == [16, 32, 40] && study.most == 40)
    for figure in DeskStudy.Figure.allCases { #expect(one[figure] == two[figure]) }
    for clock in DeskStudy.ClockFigure.allCases {
      #expect(one[type: 0, clock: 0, clock] == two[type: 0, clock: 0, clock])
    }
    #expect(one.intervals(type: 1, .waited) == two.intervals(type: 1, .waited))
    let waves = Atomic(0)
    let stopped = study.run(
      cores: 2, isCancelled: { waves.load(ordering: .relaxed) == 1 },
      progress: { _ in waves.add(1, ordering: .relaxed) })
    #expect(stopped.replications == 16)
  }

  /// One replication of each would take minutes.
  @Test func `a long replication is given up when it is cancelled`() throws {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 1), handling: .exponential(mean: 4), agents: 6)
    let asked = Atomic(0)
    let whole = try PoolStudy(pool, contacts: 20_000_000_000, seed: 1).run(isCancelled: {
      asked.add(1, ordering: .relaxed).newValue > 4
    })
    #expect(whole.replications == 0 && whole[.meanWait].replications == 0)
    #expect(asked.load(ordering: .relaxed) < 30)
    let queue = try SharedQueue(
      perSecond: 1, handling: .exponential(mean: 4), agents: 6, classes: [0.5, 0.5])
    let more = Atomic(0)
    let shared = try QueueStudy(queue, contacts: 2_000_000_000, seed: 1).run(isCancelled: {
      more.add(1, ordering: .relaxed).newValue > 4
    })
    #expect(shared.replications == 0 && more.load(ordering: .relaxed) < 30)
  }

  @Test func `a study goes on until a promise is known well enough`() throws {
    let precision = try #require(PoolStudy.Precision(halfWidth: 0.02))
    let answer = DeskStudy(try desk(), until: precision, type: 0, clock: 1, seed: 3).run(cores: 2)
    let kept = answer[type: 0, clock: 1, .kept]
    #expect(kept.halfWidth <= 0.02 && kept.replications > 16)
    #expect(kept.replications == answer.replications)
  }

  @Test func `classes and returns are held against theory, and refused where they cannot be`()
    throws
  {
    let classes = try SharedQueue(
      perSecond: 4, handling: .exponential(mean: 1), agents: 5, target: 0.3, classes: [0.25, 0.75])
    let answer = try QueueStudy(classes, contacts: 200_000, seed: 2, confidence: 0.99).run(cores: 2)
    let exact = try Priorities.Performance(
      arrivals: [1, 3], perSeconds: 1, agents: 5, handleSeconds: 1)
    #expect(answer[.waitProbability].contains(exact.waitProbability))
    #expect(answer[.queueLength].contains(exact.queueLength))
    #expect(answer[.meanWait].contains(exact.meanWaitSeconds))
    for (place, own) in exact.classes.enumerated() {
      let found = answer[class: place, .meanWait]
      #expect(found.contains(own.meanWaitSeconds) && found.halfWidth < 0.2 * found.mean)
      #expect(
        answer[class: place, .serviceLevel].contains(try own.serviceLevel(withinSeconds: 0.3)))
      #expect(answer[class: place, .queueLength].contains(own.queueLength))
    }
    let returns = try SharedQueue(
      perSecond: 2, handling: .exponential(mean: 1), agents: 5, target: 0.3,
      returns: .init(share: 0.5, after: .exponential(mean: 10)))
    let erlangR = try QueueStudy(returns, contacts: 100_000, seed: 2, confidence: 0.99).run(
      cores: 2)
    let erlangC = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 4), agents: 5, handleSeconds: 1)
    #expect(erlangR[.meanWait].contains(erlangC.meanWaitSeconds))
    #expect(erlangR[.queueLength].contains(erlangC.queueLength))
    #expect(erlangR[.occupancy].contains(0.8))
    let both = try SharedQueue(
      perSecond: 2, handling: .exponential(mean: 1), agents: 5, classes: [0.25, 0.75],
      returns: .init(share: 0.5, after: .exponential(mean: 10)))
    let mixed = try QueueStudy(both, contacts: 20_000, seed: 2).run(cores: 2)
    let waiting = [0, 1].map { mixed[class: $0, .queueLength].mean }
    // Who comes back waits too; rounding of sums of moments.
    #expect(abs(waiting[0] + waiting[1] - mixed[.queueLength].mean) < 1e-6)
    #expect(waiting[0] < waiting[1] / 3)
    #expect(throws: PoolError.unstable(load: 4, agents: 4)) {
      try QueueStudy(
        SharedQueue(
          perSecond: 2, handling: .exponential(mean: 1), agents: 4,
          returns: .init(share: 0.5, after: .exponential(mean: 10))), contacts: 1000, seed: 1)
    }
    for shares in [[], [0.5], [1.5, -0.5], [.nan]] as [[Double]] {
      #expect(throws: PoolError.classes) {
        try SharedQueue(perSecond: 2, handling: .exponential(mean: 1), agents: 4, classes: shares)
      }
    }
  }
}
