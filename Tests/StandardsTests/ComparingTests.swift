import Diagnostics
import Standards
import Testing

struct ComparingTests {
  private static let frame = """
    catalogue: {name: Desk, languages: [en]}
    calendars:
      desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-16:00}}
      long: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
      late: {time-zone: Europe/Warsaw, open: {mon-fri: 09:00-17:00}}
    channels: {email: {kind: deferred}, form: {kind: deferred}, phone: {kind: live}}
    phrases: {words: [one, two], products: [three]}
    """

  private func catalogue(_ standards: [String], frame: String = frame) throws -> Catalogue {
    let list = standards.map { "  - \($0)" }.joined(separator: "\n")
    let result = CatalogueReader.read([
      SourceText(path: "desk.yaml", "\(frame)\nstandards:\n\(list)\n")
    ])
    try #require(result.diagnostics.errorCount == 0, "\(result.diagnostics.all.map(\.message))")
    return result.catalogue
  }

  private func changes(_ old: [String], _ new: [String]) throws -> [String] {
    CatalogueDiff(from: try catalogue(old), to: try catalogue(new)).changes.map {
      "\($0.effect): \($0.name) \($0.aspect): \($0.summary)"
    }
  }

  /// A standard of one kind under the id `a`, with its parameters in braces.
  private func one(_ kind: String, _ parameters: String, _ rest: String = "") -> String {
    "{id: a, title: t\(rest), \(kind): {\(parameters)}}"
  }

  @Test func `the same catalogue has no changes`() throws {
    let standards = [one("first-response", "within: 1 h"), "{id: b, title: t, calm: {}}"]
    #expect(try changes(standards, standards) == [])
  }

  @Test(arguments: [
    ("first-response", "within: 1 h", "within: 15 min", "stronger"),
    ("first-response", "within: 15 min", "within: 1 h", "weaker"),
    ("first-response", "within: 1 h, share: 90%", "within: 1 h, share: 95%", "stronger"),
    ("first-response", "within: 1 h", "within: 1 h, share: 95%", "weaker"),
    ("first-response", "within: 1 h", "within: 1 h, never-longer-than: 4 h", "stronger"),
    ("first-response", "within: 1 h, never-longer-than: 4 h", "within: 1 h", "weaker"),
    ("first-response", "within: 1 h, over: month", "within: 1 h, over: day", "stronger"),
    ("first-response", "within: 1 h, ends-at: any-human", "within: 1 h", "stronger"),
    ("first-response", "within: 1 h, hours: desk", "within: 1 h, hours: long", "stronger"),
    ("first-response", "within: 1 h", "within: 1 h, hours: long", "weaker"),
    ("first-response", "within: 1 h, hours: desk", "within: 1 h, hours: late", "different"),
    ("update-every", "longest: 1 h", "longest: 2 h", "weaker"),
    ("resolution", "within: 1 day", "within: 1 day, paused-while: [pending]", "weaker"),
    (
      "first-contact", "share: 70%, no-contact-for: 7 days", "share: 70%, no-contact-for: 3 days",
      "weaker"
    ),
    ("calm", "shouting-at-most: 0", "shouting-at-most: 2", "weaker"),
    ("greeting", "phrases: words", "phrases: products", "different"),
    ("handover", "at-most: 2", "at-most: 1", "stronger"),
    ("handover", "at-most: 2", "at-most: 2, note-required: true", "stronger"),
    (
      "upsell", "phrases: words, products: products, at-most: 1 per ticket, unless: [asked]",
      "phrases: words, products: products, at-most: 1 per ticket", "stronger"
    ),
    (
      "upsell", "phrases: words, products: products, never-when: {topic: [outage]}",
      "phrases: words, products: products, never-when: {topic: [outage, complaint]}", "stronger"
    ),
    (
      "upsell", "phrases: words, products: products, never-when: {topic: [outage]}",
      "phrases: words, products: products, never-when: {topic: [complaint]}", "different"
    ),
  ])
  func `a parameter promises more, less or something else`(
    kind: String, old: String, new: String, effect: String
  ) throws {
    let found = try changes([one(kind, old)], [one(kind, new)])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(effect): a ") == true, "\(found)")
  }

  @Test func `a change of a limit is told with its share`() throws {
    let scope = ", applies-to: {channel: [email]}"
    #expect(
      try changes(
        [one("first-response", "within: 1 h, share: 95%", scope)],
        [one("first-response", "within: 15 min, share: 95%", scope)])
        == ["stronger: a within: email: first response within 1 h → 15 min (95%)"])
  }

  @Test(arguments: [
    ("", ", severity: critical", "stronger: a severity: t: major → critical"),
    (", severity: major", ", severity: minor", "weaker: a severity: t: major → minor"),
    ("", ", weight: 5", "different: a weight: t: weight 1 → 5"),
    ("", ", owner: team", "different: a owner: t: agent → team"),
    ("", ", waivable: false", "stronger: a waivable: t: a finding may no longer be waived"),
    ("", ", why: w, tags: [x]", "neutral: a words: t: why, tags reworded"),
    ("", ", in-force: {from: 2026-12-01}", "weaker: a in-force: t: always → from 2026-12-01"),
    (", in-force: {until: 2026-12-01}", "", "stronger: a in-force: t: until 2026-12-01 → always"),
    (
      ", in-force: {until: 2026-12-01}", ", in-force: {from: 2026-06-01}",
      "different: a in-force: t: until 2026-12-01 → from 2026-06-01"
    ),
    (
      ", applies-to: {stage: first-reply}", ", applies-to: {stage: any-reply}",
      "stronger: a stage: t: the first reply → each reply"
    ),
  ])
  func `what surrounds the requirement is told too`(old: String, new: String, told: String) throws {
    #expect(
      try changes(
        [one("greeting", "phrases: words", old)], [one("greeting", "phrases: words", new)])
        == [told])
  }

  @Test func `a scope grows and shrinks`() throws {
    let (mail, both, all) = (
      ", applies-to: {channel: [email]}", ", applies-to: {channel: [email, form]}", ""
    )
    func compare(_ old: String, _ new: String) throws -> [String] {
      try changes(
        [one("first-response", "within: 1 h", old)], [one("first-response", "within: 1 h", new)])
    }
    #expect(
      try compare(mail, both) == ["stronger: a channel: form: first response within 1 h (100%)"])
    #expect(
      try compare(both, mail)
        == ["weaker: a channel: form: no longer first response within 1 h (100%)"])
    #expect(
      try compare(mail, all) == [
        "stronger: a channel: everywhere: first response within 1 h (100%)"
      ])
    #expect(
      try compare(all, mail)
        == ["weaker: a channel: everywhere: no longer first response within 1 h (100%)"])
  }

  @Test func `a part that another standard holds is held against that one`() throws {
    let old = [
      "{id: a, title: t, applies-to: {channel: [email, form]}, first-response: {within: 1 h}}",
      "{id: all, title: t, first-response: {within: 2 h}}",
    ]
    let new = [
      "{id: a, title: t, applies-to: {channel: [email]}, first-response: {within: 1 h}}",
      "{id: all, title: t, first-response: {within: 2 h}}",
    ]
    #expect(
      try changes(old, new) == [
        "weaker: a channel: form: first response within 1 h → 2 h (100%)"
      ])
  }

  @Test func `what another standard holds only in part is lost`() throws {
    let both =
      "{id: a, title: t, applies-to: {channel: [email, form]}, first-response: {within: 1 h}}"
    let form =
      "{id: b, title: t, applies-to: {channel: [form], priority: [low]}, first-response: {within: 1 h}}"
    #expect(
      try changes([form, both], [form])
        == ["weaker: a withdrawn: email, form: no longer first response within 1 h (100%)"])
  }

  @Test func `a new standard that stands before a stronger one promises less`() throws {
    let wide = "{id: all, title: t, first-response: {within: 15 min}}"
    let slow =
      "{id: slow, title: t, applies-to: {channel: [form]}, first-response: {within: 2 h}}"
    #expect(
      try changes([wide], [slow, wide])
        == ["weaker: slow added: form: first response within 15 min → 2 h (100%)"])
    #expect(
      try changes([slow, wide], [wide])
        == ["stronger: slow withdrawn: form: first response within 2 h → 15 min (100%)"])
    #expect(
      try changes([slow, wide], [slow])
        == ["weaker: all withdrawn: everywhere: no longer first response within 15 min (100%)"])
  }

  @Test func `what got stronger does not hide what got weaker`() throws {
    let before = "{id: a, title: t, first-response: {within: 15 min, ends-at: any-human}}"
    let after = "{id: b, title: t, first-response: {within: 4 h}}"
    #expect(
      try changes([before], [after]) == [
        "stronger: b added: everywhere: first response ends-at any-human → substantive",
        "weaker: b added: everywhere: first response within 15 min → 4 h (100%)",
        "neutral: a withdrawn: everywhere: first response within 15 min (100%)",
      ])
  }

  @Test func `a standard that takes the place of another is told once`() throws {
    let before = "{id: a, title: t, first-response: {within: 1 h}}"
    let after = "{id: b, title: t, first-response: {within: 15 min}}"
    #expect(
      try changes([before], [after]) == [
        "stronger: b added: everywhere: first response within 1 h → 15 min (100%)",
        "neutral: a withdrawn: everywhere: first response within 1 h (100%)",
      ])
  }

  @Test func `the order of promises decides`() throws {
    let form =
      "{id: form, title: t, applies-to: {channel: [form]}, first-response: {within: 15 min}}"
    let low =
      "{id: low, title: t, applies-to: {priority: [low]}, first-response: {within: 2 h}}"
    #expect(
      try changes([form, low], [low, form])
        == [
          "weaker: low order: 'low' now stands before 'form': first response within 15 min → 2 h (100%)"
        ])
    let phone =
      "{id: phone, title: t, applies-to: {channel: [phone]}, first-response: {within: 2 h}}"
    #expect(try changes([form, phone], [phone, form]) == [])
  }

  @Test func `a standard that replaces another is compared with it`() throws {
    let old = "{id: old, title: t, first-response: {within: 1 h}}"
    let heir = "{id: new, title: t, replaces: old, first-response: {within: 15 min}}"
    #expect(
      try changes([old], [heir]) == [
        "neutral: new renamed: 'old' is now 'new'",
        "stronger: new within: everywhere: first response within 1 h → 15 min (100%)",
      ])
    let later =
      "{id: new, title: t, replaces: old, in-force: {from: 2026-12-01}, first-response: {within: 15 min}}"
    let ending = "{id: old, title: t, in-force: {until: 2026-11-30}, first-response: {within: 1 h}}"
    let diff = CatalogueDiff(from: try catalogue([old]), to: try catalogue([later, ending]))
    #expect(diff.changes.map(\.effect) == [.stronger, .neutral])
    #expect(diff.changes.map(\.from) == ["2026-12-01", nil])
  }

  @Test func `another kind under the same id is another standard`() throws {
    #expect(
      try changes([one("calm", "")], [one("greeting", "phrases: words")]) == [
        "weaker: a withdrawn: everywhere: no longer \"t\"", "stronger: a added: everywhere: \"t\"",
      ])
  }

  @Test(arguments: [
    ("mon-fri: 08:00-16:00}}\n  long", "mon-fri: 08:00-18:00}}\n  long", "stronger", "open"),
    ("mon-fri: 08:00-16:00}}\n  long", "mon-fri: 08:00-12:00}}\n  long", "weaker", "open"),
    ("mon-fri: 08:00-16:00}}\n  long", "mon-fri: 09:00-17:00}}\n  long", "different", "open"),
    ("mon-fri: 08:00-20:00", "mon-fri: 08:00-22:00", "neutral", "open"),
    ("16:00}}\n  long", "16:00}, holidays: PL}\n  long", "weaker", "holidays"),
    ("16:00}}\n  long", "16:00}, closed: [2026-12-24]}\n  long", "weaker", "closed"),
    (
      "16:00}}\n  long", "16:00}, also-open: {2026-12-05: 10:00-12:00}}\n  long", "stronger",
      "also-open"
    ),
    ("16:00}}\n  long", "16:00}, shift-changes: 12:00}\n  long", "neutral", "shift-changes"),
    (
      "desk: {time-zone: Europe/Warsaw", "desk: {time-zone: Europe/London", "different", "time-zone"
    ),
    ("phone: {kind: live}", "phone: {kind: live}, chat: {kind: live}", "stronger", "added"),
    (", phone: {kind: live}", "", "weaker", "withdrawn"),
    (
      "email: {kind: deferred}", "email: {kind: deferred, intake-delay: 5 min}", "weaker",
      "intake-delay"
    ),
    ("email: {kind: deferred}", "email: {kind: live}", "different", "kind"),
    ("phone: {kind: live}", "phone: {kind: live, at-once: 2}", "different", "at-once"),
    (
      "email: {kind: deferred}", "email: {kind: deferred, longest: 160 characters}", "different",
      "longest"
    ),
    ("[one, two]", "[one, two, four]", "different", "phrases"),
    ("languages: [en]", "languages: [en, pl]", "stronger", "languages"),
    ("languages: [en]", "languages: [pl]", "stronger", "languages"),
    ("name: Desk", "name: Our desk, owner: Ola", "neutral", "name"),
  ])
  func `hours, channels, lists and languages are compared`(
    written: String, now: String, effect: String, aspect: String
  ) throws {
    let standards = ["{id: a, title: t, first-response: {within: 1 h, hours: desk}}"]
    try #require(Self.frame.contains(written))
    let diff = CatalogueDiff(
      from: try catalogue(standards),
      to: try catalogue(standards, frame: Self.frame.replacing(written, with: now)))
    #expect(diff.changes.first?.aspect == aspect)
    #expect(diff.changes.first?.effect.rawValue == effect)
  }

  @Test func `topics and their words are compared`() throws {
    func topics(_ old: String, _ new: String) throws -> [String] {
      let standards = ["{id: a, title: t, calm: {}}"]
      return CatalogueDiff(
        from: try catalogue(standards, frame: "\(Self.frame)\ntopics: \(old)"),
        to: try catalogue(standards, frame: "\(Self.frame)\ntopics: \(new)")
      ).changes.map { "\($0.subject) \($0.effect): \($0.summary); \($0.reason)" }
    }
    let words = "{outage: {en: [down]}, bill: [invoice]}"
    #expect(try topics(words, words) == [])
    #expect(
      try topics(words, "{outage: {en: [down, offline]}, bill: [invoice]}") == [
        "topic different: words of the topic 'outage': 1 added, 2 now; more words are recognised, and "
          + "tickets may count as another topic's"
      ])
    #expect(
      try topics(words, "{outage: {pl: [down]}, bill: [invoice]}").first?
        .contains("1 added, 1 taken out, 1 now; other words") == true)
    #expect(
      try topics("[outage]", "{outage: [down]}").first?.contains("'outage': 1 added, 1 now") == true
    )
    #expect(try topics("[outage, bill]", "[bill, outage]") == [])
    #expect(
      try topics("[outage]", "[bill]") == [
        "topic neutral: topic 'bill' is new; what is promised for it is told at each standard",
        "topic neutral: topic 'outage' is gone; what was promised for it is told at each standard",
      ])
  }

  @Test func `lists that come and go promise nothing by themselves`() throws {
    let old = try catalogue(["{id: a, title: t, calm: {}}"])
    let new = try catalogue(
      ["{id: a, title: t, calm: {}}"],
      frame: Self.frame.replacing("products: [three]", with: "other: [three]"))
    #expect(
      CatalogueDiff(from: old, to: new).changes.map(\.summary) == [
        "phrases 'other': a new list of 1", "phrases 'products': the list is gone",
      ])
  }
}
