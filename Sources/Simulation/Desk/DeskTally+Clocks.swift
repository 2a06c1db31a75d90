extension DeskTally {
  /// What a clock measured.
  ///
  /// Who gives up counts as missed; ``gaveUp`` and ``gaveUpInTime`` say how many those are.
  package struct OfClock: Hashable, Sendable {
    /// Measurements that ended within the target.
    package internal(set) var kept = 0
    /// Measurements that took longer, still run though it has passed, or ended as somebody gave up.
    package internal(set) var missed = 0
    /// Measurements that were not over, at the end or when the contact was closed, though the target
    /// had not passed.
    package internal(set) var undecided = 0
    /// Of those missed, who gave up; and of these, within the target.
    package internal(set) var gaveUp = 0
    package internal(set) var gaveUpInTime = 0
    /// Measurements longer than ``ServiceClock/longest``.
    package internal(set) var beyondLongest = 0
    /// Measurements that ended with what was waited for.
    package internal(set) var stopped = 0
    /// Their sum (unit: open s).
    package internal(set) var total = 0.0
    /// Those of them that took any time.
    package internal(set) var times = TimeHistogram()
    /// By when they began.
    package internal(set) var intervals: [Interval] = []
    /// Of how many contacts the target is promised.
    package let promised: Double
    /// Intervals that make a day.
    let perDay: Int

    init(_ clock: ServiceClock, perDay: Int) {
      promised = clock.share
      self.perDay = perDay
    }

    /// Of measurements that began within an interval.
    package struct Interval: Hashable, Sendable {
      /// Kept or missed.
      package internal(set) var decided = 0
      package internal(set) var kept = 0
    }

    /// Measurements of which it is known whether the target was kept.
    package var decided: Int { kept + missed }
    /// The share kept; not a number where nothing is decided.
    package var share: Double { Double(kept) / Double(decided) }
    /// The share kept of all but those who gave up within the target.
    package var shareOfPatient: Double { Double(kept) / Double(decided - gaveUpInTime) }
    /// The share beyond ``ServiceClock/longest``.
    package var shareBeyondLongest: Double { Double(beyondLongest) / Double(decided) }
    /// Mean of those that ended (unit: open s).
    package var mean: Double { total / Double(stopped) }

    /// What a share of those that ended do not exceed (unit: open s); not a number where none did.
    package func percentile(_ share: Double) -> Double {
      stopped > 0 ? times.percentile(share, zeros: stopped - times.count) : .nan
    }

    /// Each day's measurements that are decided, and those kept, by when they began.
    package var days: [(decided: Int, kept: Int)] {
      stride(from: 0, to: intervals.count, by: perDay).map { first in
        intervals[first..<min(first + perDay, intervals.count)].reduce((0, 0)) {
          ($0.0 + $1.decided, $0.1 + $1.kept)
        }
      }
    }

    /// Days with a measurement, and those on which fewer than ``promised`` were kept.
    package var daysMissed: (missed: Int, known: Int) {
      let days = days.filter { $0.decided > 0 }
      let missed = days.count { Double($0.kept) < promised * Double($0.decided) }
      return (missed, days.count)
    }
  }
}
