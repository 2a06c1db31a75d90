import ServiceTime

/// A desk that answers deferred work, simulated minute by minute on the clock.
///
/// Contacts come evenly over their interval, are seen a delay later, and wait in one line. In every
/// minute in which the desk is open, each person does `cap` minutes of the work that is visible.
/// Everything changes at whole minutes only, so within a minute all amounts move along straight
/// lines, and looking at whole minutes is exact.
///
/// It knows the calendar only by asking whether the desk is open in a minute, and nothing of curves.
struct MinuteDesk {
  /// An interval: when it begins (epoch s), and the work that comes in it (agent-seconds).
  struct Interval {
    var start: Int
    var work: Double
  }

  let intervals: [Interval]
  /// The length of an interval (s).
  let length: Int
  /// The promise (open s) and the delay (s), whole minutes.
  let within: Int
  let delay: Int
  let cap: Double
  /// Whether the desk is open, minute by minute from the first interval on.
  let isOpen: [Bool]

  /// The work that has come by each minute.
  let arrived: [Double]
  /// The minute by which what came before each minute must be done; nil beyond the end.
  let deadline: [Int?]

  init(
    _ intervals: [Interval], length: Int, hours: OpeningHours, within: Int, delay: Int, cap: Double
  ) {
    let start = intervals.first?.start ?? 0
    let isOpen = (0..<intervals.count * length / 60).map {
      hours.isOpen(at: Instant(seconds: start + $0 * 60))
    }
    self.init(intervals, isOpen, length: length, within: within, delay: delay, cap: cap)
  }

  /// The same desk with its whole span again and again.
  init(repeating desk: MinuteDesk, times: Int) {
    self.init(
      (0..<times).flatMap { _ in desk.intervals }, (0..<times).flatMap { _ in desk.isOpen },
      length: desk.length, within: desk.within, delay: desk.delay, cap: desk.cap)
  }

  private init(
    _ intervals: [Interval], _ isOpen: [Bool], length: Int, within: Int, delay: Int, cap: Double
  ) {
    self.intervals = intervals
    self.isOpen = isOpen
    self.length = length
    self.within = within
    self.delay = delay
    self.cap = cap
    var arrived = [0.0]
    for minute in isOpen.indices {
      let work = intervals[minute * 60 / length].work
      arrived.append(arrived[minute] + work * 60 / Double(length))
    }
    self.arrived = arrived

    var deadline: [Int?] = []
    var end = 0
    var open = 0
    for minute in 0...isOpen.count {
      while end < isOpen.count, open < within {
        if isOpen[end] { open += 60 }
        end += 1
      }
      deadline.append(open == within ? end : nil)
      if minute < isOpen.count, isOpen[minute] { open -= 60 }
    }
    self.deadline = deadline
  }

  /// How late the work is at worst with so many people in each interval (agent-seconds; not more
  /// than 0 if every deadline up to the end is met).
  func worstLateness(people: [Int]) -> Double {
    var done = [0.0]
    for minute in isOpen.indices {
      let before = done[minute]
      let seen = arrived[max(0, minute + 1 - delay / 60)]
      let possible = isOpen[minute] ? Double(people[minute * 60 / length]) * cap * 60 : 0
      done.append(max(before, min(before + possible, seen)))
    }
    var worst = -Double.infinity
    for (minute, deadline) in deadline.enumerated() {
      if let deadline { worst = max(worst, arrived[minute] - done[deadline]) }
    }
    return worst
  }

  /// The work that so many people can do (agent-seconds).
  func capacity(people: [Int]) -> Double {
    people.indices.reduce(0) { $0 + Double(people[$1] * openSeconds($1)) * cap }
  }

  /// The open time of an interval (s).
  func openSeconds(_ index: Int) -> Int {
    let first = index * length / 60
    return isOpen[first..<first + length / 60].count { $0 } * 60
  }
}
