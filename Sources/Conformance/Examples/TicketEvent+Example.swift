import ServiceTime
import Standards
import Tickets

extension TicketEvent {
  /// What a line of an example's log says, as a helpdesk would export it.
  init(at moment: OffsetInstant, _ event: Examples.Event) {
    let who = event.by
    var fields: [JSONField] = []
    let kind: Kind
    switch event.kind {
    case .message(let sender, let text, let isAutomatic):
      kind = .message(
        Message(from: sender.inTickets, agent: who, text: text, isAutomatic: isAutomatic))
    case .note(let text): kind = .note(Note(agent: who, text: text))
    case .work(let seconds): kind = .work(Work(agent: who, seconds: Double(seconds)))
    case .answered: kind = .answered(agent: who)
    case .abandoned: kind = .abandoned
    case .rating(let scale, let score): kind = .rating(Rating(scale: scale.inTickets, score: score))
    case .survey(let scale): kind = .survey(scale.inTickets)
    case .status(let status): kind = .status(status.inTickets)
    case .assign(let agent, let group): kind = .assign(Assignment(agent: agent, group: group))
    case .priority(let priority): kind = .priority(priority)
    case .channel(let channel): kind = .channel(channel)
    case .merge(let winner): kind = .merge(into: winner)
    }
    switch event.kind {
    case .message, .note, .work, .answered, .abandoned, .rating, .survey: break
    case .status, .assign, .priority, .channel, .merge:
      // These have no agent of their own; exports that name one keep it so.
      if let who { fields = [JSONField("agent", .string(who))] }
    }
    self.init(at: moment, kind: kind, fields: fields)
  }
}

extension Examples.Event.Sender {
  fileprivate var inTickets: Message.Sender {
    switch self {
    case .customer: .customer
    case .agent: .agent
    case .system: .system
    }
  }
}

extension Examples.Event.Status {
  fileprivate var inTickets: TicketStatus {
    switch self {
    case .new: .new
    case .open: .open
    case .pending: .pending
    case .hold: .hold
    case .solved: .solved
    case .closed: .closed
    case .spam: .spam
    case .duplicate: .duplicate
    }
  }
}

extension Survey.Scale {
  fileprivate var inTickets: Rating.Scale {
    switch self {
    case .nps: .nps
    case .csat: .csat
    case .ces: .ces
    }
  }
}
