import Queueing
import Simulation

/// Desks that are the same all the time.
extension ValidationCase {
  /// Contacts of a replication.
  private static let contacts = 20_000

  static func steady() throws -> [ValidationCase] {
    [
      try pool(), try engine(), try impatient(), try fixedHandling(), try oneAgent(),
      try priorities(), try returns(), try chat(), try caseManagers(),
    ]
  }

  /// What the engine finds of a queue.
  private static func run(
    _ queue: SharedQueue, _ figures: @escaping @Sendable (DeskTally) -> [Double]
  ) throws -> @Sendable (RandomStreams) -> [Double] {
    let desk = try queue.desk(contacts: contacts, warmUp: 10 * queue.memory)
    return { figures(desk.run($0)) }
  }

  private static func erlangC(_ agents: Int, _ load: Double) throws -> [Figure] {
    let team = try ErlangC.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 240)
    return [
      Figure(name: "have to wait", exact: team.waitProbability),
      Figure(name: "mean wait, s", exact: team.meanWaitSeconds),
      Figure(name: "within 60 s", exact: try team.serviceLevel(withinSeconds: 60)),
      Figure(name: "contacts waiting", exact: team.queueLength),
    ]
  }

  private static func pool() throws -> ValidationCase {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 30), handling: .exponential(mean: 240), agents: 10,
      target: 60)
    return ValidationCase(
      name: "M/M/c, pool", setting: "120 an hour, 4 min, 10 agents", figures: try erlangC(10, 8)
    ) {
      let tally = pool.run($0, warmUp: 2000, contacts: contacts)
      return [tally.waitProbability, tally.meanWait, tally.serviceLevelOfAll, tally.queueLength]
    }
  }

  private static func engine() throws -> ValidationCase {
    let queue = try SharedQueue(
      perSecond: 1.0 / 30, handling: .exponential(mean: 240), agents: 10, target: 60)
    return ValidationCase(
      name: "M/M/c, desk", setting: "the same by the engine", figures: try erlangC(10, 8),
      replication: try run(queue) {
        let calls = $0.types[0]
        return [calls.waitProbability, calls.meanWait, calls.serviceLevel, $0.queueLength]
      })
  }

  private static func impatient() throws -> ValidationCase {
    let queue = try SharedQueue(
      perSecond: 0.8, handling: .exponential(mean: 60), agents: 50,
      patience: .exponential(mean: 120), target: 20)
    let team = try ErlangA.Performance(
      load: OfferedLoad(erlangs: 48), agents: 50, handleSeconds: 60, patienceSeconds: 120)
    return ValidationCase(
      name: "M/M/c+M", setting: "48 a minute, 1 min, patience 2 min, 50 agents",
      figures: [
        Figure(name: "have to wait", exact: team.waitProbability),
        Figure(name: "give up", exact: team.abandonment),
        Figure(name: "mean wait, s", exact: team.meanWaitSeconds),
        Figure(
          name: "within 20 s",
          exact: try team.serviceLevel(withinSeconds: 20, abandoned: .countAsMissed)),
      ],
      replication: try run(queue) {
        let calls = $0.types[0]
        return [calls.waitProbability, calls.abandonment, calls.meanWait, calls.serviceLevel]
      })
  }

  private static func fixedHandling() throws -> ValidationCase {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 30), handling: .constant(240), agents: 10, target: 60)
    let team = try MDc.Performance(
      load: OfferedLoad(erlangs: 8), agents: 10, handleSeconds: 240)
    return ValidationCase(
      name: "M/D/c", setting: "120 an hour, always 4 min, 10 agents",
      figures: [
        Figure(name: "have to wait", exact: team.waitProbability),
        Figure(name: "mean wait, s", exact: team.meanWaitSeconds),
        Figure(name: "within 60 s", exact: try team.serviceLevel(withinSeconds: 60)),
      ]
    ) {
      let tally = pool.run($0, warmUp: 2000, contacts: contacts)
      return [tally.waitProbability, tally.meanWait, tally.serviceLevelOfAll]
    }
  }

  private static func oneAgent() throws -> ValidationCase {
    let pool = try PlainPool(
      interarrival: .exponential(mean: 400), handling: .lognormal(mean: 240, variation: 0.8),
      agents: 1)
    let team = try MG1.Performance(
      load: OfferedLoad(erlangs: 0.6),
      handling: .lognormal(meanSeconds: 240, variation: 0.8))
    return ValidationCase(
      name: "M/G/1", setting: "9 an hour, lognormal of 4 min, CV 0.8, 1 agent",
      figures: [
        Figure(name: "have to wait", exact: 0.6),
        Figure(name: "mean wait, s", exact: team.meanWaitSeconds),
        Figure(name: "contacts waiting", exact: team.queueLength),
      ]
    ) {
      let tally = pool.run($0, warmUp: 2000, contacts: 8 * contacts)
      return [tally.waitProbability, tally.meanWait, tally.queueLength]
    }
  }

  private static func priorities() throws -> ValidationCase {
    let queue = try SharedQueue(
      perSecond: 1.0 / 60, handling: .exponential(mean: 240), agents: 5, target: 60,
      classes: [0.25, 0.75])
    let team = try Priorities.Performance(
      arrivals: [15, 45], perSeconds: 3600, agents: 5, handleSeconds: 240)
    return ValidationCase(
      name: "two priorities", setting: "15 and 45 an hour, 4 min, 5 agents",
      figures: [
        Figure(name: "urgent: mean wait, s", exact: team.classes[0].meanWaitSeconds),
        Figure(name: "others: mean wait, s", exact: team.classes[1].meanWaitSeconds),
        Figure(
          name: "urgent: within 60 s",
          exact: try team.classes[0].serviceLevel(withinSeconds: 60)),
        Figure(
          name: "others: within 60 s",
          exact: try team.classes[1].serviceLevel(withinSeconds: 60)),
      ],
      replication: try run(queue) {
        [
          $0.types[0].meanWait, $0.types[1].meanWait, $0.types[0].serviceLevel,
          $0.types[1].serviceLevel,
        ]
      })
  }

  private static func returns() throws -> ValidationCase {
    let queue = try SharedQueue(
      perSecond: 1.0 / 120, handling: .exponential(mean: 240), agents: 8, target: 60,
      returns: .init(share: 2.0 / 3, after: .exponential(mean: 1800)))
    let cases = try ErlangR(
      arrivals: 30, perSeconds: 3600, handleSeconds: 240, returnShare: 2.0 / 3, awaySeconds: 1800)
    let team = try cases.performance(agents: 8)
    return ValidationCase(
      name: "Erlang-R", setting: "30 an hour, 4 min, two in three come back after 30 min, 8 agents",
      figures: [
        Figure(name: "have to wait", exact: team.waitProbability),
        Figure(name: "mean wait, s", exact: team.meanWaitSeconds),
        Figure(name: "touches a case", exact: cases.touchesPerCase),
        Figure(name: "occupancy", exact: team.occupancy),
      ],
      replication: try run(queue) {
        let cases = $0.types[0]
        return [cases.waitProbability, cases.meanWait, cases.touchesPerContact, $0.occupancy]
      })
  }

  /// With one agent the chain of the formula and the desk are the same; with more the chain spreads
  /// chats evenly at all times.
  static func chats(agents: Int) throws -> ValidationCase {
    let rate = Double(agents) * 0.36 / 60
    var chats = ContactType(
      "chats", arrivals: ArrivalPlan(perSecond: rate, until: Double(contacts) / rate * 1.1),
      handling: try .exponential(mean: 300))
    chats.paces = [1, 0.75, 0.6]
    chats.patience = try .exponential(mean: 120)
    let people = [Person](repeating: Person(skills: [0]), count: agents)
    let desk = try Desk(
      types: [chats], people: people, end: Double(contacts) / rate * 1.1,
      warmUp: Double(contacts) / rate * 0.08, coolDown: Double(contacts) / rate * 0.02)
    let team = try ChatDesk.Performance(
      arrivals: rate, perSeconds: 1, agents: agents,
      speed: .init(secondsByLevel: [300, 400, 500]),
      patience: .exponential(meanSeconds: 120))
    return ValidationCase(
      name: agents == 1 ? "chat chain" : "chat chain, \(agents) agents",
      setting:
        "\(agents == 1 ? "0.36" : "3.6") a minute, 5 min alone, up to 3 at once, patience 2 min",
      figures: [
        Figure(name: "have to wait", exact: team.waitProbability),
        Figure(name: "give up", exact: team.abandonment),
        Figure(name: "mean wait, s", exact: team.meanWaitSeconds),
      ]
    ) {
      let chats = desk.run($0).types[0]
      return [chats.waitProbability, chats.abandonment, chats.meanWait]
    }
  }

  private static func chat() throws -> ValidationCase { try chats(agents: 1) }

  private static func caseManagers() throws -> ValidationCase {
    let work = try CaseManagers(stepSeconds: 1200, finishShare: 1.0 / 3, replySeconds: 2400)
    let full = try work.desk(caseLoad: 3)
    var cases = ContactType(
      "cases", .deferred, arrivals: ArrivalPlan(recorded: []),
      handling: try .exponential(mean: 1200))
    cases.asksBack = .init(share: 2.0 / 3, thinking: try .exponential(mean: 2400))
    var manager = Person(skills: [0])
    manager.mostCases = 3
    let end = 3600.0 * 2000
    let desk = try Desk(types: [cases], people: [manager, manager], end: end, backlog: [9000])
    return ValidationCase(
      name: "case managers",
      setting: "20 min a step, one in three the last, replies after 40 min, "
        + "2 managers of at most 3 cases",
      figures: [
        Figure(
          name: "cases an hour", exact: try work.casesPerHour(managers: 2, caseLoad: 3)),
        Figure(name: "occupancy", exact: full.occupancy),
      ]
    ) {
      let tally = desk.run($0)
      return [Double(tally.types[0].solved) / end * 3600, tally.occupancy]
    }
  }
}
