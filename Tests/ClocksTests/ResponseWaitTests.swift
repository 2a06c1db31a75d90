import Clocks
import ServiceTime
import Standards
import Testing
import Tickets

/// Waits for an answer.
struct ResponseWaitTests {
  @Test func `a wait runs from the oldest message that is not answered to a person's answer`()
    throws
  {
    let log = try Lines.log(
      "09:00 customer Help", "09:01 system Got it", "09:02 note hm", "09:05 customer Anybody?",
      "09:12 agent Done.", "10:00 customer And now?", "10:10 customer Hello?", "10:30 agent Yes.")
    let waits = log.responseWaits(endsAt: .anyHuman)
    #expect(
      waits.map(\.run.brief) == [
        "0: from 0 stopped by 4, 12 min", "1: from 5 stopped by 7, 30 min",
      ])
    #expect(waits.map(\.reminders) == [[3], [6]])
  }

  @Test func `a reply that may only hold ends a wait where any human's does`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:05 hold We look", "09:20 customer And?", "09:40 agent Done.")
    #expect(
      log.responseWaits(endsAt: .anyHuman).map(\.run.brief) == [
        "0: from 0 stopped by 1, 5 min", "1: from 2 stopped by 3, 20 min",
      ])
    let substantive = log.responseWaits(endsAt: .substantive)
    #expect(substantive.map(\.run.brief) == ["0: from 0 stopped by 3, 40 min"])
    #expect(substantive.map(\.holding) == [[1]])
  }

  @Test func `thanks and machines start no wait`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:05 agent Done.", "09:06 thanks Thanks!", "09:07 away I am out")
    #expect(log.responseWaits(endsAt: .anyHuman).count == 1)
    let at = OffsetInstant(instant: try Lines.at("09:00"), utcOffset: 0)
    let machine = Message(from: .customer, text: "I am out", isAutomatic: true)
    let marked = TicketLog(
      Ticket(id: "T", channel: "email", events: [TicketEvent(at: at, kind: .message(machine))]))
    #expect(marked.responseWaits(endsAt: .anyHuman).isEmpty)
    let only = try Lines.log("09:00 away I am out", "09:05 status closed")
    #expect(only.responseWaits(endsAt: .anyHuman).isEmpty)
  }

  @Test func `a ticket that we began waits from the customer's first message`() throws {
    let log = try Lines.log(
      "08:00 agent We move you.", "12:00 customer Why?", "12:10 agent It is old.")
    #expect(log.isBegunByCompany)
    #expect(
      log.responseWaits(endsAt: .anyHuman).map(\.run.brief) == ["0: from 1 stopped by 2, 10 min"])
  }

  @Test func `closing ends a wait unless an answer or a reopening follows`() throws {
    let closed = try Lines.log("09:00 customer Help", "09:10 status solved", "12:00 note x")
    #expect(
      closed.responseWaits(endsAt: .anyHuman).map(\.run.brief) == ["0: from 0 closed by 1, 10 min"])
    let answered = try Lines.log(
      "09:00 customer Help", "09:10 status solved", "09:11 agent Done.", "09:30 customer More")
    #expect(
      answered.responseWaits(endsAt: .anyHuman).map(\.run.brief) == [
        "0: from 0 stopped by 2, 11 min", "1: from 3 running, 0 min",
      ])
    let opened = try Lines.log(
      "09:00 customer Help", "09:10 status solved", "09:20 status open", asOf: "10:00")
    #expect(
      opened.responseWaits(endsAt: .anyHuman).map(\.run.brief) == ["0: from 0 running, 60 min"])
    let again = try Lines.log(
      "09:00 customer Help", "09:10 status solved", "09:20 customer Hello?", "09:30 agent Done.")
    #expect(
      again.responseWaits(endsAt: .anyHuman).map(\.run.brief) == [
        "0: from 0 closed by 1, 10 min", "1: from 2 stopped by 3, 10 min",
      ])
  }

  @Test func `a call without words was answered when it was picked up`() throws {
    let call = try Lines.log("09:00 customer …", "09:02 answered", "09:10 status solved")
    #expect(
      call.responseWaits(endsAt: .substantive).map(\.run.brief) == ["0: from 0 stopped by 1, 2 min"]
    )
    let chat = try Lines.log("09:00 customer Hi", "09:01 answered", "09:02 agent Hello")
    #expect(
      chat.responseWaits(endsAt: .substantive).map(\.run.brief) == ["0: from 0 stopped by 2, 2 min"]
    )
    let lost = try Lines.log("09:00 customer Hi", "09:03 abandoned")
    #expect(
      lost.responseWaits(endsAt: .substantive).map(\.run.brief) == [
        "0: from 0 abandoned by 1, 3 min"
      ])
  }

  @Test func `what comes after the moment asked for is not known`() throws {
    let log = try Lines.log("09:00 customer Help", "09:20 agent Done.", asOf: "09:10")
    #expect(log.responseWaits(endsAt: .anyHuman).map(\.run.brief) == ["0: from 0 running, 10 min"])
    #expect(log.steps.count == 1)
    let known = try Lines.log("09:00 customer Help", "09:10 agent Done.", asOf: "09:10")
    #expect(
      known.responseWaits(endsAt: .anyHuman).map(\.run.brief) == ["0: from 0 stopped by 1, 10 min"])
  }
}
