import Clocks
import Conformance
import Diagnostics
import ServiceTime
import Standards
import Statistics
import Testing
import Tickets

@testable import Quality

struct AuditReportTests {
  private static let catalogue = CatalogueReader.read([
    SourceText(
      path: "catalogue.yaml",
      bytes: Array(
        """
        catalogue: {name: Shop, languages: [en]}
        calendars:
          desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
        channels:
          email: {kind: deferred}
        phrases:
          greetings: {en: [hello]}
          vague: {en: [soon]}
        standards:
          - id: mail-quarter
            title: Quarter
            first-response: {within: 15 min, share: 95%, hours: desk}
          - {id: greet, title: Greet, greeting: {phrases: greetings}}
          - {id: no-vague, title: No soon, vague-promise: {phrases: vague}}
        """.utf8))
  ]).catalogue

  /// A ticket of Monday, 2 March 2026, so many days on, answered after five minutes.
  private static func ticket(
    _ id: String, _ answer: String, agent: String = "ola", topic: String? = nil, day: Int = 0
  ) -> Ticket {
    func event(_ minutes: Int, _ message: Message) -> TicketEvent {
      let instant = Instant(seconds: 1_772_438_400 + day * 86_400 + minutes * 60)
      return TicketEvent(
        at: OffsetInstant(instant: instant, utcOffset: 3600), kind: .message(message))
    }
    return Ticket(
      id: id, channel: "email", topic: topic,
      events: [
        event(0, Message(from: .customer, text: "Help?")),
        event(5, Message(from: .agent, agent: agent, text: answer)),
      ])
  }

  private func report(
    _ tickets: [Ticket], most: Int = 100, remark: Remark? = nil
  ) throws -> AuditReport {
    let auditor = try Auditor(Self.catalogue, Lexicon.builtIn().lexicon)
    var tally = AuditTally(Self.catalogue)
    var census = PromiseCensus(Self.catalogue)
    var collector = AuditReportCollector(Self.catalogue, mostTickets: most)
    for ticket in tickets {
      var audit = auditor.audit(ticket)
      for index in audit.verdicts.indices where audit.verdicts[index].outcome == .missed {
        audit.verdicts[index].remark = remark
      }
      tally.add(audit)
      census.add(audit)
      let shown = ShownTicket(audit)
      collector.add(shown, TicketEntry(shown, source: "t:1"))
    }
    return collector.report(tally, census.results(seed: 1), seed: 1, unreadable: 2)
  }

  @Test func `nothing has no interval and no share`() throws {
    #expect(ShareCount().interval == nil && !ShareCount().isApart(from: 1))
    let report = try report([])
    #expect(report.replies.count.share == nil && report.dates == nil && report.weeks.isEmpty)
    #expect(report.standards.allSatisfy { $0.share == nil && $0.isKept == nil })
    #expect(report.unreadable == 2)
  }

  @Test func `replies are counted by channel, topic and week`() throws {
    let report = try report([
      Self.ticket("T-1", "Hello, it is done.", topic: "outage"),
      Self.ticket("T-2", "It is done.", topic: "outage"),
      Self.ticket("T-3", "Hello, it is done.", day: 15),
    ])
    #expect(report.replies.count.all == 3 && report.replies.count.kept == 2)
    let topics = try #require(report.shares[.topic])
    #expect(topics.map(\.name) == ["outage", nil])
    #expect(topics.map(\.count.kept) == [1, 1] && topics.map(\.count.all) == [2, 1])
    #expect(report.shares[.channel]?.map(\.count.all) == [3])
    // The week in between is there, and empty.
    #expect(report.weeks.map(\.week.name) == ["2026-W10", "2026-W11", "2026-W12"])
    #expect(report.weeks.map(\.share.count.all) == [2, 0, 1])
    #expect(report.dates?.first.description == "2026-03-02")
    #expect(report.dates?.last.description == "2026-03-17")
  }

  @Test func `form scores are those of the replies, by channel and agent`() throws {
    let tickets = [
      Self.ticket("T-1", "Hello, it is done."), Self.ticket("T-2", "It is done.", agent: "jan"),
      Self.ticket("T-3", "We are back soon.", agent: "jan"),
    ]
    let report = try report(tickets)
    let auditor = try Auditor(Self.catalogue, Lexicon.builtIn().lexicon)
    func form(_ tickets: [Ticket]) -> FormScoreMean {
      var form = FormScoreMean()
      for ticket in tickets {
        form.add(auditor.audit(ticket), by: ScoredStandards(Self.catalogue))
      }
      return form
    }
    #expect(report.replies.form == form(tickets))
    #expect(report.replies.form.range == 50...50)
    #expect(report.shares[.channel]?.map(\.form) == [form(tickets)])
    #expect(report.weeks.map(\.share.form) == [form(tickets)])
    #expect(report.formByAgent["ola"] == form([tickets[0]]))
    #expect(report.formByAgent["jan"]?.range == 25...25)
  }

  @Test func `a form score is open where something is undecided`() throws {
    let auditor = try Auditor(Self.catalogue, Lexicon.builtIn().lexicon)
    var audit = auditor.audit(Self.ticket("T-1", "Hello, it is done."))
    for index in audit.verdicts.indices where audit.verdicts[index].standard == "greet" {
      audit.verdicts[index].outcome = .undecided
    }
    var collector = AuditReportCollector(Self.catalogue)
    let shown = ShownTicket(audit)
    collector.add(shown, TicketEntry(shown, source: "t:1"))
    let report = collector.report(AuditTally(Self.catalogue), [], seed: 1, unreadable: 0)
    #expect(report.replies.form.range == 50...100)
    #expect(report.replies.form.open == 1 && report.replies.count.open == 1)
    // What is missed anyway waits for nobody.
    var missed = AuditReportCollector(Self.catalogue)
    for index in audit.verdicts.indices where audit.verdicts[index].standard == "no-vague" {
      audit.verdicts[index].outcome = .missed
    }
    let second = ShownTicket(audit)
    missed.add(second, TicketEntry(second, source: "t:1"))
    let other = missed.report(AuditTally(Self.catalogue), [], seed: 1, unreadable: 0)
    #expect(other.replies.count.all == 1 && other.replies.count.kept == 0)
    #expect(other.replies.count.open == 0 && other.replies.form.open == 1)
  }

  @Test func `agents are compared under the names that are shown`() throws {
    let report = try report([
      Self.ticket("T-1", "Hello, it is done."), Self.ticket("T-2", "It is done.", agent: "jan"),
    ])
    let agents = try #require(report.agents)
    #expect(agents.agents.map(\.name) == ["jan", "ola"])
    #expect(agents.agents.map(\.share) == [0, 1] && agents.team.share == 0.5)
    #expect(agents.team == report.replies.count)
    #expect(try self.report([Self.ticket("T-1", "Hello.")]).agents == nil)
  }

  @Test func `a waived miss counts nowhere, a known one is counted but not told`() throws {
    let tickets = [Self.ticket("T-1", "It is done.")]
    let waived = try report(
      tickets, remark: Remark(waiver: Remark.Waiver(by: "ewa", why: "new", until: nil)))
    let known = try report(tickets, remark: Remark(isKnown: true))
    let plain = try report(tickets)
    #expect([waived, known, plain].map(\.replies.count.kept) == [1, 0, 0])
    #expect([waived, known, plain].map { $0.standards[1].missed } == [0, 1, 1])
    #expect([waived, known, plain].map { $0.standards[1].waived } == [1, 0, 0])
    #expect([waived, known, plain].map { $0.standards[1].known } == [0, 1, 0])
    #expect([waived, known, plain].map(\.misses.count) == [0, 0, 1])
    #expect([waived, known, plain].map { $0.tickets[0].asksForLook } == [false, false, true])
  }

  @Test(arguments: [true, false])
  func `a reply of which nothing is decided is in no share`(isWaived: Bool) throws {
    let auditor = try Auditor(Self.catalogue, Lexicon.builtIn().lexicon)
    var audit = auditor.audit(Self.ticket("T-1", "It is done."))
    audit.verdicts = audit.verdicts.filter { $0.standard == "greet" }
    try #require(audit.verdicts.map(\.outcome) == [.missed])
    if isWaived {
      audit.verdicts[0].remark = Remark(
        waiver: Remark.Waiver(by: "ola", why: "no formalities", until: nil))
    } else {
      audit.verdicts[0].outcome = .undecided
    }
    var collector = AuditReportCollector(Self.catalogue)
    let shown = ShownTicket(audit)
    collector.add(shown, TicketEntry(shown, source: "t:1"))
    let report = collector.report(AuditTally(Self.catalogue), [], seed: 1, unreadable: 0)
    #expect(report.replies.count.all == 0)
    #expect(report.shares[.channel] == nil || report.shares[.channel]?.isEmpty == true)
  }

  @Test func `the most frequent misses come first, with examples of different people`() throws {
    let answers = [
      ("It is done soon.", "ola"), ("It is done.", "ola"), ("It is done.", "ola"),
      ("It is done.", "jan"), ("It is done.", "ewa"), ("It is done.", "ewa"),
    ]
    let report = try report(
      answers.enumerated().map { Self.ticket("T-\($0)", $1.0, agent: $1.1) })
    #expect(report.misses.map(\.standard.id) == ["greet", "no-vague"])
    #expect(report.misses.map(\.count) == [6, 1])
    #expect(report.misses[0].tickets == 6)
    #expect(Set(report.misses[0].examples.map(\.agent)) == ["ola", "jan", "ewa"])
    let vague = try #require(report.misses[1].examples.first)
    #expect(
      vague.excerpt == [
        FrequentMiss.Piece(text: "It is done ", isMarked: false),
        FrequentMiss.Piece(text: "soon", isMarked: true),
        FrequentMiss.Piece(text: ".", isMarked: false),
      ])
  }

  @Test func `two misses in one ticket are two misses and one ticket`() throws {
    var ticket = Self.ticket("T-1", "It is done.")
    let end = try #require(ticket.events.last).at
    let later = OffsetInstant(instant: Instant(seconds: end.instant.seconds + 600), utcOffset: 3600)
    for message in [
      Message(from: .customer, text: "It still does not work, what now?"),
      Message(from: .agent, agent: "ola", text: "It is done now, please look at it again."),
    ] {
      ticket.events.append(TicketEvent(at: later, kind: .message(message)))
    }
    let miss = try #require(try report([ticket]).misses.first { $0.standard.id == "greet" })
    #expect(miss.count == 2 && miss.tickets == 1 && miss.examples.count == 1)
  }

  @Test func `weeks years apart are not joined by empty ones`() throws {
    let far = try report([Self.ticket("T-1", "Hello."), Self.ticket("T-2", "Hello.", day: 7 * 60)])
    #expect(far.weeks.map(\.share.count.all) == [1, 1])
    let near = try report([Self.ticket("T-1", "Hello."), Self.ticket("T-2", "Hello.", day: 7 * 50)])
    #expect(near.weeks.count == 51)
  }

  @Test func `a share lies apart only beyond three standard errors`() {
    var share = ShareCount()
    for number in 0..<40 {
      share.add(ReplyResult(agent: nil, channel: "email", isKept: number < 30))
    }
    // Three standard errors about 0.75 reach from 0.51 to 0.90.
    #expect(!share.isApart(from: 0.6) && !share.isApart(from: 0.89))
    #expect(share.isApart(from: 0.45) && share.isApart(from: 0.97))
  }

  @Test func `a fault in the log asks for a look, a reply that only adds is told`() throws {
    var ticket = Self.ticket("T-1", "")
    ticket.events[1] = TicketEvent(at: ticket.events[1].at, kind: .status(.solved))
    let auditor = try Auditor(Self.catalogue, Lexicon.builtIn().lexicon)
    var audit = auditor.audit(ticket)
    audit.verdicts = []
    #expect(audit.findings.map(\.kind) == [.solvedWithoutAnswer])
    #expect(TicketEntry(ShownTicket(audit), source: "").asksForLook)
    audit.findings = []
    #expect(!TicketEntry(ShownTicket(audit), source: "").asksForLook)
    var added = Self.ticket("T-2", "Hello, it is done and works again as before.")
    let message = Message(from: .agent, agent: "ola", text: "On Friday.")
    added.events.append(TicketEvent(at: added.events[1].at, kind: .message(message)))
    let entry = TicketEntry(ShownTicket(auditor.audit(added)), source: "")
    #expect(entry.messages.map(\.part) == [.unjudged, .judged, .addition])
  }

  @Test func `the first examples stay, unless one is by somebody new`() throws {
    func shown(_ agents: [String]) throws -> [String] {
      let tickets = agents.enumerated().map { Self.ticket("T-\($0)", "It is done.", agent: $1) }
      return try #require(try report(tickets).misses.first).examples.map(\.ticket)
    }
    #expect(try shown(["ola", "ola", "jan", "ola"]) == ["T-0", "T-1", "T-2"])
    #expect(try shown(["ola", "ola", "jan", "ewa"]) == ["T-0", "T-3", "T-2"])
  }

  @Test func `a long text is cut around the words`() throws {
    let far = String(repeating: "It is being done. ", count: 40)
    let report = try report([Self.ticket("T-1", "Hello. " + far + "It is done soon. " + far)])
    let excerpt = try #require(report.misses.first?.examples.first?.excerpt)
    #expect(excerpt.first?.text == "…" && excerpt.last?.text == "…")
    #expect(excerpt.filter(\.isMarked).map(\.text) == ["soon"])
    #expect(excerpt.reduce(0) { $0 + $1.text.count } < 250)
  }

  @Test func `of words far apart the first are shown, and those near them`() throws {
    let far = String(repeating: "It is being done. ", count: 40)
    let text = "Hello. It is done soon, it is done soon. " + far + "It is done soon. " + far
    let report = try report([Self.ticket("T-1", text)])
    let miss = try #require(report.misses.first { $0.standard.id == "no-vague" })
    let excerpt = try #require(miss.examples.first?.excerpt)
    #expect(excerpt.filter(\.isMarked).map(\.text) == ["soon", "soon"])
    #expect(excerpt.reduce(0) { $0 + $1.text.count } < 250)
  }

  @Test func `of too many tickets those that ask for a look are listed first`() throws {
    let tickets = (0..<9).map {
      Self.ticket("T-\($0)", $0 % 4 == 3 ? "It is done." : "Hello, it is done.")
    }
    func listed(_ most: Int) throws -> [String] {
      let report = try report(tickets, most: most)
      #expect(report.unlisted == 9 - min(9, most))
      return report.tickets.map(\.id)
    }
    #expect(try listed(4) == ["T-0", "T-1", "T-3", "T-7"])
    #expect(try listed(2) == ["T-3", "T-7"])
    #expect(try listed(1) == ["T-3"])
    #expect(try listed(0) == [])
    #expect(try listed(20).count == 9)
  }

  @Test func `what is not judged is told in code points, and a masked text keeps its places`()
    throws
  {
    let answer = "Hello, žluťoučký.\n\n> Help?"
    let ticket = Self.ticket("T-1", answer)
    let audit = try Auditor(Self.catalogue, Lexicon.builtIn().lexicon).audit(ticket)
    var masked = ticket
    let hidden = answer.replacing("žluťoučký", with: "*********")
    masked.events[1].kind = .message(Message(from: .agent, agent: "agent-1", text: hidden))
    let plain = TicketEntry(ShownTicket(audit), source: "")
    let shown = TicketEntry(ShownTicket(audit, as: masked), source: "")
    let cut = try #require(plain.messages[1].cuts.last)
    #expect(cut.upperBound == answer.unicodeScalars.count)
    #expect(String(answer.unicodeScalars.dropFirst(cut.lowerBound)).contains("> Help?"))
    #expect(shown.messages[1].cuts == plain.messages[1].cuts)
    #expect(shown.messages[1].text == hidden)
    #expect(shown.agents == ["agent-1"] && plain.agents == ["ola"])
    #expect(ShownTicket(audit, as: masked).agent(of: audit.verdicts[1]) == "agent-1")
    #expect(shown.messages.map(\.part) == [.unjudged, .judged])
  }

  @Test func `a wait is answered by whom, and began when`() throws {
    let audit = try Auditor(Self.catalogue, Lexicon.builtIn().lexicon)
      .audit(Self.ticket("T-1", "Hello."))
    let wait = try #require(audit.verdicts.first { $0.standard == "mail-quarter" })
    let shown = ShownTicket(audit)
    #expect(shown.agent(of: wait) == "ola")
    #expect(shown.moment(of: wait)?.description == "2026-03-02T09:00:00+01:00")
    #expect(shown.language(of: wait) == nil)
  }
}
