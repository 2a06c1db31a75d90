package import Conformance
package import Standards
package import Tickets

/// One verdict that a person looks at, with the ticket it is about.
package struct ReviewCase: Sendable {
  /// The auditor's verdict.
  package let verdict: Verdict
  /// The ticket, as it is shown.
  package let ticket: Ticket
  /// The standard.
  package let standard: Standard

  /// Which verdict it is.
  package var key: VerdictKey { VerdictKey(verdict) }

  /// The questions that a person answers; nil for other standards.
  package var checklist: Checklist? {
    if case .checklist(let list) = standard.requirement { list } else { nil }
  }

  /// Creates a case.
  package init(verdict: Verdict, ticket: Ticket, standard: Standard) {
    self.verdict = verdict
    self.ticket = ticket
    self.standard = standard
  }

  /// The verdicts of a ticket that a person looks at, in the order of the audit.
  ///
  /// - Parameters:
  ///   - outcomes: Which verdicts.
  ///   - ticket: The ticket as it is shown, where that is not as it was judged.
  /// - Complexity: O(verdicts).
  package static func cases(
    of audit: TicketAudit, _ outcomes: Set<Verdict.Outcome>, standards: [String: Standard],
    shownAs ticket: Ticket? = nil
  ) -> [ReviewCase] {
    audit.verdicts.compactMap { verdict in
      guard outcomes.contains(verdict.outcome), let standard = standards[verdict.standard] else {
        return nil
      }
      return ReviewCase(
        verdict: verdict, ticket: ticket ?? audit.view.ticket, standard: standard)
    }
  }
}
