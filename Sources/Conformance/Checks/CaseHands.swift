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
  let unassigned: [Transfer]
  /// Whether somebody may have had it whom the log does not name.
  let isUnsure: Bool

  private let answers: ByColleague
  private let notes: ByColleague
  /// The number of steps.
  private let end: Int

  /// Somebody who has the case from a step on.
  private struct Hand {
    let position: Int
    let agent: String
    /// Whether it was assigned to them, or nothing says that it was to anybody.
    let isSure: Bool
  }

  init(_ log: TicketLog) {
    end = log.steps.count
    var hands: [Hand] = []
    var isAssigned = false
    var isUnsure = false
    var answers: [(position: Int, agent: String?)] = []
    var written: [(position: Int, agent: String?)] = []
    var notes: [(position: Int, agent: String?)] = []
    for (position, step) in log.steps.enumerated() {
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
          if step.meaning == .answers { written.append((position, agent)) }
        } else if !isAssigned {
          isUnsure = true
        }
      case .touched:
        if case .note(let note) = log.ticket.events[step.event].kind, !note.text.isBlank {
          notes.append((position, note.agent))
        }
      default: continue
      }
    }
    self.answers = ByColleague(written)
    self.notes = ByColleague(notes)
    self.isUnsure = isUnsure && (isAssigned || answers.count > 1)
    guard hands.count > 1 else {
      (transfers, possible, unassigned) = ([], [], [])
      return
    }
    let sure = hands.filter(\.isSure)
    transfers = Self.transfers(sure, answers, log)
    // Who had it before may say a last word in it.
    let holders = Set(sure.map(\.agent))
    possible = Self.transfers(
      hands.filter { $0.isSure || !holders.contains($0.agent) }, answers, log)
    let doubtful = Set(hands.lazy.filter { !$0.isSure }.map(\.position))
    unassigned = possible.filter { doubtful.contains($0.position) }
  }

  private static func transfers(
    _ hands: [Hand], _ answers: [(position: Int, agent: String?)], _ log: TicketLog
  ) -> [Transfer] {
    var transfers: [Transfer] = []
    var holder: String?
    var since = 0
    var took = 0
    for hand in hands {
      if let holder, holder != hand.agent {
        let begin = answers.partitioningIndex(where: { $0.position >= took })
        let hasAnswered = answers[begin...].prefix { $0.position < hand.position }.contains {
          $0.agent ?? holder == holder
        }
        if hasAnswered { since = took }
        let step = log.steps[hand.position]
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
    let answer = answers.first(from: transfer.position, notBy: transfer.from)
    let last = answer ?? end
    if let note = notes.first(from: transfer.since, notBy: transfer.to), note <= last {
      return .there
    }
    if let note = notes.first(from: transfer.since), note <= last { return .ownOnly }
    return answer == nil && view.isSolved != true ? .mayCome : .missing
  }
}

/// What colleagues did, by its position in a log.
private struct ByColleague {
  private let positions: [Int]
  private let agents: [String?]
  /// For each of them the next one of another colleague; the end where there is none.
  private let nextOfOthers: [Int]

  /// - Parameter all: By position; a colleague whom the log does not name is nil.
  init(_ all: [(position: Int, agent: String?)]) {
    positions = all.map(\.position)
    agents = all.map(\.agent)
    var next = Array(repeating: all.count, count: all.count)
    for index in all.indices.dropLast().reversed() {
      next[index] = agents[index] == agents[index + 1] ? next[index + 1] : index + 1
    }
    nextOfOthers = next
  }

  /// The position of the first one at a position or behind it.
  func first(from position: Int) -> Int? {
    let index = positions.partitioningIndex(where: { $0 >= position })
    return index < positions.count ? positions[index] : nil
  }

  /// The same, of those that are not by a colleague.
  func first(from position: Int, notBy agent: String) -> Int? {
    let index = positions.partitioningIndex(where: { $0 >= position })
    guard index < positions.count else { return nil }
    let found = agents[index] == agent ? nextOfOthers[index] : index
    return found < positions.count ? positions[found] : nil
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
