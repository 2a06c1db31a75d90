import Conformance
import Standards
import Testing
import Tickets

/// Answers to what the customer writes later.
struct NextResponseTests {
  private static let next = ["{id: x, title: X, next-response: {within: 30 min, hours: desk}}"]

  private static let answered = ["09:00 customer Strona nie działa", "09:10 agent:ola Już działa."]

  /// Outcomes of all waits after the first.
  private func outcomes(_ events: [String], asOf: String? = nil) throws -> [Verdict.Outcome] {
    let auditor = try KindLog.auditor(Self.next)
    let moment = try asOf.map { try KindLog.instant($0) }
    let ticket = try KindLog.ticket(Self.answered + events)
    return auditor.audit(ticket, asOf: moment).verdicts.map(\.outcome)
  }

  @Test(arguments: [
    // A question, something unsolved, and words without contentment that somebody answered.
    ("Kiedy będzie backup?", Verdict.Outcome.missed),
    ("Dzięki, ale nadal nie działa", .missed),
    ("Strona ostrzega o certyfikacie", .missed),
    // It may be no more than a kind word.
    ("Thank you. That is the first straight answer I have had.", .undecided),
    ("Super, wyślę skan jutro", .undecided),
    // Thanks want nothing.
    ("Dziękuję bardzo!", .notApplicable),
  ])
  func `a late answer is missed when the customer surely asked`(
    text: String, outcome: Verdict.Outcome
  ) throws {
    #expect(try outcomes(["10:00 customer \(text)", "10:31 agent:ola Proszę."]) == [outcome])
    let inTime = outcome == .notApplicable ? outcome : .met
    #expect(try outcomes(["10:00 customer \(text)", "10:30 agent:ola Proszę."]) == [inTime])
  }

  @Test(arguments: [
    ("Where are the mailboxes?", Verdict.Outcome.missed),
    ("It still does not work", .missed),
    // Nobody answered, and nothing shows that anybody had to.
    ("The mailboxes are there", .undecided),
    ("I will send the papers tomorrow", .undecided),
  ])
  func `what nobody answers is missed when the customer surely asked`(
    text: String, outcome: Verdict.Outcome
  ) throws {
    #expect(try outcomes(["10:00 customer \(text)"], asOf: "10:31") == [outcome])
    #expect(try outcomes(["10:00 customer \(text)"], asOf: "10:30") == [.undecided])
    #expect(try outcomes(["10:00 customer \(text)", "10:20 status closed"]) == [.undecided])
  }

  @Test func `of several messages the first that surely asks must have waited too long`() throws {
    let kind = "10:00 customer Super, rozumiem"
    #expect(
      try outcomes([kind, "11:00 customer A kiedy?", "11:20 agent:ola Jutro."]) == [.undecided])
    #expect(
      try outcomes([kind, "11:00 customer A kiedy?", "11:31 agent:ola Jutro."]) == [.missed])
  }

  @Test func `a holding reply that came too late helps nobody`() throws {
    func outcome(_ text: String) throws -> Verdict.Outcome? {
      let ticket = try KindLog.ticket(
        Self.answered + [
          "10:00 customer \(text)", "10:40 agent:ola Sprawdzamy to.", "10:50 agent:ola Zrobione.",
        ])
      return try KindLog.auditor(Self.next).audit(ticket).verdicts.first?.outcome
    }
    #expect(try outcome("Kiedy to będzie?") == .missed)
    #expect(try outcome("Super, rozumiem wszystko.") == .undecided)
  }

  @Test func `a doubtful wait says what a person must see`() throws {
    let verdict = try #require(
      try KindLog.auditor(Self.next).audit(
        KindLog.ticket(
          Self.answered + ["10:00 customer Super, rozumiem wszystko", "11:00 agent:ola Proszę."])
      ).verdicts.first)
    #expect(
      verdict.message
        == "answered after 1 h of 'desk', promised within 30 min; a person must see whether what the "
        + "customer wrote wanted an answer")
    #expect(verdict.waits.first?.elapsedSeconds == 3600)
    let longest =
      "{id: x, title: X, next-response: {within: 30 min, never-longer-than: 40 min, hours: desk}}"
    let beyond = try KindLog.auditor([longest]).audit(
      KindLog.ticket(
        Self.answered + ["10:00 customer Super, rozumiem wszystko", "11:00 agent:ola Proszę."]))
    #expect(
      beyond.verdicts.first?.message.contains(
        "within 30 min and never longer than 40 min; a person must see") == true)
  }

  // MARK: - After our closing question

  @Test(arguments: [
    "Nie, dziękuję", "Nie", "Nie.", "Nie, to wszystko. Dziękuję!", "Dziękuję, nic więcej",
    "Na razie nie, dzięki", "Ne, děkuji", "Ne", "Zatím ne, díky", "To je vše, děkuji",
    "Už nic, děkuji", "No thanks", "No, thank you.", "Nope, all good, thanks!",
    "Nothing else, thanks",
    "No, that's all.", "Not at the moment, thank you", "No thanks Nina",
  ])
  func `no to our closing question wants no answer`(text: String) throws {
    for question in [
      "Strona działa. Czy mogę jeszcze w czymś pomóc?", "Web běží. Mohu pro vás ještě něco udělat?",
      "Your site is up. Is there anything else I can help you with?",
    ] {
      #expect(
        try outcomes(["09:20 agent:ola \(question)", "10:00 customer \(text)"], asOf: "12:00")
          == [.notApplicable], "\(question) \(text)")
    }
  }

  @Test(arguments: [
    "Nie, nie działa", "Nie działa", "Nic nie działa", "Nie. Strona dalej stoi", "Nie, a kiedy?",
    "Ne, nefunguje to", "Nefunguje", "Nothing works", "No it fails", "No, but the mail is down",
    "Not really, it fails", "Nie, dziękuję, ale faktura jest zła", "Tak", "Yes please", "No?",
    "Nie :(",
  ])
  func `what says more than no still waits`(text: String) throws {
    let question = "Strona działa. Czy mogę jeszcze w czymś pomóc?"
    #expect(
      try outcomes(["09:20 agent:ola \(question)", "10:00 customer \(text)"], asOf: "10:10")
        == [.undecided])
  }

  @Test(arguments: [
    // No question of ours, another question, one more besides, and one that was answered already.
    ["09:20 agent:ola Strona działa od rana."],
    ["09:20 agent:ola Czy strona już działa?"],
    ["09:20 agent:ola Czy strona już działa? Czy mogę jeszcze w czymś pomóc?"],
    ["09:20 agent:ola Proszę podać numer.", "09:21 agent:ola Czy mogę jeszcze w czymś pomóc?"],
    [
      "09:20 agent:ola Działa. Czy mogę jeszcze w czymś pomóc?", "09:30 customer Tak, backup.",
      "09:31 agent:ola Zrobiony, jest w panelu.",
    ],
  ])
  func `no to anything else is an answer that may want one`(events: [String]) throws {
    let found = try outcomes(events + ["10:00 customer Nie, dziękuję"], asOf: "10:10")
    #expect(found.last == .undecided)
  }
}
