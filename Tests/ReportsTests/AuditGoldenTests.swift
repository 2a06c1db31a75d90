import Clocks
import Conformance
import Diagnostics
import Foundation
import Quality
import Standards
import Statistics
import Testing
import Tickets

@testable import Reports

/// Whole reports as they are recorded: look at the difference before recording anew.
struct AuditGoldenTests {
  /// A few tickets, one of them hostile in every field, one with an id without end.
  private static let tickets = [
    Audits.ticket("T-1", "We are back soon.", topic: "outage"),
    Audits.ticket("T-2", "Hello, it is done.", agent: "jan", channel: "chat", after: 5, day: 1),
    Audits.ticket(
      Audits.hostile, Audits.hostile, asking: Audits.hostile, agent: Audits.hostile,
      topic: Audits.hostile, day: 8),
    Audits.ticket(String(repeating: "w", count: 300), "Žluťoučký soon.", agent: "jan", day: 9),
  ]

  private func audits() throws -> [TicketAudit] {
    var audits = try Self.tickets.map { try Audits.audit($0) }
    audits[0] = try Audits.audit(Self.tickets[0], remark: Audits.waived)
    return audits
  }

  @Test func `the page is as recorded`() throws {
    var tally = AuditTally(Audits.catalogue)
    var census = PromiseCensus(Audits.catalogue)
    var collector = AuditReportCollector(Audits.catalogue)
    for (index, audit) in try audits().enumerated() {
      tally.add(audit)
      census.add(audit)
      let shown = ShownTicket(audit)
      collector.add(shown, TicketEntry(shown, source: "week.jsonl:\(index + 1)"))
    }
    let report = collector.report(tally, census.results(seed: 1), seed: 1, unreadable: 1)
    let html = AuditHTML.page(of: report)
    #expect(Page(html).problem == nil)
    // The style, which the pages share, changes more often than what is said.
    try Golden.expect(html.replacing(AuditStyle.css.description, with: ""), "audit.html")
  }

  @Test func `the JSON report is as recorded, and sound`() throws {
    var tally = AuditTally(Audits.catalogue)
    var census = PromiseCensus(Audits.catalogue)
    let audits = try audits()
    for audit in audits {
      tally.add(audit)
      census.add(audit)
    }
    func joined(_ part: (TicketAudit) -> [UInt8]) -> [UInt8] {
      Array(audits.map(part).filter { !$0.isEmpty }.joined(separator: AuditJSON.separator))
    }
    let bytes =
      AuditJSON.head + joined(AuditJSON.verdicts) + AuditJSON.beforeFindings
      + joined(AuditJSON.findings) + AuditJSON.tail(tally, census.results(seed: 1), seed: 1)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(Set(json.keys) == ["verdicts", "findings", "summary", "promises"])
    let verdicts = try #require(json["verdicts"] as? [[String: Any]])
    #expect(verdicts.count == audits.reduce(0) { $0 + $1.verdicts.count })
    #expect(verdicts.contains { $0["ticket"] as? String == Audits.hostile })
    try Golden.expect(String(decoding: bytes, as: UTF8.self), "audit.json")
  }

  @Test func `JSON lines say of each verdict what JSON says of it alone`() throws {
    var audits = try audits()
    // No standard of the catalogue's stands there, or it differs from what it says.
    let last = try #require(audits.last)
    let odd = last.verdicts.flatMap { verdict in
      [nil, 0, 99].map { position in
        Verdict(
          ticket: verdict.ticket, event: verdict.event, standard: verdict.standard,
          kind: verdict.kind, outcome: verdict.outcome, severity: .minor,
          message: verdict.message, evidence: verdict.evidence, position: position)
      }
    }
    audits[audits.count - 1].verdicts += odd
    let lines = AuditJSONLines(Audits.catalogue, showsFindings: false)
    var outcomes: Set<Verdict.Outcome> = []
    for audit in audits {
      var alone = JSONWriter()
      for verdict in audit.verdicts {
        outcomes.insert(verdict.outcome)
        verdict.write(to: &alone)
        alone.newline()
      }
      let line = lines.part(ShownTicket(audit), at: TicketPlace(path: "a.jsonl", line: 1))
      #expect(String(decoding: line, as: UTF8.self) == alone.string)
    }
    #expect(outcomes.isSuperset(of: [.met, .missed, .undecided]))
  }

  @Test func `JSON lines have the findings behind the verdicts of their ticket, where asked`()
    throws
  {
    let unanswered = Ticket(
      id: "T-9", channel: "email",
      events: [
        Audits.message(.customer, 0, "Help?"),
        TicketEvent(at: Audits.message(.customer, 60, "").at, kind: .status(.solved)),
      ])
    let audit = try Audits.audit(unanswered)
    try #require(!audit.findings.isEmpty)
    func lines(_ showsFindings: Bool) throws -> [[String: Any]] {
      let bytes = AuditJSONLines(Audits.catalogue, showsFindings: showsFindings)
        .part(ShownTicket(audit), at: TicketPlace(path: "a.jsonl", line: 1))
      return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
        try #require(
          try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
    }
    #expect(try lines(false).count == audit.verdicts.count)
    let all = try lines(true)
    #expect(all.count == audit.verdicts.count + audit.findings.count)
    #expect(all.last?["finding"] as? String == audit.findings.last?.kind.rawValue)
  }
}

struct ScoresGoldenTests {
  /// Six agents, of whom one is worse, one has few replies and one a hostile name; some replies are of
  /// nobody known, some are open.
  private func report(scattered: Bool = false) throws -> AgentReport {
    var scores = AgentScores()
    let team: [(String?, Int, Int)] = [
      ("ola", 40, 80), ("jan", scattered ? 52 : 72, 80), ("ewa", scattered ? 80 : 73, 80),
      ("=1+1,\"x\"\u{1B}", scattered ? 60 : 71, 80), ("tom", scattered ? 79 : 74, 80),
      ("ida", 3, 5), (nil, 6, 7),
    ]
    for (name, kept, all) in team {
      for number in 0..<all {
        scores.add(ticket: [
          ReplyResult(
            agent: name, channel: number % 4 == 0 ? "chat" : "email",
            topic: number % 3 == 0 ? nil : "invoices", language: "en", isKept: number < kept,
            isOpen: number == 0)
        ])
      }
    }
    return try scores.report()
  }

  private func form() -> FormScoreMean { FormScoreMean() }

  @Test func `scores are as recorded in each format`() throws {
    let report = try report()
    var json = JSONWriter()
    ScoresJSON.write(form(), report, to: &json)
    try Golden.expect(json.string, "scores.json")
    try Golden.expect(
      String(decoding: ScoresCSV.render(form(), report), as: UTF8.self), "scores.csv")
    try Golden.expect(ScoresText.render(form(), report), "scores.txt")
  }

  @Test func `JSON has every figure of an agent, and of one with few replies`() throws {
    var writer = JSONWriter()
    let report = try report()
    ScoresJSON.write(form(), report, to: &writer)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(writer.string.utf8)) as? [String: Any])
    #expect((json["unnamed"] as? [String: Any])?["replies"] as? Int == 7)
    #expect((json["unnamed"] as? [String: Any])?["least_share"] as? Double == 5.0 / 7)
    #expect(json["alarm_level"] as? Double == 0.998)
    let prior = try #require(json["prior_replies"] as? Double)
    #expect(abs(prior - (try #require(report.priorReplies))) < 1e-9 * prior)
    #expect(json["compared"] as? Int == 5)
    let agents = try #require(json["agents"] as? [[String: Any]])
    let ola = try #require(agents.first { $0["agent"] as? String == "ola" })
    let score = try #require(report.agents.first { $0.name == "ola" })
    let comparison = try #require(score.comparison)
    let expected: [String: Double?] = [
      "share": 0.5, "least_share": 39.0 / 80, "low": score.interval.low,
      "high": score.interval.high, "shrunk": score.shrunk,
      "shrunk_low": score.shrunkInterval?.low, "shrunk_high": score.shrunkInterval?.high,
      "expected": comparison.expected, "adjusted": comparison.adjusted,
      "adjusted_low": comparison.adjustedInterval.low,
      "adjusted_high": comparison.adjustedInterval.high,
      "limit_95_low": comparison.inside95.low, "limit_95_high": comparison.inside95.high,
      "limit_998_low": comparison.inside998.low, "limit_998_high": comparison.inside998.high,
      "limit_alarm_low": comparison.insideAlarm.low,
      "limit_alarm_high": comparison.insideAlarm.high, "deviate": comparison.deviate,
    ]
    // Foundation's reader rounds the last place on its own.
    for (key, value) in expected {
      let (read, value) = (try #require(ola[key] as? Double), try #require(value))
      #expect(abs(read - value) <= 4e-16 * max(1, abs(value)), "\(key)")
    }
    #expect(ola["stands_out"] as? Bool == true && ola["side"] as? String == "below")
    #expect(agents.first { $0["agent"] as? String == "ida" }?["position"] as? String == "too-few")
  }

  @Test func `limits of 99.8% and those of the alarm are told apart in a large team`() throws {
    var scores = AgentScores()
    for agent in 0..<40 {
      for number in 0..<(80 + 17 * agent) {
        scores.add(ticket: [
          ReplyResult(
            agent: "agent \(agent)", channel: "email", topic: nil, language: "en",
            isKept: number % 10 != 0, isOpen: false)
        ])
      }
    }
    let report = try scores.report()
    #expect(report.alarmLevel > 0.998)
    var differing = 0
    for agent in report.agents {
      let comparison = try #require(agent.comparison)
      let figures = Dictionary(uniqueKeysWithValues: agent.figures.map { ($0.name, $0.value) })
      #expect(figures["limit_998_low"] == comparison.inside998.low)
      #expect(figures["limit_998_high"] == comparison.inside998.high)
      #expect(figures["limit_alarm_low"] == comparison.insideAlarm.low)
      #expect(figures["limit_alarm_high"] == comparison.insideAlarm.high)
      if comparison.inside998.low != comparison.insideAlarm.low { differing += 1 }
    }
    #expect(differing > 0)
  }

  @Test func `the columns of the table are those of the figures`() throws {
    let report = try report()
    let figures = try #require(report.agents.first).figures.map(\.name)
    #expect(Array(ScoresCSV.columns[8..<24]) == figures)
    let lines = String(decoding: ScoresCSV.render(form(), report), as: UTF8.self)
      .components(separatedBy: "\r\n").dropLast()
    #expect(
      lines.allSatisfy {
        $0.contains("\"") || $0.count { $0 == "," } == ScoresCSV.columns.count - 1
      })
    #expect(lines.contains { $0.hasPrefix("agent,ola,80,40,80,1,0.500000,0.487500,") })
    #expect(lines.contains { $0.hasPrefix("agent,\"'=1+1,\"\"x\"\"") })
    // Wilson's intervals of 6 of 7 and of 87 of 104, by hand: (p + z²/2n ± …) / (1 + z²/n).
    #expect(
      lines.contains { $0.hasPrefix("unnamed,,,6,7,1,0.857143,0.714286,0.486872,0.974320,,") })
    #expect(
      lines.contains { $0.hasPrefix("channel,chat,,87,104,7,0.836538,0.769231,0.753736,0.895365,") }
    )
  }

  /// Every number of the JSON that is of the whole stands in the table, under its path.
  @Test func `the table has every figure of the whole`() throws {
    var customers = CustomerRatings()
    var form = FormScoreMean()
    let standards = ScoredStandards(Audits.catalogue)
    let marks: [(Rating.Scale, Double)] = [
      (.csat, 5), (.csat, 2), (.nps, 10), (.nps, 3), (.ces, 6), (.ces, 7),
    ]
    for (number, mark) in marks.enumerated() {
      var ticket = Audits.ticket("T-\(number)", number < 2 ? "Hello, done." : "Done.")
      ticket.events.append(
        TicketEvent(
          at: Audits.message(.customer, 30, "").at,
          kind: .rating(Rating(scale: mark.0, score: mark.1))))
      let audit = try Audits.audit(ticket)
      customers.add(audit)
      form.add(audit, by: standards)
    }
    let sample = Sample(drawn: 9, of: 51, seed: .max, groups: 4, ofGroups: 6)
    let report = try report()
    var writer = JSONWriter()
    ScoresJSON.write(form, report, of: sample, customers, to: &writer)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(writer.string.utf8)) as? [String: Any])
    let table = ScoresCSV.render(form, report, of: sample, customers)
    var told: [String: String] = [:]
    for line in String(decoding: table, as: UTF8.self).components(separatedBy: "\r\n") {
      let cells = line.components(separatedBy: ",")
      if cells.first == "figure" { told[cells[1]] = cells.last }
    }
    var numbers = 0
    func compare(_ value: Any, _ path: String) {
      if let object = value as? [String: Any] {
        for (key, value) in object { compare(value, path.isEmpty ? key : "\(path)_\(key)") }
      } else if let number = value as? Double {
        let cell = told[path].flatMap(Double.init)
        #expect(cell.map { abs($0 - number) < 1e-6 } ?? false, "\(path) \(number)")
        numbers += 1
      } else if let text = value as? String {
        #expect(told[path] == text, "\(path)")
      }
    }
    for (key, value) in json where !(value is [Any]) && key != "team" && key != "unnamed" {
      guard key == "customers", let all = value as? [String: Any] else {
        compare(value, key)
        continue
      }
      for (key, value) in all { compare(value, key == "tickets" ? "rated_tickets" : key) }
    }
    #expect(numbers > 30)
  }

  @Test func `text says whether limits are widened, in the same words as the page`() throws {
    func team(_ worst: Int) throws -> AgentReport {
      var scores = AgentScores()
      for agent in 0..<12 {
        for number in 0..<80 {
          scores.add(ticket: [
            ReplyResult(
              agent: "agent \(agent)", channel: "email", isKept: number < (agent == 0 ? worst : 72))
          ])
        }
      }
      return try scores.report()
    }
    let alike = ScoresText.render(form(), try team(72))
    #expect(alike.contains("\nNobody differs from the others by more than chance explains\n"))
    let one = ScoresText.render(form(), try team(40))
    #expect(one.contains("\n1 of 12 differs from the others by more than chance explains\n"))
    #expect(!alike.contains("widened") && !one.contains("widened"))
    #expect(ScoresText.render(form(), try report()).contains("7 replies of nobody known"))
    let scattered = try report(scattered: true)
    try #require(scattered.overdispersion > 1)
    let told = ScoresText.render(form(), scattered)
    #expect(told.contains(scattered.finding) && told.contains("the limits are widened: agents"))
    #expect(scattered.finding.contains("while agents as a whole differ more than chance"))
    #expect(!scattered.finding.contains("Nobody differs"))
    let factor = Written.number(scattered.overdispersion.squareRoot(), decimals: 2)
    #expect(told.contains("\(factor) times as wide"))
  }
}
