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

  private let answers: ByColleague
  private let notes: ByColleague
  /// The number of steps.
  private let end: Int

  init(_ log: TicketLog) {
    end = log.steps.count
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
    self.answers = ByColleague(
      written.filter { log.steps[$0.0].meaning == .answers }.map { (position: $0.0, agent: $0.1) })
    notes = ByColleague(
      log.steps.enumerated().compactMap { position, step -> (position: Int, agent: String?)? in
        guard case .note(let note) = log.ticket.events[step.event].kind, !note.text.isBlank else {
          return nil
        }
        return (position, note.agent)
      })
    isUnsure = assigned.isEmpty && answers.count > 1 && written.count < answers.count
    var transfers: [Transfer] = []
    var holder: String?
    var since = 0
    var took = 0
    for (position, agent) in assigned.isEmpty ? written : assigned {
      if let holder, holder != agent {
        let begin = answers.partitioningIndex(where: { $0 >= took })
        let hasAnswered = answers[begin...].prefix { $0 < position }.contains { answer in
          log.agent(at: log.steps[answer]).map { $0 == holder } ?? true
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
