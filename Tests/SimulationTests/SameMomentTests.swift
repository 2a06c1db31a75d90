import Testing

@testable import Simulation

/// Who has what in hand at the very moment when something else happens.
struct SameMomentTests {
  private func type(
    _ recorded: [Double], work: Double = 10, _ kind: ContactType.Kind = .live
  ) throws -> ContactType {
    ContactType(
      "type", kind, arrivals: ArrivalPlan(recorded: recorded), handling: try .constant(work))
  }

  private func run(
    _ types: [ContactType], _ people: [Person], _ change: (inout Desk) -> Void = { _ in }
  ) throws -> DeskTally {
    var desk = try Desk(types: types, people: people, end: 1000)
    change(&desk)
    return desk.run(RandomStreams(seed: 1, replication: 0), isChecked: true)
  }

  @Test func `who is done at a moment is free for who comes then`() throws {
    var mail = try type([0], .deferred)
    mail.isInterruptible = true
    let tally = try run([mail, type([10])], [Person(skills: [0, 1])])
    #expect(tally.types[0].laidAside == 0 && tally.types[1].waited == 0)
  }

  @Test func `everybody's patience is that of their own type`() throws {
    var (calls, chats) = (try type([0, 1], work: 50), try type([2]))
    calls.patience = try .constant(100)
    chats.patience = try .constant(5)
    let tally = try run([calls, chats], [Person(skills: [0, 1])])
    #expect(tally.types[0].abandoned == 0 && tally.types[0].waited == 49)
    #expect(tally.types[1].abandoned == 1 && tally.types[1].waited == 5)
  }

  @Test func `nobody who goes home is given the case that they hand over`() throws {
    var cases = try type([0])
    cases.kind = .deferred
    cases.paces = [1, 1]
    let people = [
      Person(skills: [0], shifts: [.init(from: 0, to: 5)]),
      Person(skills: [0], shifts: [.init(from: 20, to: 100)]),
    ]
    let tally = try run([cases], people) { $0.endOfShift = .handOver }
    #expect(tally.types[0].handedOver == 1 && tally.overtime == 0)
    #expect(tally.worked == 10 && tally.onDuty == 85)
  }

  @Test func `the wrap-up of one chat holds up no other, and is work no longer than it lasts`()
    throws
  {
    var chats = try type([0, 8])
    chats.paces = [1, 1]
    chats.wrapUp = try .constant(5)
    let tally = try run([chats], [Person(skills: [0])])
    // To 10 and 15, to 18 and 23.
    #expect(tally.types[0].solved == 2 && tally.worked == 23)
  }
}
