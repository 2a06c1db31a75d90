import ServiceTime
import Standards
import Tickets

/// The clock of one promise on one ticket: from an event, on opening hours, towards a target.
struct PromiseClock {
  let view: TicketView
  /// The index of the event that starts it.
  let start: Int
  let hours: OpeningHours
  let target: TimeSpan

  /// The wait until an event.
  func wait(until event: Int) -> Evidence.Wait {
    Evidence.Wait(
      fromEvent: start, toEvent: event,
      elapsedSeconds: elapsed(until: view.ticket.events[event].at.instant),
      targetSeconds: target.seconds)
  }

  /// Judges a wait that nothing in the log ends.
  ///
  /// - Parameters:
  ///   - isOver: Whether the ticket was closed all the same; nil when the log does not say.
  ///   - note: What to add of a wait that was missed.
  func judgeUnanswered(
    isOver: Bool?, note: (Evidence.Wait) -> String = { _ in "" }
  ) -> Judgement {
    let now = view.asOf ?? view.ticket.events[start].at.instant
    let wait = Evidence.Wait(
      fromEvent: start, toEvent: nil, elapsedSeconds: elapsed(until: now),
      targetSeconds: target.seconds)
    if wait.elapsedSeconds > target.seconds {
      return Judgement(
        .missed, "nobody has answered for \(wait.elapsed), promised within \(target)\(note(wait))",
        wait: wait)
    }
    if isOver == true {
      return Judgement(.missed, "closed without an answer", wait: wait)
    }
    return Judgement(
      .undecided,
      "not answered within the \(wait.elapsed) that the log covers, promised within \(target)",
      wait: wait)
  }

  private func elapsed(until end: Instant) -> Int {
    hours.elapsed(from: view.ticket.events[start].at.instant, to: end)
  }
}

extension Evidence.Wait {
  /// The time counted, in words.
  var elapsed: TimeSpan { TimeSpan(seconds: elapsedSeconds) }
}

extension PromiseHours {
  /// The hours as they follow a time in a sentence.
  var inWords: String {
    switch self {
    case .always: ""
    case .calendar(let name): " of '\(name)'"
    }
  }
}
