import Queueing
import Testing

@testable import Simulation

/// Meetings, slowdown and ageing, worked out by hand.
struct AttendanceTests {
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

  private func person(_ breaks: [Person.Break], from begin: Double = 0) -> [Person] {
    [Person(skills: [0], shifts: [.init(from: begin, to: 200, breaks: breaks)])]
  }

  @Test func `a meeting ends when it was to end, however late somebody comes to it`() throws {
    let tally = try run([type([0, 12])], person([.meeting(at: 5, length: 20)]))
    // Work to 10, meeting from 10 to 25, work to 35.
    #expect(tally.types[0].waited == 13 && tally.times.inMeetings == 15 && tally.rested == 0)
    #expect(tally.occupancy == 20.0 / 185)
    // Too late for it altogether.
    let missed = try run([type([0, 1])], person([.meeting(at: 5, length: 4)]))
    #expect(missed.times.inMeetings == 0 && missed.types[0].waited == 9)
  }

  @Test func `work that may be interrupted is laid aside for a meeting, and gone on with`() throws {
    var mail = try type([0], work: 100, .deferred)
    mail.isInterruptible = true
    let tally = try run([mail], person([.meeting(at: 30, length: 20)]))
    #expect(tally.types[0].laidAside == 1 && tally.times.inMeetings == 20)
    #expect(tally.types[0].solved == 1 && tally.worked == 100)
    mail.clocks = [ServiceClock(.firstResponse, within: 120)]
    #expect(try run([mail], person([.meeting(at: 30, length: 20)])).types[0].clocks[0].total == 120)
  }

  @Test func `a break that falls due during a meeting, or another break, comes after it`() throws {
    let both = try run(
      [type([35])], person([.meeting(at: 10, length: 20), .init(at: 15, length: 8)]))
    // Meeting to 30, break to 38.
    #expect(both.times.inMeetings == 20 && both.rested == 8 && both.types[0].waited == 3)
    let two = try run([type([35])], person([.init(at: 10, length: 20), .init(at: 15, length: 8)]))
    #expect(two.rested == 28 && two.types[0].waited == 3)
    let during = try run(
      [type([31])], person([.init(at: 10, length: 20), .meeting(at: 15, length: 18)]))
    // Break to 30, meeting to 33.
    #expect(during.times.inMeetings == 3 && during.types[0].waited == 2)
  }

  @Test func `who comes late to work comes late to the meeting`() throws {
    var late = person([.meeting(at: 0, length: 30), .init(at: 1, length: 5)])
    late[0].shifts?[0].lateness = try .constant(10)
    let tally = try run([type([12])], late)
    #expect(tally.times.inMeetings == 20 && tally.rested == 0 && tally.types[0].waited == 18)
    // It ends with the shift at the latest.
    let end = try run([type([])], person([.meeting(at: 190, length: 100)]))
    #expect(end.times.inMeetings == 10 && end.overtime == 0)
  }

  @Test func `who was busy for long slows down`() throws {
    var tired = Person(skills: [0])
    tired.slowdown = .init(above: 0.5, atFull: 0.5, memory: 10)
    let tally = try run([type([0, 0, 400])], [tired])
    // The first at full pace. After 10 s the share busy is 1 − e⁻¹ = 0.632, the pace
    // 1 − 0.5·(0.632 − 0.5)/0.5 = 0.868, and the second takes 11.52 s. Then all is forgotten.
    #expect(abs(tally.worked - (10 + 10 / 0.867879 + 10)) < 1e-4)
    tired.slowdown?.above = 0.99
    #expect(try run([type([0, 0, 400])], [tired]).worked == 30)
  }

  @Test func `waiting makes up for priority where the team says so`() throws {
    let first = try type([0], work: 100)
    let (old, young) = (try type([1]), try type([60]))
    var urgent = young
    urgent.priority = -1
    let everything = [Person(skills: [0, 1, 2])]
    #expect(try run([first, old, urgent], everything).types[2].waited == 40)
    // The urgent one came 59 s later.
    #expect(try run([first, old, urgent], everything) { $0.ageing = 58 }.types[2].waited == 50)
    #expect(try run([first, old, urgent], everything) { $0.ageing = 60 }.types[2].waited == 40)
    // The same, a step lower.
    var (slow, quick) = (old, urgent)
    (slow.priority, quick.priority) = (1, 0)
    #expect(try run([first, slow, quick], everything) { $0.ageing = 58 }.types[2].waited == 50)
    #expect(try run([first, slow, quick], everything) { $0.ageing = 60 }.types[2].waited == 40)
    // Mail does not grow older than calls.
    var mail = old
    mail.kind = .deferred
    #expect(try run([first, mail, urgent], everything) { $0.ageing = 1 }.types[2].waited == 40)
    for hostile in [Double.nan, .infinity, -1] {
      #expect(try run([first, old, urgent], everything) { $0.ageing = hostile }.isConserved)
    }
  }
}

/// Cases that belong to somebody.
struct CaseLoadTests {
  private let streams = RandomStreams(seed: 1, replication: 0)

  private func cases(_ recorded: [Double], share: Double = 0.9) throws -> ContactType {
    var type = ContactType(
      "cases", .deferred, arrivals: ArrivalPlan(recorded: recorded), handling: try .constant(10))
    type.asksBack = .init(share: share, thinking: try .constant(30))
    return type
  }

  private func run(
    _ types: [ContactType], _ people: [Person], end: Double = 2000,
    _ change: (inout Desk) -> Void = { _ in }
  ) throws -> DeskTally {
    var desk = try Desk(types: types, people: people, end: end)
    change(&desk)
    return desk.run(streams, isChecked: true)
  }

  @Test func `who has as many cases as may be takes no new one while a customer thinks`() throws {
    var person = Person(skills: [0])
    let free = try run([cases([0, 1])], [person])
    // The second is begun while the first one's customer thinks.
    #expect(free.types[0].waited == 9 && free.types[0].solved == 2)
    person.mostCases = 1
    let one = try run([cases([0, 1])], [person])
    // Only when the first is solved: 10 s for each touch, 30 s between them.
    #expect(one.types[0].waited >= 49 - 1 && one.types[0].solved == 2)
    #expect(one.types[0].waited == one.types[0].waited.rounded())
    #expect(one.worked == free.worked)
    person.mostCases = 2
    let two = try run([cases([0, 1, 2])], [person])
    #expect(two.types[0].waited > 9 + 18 && two.types[0].solved == 3)
  }

  @Test func `a case waits for its owner over the night`() throws {
    var owner = Person(
      skills: [0], shifts: [.init(from: 0, to: 15), .init(from: 500, to: 1900)])
    owner.mostCases = 3
    let other = Person(skills: [0], shifts: [.init(from: 16, to: 1900)])
    let kept = try run([cases([0])], [owner, other]) { $0.rereading = try? .constant(1000) }
    // Nobody reads it again, and nobody touches it before 500.
    #expect(kept.types[0].solved == 1 && kept.worked == 10 * Double(kept.types[0].touches))
    #expect(kept.types[0].handedOver == 0)
    let cut = try run([cases([6])], [owner, other]) { $0.endOfShift = .handOver }
    #expect(cut.types[0].handedOver == 0 && cut.worked == 10 * Double(cut.types[0].touches))
  }

  @Test func `a contact that is passed on does not go back to who cannot take it`() throws {
    var first = try cases([0], share: 0)
    first.transfers = .init(share: 0.99, to: 1)
    var second = try cases([], share: 0)
    second.staysWithPerson = true
    let people = [Person(skills: [0]), Person(skills: [1], pace: 2)]
    let tally = try run([first, second], people)
    #expect(tally.types[0].transferred == 1 && tally.worked == 10 + 5)
  }

  /// Expected: a manager who always holds as many cases as may be, in `Queueing`.
  @Test(arguments: [1, 3]) func `case managers finish as many cases as theory says`(most: Int)
    throws
  {
    let work = try CaseManagers(stepSeconds: 10, finishShare: 1.0 / 3, replySeconds: 20)
    let exact = try work.desk(caseLoad: most)
    var type = ContactType(
      "cases", .deferred, arrivals: ArrivalPlan(recorded: []), handling: try .exponential(mean: 10))
    type.asksBack = .init(share: 2.0 / 3, thinking: try .exponential(mean: 20))
    var person = Person(skills: [0])
    person.mostCases = most
    let desk = try Desk(types: [type], people: [person, person], end: 40_000, backlog: [5000])
    let found = Replications.means(of: 12, cores: 2) {
      let tally = desk.run(RandomStreams(seed: 9, replication: $0))
      return [Double(tally.types[0].solved) / 40_000 * 1800, tally.occupancy]
    }.map { $0.estimate(confidence: 0.99) }
    #expect(found[0].contains(exact.casesPerHour) && found[0].halfWidth < 0.05 * found[0].mean)
    #expect(found[1].contains(exact.occupancy))
  }
}
