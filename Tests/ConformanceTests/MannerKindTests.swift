import Conformance
import Testing
import Tickets

/// What sentences do to the customer: clear cases only, since the model learns.
struct MannerKindTests {
  private static let owed = "empathy: {when: {topic: [outage]}}"

  @Test(arguments: [
    ("outage", "Bardzo mi przykro z powodu tej awarii, przepraszam.", "met"),
    ("outage", "Je mi moc líto, že vám web nefunguje, omlouvám se.", "met"),
    ("outage", "I am very sorry that your shop was down for so long.", "met"),
    ("billing", "The invoice is attached.", "not-applicable"),
    (nil, "I am very sorry that your shop was down for so long.", "met"),
    (nil, "The invoice is attached.", "undecided"),
  ])
  func `trouble is acknowledged`(topic: String?, reply: String, outcome: String) throws {
    #expect(try ReplyKind.outcome(Self.owed, reply, ReplyKind.Setting(topic: topic)) == outcome)
  }

  @Test(arguments: ["Faktura jest w załączniku.", "Fakturu posílám v příloze.", "The port is 993."])
  func `plain facts acknowledge nothing`(reply: String) throws {
    let verdict = try ReplyKind.verdict(Self.owed, reply, ReplyKind.Setting(topic: "outage"))
    #expect(verdict.outcome == .missed || verdict.outcome == .undecided)
    if verdict.outcome == .missed { #expect(verdict.words == [reply]) }
  }

  @Test func `the catalogue's own words will do`() throws {
    let setting = ReplyKind.Setting(topic: "outage", phrases: "sorries: {en: [oh dear]}")
    let verdict = try ReplyKind.verdict("empathy: {phrases: sorries}", "Oh dear, 993.", setting)
    #expect(verdict.outcome == .met)
    #expect(verdict.words == ["Oh dear"])
  }

  @Test(arguments: ["blame", "brush-off"])
  func `words of the list are a miss, unless denied or quoted`(kind: String) throws {
    let setting = ReplyKind.Setting(phrases: "bad: {en: [your own fault, read the manual]}")
    let standard = "\(kind): {phrases: bad}"
    let missed = try ReplyKind.verdict(standard, "This is your own fault. Sorry.", setting)
    #expect(missed.outcome == .missed)
    #expect(missed.words == ["your own fault"])
    for reply in ["This is not your own fault.", "You wrote \"read the manual\" there."] {
      #expect(try ReplyKind.outcome(standard, reply, setting) == "undecided")
    }
  }

  @Test func `words that deny themselves are denied by what stands right before them only`() throws
  {
    let setting = ReplyKind.Setting(phrases: "bad: {pl: [nie nasza sprawa], en: [not our problem]}")
    let standard = "brush-off: {phrases: bad}"
    for reply in ["Nie, kopii nie szukamy, to nie nasza sprawa.", "No, this is not our problem."] {
      #expect(try ReplyKind.outcome(standard, reply, setting) == "missed")
    }
    #expect(
      try ReplyKind.outcome(standard, "We never say not our problem here.", setting) == "undecided")
  }

  @Test(arguments: [
    "Dzień dobry, serwer już działa, dziękuję za cierpliwość.",
    "Dobrý den, server už zase běží, děkuji za trpělivost.",
    "Hello, the server is up again, thank you for your patience.",
  ])
  func `a friendly reply is never accused`(reply: String) throws {
    for kind in ["blame: {}", "brush-off: {}"] {
      #expect(try ReplyKind.outcome(kind, reply) != "missed")
    }
  }

  // MARK: - Next steps

  @Test(arguments: [
    ("when", "I will call you by 16:00.", "met"),
    ("when", "I will call you. Expect it by 16:00.", "met"),
    ("who", "I will call you about the disk.", "met"),
    ("what", "I will call you about the disk.", "met"), ("what", "I will!", "undecided"),
    ("who, what, when", "I will call you about the disk by 16:00.", "met"),
  ])
  func `a step says what is wanted of it`(wants: String, reply: String, outcome: String) throws {
    let setting = ReplyKind.Setting(phrases: "steps: {en: [i will]}")
    let standard = "next-step: {phrases: steps, wants: [\(wants)]}"
    let verdict = try ReplyKind.verdict(standard, reply, setting)
    #expect(verdict.outcome.rawValue == outcome, "\(verdict.message)")
  }

  @Test func `a step without a time is never met where a time is wanted`() throws {
    let verdict = try ReplyKind.verdict(
      "next-step: {phrases: steps, wants: [when]}", "Hello. I will call you with the result.")
    #expect(verdict.outcome == .missed || verdict.outcome == .undecided)
    #expect(verdict.words == ["I will call"])
  }

  // MARK: - Offers

  private static func upsell(_ keys: String) -> String {
    "upsell: {phrases: sales, products: products, \(keys)}"
  }

  private static let offer = "It is up. We recommend our VPS."

  @Test(arguments: [("billing", "met"), ("outage", "missed"), (nil, "undecided")])
  func `offers are for some topics only`(topic: String?, outcome: String) throws {
    let standard = Self.upsell("offer-when: {topic: [billing]}")
    let setting = ReplyKind.Setting(topic: topic)
    #expect(try ReplyKind.outcome(standard, Self.offer, setting) == outcome)
    #expect(try ReplyKind.outcome(standard, "It is up.", setting) == "met")
  }

  @Test(arguments: [
    (["2026-03-02T09:10 status solved"], [] as [String], "met"),
    (["2026-03-02T09:10 status open"], [], "missed"), ([], [], "undecided"),
    // Asked again: it is open once more.
    (
      ["2026-03-02T09:10 status solved", "2026-03-02T09:20 customer Down again?"],
      ["2026-03-02T09:31 status open"], "missed"
    ),
    // The very reply solves it.
    (["2026-03-02T09:10 status open"], ["2026-03-02T09:31 status solved"], "undecided"),
  ])
  func `offers come after the ticket is solved`(
    between: [String], after: [String], outcome: String
  ) throws {
    let setting = ReplyKind.Setting(between: between, after: after)
    let standard = Self.upsell("not-before: solved")
    #expect(try ReplyKind.outcome(standard, Self.offer, setting) == outcome)
  }

  @Test(arguments: [
    ("We recommend our VPS, today only.", "missed"), ("We recommend our VPS.", "met"),
    ("We recommend our VPS. The office is open today only.", "undecided"),
    ("The port is 993.", "met"),
  ])
  func `some ways to offer are never used`(reply: String, outcome: String) throws {
    let setting = ReplyKind.Setting(phrases: "pushy: {en: [today only]}")
    let verdict = try ReplyKind.verdict(Self.upsell("manner: pushy"), reply, setting)
    #expect(verdict.outcome.rawValue == outcome, "\(verdict.message)")
  }

  @Test func `what makes an offer welcome leaves its time and topic to a person`() throws {
    var setting = ReplyKind.Setting(topic: "outage", asked: "Would a VPS help?")
    setting.between = ["2026-03-02T09:10 status open"]
    for keys in ["offer-when: {topic: [billing]}", "not-before: solved"] {
      let standard = Self.upsell("\(keys), unless: [asked]")
      #expect(try ReplyKind.outcome(standard, Self.offer, setting) == "undecided")
    }
  }
}
