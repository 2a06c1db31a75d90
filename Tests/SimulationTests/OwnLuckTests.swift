import Testing

@testable import Simulation

/// A cause that is added, or left out, does not shift the luck of the others.
struct OwnLuckTests {
  private let streams = RandomStreams(seed: 3, replication: 0)

  private func type(_ name: String, perHour: Double) throws -> ContactType {
    var type = ContactType(
      name, arrivals: ArrivalPlan(perSecond: perHour / 3600, until: 40_000),
      handling: try .exponential(mean: 60))
    type.subject = RandomStreams.subject(name)
    type.arrivals.dayVariation = 0.3
    type.arrivals.incidents = [
      .init(perDay: 6, size: try .exponential(mean: 20), decay: 900, deflected: 0.5)
    ]
    return type
  }

  @Test func `names do not run together, and are told apart`() {
    #expect(RandomStreams.subject("a", "b") == RandomStreams.subject("a", "b"))
    let all = [
      RandomStreams.subject("a", "b"), RandomStreams.subject("b", "a"), RandomStreams.subject("ab"),
      RandomStreams.subject("a", "b", ""), RandomStreams.subject(""), RandomStreams.subject(),
    ]
    #expect(Set(all).count == all.count)
  }

  @Test func `types keep their contacts where others come and go`() throws {
    let (calls, chats) = (try type("calls", perHour: 40), try type("chats", perHour: 25))
    let mail = try type("mail", perHour: 60)
    func arrived(_ types: [ContactType]) throws -> [String: Int] {
      let people = [Person(skills: Array(types.indices))]
      let tally = try Desk(types: types, people: people, end: 40_000).run(streams)
      return Dictionary(
        uniqueKeysWithValues: zip(types.map(\.name), tally.types.map(\.arrived)))
    }
    let all = try arrived([mail, calls, chats])
    let some = try arrived([calls, chats])
    #expect(some["calls"] == all["calls"] && some["chats"] == all["chats"])
    let turned = try arrived([chats, calls])
    #expect(turned == some)
    #expect(all["calls"] != all["chats"])
  }

  @Test func `incidents of a group keep their moments whichever types have them`() throws {
    var plan = ArrivalPlan(perSecond: 0, until: 1)
    plan.incidents = [
      .init(perDay: 4, size: try .exponential(mean: 30), decay: 600, deflected: 0.5)
    ]
    for group in [0, 7, RandomStreams.subject("incident", "fibre cut")] {
      plan.incidents[0].group = group
      let (one, other) = (
        IncidentBurst.all(of: plan, type: 0, 11, until: 900_000, streams),
        IncidentBurst.all(of: plan, type: 5, 11, until: 900_000, streams)
      )
      #expect(one.count > 10 && one.map(\.begin) == other.map(\.begin))
      for (var a, var b) in zip(one, other) { #expect(a.next(.shared) == b.next(.shared)) }
      var third = IncidentBurst.all(of: plan, type: 0, 12, until: 900_000, streams)
      #expect(third.map(\.begin) == one.map(\.begin))
      var first = one
      #expect(third[0].next(.shared).time != first[0].next(.shared).time)
    }
  }

  @Test func `shifts keep their luck where others come and go`() throws {
    func person(_ days: [Int], _ subject: Int) throws -> Person {
      var person = Person(skills: [0])
      person.subject = subject
      person.shifts = try days.map { day in
        var shift = Person.Shift(from: Double(day) * 1000, to: Double(day) * 1000 + 500)
        shift.subject = day
        shift.absence = 0.3
        shift.lateness = try .exponential(mean: 100)
        return shift
      }
      return person
    }
    func duty(_ people: [Person]) throws -> [Double] {
      let type = ContactType(
        "none", arrivals: ArrivalPlan(recorded: []), handling: try .constant(1))
      let desk = try Desk(types: [type], people: people, end: 60_000, interval: 100)
      return desk.run(streams).timesByInterval.map(\.onDuty)
    }
    let (odd, even) = (stride(from: 1, to: 60, by: 2), stride(from: 0, to: 60, by: 2))
    let ola = try duty([person(Array(odd), 4)])
    let others = try duty([person(Array(even), 4)])
    let whole = try duty([person(Array(0..<60), 4)])
    // Sums of the same parts, in another order.
    #expect(zip(zip(ola, others), whole).allSatisfy { abs($0.0 + $0.1 - $1) < 1e-6 })
    let (jan, both) = (
      try duty([person(Array(0..<60), 9)]),
      try duty([person(Array(0..<60), 9), person(Array(0..<60), 4)])
    )
    #expect(jan != whole)
    #expect(zip(both, zip(jan, whole)).allSatisfy { abs($0 - $1.0 - $1.1) < 1e-6 })
  }

  /// Expected: shares of touches as given, and whoever is passed on changes the others' luck little.
  @Test func `passing more on asks no others back`() throws {
    func tally(_ transfers: Double) throws -> DeskTally.OfType {
      var type = ContactType(
        "mail", .deferred, arrivals: ArrivalPlan(recorded: (0..<20_000).map { Double($0) }),
        handling: try .constant(1))
      type.escalates = .init(share: 0.2, delay: try .constant(1e7))
      type.asksBack = .init(share: 0.3, thinking: try .constant(1e7), never: 1, closedAfter: 0)
      if transfers > 0 { type.transfers = .init(share: transfers, to: 1) }
      let other = ContactType(
        "other", .deferred, arrivals: ArrivalPlan(recorded: []), handling: try .constant(1))
      let people = [Person](repeating: Person(skills: [0, 1]), count: 3)
      return try Desk(types: [type, other], people: people, end: 100_000).run(streams).types[0]
    }
    let (none, some) = (try tally(0), try tally(0.1))
    // Four standard deviations of a binomial share.
    for (count, share) in [
      (none.open, 0.2), (none.closed, 0.3), (some.transferred, 0.1), (some.open, 0.2),
      (some.closed, 0.3),
    ] {
      let spread = 4 * (share * (1 - share) / 20_000).squareRoot()
      #expect(abs(Double(count) / 20_000 - share) < spread)
    }
  }

  @Test func `what customers answer by mail is seen when the mailbox is polled`() throws {
    var mail = ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(recorded: [100]), handling: try .constant(10))
    mail.polledEvery = 600
    mail.asksBack = .init(share: 0.99, thinking: try .constant(50))
    mail.clocks = [ServiceClock(.nextResponse, within: 100)]
    let asked = try Desk(types: [mail], people: [Person(skills: [0])], end: 1300).run(streams)
    // Seen at 600, asked back at 610, answered at 660, seen at 1200, answered again at 1210.
    #expect(asked.types[0].touches == 2)
    #expect(asked.types[0].clocks[0].total == 1210 - 660 && asked.types[0].clocks[0].kept == 0)
    mail.asksBack = nil
    mail.escalates = .init(share: 0.99, delay: try .constant(50))
    let passed = try Desk(types: [mail], people: [Person(skills: [0])], end: 740).run(streams)
    // Second line needs no mailbox: at 610, 670, 730.
    #expect(passed.types[0].touches == 3)
  }
}
