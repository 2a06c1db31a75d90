import Conformance
import Diagnostics
import Foundation
import ServiceTime
import Standards
import Tickets

/// Audits for tests of reports.
enum Audits {
  /// A desk that answers mail in a quarter of an hour, greets, and promises no "soon".
  static let catalogue = Catalogues.read(
    """
    catalogue: {name: Shop & Son, version: 2026-11, languages: [en, pl]}
    calendars:
      desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
    channels:
      email: {kind: deferred}
      chat: {kind: live}
    phrases:
      greetings: {en: [hello], pl: [dzień dobry]}
      vague: {en: [soon], pl: [wkrótce]}
    standards:
      - id: mail-quarter
        title: Mail is answered within a quarter of an hour
        why: Who waits writes twice.
        applies-to: {channel: email}
        first-response: {within: 15 min, share: 95%, hours: desk}
        severity: critical
      - id: greet
        title: {en: We greet, pl: Witamy się}
        greeting: {phrases: greetings}
        severity: minor
        tags: [manners, words, manners]
        examples:
          pass: ["==Hello==, it is done.", "==Dzień dobry==, sprawa jest już załatwiona."]
          fail: ["It is done."]
      - id: no-vague-promise
        title: We do not write "soon"
        vague-promise: {phrases: vague}
        weight: 10
      - id: listening
        title: We listen
        checklist: {questions: [{id: heard, ask: Did the agent listen?}]}
    """)

  /// One message of a ticket, so many minutes after Monday, 2 March 2026, 9:00 in Warsaw.
  static func message(
    _ from: Message.Sender, _ minutes: Int, _ text: String, agent: String? = nil
  ) -> TicketEvent {
    let instant = Instant(seconds: 1_772_438_400 + minutes * 60)
    return TicketEvent(
      at: OffsetInstant(instant: instant, utcOffset: 3600),
      kind: .message(
        Message(from: from, agent: from == .agent ? agent ?? "ola" : nil, text: text)))
  }

  /// A ticket in which a customer writes and is answered after 20 minutes.
  static func ticket(
    _ id: String, _ answer: String, asking question: String = "Help?", agent: String = "ola",
    channel: String = "email", topic: String? = nil, after minutes: Int = 20, day: Int = 0
  ) -> Ticket {
    Ticket(
      id: id, channel: channel, topic: topic,
      events: [
        message(.customer, day * 1440, question),
        message(.agent, day * 1440 + minutes, answer, agent: agent),
      ])
  }

  /// Prepared once: that takes a second.
  private static let auditor = Result { try Auditor(catalogue, Lexicon.builtIn().lexicon) }

  /// Judges a ticket.
  static func audit(_ ticket: Ticket) throws -> TicketAudit { try auditor.get().audit(ticket) }

  /// Judges a ticket, and lets a person say something of its misses.
  static func audit(_ ticket: Ticket, remark: Remark) throws -> TicketAudit {
    var audit = try audit(ticket)
    for index in audit.verdicts.indices where audit.verdicts[index].outcome == .missed {
      audit.verdicts[index].remark = remark
    }
    return audit
  }

  static let waived = Remark(
    waiver: Remark.Waiver(
      by: "ewa", why: "the mail server was down", until: CivilDate(year: 2026, month: 3, day: 31)))

  static let decided = Remark(
    decision: Remark.Decision(
      reviewer: "ewa", at: Instant(seconds: 1_772_500_000), reason: "read aloud",
      automatic: .undecided, automaticMessage: "cannot tell"))

  static let known = Remark(isKnown: true)

  /// What nobody should be able to do anything with but read it.
  static let hostile = """
    =HYPERLINK("http://evil.example","x"),</script><script>alert(1)</script></style><!--
    ]]> <img src=x onerror=alert(1)> javascript:alert(1) & "quoted" 'single' \u{202E}gnirts\u{202C}
    \u{0}\u{7}\u{1B}[31m\u{FFFE}\u{2028} soon 👩🏽‍🔧
    """
}
