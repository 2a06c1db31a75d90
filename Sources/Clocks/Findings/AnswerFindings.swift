import ServiceTime
import Standards
import Tickets

extension TicketLog {
  /// First replies to a message that may only hold: the clocks of most helpdesks stop at them.
  func holdingReplies(_ waits: [ResponseWait], _ hours: OpeningHours) -> [TicketFinding] {
    waits.compactMap { wait in
      guard let first = wait.holding.first, let held = instant(of: first) else { return nil }
      let more: String =
        switch wait.run.end {
        case .stopped: "an answer with more came \(time(from: held, to: wait.run.to, hours)) later"
        case .closed, .abandoned, .running: "no answer with more came after it"
        }
      return finding(
        .holdingReply, [wait.run.start, first, wait.run.endEvent], from: wait.run.from, to: held,
        "this reply may only say that somebody is at it; \(more)")
    }
  }

  /// The opening time between two instants in words; where the desk was closed, the time on the wall.
  private func time(from start: Instant, to end: Instant, _ hours: OpeningHours) -> String {
    let seconds = hours.elapsed(from: start, to: end)
    return seconds > 0
      ? words(seconds, hours) : TimeSpan(seconds: end.seconds - start.seconds).inHours
  }

  /// Cases that are done though nobody ever wrote to the customer, or picked up.
  func solvedWithoutAnswer() -> [TicketFinding] {
    guard let question = firstQuestion else { return [] }
    var done: Step?
    for step in steps {
      switch step.meaning {
      case .answers, .pickedUp, .abandoned: return []
      case .status(let status): done = status.isDone ? done ?? step : nil
      case .other:
        // The other ticket tells how it went on.
        if case .merge = ticket.events[step.event].kind { return [] }
      default: break
      }
    }
    guard let done else { return [] }
    return [
      finding(
        .solvedWithoutAnswer, [question.event, done.event], from: question.at, to: done.at,
        "solved, and nobody ever wrote to the customer: tell them how it ended")
    ]
  }

  /// Answers of a person that ended a wait while the desk was closed.
  func answersOutsideHours(_ hours: OpeningHours) -> [TicketFinding] {
    responseWaits(endsAt: .anyHuman).compactMap { wait in
      guard case .stopped(let event) = wait.run.end, !hours.isOpen(at: wait.run.to) else {
        return nil
      }
      return finding(
        .answeredOutsideHours, [wait.run.start, event], from: wait.run.from, to: wait.run.to,
        "answered while the desk was closed: see whether somebody works longer than planned")
    }
  }
}
