import ServiceTime
import Standards
import Tickets

extension PickUp {
  /// Judges how long the customer waited until somebody picked up.
  ///
  /// The clock starts with the contact's first event. Where the log does not say when somebody picked
  /// up, the first words spoken are the latest moment at which it can have been: they can prove a
  /// promise kept, not broken.
  func judge(_ view: TicketView, _ catalogue: Catalogue) -> Judgement {
    guard let openingHours = catalogue.openingHours(of: hours) else {
      return Judgement(.undecided, "the catalogue has no such hours")
    }
    guard let start = view.order.first(where: { view.isFromCustomer($0) || view.isPickedUp($0) })
    else {
      return Judgement(.notApplicable, "nobody called or wrote")
    }
    if view.replies.first.map({ view.comes($0.event, before: start) }) == true {
      return Judgement(.notApplicable, "the company began this contact")
    }
    let clock = PromiseClock(view: view, start: start, hours: openingHours, target: within)
    if let event = view.order.first(where: { view.isAbandoned($0) }) {
      let wait = clock.wait(until: event)
      return wait.elapsedSeconds > within.seconds
        ? Judgement(.missed, "the customer gave up after \(wait.elapsed)", wait: wait)
        : Judgement(
          .notApplicable, "the customer gave up after \(wait.elapsed), before \(within) were over",
          wait: wait)
    }
    if let event = view.order.first(where: { view.isPickedUp($0) }) {
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
  /// Whether an event says that a live contact was picked up.
  func isPickedUp(_ event: Int) -> Bool {
    if case .answered = ticket.events[event].kind { true } else { false }
  }

  /// Whether an event says that the customer gave up waiting.
  fileprivate func isAbandoned(_ event: Int) -> Bool {
    if case .abandoned = ticket.events[event].kind { true } else { false }
  }
}
