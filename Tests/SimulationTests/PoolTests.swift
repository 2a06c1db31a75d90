import Queueing
import Testing

@testable import Simulation

/// Runs of a pool at a fixed seed, with what they come to.
private func estimates(
  _ pool: PlainPool, seed: UInt64 = 3, warmUp: Int, contacts: Int, replications: Int = 20,
  _ figures: @escaping @Sendable (PoolTally) -> [Double]
) -> [Estimate] {
  Replications.means(of: replications, cores: 2) { number in
    figures(
      pool.run(
        RandomStreams(seed: seed, replication: number), warmUp: warmUp, contacts: contacts))
  }.map { $0.estimate(confidence: 0.99) }
}

struct PoolTests {
  @Test(arguments: [(1, 0.6), (5, 4.0), (50, 42.0)])
  func `M/M/c: the interval holds what Erlang C says`(agents: Int, load: Double) throws {
    let exact = try ErlangC.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 60)
    let pool = try PlainPool(
      interarrival: .exponential(mean: 60 / load), handling: .exponential(mean: 60),
      agents: agents, target: 20)
    let found = estimates(pool, warmUp: 4000, contacts: 16_000) {
      [
        $0.waitProbability, $0.meanWait, $0.serviceLevelOfAll, $0.occupancy, $0.queueLength,
        $0.waitPercentile(0.95),
      ]
    }
    let expected = [
      exact.waitProbability, exact.meanWaitSeconds, try exact.serviceLevel(withinSeconds: 20),
      exact.occupancy, exact.queueLength, try exact.waitPercentile(0.95),
    ]
    for (estimate, value) in zip(found, expected) {
      #expect(estimate.contains(value), "\(value) in \(estimate.low)...\(estimate.high)")
      // An interval that holds everything proves nothing.
      #expect(estimate.halfWidth < 0.35 * value)
    }
  }

  /// Expected: 50 agents, 48 contacts a minute, 1 min, patience 2 min, in full precision.
  @Test func `M/M/n+M: the interval holds what Erlang A says`() throws {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 1.0 / 48), handling: .exponential(mean: 1), agents: 50,
      patience: .exponential(mean: 2), target: 1.0 / 3)
    let found = estimates(pool, warmUp: 2000, contacts: 15_000) {
      [
        $0.waitProbability, $0.abandonment, $0.meanWait, $0.serviceLevelOfAll, $0.occupancy,
        $0.queueLength,
      ]
    }
    let expected = [
      0.46777406855379, 0.0309122491621932, 0.0618244983243864, 0.943018954746981,
      0.930324240804295, 2.96757591957055,
    ]
    for (estimate, value) in zip(found, expected) {
      #expect(estimate.contains(value), "\(value) in \(estimate.low)...\(estimate.high)")
      #expect(estimate.halfWidth < 0.15 * value)
    }
  }

  /// Expected: embedded chain, `reference/queueing/reference.json`.
  @Test(arguments: [(2, 0.5, 0.17674), (10, 0.9, 0.34458)])
  func `M/D/c: the interval holds the exact wait`(agents: Int, share: Double, wait: Double) throws {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 1 / (share * Double(agents))), handling: .constant(1),
      agents: agents)
    let found = estimates(pool, warmUp: 2000, contacts: 40_000) { [$0.meanWait] }[0]
    #expect(found.contains(wait) && found.halfWidth < 0.1 * wait, "\(found)")
  }

  @Test func `M/G/1: the interval holds what Pollaczek and Khinchine say`() throws {
    for handling in [
      try Distribution.lognormal(mean: 1, variation: 1.5), try .erlang(stages: 3, mean: 1),
      try .uniform(from: 0, to: 2), try .exponential(mean: 1.5).zero(inShare: 1.0 / 3),
    ] {
      let load = 0.6
      let exact = load * (1 + handling.squaredVariation) / 2 / (1 - load)
      let pool = try PlainPool(
        interarrival: .exponential(mean: 1 / load), handling: handling, agents: 1)
      let found = estimates(pool, warmUp: 2000, contacts: 20_000) { [$0.meanWait] }[0]
      #expect(found.contains(exact) && found.halfWidth < 0.15 * exact, "\(handling): \(found)")
    }
  }

  @Test func `contacts are the same whatever the team`() throws {
    func tally(_ agents: Int, patience: Distribution?) throws -> PoolTally {
      try PlainPool(
        interarrival: .exponential(mean: 1), handling: .exponential(mean: 8), agents: agents,
        patience: patience
      ).run(RandomStreams(seed: 4, replication: 2), warmUp: 100, contacts: 5000)
    }
    let (ten, twelve) = (try tally(10, patience: nil), try tally(12, patience: nil))
    #expect(ten.worked == twelve.worked && ten.end == twelve.end && ten.begin == twelve.begin)
    #expect(ten.meanWait > twelve.meanWait)
    let patient = try tally(10, patience: .constant(1e9))
    #expect(patient.waited == ten.waited && patient.abandoned == 0)
  }

  @Test func `shares count what their names say`() throws {
    // Arrivals every second, 3 s of work, one agent, patience 2 s: worked out by hand.
    let pool = try PlainPool(
      interarrival: .constant(1), handling: .constant(3), agents: 1, patience: .constant(2),
      target: 1)
    let tally = pool.run(RandomStreams(seed: 1, replication: 0), warmUp: 0, contacts: 7)
    // At 1: at once (until 4). 2 and 3: 2 waits 2 s (until 7); 3 would wait 4 s and leaves. 4 and 5:
    // 4 would wait 3 s and leaves; 5 waits 2 s (until 10). 6 would wait 4 s, 7 would wait 3 s.
    #expect(tally.answered == 3 && tally.abandoned == 4)
    #expect(tally.answeredInTime == 1 && tally.answeredLater == 2)
    #expect(tally.waited == 2 + 2 + 4 * 2)
    #expect(tally.abandonedInTime == 0)
    #expect(tally.serviceLevelOfAll == 1.0 / 7)
    #expect(tally.serviceLevelOfAnswered == 1.0 / 3)
    #expect(tally.worked == 9 && tally.end == 7)
  }

  @Test func `a pool that cannot be says why`() throws {
    func message(
      gap: Double = 1, agents: Int = 1, target: Double = 1
    ) -> String {
      do {
        _ = try PlainPool(
          interarrival: .constant(gap), handling: .constant(1), agents: agents, target: target)
        return "accepted"
      } catch { return "\(error)" }
    }
    #expect(message() == "accepted")
    #expect(message(gap: 0) == "the mean time between arrivals must be more than zero")
    #expect(message(agents: 0) == "0 agents cannot be simulated; 1 to 1000000 can")
    #expect(message(target: .nan) == "a target must be zero seconds or more, not nan")
    #expect(try !PlainPool(interarrival: .constant(1), handling: .constant(1), agents: 1).isStable)
  }

  @Test func `a study warms up, and gives the same answer on any number of cores`() throws {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 1), handling: .exponential(mean: 4), agents: 6, target: 2)
    let study = try PoolStudy(pool, contacts: 40_000, seed: 12, confidence: 0.99)
    #expect(study.contactsEach == 2000)
    // 10 · 4 s / (√6 − √4)² = 198 s.
    #expect(study.warmUp == 198)
    let answer = study.run()
    #expect(answer == study.run(cores: 3))
    let exact = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 4), agents: 6, handleSeconds: 4)
    #expect(answer[.waitProbability].contains(exact.waitProbability))
    #expect(answer[.meanWait].contains(exact.meanWaitSeconds))
    #expect(answer[.serviceLevel].contains(try exact.serviceLevel(withinSeconds: 2)))
    #expect(answer[.wait95].contains(try exact.waitPercentile(0.95)))
    #expect(answer[.occupancy].contains(4.0 / 6) && answer[.abandonment].mean == 0)
    #expect(answer[.queueLength].contains(exact.queueLength))
    #expect(answer[.meanWait].replications == 20)
    let other = try PoolStudy(pool, contacts: 40_000, seed: 13).run()
    #expect(other != answer)
  }

  /// However few customers are asked for, a replication leaves out enough and counts as many.
  @Test(arguments: [(50, 45.0, 3418), (2, 1.6, 718)])
  func `a study of few customers is long enough`(agents: Int, load: Double, warmUp: Int) throws {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 1 / load), handling: .exponential(mean: 1), agents: agents)
    let study = try PoolStudy(pool, contacts: 1000, seed: 1)
    // 10 · load / (√agents − √load)².
    #expect(study.warmUp == warmUp && study.forgetting == warmUp)
    #expect(study.contactsEach == max(1000, warmUp))
    let queue = try SharedQueue(
      perSecond: load, handling: .exponential(mean: 1), agents: agents, classes: [0.2, 0.8])
    let other = try QueueStudy(queue, contacts: 1000, seed: 1)
    #expect(other.warmUp == warmUp && other.contactsEach == study.contactsEach)
  }

  @Test func `a queue at its limit leaves out less than it should, and says so`() throws {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 1), handling: .exponential(mean: 49.999), agents: 50)
    let few = try PoolStudy(pool, contacts: 1000, seed: 1)
    #expect(few.warmUp == 500_000 && few.contactsEach == 500_000 && few.forgetting > 10_000_000)
    let many = try PoolStudy(pool, contacts: 10_000_000_000, seed: 1)
    #expect(many.warmUp == few.forgetting || many.warmUp == 500_000_000)
  }

  /// As few customers as the command takes, until the promise is known: where intervals held least.
  @Test func `intervals of short studies hold Erlang C 95 times in 100`() throws {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 450), handling: .exponential(mean: 360), agents: 2,
      target: 300)
    let exact = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 0.8), agents: 2, handleSeconds: 360)
    let truth: [(PoolStudy.Figure, Double)] = [
      (.serviceLevel, try exact.serviceLevel(withinSeconds: 300)),
      (.waitProbability, exact.waitProbability), (.meanWait, exact.meanWaitSeconds),
      (.wait95, try exact.waitPercentile(0.95)), (.occupancy, exact.occupancy),
      (.queueLength, exact.queueLength),
    ]
    var held = truth.map { _ in 0 }
    for seed in 1...200 {
      let answer = try PoolStudy(pool, contacts: 1000, seed: UInt64(seed)).run(cores: 2)
      for (place, (figure, value)) in truth.enumerated() where answer[figure].contains(value) {
        held[place] += 1
      }
    }
    // 190 expected; four standard deviations of 3.1.
    for (place, (figure, _)) in truth.enumerated() {
      #expect((178...200).contains(held[place]), "\(figure): \(held[place])")
    }
  }

  @Test func `a study goes on until the service level is known, and refuses endless queues`() throws
  {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 1), handling: .exponential(mean: 4), agents: 6, target: 2)
    let study = try PoolStudy(
      pool, contacts: 20_000, seed: 1, until: PoolStudy.Precision(halfWidth: 0.01))
    let level = study.run(cores: 2)[.serviceLevel]
    #expect(level.halfWidth <= 0.01 && level.replications > 16)
    #expect(PoolStudy.Precision(halfWidth: 0) == nil && PoolStudy.Precision(halfWidth: .nan) == nil)
    let small = try PlainPool(
      interarrival: .exponential(mean: 1), handling: .exponential(mean: 4), agents: 4)
    #expect(throws: PoolError.unstable(load: 4, agents: 4)) {
      try PoolStudy(small, contacts: 1000, seed: 1)
    }
    let leaving = try PlainPool(
      interarrival: .exponential(mean: 1), handling: .exponential(mean: 4), agents: 4,
      patience: .exponential(mean: 6))
    // Ten times the larger of 4 and 6 s.
    #expect(try PoolStudy(leaving, contacts: 20_000, seed: 1).warmUp == 60)
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func `a heap of any size gives the least time`(agents: Int) throws {
    // The same pool by sorting, one contact after the other.
    let pool = try PlainPool(
      interarrival: .exponential(mean: 1), handling: .exponential(mean: Double(agents) * 0.95),
      agents: agents)
    let streams = RandomStreams(seed: 8, replication: 0)
    let tally = pool.run(streams, warmUp: 0, contacts: 3000)
    var (gaps, work) = (streams.stream(.arrivals), streams.stream(.handling))
    let (between, handling) = (
      pool.interarrival.draws(3000, using: &gaps), pool.handling.draws(3000, using: &work)
    )
    var free = [Double](repeating: 0, count: agents)
    var (now, waited) = (0.0, 0.0)
    for number in 0..<3000 {
      now += between[number]
      let least = free.indices.min { free[$0] < free[$1] } ?? 0
      let wait = max(0, free[least] - now)
      waited += wait
      free[least] = now + wait + handling[number]
    }
    #expect(tally.waited == waited)
  }
}
