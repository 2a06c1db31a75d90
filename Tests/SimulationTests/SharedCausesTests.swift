import Testing

@testable import Simulation

/// What types and people have in common, or not.
struct SharedCausesTests {
  private func bursts(_ incidents: ArrivalPlan.Incidents, type: Int) -> [IncidentBurst] {
    var plan = ArrivalPlan(perSecond: 0, until: 1)
    plan.incidents = [incidents]
    return IncidentBurst.all(
      of: plan, type: type, type, until: 100 * 86_400, RandomStreams(seed: 5, replication: 0))
  }

  private func contacts(_ bursts: [IncidentBurst]) -> [Int] {
    bursts.map { burst in
      var (burst, count) = (burst, 0)
      while burst.next(.shared).time < .infinity { count += 1 }
      return count
    }
  }

  @Test func `an incident of several types begins at once for all, and is as large for all`() throws
  {
    var incidents = ArrivalPlan.Incidents(
      perDay: 1, size: try .gamma(mean: 2000, variation: 1), decay: 600)
    incidents.group = 2
    incidents.share = 0.25
    let mail = bursts(incidents, type: 0)
    incidents.share = 0.75
    let calls = bursts(incidents, type: 1)
    #expect(mail.count > 60 && mail.map(\.begin) == calls.map(\.begin))
    let (few, many) = (contacts(mail), contacts(calls))
    // A quarter against three quarters of the same size, each with the noise of a Poisson count.
    for (few, many) in zip(few, many) where few + many > 0 {
      let mean = Double(few + many)
      #expect(abs(Double(few) - mean / 4) < 5 * (mean * 3 / 16).squareRoot() + 1)
    }
    #expect(few.reduce(0, +) * 3 != many.reduce(0, +), "their contacts come apart")
    // Another number, other moments; and none, the type's own.
    incidents.group = 3
    #expect(bursts(incidents, type: 1).map(\.begin) != calls.map(\.begin))
    incidents.group = nil
    #expect(bursts(incidents, type: 0).map(\.begin) != bursts(incidents, type: 1).map(\.begin))
  }

  /// Three chats come at once. Who leads two at a time takes two of 100 s together, then the third.
  @Test(arguments: [(nil, 100.0), (2, 200), (1, 300)] as [(Int?, Double)])
  func `nobody leads more conversations at once than they can`(atOnce: Int?, busy: Double) throws {
    var chat = ContactType(
      "chat", arrivals: ArrivalPlan(recorded: [0, 0, 0]), handling: try .constant(100))
    chat.paces = [1, 1, 1]
    var person = Person(skills: [0])
    person.atOnce = atOnce
    let desk = try Desk(types: [chat], people: [person], end: 1000)
    let tally = desk.run(RandomStreams(seed: 1, replication: 0), isChecked: true)
    #expect(tally.worked == busy)
    #expect(tally.types[0].solved == 3)
  }

  /// The answer takes 100 s, the customer 1000 s, and the second answer 100 s.
  @Test(arguments: [(true, 200.0), (false, 1200)])
  func `a resolution's clock stands still for the customer where it shall`(
    stands: Bool, seconds: Double
  ) throws {
    var mail = ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(recorded: [0]), handling: try .constant(100))
    mail.asksBack = .init(share: 0.5, thinking: try .constant(1000))
    var clock = ServiceClock(.resolution, within: 5000)
    clock.stopsForCustomer = stands
    mail.clocks = [clock]
    let desk = try Desk(types: [mail], people: [Person(skills: [0])], end: 50_000)
    // A replication in which the customer is asked once.
    let tally = try #require(
      (0..<50).map { desk.run(RandomStreams(seed: 1, replication: $0)) }
        .first { $0.types[0].touches == 2 })
    #expect(abs(tally.types[0].clocks[0].total - seconds) < 1e-6)
  }

  @Test func `a study goes on until each of its figures is known`() {
    let wide: [RunningRatio] = [
      figures([0, 1, 0, 1]), figures([0.5, 0.5, 0.5]), RunningRatio(),
    ]
    func wants(_ places: [Int]) -> Bool {
      StoppingRule.until(halfWidth: 0.01, ofAll: places).wantsMore(after: 16, wide)
    }
    #expect(wants([0, 1]) && wants([1, 0]) && !wants([1]))
    // What never happens is never known, and is not waited for.
    #expect(!wants([1, 2]) && !wants([]))
    #expect(StoppingRule.until(halfWidth: 0.01, ofAll: [1]).wantsMore(after: 15, wide))
  }

  private func figures(_ values: [Double]) -> RunningRatio {
    values.reduce(into: RunningRatio()) { $0.add(Ratio($1)) }
  }
}
