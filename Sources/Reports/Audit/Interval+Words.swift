import Conformance
import Statistics

extension Interval {
  /// Its ends in percent: `25.5% to 36.6%`.
  var inPercent: String { "\(Written.percent(low)) to \(Written.percent(high))" }
}

extension AuditTally.Line {
  /// Where the share of all cases lies if these are a sample of them (Wilson, 95%); nil where none is
  /// decided.
  var interval: Interval? {
    try? Proportion(kept: count(.met), of: count(.met) + count(.missed)).wilson(level: 0.95)
  }
}
