package import ServiceTime

/// What people said of a verdict after the auditor gave it.
///
/// A class, since hardly any verdict has one and each of them would have to make room for it.
package final class Remark: Sendable {
  /// A reviewer's decision, which stands instead of the auditor's verdict.
  package struct Decision: Hashable, Sendable {
    /// Who decided.
    package let reviewer: String
    /// When.
    package let at: Instant
    /// Why, in the reviewer's words; nil when nothing was written.
    package let reason: String?
    /// What the auditor had said.
    package let automatic: Verdict.Outcome
    /// The sentence that it gave.
    package let automaticMessage: String
    /// Whether it answers an appeal.
    package let isAppeal: Bool
    /// The answers to a checklist that it comes from, `heard 4, righted 1, cause n/a`; nil for none.
    package let answers: String?

    /// Creates a decision.
    package init(
      reviewer: String, at: Instant, reason: String?, automatic: Verdict.Outcome,
      automaticMessage: String, isAppeal: Bool = false,
      answers: String? = nil
    ) {
      self.reviewer = reviewer
      self.at = at
      self.reason = reason
      self.automatic = automatic
      self.automaticMessage = automaticMessage
      self.isAppeal = isAppeal
      self.answers = answers
    }

    /// The sentence that stands in the place of the auditor's: who decided, why, and by which answers.
    package var sentence: String {
      "\(reviewer) decided\(isAppeal ? " on appeal" : "")" + (reason.map { ": \($0)" } ?? "")
        + (answers.map { " (\($0))" } ?? "")
    }
  }

  /// Why a miss is let pass.
  package struct Waiver: Hashable, Sendable {
    /// Who lets it pass.
    package let by: String
    /// Why.
    package let why: String
    /// The last day on which it holds; nil when it holds for good.
    package let until: CivilDate?

    /// Creates a waiver.
    package init(by: String, why: String, until: CivilDate?) {
      self.by = by
      self.why = why
      self.until = until
    }
  }

  /// The reviewer's decision; nil when nobody decided.
  package let decision: Decision?
  /// The waiver; nil when the verdict counts.
  package let waiver: Waiver?
  /// Whether an earlier report, the baseline, already named it.
  package let isKnown: Bool

  /// Creates a remark.
  package init(decision: Decision? = nil, waiver: Waiver? = nil, isKnown: Bool = false) {
    self.decision = decision
    self.waiver = waiver
    self.isKnown = isKnown
  }
}

extension Remark: Hashable {
  package static func == (left: Remark, right: Remark) -> Bool {
    left.decision == right.decision && left.waiver == right.waiver && left.isKnown == right.isKnown
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(decision)
    hasher.combine(waiver)
    hasher.combine(isKnown)
  }
}
