import Clocks
import ServiceTime
import Tickets

/// Who had a case, one after another.
///
/// `assign` events with an agent say it; where the log has none, the authors of what the customer was
/// told do. A case that lies with a group or with nobody in between still goes from one person to
/// the next.
struct CaseHands {
  /// A case goes from one person to another.
  struct Transfer {
    let from: String
    let to: String
    let event: Int
    let at: Instant
    /// Where it happens among the log's steps.
    let position: Int
    /// Where the one who gives it away took it over, among the log's steps; for one who only passed it
    /// on, where the one before did.
    let since: Int
  }

  /// Whether what is known was handed on.
  enum Note {
    case there
    case missing
    /// There is none but of the one who took over.
    case ownOnly
    /// There is none, and the one who took over has not answered yet.
    case mayCome
  }

  let transfers: [Transfer]
  /// Whether `assign` events say who had it.
  let isByAssignment: Bool
  /// Whether somebody may have had it whom the log does not name.
  let isUnsure: Bool

  private let steps: [TicketLog.Step]

  init(_ log: TicketLog) {
    steps = log.steps
    let assigned: [(Int, String)] = log.steps.enumerated().compactMap { position, step in
      guard case .assigned(let assignment) = step.meaning else { return nil }
      return assignment.agent.map { (position, $0) }
    }
    isByAssignment = !assigned.isEmpty
    let answers = log.steps.indices.filter {
      log.steps[$0].meaning == .answers || log.steps[$0].meaning == .pickedUp
    }
    let written = answers.compactMap { position in
      log.agent(at: log.steps[position]).map { (position, $0) }
    }
    isUnsure = assigned.isEmpty && answers.count > 1 && written.count < answers.count
    var transfers: [Transfer] = []
    var holder: String?
    var since = 0
    var took = 0
    for (position, agent) in assigned.isEmpty ? written : assigned {
      if let holder, holder != agent {
        let hasAnswered = answers.contains { answer in
          guard (took..<position).contains(answer) else { return false }
          return log.agent(at: log.steps[answer]).map { $0 == holder } ?? true
        }
        if hasAnswered { since = took }
        let step = log.steps[position]
        transfers.append(
          Transfer(
            from: holder, to: agent, event: step.event, at: step.at, position: position,
            since: since))
        took = position
      }
      holder = agent
    }
    self.transfers = transfers
  }

  /// Whether a note tells what is known at a transfer: written since the case came to the one who gives
  /// it away, and no later than the first answer of another one.
  func note(for transfer: Transfer, in view: TicketView) -> Note {
    let answer = steps[transfer.position...].firstIndex { step in
      step.meaning == .answers && view.log.agent(at: step).map { $0 != transfer.from } ?? false
    }
    var isOwn = false
    for step in steps[transfer.since...(answer ?? steps.count - 1)] {
      guard case .note(let note) = view.ticket.events[step.event].kind, !note.text.isBlank else {
        continue
      }
      guard note.agent == transfer.to else { return .there }
      isOwn = true
    }
    if isOwn { return .ownOnly }
    return answer == nil && view.isSolved != true ? .mayCome : .missing
  }
}

extension TicketLog {
  /// The colleague who wrote to the customer or picked up, if the event says.
  fileprivate func agent(at step: Step) -> String? {
    switch ticket.events[step.event].kind {
    case .message(let message): message.agent
    case .answered(let agent): agent
    default: nil
    }
  }
}
