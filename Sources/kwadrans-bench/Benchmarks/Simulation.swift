import Foundation
import Simulation

extension Benchmark {
  /// A pool, and the engine of the desk, on one core; and a week over and over, on two.
  static let simulation = Benchmark("simulation", "50 agents, 45 contacts a minute of 1 min each") {
    let count = 2_000_000
    let streams = RandomStreams(seed: 1, replication: 0)
    func pool(_ patience: Distribution?) throws -> Int {
      let (gap, work) = (
        try Distribution.exponential(mean: 60.0 / 45), try Distribution.exponential(mean: 60)
      )
      let pool = try PlainPool(interarrival: gap, handling: work, agents: 50, patience: patience)
      return pool.run(streams, warmUp: 0, contacts: count).answered
    }
    let end = Double(count / 4) * 60 / 45
    var calls = ContactType(
      "calls", arrivals: ArrivalPlan(perSecond: 0.75, until: end),
      handling: try .exponential(mean: 60))
    calls.patience = try .exponential(mean: 120)
    let desk = try Desk(
      types: [calls], people: (0..<50).map { _ in Person(skills: [0]) }, end: end)
    let patience = try Distribution.exponential(mean: 120)
    let busy = try BusyDesk.large(contacts: count / 4)
    let came = busy.run(streams).types.reduce(0) { $0 + $1.arrived }
    let week = try BusyDesk.week()
    let weeks = DeskStudy(week, replications: 1000, seed: 1)
    return try [
      Row(
        "pool", try Timing(runs: 5) { try pool(nil) },
        .rate(Double(count), of: "customers"), goal: 20e6),
      Row(
        "pool, patience 2 min", try Timing(runs: 5) { try pool(patience) },
        .rate(Double(count), of: "customers"), goal: 6e6),
      Row(
        "desk, patience 2 min", Timing(runs: 5) { desk.run(streams).events },
        .rate(Double(count / 4), of: "contacts"), goal: 6e6),
      Row(
        "desk, every cause", Timing(runs: 5) { busy.run(streams).events },
        .rate(Double(came), of: "contacts"), goal: 2e6),
      Row(
        "a week of 5,300, 1,000 times, two cores (wall)",
        Timing(Self.wall(runs: 3) { weeks.run(cores: 2).replications }), goal: 4),
    ]
  }

  /// Time from begin to end of each run, whatever the cores do (unit: s).
  private static func wall<Value>(runs: Int, _ work: () -> Value) -> [Double] {
    (0..<runs).map { _ in
      let begin = ContinuousClock().now
      withExtendedLifetime(work()) {}
      let length = (ContinuousClock().now - begin).components
      return Double(length.seconds) + Double(length.attoseconds) / 1e18
    }
  }
}

/// Desks with every cause that the engine knows.
private enum BusyDesk {
  /// Sixty people who are never closed, three channels.
  static func large(contacts: Int) throws -> Desk {
    let end = Double(contacts) / 0.75
    let plans = [0.45, 0.15, 0.15].map { ArrivalPlan(perSecond: $0, until: end) }
    var people: [Person] = []
    for number in 0..<60 {
      let shifts = try stride(from: 0, to: end, by: 28_800).map {
        try shift(from: $0, to: $0 + 28_800)
      }
      people.append(try person(number, shifts, pace: 1.5))
    }
    return try desk(
      types(plans, handling: 60), people, end: end, interval: 86_400)
  }

  /// Five days from 8 to 20, 5,300 contacts, twelve people.
  static func week() throws -> Desk {
    let day = [40.0, 70, 90, 110, 110, 95, 90, 100, 110, 100, 80, 65]
    let hours = (0..<168).map { hour -> Double in
      hour < 120 && (8..<20).contains(hour % 24) ? day[hour % 24 - 8] : 0
    }
    let plans = try [0.5, 0.25, 0.25].map { (share: Double) -> ArrivalPlan in
      var plan = ArrivalPlan(rates: hours.map { $0 * share }, interval: 3600)
      plan.sharedDayVariation = 0.1
      plan.incidents = [
        .init(
          perDay: 0.2, size: try .exponential(mean: 20), decay: 1800, deflected: 0.3,
          announcedAfter: 900)
      ]
      return plan
    }
    let people = try (0..<12).map { number -> Person in
      let shifts = try (0..<5).map { day -> Person.Shift in
        let begin = Double(day) * 86_400 + (number % 2 == 0 ? 8 : 12) * 3600
        return try shift(from: begin, to: begin + 28_800)
      }
      return try person(number, shifts, pace: 1)
    }
    return try desk(
      types(plans, handling: 240), people, end: 7 * 86_400, interval: 3600)
  }

  private static func shift(from begin: Double, to end: Double) throws -> Person.Shift {
    var shift = Person.Shift(
      from: begin, to: end,
      breaks: [.init(at: begin + 14_400, length: 1800), .meeting(at: begin + 7200, length: 900)])
    shift.absence = 0.03
    shift.lateness = try .exponential(mean: 120)
    return shift
  }

  private static func person(
    _ number: Int, _ shifts: [Person.Shift], pace: Double
  ) throws -> Person {
    let skills = number % 3 == 0 ? [0] : number % 3 == 1 ? [0, 1] : [0, 1, 2]
    var person = Person(skills: skills, pace: pace, shifts: shifts)
    person.interruptions = .init(perHour: 2, length: try .exponential(mean: 120))
    return person
  }

  private static func types(_ plans: [ArrivalPlan], handling: Double) throws -> [ContactType] {
    let work = try Distribution.lognormal(mean: handling, variation: 1)
    var calls = ContactType("calls", arrivals: plans[0], handling: work)
    calls.wrapUp = try .exponential(mean: handling / 6)
    calls.patience = try .exponential(mean: 2 * handling)
    calls.callback = .init(share: 0.3, delay: try .exponential(mean: 600))
    calls.clocks = [ServiceClock(.answer, within: 20, share: 0.8)]
    var mail = ContactType("mail", .deferred, arrivals: plans[1], handling: work)
    mail.asksBack = .init(
      share: 0.3, thinking: try .exponential(mean: 3600), never: 0.1, closedAfter: 86_400)
    mail.reopens = .init(share: 0.1, delay: try .exponential(mean: 3600))
    mail.escalates = .init(share: 0.05, delay: try .exponential(mean: 3600))
    mail.isInterruptible = true
    mail.polledEvery = 600
    mail.clocks = [
      ServiceClock(.firstResponse, within: 900), ServiceClock(.resolution, within: 28_800),
    ]
    var chats = ContactType("chats", arrivals: plans[2], handling: work)
    chats.paces = [1, 0.7, 0.5]
    chats.patience = try .exponential(mean: 2 * handling)
    chats.transfers = .init(share: 0.05, to: 0)
    return [calls, mail, chats]
  }

  private static func desk(
    _ types: [ContactType], _ people: [Person], end: Double, interval: Double
  ) throws -> Desk {
    var desk = try Desk(types: types, people: people, end: end, interval: interval)
    desk.endOfShift = .handOver
    desk.rereading = try .exponential(mean: 20)
    return desk
  }
}
