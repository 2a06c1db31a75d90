package import ServiceTime
import Standards

/// Something in a ticket's log that a reviewer should see, whatever the catalogue promises.
package struct TicketFinding: Hashable, Sendable {
  /// What was found; the raw value is its name in every report.
  package enum Kind: String, CaseIterable, Sendable {
    /// The ticket was pending while a question of the customer's was not answered.
    case pausedWhileCustomerWaits = "paused-while-customer-waits"
    /// The ticket was set to pending after a reply that asks the customer nothing.
    case pausedWithoutAsking = "paused-without-asking"
    /// The first reply to a message may say no more than that somebody is at it.
    case holdingReply = "holding-reply"
    /// The source system counts an automatic message as the first response.
    case automaticCountedAsAnswer = "automatic-counted-as-answer"
    /// The case was opened again soon after it had been solved.
    case reopenedSoon = "reopened-soon"
    /// The case was solved, and nobody ever wrote to the customer.
    case solvedWithoutAnswer = "solved-without-answer"
    /// The customer waited, and nobody touched the case before and after a change of shift.
    case untouchedOverShiftChange = "untouched-over-shift-change"
    /// The customer was answered when the desk was closed.
    case answeredOutsideHours = "answered-outside-hours"
    /// A reply named a time, and the customer had to ask again behind it.
    case promiseBroken = "promise-broken"
    /// A reply named a time, and the log does not show that it was kept.
    case promiseNotShown = "promise-not-shown"
    /// A reply named a time, and somebody was back by then.
    case promiseKept = "promise-kept"
  }

  /// Whether something went wrong.
  package enum Severity: String, Sendable {
    case fault
    /// Worth knowing, and nobody's fault.
    case information
  }

  package let kind: Kind
  /// The events that it is about (indices among the ticket's events), by time, each once.
  package let events: [Int]
  /// When it began.
  package let from: Instant
  /// When it was over, or the log ends.
  package let to: Instant
  /// What happened, and what to look at or to do, in one sentence.
  package let message: String

  /// The finding in other words.
  package func saying(_ message: String) -> TicketFinding {
    TicketFinding(kind: kind, events: events, from: from, to: to, message: message)
  }
}

extension TicketFinding.Kind {
  /// Whether such a thing is a fault.
  package var severity: TicketFinding.Severity {
    switch self {
    case .holdingReply, .answeredOutsideHours, .promiseNotShown, .promiseKept: .information
    case .pausedWhileCustomerWaits, .pausedWithoutAsking, .automaticCountedAsAnswer, .reopenedSoon,
      .solvedWithoutAnswer, .untouchedOverShiftChange, .promiseBroken:
      .fault
    }
  }
}

extension TicketLog {
  /// Everything in the log that a reviewer should see, by time.
  ///
  /// - Parameters:
  ///   - hours: When the desk is open; time in which it is not is nobody's.
  ///   - shiftChanges: When one shift takes over from another.
  ///   - asksForSure: Whether a message of the customer's, given by its event, surely wants something.
  ///     Asked only of those that follow an answer, where something rests on it.
  /// - Complexity: O(steps · log intervals of a year + days of the waits).
  package func findings(
    hours: OpeningHours, shiftChanges: ShiftChanges, asksForSure: (Int) -> Bool = { _ in true }
  ) -> [TicketFinding] {
    let waits = responseWaits(endsAt: .substantive)
    var all = pausesWhileCustomerWaits(hours)
    all += pausesWithoutAsking(hours)
    all += holdingReplies(waits, hours)
    all += automaticCountedAsAnswer()
    all += reopeningsSoon(asksForSure)
    all += solvedWithoutAnswer()
    all += untouchedOverShiftChange(waits, hours, shiftChanges, asksForSure)
    all += answersOutsideHours(hours)
    return all.enumerated().sorted { ($0.1.from, $0.0) < ($1.1.from, $1.0) }.map(\.1)
  }

  /// A finding about events, which are put in order; those that are nil are left out.
  package func finding(
    _ kind: TicketFinding.Kind, _ events: [Int?], from: Instant, to: Instant, _ message: String
  ) -> TicketFinding {
    var ordered: [Int] = []
    for event in events.compactMap({ $0 }) where !ordered.contains(event) { ordered.append(event) }
    ordered.sort { (instant(of: $0) ?? from, $0) < (instant(of: $1) ?? from, $1) }
    return TicketFinding(kind: kind, events: ordered, from: from, to: to, message: message)
  }

  /// Opening time in words: `2 h 30 min of opening time`.
  func words(_ seconds: Int, _ hours: OpeningHours) -> String {
    TimeSpan(seconds: seconds).inHours + (hours.isAlwaysOpen ? "" : " of opening time")
  }
}
