/// What so many agents do with so much work: the figures that models have in common, so that
/// targets can be held against any of them.
///
/// A model without waiting has a mean wait of zero, one in which nobody leaves an abandonment of
/// zero.
public protocol QueuePerformance: Hashable, Sendable {
  /// The offered load.
  var load: OfferedLoad { get }
  /// Agents on duty.
  var agents: Int { get }
  /// The probability that a ticket that is let in has to wait (`0...1`).
  var waitProbability: Double { get }
  /// The mean wait until the answer or the giving up (unit: s; ≥ 0).
  var meanWaitSeconds: Double { get }
  /// The share of tickets that give up before they are answered (`0...1`).
  var abandonment: Double { get }
  /// The share of tickets that are turned away on arrival (`0...1`).
  var blocking: Double { get }
  /// The share of an agent's time spent on tickets (`0...1`).
  var occupancy: Double { get }
  /// The mean number of tickets waiting.
  var queueLength: Double { get }

  /// One minus the service level; accurate also when it is tiny.
  ///
  /// - Parameters:
  ///   - withinSeconds: The target time (unit: s; finite, ≥ 0).
  ///   - abandoned: What becomes of contacts that left, or were turned away.
  /// - Returns: A probability in `0...1`.
  /// - Throws: ``QueueError/outOfRange(_:_:)``.
  func missedShare(withinSeconds: Double, abandoned: AbandonedContacts) throws(QueueError) -> Double

  /// The share of tickets answered in time; accurate also when it is tiny.
  ///
  /// - Parameters:
  ///   - withinSeconds: The target time (unit: s; finite, ≥ 0).
  ///   - abandoned: What becomes of contacts that left, or were turned away.
  /// - Returns: A probability in `0...1`.
  /// - Throws: ``QueueError/outOfRange(_:_:)``.
  func serviceLevel(withinSeconds: Double, abandoned: AbandonedContacts) throws(QueueError)
    -> Double

  /// The best target of a share that these agents keep: the shortest time within which so many are
  /// answered.
  ///
  /// - Parameters:
  ///   - share: The share (0 < share < 1), such as 0.8.
  ///   - abandoned: What becomes of contacts that left, or were turned away.
  /// - Returns: A time (unit: s), to 1e-12 of itself; `0` where that many are answered at once, `nil`
  ///   where so many are never answered, however long the target, since others gave up.
  /// - Throws: ``QueueError/notAShare(_:_:)``.
  func shortestTarget(share: Double, abandoned: AbandonedContacts) throws(QueueError) -> Double?
}

extension QueuePerformance {
  /// Nobody gives up, unless a model says otherwise.
  public var abandonment: Double { 0 }
  /// Nobody is turned away, unless a model says otherwise.
  public var blocking: Double { 0 }

  /// The rest of the missed share.
  public func serviceLevel(
    withinSeconds: Double, abandoned: AbandonedContacts
  ) throws(QueueError) -> Double {
    max(0, 1 - (try missedShare(withinSeconds: withinSeconds, abandoned: abandoned)))
  }

  /// By halving, with about a hundred times ``missedShare(withinSeconds:abandoned:)``.
  public func shortestTarget(
    share: Double, abandoned: AbandonedContacts = .countAsMissed
  ) throws(QueueError) -> Double? {
    try Checked.share("service level", share)
    let mayMiss = Targets.mayMiss(share: share)
    guard try missedShare(withinSeconds: 0, abandoned: abandoned) > mayMiss else { return 0 }
    // From the shortest time that matters to anybody to more than a human life.
    var (tooShort, enough) = (0.0, 0.001)
    while try missedShare(withinSeconds: enough, abandoned: abandoned) > mayMiss {
      guard enough < 1e12 else { return nil }
      (tooShort, enough) = (enough, enough * 4)
    }
    while enough - tooShort > 1e-12 * enough {
      let middle = tooShort + (enough - tooShort) / 2
      if try missedShare(withinSeconds: middle, abandoned: abandoned) > mayMiss {
        tooShort = middle
      } else {
        enough = middle
      }
    }
    return enough
  }
}
