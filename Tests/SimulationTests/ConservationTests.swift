import Testing

@testable import Simulation

/// Desks with every cause, checked after every event.
struct ConservationTests {
  /// Five shifts' worth of people, four types, everything on.
  private func desk(
    routing: Desk.Routing, endOfShift: Desk.EndOfShift, load: Double
  ) throws -> Desk {
    let day = 86_400.0
    let hourly = (0..<48).map { hour in (8..<20).contains(hour % 24) ? 14.0 * load : 1.0 }
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(rates: hourly, interval: 3600),
      handling: try .lognormal(mean: 240, percentile90: 500))
    calls.wrapUp = try .exponential(mean: 40).zero(inShare: 0.3)
    calls.patience = try .exponential(mean: 150)
    calls.callback = .init(share: 0.4, delay: try .exponential(mean: 900))
    calls.transfers = .init(share: 0.1, to: 2)
    calls.priority = -1
    calls.arrivals.incidents = [
      .init(
        perDay: 1, size: try .exponential(mean: 25), decay: 1200, deflected: 0.5,
        announcedAfter: 900)
    ]
    var chats = ContactType(
      "chats", arrivals: ArrivalPlan(rates: hourly.map { $0 / 2 }, interval: 3600),
      handling: try .gamma(mean: 400, variation: 0.8))
    chats.paces = [1, 0.8, 0.6]
    chats.patience = try .weibull(shape: 0.7, scale: 120)
    chats.arrivals.sharedDayVariation = 0.2
    chats.wrapUp = try .constant(20)
    var mail = ContactType(
      "mail", .deferred, arrivals: ArrivalPlan(rates: hourly, interval: 3600),
      handling: try .lognormal(mean: 300, percentile90: 600))
    mail.polledEvery = 600
    mail.isInterruptible = true
    mail.staysWithPerson = true
    mail.target = 900
    mail.asksBack = .init(
      share: 0.3, thinking: try .exponential(mean: 7200), never: 0.2, closedAfter: 40_000)
    mail.escalates = .init(share: 0.1, delay: try .exponential(mean: 9000))
    mail.reopens = .init(share: 0.1, delay: try .exponential(mean: 20_000))
    let open = OpenSpans((0..<2).map { (Double($0) * day + 28_800, Double($0) * day + 72_000) })
    mail.clocks = ServiceClock.Kind.allCases.map {
      ServiceClock($0, within: 3600, longest: 40_000, hours: $0 == .answer ? nil : open)
    }
    calls.clocks = [ServiceClock(.answer, within: 20)]
    var forms = mail
    forms.name = "forms"
    forms.priority = 1
    forms.staysWithPerson = false
    forms.arrivals = ArrivalPlan(recorded: stride(from: 30_000, to: 60_000, by: 400).map { $0 })
    var people: [Person] = []
    for number in 0..<9 {
      let shifts = (0..<2).map { which -> Person.Shift in
        let begin = Double(which) * day + 7 * 3600 + Double(number % 3) * 4 * 3600
        var shift = Person.Shift(
          from: begin, to: begin + 8 * 3600,
          breaks: [
            .init(at: begin + 7000, length: 900), .init(at: begin + 14_000, length: 1800),
            .meeting(at: begin + 6800, length: 1200), .meeting(at: begin + 28_000, length: 3000),
          ])
        shift.absence = 0.1
        shift.lateness = try? .exponential(mean: 200)
        return shift
      }
      var person = Person(
        skills: number % 3 == 0 ? [0] : number % 3 == 1 ? [2, 3] : [0, 1, 2, 3],
        pace: 0.8 + 0.1 * Double(number % 4), shifts: shifts)
      if number % 2 == 0 { person.slowdown = .init(above: 0.7, atFull: 0.8) }
      person.interruptions = .init(perHour: 3, length: try .exponential(mean: 120))
      if load < 1, number == 4 { person.mostCases = 3 }
      people.append(person)
    }
    var desk = try Desk(
      types: [calls, chats, mail, forms], people: people, end: 2 * day, backlog: [0, 0, 15, 3],
      interval: 1800, warmUp: load > 1 ? 40_000 : 0,
      coolDown: load > 2 ? 20_000 : 0)
    desk.routing = routing
    desk.endOfShift = endOfShift
    desk.rereading = try .exponential(mean: 60)
    desk.lostAtHandover = 0.2
    if load < 1 { desk.ageing = 600 }
    return desk
  }

  @Test(arguments: [
    (Desk.Routing.longestIdle, Desk.EndOfShift.finish, 0.6), (.longestIdle, .handOver, 1.0),
    (.mostSpecialised, .finish, 1.6), (.mostSpecialised, .handOver, 2.5),
  ])
  func `after every event every contact is somewhere once, and people do one thing at a time`(
    routing: Desk.Routing, endOfShift: Desk.EndOfShift, load: Double
  ) throws {
    let desk = try desk(routing: routing, endOfShift: endOfShift, load: load)
    for replication in 0..<2 {
      var run = DeskRun(desk, RandomStreams(seed: 77, replication: replication))
      let tally = run.play(checked: { fault in
        Issue.record("\(fault)")
      })
      #expect(tally.isConserved)
      #expect(tally.worked <= tally.times.available + 1e-6)
      if endOfShift == .handOver {
        // Conversations and wrap-up are finished, and nobody's takes so long.
        #expect(tally.overtime < 7200)
        #expect(tally.types[1].handedOver == 0 && tally.types[2].handedOver > 0)
      }
      for type in tally.types {
        #expect(type.begun + type.leftUnbegun <= type.arrived)
        #expect(type.inTime <= type.decided && type.undecided <= type.open)
        #expect(type.arrivedOnDay.reduce(0, +) == type.arrived)
        #expect(type.inTimeOnDay.reduce(0, +) == type.inTime)
        #expect(type.waits.count <= type.begun + type.leftUnbegun)
        #expect(type.intervals.reduce(0) { $0 + $1.begun } == type.begun)
        #expect(type.intervals.reduce(0) { $0 + $1.abandoned } == type.abandoned)
        for clock in type.clocks {
          #expect(clock.intervals.reduce(0) { $0 + $1.decided } == clock.decided)
          #expect(clock.intervals.reduce(0) { $0 + $1.kept } == clock.kept)
          #expect(clock.stopped + clock.gaveUp >= clock.kept && (load > 0.6 || clock.stopped > 0))
          #expect(clock.total >= 0 && clock.beyondLongest <= clock.decided)
        }
      }
      // Each contact is answered once, or gave up, or is open.
      let answers = tally.types[2].clocks[0]
      #expect(answers.decided + answers.undecided == tally.types[2].arrived)
      let worked = tally.timesByInterval.reduce(0) { $0 + $1.worked }
      #expect(worked >= tally.worked - 1e-6 && tally.timesByInterval.count == 96)
      #expect(tally.timesByInterval.allSatisfy { $0.worked <= $0.available + 1e-6 })
      // Every cause happened.
      let (calls, chats, mail) = (tally.types[0], tally.types[1], tally.types[2])
      #expect(calls.solved > 0 && calls.transferred > 0 && chats.solved > 0)
      #expect(mail.closed > 0 && mail.reopened > 0 && mail.touches > mail.begun)
      #expect(
        tally.interrupted > 0 && tally.rested > 0 && tally.times.inMeetings > 0
          && tally.waitingAtDayEnd.count == 2)
    }
  }

  @Test func `the same seed gives the same run, another seed another`() throws {
    let desk = try desk(routing: .longestIdle, endOfShift: .handOver, load: 1)
    let streams = RandomStreams(seed: 5, replication: 1)
    #expect(desk.run(streams) == desk.run(streams))
    #expect(desk.run(streams) != desk.run(RandomStreams(seed: 5, replication: 2)))
    #expect(desk.run(streams) != desk.run(RandomStreams(seed: 6, replication: 1)))
  }

  /// What every run of a debug build asks, of a run that was put out of order.
  @Test func `a sample of events notices what does not hold`() throws {
    var run = DeskRun(
      try desk(routing: .longestIdle, endOfShift: .finish, load: 0.2),
      RandomStreams(seed: 1, replication: 0))
    #expect(run.sampledFault() == nil)
    run.waiting += 1
    for (events, isAsked) in [
      (0, true), (1, true), (3, false), (4, true), (5, false), (4093, true),
    ] {
      run.tally.events = events
      #expect((run.sampledFault() != nil) == isAsked, "\(events)")
    }
  }
}
