/// Somebody on the team.
package struct Person: Hashable, Sendable {
  /// Places of the contact types that they can take.
  package var skills: [Int]
  /// How many skills these are, where several types ask for one; as many as types where nil.
  package var breadth: Int?
  /// Whose luck they have, so that it stays theirs where others come and go; their place where nil.
  package var subject: Int?
  /// How fast they work: 1 is usual, 2 twice as fast (0.01...100).
  package var pace = 1.0
  /// How many contacts they have in hand at once at most (1...16); nil for as many as the type lets.
  package var atOnce: Int?
  /// When they are to be there; in order, not overlapping. Nil: always.
  package var shifts: [Shift]?
  /// What keeps them from their work.
  package var interruptions: Interruptions?
  /// The most cases that are theirs at a time, in hand, laid aside, waiting for them or away (1...1e6);
  /// with so many they take no new one, but those of theirs that are reopened. Nil: any number.
  package var mostCases: Int?
  /// How being busy for long slows them down.
  package var slowdown: Slowdown?

  package init(skills: [Int], pace: Double = 1, shifts: [Shift]? = nil) {
    self.skills = skills
    self.pace = pace
    self.shifts = shifts
  }

  /// A shift, with what may go wrong with it.
  package struct Shift: Hashable, Sendable {
    /// Which shift it is, for its luck; by its place among the person's where nil.
    package var subject: Int?
    /// From when to when (unit: s since the run began; one that is under way then begins before 0).
    package var begin: Double
    package var end: Double
    /// Breaks, lunch and meetings: each begins when the work in hand is done.
    package var breaks: [Break]
    /// How likely they are absent (0...1).
    package var absence = 0.0
    /// How late they come (unit: s).
    package var lateness: Distribution?

    package init(from begin: Double, to end: Double, breaks: [Break] = []) {
      self.begin = begin
      self.end = end
      self.breaks = breaks
    }
  }

  /// Time off within a shift.
  package struct Break: Hashable, Sendable {
    /// When it is due (unit: s since the run began).
    package var begin: Double
    /// How long it is, whenever it begins (unit: s).
    package var length: Double
    /// Whether it is over when it was to be, however late it begins, and is counted apart.
    package var isMeeting = false

    package init(at begin: Double, length: Double) {
      self.begin = begin
      self.length = length
    }

    /// Time with colleagues: whoever comes late to it misses part of it.
    ///
    /// Work in hand is finished first, but for work that may be interrupted, which is laid aside.
    package static func meeting(at begin: Double, length: Double) -> Break {
      var meeting = Break(at: begin, length: length)
      meeting.isMeeting = true
      return meeting
    }
  }

  /// People who have hardly been idle for a while work more slowly (or, with ``atFull`` above 1, faster).
  ///
  /// The share of time with work in hand is remembered with weights that fall exponentially. The pace
  /// is set anew whenever the work in hand changes.
  package struct Slowdown: Hashable, Sendable {
    /// The share of time with work up to which nothing changes (0...0.99).
    package var above: Double
    /// The pace of somebody who has had work all the time; between, a straight line (0.1...10).
    package var atFull: Double
    /// How long is remembered (unit: s; 1...1e6).
    package var memory: Double

    package init(above: Double, atFull: Double, memory: Double = 3600) {
      self.above = above
      self.atFull = atFull
      self.memory = memory
    }
  }

  /// Colleagues, questions, the door: work in hand waits meanwhile.
  package struct Interruptions: Hashable, Sendable {
    /// How often, in an hour on duty.
    package var perHour: Double
    package var length: Distribution

    package init(perHour: Double, length: Distribution) {
      self.perHour = perHour
      self.length = length
    }
  }
}
