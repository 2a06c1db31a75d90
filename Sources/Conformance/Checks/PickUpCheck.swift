import ServiceTime
import Standards
import Tickets

extension PickUp {
  /// Judges how long the customer waited until somebody picked up.
  ///
  /// The clock starts with the customer's first message, or where there is none with the first event
  /// before somebody picked up or the customer gave up. Where the log does not say when somebody picked
  /// up, the first words spoken are the latest moment at which it can have been: they can prove a
  /// promise kept, not broken.
  func judge(_ view: TicketView, _ catalogue: Catalogue) -> Judgement {
    guard let openingHours = catalogue.openingHours(of: hours) else {
      return Judgement(.undecided, "the catalogue has no such hours")
    }
    guard let start = view.contactStart else {
      return Judgement(.undecided, "the log does not say when the contact began")
    }
    if let first = view.allReplies.first?.event, first == start || view.comes(first, before: start)
    {
      return Judgement(.notApplicable, "the company began this contact")
    }
    let clock = PromiseClock(view: view, start: start, hours: openingHours, target: within)
    let end = view.order.first { view.isPickedUp($0) || view.isAbandoned($0) }
    if let event = end, view.isAbandoned(event) {
      let wait = clock.wait(until: event)
      return wait.elapsedSeconds > within.seconds
        ? Judgement(.missed, "the customer gave up after \(wait.elapsed)", wait: wait)
        : Judgement(
          .notApplicable, "the customer gave up after \(wait.elapsed), before \(within) were over",
          wait: wait)
    }
    if let event = end {
      let wait = clock.wait(until: event)
      let outcome: Verdict.Outcome = wait.elapsedSeconds <= within.seconds ? .met : .missed
      return Judgement(
        outcome, "picked up after \(wait.elapsed), promised within \(within)", wait: wait)
    }
    guard let spoken = view.allReplies.first else {
      return clock.judgeUnanswered(isOver: view.isSolved)
    }
    let wait = clock.wait(until: spoken.event)
    return wait.elapsedSeconds <= within.seconds
      ? Judgement(.met, "spoken to after \(wait.elapsed), promised within \(within)", wait: wait)
      : Judgement(
        .undecided, "the log has no 'answered' event; the first words came after \(wait.elapsed)",
        wait: wait)
  }
}

extension TicketView {
  /// The event with which a live contact began; nil when the log does not tell.
  var contactStart: Int? {
    let before = order.prefix { !isPickedUp($0) && !isAbandoned($0) }
    return before.first { isFromCustomer($0) } ?? before.first
  }

  /// Whether an event says that a live contact was picked up.
  func isPickedUp(_ event: Int) -> Bool {
    if case .answered = ticket.events[event].kind { true } else { false }
  }

  /// Whether an event says that the customer gave up waiting.
  fileprivate func isAbandoned(_ event: Int) -> Bool {
    if case .abandoned = ticket.events[event].kind { true } else { false }
  }
}
