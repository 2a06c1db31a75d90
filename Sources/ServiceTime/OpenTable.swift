import Synchronization

/// The blocks of a calendar, each computed when it is first needed.
///
/// Safe from any thread without locks: two threads may compute the same block, one result stays.
final class OpenTable: Sendable {
  /// Blocks are this many bits of an epoch second wide: 2^25 s, 388 days.
  static let bits = 25
  static let count = ((CalendarYears.end - 1) >> bits) + 1

  private typealias Slot = Atomic<Unmanaged<OpenBlock>?>

  /// Each is written once, and only through its atomic.
  private nonisolated(unsafe) let slots: UnsafeMutablePointer<Slot>

  init() {
    slots = .allocate(capacity: Self.count)
    for index in 0..<Self.count { (slots + index).initialize(to: Slot(nil)) }
  }

  deinit {
    for index in 0..<Self.count { slots[index].load(ordering: .acquiring)?.release() }
    slots.deinitialize(count: Self.count)
    slots.deallocate()
  }

  /// The block with an index, computed from `hours` at first use.
  ///
  /// `AtomicLazyReference` would do the same; in Swift 6.3 it is not specialised and takes longer
  /// than the rest of a question.
  ///
  /// - Parameter index: 0 to ``count`` - 1; one outside counts as the nearest.
  func block(_ index: Int, of hours: OpeningHours) -> OpenBlock {
    let index = min(max(index, 0), Self.count - 1)
    if let block = slots[index].load(ordering: .acquiring) { return block.takeUnretainedValue() }
    return fill(index, of: hours)
  }

  @inline(never)
  private func fill(_ index: Int, of hours: OpeningHours) -> OpenBlock {
    let new = OpenBlock(hours.intervals(ofBlock: index), of: Self.span(of: index))
    let kept = Unmanaged.passRetained(new)
    let (isFirst, other) = slots[index].compareExchange(
      expected: nil, desired: kept, ordering: .acquiringAndReleasing)
    guard !isFirst, let other else { return new }
    kept.release()
    return other.takeUnretainedValue()
  }

  /// The index of the block an instant lies in.
  static func index(of seconds: Int) -> Int { seconds >> bits }

  /// The instants of a block (epoch s).
  static func span(of index: Int) -> Range<Int> {
    index << bits..<min((index + 1) << bits, CalendarYears.end)
  }
}

extension OpeningHours {
  /// The open intervals within a block, in no order, perhaps overlapping.
  ///
  /// The hours of each date are laid on the line of local clock times and cut there into periods
  /// of one offset. So an hour that clocks jump over falls out, and one that they repeat counts
  /// twice, without a special case.
  ///
  /// - Complexity: O(days × ranges of a day × changes of clocks in the block).
  fileprivate func intervals(ofBlock index: Int) -> [Range<Int>] {
    let block = OpenTable.span(of: index)
    let periods =
      zone.period(at: block.lowerBound)...zone.period(at: block.upperBound - 1)
    // West of UTC hours may end two and a half days after their date begins in UTC; east of it they
    // may begin more than half a day before.
    let firstDay = block.lowerBound / 86_400 - 3
    let lastDay = block.upperBound / 86_400 + 1
    let closedDays = closedDays(firstDay...lastDay)
    var intervals: [Range<Int>] = []
    for day in firstDay...lastDay {
      guard let date = CivilDate(daysSince1970: day) else { continue }
      let ordinary = closedDays.contains(day) ? [] : week[date.dayOfWeek]
      for range in ordinary + (alsoOpen[date] ?? []) {
        let opens = day * 86_400 + range.opens
        for period in periods {
          let offset = zone.offsets[period]
          let lower = max(opens - offset, zone.start(of: period), block.lowerBound)
          let upper = min(opens + range.length - offset, zone.end(of: period), block.upperBound)
          if lower < upper { intervals.append(lower..<upper) }
        }
      }
    }
    return intervals
  }

  /// The days on which the ordinary hours do not hold (days since 1970-01-01).
  private func closedDays(_ days: ClosedRange<Int>) -> Set<Int> {
    var found = Set(closed.keys.map(\.daysSince1970))
    guard let first = CivilDate(daysSince1970: days.lowerBound)?.year,
      let last = CivilDate(daysSince1970: days.upperBound)?.year
    else { return found }
    for country in holidays {
      for year in first...last {
        found.formUnion(country.days(in: year).map(\.date.daysSince1970))
      }
    }
    return found
  }
}
