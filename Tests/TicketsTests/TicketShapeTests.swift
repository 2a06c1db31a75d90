import Diagnostics
import ServiceTime
import Testing
import Tickets

/// What a line's JSON becomes.
struct TicketShapeTests {
  private static let morning = "2026-03-02T08:01:00+01:00"

  private func ticket(_ line: String) throws -> Ticket {
    let lines = try readAll(line)
    #expect(lines.count == 1, "\(lines)")
    return try #require(lines.first?.ticket, "\(lines)")
  }

  private func event(_ members: String) throws -> TicketEvent {
    let line =
      #"{"id":"T","channel":"chat","events":[{"at":"\#(Self.morning)",\#(members)}]}"#
    let ticket = try ticket(line)
    return try #require(ticket.events.first)
  }

  private func moment(_ written: String) throws -> OffsetInstant {
    try OffsetInstant(iso8601: written.utf8)
  }

  @Test func `a whole ticket is read as it is written`() throws {
    let read = try ticket(
      #"""
      {"id":"T-0001","channel":"email","topic":"outage","priority":"normal","customer":{"id":"c-17","name":"Anna Nowak","segment":"business","language":"pl"},"events":[{"at":"2026-03-02T08:01:00+01:00","type":"message","from":"customer","text":"Nie działa \"poczta\".\n👩🏽‍🔧"},{"at":"2026-03-02T08:12:00+01:00","type":"message","from":"agent","agent":"ola","text":"Już sprawdzam."},{"at":"2026-03-02T08:12:30+01:00","type":"status","value":"pending"}]}
      """#)
    let expected = Ticket(
      id: "T-0001", channel: "email", topic: "outage", priority: "normal",
      customer: Customer(id: "c-17", name: "Anna Nowak", segment: "business", language: "pl"),
      events: [
        TicketEvent(
          at: try moment("2026-03-02T08:01:00+01:00"),
          kind: .message(Message(from: .customer, text: "Nie działa \"poczta\".\n👩🏽‍🔧"))),
        TicketEvent(
          at: try moment("2026-03-02T08:12:00+01:00"),
          kind: .message(Message(from: .agent, agent: "ola", text: "Już sprawdzam."))),
        TicketEvent(at: try moment("2026-03-02T08:12:30+01:00"), kind: .status(.pending)),
      ],
      source: Ticket.Source(file: 0, line: 1))
    #expect(read == expected)
  }

  /// `automatic`, where it is said, decides alone.
  @Test(arguments: [
    (#"{"Auto-Submitted":"auto-replied"}"#, true), (#"{"auto-submitted":"AUTO-GENERATED"}"#, true),
    (#"{"AUTO-SUBMITTED":" No "}"#, false), (#"{"Auto-Submitted":"no; x=1"}"#, false),
    (#"{"Auto-Submitted":"no (a person)"}"#, false), (#"{"Auto-Submitted":"not-no"}"#, true),
    (#"{"Auto-Submitted":["no","auto-replied"]}"#, true), (#"{"Auto-Submitted":["no"]}"#, false),
    (#"{"Auto-Submitted":""}"#, false), (#"{"Auto-Submitted":null}"#, false),
    (#"{"X-Auto-Response-Suppress":"All"}"#, true), (#"{"X-Auto-Response-Suppress":""}"#, false),
    (#"{"Precedence":"bulk","X-Loop":"desk@shop.example"}"#, false),
    (#""Auto-Submitted: auto-replied""#, false), (#"[]"#, false), ("{}", false),
  ])
  func `mail headers tell a machine's mail from a person's`(headers: String, isAutomatic: Bool)
    throws
  {
    func message(_ from: String, _ more: String = "") throws -> Message {
      let event = try event(
        #""type":"message","from":"\#(from)","text":"a"\#(more),"headers":\#(headers)"#)
      #expect(event.fields.map(\.name) == ["headers"])
      guard case .message(let message) = event.kind else { throw NoMessage() }
      return message
    }
    for from in ["customer", "agent"] {
      #expect(try message(from).isAutomatic == isAutomatic)
      #expect(try !message(from, #","automatic":false"#).isAutomatic)
      #expect(try message(from, #","automatic":true"#).isAutomatic)
    }
    #expect(try message("system").isAutomatic)
  }

  private struct NoMessage: Error {}

  @Test(arguments: [
    (
      #""type":"message","from":"customer","text":"""#,
      TicketEvent.Kind.message(Message(from: .customer, text: ""))
    ),
    (
      #""type":"message","from":"system","text":"a""#,
      .message(Message(from: .system, text: "a", isAutomatic: true))
    ),
    (
      #""type":"message","from":"agent","automatic":true,"agent":null,"text":"a""#,
      .message(Message(from: .agent, text: "a", isAutomatic: true))
    ),
    (
      #""type":"message","from":"agent","automatic":null,"text":"a""#,
      .message(Message(from: .agent, text: "a", isAutomatic: false))
    ),
    (
      #""type":"message","from":"system","automatic":false,"text":"a""#,
      .message(Message(from: .system, text: "a", isAutomatic: false))
    ),
    (#""type":"note","agent":"jan","text":"b""#, .note(Note(agent: "jan", text: "b"))),
    (#""type":"note","text":"b""#, .note(Note(text: "b"))),
    (#""type":"status","value":"new""#, .status(.new)),
    (#""type":"status","value":"open""#, .status(.open)),
    (#""type":"status","value":"pending""#, .status(.pending)),
    (#""type":"status","value":"hold""#, .status(.hold)),
    (#""type":"status","value":"solved""#, .status(.solved)),
    (#""type":"status","value":"closed""#, .status(.closed)),
    (#""type":"status","value":"spam""#, .status(.spam)),
    (#""type":"status","value":"duplicate""#, .status(.duplicate)),
    (
      #""type":"assign","agent":"jan","group":"2nd line""#,
      .assign(Assignment(agent: "jan", group: "2nd line"))
    ),
    (#""type":"assign","agent":"","group":"tech""#, .assign(Assignment(group: "tech"))),
    (#""type":"assign""#, .assign(Assignment())),
    (#""type":"priority","value":"high""#, .priority("high")),
    (#""type":"priority","value":80"#, .priority("80")),
    (#""type":"channel","value":"phone""#, .channel("phone")),
    (#""type":"answered","agent":"ola""#, .answered(agent: "ola")),
    (#""type":"answered""#, .answered(agent: nil)),
    (#""type":"abandoned""#, .abandoned),
    (#""type":"work","agent":"ola","seconds":240"#, .work(Work(agent: "ola", seconds: 240))),
    (#""type":"work","seconds":0.5"#, .work(Work(seconds: 0.5))),
    (#""type":"work","seconds":31622400"#, .work(Work(seconds: 31_622_400))),
    (#""type":"rating","scale":"nps","score":0"#, .rating(Rating(scale: .nps, score: 0))),
    (#""type":"rating","scale":"nps","score":10"#, .rating(Rating(scale: .nps, score: 10))),
    (
      #""type":"rating","scale":"csat","score":4.5,"text":"ok""#,
      .rating(Rating(scale: .csat, score: 4.5, text: "ok"))
    ),
    (#""type":"rating","scale":"ces","score":-3"#, .rating(Rating(scale: .ces, score: -3))),
    (#""type":"merge","into":"T-2""#, .merge(into: "T-2")),
    (#""type":"merge","into":4711"#, .merge(into: "4711")),
    (#""type":"merge""#, .merge(into: nil)),
    (#""type":"survey","scale":"csat""#, .survey(.csat)),
    (#""type":"macro-applied""#, .other(type: "macro-applied")),
  ])
  func `each type of event is read`(members: String, kind: TicketEvent.Kind) throws {
    let event = try event(members)
    #expect(event == TicketEvent(at: try moment(Self.morning), kind: kind))
  }

  @Test func `the order of members does not matter`() throws {
    let line = #"""
      {"events":[{"text":"t","from":"agent","type":"message","at":"\#(Self.morning)"}],"channel":"sms","id":"T"}
      """#
    let read = try ticket(line)
    #expect(read.id == "T")
    #expect(read.events.map(\.kind) == [.message(Message(from: .agent, text: "t"))])
  }

  @Test func `unknown members are kept in order, wherever they stand`() throws {
    let read = try ticket(
      #"""
      {"tags":["a",{"b":null}],"id":"T","vip":true,"channel":"form","customer":{"city":"Brno","id":7},"events":[{"via":{"x":1},"at":"2026-03-02T08:01:00+01:00","type":"abandoned","agent":"ola","seconds":-1.5e3},{"at":"2026-03-02T08:01:00+01:00","type":"tagged","tag":"x","value":[]}],"from":"import","a\u0142b":"\u0000","empty":{}}
      """#)
    #expect(
      read.fields == [
        JSONField("tags", .array([.string("a"), .object([JSONField("b", .null)])])),
        JSONField("vip", .bool(true)),
        JSONField("from", .string("import")),
        JSONField("ałb", .string("\0")),
        JSONField("empty", .object([])),
      ])
    #expect(read.fields["vip"] == .bool(true))
    #expect(read.fields["absent"] == nil)
    #expect(read.customer == Customer(id: "7", fields: [JSONField("city", .string("Brno"))]))
    #expect(
      read.events.map(\.fields) == [
        [
          JSONField("via", .object([JSONField("x", .integer(1))])),
          JSONField("agent", .string("ola")),
          JSONField("seconds", .number(-1500)),
        ],
        [JSONField("tag", .string("x")), JSONField("value", .array([]))],
      ])
    #expect(read.events.map(\.kind) == [.abandoned, .other(type: "tagged")])
  }

  @Test(arguments: [
    "at", "type", "from", "agent", "text", "value", "automatic", "group", "seconds", "scale",
    "score",
    "into", "id", "channel", "topic", "priority", "customer", "events", "name", "segment",
    "language",
  ])
  func `names that differ in one byte are other names`(name: String) throws {
    var members = [#""id":"T","channel":"chat","events":[]"#]
    var expected: [JSONField] = []
    for place in name.utf8.indices {
      var near = Array(name.utf8)
      near[name.utf8.distance(from: name.startIndex, to: place)] = UInt8(ascii: "#")
      expected.append(JSONField(String(decoding: near, as: UTF8.self), .integer(expected.count)))
    }
    for near in ["\(name)s", "\(name)\0", "\0\(name)", String(name.dropLast()), name.uppercased()] {
      expected.append(JSONField(near, .integer(expected.count)))
    }
    for (index, field) in expected.enumerated() {
      members.append(
        "\"\(field.name.replacing("\0", with: "\\u0000"))\":\(index)")
    }
    let line = "{\(members.joined(separator: ","))}"
    #expect(try ticket(line).fields == expected)
    let event = try event(#""type":"tagged","# + members[1...].joined(separator: ","))
    #expect(event.fields == expected)
    // The name itself is no surprise to either.
    #expect(expected.allSatisfy { $0.name != name })
  }

  @Test func `null is as good as missing where a member may be missing`() throws {
    let read = try ticket(
      #"{"id":"T","channel":"chat","topic":null,"priority":null,"customer":null,"events":[],"x":null}"#
    )
    #expect(read == Ticket(id: "T", channel: "chat", fields: [JSONField("x", .null)]))
  }

  @Test func `ids may be numbers, exactly`() throws {
    let read = try ticket(
      #"{"id":18446744073709551615,"channel":"chat","customer":{"id":-9223372036854775808},"events":[]}"#
    )
    #expect(read.id == "18446744073709551615")
    #expect(read.customer.id == "-9223372036854775808")
  }

  @Test func `numbers keep their value as far as a Double goes`() throws {
    let read = try ticket(
      #"{"id":"T","channel":"chat","events":[],"n":[9223372036854775807,-9223372036854775808,18446744073709551615,1e308,-0.0,123456789012345678901,-12345678901234567890123456789012345678901234567890]}"#
    )
    #expect(
      read.fields["n"]
        == .array([
          .integer(.max), .integer(.min), .number(0x1p64), .number(1e308),
          .number(-0.0), .number(123_456_789_012_345_683_968),
          .number(-1.234567890123456789e49),
        ]))
  }

  @Test func `NUL, escapes and surrogate pairs come out as characters`() throws {
    let event = try event(
      #""type":"note","text":"\u0000\"\\\/\b\f\n\r\t\u0142\ud83d\udc4b\uD83D\uDC4B""#)
    #expect(
      event.kind == .note(Note(text: "\0\"\\/\u{8}\u{C}\n\r\tł👋👋")))
  }

  @Test func `events out of order stay and can be walked by time`() throws {
    let events = ["10:00", "09:00", "11:00", "09:00"].enumerated().map { index, time in
      #"{"at":"2026-03-02T\#(time)Z","type":"note","text":"\#(index)"}"#
    }
    let lines = try readAll(
      #"{"id":"T","channel":"chat","events":[\#(events.joined(separator: ","))]}"#)
    #expect(lines.map(\.problem?.id) == ["ticket.order", nil])
    let read = try #require(lines.last?.ticket)
    #expect(!read.isChronological)
    #expect(read.chronologicalIndices == [1, 3, 0, 2])
    #expect(read.events.map(\.kind).first == .note(Note(text: "0")))
  }

  @Test func `events at one moment are in order, also across offsets`() throws {
    let read = try ticket(
      #"{"id":"T","channel":"chat","events":[{"at":"2026-03-02T10:00+01:00","type":"abandoned"},{"at":"2026-03-02T09:00Z","type":"abandoned"},{"at":"2026-03-02T05:00-05:00","type":"abandoned"}]}"#
    )
    #expect(read.isChronological)
    #expect(read.chronologicalIndices == [0, 1, 2])
  }

  @Test func `100,000 events make one ticket`() throws {
    var json = JSONWriter()
    let start = Instant(seconds: 1_772_434_860)
    let events = (0..<100_000).map { index in
      TicketEvent(
        at: OffsetInstant(instant: Instant(seconds: start.seconds + index), utcOffset: 3600),
        kind: .note(Note(text: "note \(index)")))
    }
    let ticket = Ticket(id: "T", channel: "chat", events: events)
    ticket.write(to: &json)
    let lines = try readAll(json.bytes, maximumLineLength: 64 << 20)
    #expect(lines == [.ticket(ticket)])
  }
}
