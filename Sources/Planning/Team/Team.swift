package import Diagnostics
package import ServiceTime
package import Simulation

/// Who works on a desk, when, and by which rules.
package struct Team: Sendable {
  /// Who gets a contact when several are free.
  package enum Routing: String, CaseIterable, Sendable {
    /// Who has been free for longest.
    case longestIdle = "longest-idle"
    /// Who has the fewest other skills; among those, who has been free for longest.
    case mostSpecialised = "most-specialised"
  }

  /// What happens to work in hand at the end of a shift.
  package enum EndOfShift: String, CaseIterable, Sendable {
    /// It is finished, in overtime.
    case finish
    /// Somebody else goes on with it, and reads it again.
    case handOver = "hand-over"
  }

  /// The team's name.
  package let name: String?
  package let rules: Rules
  /// Shifts by name, in the order of the file.
  package let shifts: [Shift]
  /// People, or groups of them, in the order of the file.
  package let members: [Member]

  /// How the team works together.
  package struct Rules: Sendable {
    package var routing = Routing.longestIdle
    package var endOfShift = EndOfShift.finish
    /// What it takes to read what somebody else began (unit: s).
    package var rereading: Distribution?
    /// Of cases handed over, how many wait for the same person's return (0...1).
    package var lostAtHandover = 0.0
    /// Whether live contacts go before deferred ones, whatever the order.
    package var liveFirst = true
    /// Whether deferred work is laid aside for live contacts.
    package var interruptsDeferred = false
    /// Channels, topics and priorities, the most urgent first; those not named come last.
    package var order: [String] = []
    /// So much longer a wait makes up for one step of the order (unit: s); nil for never.
    package var ageing: Double?
    /// How being busy for long slows people down.
    package var tiring: Tiring?
  }

  /// How being busy for long slows people down.
  package struct Tiring: Sendable {
    /// The share of time with work up to which nothing changes (0...0.99).
    package let above: Double
    /// The pace of somebody who has had work all the time.
    package let paceAtFull: Double
    /// How long is remembered (unit: s).
    package let memory: Double
  }

  /// When people are there.
  package struct Shift: Sendable {
    /// The name that people refer to.
    package let name: String
    /// When it begins and ends, on each of its days.
    package let week: [WeeklyHours.Entry]
    /// Breaks and lunch, each within the hours of the day.
    package let breaks: [ClockRange]
    /// So much later the breaks of each further person begin (unit: s).
    package let apart: Int
    /// Meetings by day.
    package let meetings: [WeeklyHours.Entry]
    /// The calendar on whose closed days nobody comes.
    package let closedWith: String?
    /// Where it stands.
    package let place: SourceRange
  }

  /// Somebody, or so many people alike.
  package struct Member: Sendable {
    package let name: String
    package let count: Int
    /// What they can do; nil for everything.
    package let skills: [String]?
    /// The shifts that they work, by name; nil when they are always there.
    package let shifts: [String]?
    /// How fast they work: 1 is usual.
    package let pace: Double
    /// How many conversations they lead at once at most; nil for as many as the channel has.
    package let atOnce: Int?
    /// Days on which they do not come.
    package let away: [CivilDate]
    /// How likely they are absent from a shift (0...1).
    package let absence: Double
    /// How late they come (unit: s).
    package let lateness: Distribution?
    /// What keeps them from their work.
    package let interruptions: Interruptions?
    /// Where they stand.
    package let place: SourceRange
  }

  /// Colleagues, questions, the door.
  package struct Interruptions: Sendable {
    /// How often, in an hour on duty.
    package let perHour: Double
    /// How long (unit: s).
    package let length: Distribution
  }

  /// The shift of a name.
  package func shift(named name: String) -> Shift? { shifts.first { $0.name == name } }

  /// How many people there are.
  package var headcount: Int { members.reduce(0) { $0 + $1.count } }
}
