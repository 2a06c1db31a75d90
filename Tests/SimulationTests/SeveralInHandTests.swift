import Testing

@testable import Simulation

/// Contacts of several types in one person's hands.
struct SeveralInHandTests {
  private let streams = RandomStreams(seed: 1, replication: 0)

  private func chats(_ recorded: [Double], family: Int? = 7) throws -> ContactType {
    var type = ContactType(
      "chats", arrivals: ArrivalPlan(recorded: recorded), handling: try .constant(10))
    type.paces = [1, 0.5]
    type.family = family
    return type
  }

  private func run(
    _ types: [ContactType], skills: [Int], end: Double = 1000, _ people: Int = 1
  ) throws -> DeskTally {
    let people = (0..<people).map { _ in Person(skills: skills) }
    return try Desk(types: types, people: people, end: end).run(streams, isChecked: true)
  }

  @Test func `chats about this and that are led together, alone they are not`() throws {
    let together = try run([chats([0]), chats([0])], skills: [0, 1])
    // Both at half pace until 20.
    #expect(together.types.map(\.waited) == [0, 0] && together.worked == 20)
    let apart = try run([chats([0], family: nil), chats([0], family: nil)], skills: [0, 1])
    #expect(apart.types.map(\.waited).reduce(0, +) == 10 && apart.worked == 20)
    let others = try run([chats([0]), chats([0], family: 8)], skills: [0, 1])
    #expect(others.types.map(\.waited).reduce(0, +) == 10)
  }

  @Test func `whoever has a hand free takes the most urgent of the family, and what came first`()
    throws
  {
    var urgent = try chats([3, 5])
    urgent.priority = -1
    // 0 and 1 are in hand until 20 and 22 (9.5 s left at 20, alone from then on).
    let tally = try run([chats([0, 1, 2]), urgent], skills: [0, 1])
    #expect(tally.types[1].waited < tally.types[0].waited)
    let first = try run([chats([0, 0, 2]), chats([1])], skills: [0, 1])
    // At 20 both hands are free: 1 and 2 are taken.
    #expect(first.types[1].waited == 19 && first.types[0].waited == 18)
  }

  @Test func `a call more urgent than the chats that wait has both hands first`() throws {
    var call = ContactType(
      "call", arrivals: ArrivalPlan(recorded: [5]), handling: try .constant(10))
    call.priority = -1
    let tally = try run([chats([0]), chats([6]), call], skills: [0, 1, 2])
    // The chat of 0 is over at 10, the call at 20.
    #expect(tally.types[2].waited == 5 && tally.types[1].waited == 14)
    // Nor does a call hold up a chat that is more urgent still.
    var urgent = try chats([6])
    urgent.priority = -2
    let before = try run([chats([0]), urgent, call], skills: [0, 1, 2])
    #expect(before.types[1].waited == 0)
  }

  @Test func `hands are kept free for a call until somebody else has it, or it gives up`() throws {
    var call = ContactType(
      "call", arrivals: ArrivalPlan(recorded: [5]), handling: try .constant(10))
    call.priority = -1
    // Somebody comes at 7 who takes calls alone: the chat of 6 need not wait for that of 0.
    let people = [Person(skills: [0, 1]), Person(skills: [1], shifts: [.init(from: 7, to: 99)])]
    let desk = try Desk(types: [chats([0, 6]), call], people: people, end: 1000)
    let taken = desk.run(streams, isChecked: true)
    #expect(taken.types.map(\.waited) == [1, 2])
    call.patience = try .constant(4)
    let left = try run([chats([0, 6]), call], skills: [0, 1])
    #expect(left.types[1].abandoned == 1 && left.types[0].waited == 3)
  }

  @Test func `nobody takes chats of the family that they have no skill for`() throws {
    let tally = try run([chats([0]), chats([0])], skills: [0], end: 50)
    #expect(tally.types[0].solved == 1 && tally.types[1].open == 1)
  }

  /// Contacts of one type, split in two at random, are what they were (Poisson splitting).
  @Test func `a topic that makes no difference makes none`() throws {
    func waits(_ types: Int) throws -> RunningMean {
      let all = try (0..<types).map { place in
        var type = ContactType(
          "chats \(place)",
          arrivals: ArrivalPlan(perSecond: 0.02 / Double(types), until: 40_000),
          handling: try .exponential(mean: 200))
        type.paces = [1, 0.9, 0.8]
        type.family = 1
        return type
      }
      let people = [Person(skills: Array(0..<types)), Person(skills: Array(0..<types))]
      let desk = try Desk(types: all, people: people, end: 40_000)
      var mean = RunningMean()
      for replication in 0..<200 {
        let tally = desk.run(RandomStreams(seed: 3, replication: replication))
        let waited = tally.types.reduce(0) { $0 + $1.waited }
        mean.add(waited / Double(tally.types.reduce(0) { $0 + $1.begun }))
      }
      return mean
    }
    let (one, three) = (
      try waits(1).estimate(confidence: 0.99), try waits(3).estimate(confidence: 0.99)
    )
    // Other luck, so both intervals have to meet.
    #expect(one.low < three.high && three.low < one.high, "\(one.mean) and \(three.mean)")
  }

  @Test func `types of one family have one kind and the same paces`() throws {
    var other = try chats([1])
    other.paces = [1, 0.6]
    let error = #expect(throws: DeskError.self) {
      try Desk(types: [chats([0]), other], people: [Person(skills: [0])], end: 10)
    }
    #expect(
      error?.description
        == "'chats' and 'chats' are of one family, and must have the same kind and paces")
    other = try chats([1])
    other.kind = .deferred
    #expect(throws: DeskError.self) {
      try Desk(types: [chats([0]), other], people: [Person(skills: [0])], end: 10)
    }
  }
}
