import Diagnostics
import ServiceTime
import SourceYAML
import Standards
import Testing

@testable import Standards

/// Examples that are logs, as they are read.
struct ExampleLogTests {
  private func read(_ examples: String, kind: String = "human: {}") -> CatalogueReader.Result {
    Catalogues.read(
      Catalogues.text(standard: "- {id: a, title: A, \(kind), examples: {\(examples)}}"))
  }

  /// The logs of a sound catalogue.
  private func logs(_ examples: String, kind: String = "human: {}") throws -> [Examples.Log] {
    let result = read(examples, kind: kind)
    try #require(result.diagnostics.all.map(\.message) == [])
    let entries = try #require(result.catalogue.standards.first).examples.entries
    return entries.compactMap { if case .log(let log) = $0.example { log } else { nil } }
  }

  private func log(_ lines: String, _ more: String = "") throws -> Examples.Log {
    try #require(
      try logs("pass: [{log: [{at: 2026-11-03 09:00, customer: Help}, \(lines)]\(more)}]").first)
  }

  @Test func `who wants no examples gets none, nor what is wrong with them`() throws {
    let text = Catalogues.text(
      standard: "- {id: a, title: A, human: {}, examples: {pass: [{log: []}]}}")
    let source = SourceText(path: "a.yaml", bytes: Array(text.utf8))
    #expect(CatalogueReader.read([source]).diagnostics.hasErrors)
    let result = CatalogueReader.read([source], examples: false)
    #expect(result.diagnostics.all.map(\.message) == [])
    #expect(try #require(result.catalogue.standards.first).examples.entries.isEmpty)
  }

  @Test(arguments: [
    ("customer: Help", Examples.Event.Kind.message(.customer, text: "Help", isAutomatic: false)),
    ("agent: Done", .message(.agent, text: "Done", isAutomatic: false)),
    ("system: Thanks", .message(.system, text: "Thanks", isAutomatic: true)),
    ("customer: Away, automatic: true", .message(.customer, text: "Away", isAutomatic: true)),
    ("agent: Away, automatic: true", .message(.agent, text: "Away", isAutomatic: true)),
    ("system: By hand, automatic: false", .message(.system, text: "By hand", isAutomatic: false)),
    ("note: '==a disk=='", .note("==a disk==")),
    ("status: pending", .status(.pending)),
    ("assign: Ola", .assign(agent: "Ola", group: nil)),
    ("group: second-line", .assign(agent: nil, group: "second-line")),
    ("group: second-line, assign: Ola", .assign(agent: "Ola", group: "second-line")),
    ("priority: urgent", .priority("urgent")),
    ("channel: chat", .channel("chat")),
    ("answered: true", .answered),
    ("abandoned: true", .abandoned),
    ("work: 4 min", .work(seconds: 240)),
    ("work: 90", .work(seconds: 90)),
    ("work: 0", .work(seconds: 0)),
    ("rating: 0, scale: nps", .rating(.nps, score: 0)),
    ("survey: csat", .survey(.csat)),
    ("rating: 4.5, scale: csat", .rating(.csat, score: 4.5)),
    ("rating: -3, scale: ces", .rating(.ces, score: -3)),
    ("merge: T-2", .merge(into: "T-2")),
  ])
  func `a line says what happened`(line: String, kind: Examples.Event.Kind) throws {
    let event = try #require(try log("{at: 09:05, \(line)}").events.last)
    #expect(event.kind == kind)
    #expect(event.by == nil)
    #expect(event.place.string.contains(line))
  }

  @Test(arguments: [
    ("agent: Done, by: Ola", "Ola"), ("note: a, by: Ola", "Ola"), ("work: 9, by: Ola", "Ola"),
    ("status: open, by: Ola", "Ola"), ("assign: Jan, by: Ola", "Ola"), ("answered: Ola", "Ola"),
    ("answered: true, by: Ola", "Ola"), ("answered: 'true'", "true"),
  ])
  func `a line says who did it`(line: String, by: String) throws {
    #expect(try log("{at: 09:05, \(line)}").events.last?.by == by)
  }

  @Test func `an example says what is expected, and what the ticket is like`() throws {
    let said = try log(
      "{at: +5 min, status: solved}",
      ", takes: 12 min, verdict: undecided, id: '4711', channel: chat, topic: outage, "
        + "priority: high, segment: business, as-of: 2026-11-04 10:00, "
        + "fields: {domain: example.pl, panel: 4, empty: ''}")
    #expect(said.takes?.value.seconds == 720)
    #expect(said.takes?.place.string == "12 min")
    #expect(said.outcome == .undecided)
    #expect(said.id == "4711")
    #expect(said.channel == "chat")
    #expect(said.topic == "outage")
    #expect(said.priority == "high")
    #expect(said.segment == "business")
    #expect(said.asOf?.value.text == "2026-11-04 10:00")
    #expect(said.fields.map(\.name) == ["domain", "panel", "empty"])
    #expect(said.fields.map(\.text) == ["example.pl", "4", ""])
    let bare = try log("{at: 09:05, status: solved}")
    #expect(bare.takes == nil && bare.asOf == nil && bare.fields.isEmpty)
    #expect(bare.id == nil && bare.channel == nil && bare.topic == nil)
    #expect(bare.priority == nil && bare.segment == nil)
  }

  @Test func `the side says what becomes of it, unless the example does`() throws {
    let line = "log: {at: 2026-11-03 09:00, customer: Help}"
    let said = try logs(
      "pass: [{\(line)}, {\(line), verdict: met}, {\(line), verdict: not-applicable}], "
        + "fail: [{\(line)}, {\(line), verdict: missed}, {\(line), verdict: undecided}]")
    #expect(
      said.map(\.outcome) == [.met, .met, .notApplicable, .missed, .missed, .undecided])
    for (side, verdict) in [("pass", "missed"), ("fail", "met"), ("fail", "not-applicable")] {
      let found = read("\(side): [{\(line), verdict: \(verdict)}]").diagnostics.all
      #expect(found.map(\.id) == ["example.side"], "\(side) \(verdict)")
    }
  }

  @Test(arguments: ["0 s", "0 min", "0 h"])
  func `no time may have counted`(written: String) throws {
    let said = try log("{at: 09:05, status: solved}", ", takes: \(written)")
    #expect(said.takes?.value.seconds == 0)
    let wait = read(
      "pass: [{asked: 2026-11-01 09:00, answered: 2026-11-01 10:00, takes: \(written)}]",
      kind: "first-response: {within: 1 h, share: 90%, hours: desk}")
    #expect(wait.diagnostics.errorCount == 0)
  }

  /// The moments of a log in Warsaw, in seconds after the first.
  private func seconds(_ written: String..., asOf: String? = nil) throws -> [Int] {
    let events = written.enumerated().map {
      "{at: \($1), \($0 == 0 ? "customer: Help" : "note: n")}"
    }
    let more = asOf.map { ", as-of: \($0)" } ?? ""
    let log = try #require(
      try logs("pass: [{log: [\(events.joined(separator: ", "))]\(more)}]").first)
    let timeline = try ExampleTimeline(
      log.events.map(\.at), asOf: log.asOf, in: ZoneTable.named("Europe/Warsaw"))
    #expect(timeline.moments.count == written.count)
    #expect((timeline.asOf == nil) == (asOf == nil))
    let all = timeline.moments + [timeline.asOf].compactMap { $0 }
    return all.map { $0.seconds - all[0].seconds }
  }

  @Test func `moments follow each other in every form`() throws {
    #expect(
      try seconds(
        "2026-11-03 09:00", "09:05", "9:05:30", "+10 min", "+1 h 30 s", "2026-11-04T08:00", "08:00",
        asOf: "+2 days")
        == [0, 300, 330, 930, 4560, 82_800, 82_800, 82_800 + 172_800])
  }

  @Test func `a time alone is on the local day of the moment before`() throws {
    // 23:30 in London is half past midnight of the next day in Warsaw.
    #expect(try seconds("2026-11-03T23:30Z", "00:40") == [0, 600])
  }

  @Test func `the skipped and the repeated hour are counted right`() throws {
    #expect(try seconds("2026-03-29 01:50", "03:05", "+1 h", "04:05") == [0, 900, 4500, 4500])
    // The first 2:50 is summer time; afterwards 2:10 can only be the second one.
    #expect(
      try seconds("2026-10-25T02:50+02:00", "02:10", "2026-10-25T02:30+01:00", "03:00")
        == [0, 1200, 2400, 4200])
    #expect(try seconds("2026-10-25 01:50", "+30 min", "+1 h") == [0, 1800, 5400])
  }

  @Test(arguments: [
    ("+10 min", true), ("09:05", true), ("2026-03-02 09:05", false), ("2026-03-02T09:05Z", false),
  ])
  func `a relative moment knows that it is one`(written: String, isRelative: Bool) throws {
    #expect(try WrittenMoment(written: written).isRelative == isRelative)
  }

  @Test(arguments: [
    "", " ", "+", "+ ", "+0 min", "+-5 min", "T", "9", "09:60", "24:00", "09:00:60", "::", "9:",
    "2026-03-02", "2026-03-02 ", "2026-03-02 09:00 CET", "2026-03-02T09:00+", "2026-03-02T25:00Z",
    "2026-02-29 10:00", "99999999999999999999:00", "+99999999999999999999 h", "+11 years",
    "2026-03-02T09:00+01:00 and more", "०९:००", "2026-03-02 ०९:००",
  ])
  func `what is no moment is refused with advice`(written: String) {
    do throws(WrittenMoment.Problem) {
      let moment = try WrittenMoment(written: written)
      Issue.record("\(moment)")
    } catch {
      #expect(!error.message.isEmpty && !error.fixIt.isEmpty)
      #expect(error.message.first?.isUppercase != true)
    }
  }

  @Test func `a log without a customer is fine where none is needed`() throws {
    let alone = "pass: [{log: {at: 2026-11-03 09:00, agent: Your server is down since 8:55.}}]"
    #expect(try logs(alone, kind: "notify: {when: incident}").count == 1)
    let call = "pass: [{log: [{at: 2026-11-03 09:00, status: new}, {at: +9 s, answered: true}]}]"
    #expect(
      read(call, kind: "pick-up: {within: 20 s, share: 80%}").diagnostics.errorCount == 0)
    let none = "pass: [{log: {at: 2026-11-03 09:00, agent: Hello}, verdict: not-applicable}]"
    let first = "first-response: {within: 4 h, share: 90%, hours: desk}"
    #expect(read(none, kind: first).diagnostics.errorCount == 0)
    let away =
      "pass: [{log: {at: 2026-11-03 09:00, customer: I am on holiday., automatic: true}}]"
    #expect(read(away, kind: first).diagnostics.all.contains { $0.id == "example.customer" })
  }

  @Test func `a faulty line does not make a second fault of what depends on it`() {
    let found = read(
      "pass: [{log: [{at: 2026-11-03 09:00, costumer: Help}, {at: 09:05, agent: Hello}]}]",
      kind: "first-response: {within: 4 h, share: 90%, hours: desk}"
    ).diagnostics.all.filter { $0.severity == .error }
    #expect(found.map(\.id) == ["key.unknown"])
  }

  @Test func `where an example stands makes no difference to what it says`() throws {
    let one = "{log: {at: 2026-11-03 09:00, customer: Help}, takes: 5 min}"
    let same = try logs("pass: [\(one), \(one)]")
    #expect(same.count == 2 && same[0] == same[1] && Set(same).count == 1)
    #expect(same[0].events[0].place != same[1].events[0].place)
    for other in [
      one.replacing("09:00", with: "09:01"), one.replacing("Help", with: "Hello"),
      one.replacing("5 min", with: "6 min"), one.replacing("customer: Help", with: "agent: Help"),
      one.replacing("customer: Help", with: "agent: Help, by: Ola"),
    ] {
      #expect(try logs("pass: [\(one), \(other)]")[1] != same[0], "\(other)")
    }
  }

  @Test func `the hours of the standard say whose clocks are meant`() throws {
    let text = """
      catalogue: {name: A, languages: [en]}
      calendars:
        home: {time-zone: Europe/London, open: 24/7}
        away: {time-zone: Asia/Tokyo, open: 24/7}
      channels: {email: {kind: deferred}}
      standards:
        - {id: away, title: A, first-response: {within: 4 h, hours: away}}
        - {id: always, title: B, next-response: {within: 4 h}}
        - {id: over, title: C, handover: {nobody-waits-longer-than: 1 h, hours: away}}
        - {id: none, title: D, human: {}}
        - {id: lost, title: E, resolution: {within: 4 h, hours: nowhere}}
      """
    let catalogue = Catalogues.read(text).catalogue
    #expect(
      catalogue.standards.map { catalogue.zone(ofExamplesOf: $0)?.identifier } == [
        "Asia/Tokyo", "Europe/London", "Asia/Tokyo", "Europe/London", nil,
      ])
  }

  @Test func `the description of the keys shows the three forms of an example`() throws {
    let pass = try #require(ExamplesReader.keys.first { $0.name == "pass" })
    guard case .list(of: .oneOf(let forms), _) = pass.shape, forms.count == 3,
      case .written("a reply", _, _, _) = forms[0], case .record(let wait, _) = forms[1],
      case .record(let log, _) = forms[2]
    else {
      Issue.record("\(pass.shape)")
      return
    }
    #expect(wait.map(\.name) == ["asked", "answered", "takes"])
    #expect(
      log.map(\.name) == [
        "log", "takes", "verdict", "id", "channel", "topic", "priority", "segment", "as-of",
        "fields",
      ])
    #expect(log.filter(\.isRequired).map(\.name) == ["log"])
    guard case .list(of: .record(let line, _), _) = log[0].shape else {
      Issue.record("\(log[0].shape)")
      return
    }
    #expect(
      line.map(\.name) == [
        "at", "customer", "agent", "system", "note", "status", "assign", "group", "priority",
        "channel", "answered", "abandoned", "work", "rating", "survey", "merge", "by", "automatic",
        "scale",
      ])
    #expect(line.filter(\.isRequired).map(\.name) == ["at"])
    #expect(
      pass.shape.example
        == "[a reply such as ==Hello== Anna, …, or {asked: …, answered: …, takes: …}, or {log: …, takes: …, verdict: …}, …]"
    )
  }
}
