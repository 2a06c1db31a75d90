import Conformance
import Testing
import Tickets

struct ReplyTraitsTests {
  private func observed(_ reply: String) throws -> ObservedReply {
    let auditor = try Desk.auditor(["{id: a, title: A, greeting: {phrases: greetings}}"])
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:10 agent \(reply)")
    return try #require(auditor.observe(ticket).replies.first)
  }

  private func presence(_ trait: ReplyTrait, _ reply: String) throws -> Observation.Presence? {
    try observed(reply).traits.first { $0.trait == trait }?.observation.presence
  }

  @Test(arguments: [
    (ReplyTrait.shouting, "PLEASE READ THIS NOW before you write.", Observation.Presence.present),
    (.shouting, "It is done!!!", .present), (.shouting, "Set DNS, SSL and VPS.", .absent),
    (.links, "See https://example.com, please.", .present), (.links, "See our site.", .absent),
    (.asksCustomer, "Which browser do you use?", .present),
    (.asksCustomer, "Please send us a screenshot of it.", .present),
    (.asksCustomer, "Can I help you with anything else?", .absent),
    (.asksCustomer, "It is done.", .absent),
  ])
  func `traits are seen`(trait: ReplyTrait, reply: String, presence: Observation.Presence) throws {
    #expect(try self.presence(trait, reply) == presence)
  }

  @Test func `words and sentences are counted, and fog is reckoned for some languages`() throws {
    let english = try observed("We have restarted it. Everything works again now.").measures
    #expect(english.words == 8)
    #expect(english.sentences == 2)
    #expect(english.wordsPerSentence == 4)
    // One word of three syllables, "everything", since endings do not count: 0.4 · (4 + 100 / 8).
    #expect(english.fog == 0.4 * (4 + 12.5))
    let czech = try observed("Dobrý den, už to zase funguje a omlouváme se za potíže.").measures
    #expect(czech.fog == nil)
    #expect(try observed("OK").measures.wordsPerSentence == nil)
  }

  @Test func `times are resolved to instants`() throws {
    let times = try observed("Hello, I will write to you by 15:00 today.").times
    let time = try #require(times.first)
    #expect(times.count == 1)
    #expect(time.bound == .latest)
    #expect(time.by != nil)
  }
}
