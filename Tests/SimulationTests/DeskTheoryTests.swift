import Queueing
import Testing

@testable import Simulation

/// The desk against what theory says of desks without complications: at fixed seeds 99% intervals
/// hold the exact values.
struct DeskTheoryTests {
  private func estimates(
    _ desk: Desk, seed: UInt64 = 5, replications: Int = 12,
    _ figures: @escaping @Sendable (DeskTally) -> [Double]
  ) -> [Estimate] {
    Replications.means(of: replications, cores: 2) {
      figures(desk.run(RandomStreams(seed: seed, replication: $0)))
    }.map { $0.estimate(confidence: 0.99) }
  }

  private func expect(
    _ found: [Estimate], _ expected: [Double], within share: Double = 0.2,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (estimate, value) in zip(found, expected) {
      #expect(
        estimate.contains(value), "\(value) in \(estimate.low)...\(estimate.high)",
        sourceLocation: sourceLocation)
      // An interval that holds everything proves nothing.
      #expect(
        estimate.halfWidth < share * value, "\(estimate)", sourceLocation: sourceLocation)
    }
  }

  private func people(_ count: Int, _ skills: [Int] = [0]) -> [Person] {
    (0..<count).map { _ in Person(skills: skills) }
  }

  @Test func `M/M/c, in thousands of handling times so that the empty start does not count`() throws
  {
    let exact = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 8), agents: 10, handleSeconds: 1)
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(perSecond: 8, until: 4000), handling: try .exponential(mean: 1)
    )
    calls.target = 0.5
    let desk = try Desk(types: [calls], people: people(10), end: 4000)
    let found = estimates(desk) {
      let calls = $0.types[0]
      return [
        calls.waitProbability, calls.meanWait, calls.serviceLevel, $0.occupancy, $0.queueLength,
        calls.waitPercentile(0.9),
      ]
    }
    expect(
      found,
      [
        exact.waitProbability, exact.meanWaitSeconds, try exact.serviceLevel(withinSeconds: 0.5),
        0.8, exact.queueLength, try exact.waitPercentile(0.9),
      ])
  }

  /// Expected: as for the pool.
  @Test func `M/M/n+M`() throws {
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(perSecond: 48, until: 600), handling: try .exponential(mean: 1)
    )
    calls.patience = try .exponential(mean: 2)
    calls.target = 1.0 / 3
    let desk = try Desk(types: [calls], people: people(50), end: 600)
    let found = estimates(desk) {
      let calls = $0.types[0]
      return [calls.waitProbability, calls.abandonment, calls.meanWait, calls.serviceLevel]
    }
    expect(found, [0.46777406855379, 0.0309122491621932, 0.0618244983243864, 0.943018954746981])
  }

  /// Expected: Cobham, `reference/queueing/reference.json`.
  @Test func `two priorities`() throws {
    var urgent = ContactType(
      "urgent", arrivals: ArrivalPlan(perSecond: 0.5, until: 12_000),
      handling: try .exponential(mean: 1))
    let other = ContactType(
      "other", arrivals: ArrivalPlan(perSecond: 1, until: 12_000),
      handling: try .exponential(mean: 1))
    urgent.priority = -1
    let desk = try Desk(types: [other, urgent], people: people(2, [0, 1]), end: 12_000)
    let found = estimates(desk) { [$0.types[1].meanWait, $0.types[0].meanWait] }
    expect(found, [0.428571428571, 1.714285714286])
  }

  @Test func `Erlang-R: who returns waits as Erlang C says for all visits together`() throws {
    // 2 an hour, two of three touches ask back: 6 visits; 8 people.
    var cases = ContactType(
      "cases", arrivals: ArrivalPlan(perSecond: 2, until: 6000), handling: try .exponential(mean: 1)
    )
    cases.asksBack = .init(share: 2.0 / 3, thinking: try .exponential(mean: 2))
    let desk = try Desk(types: [cases], people: people(8), end: 6000)
    let exact = try ErlangC.Performance(load: OfferedLoad(erlangs: 6), agents: 8, handleSeconds: 1)
    let found = estimates(desk) {
      [
        $0.types[0].waitProbability, $0.types[0].meanWait, $0.types[0].touchesPerContact,
        $0.occupancy,
      ]
    }
    expect(found, [exact.waitProbability, exact.meanWaitSeconds, 3, 0.75])
  }

  /// Expected: the birth-death chain of `reference/queueing/reference.json`, which assumes that chats
  /// are spread evenly at all times. Here they are when they come, not when others leave, which costs
  /// some speed: so a tenth of tolerance, beside the interval.
  @Test func `chats at once slow each other down`() throws {
    var chats = ContactType(
      "chats", arrivals: ArrivalPlan(perSecond: 3.6, until: 4000),
      handling: try .exponential(mean: 5))
    chats.paces = [1, 0.75, 0.6]
    chats.patience = try .exponential(mean: 2)
    let desk = try Desk(types: [chats], people: people(10), end: 4000)
    let found = estimates(desk) { [$0.types[0].abandonment, $0.types[0].waitProbability] }
    #expect(abs(found[0].mean - 0.07725) < 0.1 * 0.07725, "\(found)")
    #expect(abs(found[1].mean - 0.28888) < 0.1 * 0.28888, "\(found)")
  }

  /// One person who breaks down at rate f for 1/r, at rate λ and μ: M/M/1 with breakdowns, also while
  /// idle. Mean number in system: (λ/μ)(1 + μ f/(r + f)²·…): instead of the formula, its two laws.
  @Test func `interruptions take the share of time that their rate and length say`() throws {
    let calls = ContactType(
      "calls", arrivals: ArrivalPlan(perSecond: 0.01, until: 400_000),
      handling: try .exponential(mean: 30))
    var person = Person(skills: [0])
    person.interruptions = .init(perHour: 12, length: try .exponential(mean: 60))
    let desk = try Desk(types: [calls], people: [person], end: 400_000)
    // 300 s between, 60 s long: a sixth of the time; work done is work come.
    let found = estimates(desk) { [$0.interrupted / $0.length, $0.worked / $0.length] }
    expect(found, [1.0 / 6, 0.3])
  }
}
