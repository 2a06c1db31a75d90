import Clocks
import ServiceTime
import Testing
import Tickets

/// What a log shows besides its clocks. The desk is open from Monday to Friday, 08:00 to 16:00.
struct FindingTests {
  /// Findings of one kind, each as `kind events from–to` with times of day.
  private func found(
    _ kind: TicketFinding.Kind, in log: TicketLog, hours: OpeningHours? = nil, times: [Int]? = nil
  ) throws -> [String] {
    let hours = try hours ?? Lines.desk()
    let all = log.findings(
      hours: hours, shiftChanges: ShiftChanges(hours: hours, times: times))
    return all.filter { $0.kind == kind }.map { finding in
      let events = finding.events.map { "\($0)" }.joined(separator: " ")
      return "\(events), \(clock(finding.from))–\(clock(finding.to))"
    }
  }

  private func clock(_ instant: Instant) -> String {
    guard let (date, second) = ZoneTable.utc.local(at: instant) else { return "?" }
    return date.day == 2 ? ClockRange.clock(second) : "\(date.day)T\(ClockRange.clock(second))"
  }

  private func message(_ kind: TicketFinding.Kind, in log: TicketLog) throws -> String? {
    let hours = try Lines.desk()
    return log.findings(hours: hours, shiftChanges: ShiftChanges(hours: hours))
      .first { $0.kind == kind }?.message
  }

  // MARK: - Pauses

  @Test func `a customer who writes while the ticket is pending waits for us`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 asks Which site?", "09:11 status pending",
      "10:00 customer shop.example", "10:30 note x", "12:00 agent Done.")
    #expect(
      try found(.pausedWhileCustomerWaits, in: log) == ["2 3 5, 10:00–12:00"])
    #expect(
      try message(.pausedWhileCustomerWaits, in: log)
        == "the customer wrote and the ticket stayed pending for 2 h of opening time: it was waiting for us"
    )
  }

  @Test func `a pause set before the question is answered is found as well`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:30 status pending", "11:00 status open", "11:10 agent Done.")
    #expect(try found(.pausedWhileCustomerWaits, in: log) == ["0 1 2, 09:30–11:00"])
    #expect(
      try message(.pausedWhileCustomerWaits, in: log)?.hasPrefix("set to pending while") == true)
    let running = try Lines.log("09:00 customer Help", "09:30 status pending", asOf: "10:00")
    #expect(try found(.pausedWhileCustomerWaits, in: running) == ["0 1, 09:30–10:00"])
  }

  @Test(arguments: [
    // Opened again at once, by the helpdesk.
    [
      "09:00 customer Help", "09:10 asks Which?", "09:11 status pending", "10:00 customer This.",
      "10:00 status open", "12:00 agent Done.",
    ],
    // Answered in the same breath as it was set to pending.
    ["09:00 customer Help", "09:30 status pending", "09:30 asks Which?"],
    // Thanks want no answer.
    [
      "09:00 customer Help", "09:10 asks Which?", "09:11 status pending", "10:00 thanks Thanks!",
      "12:00 status solved",
    ],
    // Nobody was there.
    [
      "09:00 customer Help", "09:10 asks Which?", "09:11 status pending", "17:00 customer This.",
      "03T07:00 agent Done.",
    ],
    // It waits for somebody else.
    ["09:00 customer Help", "09:30 status hold", "12:00 agent Done."],
    // The question was settled when it was solved.
    [
      "09:00 customer Help", "09:30 status solved", "10:00 status pending", "12:00 status closed",
    ],
    // The call was picked up.
    ["09:00 customer …", "09:01 answered", "09:30 status pending", "12:00 status solved"],
  ])
  func `pauses that hide no wait are not found`(lines: [String]) throws {
    #expect(try found(.pausedWhileCustomerWaits, in: Lines.log(lines)) == [])
  }

  @Test func `a pause after a reply that asks nothing is found`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 tells We will fix it.", "09:11 status pending",
      "13:11 status open", "13:12 agent Done.")
    #expect(try found(.pausedWithoutAsking, in: log) == ["1 2 3, 09:11–13:11"])
    #expect(
      try message(.pausedWithoutAsking, in: log)
        == "set to pending after a reply that asks the customer nothing, for 4 h of opening time: leave it open "
        + "while we work, or solve it")
    let last = try Lines.log(
      "09:00 customer Help", "09:10 hold We look.", "09:11 status pending")
    #expect(try found(.pausedWithoutAsking, in: last) == ["1 2, 09:11–09:11"])
    let written = try Lines.log(
      "09:00 customer Help", "09:10 tells No.", "09:11 status pending", "10:00 customer Why?",
      "10:01 agent So.")
    #expect(try found(.pausedWithoutAsking, in: written) == ["1 2 3, 09:11–10:00"])
  }

  @Test(arguments: [
    ["09:00 customer Help", "09:10 asks Which?", "09:11 status pending"],
    ["09:00 customer Help", "09:10 calls Which?", "09:11 status pending"],
    // The question stands in the message before.
    [
      "09:00 customer Help", "09:10 asks Which?", "09:11 tells Form attached.",
      "09:12 status pending",
    ],
    // Nobody read the words.
    ["09:00 customer Help", "09:10 agent Done.", "09:11 status pending"],
    ["09:00 customer Help", "09:10 agent Done.", "09:11 tells x", "09:12 status pending"],
    // No reply of a person stands before it.
    ["09:00 customer Help", "09:11 status pending"],
    ["09:00 customer Help", "09:05 tells Yes.", "09:10 customer More", "09:11 status pending"],
    [
      "09:00 customer Help", "09:05 tells Yes.", "09:10 system Please rate us",
      "09:11 status pending",
    ],
    // Solved at once.
    ["09:00 customer Help", "09:10 tells Done.", "09:11 status pending", "09:11 status solved"],
    // It was pending before.
    [
      "09:00 customer Help", "09:10 asks Which?", "09:11 status pending", "10:00 thanks ok",
      "10:05 tells Good.", "10:06 status pending",
    ],
  ])
  func `a pause after a question, or words that nobody read, is not found`(lines: [String]) throws {
    #expect(try found(.pausedWithoutAsking, in: Lines.log(lines)) == [])
  }

  // MARK: - Answers

  @Test func `the first reply to each message that may only hold is listed`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:05 hold We look", "09:20 hold Still at it", "10:05 agent Done.",
      "11:00 customer And?", "11:10 hold We look", "12:00 status solved")
    #expect(try found(.holdingReply, in: log) == ["0 1 3, 09:00–09:05", "4 5 6, 11:00–11:10"])
    #expect(
      try message(.holdingReply, in: log)
        == "this reply may only say that somebody is at it; an answer with more came 1 h of opening time later"
    )
    #expect(TicketFinding.Kind.holdingReply.severity == .information)
    let night = try Lines.log("18:00 customer Help", "18:05 hold We look", "18:35 agent Done.")
    #expect(try message(.holdingReply, in: night)?.hasSuffix("came 30 min later") == true)
    let none = try Lines.log("09:00 customer Help", "09:05 agent Done.")
    #expect(try found(.holdingReply, in: none) == [])
  }

  @Test func `a case that is solved and in which nobody ever wrote is found`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:00 system Got it", "09:30 note fixed", "10:00 status solved",
      "11:00 status closed")
    #expect(try found(.solvedWithoutAnswer, in: log) == ["0 3, 09:00–10:00"])
  }

  @Test(arguments: [
    ["09:00 customer Help", "10:00 status solved", "10:01 agent Done."],
    ["09:00 customer …", "09:01 answered", "10:00 status solved"],
    ["09:00 customer …", "09:01 abandoned", "10:00 status closed"],
    ["09:00 customer Help", "10:00 merge T-2", "10:00 status closed"],
    ["09:00 customer Help", "10:00 status solved", "11:00 status open"],
    ["09:00 thanks Thanks!", "10:00 status closed"],
    ["09:00 customer Help", "10:00 status spam"],
    ["09:00 note x", "10:00 status closed"],
  ])
  func `a case that was answered, given up or goes on elsewhere is not found`(lines: [String])
    throws
  {
    #expect(try found(.solvedWithoutAnswer, in: Lines.log(lines)) == [])
  }

  @Test func `an answer while the desk is closed is information`() throws {
    let log = try Lines.log(
      "15:30 customer Help", "15:59 agent Done.", "16:30 customer And?", "21:14 agent Yes.",
      "21:20 agent And this.", "07T10:00 customer Hello?", "07T11:00 system Got it")
    #expect(try found(.answeredOutsideHours, in: log) == ["2 3, 16:30–21:14"])
    #expect(try found(.answeredOutsideHours, in: log, hours: .always) == [])
    #expect(TicketFinding.Kind.answeredOutsideHours.severity == .information)
    #expect(TicketFinding.Kind.reopenedSoon.severity == .fault)
  }

  // MARK: - What the source system noted

  static let nested = JSONField(
    "stats", .object([JSONField("first_responded_at", .string("2026-03-02T09:00:20Z"))]))

  @Test(arguments: [
    JSONField("first_response_at", .string("2026-03-02T09:01:00Z")),
    JSONField("first_response_at", .string("2026-03-02T10:00:00+01:00")),
    JSONField("firstReplyAt", .string("2026-03-02T09:02:00Z")),
    // 2026-03-02T09:01:00Z in seconds.
    JSONField("first_reply_created_at", .integer(1_772_442_060)),
    nested,
  ])
  func `an automatic message that was noted as the first response is found`(field: JSONField)
    throws
  {
    let log = try Lines.log(
      "09:00 customer Help", "09:01 system Got it", "11:00 agent Done.", fields: [field])
    #expect(try found(.automaticCountedAsAnswer, in: log) == ["1 2, 09:00–09:01"])
    #expect(
      try message(.automaticCountedAsAnswer, in: log)
        == "the source system counts this automatic message as the first response; "
        + "a person wrote 1 h 59 min later")
  }

  @Test(arguments: [
    // The person's answer.
    JSONField("first_response_at", .string("2026-03-02T11:00:30Z")),
    // No message at all; another field; a length of time; an unset moment; no moment.
    JSONField("first_response_at", .string("2026-03-02T09:02:01Z")),
    JSONField("updated_at", .string("2026-03-02T09:01:00Z")),
    JSONField("first_reply_time", .integer(61)),
    JSONField("first_response_at", .string("1970-01-01T00:00:00Z")),
    JSONField("first_response_at", .string("soon")),
    JSONField("first_response_at", .null),
  ])
  func `other notes of the source system say nothing`(field: JSONField) throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:01 system Got it", "11:00 agent Done.", fields: [field])
    #expect(try found(.automaticCountedAsAnswer, in: log) == [])
  }

  @Test func `a person who answers in the same minute as the machine was first`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:01 system Got it", "09:01 agent Done.", fields: [Self.nested])
    #expect(try found(.automaticCountedAsAnswer, in: log) == [])
  }

  // MARK: - Reopening

  @Test func `a case that is opened again within three days is found`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 agent Done.", "10:00 status solved", "05T09:59 customer Again",
      "05T10:30 agent Now.", "05T11:00 status solved", "08T11:00 customer Once more")
    #expect(try found(.reopenedSoon, in: log) == ["2 3, 10:00–5T09:59"])
    #expect(try message(.reopenedSoon, in: log)?.contains("71 h 59 min") == true)
    let thanks = try Lines.log(
      "09:00 customer Help", "10:00 status solved", "10:05 thanks Thanks!", "10:05 status open")
    #expect(try found(.reopenedSoon, in: thanks) == [])
    let lapsed = try Lines.log(
      "09:00 customer Help", "09:10 asks Which?", "09:11 status pending", "04T09:00 status closed",
      "04T10:00 customer This.")
    #expect(try found(.reopenedSoon, in: lapsed) == [])
  }

  /// A customer's message that may want nothing opens a case for sure only where it is opened by us, or
  /// another one of theirs surely wants something.
  @Test func `a doubtful message is no reopening and no wait that somebody slept over`() throws {
    func found(_ lines: [String], sure: Int? = nil) throws -> [TicketFinding.Kind] {
      let solved = ["09:00 customer Help", "09:10 agent Done.", "10:00 status solved"]
      let hours = try Lines.desk()
      return try Lines.log(solved + lines).findings(
        hours: hours, shiftChanges: ShiftChanges(hours: hours), asksForSure: { $0 == sure }
      ).map(\.kind)
    }
    let kind = ["15:00 customer No, thanks", "03T09:00 customer Well?", "03T10:00 note x"]
    #expect(try found(kind) == [])
    #expect(try found(kind, sure: 3) == [.reopenedSoon, .untouchedOverShiftChange])
    #expect(try found(kind, sure: 4) == [.reopenedSoon, .untouchedOverShiftChange])
    #expect(try found(["15:00 status open"]) == [.reopenedSoon])
    // The first message is owed an answer whatever it says.
    let first = try Lines.log("15:00 customer Hello", "03T09:00 agent Done.")
    let hours = try Lines.desk()
    #expect(
      first.findings(
        hours: hours, shiftChanges: ShiftChanges(hours: hours), asksForSure: { _ in false }
      ).map(\.kind) == [.untouchedOverShiftChange])
  }

  // MARK: - Shifts

  @Test func `a case that nobody touches from the evening to the morning is found`() throws {
    let log = try Lines.log(
      "15:30 customer Help", "15:31 system Got it", "03T08:30 agent Sorry.")
    #expect(try found(.untouchedOverShiftChange, in: log) == ["0 2, 15:30–3T08:30"])
    #expect(
      try message(.untouchedOverShiftChange, in: log)
        == "the customer waited and nobody touched the case for 1 h of opening time around the shift change of "
        + "2026-03-02 16:00: see how it was handed over")
    let times = try Lines.log("09:00 customer Help", "15:00 agent Sorry.")
    #expect(try found(.untouchedOverShiftChange, in: times) == [])
    #expect(
      try found(.untouchedOverShiftChange, in: times, times: [12 * 3600]) == ["0 1, 09:00–15:00"])
    let weekend = try Lines.log("06T15:00 customer Help", "09T09:00 agent Sorry.")
    #expect(try found(.untouchedOverShiftChange, in: weekend) == ["0 1, 6T15:00–9T09:00"])
  }

  @Test func `it lasts from touch to touch, and each gap is one`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "10:00 note hm", "03T10:00 customer Hello?", "03T11:00 assign ola",
      "05T10:00 hold We look", "06T12:00 agent Done.")
    #expect(
      try found(.untouchedOverShiftChange, in: log) == [
        "0 1 3, 10:00–3T11:00", "0 3 4, 3T11:00–5T10:00", "0 4 5, 5T10:00–6T12:00",
      ])
    let running = try Lines.log("09:00 customer Help", "10:00 note hm", asOf: "04T12:00")
    #expect(try found(.untouchedOverShiftChange, in: running) == ["0 1, 10:00–4T12:00"])
  }

  @Test(arguments: [
    // Less than half an hour on one side.
    ["15:31 customer Help", "03T09:00 agent Done."],
    ["15:00 customer Help", "03T08:29 agent Done."],
    ["12:00 customer Help", "15:31 priority high", "03T09:00 agent Done."],
    ["12:00 customer Help", "15:40 work", "03T08:10 status open", "03T09:00 agent Done."],
    // The customer does not wait.
    ["09:00 customer Help", "09:10 agent Done.", "04T09:00 status solved"],
    // After a holding reply it waits for the customer.
    ["09:00 customer Help", "09:10 hold We look", "09:11 status pending", "04T09:00 agent Done."],
  ])
  func `a case that somebody touched, or need not touch, is not found`(lines: [String]) throws {
    #expect(try found(.untouchedOverShiftChange, in: Lines.log(lines)) == [])
  }

  @Test func `a customer who writes into such a pause waits from then on`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 hold We look", "09:11 status pending", "04T09:00 customer And?",
      "05T09:00 agent Done.")
    #expect(try found(.untouchedOverShiftChange, in: log) == ["0 3 4, 4T09:00–5T09:00"])
  }

  // MARK: - All

  @Test func `findings come by time, and an orderly case has none`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:30 status pending", "10:30 hold We look", "10:31 status solved",
      "11:00 customer No", "18:00 agent Yes")
    let hours = try Lines.desk()
    let all = log.findings(hours: hours, shiftChanges: ShiftChanges(hours: hours))
    #expect(
      all.map(\.kind) == [
        .holdingReply, .pausedWhileCustomerWaits, .reopenedSoon, .answeredOutsideHours,
      ])
    let good = try Lines.log(
      "09:00 customer Help", "09:01 system Got it", "09:10 asks Which?", "09:10 status pending",
      "10:00 customer This.", "10:00 status open", "10:20 tells Done.", "10:20 status solved",
      "10:30 thanks Thanks!")
    #expect(good.findings(hours: hours, shiftChanges: ShiftChanges(hours: hours)).isEmpty)
    let empty = try Lines.log()
    #expect(empty.findings(hours: hours, shiftChanges: ShiftChanges(hours: hours)).isEmpty)
  }
}
