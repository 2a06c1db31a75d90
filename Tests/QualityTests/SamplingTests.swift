import Quality
import Testing
import Tickets

struct SamplingTests {
  private static func tickets() -> [Ticket] {
    (0..<300).map { number in
      Desk.ticket(
        "T-\(number)", channel: number < 280 ? "email" : "chat",
        agent: number < 200 ? "ann" : number < 299 ? "bob" : "eve")
    }
  }

  private static func plan(_ tickets: [Ticket], size: Int, seed: UInt64 = 1) -> SamplingPlan {
    var frame = SamplingFrame()
    for ticket in tickets { frame.add(ticket) }
    return frame.plan(size: size, seed: seed)
  }

  @Test func `every group has its share, and one at least`() {
    let plan = Self.plan(Self.tickets(), size: 30)
    // 80, 19 and 1 of chat and bob; 200 and 80 of e-mail.
    #expect(plan.shares.map(\.count) == [19, 1, 200, 80])
    #expect(plan.shares.map(\.taken) == [2, 1, 19, 8])
    #expect(plan.tickets.count == 30)
  }

  @Test func `the order of the tickets changes nothing, the seed does`() {
    let tickets = Self.tickets()
    let plan = Self.plan(tickets, size: 30)
    #expect(Self.plan(tickets.reversed(), size: 30).tickets == plan.tickets)
    #expect(Self.plan(tickets + tickets, size: 30).tickets == plan.tickets)
    #expect(Self.plan(tickets, size: 30, seed: 2).tickets != plan.tickets)
  }

  @Test func `a few tickets more change little`() {
    let plan = Self.plan(Self.tickets(), size: 30)
    let more = Self.plan(Self.tickets() + [Desk.ticket("T-x")], size: 30)
    #expect(plan.tickets.symmetricDifference(more.tickets).count <= 2)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (4, 4), (300, 300), (1_000, 300)])
  func `a sample is as large as it was asked for, or all there is`(size: Int, count: Int) {
    let plan = Self.plan(Self.tickets(), size: size)
    #expect(plan.tickets.count == count)
    // The largest groups come first where there are not enough for all.
    if size == 1 { #expect(plan.shares.map(\.taken) == [0, 0, 1, 0]) }
  }

  @Test func `each ticket of a group is as likely as another`() {
    let tickets = (0..<20).map { Desk.ticket("T-\($0)") }
    var counts: [String: Int] = [:]
    for seed in 0..<2_000 {
      for id in Self.plan(tickets, size: 5, seed: UInt64(seed)).tickets {
        counts[id, default: 0] += 1
      }
    }
    // 500 each, standard deviation 19: four of them.
    #expect(counts.count == 20)
    #expect(counts.values.allSatisfy { abs($0 - 500) <= 78 })
  }

  @Test func `a ticket is of whom answered first, and not of a machine`() {
    var ticket = Desk.ticket("T-1")
    let at = ticket.events[0].at
    let automatic = Message(from: .agent, agent: "robot", text: "We have it.", isAutomatic: true)
    ticket.events.insert(TicketEvent(at: at, kind: .message(automatic)), at: 1)
    let second = Message(from: .agent, agent: "zoe", text: "Anything else?")
    ticket.events.append(
      TicketEvent(at: ticket.events[ticket.events.count - 1].at, kind: .message(second)))
    #expect(SamplingPlan.Stratum(ticket).agent == "ann")
  }

  @Test func `a ticket that comes twice counts once, also where it changed hands`() {
    let plan = Self.plan([Desk.ticket("T-1"), Desk.ticket("T-1", agent: "bob")], size: 5)
    #expect(plan.shares.map(\.count) == [1] && plan.tickets == ["T-1"])
  }

  /// Of 130 tickets 2% are 2.6, so that three have the fault at least: 1 - C(127, n) / C(130, n).
  @Test func `part of a ticket with a fault is a ticket`() throws {
    var question = SampleAdvice.Question()
    question.population = 130
    question.detect = 0.02
    let advice = try SampleAdvice(question)
    func seen(_ cases: Int) -> Double {
      let unseen = (0..<3).reduce(1.0) { $0 * Double(130 - cases - $1) / Double(130 - $1) }
      return 1 - unseen
    }
    let detecting = try #require(advice.detecting)
    #expect(seen(detecting) >= 0.95 && seen(detecting - 1) < 0.95)
    #expect(abs(try #require(advice.power) - seen(advice.cases)) <= 1e-9)
  }
}
