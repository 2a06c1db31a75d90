import Testing

@testable import Simulation

/// Whose turn it is after somebody went home.
struct HandBackTests {
  private func mail(_ recorded: [Double]) throws -> ContactType {
    ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(recorded: recorded), handling: try .constant(10))
  }

  private func run(
    _ types: [ContactType], _ people: [Person], end: Double = 1000,
    _ change: (inout Desk) -> Void = { _ in }
  ) throws -> DeskTally {
    var desk = try Desk(types: types, people: people, end: end)
    desk.endOfShift = .handOver
    change(&desk)
    return desk.run(RandomStreams(seed: 1, replication: 0), isChecked: true)
  }

  private func shift(_ begin: Double, _ end: Double) -> [Person.Shift] {
    [.init(from: begin, to: end)]
  }

  @Test func `a case handed over goes on before all that came later, of whatever type`() throws {
    let people = [
      Person(skills: [0, 1], shifts: shift(0, 5)), Person(skills: [0, 1], shifts: shift(20, 900)),
    ]
    // The first is handed over at 5 with 5 s left: it goes on at 20, then 1, 2, 3 and 4 by age.
    let tally = try run([mail([0, 1, 3]), mail([2, 4])], people)
    #expect(tally.types[0].handedOver == 1)
    #expect(tally.types[0].waited == 0 + 24 + 42 && tally.types[1].waited == 33 + 51)
    // With ageing too.
    var urgent = try mail([4])
    urgent.priority = -1
    let aged = try run([mail([0, 1]), urgent], people) { $0.ageing = 100 }
    #expect(aged.types[1].waited == 16 && aged.types[0].waited == 0 + 34)
  }

  @Test func `what waited for who went home keeps its order, behind what was in hand`() throws {
    var cases = try mail([0, 12])
    cases.asksBack = .init(share: 0.99, thinking: try .constant(40))
    cases.staysWithPerson = true
    cases.clocks = [ServiceClock(.nextResponse, within: 1)]
    // Back at 50 and 62, while they have another in hand; gone at 70, somebody else comes at 100.
    let people = [
      Person(skills: [0, 1], shifts: shift(0, 70)),
      Person(skills: [0, 1], shifts: shift(100, 900)),
    ]
    var long = try mail([45])
    long.handling = try .constant(100)
    let tally = try run([cases, long], people, end: 208)
    // 75 s of the long one are left: to 175; then the one of 50 to 185, and that of 62 to 195.
    #expect(tally.types[1].solved == 1 && tally.types[1].handedOver == 1)
    #expect(tally.types[0].clocks[0].total == 135 + 133)
    #expect(tally.types[0].handedOver == 2)
  }

  @Test func `several lost cases wait for their person once each, in their order`() throws {
    var cases = try mail([0, 12])
    cases.asksBack = .init(share: 0.99, thinking: try .constant(40))
    cases.staysWithPerson = true
    cases.clocks = [ServiceClock(.nextResponse, within: 1)]
    let shifts = [Person.Shift(from: 0, to: 70), Person.Shift(from: 500, to: 519)]
    let people = [
      Person(skills: [0, 1], shifts: shifts), Person(skills: [0, 1], shifts: shift(100, 900)),
    ]
    let call = ContactType(
      "call", arrivals: ArrivalPlan(recorded: [45]), handling: try .constant(100))
    let tally = try run([cases, call], people, end: 525) { $0.lostAtHandover = 1 }
    // The call ends at 145 in overtime; both cases are lost, and answered from 500 on: the first at 510.
    #expect(tally.types[0].lost >= 2 && tally.types[0].clocks[0].total == 460)
  }

  @Test func `who waits on the line for who goes home has been patient since they called`() throws {
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(recorded: [0]), handling: try .constant(10))
    calls.asksBack = .init(share: 0.99, thinking: try .constant(20))
    calls.staysWithPerson = true
    calls.patience = try .constant(15)
    let others = ContactType(
      "others", arrivals: ArrivalPlan(recorded: [28, 29]), handling: try .constant(500))
    let people = [Person(skills: [0, 1], shifts: shift(0, 40)), Person(skills: [0, 1])]
    // Waits from 30 on, for anybody from 40 on, and no longer than to 45.
    let tally = try run([calls, others], people, end: 46)
    #expect(tally.types[0].abandoned == 1)
    #expect(tally.queueLength == 15 / 46.0)
  }

  @Test func `who waits on the line for one person goes before messages that do`() throws {
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(recorded: [0]), handling: try .constant(10))
    calls.asksBack = .init(share: 0.99, thinking: try .constant(50))
    var cases = try mail([10])
    cases.asksBack = .init(share: 0.99, thinking: try .constant(35))
    (calls.staysWithPerson, cases.staysWithPerson) = (true, true)
    calls.clocks = [ServiceClock(.nextResponse, within: 1)]
    // The message is back at 55, the caller at 60, while they lead another conversation until 144.
    let others = ContactType(
      "others", arrivals: ArrivalPlan(recorded: [44]), handling: try .constant(100))
    let tally = try run([calls, cases, others], [Person(skills: [0, 1, 2])], end: 150)
    #expect(tally.types[0].clocks[0].total == 84)
  }
}
