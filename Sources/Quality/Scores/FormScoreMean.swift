package import Conformance

/// The mean form score of many replies: a range while anything is undecided.
package struct FormScoreMean: Hashable, Sendable {
  /// How many replies have a score or a range.
  package private(set) var replies = 0
  /// How many of them a missed critical standard fails.
  package private(set) var failed = 0
  /// Of how many the score is a range, since something is undecided.
  package private(set) var open = 0
  private var low = 0.0
  private var high = 0.0

  /// Counts nothing yet.
  package init() {}

  /// Counts the replies of a ticket.
  ///
  /// - Complexity: O(replies + verdicts).
  package mutating func add(_ audit: TicketAudit, by standards: ScoredStandards) {
    for (_, score) in audit.replyScores(by: standards) { add(score) }
  }

  /// Counts a reply, if anything of it counts.
  package mutating func add(_ score: FormScore) {
    guard let range = score.range else { return }
    replies += 1
    if score.criticalMisses > 0 { failed += 1 }
    if range.lowerBound < range.upperBound { open += 1 }
    low += range.lowerBound
    high += range.upperBound
  }

  /// Between which scores the mean lies (0 to 100), all undecided being missed, and all being met; nil
  /// without a reply.
  package var range: ClosedRange<Double>? {
    replies == 0 ? nil : low / Double(replies)...max(low, high) / Double(replies)
  }
}
