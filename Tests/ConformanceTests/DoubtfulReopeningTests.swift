import Clocks
import Conformance
import Testing
import Tickets

/// What a customer writes in a case that is solved: it may open it again, or be no more than kind.
struct DoubtfulReopeningTests {
  private static let standards = [
    "{id: news, title: N, update-every: {longest: 4 h, hours: desk}}",
    "{id: solved, title: S, resolution: {within: 8 h, hours: desk}}",
  ]
  private static let solved = [
    "09:00 customer Strona nie działa", "09:30 agent:ola Naprawione, strona już działa.",
    "09:31 status solved",
  ]

  private func audit(_ events: [String], asOf: String? = nil) throws -> TicketAudit {
    let end = try asOf.map { try KindLog.instant($0) }
    return try KindLog.auditor(Self.standards).audit(
      KindLog.ticket(Self.solved + events), asOf: end)
  }

  /// Verdicts as `standard outcome`, those on a reopening with its event.
  private func outcomes(_ audit: TicketAudit) -> [String] {
    audit.verdicts.map { verdict in
      "\(verdict.standard)\(verdict.event.map { "@\($0)" } ?? "") \(verdict.outcome.rawValue)"
    }
  }

  @Test(arguments: ["No, thanks", "Nie, dziękuję", "Dobrze, rozumiem", "Ok, super"])
  func `what may be a kind word breaks no promise`(text: String) throws {
    let audit = try audit(["10:00 customer \(text)"], asOf: "2026-03-06T12:00")
    #expect(outcomes(audit) == ["news undecided", "solved met", "solved@3 undecided"])
    #expect(
      audit.verdicts.last?.message
        == "not solved again for 50 h of 'desk', promised within 8 h; a person must see whether what "
        + "the customer wrote opened the case again")
    #expect(audit.findings.isEmpty)
  }

  @Test(arguments: ["Znowu nie działa", "A kiedy będzie faktura?", "When will it be back?"])
  func `what surely wants something opens the case again`(text: String) throws {
    let audit = try audit(["10:00 customer \(text)"], asOf: "2026-03-06T12:00")
    #expect(outcomes(audit) == ["news missed", "solved met", "solved@3 missed"])
    #expect(
      audit.findings.map(\.kind.rawValue) == ["reopened-soon", "untouched-over-shift-change"])
  }

  @Test func `time counts from the message that surely wants something`() throws {
    let early = ["10:00 customer Nie, dziękuję", "2026-03-03T10:00 customer Jednak nie działa!"]
    // 12 hours after the first, 1 hour after the second; then 9 hours after the second.
    let soon = try audit(early + ["2026-03-03T11:00 status solved"])
    #expect(outcomes(soon) == ["news undecided", "solved met", "solved@3 undecided"])
    let late = try audit(early + ["2026-03-03T19:00 status solved"])
    #expect(outcomes(late) == ["news missed", "solved met", "solved@3 missed"])
  }

  @Test func `a case that we open again is open`() throws {
    let audit = try audit(["10:00 status open"], asOf: "2026-03-06T12:00")
    #expect(outcomes(audit) == ["news missed", "solved met", "solved@3 missed"])
    #expect(audit.findings.map(\.kind.rawValue) == ["reopened-soon"])
  }

  @Test func `thanks for which the helpdesk opened the ticket leave it solved`() throws {
    let events = ["10:00 customer Dziękuję!", "10:00 status open"]
    #expect(outcomes(try audit(events)) == ["news met", "solved met"])
    let asked = try KindLog.ticket(Self.solved + events + ["10:30 survey csat"])
    let survey = try KindLog.judge(asked, by: "survey: {scale: csat, within: 2 h}")
    #expect(survey.outcome == .met, "\(survey.message)")
  }
}
