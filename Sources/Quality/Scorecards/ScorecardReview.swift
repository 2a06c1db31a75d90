package import Conformance
package import Standards
import Tickets

/// A ticket as quality programmes review it: rated by the auditor where it can tell, by people where only
/// they can.
///
/// Its categories are the standards that the agent owns and the questions of checklists. A standard's
/// value is the share met of its decided verdicts in the ticket, of a critical one 0 where one is missed;
/// one that applies nowhere does not apply, nor does a miss that was waived. A checklist that a person
/// marked as a whole, without answering its questions, is one category: 1 where it is met, 0 where it is
/// missed, with the weight of all its questions.
/// While a verdict is undecided the review is open: it has no score yet.
package struct ScorecardReview: Sendable {
  /// The ticket's id.
  package let ticket: String
  /// Who answered it, if that is one person.
  package let agent: String?
  /// The ratings, in the order of the catalogue.
  package private(set) var ratings: [Scorecard.Rating] = []
  /// The standards of which something is undecided.
  package private(set) var open: [String] = []
  /// Whether a person answered or marked a checklist.
  package private(set) var isRated = false
  /// Answers that are none, such as 7 on a scale from 1 to 5.
  package private(set) var faults: [String] = []

  /// Rates a ticket.
  ///
  /// - Parameters:
  ///   - audit: With the decisions of reviewers in the verdicts' place, and with waivers.
  ///   - book: The reviews, for the answers to checklists.
  ///   - redactor: What masks their reasons, where personal data must not be told.
  /// - Returns: nil for a ticket that is not judged, or without a reply.
  /// - Complexity: O(verdicts + standards).
  package init?(
    _ audit: TicketAudit, of catalogue: Catalogue, _ book: ReviewBook, redactor: Redactor? = nil
  ) {
    guard audit.view.leftOut == nil, !audit.view.replies.isEmpty else { return nil }
    ticket = audit.view.ticket.id
    let agents = Set(audit.view.replies.map { ShownTicket(audit).agent(at: $0.event) })
    agent = agents.count == 1 ? agents.first ?? nil : nil
    let verdicts = Dictionary(grouping: audit.verdicts, by: \.standard)
    for standard in catalogue.standards {
      if case .checklist(let checklist) = standard.requirement {
        let key = VerdictKey(ticket: ticket, event: nil, standard: standard.id)
        guard let review = book.decision(key) else { continue }
        let reason = review.reason.map {
          redactor?.masked(reason: $0, of: audit.view.ticket) ?? $0
        }
        rate(
          checklist, of: standard, review, saying: reason,
          waived: verdicts[standard.id]?.compactMap(\.waiverInWords).first)
      } else if standard.owner == .agent, let given = verdicts[standard.id] {
        rate(standard, given)
      }
    }
  }

  private mutating func rate(_ standard: Standard, _ verdicts: [Verdict]) {
    let scored = verdicts.compactMap(\.scored)
    guard !scored.contains(.undecided) else {
      open.append(standard.id)
      return
    }
    let waived = verdicts.compactMap(\.waiverInWords).first
    guard !scored.isEmpty else {
      add(
        standard.id, nil, on: 0...1, weight: standard.weight, standard,
        reason: waived ?? verdicts.first?.message, isWaived: waived != nil)
      return
    }
    let met = scored.count { $0 == .met }
    let isFailed = standard.severity == .critical && met < scored.count
    add(
      standard.id, isFailed ? 0 : Double(met) / Double(scored.count), on: 0...1,
      weight: standard.weight, standard, reason: waived)
  }

  private mutating func rate(
    _ checklist: Checklist, of standard: Standard, _ review: Review, saying reason: String?,
    waived: String?
  ) {
    guard case .verdict(let outcome) = review.decision else { return }
    guard outcome != .undecided else {
      open.append(standard.id)
      return
    }
    isRated = true
    if review.ratings.isEmpty {
      add(
        standard.id, outcome.wholeValue, on: 0...1,
        weight: checklist.questions.reduce(0) { $0 + $1.weight }, standard,
        reason: waived ?? reason, isWaived: waived != nil)
    } else {
      for question in checklist.questions {
        guard let rating = review.ratings.first(where: { $0.question == question.id }) else {
          continue
        }
        let values = question.scale.values
        // What was waived is the miss: the answers that make it one.
        let isWaived = waived != nil && rating.value.map(question.scale.isMiss) == true
        add(
          "\(standard.id)/\(question.id)", rating.value.map(Double.init),
          on: Double(values.lowerBound)...Double(values.upperBound), weight: question.weight,
          standard, isCritical: question.isCritical, reason: isWaived ? waived : reason,
          isWaived: isWaived)
      }
    }
  }

  private mutating func add(
    _ category: String, _ value: Double?, on scale: ClosedRange<Double>, weight: Int,
    _ standard: Standard, isCritical: Bool? = nil, reason: String?, isWaived: Bool = false
  ) {
    do {
      ratings.append(
        try Scorecard.Rating(
          category, value, on: scale, weight: Double(weight),
          isCritical: isCritical ?? (standard.severity == .critical), reason: reason,
          isWaived: isWaived))
    } catch {
      faults.append("\(ticket): \(error)")
    }
  }
}

extension Verdict.Outcome {
  /// What a mark on a whole checklist is worth (0 or 1); nil where it does not apply.
  fileprivate var wholeValue: Double? {
    switch self {
    case .met: 1
    case .missed: 0
    case .notApplicable, .undecided: nil
    }
  }
}

extension Verdict {
  /// Who lets a miss pass, and why; nil for one that counts, and for what is no miss.
  fileprivate var waiverInWords: String? {
    guard outcome == .missed else { return nil }
    return remark?.waiver.map { "waived by \($0.by): \($0.why)" }
  }
}
