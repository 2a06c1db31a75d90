/// What so many agents do with so much work where nobody can wait: whoever finds all of them busy is
/// lost.
public protocol LossPerformance: QueuePerformance {}

extension LossPerformance {
  /// Nobody waits.
  public var waitProbability: Double { 0 }
  /// Nobody waits.
  public var meanWaitSeconds: Double { 0 }
  /// Nobody waits.
  public var queueLength: Double { 0 }

  /// Whoever is let in is answered at once; the lost ones count as missed or not at all.
  public func missedShare(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    try Checked.seconds("target seconds", withinSeconds)
    return abandoned == .countAsMissed ? blocking : 0
  }
}
