import Queueing
import Testing

/// Numbers that nobody would type on purpose.
struct ModelHostileTests {
  static let bad: [Double] = [-1, .nan, .infinity, -.infinity]

  @Test(arguments: bad + [0])
  func `lengths of time are positive`(seconds: Double) throws {
    #expect(throws: QueueError.self) { try TimeDistribution.exponential(meanSeconds: seconds) }
    #expect(throws: QueueError.self) { try TimeDistribution.fixed(seconds: seconds) }
    #expect(throws: QueueError.self) {
      try TimeDistribution.lognormal(meanSeconds: seconds, variation: 1)
    }
    #expect(throws: QueueError.self) {
      try TimeDistribution.lognormal(meanSeconds: 10, variation: seconds)
    }
    #expect(throws: QueueError.self) {
      try TimeDistribution.lognormal(medianSeconds: seconds, percentile90Seconds: 100)
    }
    #expect(throws: QueueError.self) {
      try TimeDistribution.lognormal(medianSeconds: 100, percentile90Seconds: seconds)
    }
    let load = try OfferedLoad(erlangs: 3)
    let patience = try Patience.exponential(meanSeconds: 60)
    #expect(throws: QueueError.self) {
      try MMnG.Performance(load: load, agents: 4, handleSeconds: seconds, patience: patience)
    }
    #expect(throws: QueueError.self) {
      try MDc.Performance(load: load, agents: 4, handleSeconds: seconds)
    }
    #expect(throws: QueueError.self) {
      try MGc.Performance(load: load, agents: 4, handleSeconds: seconds, squaredVariation: 1)
    }
    #expect(throws: QueueError.self) {
      try Priorities.Performance(arrivals: [1], perSeconds: 1, agents: 2, handleSeconds: seconds)
    }
    #expect(throws: QueueError.self) {
      try ErlangR(
        arrivals: 1, perSeconds: 1, handleSeconds: 1, returnShare: 0.5, awaySeconds: seconds)
    }
    #expect(throws: QueueError.self) {
      try CaseManagers(stepSeconds: 1, finishShare: 0.5, replySeconds: seconds)
    }
    #expect(throws: QueueError.self) { try ChatDesk.Speed(secondsByLevel: [1, seconds]) }
    #expect(throws: QueueError.self) {
      try ModifiedOfferedLoad(
        arrivalRates: [1], intervalSeconds: seconds, handling: .fixed(seconds: 1))
    }
    #expect(throws: QueueError.self) {
      try TransientQueue(
        intervals: [.init(seconds: seconds, arrivalsPerSecond: 1, agents: 1)], handleSeconds: 1,
        patienceSeconds: nil)
    }
    #expect(throws: QueueError.self) {
      try TransientQueue(
        intervals: [.init(seconds: 1, arrivalsPerSecond: 1, agents: 1)], handleSeconds: 1,
        patienceSeconds: seconds)
    }
  }

  @Test(arguments: bad)
  func `rates, targets and moments are finite and not negative`(value: Double) throws {
    let team = try MMnG.Performance(
      load: OfferedLoad(erlangs: 3), agents: 4, handleSeconds: 100,
      patience: .exponential(meanSeconds: 60))
    #expect(throws: QueueError.self) { try team.serviceLevel(withinSeconds: value) }
    #expect(throws: QueueError.self) { try team.lateShare(beyondSeconds: value) }
    #expect(throws: QueueError.self) { try team.leftShare(withinSeconds: value) }
    let fixed = try MDc.Performance(
      load: OfferedLoad(erlangs: 3), agents: 4, handleSeconds: 100)
    #expect(throws: QueueError.self) { try fixed.lateShare(beyondSeconds: value) }
    #expect(throws: QueueError.self) { try fixed.waits().serviceLevel(withinSeconds: value) }
    #expect(throws: QueueError.self) {
      try Priorities.Performance(
        arrivals: [1, value], perSeconds: 1, agents: 200, handleSeconds: 1)
    }
    #expect(throws: QueueError.self) {
      try Priorities.oneAgent([(value, .fixed(seconds: 1))], perSeconds: 1)
    }
    let desk = try ErlangR(
      arrivals: 1, perSeconds: 1, handleSeconds: 1, returnShare: 0.5, awaySeconds: 2)
    #expect(throws: QueueError.self) {
      try desk.course(arrivalRates: [1, value], intervalSeconds: 1)
    }
    #expect(throws: QueueError.self) {
      try desk.course(
        arrivalRates: [1], intervalSeconds: 1, start: .loads(.init(needy: value, content: 1)))
    }
    #expect(throws: QueueError.self) {
      try desk.needySwing(relativeAmplitude: value, periodSeconds: 1)
    }
    let load = try ModifiedOfferedLoad(
      arrivalRates: [1, 2], intervalSeconds: 10, handling: .fixed(seconds: 1))
    #expect(throws: QueueError.self) { try load.erlangs(atSeconds: value) }
    #expect(throws: QueueError.self) { try load.agents(atSeconds: 1, beta: value * 100) }
    #expect(throws: QueueError.self) {
      try ChatDesk.Performance(
        arrivals: value, perSeconds: 1, agents: 1, speed: .init(secondsByLevel: [1]),
        patience: nil)
    }
    #expect(throws: QueueError.self) {
      try TransientQueue(
        intervals: [.init(seconds: 1, arrivalsPerSecond: value, agents: 1)], handleSeconds: 1,
        patienceSeconds: nil)
    }
    #expect(throws: QueueError.self) {
      try MGc.Performance(
        load: OfferedLoad(erlangs: 1), agents: 2, handleSeconds: 1, squaredVariation: value)
    }
  }

  @Test func `more work than agents is an error that says what to change`() throws {
    let load = try OfferedLoad(erlangs: 4)
    #expect(throws: QueueError.unstable(load: load, agents: 4)) {
      try MDc.Performance(load: load, agents: 4, handleSeconds: 1)
    }
    #expect(throws: QueueError.unstable(load: load, agents: 4)) {
      try MGc.Performance(load: load, agents: 4, handleSeconds: 1, squaredVariation: 0.5)
    }
    #expect(throws: QueueError.unstable(load: load, agents: 1)) {
      try MG1.Performance(load: load, handling: .fixed(seconds: 1))
    }
    let desk = try ErlangR(
      arrivals: 2, perSeconds: 1, handleSeconds: 1, returnShare: 0.5, awaySeconds: 9)
    #expect(throws: QueueError.unstable(load: load, agents: 4)) {
      try desk.performance(agents: 4)
    }
  }

  @Test func `counts have bounds`() throws {
    #expect(throws: QueueError.wrongCount("classes", 0, allowed: 1...1000)) {
      try Priorities.Performance(arrivals: [], perSeconds: 1, agents: 1, handleSeconds: 1)
    }
    #expect(throws: QueueError.self) { try Patience.mixture([]) }
    #expect(throws: QueueError.self) { try ChatDesk.Speed(secondsByLevel: []) }
    #expect(throws: QueueError.self) {
      try ModifiedOfferedLoad(
        arrivalRates: [], intervalSeconds: 1, handling: .fixed(seconds: 1))
    }
    #expect(throws: QueueError.self) {
      try TransientQueue(intervals: [], handleSeconds: 1, patienceSeconds: nil)
    }
    let load = try OfferedLoad(erlangs: 1)
    for agents in [-1, QueueError.mostAgents + 1, Int.min, Int.max] {
      #expect(throws: QueueError.self) {
        try MDc.Performance(load: load, agents: agents, handleSeconds: 1)
      }
      #expect(throws: QueueError.self) {
        try MMnG.Performance(
          load: load, agents: agents, handleSeconds: 1, patience: .fixed(seconds: 1))
      }
      #expect(throws: QueueError.self) {
        try ChatDesk.Performance(
          arrivals: 1, perSeconds: 1, agents: agents, speed: .init(secondsByLevel: [1]),
          patience: nil)
      }
    }
    let day = try TransientQueue(
      intervals: [.init(seconds: 1, arrivalsPerSecond: 1, agents: 1)], handleSeconds: 1,
      patienceSeconds: nil)
    #expect(throws: QueueError.self) {
      try day.course(start: .contacts(-1), withinSeconds: 1)
    }
  }

  @Test(arguments: [0, 1, -0.5, 80, .nan])
  func `shares are shares`(share: Double) throws {
    let patience = try Patience.exponential(meanSeconds: 60)
    if share != 0 {
      #expect(throws: QueueError.self) { try patience.leavingAtOnce(share) }
      #expect(throws: QueueError.self) {
        try ErlangR(
          arrivals: 1, perSeconds: 1, handleSeconds: 1, returnShare: share, awaySeconds: 1)
      }
    }
    #expect(throws: QueueError.self) {
      try CaseManagers(stepSeconds: 1, finishShare: share, replySeconds: 1)
    }
    let fixed = try MDc.Performance(
      load: OfferedLoad(erlangs: 3), agents: 4, handleSeconds: 100)
    #expect(throws: QueueError.self) { try fixed.waitPercentile(share) }
    let one = try MG1.Performance(
      load: OfferedLoad(erlangs: 0.5), handling: .lognormal(meanSeconds: 1, variation: 1))
    #expect(throws: QueueError.self) { try one.waitPercentile(share) }
  }

  @Test func `times of a distribution add up`() throws {
    for time in [
      try TimeDistribution.exponential(meanSeconds: 70), try .fixed(seconds: 70),
      try .lognormal(meanSeconds: 70, variation: 0.7),
      try .lognormal(medianSeconds: 50, percentile90Seconds: 140),
    ] {
      for seconds in [-1.0, 0, 1e-9, 1, 69.999, 70, 200, 1e9, .infinity] {
        let (longer, within) = (
          time.shareLonger(thanSeconds: seconds), time.shareWithin(seconds: seconds)
        )
        #expect(abs(longer + within - 1) <= 1e-15)
        let mean = time.meanUpTo(seconds: seconds)
        #expect(mean >= 0 && mean <= time.meanSeconds && mean <= max(0, seconds))
      }
      #expect(relativeError(time.meanUpTo(seconds: 1e15), time.meanSeconds) <= 1e-12)
    }
    let measured = try TimeDistribution.lognormal(medianSeconds: 50, percentile90Seconds: 140)
    #expect(abs(measured.shareWithin(seconds: 50) - 0.5) <= 1e-15)
    #expect(abs(measured.shareWithin(seconds: 140) - 0.9) <= 1e-15)
    let lognormal = try TimeDistribution.lognormal(meanSeconds: 10, variation: 0.7)
    #expect(relativeError(lognormal.squaredVariation, 0.49) <= 1e-14)
  }

  @Test func `messages say what would be right`() {
    let messages: [(QueueError, String)] = [
      (
        .tooVaried(2000),
        "a standard deviation of 2000.0 times the mean is more than the 1000 this is meant for"
      ),
      (.wrongCount("classes", 0, allowed: 1...1000), "give 1 to 1000 classes, not 0"),
      (
        .beyondCapacity(perHour: 9, capacityPerHour: 8, advice: "use more managers"),
        "9.0 an hour come and 8.0 an hour can be done; use more managers"
      ),
      (.outOfReach("nobody can"), "nobody can"), (.tooLarge("too much"), "too much"),
    ]
    for (error, message) in messages { #expect(error.description == message) }
  }
}
