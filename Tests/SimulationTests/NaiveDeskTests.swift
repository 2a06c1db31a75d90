import Testing

@testable import Simulation

/// The simulator beside a desk reckoned a second time: what both say of the same day is the same.
struct NaiveDeskTests {
  /// Two for calls, one for messages, one for everything, and a late one for messages. What people do
  /// begins and ends at odd moments, so that nothing falls together.
  private static func agents(_ skills: [[Int]]) -> [NaiveDesk.Agent] {
    let times: [(from: Double, to: Double, rest: Double)] = [
      (100.3, 36_000.1, 8_000.7), (160.9, 29_500.3, 10_400.2), (220.4, 22_000.9, 12_800.6),
      (280.6, 28_200.8, 15_200.5), (18_000.2, 54_000.4, 27_100.1),
    ]
    return zip(skills, times).map { skills, times in
      NaiveDesk.Agent(
        skills: skills, from: times.from, to: times.to, breakAt: times.rest, breakLength: 1800)
    }
  }

  private struct Case: CustomTestStringConvertible {
    let routing: Desk.Routing
    let interrupts: Bool
    let handsOver: Bool
    var skills = [[0], [0], [1, 2], [0, 1, 2], [1, 2]]

    var testDescription: String { "\(routing), \(interrupts), \(handsOver), \(skills)" }
  }

  private static let cases = [
    Case(routing: .longestIdle, interrupts: false, handsOver: false),
    Case(
      routing: .mostSpecialised, interrupts: false, handsOver: false,
      skills: [[0], [0, 1], [0, 2], [1, 2], [0, 1, 2]]),
    Case(
      routing: .longestIdle, interrupts: false, handsOver: true,
      skills: [[0], [0, 1], [0, 2], [1, 2], [0, 1, 2]]),
    Case(routing: .longestIdle, interrupts: true, handsOver: false),
    Case(routing: .mostSpecialised, interrupts: true, handsOver: true),
  ]

  @Test(arguments: cases.indices, 0..<UInt64(30))
  func `both say the same of a day`(number: Int, seed: UInt64) throws {
    let one = Self.cases[number]
    var luck = RandomStreams(seed: seed, replication: 0).stream(.handling)
    var contacts: [NaiveDesk.Contact] = []
    // Enough that people are busy, and late enough that shifts end among them.
    for _ in 0..<100 + 40 * Int(seed % 3) {
      let type = [0, 0, 1, 2][Int(luck.next() >> 62)]
      let at = 600 + Double(luck.next() >> 40) / Double(1 << 24) * 28_000
      contacts.append(.init(type: type, at: at))
    }
    contacts.sort { $0.at < $1.at }
    let work = [240.3, 420.7, 660.1]
    let isLive = [true, false, false]

    var naive = NaiveDesk(Self.agents(one.skills), contacts, work: work, isLive: isLive)
    naive.routing = one.routing
    naive.interrupts = one.interrupts
    naive.handsOver = one.handsOver
    naive.rereading = 180.2
    naive.run()

    let types = try work.indices.map { index in
      var type = ContactType(
        "\(index)", isLive[index] ? .live : .deferred,
        arrivals: ArrivalPlan(recorded: contacts.filter { $0.type == index }.map(\.at)),
        handling: try .constant(work[index]))
      type.isInterruptible = one.interrupts && !isLive[index]
      return type
    }
    let people = naive.agents.map {
      Person(
        skills: $0.skills,
        shifts: [
          .init(from: $0.from, to: $0.to, breaks: [.init(at: $0.breakAt, length: $0.breakLength)])
        ])
    }
    var desk = try Desk(types: types, people: people, end: 100_000)
    desk.routing = one.routing
    desk.endOfShift = one.handsOver ? .handOver : .finish
    desk.rereading = try .constant(180.2)
    let tally = desk.run(RandomStreams(seed: 1, replication: 0), isChecked: true)
    for type in types.indices {
      let counts = tally.types[type]
      // Sums of some hundred times of up to ten thousand seconds.
      #expect(abs(counts.waited - naive.waited(type)) < 1e-6)
      #expect(counts.solved == naive.contacts.count { $0.type == type && $0.done != nil })
      #expect(counts.solved == naive.contacts.count { $0.type == type })
    }
    #expect(abs(tally.worked - naive.worked) < 1e-6)
    #expect(tally.types.reduce(0) { $0 + $1.handedOver } == naive.handedOver)
  }
}
