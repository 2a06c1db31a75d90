package import Conformance

/// Which verdict is meant: reviews, waivers and baselines name verdicts by it.
///
/// A standard gives at most one verdict for each event of a ticket, and one for the ticket itself.
package struct VerdictKey: Hashable, Sendable {
  /// The ticket's id.
  package let ticket: String
  /// The index of what is judged among the ticket's events; nil for the ticket or its first wait.
  package let event: Int?
  /// The standard's id.
  package let standard: String

  /// Names a verdict by its parts.
  package init(ticket: String, event: Int?, standard: String) {
    self.ticket = ticket
    self.event = event
    self.standard = standard
  }

  /// The name of a verdict.
  package init(_ verdict: Verdict) {
    self.init(ticket: verdict.ticket, event: verdict.event, standard: verdict.standard)
  }
}
