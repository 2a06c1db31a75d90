import Conformance
import Quality
import Standards
import Statistics
import Testing
import Tickets

struct AgentScoresTests {
  /// Adds replies of one agent, one a ticket.
  private func add(
    _ kept: Int, of all: Int, by agent: String?, topic: String? = "invoices",
    to scores: inout AgentScores
  ) {
    for number in 0..<all {
      scores.add(ticket: [
        ReplyResult(
          agent: agent, channel: "email", topic: topic, language: "pl", isKept: number < kept)
      ])
    }
  }

  @Test func `replies are counted as they were judged`() throws {
    let auditor = try ScoredDesk.auditor()
    let good = "Hello Anna,\nwe send the invoice today by 15:00. Is there anything else?"
    let bad = "The invoice is in the post since yesterday. Is there anything else?"
    var scores = AgentScores(try ScoredDesk.catalogue())
    scores.add(auditor.audit(try ScoredDesk.ticket([("ola", good), ("ola", bad)])))
    scores.add(auditor.audit(try ScoredDesk.ticket([("jan", good)], topic: nil)))
    scores.add(auditor.audit(try ScoredDesk.ticket([(nil, bad)])))
    scores.add(auditor.audit(try ScoredDesk.ticket([("ola", bad)], status: .spam)))
    let report = try scores.report()
    #expect(report.agents.map(\.name) == ["jan", "ola"])
    let ola = try #require(report.agents.last)
    #expect((ola.tickets, ola.replies.kept, ola.replies.all) == (1, 1, 2))
    #expect((report.unnamed.kept, report.unnamed.all) == (0, 1))
    #expect((report.team.kept, report.team.all) == (2, 3))
    #expect(report.byTopic.map(\.name) == ["invoices", nil])
    #expect(report.byTopic.map(\.replies.all) == [3, 1])
    #expect(report.byChannel.map(\.replies.kept) == [2])
    #expect(report.byLanguage.map(\.name) == ["en"])
  }

  @Test func `a reply with something open counts as kept, and its share has a lower end`() throws {
    let standards = try ScoredDesk.standards()
    var audit = try ScoredDesk.auditor().audit(
      try ScoredDesk.ticket([("ola", "Hello Anna,\nthe invoice was sent. Is there anything else?")])
    )
    #expect(audit.replyResults(by: standards).map(\.isKept) == [true])
    let place = try #require(audit.verdicts.firstIndex { $0.standard == "ask" })
    audit.verdicts[place].outcome = .undecided
    let open = try #require(audit.replyResults(by: standards).first)
    #expect(open.isKept && open.isOpen && open.agent == "ola" && open.language == "en")
    var count = ShareCount()
    count.add(open)
    #expect(count.share == 1 && count.leastShare == 0)
    // With a miss besides, nothing is open any more; with nothing decided, nothing is counted.
    let other = try #require(audit.verdicts.firstIndex { $0.standard == "greet" })
    audit.verdicts[other].outcome = .missed
    let missed = try #require(audit.replyResults(by: standards).first)
    #expect(!missed.isKept && !missed.isOpen)
    for index in audit.verdicts.indices { audit.verdicts[index].outcome = .undecided }
    #expect(audit.replyResults(by: standards).isEmpty)
  }

  @Test func `each agent has an interval, and a share drawn towards the team's`() throws {
    var scores = AgentScores()
    add(40, of: 50, by: "ola", to: &scores)
    add(190, of: 200, by: "jan", to: &scores)
    add(3, of: 5, by: "eva", to: &scores)
    let report = try scores.report()
    #expect(report.agents.map(\.name) == ["eva", "jan", "ola"])
    let eva = try #require(report.agents.first)
    #expect(eva.interval == (try Proportion(kept: 3, of: 5).wilson()))
    let shrunk = try #require(eva.shrunk)
    #expect(shrunk > eva.share && shrunk < 233.0 / 255)
    #expect(eva.position == .tooFew("fewer than 20 replies") && !eva.standsOut)
    #expect(eva.comparison != nil)
    #expect(report.compared == 2 && report.overdispersion == 1 && report.alarmLevel == 0.998)
    let correlation = try #require(report.correlation)
    #expect(correlation > 0)
  }

  @Test func `one agent alone is compared with nobody`() throws {
    var scores = AgentScores()
    add(10, of: 50, by: "ola", to: &scores)
    // Replies that nobody signed are nobody's to be compared with.
    add(500, of: 500, by: nil, to: &scores)
    let ola = try #require(try scores.report().agents.first)
    #expect(
      ola.position == .tooFew("fewer than 20 replies of others to compare with"))
    #expect(ola.comparison == nil && ola.shrunk == nil)
    #expect(try AgentScores().report().agents.isEmpty)
  }

  @Test func `who answers the hard topics is not blamed for them`() throws {
    var scores = AgentScores()
    for name in ["eva", "jan", "ola", "uwe"] {
      add(285, of: 300, by: name, topic: "invoices", to: &scores)
      add(12, of: 20, by: name, topic: "complaints", to: &scores)
    }
    add(120, of: 200, by: "ida", topic: "complaints", to: &scores)
    let report = try scores.report()
    let ida = try #require(report.agents.first { $0.name == "ida" })
    let comparison = try #require(ida.comparison)
    #expect(ida.share == 0.6 && ida.position == .inside)
    #expect(abs(comparison.expected - 0.6) < 0.01)
    #expect(abs(comparison.adjusted - 297.0 / 320) < 0.01)
    #expect(comparison.inside95.contains(0.6))
  }

  @Test func `who truly is worse stands out, below`() throws {
    var scores = AgentScores()
    for name in ["eva", "ida", "jan", "ola", "uwe"] {
      add(180, of: 200, by: name, to: &scores)
    }
    add(140, of: 200, by: "bob", to: &scores)
    let report = try scores.report()
    let bob = try #require(report.agents.first)
    #expect(bob.position == .outside998(.below) && bob.standsOut)
    let comparison = try #require(bob.comparison)
    #expect(comparison.deviate < -4 && bob.share < comparison.inside998.low)
    #expect(report.agents.dropFirst().allSatisfy { $0.position == .inside && !$0.standsOut })
  }

  @Test func `when everybody differs, nobody is an exception`() throws {
    var scores = AgentScores()
    for (name, kept) in zip(["a", "b", "c", "d", "e", "f"], [198, 160, 190, 150, 182, 172]) {
      add(kept, of: 200, by: name, to: &scores)
    }
    let report = try scores.report()
    #expect(report.overdispersion > 5)
    #expect(report.agents.allSatisfy { !$0.standsOut })
  }

  @Test func `an agent outside ninety-five percent does not stand out`() throws {
    var scores = AgentScores()
    for name in ["eva", "ida", "jan", "ola"] { add(900, of: 1000, by: name, to: &scores) }
    add(82, of: 100, by: "bob", to: &scores)
    let bob = try #require(try scores.report().agents.first)
    #expect(bob.position == .outside95(.below) && !bob.standsOut)
    var above = AgentScores()
    for name in ["eva", "ida", "jan", "ola"] { add(900, of: 1000, by: name, to: &above) }
    add(97, of: 100, by: "bob", to: &above)
    #expect(try above.report().agents.first?.position == .outside95(.above))
  }

  @Test func `limits widen where there are many agents`() throws {
    var scores = AgentScores()
    for number in 0..<40 { add(27, of: 30, by: "agent \(number)", to: &scores) }
    let report = try scores.report()
    #expect(report.alarmLevel > 0.9987 && report.alarmLevel < 0.9988)
  }

  @Test func `who has too few replies is not compared, and makes the limits no wider`() throws {
    var scores = AgentScores()
    for number in 0..<40 { add(17, of: 19, by: "few \(number)", to: &scores) }
    for name in ["ola", "jan", "ewa"] { add(18, of: 20, by: name, to: &scores) }
    let report = try scores.report()
    // Twenty replies are enough, nineteen are not: docs/scores.md.
    #expect(report.settings.minimum == 20)
    #expect(report.compared == 3)
    #expect(
      report.agents.filter { $0.position == .inside }.map(\.name) == ["ewa", "jan", "ola"])
    #expect(report.alarmLevel == 0.998)
  }

  @Test func `shares by topic have an interval of the level asked for`() throws {
    var scores = AgentScores()
    add(18, of: 20, by: "ola", topic: "b", to: &scores)
    add(4, of: 5, by: "ola", topic: nil, to: &scores)
    add(9, of: 10, by: "ola", topic: "a", to: &scores)
    let usual = try scores.report()
    #expect(usual.byTopic.first?.interval == (try Proportion(kept: 9, of: 10).wilson(level: 0.95)))
    #expect(usual.whole.all == 35 && usual.whole.kept == 31)
    let report = try scores.report(AgentScores.Settings(level: 0.9))
    #expect(report.byTopic.map(\.name) == ["a", "b", nil])
    #expect(report.byTopic.last?.interval == (try Proportion(kept: 4, of: 5).wilson(level: 0.9)))
    #expect(report.agents.first?.interval.level == 0.9)
  }

  @Test func `the same replies in another order give the same report`() throws {
    var results: [ReplyResult] = []
    var generator = SplitMix64(seed: 1)
    for _ in 0..<2000 {
      let topic = generator.index(below: 7)
      results.append(
        ReplyResult(
          agent: "agent \(generator.index(below: 9))", channel: "email",
          topic: topic == 0 ? nil : topic == 1 ? "" : "topic \(topic)",
          isKept: generator.index(below: 10) > 0))
    }
    var (one, other) = (AgentScores(), AgentScores())
    for result in results { one.add(ticket: [result]) }
    for result in generator.shuffled(results) { other.add(ticket: [result]) }
    #expect(try one.report() == other.report())
  }

  @Test func `hostile settings are errors`() {
    #expect(throws: StatisticsError.self) { try AgentScores.Settings(minimum: 0) }
    for level in [Double.nan, 0, 1, .infinity] {
      #expect(throws: StatisticsError.self) { try AgentScores.Settings(level: level) }
    }
  }
}

struct AgentLimitsTests {
  /// A team whose topics and sizes differ at random, one of whom is worse.
  private func report(seed: UInt64) throws -> AgentReport {
    var generator = SplitMix64(seed: seed)
    var scores = AgentScores()
    let agents = 4 + generator.index(below: 26)
    for agent in 0..<agents {
      let chance = agent == 0 ? 0.5 : 0.9
      for _ in 0..<(5 + generator.index(below: 120)) {
        let topic = generator.index(below: 3)
        scores.add(ticket: [
          ReplyResult(
            agent: "agent \(agent)", channel: "email", topic: "topic \(topic)",
            isKept: Double.random(in: 0..<1, using: &generator) < chance - 0.1 * Double(topic))
        ])
      }
    }
    return try scores.report()
  }

  @Test func `who is outside of the limits stands out, and nobody else`() throws {
    var (outside, inside, few) = (0, 0, 0)
    for seed in 0..<16 as Range<UInt64> {
      for agent in try report(seed: seed).agents {
        let limits = try #require(agent.comparison)
        func isWithin(_ interval: Interval) -> Bool {
          interval.low <= agent.share && agent.share <= interval.high
        }
        switch agent.position {
        case .tooFew:
          few += 1
          #expect(!agent.standsOut)
          continue
        case .inside: #expect(isWithin(limits.inside95))
        case .outside95(let side):
          #expect(!isWithin(limits.inside95) && isWithin(limits.inside998))
          #expect(side == (agent.share < limits.expected ? .below : .above))
        case .outside998: #expect(!isWithin(limits.inside998))
        }
        #expect(agent.standsOut == !isWithin(limits.insideAlarm))
        if agent.standsOut { outside += 1 } else { inside += 1 }
      }
    }
    #expect(outside > 5 && inside > 100 && few > 10)
  }

  @Test func `the limits that decide are wider in large teams`() throws {
    func limits(_ agents: Int) throws -> AgentScore.Comparison {
      var scores = AgentScores()
      for agent in 0..<agents {
        for number in 0..<100 {
          scores.add(ticket: [
            ReplyResult(agent: "\(agent)", channel: "email", isKept: number < 80)
          ])
        }
      }
      return try #require(try scores.report().agents.first?.comparison)
    }
    let (few, many) = (try limits(12), try limits(300))
    #expect(few.insideAlarm == few.inside998)
    #expect(many.insideAlarm.low < many.inside998.low)
    #expect(many.insideAlarm.high > many.inside998.high)
  }

  @Test func `the replies that stand for what was known are told`() throws {
    var scores = AgentScores()
    for (name, kept) in [("ola", 90), ("jan", 60)] {
      for number in 0..<100 {
        scores.add(ticket: [ReplyResult(agent: name, channel: "email", isKept: number < kept)])
      }
    }
    let report = try scores.report()
    let prior = try #require(report.priorReplies)
    let ola = try #require(report.agents.last)
    #expect(abs(try #require(ola.shrunk) - (90 + 0.75 * prior) / (100 + prior)) < 1e-12)
    let alike = try AgentScores().report()
    #expect(alike.priorReplies == nil)
  }
}
