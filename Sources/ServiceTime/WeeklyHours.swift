/// The hours of an ordinary week, by the clock on the wall.
package struct WeeklyHours: Hashable, Sendable {
  /// One range of one day.
  package struct Entry: Hashable, Sendable {
    /// The day on which the desk opens.
    package let day: Weekday
    /// The hours.
    package let range: ClockRange

    /// Creates an entry.
    package init(day: Weekday, range: ClockRange) {
      self.day = day
      self.range = range
    }

    /// Opening and closing in seconds since Monday 00:00; closing may lie in the week after.
    var secondsOfWeek: Range<Int> {
      let start = (day.rawValue - 1) * 86_400 + range.opens
      return start..<start + range.length
    }
  }

  /// Every range, in the order of the week.
  package let entries: [Entry]

  private let rangesByDay: [[ClockRange]]

  /// Open at all times.
  package static let roundTheClock = WeeklyHours(
    unchecked: Weekday.allCases.map { Entry(day: $0, range: .wholeDay) })

  /// Never open.
  package static let never = WeeklyHours(unchecked: [])

  /// Creates a week.
  ///
  /// - Throws: ``HoursError/overlap(_:_:)`` for the first two ranges that share time;
  ///   ``overlaps(among:)`` finds all of them.
  package init(_ entries: [Entry]) throws(HoursError) {
    if let (first, second) = Self.overlaps(among: entries).first {
      throw .overlap(entries[first], entries[second])
    }
    self.init(unchecked: entries)
  }

  private init(unchecked entries: [Entry]) {
    let sorted = entries.sorted { $0.secondsOfWeek.lowerBound < $1.secondsOfWeek.lowerBound }
    self.entries = sorted
    rangesByDay = Weekday.allCases.map { day in
      sorted.filter { $0.day == day }.map(\.range)
    }
  }

  /// The ranges that open on a day, in order.
  package subscript(day: Weekday) -> [ClockRange] {
    rangesByDay[day.rawValue - 1]
  }

  /// Open time in a week without exceptions (unit: s of the clock; 0 to 604,800).
  package var seconds: Int { entries.reduce(0) { $0 + $1.range.length } }

  /// Whether the desk never closes.
  package var isRoundTheClock: Bool { seconds == 7 * 86_400 }

  /// Pairs of entries that share time, as indices into `entries`, the smaller first.
  ///
  /// Sunday's hours past midnight are compared with Monday's.
  ///
  /// - Returns: By the first and then the second of each pair; at most ``mostOverlaps``.
  /// - Complexity: O(n log n) for n entries.
  package static func overlaps(among entries: [Entry]) -> [(Int, Int)] {
    let week = 7 * 86_400
    let spans = entries.map(\.secondsOfWeek)
    var starts = spans.enumerated().map { (index: $0.offset, start: $0.element.lowerBound) }
    // All of them stand again in the week after, into which Sunday's may reach.
    starts += starts.map { ($0.index, $0.start + week) }
    starts.sort { ($0.start, $0.index) < ($1.start, $1.index) }
    var pairs: [(Int, Int)] = []
    for (position, first) in starts.enumerated() where first.start < week {
      for second in starts[(position + 1)...] {
        guard second.start < spans[first.index].upperBound, pairs.count < mostOverlaps else {
          break
        }
        pairs.append((min(first.index, second.index), max(first.index, second.index)))
      }
    }
    return pairs.sorted { $0 < $1 }
  }

  /// More overlaps than anybody mends one by one; each takes memory.
  static let mostOverlaps = 1_000
}
