import Quality
import ServiceTime
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

  @Test(arguments: 1...40)
  func `every group and every channel has its share, rounded up or down`(seed: UInt64) {
    let plan = Self.plan(Self.tickets(), size: 30, seed: seed)
    // 19 and 1 of chat by bob and eve; 200 and 80 of e-mail by ann and bob.
    #expect(plan.shares.map(\.count) == [19, 1, 200, 80])
    for share in plan.shares { #expect(abs(Double(share.taken) - Double(share.count) / 10) < 1) }
    #expect(plan.shares[...1].reduce(0) { $0 + $1.taken } == 2)
    #expect(plan.tickets.count == 30)
    #expect(
      plan.sample
        == Sample(
          drawn: 30, of: 300, seed: seed, groups: plan.shares.count { $0.taken > 0 }, ofGroups: 4))
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
    #expect(plan.tickets.symmetricDifference(more.tickets).count <= 4)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (4, 4), (300, 300), (1_000, 300)])
  func `a sample is as large as it was asked for, or all there is`(size: Int, count: Int) {
    let plan = Self.plan(Self.tickets(), size: size)
    #expect(plan.tickets.count == count)
    #expect(plan.sample.isAll == (count == 300))
  }

  @Test(arguments: [1, 5, 12, 30])
  func `every ticket is as likely as any other, also with fewer drawn than there are groups`(
    size: Int
  ) {
    // Groups of 1, 2, 3, … 9 tickets in three channels, 45 in all.
    let tickets = (1...9).flatMap { group in
      (0..<group).map { number in
        Desk.ticket(
          "T-\(group)-\(number)", channel: ["email", "chat", "phone"][group % 3],
          agent: "agent\(group)")
      }
    }
    var counts: [String: Int] = [:]
    let seeds = 3_000
    for seed in 0..<seeds {
      let drawn = Self.plan(tickets, size: size, seed: UInt64(seed)).tickets
      #expect(drawn.count == size)
      for id in drawn { counts[id, default: 0] += 1 }
    }
    let chance = Double(size) / 45
    let deviation = (Double(seeds) * chance * (1 - chance)).squareRoot()
    for ticket in tickets {
      let count = Double(counts[ticket.id] ?? 0)
      #expect(abs(count - Double(seeds) * chance) < 4.5 * deviation, "\(ticket.id): \(count)")
    }
  }

  @Test func `tickets that nobody judges are not drawn`() {
    let end = Desk.ticket("T-0").events[2].at
    func ticket(_ id: String, _ more: TicketEvent.Kind...) -> Ticket {
      var ticket = Desk.ticket(id)
      ticket.events += more.map { TicketEvent(at: end, kind: $0) }
      return ticket
    }
    var frame = SamplingFrame()
    for left in [
      ticket("spam", .status(.spam)), ticket("twice", .status(.duplicate), .status(.closed)),
      ticket("merged", .merge(into: "T-1")),
    ] {
      frame.add(left)
    }
    #expect(frame.count == 0)
    frame.add(ticket("T-1", .merge(into: "T-1")))
    frame.add(ticket("reopened", .status(.spam), .status(.open)))
    #expect(frame.plan(size: 9, seed: 1).tickets == ["T-1", "reopened"])
    // What came later than the log is known does not count.
    var early = SamplingFrame(asOf: Instant(seconds: end.instant.seconds - 1))
    early.add(ticket("spam", .status(.spam)))
    #expect(early.count == 1)
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
