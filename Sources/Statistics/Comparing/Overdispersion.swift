/// How much more the members of a team differ than chance and the limits of the funnel allow: their work
/// differs in ways that nothing here accounts for, and then nobody should be called an exception for it.
///
/// φ = Σz²/k over the members' distances z = (x − e)/√v, after the furthest tenth on each side is drawn
/// in to the next of them, so that one true exception does not hide itself. Variances are then taken
/// φ times as large, where φ is above 1.
///
/// Source: D. J. Spiegelhalter, *Funnel plots for comparing institutional performance*, Statistics in
/// Medicine 24, 2005, section 3.2 and its appendix. He draws in a tenth; here it is at least one on each
/// side, since teams are small.
package struct Overdispersion: Hashable, Sendable {
  /// Σz²/k after drawing in.
  package let ratio: Double
  /// Over how many members.
  package let members: Int

  /// Estimates the spread.
  ///
  /// - Parameter deviates: Each member's distance from what is expected (unit: standard errors).
  /// - Throws: ``StatisticsError/tooFew(_:)`` with fewer than three members: there is no middle then;
  ///   ``StatisticsError/outOfRange(_:_:range:)`` for a distance that is not finite.
  /// - Complexity: O(members · log members).
  package init(deviates: [Double]) throws(StatisticsError) {
    guard deviates.count >= 3 else { throw .tooFew("three members") }
    for deviate in deviates { try Checked.finite(deviate, "a distance") }
    let sorted = deviates.sorted()
    let cut = max(1, sorted.count / 10)
    let (low, high) = (sorted[cut], sorted[sorted.count - 1 - cut])
    ratio =
      sorted.reduce(0) { sum, z in
        let drawn = min(max(z, low), high)
        return sum + drawn * drawn
      } / Double(sorted.count)
    members = sorted.count
  }

  /// How many times the variance is to be taken: ``ratio``, and at least 1.
  package var factor: Double { max(1, ratio) }
}
