package import ServiceTime

/// The target of a clock while a ticket's channel and priority stay the same.
package struct Target: Hashable, Sendable {
  /// When it begins to hold; nil for the first, which holds since the clock starts.
  package let from: Instant?
  /// The hours in which time counts.
  package let hours: OpeningHours
  /// The longest time promised (unit: s, in those hours); nil where nothing is.
  package let seconds: Int?
  /// Whether the clock starts again when it begins to hold; if not, the time run so far counts.
  package let resets: Bool

  /// Creates a target.
  package init(from: Instant?, hours: OpeningHours, seconds: Int?, resets: Bool) {
    self.from = from
    self.hours = hours
    self.seconds = seconds
    self.resets = resets
  }
}

/// What a run comes to against the targets that held during it.
package struct Reckoning: Hashable, Sendable {
  /// The target that decides (its index): the first one that was missed, else the last one.
  package let target: Int
  /// The time counted against it (unit: s).
  package let elapsed: Int
  /// When the target was passed; nil when it was not.
  package let passed: Instant?

  /// Creates a reckoning.
  package init(target: Int, elapsed: Int, passed: Instant?) {
    self.target = target
    self.elapsed = elapsed
    self.passed = passed
  }

  /// Whether more time counted than the target allows.
  package var isLate: Bool { passed != nil }
}

extension ClockRun {
  /// Sets the run against the targets that held while it ran.
  ///
  /// A target judges only the time in which it holds: time that has run before counts against it, unless
  /// it resets the clock, and a target that a change makes too short is missed at the change, not before.
  /// A target once missed stays so, whatever comes after it.
  ///
  /// - Parameter targets: By time; the first holds from the start.
  /// - Returns: nil without targets.
  /// - Complexity: O((targets + spans) · log of spans and intervals).
  package func reckon(_ targets: [Target]) -> Reckoning? {
    var elapsed = 0
    var last: Reckoning?
    for (index, target) in targets.enumerated() {
      let start = max(from, target.from ?? from)
      let next = index + 1 < targets.count ? targets[index + 1].from : nil
      let stop = min(to, next ?? to)
      // A target that begins after the run's end, or is replaced before its start, says nothing.
      if index > 0, start > to || (start == to && start > from) { break }
      if stop < start || (next.map { $0 <= from } ?? false) { continue }
      if target.resets, index > 0 { elapsed = 0 }
      let before = elapsed
      elapsed += counted(on: target.hours, from: start, to: stop)
      guard let allowed = target.seconds, elapsed > allowed else {
        last = Reckoning(target: index, elapsed: elapsed, passed: nil)
        continue
      }
      let passed =
        before >= allowed
        ? start : instant(counting: allowed - before, on: target.hours, from: start) ?? stop
      return Reckoning(target: index, elapsed: elapsed, passed: passed)
    }
    return last
  }

  /// When the time promised is over, or was: on a clock that goes on running from the run's end.
  ///
  /// - Returns: nil when the desk never opens for so long.
  package func due(_ seconds: Int, on hours: OpeningHours) -> Instant? {
    if let passed = instant(counting: seconds, on: hours) { return passed }
    return hours.instant(after: seconds - counted(on: hours), from: to)
  }

  /// The run's stretches, each on the hours of the target that held.
  ///
  /// - Parameter deciding: The target that a reckoning rests on; those that count add up to what it
  ///   counted.
  package func stretches(_ targets: [Target], deciding: Int) -> [Stretch] {
    guard targets.count > 1 else {
      return targets.first.map { stretches(on: $0.hours) } ?? []
    }
    let first = targets.indices.last { 0 < $0 && $0 <= deciding && targets[$0].resets } ?? 0
    var all: [Stretch] = []
    for (index, target) in targets.enumerated() {
      let next = index + 1 < targets.count ? targets[index + 1].from : nil
      let found = stretches(on: target.hours, from: target.from, to: next)
      all += (first...max(first, deciding)).contains(index) ? found : found.map(\.uncounted)
    }
    return all
  }
}
