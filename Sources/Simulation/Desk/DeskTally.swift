/// What became of the contacts of one run, and of the people's time.
package struct DeskTally: Hashable, Sendable {
  /// What became of the contacts that came as one type, whatever they became later.
  package struct OfType: Hashable, Sendable {
    /// Contacts that came, with the backlog.
    package internal(set) var arrived = 0
    /// Contacts somebody has begun to work on.
    package internal(set) var begun = 0
    /// Contacts answered in time: see ``ContactType/target``.
    package internal(set) var inTime = 0
    /// Contacts not answered at the end, whose target has not passed either.
    package internal(set) var undecided = 0
    /// Gave up waiting.
    package internal(set) var abandoned = 0
    /// Of those, whom nobody had begun to work on.
    package internal(set) var leftUnbegun = 0
    /// Solved for good.
    package internal(set) var solved = 0
    /// Closed because the customer never answered.
    package internal(set) var closed = 0
    /// Still open at the end.
    package internal(set) var open = 0
    /// Touches that were finished.
    package internal(set) var touches = 0
    /// Touches given to somebody else at the end of a shift.
    package internal(set) var handedOver = 0
    /// Handed-over contacts that waited for the same person all the same.
    package internal(set) var lost = 0
    package internal(set) var transferred = 0
    package internal(set) var reopened = 0
    /// Laid aside for live work.
    package internal(set) var laidAside = 0
    /// Came again after giving up; they are among ``arrived``.
    package internal(set) var calledBack = 0
    /// Time in the queue of the type, before whichever touch, between warm-up and end (unit: s); without
    /// people's own queues.
    package internal(set) var queued = 0.0
    /// Time from coming to the first touch or giving up, summed (unit: s).
    package internal(set) var waited = 0.0
    /// The same, of those who waited at all.
    package internal(set) var waits = TimeHistogram()
    /// Contacts that came on each day of 86,400 s, and those of them answered in time.
    package internal(set) var arrivedOnDay: [Int] = []
    package internal(set) var inTimeOnDay: [Int] = []
    package internal(set) var undecidedOnDay: [Int] = []
    /// The same and more, by ``Desk/interval``.
    package internal(set) var intervals: [OfInterval] = []
    /// What each of the type's clocks measured, in their order.
    package internal(set) var clocks: [OfClock] = []

    /// Contacts of whom it is known whether the target was kept.
    package var decided: Int { arrived - undecided }
    /// The share answered in time of those decided; not a number where there are none.
    package var serviceLevel: Double { Double(inTime) / Double(decided) }
    /// The share that gave up.
    package var abandonment: Double { Double(abandoned) / Double(arrived) }
    /// Mean time to the first touch or to giving up (unit: s), of those it happened to.
    package var meanWait: Double { waited / Double(begun + leftUnbegun) }
    /// The share that had to wait, of those begun or given up.
    package var waitProbability: Double { Double(waits.count) / Double(begun + leftUnbegun) }
    /// Touches for each contact begun.
    package var touchesPerContact: Double { Double(touches) / Double(begun) }

    /// The wait that a share of contacts does not exceed (unit: s).
    package func waitPercentile(_ share: Double) -> Double {
      waits.percentile(share, zeros: begun + leftUnbegun - waits.count)
    }

    /// The share of days on which fewer than `share` of the day's contacts were answered in time.
    ///
    /// - Returns: Not a number where no day had a contact.
    package func daysMissing(share: Double) -> Double {
      var (days, missed) = (0, 0)
      for (day, arrived) in arrivedOnDay.enumerated() {
        let decided = arrived - undecidedOnDay[day]
        guard decided > 0 else { continue }
        days += 1
        if Double(inTimeOnDay[day]) < share * Double(decided) { missed += 1 }
      }
      return Double(missed) / Double(days)
    }
  }

  /// By type, in the desk's order.
  package internal(set) var types: [OfType]
  /// Contacts that came during ``Desk/warmUp`` and ``Desk/coolDown``, by type; none without those.
  package internal(set) var typesNotCounted: [OfType] = []
  /// People's time, without warm-up and end.
  package internal(set) var times = Times()
  /// The same for each ``Desk/interval`` of the whole run; the last may be cut short.
  package internal(set) var timesByInterval: [Times] = []
  /// Contacts in queues, summed over time (unit: s).
  package internal(set) var waitingTime = 0.0
  /// Contacts in queues at the end of each day of 86,400 s.
  package internal(set) var waitingAtDayEnd: [Int] = []
  /// Entries of the calendar that happened.
  package internal(set) var events = 0
  /// How long the run was without warm-up and end (unit: s).
  package let length: Double

  init(length: Double) {
    self.length = length
    types = []
  }

  /// Time with work in hand that went forward, of all people (unit: s).
  package var worked: Double { times.worked }
  /// Time on duty, breaks, meetings and overtime included (unit: s).
  package var onDuty: Double { times.onDuty }
  /// Time on breaks (unit: s).
  package var rested: Double { times.rested }
  /// Time on duty after the shift's end (unit: s).
  package var overtime: Double { times.overtime }
  /// Time during interruptions (unit: s).
  package var interrupted: Double { times.interrupted }
  /// Time worked ÷ time on duty without breaks and meetings.
  package var occupancy: Double { times.occupancy }
  /// Contacts waiting, on average over time.
  package var queueLength: Double { waitingTime / length }

  /// Whether every contact is accounted for once.
  package var isConserved: Bool {
    (types + typesNotCounted).allSatisfy {
      $0.arrived == $0.solved + $0.abandoned + $0.closed + $0.open
    }
  }
}
