package import Conformance
package import Standards
import Tickets

/// A ticket as quality programmes review it: rated by the auditor where it can tell, by people where only
/// they can.
///
/// Its categories are the standards that the agent owns and the questions of checklists. A standard's
/// value is the share met of its decided verdicts in the ticket, of a critical one 0 where one is missed;
/// one that applies nowhere does not apply.
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
  /// Whether a person answered a checklist.
  package private(set) var isRated = false
  /// Answers that are none, such as 7 on a scale from 1 to 5.
  package private(set) var faults: [String] = []

  /// Rates a ticket.
  ///
  /// - Parameters:
  ///   - audit: With the decisions of reviewers in the verdicts' place.
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
        rate(checklist, of: standard, book) { reason in
          redactor?.masked(reason: reason, of: audit.view.ticket) ?? reason
        }
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
    let met = scored.count { $0 == .met }
    let isFailed = standard.severity == .critical && met < scored.count
    let share = isFailed ? 0 : Double(met) / Double(max(1, scored.count))
    add(
      standard.id, scored.isEmpty ? nil : share, on: 0...1,
      weight: standard.weight, standard, reason: scored.isEmpty ? verdicts.first?.message : nil)
  }

  private mutating func rate(
    _ checklist: Checklist, of standard: Standard, _ book: ReviewBook,
    saying shown: (String) -> String
  ) {
    let key = VerdictKey(ticket: ticket, event: nil, standard: standard.id)
    guard let review = book.decision(key), !review.ratings.isEmpty else { return }
    isRated = true
    let reason = review.reason.map(shown)
    for question in checklist.questions {
      guard let rating = review.ratings.first(where: { $0.question == question.id }) else {
        continue
      }
      let values = question.scale.values
      let scale = Double(values.lowerBound)...Double(values.upperBound)
      add(
        "\(standard.id)/\(question.id)", rating.value.map(Double.init), on: scale,
        weight: question.weight, standard, reason: reason)
    }
  }

  private mutating func add(
    _ category: String, _ value: Double?, on scale: ClosedRange<Double>, weight: Int,
    _ standard: Standard, reason: String?
  ) {
    do {
      ratings.append(
        try Scorecard.Rating(
          category, value, on: scale, weight: Double(weight),
          isCritical: standard.severity == .critical, reason: reason))
    } catch {
      faults.append("\(ticket): \(error)")
    }
  }
}

/// What many reviews come to.
package struct ScorecardReport: Sendable {
  /// A group of reviews: an agent's, or all.
  package struct Group: Sendable {
    /// The agent; nil for all.
    package let agent: String?
    /// How many reviews there are.
    package fileprivate(set) var reviews = 0
    /// How many are open, since something is undecided.
    package fileprivate(set) var open = 0
    /// How many a critical category fails.
    package fileprivate(set) var failed = 0
    fileprivate var scores: [Scorecard.Score] = []

    /// How many have a score.
    package var scored: Int { scores.count { $0.points != nil } }
    /// The mean of those (0 to 100); nil where there is none.
    package var iqs: Double? { Scorecard.iqs(scores) }
  }

  /// One category over all reviews.
  package struct Category: Sendable {
    /// What is rated.
    package let name: String
    /// How often it was rated, and how often it did not apply.
    package fileprivate(set) var rated = 0
    package fileprivate(set) var notApplicable = 0
    fileprivate var sum = 0.0

    /// The mean of its ratings as shares of its scale (0 to 1); nil where there is none.
    package var mean: Double? { rated == 0 ? nil : sum / Double(rated) }
  }

  /// The rules.
  package let card: Scorecard
  /// All reviews.
  package private(set) var all = Group(agent: nil)
  /// How many a person rated.
  package private(set) var rated = 0
  /// The categories in the order of the catalogue.
  package private(set) var categories: [Category]
  /// The agents' own reviews, by name; tickets that several answered are nobody's own.
  package var agents: [Group] { byAgent.values.sorted { ($0.agent ?? "") < ($1.agent ?? "") } }

  private var byAgent: [String: Group] = [:]
  private let places: [String: Int]

  /// Counts nothing yet.
  package init(_ catalogue: Catalogue, by card: Scorecard) {
    self.card = card
    var categories: [Category] = []
    for standard in catalogue.standards {
      if case .checklist(let list) = standard.requirement {
        categories += list.questions.map { Category(name: "\(standard.id)/\($0.id)") }
      } else if standard.owner == .agent {
        categories.append(Category(name: standard.id))
      }
    }
    places = Dictionary(
      categories.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.categories = categories
  }

  /// Counts a review.
  ///
  /// - Returns: Its score; nil while it is open.
  @discardableResult
  package mutating func add(
    _ review: ScorecardReview, calling pseudonym: ((String) -> String)? = nil
  ) -> Scorecard.Score? {
    if review.isRated { rated += 1 }
    for rating in review.ratings {
      guard let place = places[rating.category] else { continue }
      if let share = rating.share {
        categories[place].rated += 1
        categories[place].sum += share
      } else {
        categories[place].notApplicable += 1
      }
    }
    let score = review.open.isEmpty ? card.score(review.ratings) : nil
    all.count(score)
    if let agent = review.agent.map({ pseudonym?($0) ?? $0 }) {
      byAgent[agent, default: Group(agent: agent)].count(score)
    }
    return score
  }
}

extension ScorecardReport.Group {
  fileprivate mutating func count(_ score: Scorecard.Score?) {
    reviews += 1
    guard let score else {
      open += 1
      return
    }
    if !score.failedBy.isEmpty { failed += 1 }
    scores.append(score)
  }
}
