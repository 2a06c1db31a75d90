import Testing

@testable import Simulation

/// Clocks of contacts, worked out by hand.
struct ClockTests {
  private func type(
    _ recorded: [Double], _ kind: ContactType.Kind = .deferred, work: Double = 10,
    clocks: [ServiceClock] = []
  ) throws -> ContactType {
    var type = ContactType(
      "type", kind, arrivals: ArrivalPlan(recorded: recorded), handling: try .constant(work))
    type.clocks = clocks
    return type
  }

  private func run(
    _ types: [ContactType], _ people: [Person], end: Double = 1000, interval: Double = 86_400,
    backlog: [Int] = [], _ change: (inout Desk) -> Void = { _ in }
  ) throws -> DeskTally {
    var desk = try Desk(
      types: types, people: people, end: end, backlog: backlog, interval: interval)
    change(&desk)
    return desk.run(RandomStreams(seed: 1, replication: 0), isChecked: true)
  }

  @Test func `passing a case on is an answer, but none in substance`() throws {
    var mail = ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(recorded: [0]), handling: try .constant(10))
    mail.escalates = .init(share: 0.99, delay: try .constant(50))
    func first(_ needsSubstance: Bool, end: Double) throws -> DeskTally.OfType {
      var clock = ServiceClock(.firstResponse, within: 20)
      clock.needsSubstance = needsSubstance
      mail.clocks = [clock]
      return try Desk(types: [mail], people: [Person(skills: [0])], end: end)
        .run(RandomStreams(seed: 1, replication: 0), isChecked: true).types[0]
    }
    // Passed on at 10, back at 60, and passed on again.
    let any = try first(false, end: 65)
    #expect(any.clocks[0].kept == 1 && any.clocks[0].total == 10 && any.inTime == 1)
    let substantive = try first(true, end: 65)
    #expect(substantive.clocks[0].kept == 0 && substantive.clocks[0].missed == 1)
    #expect(substantive.clocks[0].stopped == 0 && substantive.inTime == 0)
    mail.escalates = nil
    mail.asksBack = .init(share: 0.99, thinking: try .constant(50))
    let asked = try first(true, end: 65)
    #expect(asked.clocks[0].kept == 1 && asked.inTime == 1)
  }

  @Test func `a call is answered when somebody takes it, a message when the first touch is over`()
    throws
  {
    let clocks = [
      ServiceClock(.answer, within: 5), ServiceClock(.firstResponse, within: 12),
      ServiceClock(.resolution, within: 25),
    ]
    let person = [Person(skills: [0])]
    // Begun at 0, 10, 20; over at 10, 20, 30; the last came at 2.
    let calls = try run([type([0, 1, 2], .live, clocks: clocks)], person).types[0].clocks
    #expect(calls.map(\.kept) == [1, 2, 2] && calls.map(\.missed) == [2, 1, 1])
    #expect(calls[0].total == 0 + 9 + 18 && calls[1].total == 27)
    #expect(calls[2].total == 10 + 19 + 28)
    #expect(calls[0].mean == 9 && abs(calls[0].percentile(0.9) - 18) < 0.3)
    #expect(calls[0].percentile(0.3) == 0)
    // The same where no other clock is looked at as a touch begins.
    let alone = try run([type([0, 1, 2], .live, clocks: [clocks[1]])], person).types[0].clocks
    #expect(alone[0].total == 27 && alone[0].kept == 2)
    let mail = try run([type([0, 1, 2], clocks: clocks)], person).types[0].clocks
    #expect(mail.map(\.kept) == [1, 1, 2] && mail[1].total == 10 + 19 + 28)
  }

  @Test func `a clock runs in its own hours, across closed days`() throws {
    let spans = OpenSpans([(100, 200), (300, 400), (500, 2000)])
    var clock = ServiceClock(.firstResponse, within: 150, longest: 200, hours: spans)
    let shift = Person.Shift(from: 520, to: 600)
    let mail = try type([150, 250, 450], clocks: [clock])
    // Over at 530, 540, 550: 50 + 100 + 30 s, 100 + 40 s, 50 s.
    let tally = try run([mail], [Person(skills: [0], shifts: [shift])]).types[0].clocks[0]
    #expect(tally.total == 180 + 140 + 50 && tally.kept == 2 && tally.beyondLongest == 0)
    clock.longest = 179
    let strict = try run(
      [type([150, 250, 450], clocks: [clock])], [Person(skills: [0], shifts: [shift])])
    #expect(strict.types[0].clocks[0].beyondLongest == 1)
    #expect(strict.types[0].clocks[0].shareBeyondLongest == 1.0 / 3)
  }

  @Test func `a customer's reply starts the next response, and resolving stands still meanwhile`()
    throws
  {
    var mail = try type(
      [0], clocks: [ServiceClock(.nextResponse, within: 15), ServiceClock(.resolution, within: 15)])
    mail.asksBack = .init(share: 0.9, thinking: try .constant(30))
    let tally = try run([mail], [Person(skills: [0])], end: 10_000).types[0]
    #expect(tally.solved == 1 && tally.touches > 1)
    let (next, resolution) = (tally.clocks[0], tally.clocks[1])
    // Ten seconds after each reply; resolving took all touches and no thinking.
    #expect(next.stopped == tally.touches - 1 && next.total == 10 * Double(next.stopped))
    #expect(resolution.stopped == 1 && resolution.total == 10 * Double(tally.touches))
  }

  @Test func `second line is waited for, unless the clock stops there`() throws {
    var stops = ServiceClock(.resolution, within: 15)
    stops.stopsAtSecondLine = true
    var mail = try type(
      [0],
      clocks: [
        ServiceClock(.resolution, within: 15), stops, ServiceClock(.nextResponse, within: 1),
      ])
    mail.escalates = .init(share: 0.9, delay: try .constant(30))
    let tally = try run([mail], [Person(skills: [0])], end: 10_000).types[0]
    let touches = Double(tally.touches)
    let waited = 10 * touches + 30 * (touches - 1)
    #expect(touches > 1 && tally.clocks[0].total == waited)
    #expect(tally.clocks[1].total == 10 * touches)
    // Nobody wrote.
    #expect(tally.clocks[2].decided == 0)
  }

  @Test func `a reopened contact is resolved anew, and its customer answered`() throws {
    var mail = try type(
      [0], clocks: [ServiceClock(.nextResponse, within: 15), ServiceClock(.resolution, within: 15)])
    mail.reopens = .init(share: 0.9, delay: try .constant(30))
    let tally = try run([mail], [Person(skills: [0])], end: 10_000).types[0]
    #expect(tally.reopened > 0)
    #expect(tally.clocks[0].kept == tally.reopened && tally.clocks[1].kept == tally.reopened + 1)
    #expect(tally.clocks[1].total == 10 * Double(tally.touches))
  }

  @Test func `a promise is about waits that begin while it is in force`() throws {
    var always = ServiceClock(.firstResponse, within: 20)
    always.inForce = -50 ..< .infinity
    var spring = always
    spring.inForce = 100..<200
    let mail = try type([0, 99, 100, 150, 200], clocks: [always, spring])
    let clocks = try run([mail], [Person(skills: [0])], backlog: [1]) {
      $0.backlogAges = [try? .constant(60)]
    }.types[0].clocks
    // All but what came a minute before the run; then those at 100 and 150.
    #expect(clocks.map { $0.kept + $0.missed } == [5, 2])
    var again = ServiceClock(.nextResponse, within: 20)
    again.inForce = 100..<200
    var asked = try type([0, 145, 195], clocks: [again])
    asked.asksBack = .init(share: 0.99, thinking: try .constant(50))
    // The first answers at 60, 120 and 180, the second at 205, the third at 255.
    let answers = try run([asked], [Person(skills: [0])], end: 260).types[0].clocks[0]
    #expect(answers.kept + answers.missed + answers.undecided == 2)
  }

  @Test func `passing a message on is no answer`() throws {
    var mail = try type([0], clocks: [ServiceClock(.firstResponse, within: 15)])
    mail.transfers = .init(share: 0.99, to: 1)
    let other = try type([], work: 50)
    let tally = try run([mail, other], [Person(skills: [0, 1])])
    #expect(tally.types[0].transferred == 1 && tally.types[0].clocks[0].total == 60)
    #expect(tally.types[0].clocks[0].missed == 1 && tally.types[0].inTime == 0)
  }

  @Test func `who gives up misses every clock that runs, and is counted apart`() throws {
    var calls = try type(
      [0, 1, 2], .live,
      clocks: [ServiceClock(.answer, within: 9), ServiceClock(.answer, within: 20, longest: 9.2)])
    calls.patience = try .constant(9.5)
    // Begun at 0 and 10; the third leaves at 11.5.
    let clocks = try run([calls], [Person(skills: [0])]).types[0].clocks
    #expect(clocks.map(\.kept) == [2, 2] && clocks.map(\.missed) == [1, 1])
    #expect(clocks.map(\.gaveUp) == [1, 1] && clocks.map(\.gaveUpInTime) == [0, 1])
    #expect(clocks[1].share == 2.0 / 3 && clocks[1].shareOfPatient == 1)
    #expect(clocks.map(\.beyondLongest) == [0, 1])
  }

  @Test func `what is open at the end is missed if late, else undecided`() throws {
    let clocks = [
      ServiceClock(.firstResponse, within: 50), ServiceClock(.firstResponse, within: 5000),
    ]
    let tally = try run([type([100, 960], clocks: clocks)], [Person(skills: [])]).types[0]
    #expect(tally.clocks.map(\.missed) == [1, 0] && tally.clocks.map(\.undecided) == [1, 2])
    var asked = try type([0], clocks: [ServiceClock(.resolution, within: 15)])
    asked.asksBack = .init(
      share: 0.99, thinking: try .constant(1), never: 0.99, closedAfter: 100)
    // Closing by a timer is no resolution, and the clock stood still at 10 s.
    let closed = try run([asked], [Person(skills: [0])]).types[0]
    #expect(closed.closed == 1 && closed.clocks[0].undecided == 1 && closed.clocks[0].decided == 0)
  }

  @Test func `measurements belong to the interval and day in which they began`() throws {
    let clock = ServiceClock(.firstResponse, within: 15, share: 0.6)
    let day = 86_400.0
    let moments = [10, 3700, 3701, day + 5, day + 6, day + 7]
    let tally = try run(
      [type(moments, clocks: [clock])], [Person(skills: [0])], end: 2 * day, interval: 3600)
    let times = tally.types[0].clocks[0]
    #expect(times.intervals.count == 49)
    #expect([0, 1, 24].map { times.intervals[$0].decided } == [1, 2, 3])
    #expect([0, 1, 24].map { times.intervals[$0].kept } == [1, 1, 1])
    // Two of three, and one of three.
    #expect(times.days.map(\.kept) == [2, 1, 0] && times.daysMissed == (missed: 1, known: 2))
    let intervals = tally.types[0].intervals
    #expect(intervals[1].arrived == 2 && intervals[1].delayed == 1 && intervals[1].waited == 9)
    #expect(intervals[24].begun == 3 && intervals[24].waited == 9 + 18)
    #expect(tally.types[0].arrivedOnDay == [3, 3, 0])
    #expect(tally.timesByInterval.count == 48)
    #expect(tally.timesByInterval[1].worked == 20 && tally.timesByInterval[24].worked == 30)
    #expect(tally.timesByInterval.allSatisfy { $0.onDuty == 3600 })
  }

  @Test func `the backlog is what is neither solved nor closed, at each interval's end`() throws {
    var mail = try type([0, 0, 1500, 1510], work: 100)
    mail.reopens = .init(share: 0.99, delay: try .constant(1e6))
    let people = [Person(skills: [0], shifts: [.init(from: 1780, to: 1900)])]
    let tally = try run([mail], people, end: 3600, interval: 900)
    #expect(tally.types[0].intervals.prefix(4).map(\.open) == [2, 4, 2, 2])
    #expect(tally.types[0].intervals.prefix(4).map(\.waiting) == [2, 3, 2, 2])
    // Cut by the interval's end: 20 s before it, 180 s after; 100 s of that were overtime.
    #expect(tally.timesByInterval.map(\.worked) == [0, 20, 180, 0])
    #expect(tally.timesByInterval.map(\.overtime) == [0, 0, 80, 0] && tally.overtime == 80)
    // What is reopened is open again.
    var again = try type([0])
    again.reopens = .init(share: 0.99, delay: try .constant(1000))
    let early = [Person(skills: [0], shifts: [.init(from: 0, to: 100)])]
    let reopened = try run([again], early, end: 2700, interval: 900)
    #expect(reopened.types[0].reopened == 1)
    #expect(reopened.types[0].intervals.prefix(3).map(\.open) == [0, 1, 1])
    let rest = try run([type([0]), type([])], people, end: 1000, interval: 900)
    #expect(rest.types[0].intervals.map(\.open) == [1, 1] && rest.timesByInterval.count == 2)
  }

  @Test func `what comes during the warm-up is answered, and not counted`() throws {
    let clock = ServiceClock(.answer, within: 5)
    let calls = try type([0, 95, 102, 150], .live, clocks: [clock])
    let desk = try Desk(
      types: [calls], people: [Person(skills: [0])], end: 300, interval: 3600, warmUp: 100)
    let tally = desk.run(RandomStreams(seed: 1, replication: 0), isChecked: true)
    // 95 to 105; the next begins at 105 after 3 s.
    #expect(tally.types[0].arrived == 2 && tally.types[0].waited == 3)
    #expect(tally.typesNotCounted[0].arrived == 2 && tally.typesNotCounted[0].solved == 2)
    #expect(tally.worked == 25 && tally.onDuty == 200 && tally.length == 200)
    #expect(tally.queueLength == 3.0 / 200)
    #expect(tally.types[0].clocks[0].decided == 2 && tally.isConserved)
    #expect(tally.types[0].intervals[0].arrived == 2)
  }

  /// Customers of the week before answer in this one.
  @Test func `a wait counts by when it begins, whenever the contact came`() throws {
    var mail = try type(
      [50],
      clocks: [ServiceClock(.firstResponse, within: 60), ServiceClock(.nextResponse, within: 60)])
    mail.asksBack = .init(share: 0.99, thinking: try .constant(100))
    var desk = try Desk(types: [mail], people: [Person(skills: [0])], end: 400, warmUp: 100)
    let streams = RandomStreams(seed: 1, replication: 0)
    // Answered at 60; back at 160 and 270, answered at 170 and 280; back at 380, answered at 390.
    let tally = desk.run(streams, isChecked: true)
    #expect(tally.types[0].arrived == 0 && tally.types[0].clocks.map(\.decided) == [0, 3])
    #expect(tally.types[0].clocks[1].total == 30)
    desk = try Desk(types: [mail], people: [Person(skills: [0])], end: 400, coolDown: 150)
    let cut = desk.run(streams, isChecked: true)
    #expect(cut.types[0].clocks.map(\.decided) == [1, 1])
  }

  @Test func `what comes at the end is answered like the rest, and not counted`() throws {
    let calls = try type([0, 95, 102, 150], .live, clocks: [ServiceClock(.answer, within: 5)])
    let desk = try Desk(
      types: [calls], people: [Person(skills: [0])], end: 300, warmUp: 50, coolDown: 200)
    let tally = desk.run(RandomStreams(seed: 1, replication: 0), isChecked: true)
    #expect(tally.types[0].arrived == 1 && tally.typesNotCounted[0].arrived == 3)
    #expect(tally.worked == 5 && tally.onDuty == 50 && tally.length == 50)
    #expect(tally.types[0].solved == 1 && tally.types[0].clocks[0].decided == 1)
    let queued = try Desk(
      types: [try type([0, 5, 6], .live)], people: [Person(skills: [0])], end: 300, coolDown: 292)
    #expect(queued.run(RandomStreams(seed: 1, replication: 0)).queueLength == (3.0 + 2) / 8)
  }

  @Test func `intervals that do not make a day, and clocks that cannot be, are refused`() throws {
    let person = [Person(skills: [0])]
    for interval in [0, -1, 7000, 100_000, .nan, .infinity] as [Double] {
      #expect(throws: DeskError.self) {
        try Desk(types: [type([0])], people: person, end: 1e6, interval: interval)
      }
    }
    for warmUp in [-1, 1e6, .nan] as [Double] {
      #expect(throws: DeskError.self) {
        try Desk(types: [type([0])], people: person, end: 1e6, warmUp: warmUp)
      }
    }
    for coolDown in [-1, 1e6, .nan] as [Double] {
      #expect(throws: DeskError.self) {
        try Desk(types: [type([0])], people: person, end: 1e6, coolDown: coolDown)
      }
    }
    for hostile in [-1, .nan, 1e300] as [Double] {
      #expect(throws: DeskError.self) {
        try Desk(
          types: [type([0], clocks: [ServiceClock(.answer, within: hostile)])], people: person,
          end: 10)
      }
      #expect(throws: DeskError.self) {
        try Desk(
          types: [type([0], clocks: [ServiceClock(.answer, within: 1, longest: hostile)])],
          people: person, end: 10)
      }
    }
  }

  @Test func `adding measures changes nothing of the run`() throws {
    var mail = ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(perSecond: 0.01, until: 80_000),
      handling: try .lognormal(mean: 150, variation: 1))
    mail.asksBack = .init(share: 0.3, thinking: try .exponential(mean: 500))
    let plain = try Desk(types: [mail], people: [Person(skills: [0, 0])], end: 100_000)
    mail.clocks = [ServiceClock(.resolution, within: 300), ServiceClock(.answer, within: 60)]
    let measured = try Desk(
      types: [mail], people: [Person(skills: [0])], end: 100_000, interval: 900)
    let streams = RandomStreams(seed: 4, replication: 2)
    let (a, b) = (plain.run(streams), measured.run(streams))
    #expect(a.times == b.times && a.types[0].waited == b.types[0].waited && a.events == b.events)
  }
}
