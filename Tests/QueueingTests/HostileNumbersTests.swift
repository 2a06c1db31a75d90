import Queueing
import Testing

/// Numbers that nobody means are refused, with a message, and at once.
struct HostileNumbersTests {
  @Test(arguments: [-1, -0.001, .nan, .infinity, -.infinity])
  func `a load is finite and not negative`(value: Double) {
    #expect(throws: QueueError.self) { try OfferedLoad(erlangs: value) }
    #expect(throws: QueueError.self) {
      try OfferedLoad(arrivalsPerHour: value, handleTime: .seconds(240))
    }
    #expect(throws: QueueError.self) {
      try OfferedLoad(arrivals: 90, perSeconds: value, handleSeconds: 240)
    }
    #expect(throws: QueueError.self) {
      try OfferedLoad(arrivals: 90, perSeconds: 3600, handleSeconds: value)
    }
  }

  @Test func `minus ninety tickets of minus four minutes are no load`() {
    #expect(throws: QueueError.outOfRange("arrivals", -90)) {
      try OfferedLoad(arrivalsPerHour: -90, handleTime: .seconds(-240))
    }
    #expect(throws: QueueError.outOfRange("erlangs", .infinity)) {
      try OfferedLoad(arrivals: 1e308, perSeconds: 1, handleSeconds: 1e308)
    }
  }

  @Test func `ninety tickets an hour at four minutes are six erlangs exactly`() throws {
    #expect(try OfferedLoad(arrivalsPerHour: 90, handleTime: .seconds(240)).erlangs == 6)
    #expect(try OfferedLoad(arrivals: 1.5, perSeconds: 60, handleSeconds: 240).erlangs == 6)
  }

  @Test(arguments: [-1, Int.min, Int.max, 10_000_001])
  func `a team has between none and ten million agents`(agents: Int) throws {
    let load = try OfferedLoad(erlangs: 6)
    #expect(throws: QueueError.self) { try ErlangB.blocking(load: load, agents: agents) }
    #expect(throws: QueueError.self) { try ErlangC.waitProbability(load: load, agents: agents) }
    #expect(throws: QueueError.self) {
      try ErlangB.largestLoad(agents: agents, blockingAtMost: 0.01)
    }
  }

  @Test(arguments: [1e8, 1e300, 1.7e308])
  func `a load beyond all teams is refused`(erlangs: Double) throws {
    let load = try OfferedLoad(erlangs: erlangs)
    #expect(throws: QueueError.tooMuchLoad(load)) {
      try ErlangC.leastAgents(
        load: load, handleSeconds: 240, serviceLevel: 0.8, withinSeconds: 20)
    }
    #expect(throws: QueueError.tooMuchLoad(load)) {
      try ErlangB.leastAgents(load: load, blockingAtMost: 0.01)
    }
    // Few agents against that much work is a fair question, though.
    #expect(try ErlangB.blocking(load: load, agents: 5) > 0.9999999)
    #expect(try ErlangB.Performance(load: load, agents: 5).occupancy > 0.9999999)
    #expect(throws: QueueError.unstable(load: load, agents: 6)) {
      try ErlangC.waitProbability(load: load, agents: 6)
    }
  }

  @Test func `the smallest numbers trap nothing`() throws {
    let load = try OfferedLoad(erlangs: .leastNonzeroMagnitude)
    #expect(try ErlangB.blocking(load: load, agents: 3) == 0)
    #expect(try ErlangC.waitProbability(load: load, agents: 3) == 0)
    let answer = try ErlangC.leastAgents(
      load: load, handleSeconds: .leastNonzeroMagnitude, serviceLevel: 0.8,
      withinSeconds: .greatestFiniteMagnitude)
    #expect(answer.chosen.agents == 1)
    #expect(try ErlangB.largestLoad(agents: 1, blockingAtMost: 1e-300).erlangs < 2e-300)
    #expect(try ErlangB.largestLoad(agents: 3, blockingAtMost: 1 - 0x1p-53).erlangs > 1e15)
  }

  @Test(arguments: [0, 1, -0.5, 80, .nan, .infinity])
  func `a share lies between 0 and 1`(share: Double) throws {
    let load = try OfferedLoad(erlangs: 6)
    #expect(throws: QueueError.self) { try ErlangB.leastAgents(load: load, blockingAtMost: share) }
    #expect(throws: QueueError.self) { try ErlangB.largestLoad(agents: 6, blockingAtMost: share) }
    #expect(throws: QueueError.self) {
      try ErlangC.leastAgents(load: load, handleSeconds: 1, serviceLevel: share, withinSeconds: 1)
    }
    #expect(throws: QueueError.self) {
      try ErlangC.Performance(load: load, agents: 8, handleSeconds: 1).waitPercentile(share)
    }
    if share != 1 {
      #expect(throws: QueueError.self) {
        try ErlangC.leastAgents(
          load: load, handleSeconds: 1, serviceLevel: 0.8, withinSeconds: 1,
          occupancyAtMost: share)
      }
    }
  }

  @Test(arguments: [-1, .nan, .infinity])
  func `times are finite and not negative`(seconds: Double) throws {
    let load = try OfferedLoad(erlangs: 6)
    let team = try ErlangC.Performance(load: load, agents: 8, handleSeconds: 240)
    #expect(throws: QueueError.self) { try team.serviceLevel(withinSeconds: seconds) }
    #expect(throws: QueueError.self) { try team.lateShare(beyondSeconds: seconds) }
    #expect(throws: QueueError.self) {
      try ErlangC.Performance(load: load, agents: 8, handleSeconds: seconds)
    }
    #expect(throws: QueueError.self) {
      try ErlangC.leastAgents(
        load: load, handleSeconds: seconds, serviceLevel: 0.8, withinSeconds: 20)
    }
    #expect(throws: QueueError.self) {
      try ErlangC.leastAgents(
        load: load, handleSeconds: 240, serviceLevel: 0.8, withinSeconds: seconds)
    }
  }

  @Test func `an overloaded team is an error that says what to try`() throws {
    let load = try OfferedLoad(erlangs: 6)
    let error = #expect(throws: QueueError.self) {
      try ErlangC.waitProbability(load: load, agents: 6)
    }
    #expect(error == .unstable(load: load, agents: 6))
    #expect(
      error?.description
        == "6 agents never catch up with 6.0 erlangs; use more agents than erlangs")
  }

  @Test func `messages quote the value and say what would be right`() throws {
    let load = try OfferedLoad(erlangs: 1e8)
    let messages: [(QueueError, String)] = [
      (
        .unstable(load: load, agents: 1),
        "1 agent never catches up with 100000000.0 erlangs; use more agents than erlangs"
      ),
      (.outOfRange("erlangs", -1), "erlangs must be finite and zero or more, not -1.0"),
      (
        .notPositive("handle seconds", 0),
        "handle seconds must be finite and more than zero, not 0.0"
      ),
      (
        .notAShare("service level", 80),
        "service level must lie between 0 and 1, not 80.0; write 80% as 0.8"
      ),
      (
        .tooManyAgents(10_000_001),
        "10000001 agents is more than the ten million this formula is meant for"
      ),
      (
        .tooMuchLoad(load),
        "100000000.0 erlangs need more than the ten million agents this formula is meant for"
      ),
      (
        .neverKept(.meanWait, agents: 12),
        "not even 12 agents keep the target on the mean wait; set a milder one"
      ),
      (
        .tooFewPlaces(5, agents: 6),
        "5 places are too few for 6 agents; each agent takes one, the rest may wait"
      ),
    ]
    for (error, message) in messages { #expect(error.description == message) }
  }
}
