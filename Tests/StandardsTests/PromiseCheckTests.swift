import Diagnostics
import Standards
import Testing

/// What is wrong between standards rather than within one.
struct PromiseCheckTests {
  private func found(_ standards: String...) -> [String] {
    let list = standards.map { "- {\($0)}" }.joined(separator: "\n")
    return Catalogues.read(Catalogues.text(standard: list)).diagnostics.all.map(\.id)
  }

  private let wide = "id: a, title: A, first-response: {within: 1 h}"

  @Test func `a narrow promise behind a wide one is never reached`() {
    let narrow = "id: b, title: B, applies-to: {priority: high}, first-response: {within: 30 min}"
    #expect(found(wide, narrow) == ["promise.unreachable"])
    #expect(found(narrow, wide) == [])
  }

  @Test func `two promises to the same tickets are one too many`() {
    let same = "id: b, title: B, first-response: {within: 2 h}"
    #expect(found(wide, same) == ["promise.twice"])
  }

  @Test func `promises of different kinds or for different tickets stand side by side`() {
    let next = "id: b, title: B, next-response: {within: 1 h}"
    #expect(found(wide, next) == [])
    let email =
      "id: a, title: A, applies-to: {channel: [email], topic: x}, first-response: {within: 1 h}"
    let other =
      "id: b, title: B, applies-to: {channel: [email, chat], topic: x}, first-response: {within: 1 h}"
    #expect(found(email, other) == [])
    let anyTopic = "id: b, title: B, applies-to: {channel: email}, first-response: {within: 1 h}"
    #expect(found(email, anyTopic) == [])
    for field in ["priority", "segment", "topic", "language"] {
      let one = "id: a, title: A, applies-to: {\(field): pl}, first-response: {within: 1 h}"
      let other = "id: b, title: B, applies-to: {\(field): en}, first-response: {within: 1 h}"
      #expect(found(one, other) == [], "\(field)")
    }
  }

  @Test func `two standards of words may ask for the same`() {
    let greet = "title: A, greeting: {phrases: words}"
    #expect(found("id: a, \(greet)", "id: b, \(greet)") == [])
  }

  @Test func `a promise is hidden only while the one before it is in force`() {
    let until = "id: a, title: A, in-force: {until: 2026-11-30}, first-response: {within: 1 h}"
    let sooner = "id: b, title: B, in-force: {until: 2026-11-01}, first-response: {within: 1 h}"
    let later = "id: b, title: B, in-force: {until: 2026-12-01}, first-response: {within: 1 h}"
    #expect(found(until, sooner) == ["promise.twice"])
    #expect(found(until, later) == [])
    #expect(found(until, until.replacing("id: a", with: "id: b")) == ["promise.twice"])
    let from = "id: a, title: A, in-force: {from: 2026-11-30}, first-response: {within: 1 h}"
    #expect(found(from, from.replacing("id: a", with: "id: b")) == ["promise.twice"])
    #expect(found(from, wide.replacing("id: a", with: "id: b")) == [])
  }

  @Test(arguments: [("9 min", ["promise.intake-delay"]), ("10 min", [])])
  func `a message that is not seen yet cannot be answered`(within: String, ids: [String]) {
    for kind in ["first-response", "next-response", "acknowledge"] {
      #expect(found("id: a, title: A, \(kind): {within: \(within)}") == ids)
      #expect(
        found("id: a, title: A, applies-to: {channel: chat}, \(kind): {within: \(within)}") == [])
    }
    #expect(found("id: a, title: A, update-every: {longest: 1 min}") == [])
  }

  @Test func `nobody picks up a letter`() {
    let pickUp = "title: A, pick-up: {within: 20 s}"
    #expect(found("id: a, applies-to: {channel: email}, \(pickUp)") == ["promise.not-live"])
    #expect(found("id: a, applies-to: {channel: [email, chat]}, \(pickUp)") == [])
    #expect(found("id: a, \(pickUp)") == [])
  }

  @Test func `topics need not be listed, but one that is not among the listed is an error`() {
    let standard = "- {id: a, title: A, applies-to: {topic: outrage}, greeting: {phrases: words}}"
    #expect(Catalogues.read(Catalogues.text(standard: standard)).diagnostics.isEmpty)
    let listed = Catalogues.read(
      Catalogues.text(standard: standard, more: "topics: [outage, billing]"))
    #expect(listed.diagnostics.all.map(\.id) == ["name.unknown"])
    #expect(listed.diagnostics.all.first?.fixIt == "did you mean 'outage'?")
    #expect(listed.catalogue.topics == ["outage", "billing"])
  }
}

/// Warnings on what is probably not meant.
struct AdviceTests {
  private func advice(_ standards: String..., frame: String? = nil) -> [String] {
    let list = standards.map { "- {\($0)}" }.joined(separator: "\n")
    let base = """
      catalogue: {name: Desk, languages: [pl, en]}
      channels:
        email: {kind: deferred}
      """
    let lines = list.split(separator: "\n").map { "  \($0)\n" }.joined()
    let result = Catalogues.read("\(frame ?? base)\nstandards:\n\(lines)")
    #expect(result.diagnostics.all.map(\.message) == [])
    let advice = CatalogueAdvice.on(result.catalogue)
    #expect(!advice.hasErrors)
    #expect(advice.all.allSatisfy { $0.place != nil && $0.fixIt != nil })
    return advice.all.map(\.id)
  }

  private let promise = "id: a, title: A, first-response: {within: 1 h, share: 95%}"

  @Test func `a promise that can be kept needs no advice`() {
    #expect(advice(promise) == [])
  }

  @Test(arguments: ["first-response: {within: 1 h}", "first-response: {within: 1 h, share: 100%}"])
  func `a share of all is a promise to break`(requirement: String) {
    #expect(advice("id: a, title: A, \(requirement)") == ["share.all"])
  }

  @Test(arguments: [
    "Every e-mail is answered", "Na każdy list odpowiadamy", "Vždy odpovíme", "We ALWAYS answer",
  ])
  func `a title that says every needs a bound for the rest`(title: String) {
    #expect(
      advice("id: a, title: \(title), first-response: {within: 1 h, share: 95%}") == ["title.every"]
    )
    let bounded = "first-response: {within: 1 h, share: 95%, never-longer-than: 4 h}"
    #expect(advice("id: a, title: \(title), \(bounded)") == [])
  }

  @Test func `the shipped catalogue needs no advice`() throws {
    #expect(CatalogueAdvice.on(try Catalogues.shipped().catalogue).all.map(\.message) == [])
  }

  @Test func `a title is not blamed for a bound that its kind does not have`() {
    let pickUp = "id: a, title: Four of five always, pick-up: {within: 20 s, share: 80%}"
    let live = """
      catalogue: {name: Desk, languages: [en]}
      channels:
        phone: {kind: live}
      """
    #expect(advice(pickUp, frame: live) == [])
    let every = "id: a, title: Every call, pick-up: {within: 20 s, share: 80%}"
    #expect(advice(every, frame: live) == ["title.every"])
    #expect(advice(every.replacing("Every call", with: "80% of all calls"), frame: live) == [])
    let news = "id: n, title: News every four hours, update-every: {longest: 4 h, share: 90%}"
    #expect(advice(promise, news) == [])
    // What is not a time may be said of everybody.
    #expect(advice(promise, "id: s, title: Always calm, calm: {}") == [])
  }

  @Test func `a word that only contains every is none`() {
    #expect(advice("id: a, title: Everyday mail, first-response: {within: 1 h, share: 95%}") == [])
  }

  @Test func `a channel without a promise, or with one for some only, is told`() {
    #expect(advice("id: a, title: A, survey: {scale: nps}") == ["channel.no-promise"])
    let high =
      "id: a, title: A, applies-to: {priority: high}, first-response: {within: 1 h, share: 95%}"
    #expect(advice(high) == ["channel.no-promise"])
    let rest = "id: b, title: B, first-response: {within: 2 h, share: 95%}"
    #expect(advice(high, rest) == [])
    let live = """
      catalogue: {name: Desk, languages: [en]}
      channels:
        phone: {kind: live}
      """
    #expect(advice("id: a, title: A, pick-up: {within: 20 s, share: 80%}", frame: live) == [])
  }

  @Test func `a word list without a language of the catalogue is told`() {
    let frame = """
      catalogue: {name: Desk, languages: [pl, cs, en]}
      phrases:
        some: {pl: [witam], en: [hello]}
        all: [hi]
        thanks: {pl: [stokrotka]}
        out-of-office: {pl: [na rybach]}
      """
    #expect(
      advice("id: a, title: A, greeting: {phrases: some}", frame: frame) == ["phrases.language"])
  }

  @Test func `a channel whose contacts are all promised something needs no catch-all`() {
    let frame = """
      catalogue: {name: Desk, languages: [pl, en]}
      channels:
        email: {kind: deferred}
      topics: [x, y]
      """
    let promise = "first-response: {within: 1 h, share: 95%}"
    let x = "id: x, title: X, applies-to: {topic: x}, \(promise)"
    let y = "id: y, title: Y, applies-to: {topic: y}, \(promise)"
    #expect(advice(x, frame: frame) == ["channel.no-promise"])
    #expect(advice(x, y, frame: frame) == [])
    let polish = "id: y, title: Y, applies-to: {topic: y, language: pl}, \(promise)"
    #expect(advice(x, polish, frame: frame) == ["channel.no-promise"])
  }

  @Test func `a priority that others are put before is told, once`() {
    let share = "share: 95%}"
    let urgent =
      "id: a, title: A, applies-to: {priority: urgent}, first-response: {within: 1 h, \(share)"
    let calm = "title: C, applies-to: {priority: [low, urgent]}, calm: {}"
    let all = "id: z, title: Z, first-response: {within: 4 h, \(share)"
    let low = "id: l, title: L, applies-to: {priority: low}, first-response: {within: 4 h, \(share)"
    let told = ["channel.no-promise", "priority.no-promise"]
    #expect(advice(urgent, "id: b, \(calm)", "id: c, \(calm)") == told)
    #expect(advice(urgent, "id: b, \(calm)", all) == [])
    #expect(advice(urgent, "id: b, \(calm)", low) == ["channel.no-promise"])
    // Nothing is promised to any priority, so none is put behind the others.
    #expect(advice("id: b, \(calm)") == ["channel.no-promise"])
    let routing = "id: r, title: R, routing: {when: {priority: low}, group: g}"
    #expect(advice(urgent, routing) == told)
  }

  @Test(arguments: [
    "title: AHT pod 5 minut, calm: {}", "title: Talk time of at most 4 min, calm: {}",
    "title: Rozmowa nie dłuższa niż 5 minut; czas rozmowy się liczy, calm: {}",
    "title: Handling time no longer than 300 s, calm: {}",
    "title: Průměrná doba hovoru do čtyř minut, calm: {}",
    "title: A, id: talk-time-5, calm: {}", "title: Short (5 min), tags: [call-duration], calm: {}",
    "title: Délka hovoru, resolution: {within: 5 min, share: 90%}",
    "title: Doba vyřízení, owner: agent, resolution: {within: 5 min, share: 90%}",
    "title: A, checklist: {questions: [{id: q, ask: Was the call length below 3 minutes?}]}",
    "title: A, checklist: {questions: [{id: q, ask: {pl: 'Czy czas obsługi był poniżej 3 minut?'}}]}",
    "title: A, checklist: {questions: [{id: aht-below-240, ask: Short?}]}",
    "title: No call takes longer than 5 minutes, calm: {}",
    "title: A chat never lasts more than 10 min, calm: {}",
    "title: Calls must not take more than 300 s, calm: {}",
    "title: Rozmowa trwa najwyżej 5 minut, calm: {}",
    "title: Żadna rozmowa nie trwa dłużej niż 5 minut, calm: {}",
    "title: Czaty nie powinny trwać ponad kwadrans, calm: {}",
    "title: Hovor trvá nejvýše 5 minut, calm: {}",
    "title: Žádný hovor netrvá déle než 5 minut, calm: {}",
    "title: Telefonát nezabere víc než 4 minuty, calm: {}",
  ])
  func `a cap on handling time teaches people to get rid of customers`(standard: String) {
    let id = standard.contains(" id: talk") ? "" : "id: x, "
    #expect(advice(promise, id + standard) == ["handling-time.cap"], "\(standard)")
  }

  @Test(arguments: [
    "title: We never look at handling time under 5 minutes, calm: {}",
    "title: Nie liczymy minut ani czasu rozmowy, calm: {}",
    "title: Nesledujeme délku hovoru v minutách, calm: {}",
    "title: Talk time is the customer's, calm: {}",
    "title: Czas obsługi zgłoszenia do 2 dni, resolution: {within: 16 h, share: 90%}",
    "title: Doba vyřízení reklamace 30 dní, resolution: {within: 16 h, share: 90%}",
    "title: Solved in 5 minutes, owner: agent, resolution: {within: 5 min, share: 90%}",
    "title: No call waits longer than 5 minutes, calm: {}",
    "title: Nobody waits longer than 5 minutes for a call, calm: {}",
    "title: A call takes as long as the customer needs (even 40 minutes), calm: {}",
    "title: If a call takes longer than 10 minutes a break is offered, calm: {}",
    "title: After each call take 5 minutes for notes, calm: {}",
    "title: Žádný hovor nečeká déle než 5 minut, calm: {}",
    "title: Nikt nie czeka na rozmowę dłużej niż 5 minut, calm: {}",
    "title: Żadna rozmowa nie czeka dłużej niż 5 minut, calm: {}",
    "title: Rozmowa trwa tak długo jak trzeba (choćby godzinę), calm: {}",
    "title: Calls are picked up in 20 s, calm: {}", "title: A maht of 5, calm: {}",
    "title: A, checklist: {questions: [{id: q, ask: How did the talk time feel?}]}",
  ])
  func `words about time that cap nothing are left alone`(standard: String) {
    #expect(advice(promise, "id: x, \(standard)") == [], "\(standard)")
  }

  @Test func `a phrase is written twice only within a language of a list`() {
    let frame = """
      catalogue: {name: Desk, languages: [pl, en]}
      channels:
        email: {kind: deferred}
      phrases:
        a: {pl: [hej, "/A+/"], en: [hej, "/a+/", "hej*"]}
        b: {pl: [hej], en: [hey]}
      """
    #expect(advice(promise, frame: frame) == [])
    let twice = frame.replacing("pl: [hej,", with: "pl: [hej, ' HÉJ ',")
    #expect(advice(promise, frame: twice) == ["phrase.twice"])
    let same = frame.replacing(#""/a+/","#, with: #""/a+/", "/a+/","#)
    #expect(advice(promise, frame: same) == ["phrase.twice"])
  }

  @Test func `a weight that no score would show is told, unless missing it fails everything`() {
    let calm = "calm: {}"
    let heavy = "id: b, title: B, weight: 100, \(calm)"
    #expect(advice(promise, "id: c, title: C, weight: 0, \(calm)") == ["weight.irrelevant"])
    #expect(advice(promise, heavy, "id: c, title: C, weight: 1, \(calm)") == ["weight.irrelevant"])
    #expect(advice(promise, heavy, "id: c, title: C, weight: 2, \(calm)") == [])
    let almost = "id: b, title: B, weight: 99, \(calm)"
    #expect(advice(promise, almost, "id: c, title: C, weight: 1, \(calm)") == [])
    #expect(advice(promise, heavy, "id: c, title: C, weight: 0, severity: critical, \(calm)") == [])
  }
}
