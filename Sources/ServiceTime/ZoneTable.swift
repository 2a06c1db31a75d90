/// When the clocks of a place change: its offsets from UTC in the years 1970 to 2100.
///
/// Built once from Foundation's data; every question after that is arithmetic on integers.
///
/// ```swift
/// let warsaw = try ZoneTable.named("Europe/Warsaw")
/// warsaw.offset(at: Instant(seconds: 1_774_746_000))  // 7200: summer time has begun
/// ```
package struct ZoneTable: Sendable {
  /// The name in the time-zone database: `Europe/Warsaw`.
  package let identifier: String

  /// Instants at which another offset begins (unit: epoch s; rising).
  let changes: [Int]
  /// The offset before the first change, then the one from each change on (unit: s east of UTC).
  let offsets: [Int]

  /// The years whose changes of clocks are known; before and after, the nearest offset holds.
  package static let years = 1970...2100

  /// Coordinated Universal Time, whose clocks never change.
  package static let utc = ZoneTable(identifier: "UTC", firstOffset: 0, changes: [])

  /// Creates a table from known changes, in rising order; such that change nothing are dropped.
  init(identifier: String, firstOffset: Int, changes: [(at: Int, offset: Int)]) {
    self.identifier = identifier
    var offsets = [firstOffset]
    var instants: [Int] = []
    for change in changes where change.offset != offsets[offsets.count - 1] {
      instants.append(change.at)
      offsets.append(change.offset)
    }
    self.changes = instants
    self.offsets = offsets
  }

  /// The offset in force (unit: s east of UTC; within ±26 hours).
  ///
  /// - Complexity: O(log changes).
  package func offset(at instant: Instant) -> Int {
    offsets[period(at: instant.seconds)]
  }

  /// What calendar and clock show, or nil outside of the years 0001 to 9999.
  ///
  /// - Returns: The date and the seconds after midnight by the clock (0 to 86,399).
  package func local(at instant: Instant) -> (date: CivilDate, secondOfDay: Int)? {
    let (local, overflow) = instant.seconds.addingReportingOverflow(offset(at: instant))
    guard !overflow else { return nil }
    let day = local.flooredDivision(by: 86_400)
    guard let date = CivilDate(daysSince1970: day) else { return nil }
    return (date, local - day * 86_400)
  }

  /// The instants at which calendar and clock show a time.
  ///
  /// - Parameters:
  ///   - date: The date.
  ///   - secondOfDay: Seconds after midnight by the clock (0 to 86,400, the next midnight; others
  ///     are brought into this range).
  /// - Returns: One instant, two where clocks are put back, or the jump where they skip the time.
  package func instants(of date: CivilDate, secondOfDay: Int) -> LocalMatch {
    let local = date.daysSince1970 * 86_400 + min(max(secondOfDay, 0), 86_400)
    // On nearly all days nobody changes a clock.
    let period = period(at: local - Self.reach)
    if end(of: period) > local + Self.reach {
      return .once(Instant(seconds: local - offsets[period]))
    }
    var (first, last): (Int?, Int?) = (nil, nil)
    for index in periods(near: local) {
      let instant = local - offsets[index]
      guard start(of: index) <= instant, instant < end(of: index) else { continue }
      if first == nil { first = instant }
      last = instant
    }
    switch (first, last) {
    case (let first?, let last?) where first < last:
      return .twice(earlier: Instant(seconds: first), later: Instant(seconds: last))
    case (let only?, _):
      return .once(Instant(seconds: only))
    default:
      // Clocks jumped over the time: it would have come after the jump.
      let jump = periods(near: local).first {
        end(of: $0) != .max && local < end(of: $0) + offsets[$0 + 1]
      }
      return .skipped(next: Instant(seconds: jump.map(end(of:)) ?? local))
    }
  }
}

/// How often calendar and clock show a time.
package enum LocalMatch: Hashable, Sendable {
  /// On an ordinary day.
  case once(Instant)
  /// Clocks were put back.
  case twice(earlier: Instant, later: Instant)
  /// Clocks were put forward past it; `next` is the instant of the jump.
  case skipped(next: Instant)
}

extension ZoneTable {
  /// Index into `offsets` of the period an instant lies in.
  func period(at seconds: Int) -> Int {
    changes.countOfPrefix { $0 <= seconds }
  }

  /// Where a period begins (epoch s; `Int.min` for the first).
  func start(of period: Int) -> Int { period == 0 ? .min : changes[period - 1] }

  /// Where a period ends (epoch s; `Int.max` for the last).
  func end(of period: Int) -> Int { period == changes.count ? .max : changes[period] }

  /// Every period in which clocks may show `local` (seconds since 1970-01-01T00:00 by the clock).
  private func periods(near local: Int) -> ClosedRange<Int> {
    period(at: local - Self.reach)...period(at: local + Self.reach)
  }

  /// No place was ever further from UTC than 26 hours (unit: s).
  private static let reach = 26 * 3600
}

extension ZoneTable: Hashable {
  package static func == (left: ZoneTable, right: ZoneTable) -> Bool {
    left.identifier == right.identifier
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(identifier)
  }
}

extension Int {
  /// The quotient rounded down, for days before 1970.
  func flooredDivision(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension Array {
  /// How many elements at the start satisfy a condition that no later element satisfies.
  ///
  /// - Complexity: O(log count).
  func countOfPrefix(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
