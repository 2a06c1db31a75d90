import Diagnostics
import Planning
import Testing

/// Tables with faults, and all that is said of them.
struct BrokenDemandTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let rows: String
    let report: String
    var header = "start,channel,contacts\n"
    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    Fault(
      name: "nothing below the first line", rows: "",
      report: """
        1:1 error: the table has no rows below its first line [demand.empty] -> write a row for \
        each interval, such as 2026-03-02T08:00,email,12.5
        """),
    Fault(
      name: "nothing but blanks", rows: " \n\n",
      report: """
        1:1 error: the file is empty [demand.empty] -> begin it with the line \
        start,channel,contacts
        """, header: ""),
    Fault(
      name: "a column is misspelt, one is twice, one is nobody's", rows: "1,2,3,4,5\n",
      report: """
        1:7 error: 'chanel' is no known column [demand.column] -> did you mean 'channel'?
        1:14 warning: the column 'remark' is not used [demand.column] -> known columns: start, \
        channel, topic, contacts, aht_s
        1:30 error: the column 'contacts' stands here twice [demand.column] -> delete one of them
        """, header: "start,chanel,remark,contacts,contacts\n"),
    Fault(
      name: "columns are missing", rows: "",
      report: """
        1:1 error: the column 'start' is missing [demand.column] -> begin the file with the line \
        start,channel,contacts
        1:1 error: the column 'contacts' is missing [demand.column] -> begin the file with the \
        line start,channel,contacts
        """, header: "channel;topic\n"),
    Fault(
      name: "another separator", rows: "2026-03-02T08:00|email|1\n",
      report: """
        1:1 error: the first line is a single field [demand.column] -> write \
        start,channel,contacts with commas, semicolons or tabs between them
        """, header: "start|channel|contacts\n"),
    Fault(
      name: "a quote is never closed",
      rows: "2026-03-02T08:00,\"email,5\n2026-03-02T09:00,email,x\n",
      report: """
        2:18 error: this quote is never closed [demand.quote] -> close it, or delete it; a quote \
        within quotes is written twice
        3:24 error: 'x' is no number of contacts [demand.number] -> write a number from 0 to \
        10000000
        """),
    Fault(
      name: "something follows a quote", rows: "2026-03-02T08:00,\"email\"s,5\n",
      report: """
        2:25 error: something follows the closing quote [demand.quote] -> end the field at the \
        quote; a quote within quotes is written twice
        """),
    Fault(
      name: "too many fields", rows: "2026-03-02T08:00,email,5,5\n",
      report: """
        2:1 error: this line has 4 fields, the first line has 3 [demand.fields] -> quote fields \
        that contain a ','
        """),
    Fault(
      name: "fields are missing", rows: "2026-03-02T08:00,email\n,,7\n",
      report: """
        2:23 error: the number of contacts is missing [demand.missing] -> write it, such as 12.5
        3:1 error: the start of the interval is missing [demand.missing] -> write it, such as \
        2026-03-02T08:00
        3:2 error: the channel is missing [demand.missing] -> write it, such as email
        """),
    Fault(
      name: "numbers that are none",
      rows: """
        2026-03-02T08:00,email,nan
        2026-03-02T08:00,email,inf
        2026-03-02T08:00,email,-3
        2026-03-02T08:00,email,1e30
        2026-03-02T08:00,email,12345678901234567890
        2026-03-02T08:00,email,0x1F
        2026-03-02T08:00,email,5 pcs
        2026-03-02T08:00,email,"5,5"
        2026-03-02T08:00,email,"1,234.5"
        2026-03-02T08:00,email,1 234
        2026-03-02T08:00,email,--5
        2026-03-02T08:00,email,1.2.3 or so
        """,
      report: """
        2:24 error: 'nan' is no number of contacts [demand.number] -> write a number from 0 to \
        10000000
        3:24 error: 'inf' is no number of contacts [demand.number] -> write a number from 0 to \
        10000000
        4:24 error: '-3' is less than nothing [demand.number] -> write a number from 0 to 10000000
        5:24 error: '1e30' is too large for a number of contacts [demand.number] -> write a number \
        from 0 to 10000000
        6:24 error: '12345678901234567890' is too large for a number of contacts [demand.number] \
        -> write a number from 0 to 10000000
        7:24 error: '0x1F' is no number of contacts [demand.number] -> write a number from 0 to \
        10000000
        8:24 error: '5 pcs' is no number of contacts [demand.number] -> write a number from 0 to \
        10000000
        9:24 error: '5,5' has a comma, where commas stand between fields [demand.number] -> write \
        a decimal point, or put ; between fields
        10:24 error: '1,234.5' has separators of thousands [demand.number] -> write 1234.5
        11:24 error: '1 234' has separators of thousands [demand.number] -> write 1234
        12:24 error: '--5' is no number of contacts [demand.number] -> write a number from 0 to \
        10000000
        13:24 error: '1.2.3 or so' is no number of contacts [demand.number] -> write a number from \
        0 to 10000000
        """),
    Fault(
      name: "thousands and decimals as in Poland",
      rows: """
        02.03.2026 08:00;email;5,5
        02.03.2026 09:00;email;1\u{A0}234,5
        02.03.2026 10:00;email;1.234,5
        02.03.2026 11:00;email;1.234.567
        02.03.2026 12:00;email;1.5
        """,
      report: """
        3:24 error: '1\u{A0}234,5' has separators of thousands [demand.number] -> write 1234,5
        4:24 error: '1.234,5' has separators of thousands [demand.number] -> write 1234,5
        5:24 error: '1.234.567' has separators of thousands [demand.number] -> write 1234567
        6:24 error: '1.5' has a decimal point, others have a comma [demand.number] -> write all \
        numbers alike
        """, header: "start;channel;contacts\n"),
    Fault(
      name: "times that are none",
      rows: """
        02.03.26 08:00,email,5
        03/02/2026 09:00,email,5
        02-03-2026 09:00,email,5
        46083.333,email,5
        46083,email,5
        2026-03-02,email,5
        2126-03-02 08:00,email,5
        2026-02-30 08:00,email,5
        2026-03-02 24:00,email,5
        2026-03-02 08:60,email,5
        2026-03-02T08:00+19:00,email,1
        2026-03-02T08:00 PM,email,1
        8:00,email,5
        2026-03-02T08,email,1
        Monday,email,1
        99999999999-03-02T08:00,email,1
        """,
      report: """
        2:1 error: '02.03.26 08:00' has a year of two digits [demand.start] -> write the year with \
        four digits
        3:1 error: '03/02/2026 09:00' does not say whether the day or the month comes first \
        [demand.start] -> write 2026-03-02T08:00 or 02.03.2026 08:00
        4:1 error: '02-03-2026 09:00' does not say whether the day or the month comes first \
        [demand.start] -> write 2026-03-02T08:00 or 02.03.2026 08:00
        5:1 error: '46083.333' is a number, as spreadsheets keep times, not a time [demand.start] \
        -> format the column as date and time before saving
        6:1 error: '46083' is a number, as spreadsheets keep times, not a time [demand.start] -> \
        format the column as date and time before saving
        7:1 error: '2026-03-02' has no time of day [demand.start] -> write the time behind it: \
        2026-03-02T08:00
        8:1 error: '2126-03-02 08:00' is too far from today to be planned [demand.start] -> use a \
        year from 2000 to 2099
        9:1 error: '2026-02-30 08:00' does not exist [demand.start] -> check the day and the time
        10:1 error: '2026-03-02 24:00' does not exist [demand.start] -> check the day and the time
        11:1 error: '2026-03-02 08:60' does not exist [demand.start] -> check the day and the time
        12:1 error: '2026-03-02T08:00+19:00' does not exist [demand.start] -> check the day and the \
        time
        13:1 error: '2026-03-02T08:00 PM' is no time at which an interval begins [demand.start] -> \
        write 2026-03-02T08:00 or 2026-03-02T08:00:00+01:00 or 02.03.2026 08:00
        14:1 error: '8:00' is no time at which an interval begins [demand.start] -> \
        write 2026-03-02T08:00 or 2026-03-02T08:00:00+01:00 or 02.03.2026 08:00
        15:1 error: '2026-03-02T08' is no time at which an interval begins [demand.start] -> \
        write 2026-03-02T08:00 or 2026-03-02T08:00:00+01:00 or 02.03.2026 08:00
        16:1 error: 'Monday' is no time at which an interval begins [demand.start] -> \
        write 2026-03-02T08:00 or 2026-03-02T08:00:00+01:00 or 02.03.2026 08:00
        17:1 error: '99999999999-03-02T08:00' is no time at which an interval begins \
        [demand.start] -> write 2026-03-02T08:00 or 2026-03-02T08:00:00+01:00 or 02.03.2026 08:00
        """),
    Fault(
      name: "handling times that are none",
      rows: """
        2026-03-02T08:00,email,5,5:00
        2026-03-02T09:00,email,5,0
        2026-03-02T10:00,email,0,0
        2026-03-02T11:00,email,5,1e7
        2026-03-02T12:00,email,5,-1
        """,
      report: """
        2:26 error: '5:00' is no handling time in seconds [demand.number] -> write a number from 0 \
        to 1000000
        3:26 error: nobody handles a contact in '0' s [demand.handling] -> write seconds, 1 or more
        5:26 error: '1e7' is too large for a handling time in seconds [demand.number] -> write a \
        number from 0 to 1000000
        6:26 error: '-1' is less than nothing [demand.number] -> write a number from 0 to 1000000
        """, header: "start,channel,contacts,aht_s\n"),
    Fault(
      name: "the same interval twice",
      rows: "2026-03-02T08:00,email,1\n2026-03-02T09:00,email,2\n2026-03-02T08:00,email,3\n",
      report: """
        4:1 error: 'email' has two rows for '2026-03-02T08:00' [demand.duplicate] -> add them up, \
        or tell them apart in a column 'topic'
        """),
    Fault(
      name: "the same interval and topic twice, once as an instant",
      rows: "2026-03-02T08:00,email,a,1\n2026-03-02T08:00,email,b,2\n2026-03-02T07:00Z,email,b,3\n",
      report: """
        4:1 error: 'email' has two rows for '2026-03-02T07:00Z' and 'b' [demand.duplicate] -> add \
        them up, or tell them apart in a column 'topic'
        """, header: "start,channel,topic,contacts\n"),
    Fault(
      name: "an hour shown twice has three rows",
      rows: "2026-10-25T02:00,email,1\n2026-10-25T02:00,email,2\n2026-10-25T02:00,email,3\n",
      report: """
        4:1 error: 'email' has two rows for '2026-10-25T02:00' [demand.duplicate] -> add them up, \
        or tell them apart in a column 'topic'
        """),
    Fault(
      name: "contacts in an hour that clocks skip",
      rows: "2026-03-29T01:00,email,1\n2026-03-29T02:00,email,2\n",
      report: """
        3:1 error: the clocks of Europe/Warsaw skip '2026-03-29T02:00' [demand.clock-change] -> \
        leave the row out, or write the time with its offset
        """),
    Fault(
      name: "one row", rows: "2026-03-02T08:00,email,1\n",
      report: """
        2:1 error: one row of a channel does not tell how long its interval is [demand.interval] \
        -> give its length with --interval, such as 15min
        """),
    Fault(
      name: "intervals of two lengths",
      rows: """
        2026-03-02T08:00,email,1
        2026-03-02T09:00,email,1
        2026-03-02T08:00,phone,1
        2026-03-02T08:15,phone,1
        """,
      report: """
        4:1 error: 'phone' has rows every 15 min, 'email' every 1 h [demand.interval] -> use \
        intervals of one length; where rows are only left out, give --interval
        """),
    Fault(
      name: "intervals of two lengths, the shorter first",
      rows: """
        2026-03-02T08:00,email,1
        2026-03-02T08:15,email,1
        2026-03-02T08:00,phone,1
        2026-03-02T09:00,phone,1
        2026-03-02T08:00,chat,1
        2026-03-02T08:30,chat,1
        """,
      report: """
        4:1 error: 'phone' has rows every 1 h, 'email' every 15 min [demand.interval] -> use \
        intervals of one length; where rows are only left out, give --interval
        """),
    Fault(
      name: "an interval between the others",
      rows: "2026-03-02T08:00,email,1\n2026-03-02T09:00,email,1\n2026-03-02T10:10,email,1\n",
      report: """
        4:1 error: '2026-03-02T10:10' is no whole number of intervals of 1 h after the first \
        [demand.interval] -> use intervals of one length, or give it with --interval
        """),
    Fault(
      name: "intervals of seconds",
      rows: "2026-03-02T08:00:00,email,1\n2026-03-02T08:00:30,email,1\n",
      report: """
        2:1 error: intervals of 30 s are none to plan people on [demand.interval] -> use a minute \
        to a day, best 15, 30 or 60 min
        """),
    Fault(
      name: "a year is mistyped",
      rows: "2026-03-02T08:00,email,1\n2026-03-02T08:15,email,1\n2062-03-02T08:30,email,1\n",
      report: """
        4:1 error: from '2026-03-02T08:00' to here are more than 110000 intervals of 15 min \
        [demand.span] -> check the years, or plan a shorter time at once
        """),
  ]

  @Test(arguments: faults)
  func `everything wrong is said at its place, with what would be right`(fault: Fault) throws {
    var diagnostics = Diagnostics()
    let read = try demand(fault.header + fault.rows, into: &diagnostics)
    #expect(read == nil)
    #expect(summary(diagnostics) == fault.report)
  }

  @Test func `a second place is shown where there is one`() throws {
    var diagnostics = Diagnostics()
    _ = try demand(
      "start,channel,contacts\n2026-03-02T08:00,email,1\n2026-03-02T08:00,email,3\n",
      into: &diagnostics)
    #expect(
      DiagnosticRenderer(color: false).render(diagnostics) == """
        demand.csv:3:1: error: 'email' has two rows for '2026-03-02T08:00' [demand.duplicate]
        2026-03-02T08:00,email,3
        ^~~~~~~~~~~~~~~~
        fix-it: add them up, or tell them apart in a column 'topic'
        demand.csv:2:1: note: the first is here
        2026-03-02T08:00,email,1
        ^~~~~~~~~~~~~~~~

        """)
  }

  /// Any bytes at all: what matters is that nothing crashes and that a refusal says why.
  @Test func `channels that there are not are said with all else that is wrong, once each`() throws
  {
    var diagnostics = Diagnostics()
    let text = """
      start,channel,contacts
      2026-03-02T08:00,emial,many
      2026-03-02T08:00,email,3
      2026-03-02T09:00,emial,3
      2026-03-02T09:00,fax,3
      """
    let read = DemandReader.read(
      SourceText(path: "demand.csv", text), zone: try #require(warsaw),
      channels: ["email", "phone"],
      into: &diagnostics)
    #expect(read == nil)
    #expect(
      summary(diagnostics) == """
        2:18 error: the catalogue has no channel 'emial' [name.unknown] -> did you mean 'email'?
        2:24 error: 'many' is no number of contacts [demand.number] -> write a number from 0 to \
        10000000
        5:18 error: the catalogue has no channel 'fax' [name.unknown] -> known: email, phone
        """)
  }

  @Test func `no table crashes the reader`() throws {
    let alphabet = Array(
      "start,channel,contacts;\"\n\r\t2026-03-02T08:00 email 5.,-+eZ\u{A0}ż".utf8)
    var generator = SplitMix(seed: 7)
    for round in 0..<400 {
      var bytes = Array("start,channel,contacts\n2026-10-25T02:00,email,5\n".utf8)
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        let at = Int.random(in: 0...bytes.count, using: &generator)
        let byte =
          round.isMultiple(of: 3)
          ? UInt8.random(in: 0...255, using: &generator)
          : alphabet.randomElement(using: &generator) ?? 0
        bytes.insert(byte, at: at)
      }
      var diagnostics = Diagnostics()
      let read = DemandReader.read(
        SourceText(path: "x", bytes: bytes), zone: try #require(warsaw), into: &diagnostics)
      #expect((read == nil) == diagnostics.hasErrors)
      #expect(DiagnosticRenderer(color: false).render(diagnostics).isEmpty == diagnostics.isEmpty)
    }
  }
}
