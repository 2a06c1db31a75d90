import Clocks
import ServiceTime
import Testing
import Tickets

/// How open time was spent.
struct OpenTimeTallyTests {
  @Test func `open time is told apart from what came after, and by state`() throws {
    var tally = OpenTimeTally(pausedWhile: [.pending])
    // Open for 4 h, 1 h of it waiting for the customer; then again for 1 h.
    tally.add(
      try Lines.log(
        "09:00 status new", "10:00 status pending", "11:00 status hold", "13:00 status solved",
        "14:00 status open", "15:00 status solved", "20:00 status closed"))
    // Open for 5 h, without a pause.
    tally.add(try Lines.log("09:00 status open", "14:00 status solved"))
    // Never worked on.
    tally.add(TicketLog(Ticket(id: "T-2", channel: "email")))
    #expect(tally.tickets == 2 && tally.reopened == 1 && tally.regrouped == 0)
    #expect(tally.openSeconds == 10 * 3600)
    #expect(tally.share(of: .pending) == 0.1)
    #expect(tally.share(of: .hold) == 0)
    let waiting = tally.tickets(ever: .pending)
    #expect(waiting.tickets == 1 && waiting.openSeconds == 5 * 3600 && waiting.share == 0.2)
    #expect(OpenTimeTally(pausedWhile: []).share(of: .pending) == 0)
  }

  @Test func `a ticket is regrouped when it goes from one group to another`() throws {
    func isRegrouped(_ groups: String?...) -> Bool {
      var ticket = Ticket(id: "T-1", channel: "email")
      for (minute, group) in groups.enumerated() {
        ticket.events.append(
          TicketEvent(
            at: .init(instant: .init(seconds: minute * 60), utcOffset: 0),
            kind: .assign(Assignment(agent: "a\(minute)", group: group))))
      }
      var tally = OpenTimeTally(pausedWhile: [])
      tally.add(TicketLog(ticket))
      return tally.regrouped == 1
    }
    #expect(!isRegrouped("first"))
    #expect(!isRegrouped("first", nil, "first"))
    #expect(isRegrouped("first", nil, "second"))
    #expect(isRegrouped("first", "second", "first"))
  }
}
