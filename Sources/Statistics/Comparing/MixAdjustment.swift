/// What a member would keep with his own mix of topics if he were like the others, and how that
/// compares with what he keeps: indirect standardisation.
///
/// For each topic the others' share is pₜ = (xₜ + m·p) / (nₜ + m), where p is their share of all topics and
/// m is ``pull``: a topic that they had once or never then says little. pₜ stays ½ / (n + 1) away from 0 and
/// 1, n being all their cases: that they kept all of fifty does not make a miss impossible. The expected
/// count is e = Σ cₜ·pₜ over the member's own counts cₜ. The member is left out of pₜ: else one who does most of the work
/// would be compared with himself.
///
/// Adjusted shares of two members are not to be compared with each other, only each with the team: their
/// mixes differ.
package struct MixAdjustment: Hashable, Sendable {
  /// The cases of one topic.
  package struct Topic: Hashable, Sendable {
    /// The member's kept cases.
    package let kept: Int
    /// The member's cases.
    package let all: Int
    /// The others' kept cases.
    package let othersKept: Int
    /// The others' cases.
    package let othersAll: Int

    /// Counts the cases of a topic.
    package init(kept: Int, all: Int, othersKept: Int, othersAll: Int) {
      self.kept = kept
      self.all = all
      self.othersKept = othersKept
      self.othersAll = othersAll
    }
  }

  /// How many cases with the share of all topics each topic of the others begins with, m.
  package static let pull = 2.0

  /// The member's cases.
  package let observed: Proportion
  /// The others' share of all topics (0 to 1).
  package let others: Double
  /// The share expected of the member with this mix, e/n (between 0 and 1).
  package let expected: Double
  /// The variance of the expected count, since the others' shares are estimates too: Σ cₜ²·pₜqₜ/(nₜ + m).
  package let expectedVariance: Double

  /// Compares a member with the others.
  ///
  /// - Throws: ``StatisticsError/tooFew(_:)`` where the member or the others have no cases;
  ///   ``StatisticsError/outOfRange(_:_:range:)``, ``StatisticsError/moreThanAll(_:_:of:)``.
  /// - Complexity: O(topics).
  package init(_ topics: [Topic]) throws(StatisticsError) {
    var (kept, all, othersKept, othersAll) = (0, 0, 0, 0)
    for topic in topics {
      try Checked.part(topic.kept, "the kept cases of a topic", of: topic.all, "its cases")
      try Checked.part(
        topic.othersKept, "the others' kept cases of a topic", of: topic.othersAll, "its cases")
      kept += topic.kept
      all += topic.all
      othersKept += topic.othersKept
      othersAll += topic.othersAll
      try Checked.count(all, "all cases")
      try Checked.count(othersAll, "the others' cases")
    }
    let observed = try Proportion(kept: kept, of: all)
    guard othersAll > 0 else { throw .tooFew("others to compare with") }
    let share = Double(othersKept) / Double(othersAll)
    let margin = 0.5 / Double(othersAll + 1)
    var (sum, variance) = (0.0, 0.0)
    for topic in topics where topic.all > 0 {
      let weight = Double(topic.othersAll) + Self.pull
      let drawn = (Double(topic.othersKept) + Self.pull * share) / weight
      let p = min(1 - margin, max(margin, drawn))
      let count = Double(topic.all)
      sum += count * p
      variance += count * count * p * (1 - p) / weight
    }
    self.observed = observed
    others = share
    expected = min(1 - margin, max(margin, sum / Double(all)))
    expectedVariance = variance
  }

  /// Observed by expected; 1 is as expected.
  package var ratio: Double { observed.share / expected }

  /// The interval of ``ratio``: Wilson's of the observed share by the expected one, which is taken for
  /// known.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func ratioInterval(level: Double = 0.95) throws(StatisticsError) -> Interval {
    let own = try observed.wilson(level: level)
    return Interval(low: own.low / expected, high: own.high / expected, level: level)
  }

  /// The share that the member would have with the others' mix: theirs, and what he has above or below
  /// what is expected of him (within 0 and 1).
  package var adjusted: Double { min(1, max(0, observed.share + shift)) }

  /// The interval of ``adjusted``: Wilson's of the observed share, moved as far.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func adjustedInterval(level: Double = 0.95) throws(StatisticsError) -> Interval {
    try observed.wilson(level: level).shifted(by: shift).clamped(to: 0...1)
  }

  /// How many times larger the variance of observed less expected is for the others' shares being
  /// estimates: 1 + their variance by n·p(1 − p), p the expected share.
  package var uncertainty: Double { 1 + expectedVariance / ownVariance }

  /// (x − e) / √v, v being n·p(1 − p) times ``uncertainty``.
  package var deviate: Double {
    (observed.share - expected) * Double(observed.all) / (ownVariance * uncertainty).squareRoot()
  }

  private var ownVariance: Double { Double(observed.all) * expected * (1 - expected) }

  private var shift: Double { others - expected }
}
