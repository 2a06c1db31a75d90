extension DeskTally {
  /// Contacts of a type that came within an interval, and what there was of the type at its end.
  package struct OfInterval: Hashable, Sendable {
    package internal(set) var arrived = 0
    /// Somebody has begun to work on them.
    package internal(set) var begun = 0
    /// Had to wait, whether begun or given up.
    package internal(set) var delayed = 0
    package internal(set) var abandoned = 0
    /// Of those, whom nobody had begun to work on.
    package internal(set) var leftUnbegun = 0
    package internal(set) var inTime = 0
    package internal(set) var undecided = 0
    /// Touches of them that were finished, and those given to somebody else at the end of a shift,
    /// whenever.
    package internal(set) var touches = 0
    package internal(set) var handedOver = 0
    /// Time from coming to the first touch or giving up, summed (unit: s).
    package internal(set) var waited = 0.0
    /// At the end of the interval: with the team or away, neither solved, closed nor given up.
    package internal(set) var open = 0
    /// Of those, in a queue.
    package internal(set) var waiting = 0
  }

  /// People's time, summed (unit: s).
  package struct Times: Hashable, Sendable {
    /// With work in hand that went forward.
    package internal(set) var worked = 0.0
    /// On duty, with breaks, meetings and overtime.
    package internal(set) var onDuty = 0.0
    package internal(set) var rested = 0.0
    package internal(set) var inMeetings = 0.0
    package internal(set) var overtime = 0.0
    package internal(set) var interrupted = 0.0

    /// On duty, and neither on a break nor in a meeting.
    package var available: Double { onDuty - rested - inMeetings }
    /// Time worked ÷ time available; not a number where nobody was there.
    package var occupancy: Double { worked / available }

    static func - (left: Times, right: Times) -> Times {
      Times(
        worked: left.worked - right.worked, onDuty: left.onDuty - right.onDuty,
        rested: left.rested - right.rested, inMeetings: left.inMeetings - right.inMeetings,
        overtime: left.overtime - right.overtime, interrupted: left.interrupted - right.interrupted)
    }
  }
}
