import ServiceTime
import Standards
import TextMatching
import Tickets

extension FirstResponse {
  /// Judges how long the customer waited for the first answer of a person.
  ///
  /// The clock starts at the customer's first message, also in tickets that the company began, and
  /// runs in the standard's hours.
  func judge(_ view: TicketView, _ catalogue: Catalogue) -> Judgement {
    guard let openingHours = catalogue.openingHours(of: hours) else {
      return Judgement(.undecided, "the catalogue has no such hours")
    }
    guard let start = view.order.first(where: { view.isFromCustomer($0) }) else {
      return Judgement(.notApplicable, "the customer wrote nothing")
    }
    let clock = PromiseClock(view: view, start: start, hours: openingHours, target: within)
    let answers = view.allReplies.filter { view.comes(start, before: $0.event) }
    guard let first = answers.first else {
      return clock.judgeUnanswered(isOver: view.isSolved, note: beyondLongest)
    }
    let wait = clock.wait(until: first.event)
    let promised = "promised within \(within)\(hours.inWords)"
    if wait.elapsedSeconds > within.seconds {
      return Judgement(
        .missed,
        "answered after \(wait.elapsed)\(hours.inWords), promised within \(within)"
          + beyondLongest(wait), wait: wait)
    }
    if end == .substantive, first.onlyHolds {
      // A second answer in time settles it, whatever the first one was worth.
      if let second = answers.dropFirst().first {
        let secondWait = clock.wait(until: second.event)
        if secondWait.elapsedSeconds <= within.seconds, !second.onlyHolds {
          return Judgement(
            .met, "answered after \(secondWait.elapsed), \(promised)", wait: secondWait)
        }
      }
      return Judgement(
        .undecided,
        "a reply came after \(wait.elapsed), but it may only say that somebody is at it",
        wait: wait)
    }
    return Judgement(.met, "answered after \(wait.elapsed), \(promised)", wait: wait)
  }
}

extension FirstResponse {
  /// What is added where somebody waited longer than anybody should; nothing else.
  private func beyondLongest(_ wait: Evidence.Wait) -> String {
    guard let longest = neverLongerThan, wait.elapsedSeconds > longest.seconds else { return "" }
    return " and never longer than \(longest)"
  }
}

extension TicketView.Reply {
  /// From so many words on, "we are looking into it" is not all that a reply says.
  private static let wordsOfSubstance = 40

  /// Whether the reply may say no more than that somebody is at it.
  fileprivate var onlyHolds: Bool {
    let whole = 0..<scanned.folded.bytes.count
    return scanned.contains(.lexicon(.holding), in: whole)
      && !scanned.contains(.lexicon(.timeBounds), in: whole)
      && !scanned.sentences.contains { $0.isQuestion }
      && scanned.words(from: 0, to: whole.upperBound) < Self.wordsOfSubstance
  }
}

extension TicketView {
  /// Replies and additions together, by time.
  var allReplies: [Reply] {
    if additions.isEmpty { return replies }
    return (replies + additions).sorted { comes($0.event, before: $1.event) }
  }

  /// Whether an event is a message that the customer wrote by hand.
  func isFromCustomer(_ event: Int) -> Bool {
    guard let message = message(at: event) else { return false }
    return message.from == .customer && !message.isAutomatic
  }

  /// Whether one event comes before another, those of one moment in the order of the log.
  func comes(_ event: Int, before other: Int) -> Bool {
    let (left, right) = (ticket.events[event].at.instant, ticket.events[other].at.instant)
    return (left, event) < (right, other)
  }
}
