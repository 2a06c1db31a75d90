/// A share as an imperfect observer sees it, corrected for how often he errs.
///
/// With sensitivity s (the share of real misses that he reports) and specificity c (the share of kept
/// cases that he reports as kept), what he sees of a true share π is sπ + (1 − c)(1 − π), so that
/// π = (seen + c − 1) / (s + c − 1).
///
/// Sources: W. J. Rogan and B. Gladen, *Estimating prevalence from the results of a screening test*,
/// American Journal of Epidemiology 107, 1978; interval: Z. Lang and J. Reiczigel, *Confidence limits
/// for prevalence of disease adjusted for estimated sensitivity and specificity*, Preventive Veterinary
/// Medicine 113, 2014, which adds cases to all three shares as Agresti and Coull do to one.
package struct ErrorCorrection: Hashable, Sendable {
  /// What the observer reports: misses of all cases.
  package let seen: Proportion
  /// What he reported of real misses that somebody else had read as well.
  package let sensitivity: Proportion
  /// How many of really kept cases, read by somebody else as well, he reported as kept.
  package let specificity: Proportion

  /// Corrects a share.
  ///
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)`` where sensitivity and specificity are together not
  ///   above 1: such an observer tells nothing.
  package init(
    seen: Proportion, sensitivity: Proportion, specificity: Proportion
  ) throws(StatisticsError) {
    let sum = sensitivity.share + specificity.share
    guard sum > 1 else {
      throw .outOfRange("sensitivity and specificity together", sum, range: "above 1")
    }
    self.seen = seen
    self.sensitivity = sensitivity
    self.specificity = specificity
  }

  /// The corrected share, within 0 and 1.
  package var share: Double {
    let youden = sensitivity.share + specificity.share - 1
    return min(1, max(0, (seen.share + specificity.share - 1) / youden))
  }

  /// The interval of the corrected share, for errors in all three shares; it need not be even about it.
  ///
  /// - Parameter level: Between 0 and 1.
  /// - Throws: ``StatisticsError/outOfRange(_:_:range:)``.
  package func interval(level: Double = 0.95) throws(StatisticsError) -> Interval {
    let z = try NormalDistribution.deviations(level: level)
    let (p, n) = seen.with(z * z)
    let (s, ofMisses) = sensitivity.with(2)
    let (c, ofKept) = specificity.with(2)
    // Adding cases draws both towards a half; their sum stays above 1 by less than before.
    let youden = s + c - 1
    guard youden > 0 else { return Interval(low: 0, high: 1, level: level) }
    let share = (p + c - 1) / youden
    let (inMisses, inKept) = (s * (1 - s) / ofMisses, c * (1 - c) / ofKept)
    let variance =
      p * (1 - p) / n + inMisses * share * share + inKept * (1 - share) * (1 - share)
    let middle = share + 2 * z * z * (share * inMisses - (1 - share) * inKept)
    let half = z * variance.squareRoot() / youden
    return Interval(low: middle - half, high: middle + half, level: level).clamped(to: 0...1)
  }
}

extension Proportion {
  /// The share and the number of cases with so many more, half of them kept.
  fileprivate func with(_ more: Double) -> (share: Double, cases: Double) {
    let cases = Double(all) + more
    return ((Double(kept) + more / 2) / cases, cases)
  }
}
