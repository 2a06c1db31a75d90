/// The work arriving at a team, in erlangs.
///
/// One erlang keeps one agent busy all the time. Ninety tickets an hour at four
/// minutes each is six erlangs:
///
/// ```swift
/// let load = try OfferedLoad(arrivalsPerHour: 90, handleTime: .seconds(240))
/// load.erlangs  // 6.0
/// ```
public struct OfferedLoad: Hashable, Sendable {
  /// Arrival rate × mean handle time (unit: erlangs, dimensionless; finite, ≥ 0).
  public let erlangs: Double

  /// Creates a load from a number of erlangs.
  ///
  /// - Throws: ``QueueError/outOfRange(_:_:)`` when `erlangs` is negative or not finite.
  public init(erlangs: Double) throws(QueueError) {
    guard erlangs.isFinite, erlangs >= 0 else { throw .outOfRange("erlangs", erlangs) }
    self.erlangs = erlangs
  }

  /// Creates a load from plain numbers, counted over any stretch of time.
  ///
  /// Multiplies before it divides, so that 90 arrivals in 3,600 s at 240 s each are exactly 6.
  ///
  /// - Parameters:
  ///   - arrivals: Mean arrivals in the stretch (unit: tickets; finite, ≥ 0).
  ///   - perSeconds: Length of the stretch (unit: s; finite, > 0).
  ///   - handleSeconds: Mean time one agent spends on one ticket (unit: s; finite, ≥ 0).
  /// - Throws: ``QueueError/outOfRange(_:_:)`` or ``QueueError/notPositive(_:_:)`` for the first
  ///   value out of range.
  public init(
    arrivals: Double, perSeconds: Double, handleSeconds: Double
  ) throws(QueueError) {
    guard arrivals.isFinite, arrivals >= 0 else { throw .outOfRange("arrivals", arrivals) }
    guard perSeconds.isFinite, perSeconds > 0 else {
      throw .notPositive("seconds of the stretch", perSeconds)
    }
    guard handleSeconds.isFinite, handleSeconds >= 0 else {
      throw .outOfRange("handle seconds", handleSeconds)
    }
    try self.init(erlangs: arrivals * handleSeconds / perSeconds)
  }

  /// Creates a load from what a team lead knows.
  ///
  /// - Parameters:
  ///   - arrivalsPerHour: Mean arrivals (unit: tickets per hour; finite, ≥ 0).
  ///   - handleTime: Mean time one agent spends on one ticket (≥ 0).
  /// - Throws: ``QueueError/outOfRange(_:_:)`` for the first value out of range.
  public init(arrivalsPerHour: Double, handleTime: Duration) throws(QueueError) {
    try self.init(
      arrivals: arrivalsPerHour, perSeconds: 3600, handleSeconds: handleTime / .seconds(1))
  }
}
