package import Statistics

/// How quality programmes score a review from its rated categories, from 0 to 100.
///
/// A category's score is (value − min) / (max − min) on its scale; the review is 100 · Σ score · weight /
/// Σ weight over the categories that apply. A critical category below half its scale fails the review.
/// The internal quality score (IQS) is the mean of the reviews. That is the arithmetic of Zendesk QA
/// (formerly Klaus); the rules where programmes differ are named, and every report says which it used.
package struct Scorecard: Hashable, Sendable {
  /// What becomes of a category that does not apply.
  package enum NotApplicable: String, CaseIterable, Sendable {
    /// It is left out of the sums (Zendesk QA; EvaluAgent's "exclude").
    case leaveOut = "leave-out"
    /// It counts as kept in full (EvaluAgent's "pass").
    case pass
  }

  /// What a failed critical category does.
  package enum AutoFail: String, CaseIterable, Sendable {
    /// The review's score is 0 (Zendesk QA; EvaluAgent's "auto-fail, score zero").
    case zero
    /// The review fails and keeps its score (EvaluAgent's "auto-fail, keep the score").
    case keep
  }

  /// What becomes of categories that do not apply.
  package let notApplicable: NotApplicable
  /// What a failed critical category does.
  package let autoFail: AutoFail
  /// A critical category fails below this share of its scale.
  package static let criticalShare = 0.5

  /// Chooses the rules; as Zendesk QA has them where nothing else is said.
  package init(notApplicable: NotApplicable = .leaveOut, autoFail: AutoFail = .zero) {
    self.notApplicable = notApplicable
    self.autoFail = autoFail
  }

  /// The rules in words, for reports.
  package var inWords: String {
    let name =
      self == Scorecard() ? "as Zendesk QA reckons" : "with rules of EvaluAgent where they differ"
    let left =
      switch notApplicable {
      case .leaveOut: "what does not apply is left out"
      case .pass: "what does not apply counts as kept"
      }
    let fail =
      switch autoFail {
      case .zero: "a critical category below half its scale makes the review 0"
      case .keep: "a critical category below half its scale fails the review, which keeps its score"
      }
    return "\(name): \(left), \(fail)"
  }

  /// One category of a review.
  package struct Rating: Hashable, Sendable {
    /// What is rated: a standard's id, or that of a checklist's question.
    package let category: String
    /// The value on the scale; nil where the category does not apply.
    package let value: Double?
    /// The least and the greatest value.
    package let scale: ClosedRange<Double>
    /// How much it counts (at least 0).
    package let weight: Double
    /// Whether it fails the whole review.
    package let isCritical: Bool
    /// Why it does not apply, or what was said besides; nil where nothing was.
    package let reason: String?
    /// Whether it does not apply since a miss was waived: it then counts neither for nor against, whatever
    /// becomes of other categories that do not apply.
    package let isWaived: Bool

    /// Rates a category; one that is waived has no value, whichever is given.
    ///
    /// - Throws: ``StatisticsError/outOfRange(_:_:range:)`` for a value off the scale, a scale of one
    ///   point, or a weight below 0.
    package init(
      _ category: String, _ value: Double?, on scale: ClosedRange<Double>, weight: Double = 1,
      isCritical: Bool = false, reason: String? = nil, isWaived: Bool = false
    ) throws(StatisticsError) {
      guard scale.lowerBound.isFinite, scale.upperBound.isFinite,
        scale.lowerBound < scale.upperBound
      else {
        throw .outOfRange(
          "the scale of '\(category)'", scale.upperBound - scale.lowerBound,
          range: "of at least two values")
      }
      if let value, !scale.contains(value) {
        throw .outOfRange(
          "the rating of '\(category)'", value, range: "\(scale.lowerBound) to \(scale.upperBound)")
      }
      guard weight.isFinite, weight >= 0 else {
        throw .outOfRange("the weight of '\(category)'", weight, range: "0 or more")
      }
      self.category = category
      self.value = isWaived ? nil : value
      self.isWaived = isWaived
      self.scale = scale
      self.weight = weight
      self.isCritical = isCritical
      self.reason = reason
    }

    /// The value as a share of the scale (0 to 1); nil where the category does not apply.
    package var share: Double? {
      value.map { ($0 - scale.lowerBound) / (scale.upperBound - scale.lowerBound) }
    }
  }

  /// What a review comes to.
  package struct Score: Hashable, Sendable {
    /// From 0 to 100; nil where nothing that weighs was rated, and nothing failed the review.
    package let points: Double?
    /// The critical categories that fail it.
    package let failedBy: [String]
  }

  /// Scores a review.
  ///
  /// - Complexity: O(ratings).
  package func score(_ ratings: [Rating]) -> Score {
    var sum = 0.0
    var weights = 0.0
    var failedBy: [String] = []
    for rating in ratings where !rating.isWaived {
      guard let share = rating.share ?? (notApplicable == .pass ? 1 : nil) else { continue }
      sum += share * rating.weight
      weights += rating.weight
      if rating.isCritical, share < Self.criticalShare { failedBy.append(rating.category) }
    }
    if !failedBy.isEmpty, autoFail == .zero { return Score(points: 0, failedBy: failedBy) }
    return Score(points: weights > 0 ? 100 * sum / weights : nil, failedBy: failedBy)
  }

  /// The mean of the reviews that have a score; nil where none has.
  package static func iqs(_ scores: some Sequence<Score>) -> Double? {
    let points = scores.compactMap(\.points)
    return points.isEmpty ? nil : points.reduce(0, +) / Double(points.count)
  }

  /// Student's interval of the mean of the reviews that have a score, within 0 and 100; nil with fewer than
  /// two, or where all are alike: how far they spread cannot be told then.
  ///
  /// - Parameter level: Between 0 and 1.
  package static func interval(
    _ scores: some Sequence<Score>, level: Double = 0.95
  ) -> Interval? {
    let points = scores.compactMap(\.points)
    guard let mean = iqs(scores), let first = points.first, points.contains(where: { $0 != first })
    else { return nil }
    let squares = points.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(points.count - 1) / Double(points.count)).squareRoot()
    guard
      let half = try? error
        * StudentDistribution.deviations(level: level, degrees: points.count - 1)
    else { return nil }
    return Interval(low: mean - half, high: mean + half, level: level).clamped(to: 0...100)
  }
}
