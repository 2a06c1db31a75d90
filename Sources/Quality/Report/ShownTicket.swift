package import Conformance
package import ServiceTime
import Standards
import TextMatching
package import Tickets

/// What a report shows of a ticket: what the audit made of it, and its texts and names as they may be
/// read.
package struct ShownTicket: Sendable {
  /// What the audit made of it.
  package let audit: TicketAudit
  /// The ticket as it is shown. Where it is not the one that was judged, since personal data are masked,
  /// every event and every code point of its texts must still stand where it stood.
  package let ticket: Ticket

  /// Shows a ticket, as it was judged or as another one.
  package init(_ audit: TicketAudit, as ticket: Ticket? = nil) {
    self.audit = audit
    self.ticket = ticket ?? audit.view.ticket
  }

  /// Who wrote the reply that a verdict is about, or whose answer ended the wait that it is about; nil
  /// where the log names nobody.
  package func agent(of verdict: Verdict) -> String? {
    if let event = verdict.event, let agent = agent(at: event) { return agent }
    for case .time(let wait) in verdict.evidence {
      if let end = wait.toEvent, let agent = agent(at: end) { return agent }
    }
    return nil
  }

  /// When that began which a verdict is about, as the helpdesk wrote it: the reply, the wait, or the
  /// ticket; nil for a ticket without events.
  package func moment(of verdict: Verdict) -> OffsetInstant? {
    var event = verdict.event
    if event == nil {
      for case .time(let wait) in verdict.evidence { event = wait.fromEvent }
    }
    guard let event, ticket.events.indices.contains(event) else { return ticket.events.first?.at }
    return ticket.events[event].at
  }

  /// The code of the language of the reply that a verdict is about; nil where it is about none, or
  /// cannot be told.
  package func language(of verdict: Verdict) -> String? {
    guard let event = verdict.event else { return nil }
    return audit.view.replies.first { $0.event == event }?.scanned.language?.rawValue
  }

  /// Who answered at an event; nil where nobody did, or nobody is named.
  package func agent(at event: Int) -> String? {
    guard ticket.events.indices.contains(event) else { return nil }
    return switch ticket.events[event].kind {
    case .message(let message) where message.from == .agent: message.agent
    case .answered(let agent): agent
    default: nil
    }
  }
}
