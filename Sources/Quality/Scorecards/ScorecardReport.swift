package import Standards
package import Statistics

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
    /// Its 95% interval, the reviews taken for a sample of the work; nil where nothing can be said.
    package var interval: Interval? { Scorecard.interval(scores) }
  }

  /// One category over all reviews.
  package struct Category: Sendable {
    /// What is rated.
    package let name: String
    /// Whether it is a checklist that was marked as a whole.
    fileprivate var isWhole = false
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
  /// The categories in the order of the catalogue; a checklist as a whole only where it was marked so.
  package var categories: [Category] {
    counted.filter { !$0.isWhole || $0.rated + $0.notApplicable > 0 }
  }
  /// The agents' own reviews, by name; tickets that several answered are nobody's own.
  package var agents: [Group] { byAgent.values.sorted { ($0.agent ?? "") < ($1.agent ?? "") } }

  private var counted: [Category]
  private var byAgent: [String: Group] = [:]
  private let places: [String: Int]

  /// Counts nothing yet.
  package init(_ catalogue: Catalogue, by card: Scorecard) {
    self.card = card
    var categories: [Category] = []
    for standard in catalogue.standards {
      if case .checklist(let list) = standard.requirement {
        categories.append(Category(name: standard.id, isWhole: true))
        categories += list.questions.map { Category(name: "\(standard.id)/\($0.id)") }
      } else if standard.owner == .agent {
        categories.append(Category(name: standard.id))
      }
    }
    places = Dictionary(
      categories.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    counted = categories
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
        counted[place].rated += 1
        counted[place].sum += share
      } else {
        counted[place].notApplicable += 1
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
