import Diagnostics
import Foundation
import ServiceTime
import Standards
import Testing
import TextMatching
import Tickets

@testable import Conformance

/// Examples that are logs, as they are run.
struct ExampleLogRunTests {
  private func run(_ standard: String) throws -> ExampleRun {
    let result = CatalogueReader.read([
      SourceText(path: "desk.yaml", "\(Desk.frame)\nstandards:\n\(standard)\n")
    ])
    try #require(result.diagnostics.all.map(\.message) == [])
    return try ExampleRunner(result.catalogue, Lexicon.builtIn().lexicon).run()
  }

  /// What the failing examples of a first response on weekdays from 8 to 20 o'clock say.
  private func failures(
    _ examples: String, hours: String = "desk", more: String = ""
  ) throws -> [String] {
    let run = try run(
      "- {id: a, title: A, applies-to: {channel: [email], priority: [high]\(more)}, "
        + "first-response: {within: 15 min, hours: \(hours)}, examples: {\(examples)}}")
    #expect(run.leftOut == 0)
    return run.results.compactMap { $0.failure.map { "\($0.expected) / \($0.found)" } }
  }

  private func log(_ from: String, _ to: String, _ more: String = "") -> String {
    "{log: [{at: '\(from)', customer: Help}, {at: '\(to)', agent: It works again.}]\(more)}"
  }

  /// Expected: counted by hand on the calendar.
  @Test(arguments: [
    ("2026-03-02 09:00", "09:15", "desk", 900),
    ("2026-03-02 19:50", "2026-03-03 08:05", "desk", 900),  // over night
    ("2026-03-06 19:50:01", "2026-03-09 08:04:59", "desk", 898),  // over the weekend
    ("2026-03-07 10:00", "2026-03-08 22:00", "desk", 0),  // Saturday to Sunday
    ("2026-03-27 19:55", "2026-03-30 08:05", "desk", 600),  // clocks are put forward in between
    ("2026-03-29 01:50", "03:05", "always", 900),
    ("2026-10-25T02:50+02:00", "02:05", "always", 900),  // clocks are put back
    ("2026-10-25T02:55+02:00", "2026-10-25T02:10+01:00", "always", 900),
    ("2026-10-23 19:59:59", "+60 h 1 min 1 s", "desk", 1),  // one of these hours is repeated
  ])
  func `opening time is counted to the second`(
    from: String, to: String, hours: String, seconds: Int
  ) throws {
    #expect(
      try failures("pass: [\(log(from, to, ", takes: \(seconds) s"))]", hours: hours) == [])
    let wrong = log(from, to, ", takes: \(seconds + 1) s")
    let found = try failures("pass: [\(wrong)]", hours: hours)
    let place = hours == "desk" ? " of 'desk'" : ""
    #expect(
      found == [
        "a wait of \(TimeSpan(seconds: seconds + 1).inHours) / "
          + "\(TimeSpan(seconds: seconds).inHours)\(place)"
      ])
  }

  @Test func `one second more breaks it`() throws {
    let late = log("2026-03-02 19:50", "2026-03-03 08:05:01", ", takes: 15 min 1 s")
    #expect(try failures("fail: [\(late)]") == [])
    #expect(
      try failures("pass: [\(late)]") == [
        "it met / missed: answered after 15 min 1 s of 'desk', promised within 15 min"
      ])
  }

  @Test func `a verdict is shown at the line that decided, with the one that began`() throws {
    let run = try run(
      """
      - id: a
        title: A
        applies-to: {channel: [email]}
        first-response: {within: 15 min, hours: desk}
        examples:
          pass:
            - log:
                - {at: 2026-03-02 09:00, status: new}
                - {at: 09:01, customer: Café 👩🏽‍🔧 is down}
                - {at: 09:02, system: Thank you}
                - {at: 09:30, agent: It works again.}
                - {at: 09:31, status: solved}
            - log:
                - {at: 2026-03-02 09:00, customer: Help}
              as-of: 09:16
            - log:
                - {at: 2026-03-02 09:00, customer: Help}
              channel: chat
              takes: 3 min
      """)
    #expect(run.failures == 3)
    let failures = run.results.compactMap(\.failure)
    #expect(failures.map(\.id) == ["example.verdict", "example.verdict", "example.verdict"])
    #expect(
      failures.map(\.place.string) == [
        "{at: 09:30, agent: It works again.}", "{at: 2026-03-02 09:00, customer: Help}", "log:",
      ])
    #expect(failures.map(\.place.start.line) == [27, 30, 32])
    #expect(failures[0].notes.map { $0.place?.start.line } == [25])
    #expect(failures[1].notes.isEmpty && failures[2].notes.isEmpty)
    #expect(failures[1].found.hasPrefix("missed: nobody has answered for 16 min"))
    #expect(failures[2].found == "that the standard is not about such a ticket")
  }

  @Test func `only a person's own message ends the wait`() throws {
    let lines =
      "{at: 2026-03-02 09:00, customer: Help}, {at: 09:01, system: Thank you}, "
      + "{at: 09:02, agent: I am on holiday., automatic: true}, {at: 09:03, note: a full disk}, "
      + "{at: 09:04, status: open}, {at: 09:05, assign: Ola}, "
      + "{at: 09:20, agent: It works again., by: Ola}"
    #expect(try failures("fail: [{log: [\(lines)], takes: 20 min}]") == [])
  }

  @Test func `a wait that nothing ends lasts until the log does, or as long as it is known`() throws
  {
    let asked = "log: [{at: 2026-03-02 19:50, customer: Help}, {at: +5 min, note: n}]"
    #expect(try failures("pass: [{\(asked), takes: 5 min, verdict: undecided}]") == [])
    #expect(
      try failures("fail: [{\(asked), takes: 16 min, as-of: 2026-03-03 08:06}]") == [])
    #expect(
      try failures("pass: [{\(asked), takes: 6 min}]").first?
        .hasPrefix("it met / that only a person can tell: not answered") == true)
  }

  @Test(arguments: [
    "{at: 09:01, merge: T-2}", "{at: 09:01, status: spam}", "{at: 09:01, status: duplicate}",
  ])
  func `what is left out is not judged`(line: String) throws {
    let lines = "log: [{at: 2026-03-02 09:00, customer: Help}, \(line)]"
    #expect(try failures("pass: [{\(lines), verdict: not-applicable}]") == [])
    #expect(
      try failures("fail: [{\(lines)}]") == [
        "it missed / that such a ticket is left out: it is spam, a duplicate or merged"
      ])
  }

  @Test func `a ticket is what the example says, else what the scope says first`() throws {
    let good = "\(log("2026-03-02 09:00", "09:05"))"
    #expect(try failures("pass: [\(good)]", more: ", topic: [outage], segment: [vip]") == [])
    for (key, value) in [
      ("channel", "chat"), ("topic", "billing"), ("priority", "low"), ("segment", "new"),
    ] {
      let other = log("2026-03-02 09:00", "09:05", ", \(key): \(value)")
      let found = try failures("pass: [\(other)]", more: ", topic: [outage], segment: [vip]")
      #expect(found == ["it met / that the standard is not about such a ticket"], "\(key)")
    }
  }

  @Test func `a doubt may be what is expected`() throws {
    let lines =
      "log: [{at: 2026-03-02 09:00, customer: Help}, {at: 09:05, agent: We are looking into it.}]"
    #expect(try failures("pass: [{\(lines), verdict: undecided, takes: 5 min}]") == [])
    #expect(try failures("fail: [{\(lines), verdict: undecided}]") == [])
    #expect(
      try failures("fail: [{\(lines)}]").first?.hasPrefix("it missed / that only a person") == true)
    let clear = log("2026-03-02 09:00", "09:05", ", verdict: undecided")
    #expect(
      try failures("pass: [\(clear)]").first?
        .hasPrefix("that only a person can tell / met: answered after 5 min") == true)
  }

  @Test func `a time that no verdict counts is said so`() throws {
    let lines = "log: [{at: 2026-03-02 09:00, agent: Hello}], verdict: not-applicable"
    #expect(
      try failures("pass: [{\(lines), takes: 5 min}]") == ["a wait of 5 min / no time that counts"])
  }

  @Test func `a ticket is made of a log, event by event`() throws {
    let lines = [
      "customer: Help", "agent: Hello, by: Ola", "system: Thanks", "note: n, by: Ola",
      "status: hold, by: Ola", "assign: Jan, group: second, by: Ola", "priority: low",
      "channel: chat", "answered: Ola", "abandoned: true", "work: 4 min, by: Ola",
      "rating: 9, scale: nps", "merge: T-2",
    ].enumerated().map { "{at: \($0 == 0 ? "2026-11-03 09:00" : "+1 min"), \($1)}" }
    let text =
      "\(Desk.frame)\nstandards:\n- {id: a, title: A, applies-to: {language: cs}, human: {}, "
      + "examples: {pass: [{log: [\(lines.joined(separator: ", "))], id: '4711', "
      + "fields: {domain: example.pl}}]}}\n"
    let result = CatalogueReader.read([SourceText(path: "desk.yaml", text)])
    try #require(result.diagnostics.all.map(\.message) == [])
    let standard = result.catalogue.standards[0]
    guard case .log(let log) = standard.examples.pass[0] else { return }
    let zone = result.catalogue.zone
    let moments = try ExampleTimeline(log.events.map(\.at), in: zone).moments
    let ticket = ExampleTicket(
      log, at: moments, zone: zone, for: standard, in: result.catalogue
    ).ticket
    #expect(ticket.id == "4711")
    #expect(ticket.channel == "email")
    #expect(ticket.customer.language == "cs")
    #expect(ticket.fields == [JSONField("domain", .string("example.pl"))])
    #expect("\(ticket.events[0].at)" == "2026-11-03T09:00:00+01:00")
    #expect("\(ticket.events[12].at)" == "2026-11-03T09:12:00+01:00")
    #expect(
      ticket.events.map(\.kind) == [
        .message(Message(from: .customer, text: "Help")),
        .message(Message(from: .agent, agent: "Ola", text: "Hello")),
        .message(Message(from: .system, text: "Thanks")),
        .note(Note(agent: "Ola", text: "n")), .status(.hold),
        .assign(Assignment(agent: "Jan", group: "second")), .priority("low"), .channel("chat"),
        .answered(agent: "Ola"), .abandoned, .work(Work(agent: "Ola", seconds: 240)),
        .rating(Rating(scale: .nps, score: 9)), .merge(into: "T-2"),
      ])
    let who = [JSONField("agent", .string("Ola"))]
    #expect(
      ticket.events.map(\.fields).enumerated().filter { !$1.isEmpty }.map(\.offset) == [4, 5])
    #expect(ticket.events[4].fields == who)
  }

  @Test func `a wait for the next answer is not the first one of its ticket`() throws {
    func messages(_ kind: String) throws -> [Message.Sender] {
      let catalogue = try Desk.catalogue("{id: a, title: A, \(kind)}")
      let example = ExampleTicket(
        asked: Instant(seconds: 0), answered: Instant(seconds: 60), for: catalogue.standards[0],
        in: catalogue)
      return example.ticket.events.compactMap {
        if case .message(let message) = $0.kind { message.from } else { nil }
      }
    }
    #expect(try messages("first-response: {within: 1 h}") == [.customer, .agent])
    #expect(
      try messages("next-response: {within: 1 h}") == [.customer, .agent, .customer, .agent])
  }

  /// Ten minutes in the evening and two hours less ten in the morning, or a second more.
  @Test(arguments: [
    "next-response: {within: 2 h, hours: desk}", "acknowledge: {within: 2 h, hours: desk}",
    "update-every: {longest: 2 h, hours: desk}", "resolution: {within: 2 h, hours: desk}",
    "first-response: {within: 2 h, hours: desk}",
  ])
  func `the short form serves every kind that measures a wait`(kind: String) throws {
    let found = try run(
      "- {id: a, title: A, \(kind), examples: "
        + "{pass: [{asked: 2026-11-03 19:50, answered: 2026-11-04 09:50, takes: 2 h}], "
        + "fail: [{asked: 2026-11-03 19:50, answered: 2026-11-04 09:50:01, takes: 2 h 1 s}]}}")
    #expect(found.leftOut == 0 && found.results.count == 2)
    #expect(found.results.compactMap { $0.failure?.found } == [])
  }

  @Test func `of several waits the worst decides, and its time is the one that is named`() throws {
    let lines = """
      log: [{at: 2026-11-03 09:00, customer: Help}, {at: 09:10, agent: Which site is it?},
      {at: 10:00, customer: This one}, {at: 10:20, agent: It works again at last.},
      {at: 11:00, customer: Not quite}, {at: 11:50, agent: Now the mail works as well.},
      {at: 12:00, customer: And the form}, {at: 12:40, agent: The form is mended since noon.}]
      """.replacing("\n", with: " ")
    func found(_ side: String, within: String, takes: String) throws -> [String] {
      try run(
        "- {id: a, title: A, next-response: {within: \(within), hours: desk}, "
          + "examples: {\(side): [{\(lines), takes: \(takes)}]}}"
      ).results.compactMap { $0.failure.map { "\($0.expected) / \($0.found)" } }
    }
    for takes in ["20 min", "50 min", "40 min"] {
      #expect(try found("pass", within: "1 h", takes: takes) == [])
    }
    #expect(
      try found("pass", within: "1 h", takes: "10 min")
        == ["a wait of 10 min / 20 min and 50 min and 40 min of 'desk'"])
    #expect(try found("fail", within: "30 min", takes: "50 min") == [])
    #expect(
      try found("fail", within: "30 min", takes: "20 min")
        == ["a wait of 20 min / 50 min and 40 min of 'desk'"])
    #expect(
      try found("pass", within: "30 min", takes: "20 min").first?.hasPrefix("it met / missed: ")
        == true)
  }

  @Test func `a log has the words that tickets have`() {
    #expect(
      Examples.Event.Status.allCases.map(\.rawValue) == TicketStatus.allCases.map(\.rawValue))
    #expect(
      Examples.Event.Sender.allCases.map(\.rawValue) == Message.Sender.allCases.map(\.rawValue))
    #expect(
      Set(Survey.Scale.allCases.map(\.rawValue)) == Set(Rating.Scale.allCases.map(\.rawValue)))
    #expect(
      Set(Examples.Outcome.allCases.map(\.rawValue))
        == Set(Verdict.Outcome.allCases.map(\.rawValue)))
  }

  @Test func `logs of every kind come out as they say`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Logs/kinds.yaml")
    let text = SourceText(path: "kinds.yaml", bytes: [UInt8](try Data(contentsOf: file)))
    let result = CatalogueReader.read([text])
    #expect(result.diagnostics.errorCount == 0)
    let kinds = Set(result.catalogue.standards.map(\.requirement.key))
    #expect(
      kinds == [
        "next-response", "acknowledge", "update-every", "resolution", "first-contact", "notify",
        "handover", "routing", "intake", "human", "survey",
      ])
    for standard in result.catalogue.standards {
      #expect(standard.examples.pass.count >= 2, "\(standard.id)")
      #expect(standard.examples.fail.count >= 2, "\(standard.id)")
    }
    let run = try ExampleRunner(result.catalogue, Lexicon.builtIn().lexicon).run()
    #expect(run.diagnostics.all.filter { $0.severity == .error }.map(\.message) == [])
    let all = result.catalogue.standards.map(\.examples.entries.count).reduce(0, +)
    #expect(run.results.count == all)
    #expect(run.leftOut == 0)
  }
}
