import Testing

@testable import Simulation

/// Handling that takes longer at some times of the day.
struct HandlingCourseTests {
  private let streams = RandomStreams(seed: 1, replication: 0)

  @Test func `a contact takes what the interval says in which it came, also when it returns`()
    throws
  {
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(recorded: [0, 99, 100, 200, 250, 300]),
      handling: try .constant(10))
    calls.arrivals.interval = 100
    calls.handlingFactors = [1, 3, 0.5]
    var desk = try Desk(types: [calls], people: [Person(skills: [0])], end: 1000)
    // To 10, 99 to 109, 109 to 139, 200 to 205, 250 to 255, and beyond what was said, 300 to 310.
    #expect(desk.run(streams, isChecked: true).worked == 10 + 10 + 30 + 5 + 5 + 10)
    calls.arrivals.recorded = [150]
    calls.reopens = .init(share: 0.99, delay: try .constant(600))
    desk = try Desk(types: [calls], people: [Person(skills: [0])], end: 1000)
    let tally = desk.run(streams, isChecked: true)
    #expect(tally.types[0].reopened == 1 && tally.worked == 30 + 30)
  }

  @Test func `who is passed on takes what the next one's intervals say`() throws {
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(recorded: [150]), handling: try .constant(10))
    calls.arrivals.interval = 100
    calls.handlingFactors = [1, 2]
    calls.transfers = .init(share: 0.99, to: 1)
    var others = ContactType(
      "others", arrivals: ArrivalPlan(rates: [], interval: 50), handling: try .constant(10))
    others.handlingFactors = [1, 1, 1, 7]
    let desk = try Desk(types: [calls, others], people: [Person(skills: [0, 1])], end: 1000)
    #expect(desk.run(streams, isChecked: true).worked == 20 + 70)
  }

  @Test func `what waited before the run takes what is usual`() throws {
    var mail = ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(rates: [0], interval: 100),
      handling: try .constant(10))
    mail.handlingFactors = [5]
    var desk = try Desk(
      types: [mail], people: [Person(skills: [0])], end: 1000, backlog: [2])
    desk.backlogAges = [try .constant(50)]
    #expect(desk.run(streams, isChecked: true).worked == 20)
  }

  /// Mean load carried where everybody is taken at once: the load that an infinite team would have.
  ///
  /// With exponential handling of mean m(t) for who comes at t, busy people at u are
  /// λ ∫₀ᵘ e^(−(u−t)/m(t)) dt; an hour's work is the integral of that over the hour.
  @Test func `each interval carries the load that its contacts bring`() throws {
    let (hour, rate, means) = (3600.0, 0.05, [120.0, 600.0, 300.0])
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(rates: means.map { _ in rate * hour }, interval: hour),
      handling: try .exponential(mean: 300))
    calls.handlingFactors = means.map { $0 / 300 }
    let desk = try Desk(
      types: [calls], people: (0..<200).map { _ in Person(skills: [0]) }, end: 3 * hour,
      interval: hour)
    var worked = means.map { _ in RunningMean() }
    for replication in 0..<400 {
      let tally = desk.run(RandomStreams(seed: 11, replication: replication))
      for place in means.indices { worked[place].add(tally.timesByInterval[place].worked) }
    }
    for (place, mean) in means.enumerated() {
      // Of those who come within the hour, m·(T − m(1 − e^(−T/m))) each second of theirs.
      func own(_ mean: Double) -> Double { mean * (hour - mean * (1 - .exp(-hour / mean))) }
      var exact = rate * own(mean)
      if place > 0 {
        // Of those of the hour before, what is left of them at its end: m²(1 − e^(−T/m)).
        let before = means[place - 1]
        let left = before * before * (1 - .exp(-hour / before))
        exact += rate * left * (1 - .exp(-hour / before))
      }
      if place > 1 {
        let before = means[place - 2]
        let left = before * before * (1 - .exp(-hour / before)) * .exp(-hour / before)
        exact += rate * left * (1 - .exp(-hour / before))
      }
      let found = worked[place].estimate(confidence: 0.99)
      #expect(found.contains(exact), "hour \(place): \(found), not \(exact)")
    }
  }
}

extension Double {
  fileprivate static func exp(_ x: Double) -> Double { PortableMath.exp(x) }
}
