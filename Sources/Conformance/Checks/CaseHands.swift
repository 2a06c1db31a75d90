import Clocks
import ServiceTime
import Tickets

/// Who had a case, one after another.
///
/// `assign` events with an agent say it; as long as the log has none, the authors of what the customer
/// was told do. Somebody else who writes in a case that is assigned may have taken it over, or only
/// lent a hand. A case that lies with a group or with nobody in between still goes from one person to
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

  /// The transfers that the log shows.
  let transfers: [Transfer]
  /// The same, and those that may have been besides.
  let possible: [Transfer]
  /// Those that only may have been: somebody wrote in a case that was never assigned to them.
  var unassigned: [Transfer] {
    possible.filter { transfer in
      if case .assigned = steps[transfer.position].meaning { return false }
      return !transfers.contains { $0.event == transfer.event }
    }
  }
  /// Whether somebody may have had it whom the log does not name.
  let isUnsure: Bool

  private let steps: [TicketLog.Step]

  /// Somebody who has the case from a step on.
  private struct Hand {
    let position: Int
    let agent: String
    /// Whether it was assigned to them, or nothing says that it was to anybody.
    let isSure: Bool
  }

  init(_ log: TicketLog) {
    steps = log.steps
    var hands: [Hand] = []
    var isAssigned = false
    var answers: [(position: Int, agent: String?)] = []
    var isUnsure = false
    for (position, step) in steps.enumerated() {
      switch step.meaning {
      case .assigned(let assignment):
        guard let agent = assignment.agent else { continue }
        isAssigned = true
        hands.append(Hand(position: position, agent: agent, isSure: true))
      case .answers, .pickedUp:
        let agent = log.agent(at: step)
        answers.append((position, agent))
        if let agent {
          hands.append(Hand(position: position, agent: agent, isSure: !isAssigned))
        } else if !isAssigned {
          isUnsure = true
        }
      default: continue
      }
    }
    self.isUnsure = isUnsure && (isAssigned || answers.count > 1)
    transfers = Self.transfers(hands.filter(\.isSure), answers, steps)
    // Who had it before may say a last word in it.
    let sure = Set(hands.filter(\.isSure).map(\.agent))
    possible = Self.transfers(
      hands.filter { $0.isSure || !sure.contains($0.agent) }, answers, steps)
  }

  private static func transfers(
    _ hands: [Hand], _ answers: [(position: Int, agent: String?)], _ steps: [TicketLog.Step]
  ) -> [Transfer] {
    var transfers: [Transfer] = []
    var holder: String?
    var since = 0
    var took = 0
    for hand in hands {
      if let holder, holder != hand.agent {
        let hasAnswered = answers.contains { answer in
          (took..<hand.position).contains(answer.position) && answer.agent ?? holder == holder
        }
        if hasAnswered { since = took }
        let step = steps[hand.position]
        transfers.append(
          Transfer(
            from: holder, to: hand.agent, event: step.event, at: step.at, position: hand.position,
            since: since))
        took = hand.position
      }
      holder = hand.agent
    }
    return transfers
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
