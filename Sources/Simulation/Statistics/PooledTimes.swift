/// Times of all replications together, and what shares of them do not exceed.
///
/// The mean of each replication's 95th percentile is not the 95th percentile: where few contacts came
/// in each it is too low. Here all times stand in one histogram; for the interval they stand in
/// ``groups`` of them, by the replication's number, so that memory does not grow with replications.
///
/// The interval: how well the share below the percentile is known, as that of a ``RunningRatio`` over
/// groups; between the times that the lower and the upper end of that share do not exceed lies the
/// percentile. So it is as lopsided as the times are.
///
/// Source: R. S. Woodruff, *Confidence intervals for medians and other position measures*, Journal of
/// the American Statistical Association 47, 1952.
struct PooledTimes: Sendable {
  /// How many groups replications are divided into.
  static let groups = 20

  private var groups: [TimeHistogram] = []
  private var replications = 0

  /// Adds the next replication's times.
  mutating func add(_ times: TimeHistogram) {
    if groups.count < Self.groups {
      groups.append(times)
    } else {
      groups[replications % Self.groups].add(times)
    }
    replications += 1
  }

  /// The time that a share of all do not exceed (unit: s); nothing without times.
  ///
  /// - Parameters:
  ///   - share: 0...1.
  ///   - confidence: How often the interval shall hold the truth.
  func percentile(_ share: Double, confidence: Double) -> Estimate {
    var all = TimeHistogram()
    for group in groups { all.add(group) }
    guard all.total > 0 else { return .nothing(confidence: confidence) }
    let value = all.percentile(share)
    var below = RunningRatio()
    for group in groups { below.add(Ratio(group.number(within: value), of: Double(group.total))) }
    let half = below.estimate(confidence: confidence).halfWidth
    // Beyond the longest time that was seen nothing is known.
    let high = share + half < 1 ? all.percentile(share + half) : .infinity
    return Estimate(
      value, low: all.percentile(max(0, share - half)), high: half == 0 ? value : high,
      confidence: confidence, replications: replications)
  }
}
