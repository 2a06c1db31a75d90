import Testing

@testable import Simulation

/// Small desks whose every second is worked out by hand.
struct DeskTests {
  private let streams = RandomStreams(seed: 1, replication: 0)

  /// Contacts at these moments, 10 s of work each.
  private func type(
    _ recorded: [Double], work: Double = 10, _ kind: ContactType.Kind = .live
  ) throws -> ContactType {
    ContactType(
      "type", kind, arrivals: ArrivalPlan(recorded: recorded), handling: try .constant(work))
  }

  private func run(
    _ types: [ContactType], _ people: [Person], end: Double = 1000,
    _ change: (inout Desk) -> Void = { _ in }
  ) throws -> DeskTally {
    var desk = try Desk(types: types, people: people, end: end)
    change(&desk)
    return desk.run(streams, isChecked: true)
  }

  @Test func `who comes first is answered first, and waits until somebody is free`() throws {
    let tally = try run([type([0, 1, 2, 50])], [Person(skills: [0])])
    // Begun at 0, 10, 20, 50.
    #expect(tally.types[0].waited == 0 + 9 + 18 + 0)
    #expect(tally.types[0].solved == 4 && tally.types[0].begun == 4)
    #expect(tally.types[0].inTime == 4)
    #expect(tally.worked == 40 && tally.onDuty == 1000 && tally.occupancy == 0.04)
    #expect(tally.queueLength == 27 / 1000.0)
    #expect(tally.types[0].waitProbability == 0.5)
  }

  @Test func `a faster person takes less time`() throws {
    let tally = try run([type([0, 1])], [Person(skills: [0], pace: 2)])
    #expect(tally.types[0].waited == 4 && tally.worked == 10)
  }

  @Test func `who gives up is not answered, and may call again`() throws {
    var calls = try type([0, 1, 2])
    calls.patience = try .constant(9.5)
    calls.callback = .init(share: 0.99, delay: try .constant(100))
    let tally = try run([calls], [Person(skills: [0])])
    // The second begins at 10 after 9 s; the third leaves at 11.5 and calls again at 111.5.
    #expect(tally.types[0].abandoned == 1 && tally.types[0].calledBack == 1)
    #expect(tally.types[0].arrived == 4 && tally.types[0].solved == 3)
    #expect(tally.types[0].waited == 9 + 9.5)
    #expect(tally.types[0].abandonment == 0.25)
    #expect(tally.types[0].inTime == 3 && tally.types[0].decided == 4)
  }

  @Test func `wrap-up keeps the person, not the customer`() throws {
    var calls = try type([0, 1])
    calls.wrapUp = try .constant(5)
    calls.asksBack = .init(share: 0, thinking: try .constant(1))
    let tally = try run([calls], [Person(skills: [0])], end: 27)
    // 0 to 10, wrap-up to 15, 15 to 25, wrap-up to 30: not over at the end.
    #expect(tally.types[0].waited == 14 && tally.types[0].solved == 2)
    #expect(tally.worked == 27)
  }

  @Test func `mail is seen when the mailbox is polled`() throws {
    var mail = try type([1, 600, 601], .deferred)
    mail.polledEvery = 600
    mail.target = 610
    let tally = try run([mail], (0..<3).map { _ in Person(skills: [0]) }, end: 2000)
    #expect(tally.types[0].waited == 599 + 0 + 599)
    // Answered at the end of the first touch: after 609, 10 and 609 s.
    #expect(tally.types[0].inTime == 3)
  }

  @Test func `the target of mail is its first answer, in open hours`() throws {
    var mail = try type([100, 200, 500], .deferred)
    mail.target = 30
    // Closed from 210 to 490: the second has waited 10 + 30 s when it is answered at 510.
    mail.hours = OpenSpans([(0, 210), (490, 1000)])
    let shift = Person.Shift(from: 0, to: 150)
    let late = Person.Shift(from: 500, to: 900)
    let tally = try run([mail], [Person(skills: [0], shifts: [shift, late])])
    // Answered at 110, 510 (20 s open after 200), 520.
    #expect(tally.types[0].inTime == 3)
    #expect(OpenSpans([(0, 10), (20, 30)]).open(from: 5, to: 25) == 10)
    #expect(OpenSpans([]).open(from: 5, to: 25) == 0)
  }

  @Test func `what is open and young at the end is undecided, what is open and old is missed`()
    throws
  {
    var mail = try type([100, 900, 990], .deferred)
    mail.target = 50
    let tally = try run([mail], [Person(skills: [])])
    #expect(tally.types[0].open == 3 && tally.types[0].undecided == 1)
    #expect(tally.types[0].serviceLevel == 0)
    #expect(tally.types[0].daysMissing(share: 0.95) == 1)
  }

  @Test func `live work goes before mail, which is laid aside and gone on with`() throws {
    var mail = try type([0], work: 100, .deferred)
    mail.isInterruptible = true
    let calls = try type([30, 35])
    let tally = try run([mail, calls], [Person(skills: [0, 1])])
    // The call at 30 begins at once, the one at 35 at 40; mail goes on from 50 to 120.
    #expect(tally.types[1].waited == 5 && tally.types[0].laidAside == 1)
    #expect(tally.types[0].solved == 1 && tally.worked == 120)
    let patient = try run([type([0], work: 100, .deferred), calls], [Person(skills: [0, 1])])
    #expect(patient.types[1].waited == 70 + 75 && patient.types[0].laidAside == 0)
  }

  @Test func `live work goes first when both wait, unless the team says otherwise`() throws {
    let first = try type([0])
    let (mail, calls) = (try type([1], .deferred), try type([2]))
    let everything = [Person(skills: [0, 1, 2])]
    let live = try run([first, mail, calls], everything)
    #expect(live.types[2].waited == 8 && live.types[1].waited == 19)
    let fair = try run([first, mail, calls], everything) { $0.liveFirst = false }
    #expect(fair.types[1].waited == 9 && fair.types[2].waited == 18)
  }

  @Test func `priority goes before age, and a head start counts as age`() throws {
    let first = try type([0])
    var (old, young) = (try type([1]), try type([5]))
    let everything = [Person(skills: [0, 1, 2])]
    young.priority = -1
    #expect(try run([first, old, young], everything).types[2].waited == 5)
    young.priority = 0
    #expect(try run([first, old, young], everything).types[2].waited == 15)
    young.headStart = 4.5
    #expect(try run([first, old, young], everything).types[2].waited == 5)
    old.priority = -3
    #expect(try run([first, old, young], everything).types[2].waited == 15)
  }

  @Test func `chats share a person, and slow each other down`() throws {
    var chats = try type([0, 0, 0])
    chats.paces = [1, 0.5]
    let tally = try run([chats], [Person(skills: [0])])
    // Two at half pace until 20; the third alone from 20 to 30.
    #expect(tally.types[0].waited == 20 && tally.worked == 30)
    var mixed = try type([5])
    mixed.priority = -1
    // A call does not mix with chats: it waits until both are done.
    let both = try run([chats, mixed], [Person(skills: [0, 1])])
    #expect(both.types[1].waited == 15 && both.types[0].waited == 30)
  }

  @Test func `a break begins when work is done and is not cut short`() throws {
    let shift = Person.Shift(from: 0, to: 100, breaks: [.init(at: 5, length: 20)])
    let tally = try run([type([0, 12])], [Person(skills: [0], shifts: [shift])])
    // Work to 10, break to 30, work to 40.
    #expect(tally.types[0].waited == 18 && tally.rested == 20)
    #expect(tally.onDuty == 100 && tally.overtime == 0)
    let idle = try run([type([50])], [Person(skills: [0], shifts: [shift])])
    #expect(idle.rested == 20 && idle.types[0].waited == 0)
    let during = try run([type([6])], [Person(skills: [0], shifts: [shift])])
    #expect(during.types[0].waited == 19)
  }

  @Test func `at the end of the shift work is finished in overtime, or handed over and read again`()
    throws
  {
    let early = Person(skills: [0], shifts: [.init(from: 0, to: 5)])
    let late = Person(skills: [0], shifts: [.init(from: 20, to: 100)])
    var mail = try type([0, 1])
    mail.kind = .deferred
    let finished = try run([mail], [early, late])
    #expect(finished.overtime == 5 && finished.onDuty == 90)
    #expect(finished.types[0].waited == 19 && finished.types[0].handedOver == 0)
    let handed = try run([mail], [early, late]) {
      $0.endOfShift = .handOver
      $0.rereading = try? .constant(3)
    }
    // 5 s were done; 5 + 3 from 20 to 28, then the second.
    #expect(handed.overtime == 0 && handed.types[0].handedOver == 1)
    #expect(handed.types[0].waited == 27 && handed.worked == 5 + 8 + 10)
  }

  @Test func `conversations and wrap-up are finished whatever happens to cases`() throws {
    let early = Person(skills: [0], shifts: [.init(from: 0, to: 5)])
    let late = Person(skills: [0], shifts: [.init(from: 20, to: 100)])
    func handOver(_ types: [ContactType]) throws -> DeskTally {
      try run(types, [early, late]) {
        $0.endOfShift = .handOver
        $0.lostAtHandover = 1
      }
    }
    let call = try handOver([type([0])])
    #expect(call.types[0].handedOver == 0 && call.types[0].lost == 0)
    #expect(call.overtime == 5 && call.worked == 10 && call.types[0].solved == 1)
    var mail = try type([0], work: 4)
    mail.kind = .deferred
    mail.wrapUp = try .constant(6)
    let wrapped = try handOver([mail])
    #expect(wrapped.types[0].handedOver == 0 && wrapped.types[0].solved == 1)
    #expect(wrapped.overtime == 5 && wrapped.worked == 10)
  }

  @Test func `whoever waits on the line for one person is no more patient for it`() throws {
    var calls = try type([0])
    calls.asksBack = .init(share: 0.99, thinking: try .constant(20), never: 0)
    calls.staysWithPerson = true
    calls.patience = try .constant(7)
    // They come back at 30, when the person leads another conversation.
    let others = try type([29], work: 500)
    let tally = try run([calls, others], [Person(skills: [0, 1])], end: 100)
    #expect(tally.types[0].abandoned == 1 && tally.types[0].open == 0)
  }

  @Test func `nobody stays on the line for who went home`() throws {
    var calls = try type([0])
    calls.asksBack = .init(share: 0.99, thinking: try .constant(20))
    calls.staysWithPerson = true
    calls.patience = try .constant(15)
    // Both are busy from 29 on; the first goes at 40, when the caller of 30 still waits for them.
    let others = try type([28, 29], work: 500)
    let people = [
      Person(skills: [0, 1], shifts: [.init(from: 0, to: 40)]), Person(skills: [0, 1]),
    ]
    let tally = try run([calls, others], people, end: 100) {
      $0.endOfShift = .handOver
      $0.lostAtHandover = 1
    }
    #expect(tally.types[0].abandoned == 1 && tally.types[0].lost == 0)
  }

  @Test func `a lost case waits for the one who had it`() throws {
    let shifts = [Person.Shift(from: 0, to: 5), Person.Shift(from: 500, to: 600)]
    let people = [
      Person(skills: [0], shifts: shifts), Person(skills: [0], shifts: [.init(from: 6, to: 400)]),
    ]
    var mail = try type([0])
    mail.kind = .deferred
    let tally = try run([mail], people) {
      $0.endOfShift = .handOver
      $0.lostAtHandover = 1
    }
    #expect(tally.types[0].lost == 1 && tally.types[0].solved == 1)
    #expect(tally.worked == 10 && tally.onDuty == 5 + 100 + 394)
    #expect(tally.queueLength == 495 / 1000.0)
  }

  @Test func `work that begins before the last shift ends is no overtime in the next`() throws {
    let shifts = [Person.Shift(from: 0, to: 5), Person.Shift(from: 8, to: 50)]
    let tally = try run([type([0])], [Person(skills: [0], shifts: shifts)])
    #expect(tally.overtime == 3 && tally.onDuty == 50)
  }

  @Test func `who is absent does not come, and who is late comes late`() throws {
    var shift = Person.Shift(from: 10, to: 110)
    shift.lateness = try .constant(15)
    let late = try run([type([12])], [Person(skills: [0], shifts: [shift])])
    #expect(late.onDuty == 85 && late.types[0].waited == 13)
    shift.absence = 1
    let absent = try run([type([12])], [Person(skills: [0], shifts: [shift])])
    #expect(absent.onDuty == 0 && absent.types[0].open == 1)
  }

  @Test func `an interruption holds work in hand, and nobody is given more`() throws {
    var person = Person(skills: [0])
    person.interruptions = .init(perHour: 900, length: try .constant(7))
    let tally = try run([type([0])], [person])
    // Work in hand was reckoned in parts.
    #expect(tally.types[0].solved == 1 && abs(tally.worked - 10) < 1e-9)
    #expect(tally.interrupted > 7)
  }

  @Test func `a case goes on with who had it, if on duty`() throws {
    var cases = try type([0, 100, 200, 300, 400])
    cases.asksBack = .init(share: 0.9, thinking: try .constant(30), never: 0)
    cases.staysWithPerson = true
    // The other person is idle for longer; without the rule they would get every second touch.
    let people = [Person(skills: [0]), Person(skills: [0])]
    let stays = try run([cases], people) { $0.rereading = try? .constant(100) }
    #expect(stays.types[0].touches > 3)
    #expect(stays.worked == 10 * Double(stays.types[0].touches))
    cases.staysWithPerson = false
    let wanders = try run([cases], people, end: 10_000) { $0.rereading = try? .constant(100) }
    #expect(wanders.worked > 100)
  }

  @Test func `what follows a touch follows its shares`() throws {
    let end = 200_000.0
    var mail = ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(perSecond: 0.02, until: end),
      handling: try .constant(1))
    mail.asksBack = .init(share: 0.3, thinking: try .constant(5), never: 0.25, closedAfter: 9)
    mail.escalates = .init(share: 0.2, delay: try .constant(50))
    mail.transfers = .init(share: 0.1, to: 1)
    mail.reopens = .init(share: 0.15, delay: try .constant(70))
    let other = try type([])
    let tally = try Desk(
      types: [mail, other], people: (0..<4).map { _ in Person(skills: [0, 1]) }, end: end
    ).run(streams)
    let counts = tally.types[0]
    let n = Double(counts.arrived)
    // Touches as mail: 1/(1 − 0.3·0.75 − 0.2 − 0.4·0.15), and one more for those transferred.
    let touches = 1 / (1 - 0.225 - 0.2 - 0.06)
    #expect(abs(counts.touchesPerContact - touches * 1.1) < 0.06)
    #expect(abs(Double(counts.closed) / n - touches * 0.075) < 0.02)
    #expect(abs(Double(counts.transferred) / n - touches * 0.1) < 0.02)
    #expect(abs(Double(counts.reopened) / n - touches * 0.06) < 0.02)
    #expect(tally.types[1].arrived == 0 && tally.types[1].touches == 0)
    #expect(tally.isConserved)
  }

  @Test func `a specialist is asked first, or who has been free for longest`() throws {
    let (calls, mail) = (try type([]), try type([0], work: 5))
    // The generalist, who is faster, comes first and is idle for longest.
    let people = [Person(skills: [0, 1], pace: 2), Person(skills: [1])]
    let specialised = try run([calls, mail], people) { $0.routing = .mostSpecialised }
    #expect(specialised.worked == 5)
    // Both are idle since the beginning: the first group in the order of skills is asked.
    let late = [people[0], Person(skills: [1], shifts: [.init(from: 1, to: 100)])]
    let work = try type([5], work: 5)
    #expect(try run([calls, work], late).worked == 2.5)
    #expect(try run([calls, work], late) { $0.routing = .mostSpecialised }.worked == 5)
  }

  @Test func `of people equally specialised the longest idle is asked, whatever they know`() throws
  {
    let types = [try type([5], work: 6), try type([]), try type([])]
    let late = Person.Shift(from: 1, to: 100)
    // The first comes later than the second, who is twice as fast.
    let people = [Person(skills: [0, 1], shifts: [late]), Person(skills: [0, 2], pace: 2)]
    for routing in [Desk.Routing.longestIdle, .mostSpecialised] {
      #expect(try run(types, people) { $0.routing = routing }.worked == 3)
      #expect(try run(types, people.reversed()) { $0.routing = routing }.worked == 3)
    }
  }

  @Test func `how special somebody is goes by skills, not by the types that ask for one`() throws {
    let types = [try type([5], work: 6), try type([]), try type([]), try type([])]
    // Who takes three types of one skill, and who takes two of two skills, is idle for longer and faster.
    var mailer = Person(skills: [0, 1, 2], shifts: [.init(from: 1, to: 100)])
    let other = Person(skills: [0, 3], pace: 2)
    func worked(_ people: [Person]) throws -> Double {
      try run(types, people) { $0.routing = .mostSpecialised }.worked
    }
    #expect(try worked([mailer, other]) == 3)
    mailer.breadth = 1
    #expect(try worked([mailer, other]) == 6)
    #expect(try worked([other, mailer]) == 6)
  }

  @Test func `a backlog waits from the beginning`() throws {
    let desk = try Desk(
      types: [type([])], people: [Person(skills: [0])], end: 1000, backlog: [3])
    let tally = desk.run(streams, isChecked: true)
    #expect(tally.types[0].arrived == 3 && tally.types[0].waited == 10 + 20)
    var mail = try type([])
    mail.handling = try .exponential(mean: 10)
    let varied = try Desk(types: [mail], people: [Person(skills: [0])], end: 1000, backlog: [3])
    let works = (0..<3).map { varied.run(RandomStreams(seed: 1, replication: $0)).worked }
    #expect(Set(works).count == 3, "a backlog has luck of its own in each replication")
  }

  @Test func `contacts have the same luck whoever answers them`() throws {
    func tally(_ people: Int, patience: Bool) throws -> DeskTally {
      var calls = ContactType(
        "calls", arrivals: ArrivalPlan(perSecond: 0.05, until: 20_000),
        handling: try .lognormal(mean: 60, variation: 1))
      var mail = calls
      mail.kind = .deferred
      mail.arrivals.dayVariation = 0.3
      if patience { calls.patience = try .constant(1e9) }
      return try Desk(
        types: [calls, mail], people: (0..<people).map { _ in Person(skills: [0, 1]) }, end: 40_000
      ).run(streams)
    }
    let (few, many, patient) = (
      try tally(8, patience: false), try tally(12, patience: false), try tally(8, patience: true)
    )
    #expect(few.types.map(\.arrived) == many.types.map(\.arrived))
    // All are done by the end, so the same work was done, up to the order of sums.
    #expect(few.types.allSatisfy { $0.open == 0 })
    #expect(abs(few.worked - many.worked) < 1e-6 * few.worked)
    #expect(few.types[0].waited == patient.types[0].waited)
    #expect(few.types[0].waited > many.types[0].waited)
  }

  @Test func `a desk that cannot be says why`() throws {
    func message(
      _ change: (inout ContactType, inout Person) throws -> Void
    ) throws -> String {
      var (one, person) = (try type([0]), Person(skills: [0]))
      try change(&one, &person)
      do {
        _ = try Desk(types: [one], people: [person], end: 100)
        return "accepted"
      } catch { return "\(error)" }
    }
    #expect(try message { _, _ in } == "accepted")
    #expect(
      try message { $1.skills = [0, 7] } == "there is no contact type 7; the last of 1 is 0")
    #expect(
      try message { one, _ in one.asksBack = .init(share: 1, thinking: try .constant(1)) }
        == "share of touches that do not solve must lie between 0.0 and 0.99, not at 1.0")
    #expect(
      try message { one, _ in one.arrivals.recorded = [5, 4] }
        == "recorded arrival must lie between 5.0 and 10000000000.0, not at 4.0")
    #expect(
      try message { $1.shifts = [.init(from: 0, to: 9), .init(from: 8, to: 20)] }
        == "a shift from 8.0 to 20.0 s must end after it begins, and begin after 9.0 s")
    for hostile in [Double.nan, .infinity, -1, 1e300] {
      #expect(try message { $1.pace = hostile } != "accepted")
      #expect(try message { one, _ in one.target = hostile } != "accepted")
      #expect(
        try message { one, _ in one.arrivals.interval = hostile } != "accepted" || hostile == 1e300)
      #expect(try message { one, _ in one.arrivals.rates = [hostile] } != "accepted")
      #expect(try message { one, _ in one.arrivals.recorded = [hostile] } != "accepted")
      #expect(try message { one, _ in one.paces = [hostile] } != "accepted")
      #expect(try message { one, _ in one.polledEvery = hostile } != "accepted")
      #expect(throws: DeskError.self) {
        try Desk(types: [type([0])], people: [Person(skills: [0])], end: hostile)
      }
    }
  }
}
