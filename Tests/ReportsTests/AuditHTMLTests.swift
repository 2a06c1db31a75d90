import Conformance
import Foundation
import Quality
import ServiceTime
import Standards
import Statistics
import Testing
import Tickets

@testable import Reports

struct AuditHTMLTests {
  private func report(_ tickets: [Ticket], remark: Remark? = nil) throws -> AuditReport {
    let catalogue = Audits.catalogue
    var tally = AuditTally(catalogue)
    var census = PromiseCensus(catalogue)
    var collector = AuditReportCollector(catalogue)
    for (index, ticket) in tickets.enumerated() {
      let audit = try remark.map { try Audits.audit(ticket, remark: $0) } ?? Audits.audit(ticket)
      tally.add(audit)
      census.add(audit)
      let shown = ShownTicket(audit)
      collector.add(shown, TicketEntry(shown, source: "t.jsonl:\(index + 1)"))
    }
    return collector.report(tally, census.results(seed: 1), seed: 1, unreadable: 0)
  }

  private func html(_ tickets: [Ticket], remark: Remark? = nil) throws -> String {
    AuditHTML.page(of: try report(tickets, remark: remark))
  }

  private static let few = [
    Audits.ticket("T-1", "We are back soon.", topic: "outage"),
    Audits.ticket("T-2", "Hello, it is done.", agent: "jan", channel: "chat", after: 5, day: 1),
    Audits.ticket("T-3", "It is done.\n\nOla\n\n> Help?", agent: "jan", day: 8),
  ]

  /// The data of the page's script, as it reads them.
  private func data(of html: String) throws -> [String: Any] {
    let start = "<script type=\"application/json\" id=\"data\">"
    let rest = try #require(html.components(separatedBy: start).dropFirst().first)
    let json = try #require(rest.components(separatedBy: "</script>").first)
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  private func tickets(of html: String) throws -> [[Any]] {
    try #require(data(of: html)["tickets"] as? [[Any]])
  }

  @Test func `the digest is that of the standard`() {
    let hex = Digest.sha256(Array("abc".utf8)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    #expect(
      hex.joined() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `the policy of the page allows its own script and no request`() throws {
    let html = try html(Self.few)
    let start = "<script>"
    let rest = try #require(html.components(separatedBy: start).dropFirst().first)
    let script = try #require(rest.components(separatedBy: "</script>").first)
    let hash = Data(Digest.sha256(Array(script.utf8))).base64EncodedString()
    #expect(AuditScript.hash == hash, "set AuditScript.hash to this")
    #expect(html.contains("default-src &#39;none&#39;"))
    #expect(html.contains("script-src &#39;sha256-\(AuditScript.hash)&#39;"))
    #expect(!html.contains("innerHTML") && !html.contains("eval("))
  }

  @Test func `the page is sound, stands alone, and its headings skip no level`() throws {
    let html = try html(Self.few)
    let page = Page(html)
    #expect(page.problem == nil)
    let outside: Set<String> = ["link", "img", "iframe", "object", "embed"]
    #expect(page.elements.allSatisfy { !outside.contains($0.name) })
    #expect(page.elements.count { $0.name == "script" } == 2)
    for element in page.elements {
      #expect(
        !element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "style" })
      if let link = element.attributes["href"] { #expect(link.hasPrefix("#")) }
    }
    #expect(page.headings.first == 1)
    #expect(page.headings.count { $0 == 1 } == 1)
    #expect(zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for link in page.elements.compactMap({ $0.attributes["href"]?.dropFirst() }) {
      #expect(ids.contains(String(link)))
    }
    for name in page.elements.compactMap({ $0.attributes["aria-labelledby"] }) {
      #expect(name.split(separator: " ").allSatisfy { ids.contains(String($0)) })
    }
    #expect(Set(page.elements.map(\.name)).isSuperset(of: ["header", "nav", "main", "footer"]))
  }

  @Test func `every chart says in words what it shows`() throws {
    let page = Page(try html(Self.few))
    #expect(page.elements.count { $0.attributes["class"] == "chart" } >= 5)
    #expect(
      page.elements.count { $0.name == "svg" && $0.attributes["role"] == "img" }
        == page.elements.count { $0.name == "desc" })
    #expect(page.text.contains("Mail is answered within a quarter of an hour: 0.0% of 2"))
    #expect(page.text.contains("2026-W10: 50.0% of 2; 2026-W11: 0.0% of 1"))
    #expect(page.text.contains("1 promise of 1 is broken in at least one period"))
  }

  @Test func `texts of a ticket cannot become markup, wherever they stand`() throws {
    let hostile = Ticket(
      id: "<script>alert(1)</script>", channel: "\"><b>", topic: "javascript:alert(1)",
      events: [
        Audits.message(.customer, 0, Audits.hostile),
        Audits.message(.agent, 20, Audits.hostile, agent: "</title><i>"),
      ])
    let html = try html([hostile], remark: Audits.decided)
    let page = Page(html)
    #expect(page.problem == nil)
    #expect(page.elements.count { $0.name == "script" } == 2)
    #expect(html.components(separatedBy: "<script").count == 3)
    #expect(html.components(separatedBy: "</script").count == 3)
    #expect(!html.contains("<b>\"") && !html.contains("<img") && !html.contains("<i>"))
    #expect(!html.contains("<!--"))
    #expect(!page.elements.contains { $0.attributes["href"]?.contains("javascript") == true })
    // What turns the direction of a text, and what no page may hold, is replaced, one for one.
    #expect(!html.unicodeScalars.contains { HTMLWriter.isUnfit($0) })
    let messages = try #require(try tickets(of: html)[0][6] as? [[Any]])
    let text = try #require(messages[1][5] as? String)
    #expect(text.unicodeScalars.count == Audits.hostile.unicodeScalars.count)
    #expect(text.contains("</script><script>alert(1)</script></style><!--\n]]> <img"))
    #expect(text.contains("\u{FFFD}gnirts\u{FFFD}"))
  }

  @Test func `a word of 100 KB and a text of nothing are shown`() throws {
    let long = String(repeating: "ž", count: 50_000)
    let html = try html([Audits.ticket("T-1", "soon " + long), Audits.ticket("T-2", "")])
    #expect(Page(html).problem == nil)
    let messages = try #require(try tickets(of: html)[0][6] as? [[Any]])
    #expect((messages[1][5] as? String)?.count == 50_005)
    // Once for the list; what stands above it is cut short.
    #expect(html.utf8.count < 300_000)
  }

  @Test func `the script reads messages with what is not judged, and verdicts with their words`()
    throws
  {
    let all = try tickets(of: try html(Self.few))
    #expect(all.map { $0[0] as? String } == ["T-1", "T-2", "T-3"])
    #expect(all[0][1] as? String == "t.jsonl:1")
    #expect(all[0][5] as? [String] == ["ola"])
    let verdicts = try #require(all[0][7] as? [[Any]])
    let vague = try #require(verdicts.first { $0[0] as? Int == 2 })
    #expect(vague[1] as? Int == 1 && vague[2] as? Int == 1)
    #expect(vague[4] as? [Int] == [1, 12, 16])
    let late = try #require(verdicts.first { $0[0] as? Int == 0 })
    #expect(
      late[5] as? String == "20 min counted, 15 min promised, 20 min on the customer's own clock")
    let messages = try #require(all[2][6] as? [[Any]])
    let cuts = try #require(messages[1][7] as? [Int])
    #expect(cuts.count >= 2)
    let text = Array(try #require(messages[1][5] as? String).unicodeScalars)
    #expect(String(String.UnicodeScalarView(text[cuts[0]..<cuts[1]])).contains("> Help?"))
  }

  @Test func `what people said is shown and a waived miss does not count`() throws {
    let ticket = [Self.few[0]]
    let waived = try html(ticket, remark: Audits.waived)
    let verdicts = try #require(try tickets(of: waived)[0][7] as? [[Any]])
    #expect(verdicts.filter { $0[2] as? Int == 4 }.count == 3)
    #expect(verdicts.contains { ($0.last as? [String])?.first?.hasPrefix("waived by ewa") == true })
    #expect(Page(waived).text.contains("misses waived"))
    #expect(!Page(waived).text.contains("Most frequent misses"))
    let decided = try html(ticket, remark: Audits.decided)
    #expect(
      decided.contains("decided by ewa on 2026-03-03T01:06:40Z: read aloud (the auditor had said"))
    #expect(Page(decided).text.contains("verdicts given by a reviewer"))
  }

  @Test func `a quotation in a known language says so`() throws {
    let polish = Audits.ticket(
      "T-1", "Sprawdzam to teraz i odpiszę wkrótce, proszę o chwilę cierpliwości.")
    let page = Page(try html([polish]))
    #expect(page.elements.contains { $0.name == "blockquote" && $0.attributes["lang"] == "pl" })
    let messages = try #require(try tickets(of: try html([polish]))[0][6] as? [[Any]])
    #expect(messages[1][4] as? String == "pl")
  }

  @Test func `a sentence stands in the data once`() throws {
    let html = try html([Self.few[0], Audits.ticket("T-2", "It is done soon.")])
    let texts = try #require(data(of: html)["texts"] as? [String])
    #expect(!texts.isEmpty && Set(texts).count == texts.count)
  }

  @Test func `a fault of the log is told from information`() throws {
    var unanswered = Audits.ticket("T-1", "")
    let at = try #require(unanswered.events.last).at
    unanswered.events[1] = TicketEvent(at: at, kind: .status(.solved))
    let late = Audits.ticket("T-2", "Hello, it is done.", after: 12 * 60)
    let all = try tickets(of: try html([unanswered, late]))
    let findings = all.flatMap { $0[8] as? [[Any]] ?? [] }
    let told = findings.map { "\($0[0] as? String ?? "") \($0[1] as? Int ?? -1)" }
    #expect(told == ["solved-without-answer 1", "answered-outside-hours 0"])
  }

  @Test func `a broken promise is hatched, and its weeks are a line with what is missing`() throws {
    let page = Page(
      try html([
        Audits.ticket("T-1", "Hello."), Audits.ticket("T-2", "Hello.", day: 21),
        Audits.ticket("T-3", "Hello.", day: 22),
      ]))
    #expect(page.elements.contains { $0.attributes["class"] == "broken" })
    #expect(page.text.contains("1 promise of 1 is broken in at least one period"))
    let trend = try #require(page.text.firstRange(of: "A line by week. cases that kept"))
    let told = page.text[trend.upperBound...].prefix(200)
    #expect(
      told.contains(
        "2026-W10: 0.0% of 1; 2026-W11: nothing; 2026-W12: nothing; 2026-W13: 0.0% of 2"))
    #expect(page.elements.contains { $0.attributes["class"] == "dot hollow" })
  }

  @Test func `only what chance does not explain is said to differ`() throws {
    func many(_ count: Int, _ bad: Int, channel: String = "email", day: Int = 0) -> [Ticket] {
      (0..<count).map {
        Audits.ticket(
          "\(channel)-\(day)-\($0)", $0 < bad ? "It is done." : "Hello, it is done.",
          channel: channel, after: 5, day: day)
      }
    }
    let alike = Page(try html(many(40, 20) + many(40, 22, channel: "chat", day: 7))).text
    #expect(alike.contains("No channel lies apart from all replies together"))
    #expect(alike.contains("First and last week differ by no more than chance explains: 50.0%"))
    let apart = Page(try html(many(60, 50) + many(60, 4, channel: "chat", day: 7))).text
    #expect(apart.contains("'email' lies below all replies together: 16.7% against 55.0%"))
    #expect(apart.contains("More replies are without a miss: 16.7% in 2026-W10, 93.3% in 2026-W11"))
    let worse = Page(try html(many(60, 4) + many(60, 50, day: 7))).text
    #expect(worse.contains("Fewer replies are without a miss: 93.3% in 2026-W10, 16.7% in"))
  }

  @Test func `what would be right is shown in the language of the replies`() throws {
    let polish = Audits.ticket(
      "T-1", "Sprawdzam to teraz, proszę o chwilę cierpliwości.", agent: "jan")
    let english = Audits.ticket("T-2", "We are looking into this for you right now.")
    func shown(_ tickets: [Ticket]) throws -> [String] {
      let html = try html(tickets)
      let parts = html.components(separatedBy: "✓ Right would be, for one:</p>\n").dropFirst()
      let right = try #require(parts.first?.components(separatedBy: "</div>").first)
      return right.components(separatedBy: "<p lang=\"").dropFirst().map { String($0.prefix(2)) }
    }
    #expect(try shown([polish]) == ["pl"])
    #expect(try shown([english]) == ["en"])
    #expect(try shown([polish, english]) == ["pl", "en"])
    let standards = try #require(data(of: try html([polish]))["standards"] as? [[Any]])
    #expect(
      standards[1][5] as? [[String]] == [
        ["en", "Hello, it is done."], ["pl", "Dzień dobry, sprawa jest już załatwiona."],
      ])
  }

  @Test func `of languages without an example the first of the catalogue stands in`() throws {
    let greet = try #require(Audits.catalogue.standards.first { $0.id == "greet" })
    let right = RightReplies(greet, of: Audits.catalogue)
    #expect(right.replies(in: ["cs"]).map(\.language) == ["en"])
    #expect(right.replies(in: []).map(\.language) == ["en"])
    #expect(right.replies(in: ["cs", "pl", "pl"]).map(\.language) == ["pl"])
    let mail = try #require(Audits.catalogue.standards.first)
    #expect(RightReplies(mail, of: Audits.catalogue).replies(in: ["en"]).isEmpty)
  }

  @Test func `a decision says who and why once`() throws {
    let review = Review(
      key: VerdictKey(ticket: "T-1", event: 1, standard: "greet"), decision: .verdict(.missed),
      reviewer: "ewa",
      time: OffsetInstant(instant: Instant(seconds: 1_772_500_000), utcOffset: 0),
      reason: "read aloud")
    var audit = try Audits.audit(Self.few[0])
    let index = try #require(audit.verdicts.firstIndex { $0.standard == "greet" })
    audit.verdicts[index] = try #require(review.deciding(audit.verdicts[index]))
    var collector = AuditReportCollector(Audits.catalogue)
    let shown = ShownTicket(audit)
    collector.add(shown, TicketEntry(shown, source: "t.jsonl:1"))
    let verdict = audit.verdicts[index]
    #expect(verdict.message == "ewa decided: read aloud")
    #expect(
      verdict.remarks.first?.hasPrefix("decided on 2026-03-03T01:06:40Z; the auditor") == true)
    #expect(verdict.remarks.allSatisfy { !$0.contains("read aloud") && !$0.contains("ewa") })
    let junit = String(
      decoding: AuditJUnit().part(shown, at: TicketPlace(path: "t.jsonl", line: 1)), as: UTF8.self)
    #expect(junit.components(separatedBy: "read aloud").count == 2)
    #expect(junit.contains("decided on 2026-03-03T01:06:40Z; the auditor had said missed: "))
  }

  @Test func `the page shows form scores, and what is open`() throws {
    let page = Page(try html(Self.few))
    #expect(page.text.contains("form score, of 100"))
    #expect(page.text.contains("It judges the form alone"))
    // 0, 100, and 10 of the weight of 11.
    #expect(page.text.contains("Form score 63.6, of 100, over 3 replies. It judges"))
  }

  /// Two channels, of all tickets and of a sample of them.
  @Test(arguments: [false, true])
  func `shares of replies have intervals in drawing, words and table, which say what they mean`(
    isSample: Bool
  ) throws {
    var collector = AuditReportCollector(Audits.catalogue)
    var tally = AuditTally(Audits.catalogue)
    for number in 0..<12 {
      let audit = try Audits.audit(
        Audits.ticket(
          "T-\(number)", number < 4 ? "We are back soon." : "Hello, it is done.",
          channel: number % 3 == 0 ? "chat" : "email"))
      tally.add(audit)
      let shown = ShownTicket(audit)
      collector.add(shown, TicketEntry(shown, source: "t.jsonl:\(number)"))
    }
    let sample = isSample ? Sample(drawn: 12, of: 70, seed: 1, groups: 2, ofGroups: 2) : nil
    let html = AuditHTML.page(
      of: collector.report(tally, [], seed: 1, unreadable: 0, sample: sample))
    // T-0 and T-3 are chats: 2 of 4 kept, as Wilson has it; the others 6 of 8.
    let chats = try Proportion(kept: 2, of: 4).wilson(level: 0.95)
    #expect(chats.inPercent == "15.0% to 85.0%")
    let channels = try #require(
      html.range(of: "chart-channel-title").map { html[$0.upperBound...] }?
        .components(separatedBy: "</details>").first)
    #expect(
      channels.contains("chat: 50.0% of 4 (15.0% to 85.0%); email: 75.0% of 8 (40.9% to 92.9%)"))
    #expect(channels.contains("data-label=\"interval (95%)\">15.0% to 85.0%</td>"))
    for part in ["chart-channel", "chart-language", "chart-weeks"] {
      let drawing = html.components(separatedBy: "id=\"\(part)-text\"").dropFirst().first?
        .components(separatedBy: "</figure>").first
      #expect(drawing?.contains("class=\"span\"") == true, "\(part)")
    }
    let page = Page(html)
    #expect(page.text.contains("66.7% of 12 replies (95%: 39.1% to 86.2%) miss no standard"))
    #expect(page.text.contains("tells of no error of sampling, but of chance") == !isSample)
    #expect(page.text.contains("says where the share of all 70 tickets lies") == isSample)
    let standards = try #require(
      html.components(separatedBy: "<section").first { $0.contains("id=\"standards\"") })
    #expect(standards.contains("interval (95%)") == isSample)
  }

  @Test func `an audit of nothing is a page all the same`() throws {
    let page = Page(try html([]))
    #expect(page.problem == nil)
    #expect(page.text.contains("0 tickets with 0 judged replies"))
  }

  @Test func `an id without end is clamped in the list, and names are cut in tables`() throws {
    let long = String(repeating: "w", count: 700)
    let html = try html(
      (0..<3).map {
        Audits.ticket("\(long)\($0)", "It is done.", agent: "\(long)\($0)", topic: long)
      })
    let page = Page(html)
    #expect(page.problem == nil)
    let style = AuditStyle.css.description
    #expect(style.contains("bdi, .figures tbody th { overflow-wrap: anywhere; }"))
    let clamp = try #require(style.components(separatedBy: "-webkit-line-clamp").first)
    let clamped = try #require(clamp.components(separatedBy: "}").last)
    for name in [".entry h3", ".paper-list h3", ".entry .about", ".cases .small"] {
      #expect(clamped.contains(name))
    }
    // The rows of topics and agents, however the writer orders their attributes.
    let rows = html.components(separatedBy: "<th ").dropFirst().filter { $0.contains("www") }
      .compactMap { $0.components(separatedBy: "</th>").first }
    #expect(rows.count >= 4)
    #expect(rows.allSatisfy { $0.count < 200 })
  }

  @Test func `a funnel without limits explains none`() throws {
    let page = Page(try html(Self.few))
    #expect(page.text.contains("Nobody has replies enough to be compared"))
    #expect(!page.text.contains("broad line"))
  }

  @Test func `a funnel names only who stands out`() throws {
    let tickets = (0..<120).map { number in
      let isBad = number < 40
      return Audits.ticket(
        "T-\(number)", isBad ? "It is done." : "Hello, it is done.",
        agent: isBad ? "<ola>" : number < 80 ? "jan" : "ewa", after: 5)
    }
    let html = try html(tickets)
    let page = Page(html)
    #expect(page.problem == nil)
    #expect(
      page.text.contains("1 of 3 stands out, while agents as a whole differ more than chance alone")
    )
    #expect(page.elements.count { $0.attributes["class"] == "dot out" } == 1)
    #expect(page.elements.count { $0.attributes["class"] == "dot inside" } == 2)
    #expect(page.elements.contains { $0.attributes["class"] == "limit far" })
    #expect(page.text.contains("below the 99.8% limits") && page.text.contains("broad line"))
    #expect(!html.contains("<ola>"))
  }
}
