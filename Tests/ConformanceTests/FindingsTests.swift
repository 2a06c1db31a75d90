import Clocks
import Conformance
import ServiceTime
import Standards
import Testing
import Tickets

/// Findings as the auditor makes them: from words, and by the hours of a ticket's promise.
struct FindingsTests {
  private func kinds(_ ticket: Ticket, by standards: [String] = []) throws -> [String] {
    try Desk.auditor(standards).audit(ticket).findings.map(\.kind.rawValue)
  }

  @Test func `words decide whether a pause hides a wait`() throws {
    func ticket(_ reply: String, _ answer: String) throws -> Ticket {
      try Desk.ticket(
        "2026-03-02T09:00 customer Strona nie działa", "2026-03-02T09:10 agent \(reply)",
        "2026-03-02T09:10 status pending", "2026-03-02T10:00 customer \(answer)",
        "2026-03-02T12:00 agent Naprawione, strona działa od rana.",
        "2026-03-02T12:00 status solved")
    }
    let asks = "Dzień dobry, o którą domenę chodzi?"
    let tells = "Dzień dobry, wymienimy dysk dziś do 15:00 i strona wróci."
    #expect(try kinds(ticket(asks, "Dziękuję, działa")) == [])
    #expect(try kinds(ticket(asks, "sklep.example")) == ["paused-while-customer-waits"])
    #expect(
      try kinds(ticket(tells, "Dziękuję, działa")) == ["paused-without-asking", "promise-kept"])
  }

  @Test func `thanks reopen nothing and start no wait`() throws {
    let standard = "{id: next, title: N, next-response: {within: 15 min, hours: desk}}"
    let ticket = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:10 agent Done, the page is back.",
      "2026-03-02T09:11 status solved", "2026-03-02T09:30 customer Thank you so much!",
      "2026-03-02T09:30 status open", "2026-03-02T18:00 status closed")
    let audit = try Desk.auditor([standard]).audit(ticket)
    #expect(audit.findings.isEmpty)
    #expect(audit.verdicts.map(\.outcome) == [.notApplicable])
  }

  @Test func `hours are those of the promise that holds, else of the first calendar`() throws {
    let night = try Desk.ticket(
      "2026-03-02T21:00 customer Help", "2026-03-02T21:30 agent Done, the page is back.")
    let desk = "{id: a, title: A, first-response: {within: 1 h, hours: desk}}"
    let always = "{id: a, title: A, first-response: {within: 1 h, hours: always}}"
    let chats =
      "{id: b, title: B, applies-to: {channel: chat}, first-response: {within: 1 h, hours: always}}"
    let past =
      "{id: c, title: C, in-force: {until: 2026-01-01}, first-response: {within: 1 h, hours: always}}"
    #expect(try kinds(night, by: [desk]) == ["answered-outside-hours"])
    #expect(try kinds(night, by: [always]) == [])
    #expect(try kinds(night) == ["answered-outside-hours"])
    #expect(try kinds(night, by: [chats, past]) == ["answered-outside-hours"])
  }

  @Test func `shift changes are those of the calendar`() throws {
    let ticket = try Desk.ticket(
      "2026-03-02T12:00 customer Help", "2026-03-02T16:00 agent Done, the page is back.")
    #expect(try kinds(ticket) == [])
    for hours in ["desk", "always"] {
      let catalogue = try Desk.catalogue(
        "{id: a, title: A, first-response: {within: 8 h, hours: \(hours)}}",
        calendar: "shift-changes: [14:00]")
      let audit = try Auditor(catalogue, Lexicon.builtIn().lexicon).audit(ticket)
      #expect(audit.findings.map(\.kind) == [.untouchedOverShiftChange], "\(hours)")
    }
  }

  @Test func `they are counted by kind, and left out with their ticket`() throws {
    let catalogue = try Desk.catalogue()
    let auditor = try Desk.auditor([])
    var tally = AuditTally(catalogue)
    let silent = try Desk.ticket("2026-03-02T09:00 customer Help", "2026-03-02T09:30 status solved")
    let spam = try Desk.ticket(
      "2026-03-02T09:00 customer Help", "2026-03-02T09:30 status solved",
      "2026-03-02T09:31 status spam")
    tally.add(auditor.audit(silent))
    tally.add(auditor.audit(silent))
    tally.add(auditor.audit(spam))
    #expect(tally.count(.solvedWithoutAnswer) == 2)
    #expect(tally.count(.reopenedSoon) == 0)
  }
}
