import Diagnostics
import ServiceTime
import Standards
import Testing

struct CatalogueReaderTests {
  private func standard(_ yaml: String) throws -> Standard {
    let result = Catalogues.read(Catalogues.text(standard: yaml))
    #expect(result.diagnostics.all.map(\.message) == [])
    return try #require(result.catalogue.standards.first)
  }

  @Test func `everything before the standards is read`() throws {
    let result = Catalogues.read(
      Catalogues.text(standard: "- {id: a, title: A, greeting: {phrases: words}}"))
    let catalogue = result.catalogue
    #expect(result.diagnostics.isEmpty)
    #expect(catalogue.name == "Test desk")
    #expect(catalogue.version == "2026-11")
    #expect(catalogue.languages == ["pl", "cs", "en"])
    #expect(catalogue.owner == "Ola")
    let email = try #require(catalogue.channel(named: "email"))
    #expect(email.kind == .deferred)
    #expect(email.intakeDelay?.seconds == 600)
    #expect(email.atOnce == 1)
    #expect(catalogue.channel(named: "chat")?.atOnce == 3)
    #expect(
      catalogue.phraseList(named: "words")?.phrases.map(\.written) == ["hello", "szanown* pan*"])
    #expect(catalogue.phraseList(named: "words")?.phrases.map(\.language) == ["en", "pl"])
    #expect(catalogue.phraseList(named: "things")?.phrases.map(\.language) == [nil])
    let desk = try #require(catalogue.calendar(named: "desk"))
    // Monday, 2 March 2026, 00:00 to 24:00 in Warsaw.
    let monday = Instant(seconds: 1_772_406_000)
    #expect(
      desk.hours.elapsed(from: monday, to: Instant(seconds: monday.seconds + 86_400)) == 12 * 3600)
  }

  @Test func `a promise of time has all its parts`() throws {
    let standard = try standard(
      """
      - id: quarter
        title: {pl: Kwadrans, en: A quarter}
        why: They wait.
        source: Charter
        applies-to: {channel: [email], topic: outage, priority: [high, urgent], segment: business, language: pl, stage: ticket}
        first-response: {within: 1 h 30 min, share: 97.5%, over: day, never-longer-than: 4 h, hours: desk, ends-at: any-human}
        weight: 10
        severity: critical
        owner: agent
        waivable: false
        tags: [speed]
        examples:
          pass: [{asked: 2026-03-02 09:00, answered: 2026-03-02 09:12, takes: 12 min}]
      """)
    #expect(standard.title.text(in: "pl") == "Kwadrans")
    #expect(standard.title.text(in: "cs") == "A quarter")
    #expect(standard.why?.text(in: "cs") == "They wait.")
    #expect(standard.source == "Charter")
    #expect(standard.scope.channels == ["email"])
    #expect(standard.scope.topics == ["outage"])
    #expect(standard.scope.priorities == ["high", "urgent"])
    #expect(standard.scope.segments == ["business"])
    #expect(standard.scope.languages == ["pl"])
    #expect(standard.scope.stage == .ticket)
    #expect(standard.weight == 10)
    #expect(standard.severity == .critical)
    #expect(standard.owner == .agent)
    #expect(!standard.isWaivable)
    #expect(standard.tags == ["speed"])
    guard case .firstResponse(let promise) = standard.requirement else {
      Issue.record("not a first response")
      return
    }
    #expect(promise.within.seconds == 5400)
    #expect(promise.share.fraction == 0.975)
    #expect(promise.period == .day)
    #expect(promise.neverLongerThan?.seconds == 4 * 3600)
    #expect(promise.hours == .calendar("desk"))
    #expect(promise.end == .anyHuman)
    guard case .wait(let wait) = standard.examples.pass.first else {
      Issue.record("no wait")
      return
    }
    #expect(standard.examples.pass.count == 1)
    #expect(wait.asked.value.text == "2026-03-02 09:00")
    #expect(wait.answered.value.text == "2026-03-02 09:12")
    #expect(wait.takes.seconds == 720)
  }

  @Test func `what is left out has the default that the documentation names`() throws {
    let time = try standard("- {id: a, title: A, first-response: {within: 4 h}}")
    #expect(time.owner == .team)
    #expect(time.severity == .major)
    #expect(time.weight == 1)
    #expect(time.isWaivable)
    #expect(time.scope == Scope())
    guard case .firstResponse(let promise) = time.requirement else {
      Issue.record("not a first response")
      return
    }
    #expect(promise.share == .all)
    #expect(promise.period == .week)
    #expect(promise.hours == .always)
    #expect(promise.end == .substantive)
    #expect(promise.neverLongerThan == nil)
    #expect(try standard("- {id: a, title: A, greeting: {phrases: words}}").owner == .agent)
  }

  @Test func `each kind of words is read`() throws {
    let closing = try standard(
      "- {id: a, title: A, closing-question: {phrases: words, offers: things}}")
    guard case .closingQuestion(let question) = closing.requirement else {
      Issue.record("not a closing question")
      return
    }
    #expect(question.phrases == "words")
    #expect(question.offers == "things")
    let next = try standard("- {id: a, title: A, next-step: {phrases: words, unless: solved}}")
    guard case .nextStep(let step) = next.requirement else {
      Issue.record("not a next step")
      return
    }
    #expect(step.unless == .solved)
    let sale = try standard(
      "- {id: a, title: A, upsell: {phrases: words, products: things, never-when: {topic: [outage]}, "
        + "unless: [asked, fixes-cause], at-most: 2 per reply}}")
    guard case .upsell(let upsell) = sale.requirement else {
      Issue.record("not an upsell")
      return
    }
    #expect(upsell.neverWhen.topics == ["outage"])
    #expect(upsell.unless == [.asked, .fixesCause])
    #expect(upsell.atMost == .init(number: 2, per: .reply))
    let vague = try standard("- {id: a, title: A, vague-promise: {phrases: words}}")
    #expect(vague.requirement.key == "vague-promise")
    let pickUp = try standard("- {id: a, title: A, pick-up: {within: 20 s, share: 80%}}")
    #expect(pickUp.requirement.key == "pick-up")
  }

  @Test func `files are read together, in whatever order names are defined`() {
    let standards = """
      standards:
        - {id: a, title: A, first-response: {within: 4 h, hours: desk}}
      """
    let rest = """
      catalogue: {name: Desk, languages: [en]}
      calendars:
        desk: {time-zone: Europe/Prague, open: 24/7}
      """
    let result = Catalogues.read(standards, rest)
    #expect(result.diagnostics.isEmpty)
    #expect(result.catalogue.standards.map(\.id) == ["a"])
  }

  @Test func `all problems of all files are reported`() {
    let first = """
      catalogue: {name: Desk, languages: [en], nmae: x}
      channels: {email: {kind: defered}}
      """
    let second = "standards: [{id: a, title: A, first-response: {within: soon, share: 2}}]"
    let third = "catalogue: {name: Other, languages: [en]}"
    let found = Catalogues.read(first, second, third).diagnostics.sorted
    let places = found.map { "\($0.place?.text.path ?? "") \($0.id)" }
    #expect(
      places == [
        "0.yaml key.unknown", "0.yaml value.choice", "1.yaml time.no-number",
        "1.yaml share.unreadable", "2.yaml catalogue.duplicate",
      ])
  }

  @Test(arguments: ["2 days", "1 week"])
  func `days on a calendar are counted as open hours, with a warning`(time: String) throws {
    let text = Catalogues.text(
      standard: "- {id: a, title: A, first-response: {within: \(time), hours: desk}}")
    let found = Catalogues.read(text).diagnostics
    #expect(found.all.map(\.id) == ["time.days"])
    #expect(!found.hasErrors)
    let always = Catalogues.text(
      standard: "- {id: a, title: A, first-response: {within: \(time), hours: always}}")
    #expect(Catalogues.read(always).diagnostics.isEmpty)
  }

  /// What readers of YAML 1.1 or 1.2 take for a boolean, a time, a number, nothing or a date.
  private static let guessed = [
    "no", "off", "08:00", "1e3", "0o17", "~", "2026-11-01", "ne", "null", "1_000", ".5",
  ]

  @Test(arguments: guessed)
  func `plain text is what the author wrote, never guessed`(written: String) throws {
    let text = """
      catalogue: {name: \(written), version: \(written), owner: \(written), languages: [en]}
      topics: [\(written)]
      phrases: {words: [\(written)], more: {en: \(written)}}
      standards:
        - id: a
          title: \(written)
          why: {en: \(written)}
          source: \(written)
          applies-to: {topic: \(written), priority: \(written), segment: [\(written)]}
          replaces: \(written)
          tags: [\(written)]
          checklist:
            questions:
              - {id: q, ask: \(written)}
              - {id: r, ask: {en: \(written)}}
        - id: b
          title: B
          calm: {}
          examples: {pass: [\(written)]}
        - id: c
          title: C
          intake: {fields: \(written)}
          examples:
            pass: {fields: {\(written): \(written)}, log: {at: 2026-03-02 09:00, customer: \(written)}}
      """
    let result = Catalogues.read(text)
    #expect(result.diagnostics.all.map(\.message) == [])
    let catalogue = result.catalogue
    #expect([catalogue.name, catalogue.version, catalogue.owner] == [written, written, written])
    #expect(catalogue.topics == [written])
    #expect(catalogue.phraseLists.flatMap { $0.phrases.map(\.written) } == [written, written])
    let standard = try #require(catalogue.standards.first)
    #expect(standard.title.text() == written)
    #expect(standard.why?.text(in: "en") == written)
    #expect([standard.source, standard.replaces] == [written, written])
    #expect(standard.tags == [written])
    #expect(standard.scope.topics == [written])
    #expect(standard.scope.priorities == [written])
    #expect(standard.scope.segments == [written])
    guard case .checklist(let checklist) = standard.requirement else {
      Issue.record("no checklist")
      return
    }
    #expect(checklist.questions.map { $0.ask.text(in: "en") } == [written, written])
    #expect(catalogue.standards[1].examples.pass == [.reply(written)])
    guard case .log(let log)? = catalogue.standards[2].examples.pass.first else {
      Issue.record("no log")
      return
    }
    #expect(log.fields.map { [$0.name, $0.text] } == [[written, written]])
  }

  @Test(arguments: [
    ("title:", "value.missing"), ("why: ", "value.missing"), ("weight: ~", "value.missing"),
    ("waivable: ~", "value.missing"), ("waivable: no", "value.boolean"),
    ("waivable: off", "value.boolean"), ("weight: 1e3", "value.number"),
    ("weight: 0o17", "value.number"), ("severity: ~", "value.missing"),
    ("in-force: {from: ~}", "in-force.date"), ("in-force: ~", "value.missing"),
    ("applies-to: ~", "value.missing"), ("id: 08:00", "id.unreadable"), ("id: ~", "id.unreadable"),
    ("examples: ~", "value.missing"), ("owner: null", "value.choice"),
  ])
  func `where no text is asked for, nothing but the value is taken`(line: String, id: String) {
    let key = line.prefix { $0 != ":" }
    let rest = ["id: a", "title: A", "calm: {}"].filter { !$0.hasPrefix("\(key):") }
    let text =
      "catalogue: {name: Desk, languages: [en]}\nstandards:\n  - \(line)\n"
      + rest.map { "    \($0)\n" }.joined()
    #expect(Catalogues.read(text).diagnostics.all.map(\.id) == [id])
  }

  @Test func `an anchor lets two standards share a scope`() throws {
    let result = Catalogues.read(
      Catalogues.text(
        standard: """
          - {id: a, title: A, applies-to: &mail {channel: [email]}, greeting: {phrases: words}}
          - {id: b, title: B, applies-to: *mail, greeting: {phrases: words}}
          """))
    #expect(result.diagnostics.isEmpty)
    #expect(result.catalogue.standards.last?.scope.channels == ["email"])
  }

  @Test func `exceptions to the week are read`() throws {
    let text = """
      catalogue: {name: Desk, languages: [pl]}
      calendars:
        desk:
          time-zone: Europe/Warsaw
          open: {mon-fri: [08:00-12:00, 13:00-17:00]}
          holidays: PL
          closed: [2026-03-03]
          also-open: {2026-03-07: 10:00-12:00}
      """
    let result = Catalogues.read(text)
    #expect(result.diagnostics.isEmpty)
    let hours = try #require(result.catalogue.calendar(named: "desk")).hours
    // Monday, 2 March 2026, 00:00 in Warsaw; a day without a change of clocks follows the other.
    func open(day: Int) -> Int {
      let start = 1_772_406_000 + day * 86_400
      return hours.elapsed(from: Instant(seconds: start), to: Instant(seconds: start + 86_400))
        / 3600
    }
    #expect((0..<7).map { open(day: $0) } == [8, 0, 8, 8, 8, 2, 0])
    // 11 November 2026, a Wednesday, is a public holiday in Poland.
    let holiday = 1_794_351_600
    #expect(
      hours.elapsed(from: Instant(seconds: holiday), to: Instant(seconds: holiday + 86_400)) == 0)
  }

  @Test func `shift changes are read, and may be left out`() throws {
    let text = """
      catalogue: {name: Desk, languages: [pl]}
      calendars:
        desk: {time-zone: Europe/Warsaw, open: {mon-fri: 06:00-22:00}, shift-changes: [22:00, 14:00]}
        night: {time-zone: Europe/Warsaw, open: 24/7, shift-changes: 6:00}
        plain: {time-zone: Europe/Warsaw, open: {mon-fri: 06:00-22:00}}
      """
    let result = Catalogues.read(text)
    #expect(result.diagnostics.isEmpty)
    let calendars = result.catalogue.calendars
    #expect(calendars.map(\.shiftChanges.times) == [[50_400, 79_200], [21_600], nil])
    #expect(calendars.map(\.shiftChanges.hours) == calendars.map(\.hours))
  }
}
