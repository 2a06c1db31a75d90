package import ServiceTime

/// The stretch of time in which a standard is in force.
package struct InForce: Hashable, Sendable {
  /// A bound, as its author wrote it.
  package enum Bound: Hashable, Sendable, CustomStringConvertible {
    /// A whole day, on the desk's clocks.
    case date(CivilDate)
    /// A moment.
    case moment(OffsetInstant)

    /// The bound as the catalogue writes it.
    package var description: String {
      switch self {
      case .date(let date): "\(date)"
      case .moment(let moment): "\(moment)"
      }
    }
  }

  /// The first day or moment at which it is in force; nil when it always was.
  package let from: Bound?
  /// The last day on which, or the first moment at which no longer; nil when it has no end.
  package let until: Bound?

  /// In force since ever and without end.
  package static let always = InForce(from: nil, until: nil)

  /// Creates a stretch of time.
  package init(from: Bound?, until: Bound?) {
    self.from = from
    self.until = until
  }

  /// The first moment at which it is in force; nil when it always was.
  ///
  /// - Parameter zone: Whose clocks dates follow.
  package func start(in zone: ZoneTable) -> Instant? {
    switch from {
    case nil: nil
    case .moment(let moment): moment.instant
    case .date(let date): zone.midnight(before: date)
    }
  }

  /// The first moment at which it is no longer in force; nil when it has no end.
  ///
  /// - Parameter zone: Whose clocks dates follow.
  package func end(in zone: ZoneTable) -> Instant? {
    switch until {
    case nil: nil
    case .moment(let moment): moment.instant
    case .date(let date): date.adding(days: 1).map { zone.midnight(before: $0) }
    }
  }

  /// Whether a moment lies within.
  ///
  /// - Parameter zone: Whose clocks dates follow.
  package func contains(_ moment: Instant, in zone: ZoneTable) -> Bool {
    if let start = start(in: zone), moment < start { return false }
    if let end = end(in: zone), moment >= end { return false }
    return true
  }

  /// Whether every moment of another stretch lies within this one.
  package func contains(_ other: InForce, in zone: ZoneTable) -> Bool {
    if let start = start(in: zone) {
      guard let first = other.start(in: zone), first >= start else { return false }
    }
    if let end = end(in: zone) {
      guard let last = other.end(in: zone), last <= end else { return false }
    }
    return true
  }
}

extension ZoneTable {
  /// The moment at which a day begins; the jump where the clocks skip midnight.
  fileprivate func midnight(before date: CivilDate) -> Instant {
    switch instants(of: date, secondOfDay: 0) {
    case .once(let instant), .twice(let instant, _), .skipped(let instant): instant
    }
  }
}
