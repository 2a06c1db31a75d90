package import ServiceTime
import Standards
package import TextMatching
package import Tickets

/// A reply that is not sent yet.
package struct Draft: Sendable {
  /// Where in the conversation it stands.
  package enum Stage: String, CaseIterable, Sendable {
    case first = "first-reply"
    case later = "reply"
    /// The ticket is solved with it.
    case last = "last-reply"
  }

  package var text: String
  /// nil where the ticket tells, or nobody knows; then what depends on it is not judged.
  package var stage: Stage?
  /// The ticket that it answers: with its events, or only what is known of it.
  package var ticket: Ticket

  package init(_ text: String, stage: Stage? = nil, in ticket: Ticket) {
    self.text = text
    self.stage = stage
    self.ticket = ticket
  }

  /// The ticket as it would be once the draft is sent, and the draft's index among its events.
  func sent(at now: OffsetInstant) -> (ticket: Ticket, event: Int) {
    var ticket = ticket
    func message(_ from: Message.Sender, _ text: String) -> TicketEvent {
      TicketEvent(at: now, kind: .message(Message(from: from, text: text)))
    }
    if ticket.events.isEmpty {
      ticket.events.append(message(.customer, "…"))
      // What the earlier reply said is not known, and not judged.
      if stage == .later { ticket.events += [message(.agent, "…"), message(.customer, "…")] }
    }
    ticket.events.append(message(.agent, text))
    let event = ticket.events.count - 1
    switch stage {
    case .last: ticket.events.append(TicketEvent(at: now, kind: .status(.solved)))
    case .first, .later: ticket.events.append(TicketEvent(at: now, kind: .status(.open)))
    case nil: break
    }
    return (ticket, event)
  }
}

/// What a catalogue makes of a draft.
package struct DraftReport: Sendable {
  /// The draft's verdicts, in the order of the catalogue.
  package let verdicts: [Verdict]
  /// The language that it is written in; nil when that cannot be told.
  package let language: Language?
  /// What can be seen in it; nil where nobody asked.
  package let observed: ObservedReply?
  /// The draft.
  package let text: String
  /// For each standard that was missed, an example that keeps it, in the draft's language.
  package let examples: [String: String]
}

extension Auditor {
  /// Judges a draft as the reply it would be, if it were sent now.
  ///
  /// - Parameters:
  ///   - now: When it would be sent; not before the ticket's last event.
  ///   - observing: Whether to tell as well what can be seen in it.
  /// - Complexity: O(bytes of the ticket's messages + standards).
  package func check(
    _ draft: Draft, at now: OffsetInstant, observing: Bool = true
  ) -> DraftReport {
    let (ticket, event) = draft.sent(at: now)
    let checked = check(replyAt: event, of: ticket, observing: observing)
    var examples: [String: String] = [:]
    for verdict in checked.verdicts where verdict.outcome == .missed {
      examples[verdict.standard] = example(keeping: verdict.standard, checked.language)
    }
    return DraftReport(
      verdicts: checked.verdicts, language: checked.language, observed: checked.observed,
      text: draft.text, examples: examples)
  }

  /// The first example in a language that keeps a standard.
  private func example(keeping id: String, _ language: Language?) -> String? {
    guard let language, let standard = standard(id) else { return nil }
    for entry in standard.examples.entries where entry.side == .pass {
      guard case .reply(let text) = entry.example else { continue }
      let plain = MarkedText(text).text
      if Language.of(FoldedText(plain)) == language { return plain }
    }
    return nil
  }
}
