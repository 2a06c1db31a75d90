import Diagnostics
import ServiceTime
import Testing
import Tickets

/// What the writer writes, the reader reads.
struct TicketWriterTests {
  private func written(_ ticket: Ticket) -> String {
    var json = JSONWriter()
    ticket.write(to: &json)
    return json.string
  }

  private static let kinds: [TicketEvent.Kind] = [
    .message(Message(from: .customer, text: "\"Dobrý den\"\n\u{0}\u{2028}👩🏽‍🔧")),
    .message(Message(from: .agent, agent: "ola", text: "", isAutomatic: true)),
    .message(Message(from: .system, text: "a", isAutomatic: false)),
    .message(Message(from: .system, text: "a")),
    .note(Note(agent: "jan", text: "n")), .note(Note(text: "n")),
    .assign(Assignment(agent: "a", group: "g")), .assign(Assignment()),
    .priority("high"), .channel("phone"), .answered(agent: "ola"), .answered(agent: nil),
    .abandoned, .work(Work(agent: "ola", seconds: 240.25)), .work(Work(seconds: 0)),
    .rating(Rating(scale: .nps, score: 9)), .rating(Rating(scale: .csat, score: 0.1, text: "t")),
    .rating(Rating(scale: .ces, score: -2)), .merge(into: "T-2"), .merge(into: nil),
    .survey(.csat), .other(type: "tagged"),
  ]

  @Test func `every kind of event comes back`() throws {
    let statuses = TicketStatus.allCases.map { TicketEvent.Kind.status($0) }
    let events = (Self.kinds + statuses).enumerated().map { index, kind in
      TicketEvent(
        at: OffsetInstant(instant: Instant(seconds: 1_772_434_860 + index), utcOffset: 3600),
        kind: kind, fields: index % 2 == 0 ? [] : [JSONField("via", .string("api"))])
    }
    let fields = [
      JSONField(
        "x",
        .array([
          .null, .bool(true), .bool(false), .integer(.min), .integer(.max), .number(1.5),
          .string(""), .array([]), .object([]), .object([JSONField("y", .integer(0))]),
        ])),
      JSONField("ł\"", .null),
    ]
    let ticket = Ticket(
      id: "T-1", channel: "email", topic: "outage", priority: "high",
      customer: Customer(
        id: "c", name: "Żaneta", segment: "business", language: "pl", fields: fields),
      events: events, fields: fields)
    #expect(try readAll(written(ticket)) == [.ticket(ticket)])
  }

  @Test func `what is missing is not written`() {
    #expect(
      written(Ticket(id: "T", channel: "chat")) == #"{"id":"T","channel":"chat","events":[]}"#)
  }

  @Test func `lines are as the guide shows them`() {
    let at = OffsetInstant(instant: Instant(seconds: 1_772_434_860), utcOffset: 3600)
    let ticket = Ticket(
      id: "T-0001", channel: "email", topic: "outage", priority: "normal",
      customer: Customer(id: "c-17", name: "Anna Nowak", segment: "business", language: "pl"),
      events: [
        TicketEvent(at: at, kind: .message(Message(from: .agent, agent: "ola", text: "…"))),
        TicketEvent(at: at, kind: .status(.pending)),
      ])
    #expect(
      written(ticket) == #"""
        {"id":"T-0001","channel":"email","topic":"outage","priority":"normal","customer":{"id":"c-17","name":"Anna Nowak","segment":"business","language":"pl"},"events":[{"at":"2026-03-02T08:01:00+01:00","type":"message","from":"agent","agent":"ola","text":"…"},{"at":"2026-03-02T08:01:00+01:00","type":"status","value":"pending"}]}
        """#)
  }
}
