import ServiceTime
import Standards

/// The cases of one promise, while tickets are read.
struct PromiseAccount: Sendable {
  let promise: CountedPromise
  private var cases = CensusCases()
  private var beyond: [CalendarPeriod: WaitsBeyond] = [:]
  private var justInTime = NotableWaits { $0.isNearer(than: $1) }
  private var justLate = NotableWaits { $0.isNearer(than: $1) }
  private var worst = NotableWaits { $0.isWorse(than: $1) }

  init(_ promise: CountedPromise) {
    self.promise = promise
  }

  /// A verdict's case, and what of its wait is worth telling.
  struct Case: Sendable {
    fileprivate let one: CensusCase
    fileprivate let date: CivilDate?
    fileprivate let notable: NotableWait?
    fileprivate let longestSeconds: Int?
  }

  /// What a verdict adds.
  ///
  /// - Parameter moment: When the clock started.
  func `case`(of verdict: Verdict, at moment: Instant?, _ view: TicketView) -> Case {
    let wait = promise.within == nil ? nil : verdict.wait
    let date = moment.flatMap { promise.zone.local(at: $0)?.date }
    let day = date.map { Int32(clamping: $0.daysSince1970) } ?? CensusCase.noDay
    let one = CensusCase(verdict, wait, view, day: day)
    let told = one.hasWait ? wait : nil
    return Case(
      one: one, date: date, notable: told.map { NotableWait($0, ticket: verdict.ticket) },
      longestSeconds: told?.longestSeconds)
  }

  /// Counts a case.
  mutating func add(_ new: Case, _ traits: CaseTraits) {
    var one = new.one
    one.traits = traits
    cases.append(one)
    guard let notable = new.notable else { return }
    // A reviewer may call a late answer met: just in time it was not.
    if one.state == .met, notable.excess <= 0 { justInTime.add(notable) }
    guard one.state == .missed, notable.excess > 0 else { return }
    justLate.add(notable)
    worst.add(notable)
    guard let longest = new.longestSeconds, notable.elapsedSeconds > longest, let date = new.date
    else { return }
    let period = CalendarPeriod(promise.period, containing: date)
    if beyond[period]?.add(notable) == nil { beyond[period] = WaitsBeyond(notable) }
  }

  /// What the cases come to.
  ///
  /// - Complexity: O(n log n) for n cases, and four bytes for each.
  func result(
    _ coverage: LogCoverage, _ names: NameNumbers, seed: UInt64
  ) -> PromiseResult {
    var counts = CensusCounts()
    var byPeriod: [CalendarPeriod: CensusCounts] = [:]
    var days: [Int: Outlook.Day] = [:]
    for one in cases {
      counts.count(one.state)
      guard let date = one.date else { continue }
      byPeriod[CalendarPeriod(promise.period, containing: date), default: CensusCounts()]
        .count(one.state)
      guard one.state == .met || one.state == .missed else { continue }
      var day = days[Int(one.day)] ?? Outlook.Day(met: 0, missed: 0)
      if one.state == .met { day.met += 1 } else { day.missed += 1 }
      days[Int(one.day)] = day
    }
    let periods = byPeriod.sorted { $0.key < $1.key }.map { period, counts in
      PromiseResult.Period(
        period: period, isPartial: !coverage.covers(period, of: promise), counts: counts,
        beyond: beyond[period])
    }
    var generator = SplitMix64(seed: seed ^ promise.standard.id.fingerprint)
    let outlook = span.flatMap {
      Outlook(
        days, span: $0, promised: promise.share, each: promise.period, using: &generator)
    }
    return PromiseResult(
      promise: promise, counts: counts, periods: periods, waits: WaitSummary(cases),
      outlook: outlook, daysWithCases: days.count, justInTime: justInTime.waits,
      justLate: justLate.waits, worst: worst.waits,
      breakdowns: Dictionary(
        uniqueKeysWithValues: CensusDimension.allCases.map { ($0, groups($0, names)) }))
  }

  /// From the day of the first case to that of the last.
  private var span: ClosedRange<Int>? {
    var span: ClosedRange<Int>?
    for one in cases where one.day != CensusCase.noDay {
      let day = Int(one.day)
      span = min(span?.lowerBound ?? day, day)...max(span?.upperBound ?? day, day)
    }
    return span
  }

  private func groups(_ dimension: CensusDimension, _ names: NameNumbers) -> [PromiseResult.Group] {
    var byKey: [Int32: (counts: CensusCounts, waits: SortedWaits)] = [:]
    for one in cases {
      let key = one.key(dimension)
      byKey[key, default: (CensusCounts(), SortedWaits())].counts.count(one.state)
      if one.hasWait { byKey[key]?.waits.add(one.elapsed, isLowerBound: one.isLowerBound) }
    }
    let groups = byKey.keys.sorted().compactMap { key -> PromiseResult.Group? in
      // Each group's waits are let go once they are summed up.
      guard var group = byKey.removeValue(forKey: key) else { return nil }
      group.waits.sort()
      let name = dimension == .week ? CensusCase.week(key)?.name : names.name(of: key)
      return PromiseResult.Group(
        name: name, counts: group.counts, median: group.waits.quantile(50),
        ninety: group.waits.quantile(90))
    }
    // Weeks stand by time already; names by their letters, none last.
    guard dimension != .week else { return groups }
    return groups.sorted { left, right in
      guard let name = left.name else { return false }
      return right.name.map { name < $0 } ?? true
    }
  }
}

extension CensusCase {
  /// The day on which the clock started; nil when it is not known.
  var date: CivilDate? { day == Self.noDay ? nil : CivilDate(daysSince1970: Int(day)) }

  /// What tells its group from others.
  fileprivate func key(_ dimension: CensusDimension) -> Int32 {
    switch dimension {
    case .channel: traits.channel
    case .topic: traits.topic
    case .team: traits.team
    case .priority: traits.priority
    case .week:
      date.map { Int32(clamping: CalendarPeriod(.week, containing: $0).first.daysSince1970) }
        ?? Self.noDay
    }
  }

  /// The week of such a key.
  fileprivate static func week(_ key: Int32) -> CalendarPeriod? {
    guard key != noDay else { return nil }
    return CivilDate(daysSince1970: Int(key)).map { CalendarPeriod(.week, containing: $0) }
  }
}

extension Verdict {
  /// The time that it rests on.
  var wait: Evidence.Wait? {
    for case .time(let wait) in evidence { return wait }
    return nil
  }
}

extension String {
  /// A number made of the letters, the same everywhere, so that each promise draws its own days
  /// whatever else a catalogue promises (FNV-1a).
  fileprivate var fingerprint: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
