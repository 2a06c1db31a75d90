package import ServiceTime
package import Standards

/// A promised share, and the calendar whose days it is counted by.
package struct CountedPromise: Sendable {
  package let standard: Standard
  /// The share promised.
  package let share: Share
  /// The stretch of time in each of which it must be kept.
  package let period: PromisePeriod
  /// The time promised; nil for a kind that promises none.
  package let within: TimeSpan?
  /// What nobody waits beyond.
  package let longest: TimeSpan?
  /// The hours in which time counts; nil for a kind that promises no time.
  package let hours: PromiseHours?
  /// Whose days and weeks count: those of the hours; for promises that hold day and night, those of
  /// the catalogue's first calendar.
  package let zone: ZoneTable
  /// When it is in force (`in-force`).
  let start: Instant?
  let end: Instant?

  /// The promise of a standard; nil when it promises no share.
  init?(_ standard: Standard, in catalogue: Catalogue) {
    let kind = standard.requirement.kind
    guard let share = kind.promisedShare else { return nil }
    let timed = kind as? any TimedKind
    let contact = kind as? FirstContact
    guard let period = timed?.period ?? contact?.period else { return nil }
    self.standard = standard
    self.share = share
    self.period = period
    within = timed?.within
    longest = (kind as? any ClockedKind)?.longest
    hours = timed?.hours
    let calendar: OpeningHours? =
      switch timed?.hours {
      case .calendar(let name)?: catalogue.calendar(named: name)?.hours
      case .always?, nil: nil
      }
    zone = calendar?.zone ?? catalogue.zone
    start = standard.inForce.start(in: catalogue.zone)
    end = standard.inForce.end(in: catalogue.zone)
  }
}

/// How a promise was kept: a census of its cases.
package struct PromiseResult: Sendable {
  /// One period.
  package struct Period: Sendable {
    package let period: CalendarPeriod
    /// Whether the log, or the standard, covers only a part of it.
    package let isPartial: Bool
    package let counts: CensusCounts
    /// Who waited beyond `never-longer-than`; nil when nobody did.
    package let beyond: WaitsBeyond?
  }

  /// The cases of one channel, topic, team, priority or week.
  package struct Group: Hashable, Sendable {
    /// Its name; nil for tickets without one.
    package let name: String?
    package let counts: CensusCounts
    /// On the promise's hours; nil without decided waits.
    package let median: WaitQuantile?
    package let ninety: WaitQuantile?
  }

  package let promise: CountedPromise
  /// All cases, also those that no period can be told for.
  package let counts: CensusCounts
  /// The periods with cases, by time.
  package let periods: [Period]
  /// How long the decided cases took; nil where no time is counted.
  package let waits: WaitSummary?
  /// nil with too few days.
  package let outlook: Outlook?
  /// How many days have decided cases.
  package let daysWithCases: Int
  /// The waits nearest to the target, of those within it and of those beyond it.
  package let justInTime: [NotableWait]
  package let justLate: [NotableWait]
  /// The waits furthest beyond the target.
  package let worst: [NotableWait]
  /// For each dimension its groups, by name; weeks by time.
  package let breakdowns: [CensusDimension: [Group]]
}

/// What cases may be told apart by.
package enum CensusDimension: String, CaseIterable, Sendable {
  case channel, topic
  /// The last group that the ticket was assigned to.
  case team
  case priority
  /// The ISO week in which the clock started.
  case week
}
