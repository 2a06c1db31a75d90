/// How far the true shares of a team's members spread, and what that makes of a member with few cases.
///
/// Each member's true share is taken from one beta distribution; the cases are then binomial. Its mean is
/// the team's share μ = Σx/Σn. Its spread is found by the method of moments: with p = x/n,
///
/// S = Σ n·(p − μ)²,  ρ = (S / (μ(1 − μ)) − (k − 1)) / (N − Σn²/N − (k − 1)),
///
/// where ρ, from 0 to 1, is the correlation of two cases of one member. A member's share is then shrunk
/// to (x + μM) / (n + M), M = (1 − ρ)/ρ: as though M cases with the team's share had been seen before.
///
/// What is not in the intervals: that μ and ρ are estimates themselves. With fewer than some ten members
/// they are too narrow.
///
/// Source: J. C. Kleinman, *Proportions with extraneous variance*, Journal of the American Statistical
/// Association 68, 1973, for weights n.
package struct TeamSpread: Hashable, Sendable {
  /// The team's share, μ (0 to 1).
  package let share: Double
  /// The correlation of two cases of one member, ρ (0 to 1); 0 where members differ no more than chance
  /// makes them.
  package let correlation: Double
  /// All cases together.
  package let team: Proportion
  /// How many members have cases.
  package let members: Int

  /// Estimates the spread.
  ///
  /// - Parameter members: Their cases.
  /// - Throws: ``StatisticsError/tooFew(_:)`` with fewer than two members;
  ///   ``StatisticsError/outOfRange(_:_:range:)`` for more than a billion cases together.
  /// - Complexity: O(members).
  package init(_ members: [Proportion]) throws(StatisticsError) {
    guard members.count >= 2 else { throw .tooFew("two members with cases") }
    var (kept, all) = (0, 0)
    for member in members {
      kept += member.kept
      all += member.all
      try Checked.count(all, "all cases")
    }
    let team = try Proportion(kept: kept, of: all)
    let (mean, n) = (team.share, Double(all))
    let (squares, sizes) = members.reduce((0.0, 0.0)) { sums, member in
      let (off, size) = (member.share - mean, Double(member.all))
      return (sums.0 + size * off * off, sums.1 + size * size)
    }
    let chance = Double(members.count - 1)
    let room = n - sizes / n - chance
    let excess = kept == 0 || kept == all ? 0 : squares / (mean * (1 - mean)) - chance
    self.team = team
    share = mean
    correlation = room > 1e-9 ? min(1, max(0, excess / room)) : 0
    self.members = members.count
  }

  /// The team's cases that a member's are weighed against, M; nil when members do not differ, or when
  /// they differ so much that nothing is shrunk.
  package var weight: Double? {
    correlation > 0 && correlation < 1 ? (1 - correlation) / correlation : nil
  }

  /// A member's share, shrunk.
  ///
  /// Where members differ no more than chance makes them, it is the team's share for all of them. Where
  /// each of them keeps all or nothing, it is their own.
  package func shrunk(_ member: Proportion) -> Double {
    if correlation <= 0 { return share }
    guard let weight else { return member.share }
    return (Double(member.kept) + share * weight) / (Double(member.all) + weight)
  }

  /// The interval of a member's share, shrunk: quantiles of the beta distribution with parameters
  /// x + μM and n − x + (1 − μ)M.
  ///
  /// Where members differ no more than chance makes them it is Wilson's interval of the team's share,
  /// which tells nothing about one member: show the member's own beside it. Where each keeps all or
  /// nothing it is the member's own Wilson interval.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func interval(
    _ member: Proportion, level: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    try Checked.level(level)
    if correlation <= 0 { return try team.wilson(level: level) }
    guard let weight else { return try member.wilson(level: level) }
    let belief = try BetaDistribution(
      a: Double(member.kept) + share * weight,
      b: Double(member.all - member.kept) + (1 - share) * weight)
    let tail = (1 - level) / 2
    return Interval(
      low: belief.quantile(tail), high: belief.upperQuantile(tail), level: level)
  }
}
