package import Conformance
package import Statistics
package import Tickets

/// What customers said when they were asked: satisfaction, recommendation, effort.
///
/// Of a customer who answers twice on one ticket the last answer counts. The log does not say how far a
/// survey's scale goes: satisfaction is taken for 1 to 5 and effort for 1 to 7, and where a mark lies
/// elsewhere nothing is said of that scale, for it is another one.
package struct CustomerRatings: Sendable {
  /// How many tickets were looked at.
  package private(set) var tickets = 0
  private var marks: [Rating.Scale: [Int]] = [:]
  private var offScale: [Rating.Scale: Int] = [:]

  /// Nobody asked yet.
  package init() {}

  /// The marks of each scale.
  private static func range(of scale: Rating.Scale) -> ClosedRange<Int> {
    switch scale {
    case .nps: 0...10
    case .csat: 1...5
    case .ces: 1...7
    }
  }

  /// Adds what was said of a ticket; one that is not judged, such as spam, does not count.
  ///
  /// - Complexity: O(events).
  package mutating func add(_ audit: TicketAudit) {
    guard audit.view.leftOut == nil else { return }
    tickets += 1
    let ticket = audit.view.ticket
    var last: [Rating.Scale: Double] = [:]
    for index in ticket.chronologicalIndices {
      if case .rating(let rating) = ticket.events[index].kind { last[rating.scale] = rating.score }
    }
    for (scale, score) in last {
      let range = Self.range(of: scale)
      guard let mark = Int(exactly: score), range.contains(mark) else {
        offScale[scale, default: 0] += 1
        continue
      }
      marks[scale, default: [Int](repeating: 0, count: range.count)][mark - range.lowerBound] += 1
    }
  }

  /// How many marks of a scale lie outside of it.
  package func outside(_ scale: Rating.Scale) -> Int { offScale[scale] ?? 0 }

  private func counts(_ scale: Rating.Scale) -> [Int]? {
    outside(scale) == 0 ? marks[scale] : nil
  }

  /// Satisfaction, of 1 to 5; nil where nobody answered, or on another scale.
  package var satisfaction: RatingCounts? {
    counts(.csat).flatMap { try? RatingCounts(counts: $0) }
  }

  /// Effort, of 1 to 7 where 7 is easiest; nil where nobody answered, or on another scale.
  package var effort: RatingCounts? {
    counts(.ces).flatMap { try? RatingCounts(counts: $0) }
  }

  /// Recommendation; nil where nobody answered.
  package var promoters: NetPromoterScore? {
    counts(.nps).flatMap { counts in
      try? NetPromoterScore(
        promoters: counts.suffix(2).reduce(0, +), passives: counts[7...8].reduce(0, +),
        detractors: counts.prefix(7).reduce(0, +))
    }
  }
}
