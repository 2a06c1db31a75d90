import Conformance
import ServiceTime
import Standards
import Testing

struct ApplicableTests {
  private static let standards = [
    "{id: urgent, title: t, applies-to: {channel: [email], priority: [urgent]}, first-response: {within: 5 min}}",
    "{id: new, title: t, applies-to: {channel: [email]}, in-force: {from: 2026-12-01}, first-response: {within: 15 min}}",
    "{id: old, title: t, applies-to: {channel: [email]}, in-force: {until: 2026-11-30}, first-response: {within: 1 h}}",
    "{id: rest, title: t, first-response: {within: 1 day}}",
    "{id: greet, title: t, applies-to: {stage: first-reply}, greeting: {phrases: greetings}}",
    "{id: english, title: t, applies-to: {language: [en]}, vague-promise: {phrases: vague}}",
  ]

  private func reasons(
    channel: String? = nil, priority: String? = nil, language: String? = nil,
    stage: Scope.Stage? = nil, at date: String? = nil
  ) throws -> [ApplicableStandards.Reason] {
    let catalogue = try Desk.catalogue(Self.standards)
    var facts = TicketFacts()
    facts.channel = channel
    facts.priority = priority
    let moment = try date.map { try OffsetInstant(iso8601: Array($0.utf8)).instant }
    return ApplicableStandards(
      catalogue, to: facts, language: language, stage: stage, at: moment
    ).lines.map(\.reason)
  }

  @Test func `the first promise that fits holds and shadows the others`() throws {
    #expect(
      try reasons(channel: "email", priority: "urgent", language: "en")
        == [
          .holds, .shadowed(by: "urgent"), .shadowed(by: "urgent"), .shadowed(by: "urgent"),
          .holds, .holds,
        ])
  }

  @Test func `another channel, priority or language rules a standard out`() throws {
    #expect(
      try reasons(channel: "chat", priority: "urgent", language: "pl")
        == [
          .other(field: "channel"), .other(field: "channel"), .other(field: "channel"), .holds,
          .holds, .other(field: "language"),
        ])
  }

  @Test func `what is not known is named`() throws {
    #expect(
      try reasons(channel: "email", at: "2026-12-01T00:00:00+01:00")
        == [
          .depends(on: ["priority"], unless: []), .depends(on: [], unless: ["urgent"]),
          .notInForce, .shadowed(by: "new"), .holds, .depends(on: ["language"], unless: []),
        ])
    #expect(
      try reasons()[0] == .depends(on: ["channel", "priority"], unless: []))
  }

  @Test func `dates decide once a day is named`() throws {
    #expect(
      try reasons(channel: "email", priority: "low", at: "2026-11-30T23:59:59+01:00").prefix(4)
        == [.other(field: "priority"), .notInForce, .holds, .shadowed(by: "old")])
    #expect(
      try reasons(channel: "email", priority: "low").prefix(4)
        == [
          .other(field: "priority"), .holds, .depends(on: [], unless: ["new"]),
          .depends(on: [], unless: ["new", "old"]),
        ])
  }

  @Test func `another reply rules a standard out`() throws {
    #expect(try reasons(stage: .lastReply)[4] == .other(field: "stage"))
    #expect(try reasons(stage: .firstReply)[4] == .holds)
  }
}
