import Testing
import Tickets

/// What is said about each kind of bad line, to the letter.
struct LineProblemTests {
  private static func row(_ line: String, _ problem: String, _ fixIt: String) -> [String] {
    [line, "1:\(problem)\nfix-it: \(fixIt)"]
  }

  /// A ticket with one event of these members.
  private static func event(_ members: String) -> String {
    #"{"id":"T","channel":"chat","events":[{\#(members)}]}"#
  }

  private static let at = #""at":"2026-03-02T08:01:00+01:00""#

  @Test(arguments: [
    row(
      #"{"channel":"chat","events":[]}"#,
      #"1: error: the ticket has no "id" [ticket.missing]"#,
      "add the helpdesk's number of the ticket"),
    row(
      #" {"id":"","channel":"chat","events":[]}"#,
      #"2: error: the ticket has no "id" [ticket.missing]"#,
      "add the helpdesk's number of the ticket"),
    row(
      #"{"id":1.5,"channel":"chat","events":[]}"#,
      #"7: error: id is a number [ticket.wrong-type]"#, "write a text in double quotes"),
    row(
      #"{"id":123456789012345678901,"channel":"chat","events":[]}"#,
      #"7: error: id is a number [ticket.wrong-type]"#, "write a text in double quotes"),
    row(
      #"{"id":"T","events":[]}"#,
      #"1: error: the ticket has no "channel" [ticket.missing]"#,
      "add email, form, chat, phone, social or sms"),
    row(
      #"{"id":"T","channel":"chat"}"#,
      #"1: error: the ticket has no "events" [ticket.missing]"#,
      "add the list of what happened, perhaps empty"),
    row(
      #"{"id":"T","channel":"chat","events":{}}"#,
      #"37: error: events is an object [ticket.wrong-type]"#, "write a list: [{…},{…}]"),
    row(
      #"{"id":"T","channel":["chat"],"events":[]}"#,
      #"21: error: channel is a list [ticket.wrong-type]"#, "write a text in double quotes"),
    row(
      #"{"id":"T","channel":"chat","topic":false,"events":[]}"#,
      #"36: error: topic is true or false [ticket.wrong-type]"#, "write a text in double quotes"),
    row(
      #"{"id":"T","customer":"Anna","channel":"chat","events":[]}"#,
      #"22: error: customer is a text [ticket.wrong-type]"#,
      #"write an object: {"id":…,"name":…}"#),
    row(
      #"{"id":"T","customer":{"id":"c","name":{}},"channel":"chat","events":[]}"#,
      #"39: error: customer.name is an object [ticket.wrong-type]"#,
      "write a text in double quotes"),
    row(
      #"{"id":"T","channel":"chat","events":[null]}"#,
      #"38: error: events[0] is null [ticket.wrong-type]"#, #"write an object: {"at":…,"type":…}"#),
    row(
      event(#""type":"note","text":"x""#),
      #"38: error: events[0] has no "at" [ticket.missing]"#,
      "add when it happened, such as 2026-03-02T08:01:00+01:00"),
    row(
      event(#""at":1772434860,"type":"note","text":"x""#),
      #"44: error: events[0].at is a number [ticket.wrong-type]"#,
      #"write a text such as "2026-03-02T08:01:00+01:00""#),
    row(
      event(#""at":"2026-03-02T08:01:00","type":"note","text":"x""#),
      "44: error: events[0].at is no time: '2026-03-02T08:01:00' has no offset from UTC "
        + "[ticket.bad-time]", "add one, such as +01:00 or Z"),
    row(
      event(at), #"38: error: events[0] has no "type" [ticket.missing]"#,
      #"add what happened, such as "message", "note" or "status""#),
    row(
      event(at + #","type":3"#), "79: error: events[0].type is a number [ticket.wrong-type]",
      #"write a text such as "message""#),
    row(
      event(at + #","type":"message","text":"x""#),
      #"38: error: events[0] has no "from" [ticket.missing]"#,
      "add who wrote it: customer, agent or system"),
    row(
      event(at + #","type":"message","from":"client","text":"x""#),
      "96: error: events[0].from is 'client', which kwadrans does not know [ticket.unknown-value]",
      "use one of customer, agent, system"),
    row(
      event(at + #","type":"message","from":"Agent","text":"x""#),
      "96: error: events[0].from is 'Agent', which kwadrans does not know [ticket.unknown-value]",
      "did you mean 'agent'? use one of customer, agent, system"),
    row(
      event(at + #","type":"message","from":2,"text":"x""#),
      "96: error: events[0].from is a number [ticket.wrong-type]",
      "write one of customer, agent, system"),
    row(
      event(at + #","type":"message","from":"agent""#),
      #"38: error: events[0] has no "text" [ticket.missing]"#, "add what it says"),
    row(
      event(at + #","type":"message","from":"agent","text":["x"]"#),
      "111: error: events[0].text is a list [ticket.wrong-type]", "write a text in double quotes"),
    row(
      event(at + #","type":"message","from":"agent","text":"x","automatic":"yes""#),
      "127: error: events[0].automatic is a text [ticket.wrong-type]", "write true or false"),
    row(
      event(at + #","type":"status""#), #"38: error: events[0] has no "value" [ticket.missing]"#,
      #"add the new status, such as "solved""#),
    row(
      event(at + #","type":"status","value":"opne""#),
      "96: error: events[0].value is 'opne', which kwadrans does not know [ticket.unknown-value]",
      "did you mean 'open'? use one of new, open, pending, hold, solved, closed, spam, duplicate"),
    row(
      event(at + #","type":"priority""#), #"38: error: events[0] has no "value" [ticket.missing]"#,
      "add the new priority"),
    row(
      event(at + #","type":"channel","value":"""#),
      #"38: error: events[0] has no "value" [ticket.missing]"#, "add the new channel"),
    row(
      event(at + #","type":"work","agent":"ola""#),
      #"38: error: events[0] has no "seconds" [ticket.missing]"#,
      "add how many seconds the work took"),
    row(
      event(at + #","type":"work","seconds":-1"#),
      "96: error: events[0].seconds is -1 [ticket.out-of-range]",
      "write a number from 0 to 31622400"),
    row(
      event(at + #","type":"work","seconds":1e30"#),
      "96: error: events[0].seconds is 1e+30 [ticket.out-of-range]",
      "write a number from 0 to 31622400"),
    row(
      event(at + #","type":"work","seconds":"240""#),
      "96: error: events[0].seconds is a text [ticket.wrong-type]", "write a number"),
    row(
      event(at + #","type":"rating","scale":"nps","score":11"#),
      "110: error: events[0].score is 11 [ticket.out-of-range]", "write a number from 0 to 10"),
    row(
      event(at + #","type":"rating","score":3"#),
      #"38: error: events[0] has no "scale" [ticket.missing]"#, "add nps, csat or ces"),
    row(
      event(at + #","type":"rating","scale":"csat""#),
      #"38: error: events[0] has no "score" [ticket.missing]"#,
      "add the mark that the customer gave"),
  ])
  func `what is no ticket is told with its place`(row: [String]) throws {
    #expect(try readAll(row[0]).map(\.golden) == [row[1]])
  }

  @Test(arguments: [
    row(
      #"{"id":"T","id":"U","channel":"chat","events":[]}"#,
      "16: error: the ticket says 'id' twice [ticket.duplicate-key]", "keep one of the two"),
    row(
      #"{"id":"T","channel":"chat","events":[],"events":[]}"#,
      "49: error: the ticket says 'events' twice [ticket.duplicate-key]", "keep one of the two"),
    row(
      #"{"id":"T","x":1,"channel":"chat","\u0078":2,"events":[]}"#,
      "43: error: the ticket says 'x' twice [ticket.duplicate-key]", "keep one of the two"),
    row(
      event(at + #","type":"note","text":"a","at":"2026-03-02T08:01:00+01:00""#),
      "102: error: events[0] says 'at' twice [ticket.duplicate-key]", "keep one of the two"),
    row(
      #"{"id":"T","customer":{"id":"a","id":"b"},"channel":"chat","events":[]}"#,
      "37: error: customer says 'id' twice [ticket.duplicate-key]", "keep one of the two"),
    row(
      #"{"id":"T","x":{"y":[0,{"b":1,"b":2}]},"channel":"chat","events":[]}"#,
      "34: error: an object in x says 'b' twice [ticket.duplicate-key]", "keep one of the two"),
    row(
      event(at + #","type":"abandoned","x":{"b":1,"b":2}"#),
      "106: error: an object in events[0].x says 'b' twice [ticket.duplicate-key]",
      "keep one of the two"),
  ])
  func `a name said twice is ambiguous`(row: [String]) throws {
    #expect(try readAll(row[0]).map(\.golden) == [row[1]])
  }

  @Test func `a name said twice is found among many, too`() throws {
    let names = (0..<1000).map { #""n\#($0)":0"# }
    let line = #"{"id":"T","channel":"chat","events":[],\#(names.joined(separator: ","))"#
    #expect(try readAll(line + "}").map(\.problem) == [nil])
    let golden = try readAll(line + #","n500":1}"#).first?.golden
    #expect(golden?.contains("the ticket says 'n500' twice") == true)
  }

  @Test(arguments: [
    row(
      #"{"id":"T","channel":"chat","events":[}"#,
      "38: error: a value is missing here [ticket.not-json]",
      "write the value, or remove a comma too many"),
    row(
      #"{"id":"T","channel":"chat","events":[],}"#,
      "40: error: a name in double quotes is missing here [ticket.not-json]",
      #"write "name": value, without a comma before }"#),
    row(
      #"{"id":"T","channel":"chat","events":[]"#,
      "39: error: the line ends inside an object {…} [ticket.not-json]",
      "write the whole ticket on one line"),
    row(
      #"{"id":"T","channel":"chat","events":[1"#,
      "39: error: the line ends inside an array […] [ticket.not-json]",
      "write the whole ticket on one line"),
    row(
      #"{"id""#, "6: error: the line ends behind a name [ticket.not-json]",
      "write the whole ticket on one line"),
    row(
      #"{"id":"#, "7: error: the line ends before a value [ticket.not-json]",
      "write the whole ticket on one line"),
    row(
      #"{"id" "T"}"#, "7: error: a colon is missing behind the name [ticket.not-json]",
      #"write "name": value"#),
    row(
      #"{"id":"T" "channel":"chat"}"#,
      "11: error: a comma or } is missing here [ticket.not-json]", "separate values by commas"),
    row(
      #"{"events":[1 2]}"#, "14: error: a comma or ] is missing here [ticket.not-json]",
      "separate values by commas"),
    row(
      #"{"id":'T'}"#, "7: error: texts do not start with ' [ticket.not-json]",
      #"use double quotes: "…""#),
    row(
      #"{"id":True}"#, "7: error: no value starts like this [ticket.not-json]",
      #"write a "text", a number, true, false, null, {…} or […]"#),
    row(
      #"{"id":nul}"#, "10: error: no value is written like this [ticket.not-json]", "write null"),
    row(
      #"{"id":truex}"#, "11: error: no value is written like this [ticket.not-json]",
      "write true"),
    row(
      #"{"id":007}"#, "7: error: a number does not start with 0 [ticket.not-json]",
      "remove the zeros, or write it as a text"),
    row(
      #"{"id":1.}"#, "9: error: a digit is missing in a number [ticket.not-json]",
      "write it like -12.5e3"),
    row(
      #"{"id":12ab}"#, "9: error: a number ends in something else [ticket.not-json]",
      "write it as a text, in double quotes"),
    row(
      #"{"id":-1e999}"#, "7: error: a number is beyond ±1.8e308 [ticket.not-json]",
      "write it as a text, in double quotes"),
    row(
      "{\"id\":\"a\tb\"}", "9: error: a text holds a control character [ticket.not-json]",
      #"write \t for a tab, \n for a new line, \u0000 to \u001f for others"#),
    row(
      "{\"id\":\"żółw 👩🏽‍🔧\0\"}", "14: error: a text holds a control character [ticket.not-json]",
      #"write \t for a tab, \n for a new line, \u0000 to \u001f for others"#),
    row(
      #"{"id":"ab}"#,
      "7: error: a text starts here and does not end on this line [ticket.not-json]",
      #"close it by a double quote; inside it write \" for a quote and \n for a new line"#),
    row(
      #"{"id":"C:\data"}"#,
      #"10: error: a text holds a \ that escapes nothing [ticket.not-json]"#,
      #"write \\ for a backslash"#),
    row(
      #"{"id":"\u00g0"}"#,
      #"8: error: \u needs four hexadecimal digits [ticket.not-json]"#, #"write it like \u0142"#),
    row(
      #"{"id":"T","channel":"chat","events":[]} {}"#,
      "41: error: something follows the end of the ticket [ticket.not-json]",
      "write one ticket a line"),
    row(
      #""T-1""#, "1: error: the line is a text [ticket.not-an-object]",
      #"write one ticket a line, as an object: {"id":…,"channel":…,"events":[…]}"#),
    row(
      "id;channel;at", "1: error: no value starts like this [ticket.not-json]",
      #"write a "text", a number, true, false, null, {…} or […]"#),
  ])
  func `what is no JSON is told with its place`(row: [String]) throws {
    #expect(try readAll(row[0]).map(\.golden) == [row[1]])
  }

  @Test(arguments: [
    ([0xB3], "B3"), ([0xC3], "C3"), ([0xC0, 0x80], "C0"), ([0xED, 0xA0, 0x80], "ED"),
    ([0xF4, 0x90, 0x80, 0x80], "F4"), ([0xFF], "FF"),
  ])
  func `what is not UTF-8 is told with the first bad byte`(
    bad: [UInt8], name: String
  ) throws {
    let line = Array(#"{"id":"zażółć "#.utf8) + bad + Array(#" gęślą"}"#.utf8)
    let problem = try #require(try readAll(line).first?.problem)
    #expect(problem.byteOffset == 18)
    #expect(
      problem.description.hasSuffix(
        ":1:15: error: byte \(name) is not UTF-8 here [ticket.not-utf8]\n"
          + "fix-it: save the file as UTF-8, for instance with: iconv -f CP1250 -t UTF-8"))
  }

  @Test(arguments: [(99, true), (100, false), (100_000, false)])
  func `nesting has a limit`(arrays: Int, isRead: Bool) throws {
    let deep =
      #"{"id":"T","channel":"chat","events":[],"x":"# + String(repeating: "[", count: arrays) + "1"
      + String(repeating: "]", count: arrays) + "}"
    let found = try readAll(deep)
    #expect(found.map { $0.ticket != nil } == [isRead])
    guard !isRead else { return }
    #expect(
      found.first?.golden
        == """
        1:143: error: values are nested deeper than 100 levels [ticket.too-deep]
        fix-it: keep what is nested so deep out of the ticket, or write it as a text
        """)
  }

  @Test(arguments: [
    #"\ud800"#, #"\udc00"#, #"\ud83d\ud83d"#, #"\ud83dx"#, #"\ud83d\n"#, #"\udc00\udc00"#,
  ])
  func `half of a character is replaced and told`(half: String) throws {
    let lines = try readAll(
      #"{"id":"T","channel":"chat","events":[],"x":"ab\#(half)c"}"#)
    #expect(
      lines.first?.golden == """
        1:47: warning: a text was cut in the middle of a character; U+FFFD stands for it now \
        [ticket.half-character]
        fix-it: export the text whole
        """)
    guard case .string(let text) = lines.last?.ticket?.fields["x"] else {
      Issue.record("no text in \(lines)")
      return
    }
    #expect(text.hasPrefix("ab\u{FFFD}") && text.hasSuffix("c") && lines.count == 2)
  }

  @Test func `mending one thing leaves long numbers as they are`() throws {
    let lines = try readAll(
      #"{"id":18446744073709551615,"channel":"chat","events":[],"x":"\ud800"}"#)
    #expect(lines.last?.ticket?.id == "18446744073709551615")
  }

  @Test func `the same warning is not told without end`() throws {
    let event = #"{"at":"2026-03-02T09:00Z","type":"Message"}"#
    let events = Array(repeating: event, count: 50).joined(separator: ",")
    let lines = try readAll(#"{"id":"T","channel":"chat","events":[\#(events)]}"#)
    #expect(
      lines.map { $0.problem?.id } == Array(repeating: "ticket.unknown-type", count: 10) + [nil])
  }

  @Test func `strange but readable tickets come with warnings, in the order of the line`() throws {
    let lines = try readAll(
      #"{"id":"T","channel":"chat","events":[{"at":"2026-03-02T09:00Z","type":"mesage"},{"at":"2026-03-02T08:00Z","type":"tagged"},{"at":"2026-03-02T07:00Z","type":"abandoned"}],"x":"\ud800"}"#
    )
    #expect(
      lines.map { $0.golden ?? "ticket" } == [
        """
        1:176: warning: a text was cut in the middle of a character; U+FFFD stands for it now \
        [ticket.half-character]
        fix-it: export the text whole
        """,
        """
        1:71: warning: events[0].type is 'mesage', which nothing looks at [ticket.unknown-type]
        fix-it: did you mean 'message'?
        """,
        """
        1:81: warning: events[1] happened before events[0] [ticket.order]
        fix-it: write the events by time; they are judged by time in any case
        """,
        "ticket",
      ])
  }

  @Test func `a text open at the end of a line with CR LF is told as such`() throws {
    let lines = try readAll("{\"id\":\"ab}\r\n")
    #expect(lines.first?.problem?.message == "a text starts here and does not end on this line")
  }

  @Test func `messages quote little and no control characters`() throws {
    let long = #"\u001b[31m"# + String(repeating: "ł", count: 1000)
    let golden = try #require(
      try readAll(Self.event(Self.at + #","type":"status","value":"\#(long)""#)).first?.golden)
    #expect(golden.contains("is '?[31m\(String(repeating: "ł", count: 35))…',"))
  }
}
