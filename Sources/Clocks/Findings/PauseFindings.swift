import ServiceTime
import Tickets

extension TicketLog {
  /// A helpdesk that opens a ticket when the customer writes, or takes status and answer down one
  /// after the other, may need so long (unit: s of opening time).
  private static let shortestPause = 60

  /// Stretches in which the ticket was pending and a question of the customer's was not answered.
  func pausesWhileCustomerWaits(_ hours: OpeningHours) -> [TicketFinding] {
    var found: [TicketFinding] = []
    var question: Step?
    var pending: Step?
    var begun: Step?
    func close(_ begun: Step, _ question: Step, _ pending: Step, at to: Instant, by end: Step?) {
      let seconds = hours.elapsed(from: begun.at, to: to)
      guard seconds >= Self.shortestPause else { return }
      let time = words(seconds, hours)
      let message =
        begun.event == pending.event
        ? "set to pending while the customer's question was not answered, for \(time): answer first"
        : "the customer wrote and the ticket stayed pending for \(time): it was waiting for us"
      found.append(
        finding(
          .pausedWhileCustomerWaits, [question.event, pending.event, end?.event], from: begun.at,
          to: to, message))
    }
    for step in steps {
      let before = (question, pending)
      switch step.meaning {
      case .asks: question = question ?? step
      case .answers, .pickedUp: question = nil
      case .status(.pending): pending = pending ?? step
      case .status(let status):
        pending = nil
        if status.isDone { question = nil }
      default: continue
      }
      if let start = begun, question == nil || pending == nil {
        if let asked = before.0, let paused = before.1 {
          close(start, asked, paused, at: step.at, by: step)
        }
        begun = nil
      } else if begun == nil, question != nil, pending != nil {
        begun = step
      }
    }
    if let begun, let question, let pending, let end {
      close(begun, question, pending, at: end, by: nil)
    }
    return found
  }

  /// Pauses that began after replies that ask the customer nothing.
  ///
  /// Where one of the replies was not read, or a machine wrote after them, nobody can tell.
  func pausesWithoutAsking(_ hours: OpeningHours) -> [TicketFinding] {
    var found: [TicketFinding] = []
    var replies = RepliesSoFar()
    var status: TicketStatus?
    for (index, step) in steps.enumerated() {
      replies.read(step)
      guard case .status(let new) = step.meaning else { continue }
      defer { status = new }
      guard new == .pending, status != .pending, replies.askNothing, let last = replies.last else {
        continue
      }
      let over = steps[(index + 1)...].first { $0.endsPause }
      let to = over?.at ?? end ?? step.at
      let seconds = hours.elapsed(from: step.at, to: to)
      // Solved at once, or the customer wrote before anybody came: the pause stopped no clock.
      guard over == nil || seconds >= Self.shortestPause else { continue }
      found.append(
        finding(
          .pausedWithoutAsking, [last.event, step.event, over?.event], from: step.at, to: to,
          "set to pending after a reply that asks the customer nothing"
            + (seconds > 0 ? ", for \(words(seconds, hours))" : "")
            + ": leave it open while we work, or solve it"))
    }
    return found
  }
}

extension TicketLog.Step {
  /// Whether a pause that waits for the customer is over.
  fileprivate var endsPause: Bool {
    switch meaning {
    case .asks: true
    case .status(let status): status != .pending
    default: false
    }
  }
}
