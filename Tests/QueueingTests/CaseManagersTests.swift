import Queueing
import Testing

struct CaseManagersTests {
  func work(reply: Double = 2) throws -> CaseManagers {
    try CaseManagers(stepSeconds: 1, finishShare: 1.0 / 3, replySeconds: reply)
  }

  /// Steps of a minute, in hours: throughput as in the published formula, summed term by term.
  @Test(arguments: [1, 2, 5, 12, 40])
  func `a desk agrees with its probabilities`(caseLoad: Int) throws {
    let desk = try work().desk(caseLoad: caseLoad)
    let r = 0.5 / (1 - 1.0 / 3)
    var terms = [1.0]
    for k in 0..<caseLoad { terms.append(terms[k] * Double(caseLoad - k) * r) }
    let sum = terms.reduce(0, +)
    #expect(relativeError(desk.idleShare, 1 / sum) <= 1e-12)
    let onDesk = terms.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / sum
    #expect(relativeError(desk.casesOnDesk, onDesk) <= 1e-12)
    #expect(relativeError(desk.casesPerHour, 1200 * (1 - 1 / sum)) <= 1e-12)
    // Little's law at the desk: steps done in a second × time there.
    #expect(
      abs((1 - 1 / sum) * (desk.replyWaitSeconds + 1) - onDesk) <= 1e-12 * onDesk)
    #expect(abs(desk.occupancy + desk.idleShare - 1) <= 1e-15)
  }

  @Test func `more cases keep managers busier and customers waiting`() throws {
    let desks = try (1...60).map { try work().desk(caseLoad: $0) }
    #expect(desks[0].replyWaitSeconds == 0)
    for (fewer, more) in zip(desks, desks.dropFirst()) {
      #expect(more.idleShare < fewer.idleShare)
      #expect(more.replyWaitSeconds > fewer.replyWaitSeconds)
      #expect(more.casesPerHour >= fewer.casesPerHour && more.casesPerHour <= 1200)
    }
  }

  @Test(arguments: [0.0, 0.4, 3, 50])
  func `the largest case load is the last that is soon enough`(limit: Double) throws {
    let work = try work()
    let most = try work.largestCaseLoad(replyWaitAtMostSeconds: limit)
    #expect(try work.desk(caseLoad: most).replyWaitSeconds <= limit)
    #expect(try work.desk(caseLoad: most + 1).replyWaitSeconds > limit)
  }

  @Test(arguments: [0.05, 0.35, 0.7, 0.99], [1.0, 1200, 3600, 86_400])
  func `an only case never waits for its manager`(finishing: Double, reply: Double) throws {
    let work = try CaseManagers(stepSeconds: 1200, finishShare: finishing, replySeconds: reply)
    #expect(try work.desk(caseLoad: 1).replyWaitSeconds == 0)
    #expect(try work.largestCaseLoad(replyWaitAtMostSeconds: 0) == 1)
  }

  @Test(arguments: [0.5, 0.1, 0.01, 1e-9])
  func `the least case load is the first that keeps managers busy`(idle: Double) throws {
    let work = try work(reply: 7)
    let least = try work.leastCaseLoad(idleAtMost: idle)
    #expect(try work.desk(caseLoad: least).idleShare <= idle)
    if least > 1 { #expect(try work.desk(caseLoad: least - 1).idleShare > idle) }
  }

  @Test func `managers are found by capacity`() throws {
    let work = try work()
    let each = try work.desk(caseLoad: 3).casesPerHour
    #expect(try work.leastManagers(casesPerHour: each * 4.5, caseLoad: 3) == 5)
    #expect(try work.leastManagers(casesPerHour: 0, caseLoad: 3) == 0)
    #expect(relativeError(try work.casesPerHour(managers: 7, caseLoad: 3), 7 * each) <= 1e-15)
    let used = try work.usedCapacity(casesPerHour: each * 4.5, managers: 5, caseLoad: 3)
    #expect(relativeError(used, 0.9) <= 1e-14)
  }

  @Test func `too many cases are an error that says what would help`() throws {
    let work = try work()
    let more = #expect(throws: QueueError.self) {
      try work.usedCapacity(casesPerHour: 1100, managers: 1, caseLoad: 2)
    }
    #expect(more?.description.contains("let each hold more than 2 cases") == true)
    let hopeless = #expect(throws: QueueError.self) {
      try work.usedCapacity(casesPerHour: 1300, managers: 1, caseLoad: 2)
    }
    #expect(hopeless?.description.hasSuffix("no case load is large enough") == true)
    #expect(throws: QueueError.self) { try work.desk(caseLoad: 0) }
    #expect(throws: QueueError.self) { try work.desk(caseLoad: 2_000_000) }
    #expect(throws: QueueError.self) { try work.largestCaseLoad(replyWaitAtMostSeconds: 1e300) }
    #expect(throws: QueueError.self) { try work.leastManagers(casesPerHour: 1e300, caseLoad: 1) }
  }

  @Test func `very many cases, and customers who take for ever`() throws {
    let slow = try CaseManagers(stepSeconds: 1, finishShare: 1e-9, replySeconds: 1e12)
    let desk = try slow.desk(caseLoad: 10)
    #expect(desk.idleShare <= 1 && desk.idleShare > 0.99 && desk.casesPerHour > 0)
    #expect(desk.replyWaitSeconds.isFinite && desk.replyWaitSeconds >= 0)
    let full = try work().desk(caseLoad: 1_000_000)
    #expect(full.idleShare == 0 && relativeError(full.casesPerHour, 1200) <= 1e-14)
  }
}
