import Diagnostics
import Foundation
import ServiceTime
import SourceYAML
import Standards
import Testing

/// Each kind with all its parameters, and with none of those that may be left out.
struct KindTests {
  private struct OtherKind: Error {}

  private func time(_ within: Int, _ share: Double, _ period: PromisePeriod, _ hours: PromiseHours)
    -> String
  { "\(within) \(share) \(period) \(hours)" }

  private func time(_ promise: TimePromise) -> String {
    time(promise.within.seconds, promise.share.fraction, promise.period, promise.hours)
  }

  @Test func `promises of an answer are read in full`() throws {
    guard case .firstResponse(let first) = try EveryKind.requirement("first-response"),
      case .nextResponse(let next) = try EveryKind.requirement("next-response")
    else { throw OtherKind() }
    #expect(time(first.time) == time(900, 0.95, .day, .calendar("desk")))
    #expect(first.neverLongerThan?.seconds == 4 * 3600)
    #expect(first.end == .anyHuman)
    #expect(time(next.time) == time(7200, 0.9, .month, .calendar("line")))
    #expect(next.neverLongerThan?.seconds == 8 * 3600)
    #expect(next.end == .anyHuman)
  }

  @Test func `the other promises of time are read in full`() throws {
    guard case .pickUp(let pickUp) = try EveryKind.requirement("pick-up"),
      case .acknowledge(let acknowledge) = try EveryKind.requirement("acknowledge"),
      case .updateEvery(let update) = try EveryKind.requirement("update-every"),
      case .resolution(let resolution) = try EveryKind.requirement("resolution")
    else { throw OtherKind() }
    #expect(time(pickUp.time) == time(20, 0.8, .day, .calendar("line")))
    #expect(time(acknowledge.time) == time(660, 0.99, .month, .calendar("desk")))
    #expect(acknowledge.content == .number)
    #expect(acknowledge.sender == .machine)
    #expect(time(update.time) == time(8 * 3600, 0.9, .month, .calendar("desk")))
    #expect(time(resolution.time) == time(16 * 3600, 0.85, .month, .calendar("desk")))
    #expect(resolution.pausedWhile == [.hold, .pending])
  }

  @Test func `what is judged on tickets is read in full`() throws {
    guard case .firstContact(let contact) = try EveryKind.requirement("first-contact"),
      case .notify(let notify) = try EveryKind.requirement("notify"),
      case .handover(let handover) = try EveryKind.requirement("handover"),
      case .routing(let routing) = try EveryKind.requirement("routing"),
      case .intake(let intake) = try EveryKind.requirement("intake"),
      case .human(let human) = try EveryKind.requirement("human"),
      case .survey(let survey) = try EveryKind.requirement("survey")
    else { throw OtherKind() }
    #expect(contact.share.fraction == 0.7)
    #expect(contact.period == .month)
    #expect(contact.noContactFor.seconds == 3 * 86_400)
    #expect(notify.event == .delay)
    #expect(notify.before == .asked)
    #expect(handover.atMost == 2)
    #expect(handover.noteRequired)
    #expect(handover.nobodyWaitsLongerThan?.seconds == 3600)
    #expect(handover.hours == .calendar("desk"))
    #expect(routing.when.topics == ["outage"])
    #expect(routing.when.priorities == ["high", "urgent"])
    #expect(routing.channels == ["phone"])
    #expect(routing.groups == ["second"])
    #expect(intake.fields == ["domain", "topic"])
    #expect(human.phrases == "words")
    #expect(survey.scale == .ces)
    #expect(survey.within.seconds == 7200)
  }

  @Test func `what a reply must have is read in full`() throws {
    guard case .greeting(let greeting) = try EveryKind.requirement("greeting"),
      case .addressByName(let address) = try EveryKind.requirement("address-by-name"),
      case .signature(let signature) = try EveryKind.requirement("signature"),
      case .closingQuestion(let closing) = try EveryKind.requirement("closing-question"),
      case .nextStep(let step) = try EveryKind.requirement("next-step"),
      case .empathy(let empathy) = try EveryKind.requirement("empathy"),
      case .language(let language) = try EveryKind.requirement("language")
    else { throw OtherKind() }
    #expect(greeting.phrases == "words")
    #expect(greeting.place == .anywhere)
    #expect(address.phrases == "words")
    #expect(address.place == .opening)
    #expect(signature.phrases == "words")
    #expect(signature.place == .anywhere)
    #expect(closing.offers == "things")
    #expect(step.unless == .solved)
    #expect(step.wants == [.who, .what, .when])
    #expect(empathy.when.topics == ["outage"])
    #expect(empathy.phrases == "words")
    #expect(language.wanted == .oneOf(["pl", "en"]))
  }

  @Test func `what a reply must not have is read in full`() throws {
    guard case .upsell(let upsell) = try EveryKind.requirement("upsell"),
      case .askedAgain(let again) = try EveryKind.requirement("asked-again"),
      case .authorise(let authorise) = try EveryKind.requirement("authorise"),
      case .brushOff(let brushOff) = try EveryKind.requirement("brush-off"),
      case .blame(let blame) = try EveryKind.requirement("blame"),
      case .vaguePromise(let vague) = try EveryKind.requirement("vague-promise")
    else { throw OtherKind() }
    #expect(upsell.phrases == "words")
    #expect(upsell.products == "things")
    #expect(upsell.neverWhen.topics == ["outage", "complaint"])
    #expect(upsell.offerWhen.topics == ["billing"])
    #expect(upsell.unless == [.asked, .fixesCause])
    #expect(upsell.atMost == .init(number: 2, per: .reply))
    #expect(upsell.notBefore == .solved)
    #expect(upsell.manner == "pushy")
    #expect(again.fields == ["domain"])
    #expect(authorise.verifiedBefore == "things")
    #expect(authorise.neverAsk == "secrets")
    #expect(brushOff.phrases == "words")
    #expect(blame.phrases == "words")
    #expect(vague.phrases == "words")
  }

  @Test func `wording is read with its words on the spot or in a list`() throws {
    guard case .wording(let wording) = try EveryKind.requirement("wording") else {
      throw OtherKind()
    }
    #expect(wording.avoid.count == 2)
    let onTheSpot: [SoughtWords.Phrase] = [
      .init(language: nil, written: "petent"), .init(language: nil, written: "klient* nasz"),
    ]
    #expect(wording.avoid.first?.words == .phrases(onTheSpot))
    #expect(wording.avoid.first?.instead?.text(in: "pl") == "imię")
    #expect(wording.avoid.first?.instead?.text(in: "en") == "the name")
    #expect(wording.avoid.last?.words == .list("pushy"))
    #expect(wording.avoid.last?.instead == nil)
    let byLanguage: [SoughtWords.Phrase] = [
      .init(language: "en", written: "invoice"), .init(language: "pl", written: "faktur*"),
    ]
    #expect(wording.require.map(\.words) == [.phrases(byLanguage)])
    #expect(wording.require.map(\.topics) == [["billing"]])
  }

  @Test func `the form of a reply is read in full`() throws {
    guard case .calm(let calm) = try EveryKind.requirement("calm"),
      case .length(let length) = try EveryKind.requirement("length"),
      case .readability(let readability) = try EveryKind.requirement("readability"),
      case .spelling(let spelling) = try EveryKind.requirement("spelling")
    else { throw OtherKind() }
    #expect(calm.shoutingAtMost == 0)
    #expect(calm.exclamationMarksAtMost == 3)
    #expect(length.atLeast == .init(20, .words))
    #expect(length.atMost == .init(280, .characters))
    #expect(readability.wordsPerSentenceAtMost == 18)
    #expect(readability.fogAtMost == 12)
    #expect(spelling.dictionaries == ["pl_PL", "en_GB"])
    #expect(spelling.ignore == "things")
  }

  @Test(arguments: [
    "length: {at-least: 20 words, at-most: 3 sentences}",
    "length: {at-least: 20 words, at-most: 20 words}",
    "first-response: {within: 1 h, never-longer-than: 1 h}",
  ])
  func `bounds that leave something between them are fine`(requirement: String) {
    let text = Catalogues.text(standard: "- {id: a, title: A, \(requirement)}")
    #expect(Catalogues.read(text).diagnostics.all.map(\.message) == [])
  }

  @Test func `a checklist is read with its questions in every language`() throws {
    guard case .checklist(let checklist) = try EveryKind.requirement("checklist") else {
      throw OtherKind()
    }
    #expect(checklist.questions.map(\.id) == ["listened", "more"])
    #expect(checklist.questions.map { $0.ask.text(in: "pl") } == ["Słuchał?", "More than had to?"])
    #expect(checklist.questions.map(\.weight) == [3, 1])
    #expect(checklist.questions.map(\.scale) == [.fiveSteps, .yesNo])
    #expect(checklist.questions.map(\.isCritical) == [true, false])
  }

  @Test func `an incident is told before the customer asks, unless it says else`() throws {
    let standards = try EveryKind.standards([("notify", "{when: incident}")])
    guard case .notify(let notify)? = standards.first?.requirement else { throw OtherKind() }
    #expect(notify.event == .incident)
    #expect(notify.before == .asked)
  }
}

/// The parameters in words: what reports, the handbook and `diff` show.
struct ParameterTests {
  private func words(_ requirements: [(key: String, yaml: String)]) throws -> [String] {
    try EveryKind.standards(requirements).map { standard in
      let values = standard.requirement.kind.parameters.map { "\($0.key)=\($0.value)" }
      return "\(standard.id): \(values.joined(separator: " | "))"
    }
  }

  @Test func `every parameter is there in words, in the order of the card`() throws {
    #expect(
      try words(EveryKind.full) == [
        "first-response: within=15 min | share=95% | over=day | hours=desk | on-change=carry | never-longer-than=4 h | ends-at=any-human",
        "next-response: within=2 h | share=90% | over=month | hours=line | on-change=carry | never-longer-than=8 h | ends-at=any-human",
        "pick-up: within=20 s | share=80% | over=day | hours=line | on-change=carry",
        "acknowledge: within=11 min | share=99% | over=month | hours=desk | on-change=carry | with=number | by=machine",
        "update-every: longest=8 h | share=90% | over=month | hours=desk | on-change=carry",
        "resolution: within=16 h | share=85% | over=month | hours=desk | on-change=carry | paused-while=hold, pending",
        "first-contact: share=70% | over=month | no-contact-for=3 days",
        "notify: when=delay | before=asked",
        "handover: at-most=2 | note-required=true | nobody-waits-longer-than=1 h | hours=desk",
        "routing: when=topic outage; priority high, urgent | channel=phone | group=second",
        "intake: fields=domain, topic", "greeting: phrases=words | where=anywhere",
        "address-by-name: phrases=words | where=opening",
        "signature: phrases=words | where=anywhere",
        "closing-question: phrases=words | offers=things",
        "next-step: phrases=words | unless=solved | wants=who, what, when",
        "vague-promise: phrases=words",
        "upsell: phrases=words | products=things | never-when=topic outage, complaint | offer-when=topic billing | unless=asked, fixes-cause | at-most=2 per reply | not-before=solved | manner=pushy",
        "asked-again: fields=domain", "authorise: verified-before=things | never-ask=secrets",
        "wording: avoid='petent', 'klient* nasz' (instead: the name); pushy | require='invoice', 'faktur*' (topic billing)",
        "empathy: when=topic outage | phrases=words", "brush-off: phrases=words",
        "blame: phrases=words", "calm: shouting-at-most=0 | exclamation-marks-at-most=3",
        "language: one-of=pl, en", "length: at-least=20 words | at-most=280 characters",
        "readability: words-per-sentence-at-most=18 | fog-at-most=12",
        "spelling: dictionaries=pl_PL, en_GB | ignore=things", "human: phrases=words",
        "survey: scale=ces | within=2 h",
        "checklist: questions=listened: Did they listen? (1-5, weight 3, critical); more: More than had to? (yes-no, weight 1, not critical)",
      ])
  }

  @Test func `what is left out shows its default`() throws {
    #expect(
      try words(EveryKind.least) == [
        "first-response: within=4 h | share=100% | over=week | hours=always | on-change=carry | ends-at=substantive",
        "next-response: within=4 h | share=100% | over=week | hours=always | on-change=carry | ends-at=substantive",
        "pick-up: within=20 s | share=100% | over=week | hours=always | on-change=carry",
        "acknowledge: within=1 h | share=100% | over=week | hours=always | on-change=carry | by=machine or human",
        "update-every: longest=8 h | share=100% | over=week | hours=always | on-change=carry",
        "resolution: within=16 h | share=100% | over=week | hours=always | on-change=carry | paused-while=no state",
        "first-contact: share=100% | over=week | no-contact-for=7 days",
        "notify: when=delay | before=promised-time", "handover: at-most=0 | note-required=false",
        "routing: group=second", "intake: fields=domain",
        "greeting: phrases=words | where=opening", "address-by-name: where=anywhere",
        "signature: where=closing", "closing-question: phrases=words", "next-step: phrases=words",
        "vague-promise: phrases=words",
        "upsell: phrases=words | products=things | not-before=solved",
        "asked-again: fields=all", "authorise: never-ask=secrets", "wording: avoid=pushy",
        "empathy: ", "brush-off: ", "blame: ",
        "calm: shouting-at-most=2 | exclamation-marks-at-most=1", "language: same-as=customer",
        "length: at-most=120 words", "readability: fog-at-most=12",
        "spelling: dictionaries=by language", "human: ", "survey: scale=nps | within=1 day",
        "checklist: questions=listened: Did they listen? (yes-no, weight 1)",
      ])
  }

  @Test func `the words name keys of the card, each once and in its order`() throws {
    for standard in try EveryKind.standards(EveryKind.full) {
      let kind = standard.requirement.kind
      let keys = kind.card.keys.map(\.name)
      let named = kind.parameters.map(\.key)
      #expect(named.count == Set(named).count)
      #expect(keys.filter { named.contains($0) } == named, "\(standard.id)")
      // Keys that exclude one another cannot all be there.
      if standard.id != "language" { #expect(named == keys, "\(standard.id)") }
    }
  }
}

/// Values that are not what a key asks for.
struct HostileValueTests {
  private static let values = [
    "[]", "{}", "~", "''", "[[]]", "[{}]", "{a: b}", "[a, a]", "no", "1e3", "0o17", "08:00", "-1",
    "99999999999999999999", "nan", "inf%", "0%", "-5%", "0 min", "1e30 h", "-3 min", "*x", "🧨",
    "2026-02-30", "2026-01-01T00:00Z", "9999-12-31", "'\\'", "/(/", "'*'",
  ]

  @Test func `whatever stands in a key, each complaint has a place and says what would be right`() {
    for card in KindReader.all.map({ $0.card }) {
      for key in card.keys + [KeyDescription("unknown", "", .text)] {
        for value in Self.values {
          check("\(card.key): {\(key.name): \(value)}")
        }
      }
      for value in Self.values { check("\(card.key): \(value)") }
    }
    for value in Self.values {
      check("in-force: \(value), calm: {}")
      check("in-force: {from: \(value), until: \(value)}, calm: {}")
      check("replaces: \(value), calm: {}")
    }
  }

  private func check(_ parts: String) {
    let text = """
      catalogue: {name: Desk, languages: [en]}
      phrases: {words: [hello]}
      standards: [{id: a, title: A, \(parts)}]
      """
    for found in Catalogues.read(text).diagnostics.all {
      #expect(found.place != nil, "\(parts): \(found.message)")
      #expect(found.fixIt != nil, "\(parts): \(found.message)")
      #expect(found.message.count < 300, "\(parts): \(found.message)")
    }
  }

  @Test func `a time on a calendar is told in hours, since a day there has fewer`() throws {
    let onCalendar = try EveryKind.standards([("resolution", "{within: 48 h, hours: desk}")])
    let always = try EveryKind.standards([("resolution", "{within: 48 h}")])
    #expect(onCalendar.first?.requirement.kind.parameters.first?.value == "48 h")
    #expect(always.first?.requirement.kind.parameters.first?.value == "2 days")
  }
}

/// The kinds as the reader, the model and the files know them.
struct KindListTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Standards/Model/Kinds")

  /// `first-response` as a case of an enumeration: `firstResponse`.
  private func camelCase(_ key: String) -> String {
    let words = key.split(separator: "-")
    return words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined()
  }

  @Test func `the list of kinds, the cases of Requirement and the files agree`() throws {
    let keys = KindReader.all.map { $0.card.key }
    #expect(keys.count == Set(keys).count)
    let standards = try EveryKind.standards(EveryKind.full)
    #expect(standards.map(\.requirement.key) == keys)
    let cases = standards.map { Mirror(reflecting: $0.requirement).children.first?.label }
    #expect(cases == keys.map { camelCase($0) })
    let types = standards.map { "\(type(of: $0.requirement.kind)).swift" }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(types.sorted() == files.filter { $0.hasSuffix(".swift") }.sorted())
  }

  @Test func `every key and every kind says what it is for`() {
    for card in KindReader.all.map({ $0.card }) {
      #expect(card.summary.hasSuffix("."), "\(card.key)")
      #expect(card.keys.map(\.name).count == Set(card.keys.map(\.name)).count)
      for key in card.keys {
        #expect(key.summary.count >= 10, "\(card.key): \(key.name)")
        #expect(!key.summary.hasSuffix("."), "\(card.key): \(key.name)")
      }
    }
  }

  @Test func `every kind that needs nothing accepts empty braces`() throws {
    for card in KindReader.all.map({ $0.card }) where card.standsAlone {
      let least = EveryKind.least.first { $0.key == card.key }
      // Some need one of several keys, of which none is needed by itself.
      if least?.yaml == "{}" {
        #expect(try EveryKind.standards([(card.key, "{}")]).count == 1)
      }
    }
  }

  @Test func `times and tickets belong to the team, words and questions to the agent`() throws {
    let team = try EveryKind.standards(EveryKind.least).filter { $0.owner == .team }.map(\.id)
    #expect(
      team == [
        "first-response", "next-response", "pick-up", "acknowledge", "update-every", "resolution",
        "first-contact", "notify", "handover", "routing", "intake", "human", "survey",
      ])
  }
}
