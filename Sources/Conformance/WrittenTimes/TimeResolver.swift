import ServiceTime

/// Finds the instant of a written time for the moment it was written at.
struct TimeResolver {
  let sentAt: Instant
  /// The day and the second of the day at which it was written.
  let now: (date: CivilDate, secondOfDay: Int)
  let zone: ZoneTable
  let hours: OpeningHours?
  let bound: WrittenTime.Bound
  let isExclusive: Bool

  typealias Resolution = WrittenTime.Resolution

  private static let day = 86_400
  private static let half = 43_200

  func resolve(_ meaning: WrittenTime.Meaning) -> Resolution? {
    switch meaning {
    case .vague: nil
    case .span(let span): span.isFromEvent ? nil : end(of: span.length)
    case .point(let day?, nil):
      dates(of: day).flatMap { dates in
        (bound == .from) != isExclusive
          ? exactly(instant(dates.lowerBound, 0), false)
          : exactly(instant(dates.upperBound, Self.day), false)
      }
    case .point(let day?, let time?):
      dates(of: day).flatMap { on($0.upperBound, time, isToday: day == .offset(0)) }
    case .point(nil, let time?): next(time)
    case .point(nil, nil): nil
    }
  }

  // MARK: - Times of day

  /// A time of day on a date that was written.
  private func on(
    _ date: CivilDate, _ time: WrittenTime.DayTime, isToday: Bool
  ) -> Resolution? {
    switch time {
    case .clock(let second, let mayBeLater):
      // "today by 0:00" is the midnight to come.
      if isToday, second == 0 { return exactly(instant(date, Self.day), true) }
      guard mayBeLater, second < Self.half else { return exactly(instant(date, second), true) }
      if date == now.date {
        let isOver = instant(date, second).map { $0 <= sentAt } ?? true
        return exactly(instant(date, isOver ? second + Self.half : second), true)
      }
      // Nobody promises four in the morning of another day without saying so.
      return second < 7 * 3600
        ? exactly(instant(date, second + Self.half), false) : exactly(instant(date, second), true)
    case .part(let part):
      return exactly(instant(date, edge(of: part)), false)
    case .dayEnd:
      return exactly(instant(date, Self.day), true)
    case .closing, .shiftEnd:
      return exactly(closing(on: date), true)
    }
  }

  /// The first time of day after sending.
  private func next(_ time: WrittenTime.DayTime) -> Resolution? {
    switch time {
    case .clock(let second, let mayBeLater):
      // "Since 8:21" looks back.
      if bound == .from, !mayBeLater { return exactly(instant(now.date, second), true) }
      if let today = instant(now.date, second), today > sentAt { return exactly(today, true) }
      if mayBeLater, second <= Self.half, let later = instant(now.date, second + Self.half),
        later > sentAt
      {
        return exactly(later, true)
      }
      guard let tomorrow = now.date.adding(days: 1) else { return nil }
      let isEarly = mayBeLater && second < 7 * 3600
      let found = instant(tomorrow, isEarly ? second + Self.half : second)
      return exactly(found, !isEarly, isCarriedOver: true)
    case .part(let part):
      // In the small hours, the night is the one that runs.
      if part == .night, now.secondOfDay < 6 * 3600 {
        return exactly(instant(now.date, 6 * 3600), false)
      }
      if let today = instant(now.date, edge(of: part)), today > sentAt {
        return exactly(today, false)
      }
      return exactly(
        now.date.adding(days: 1).flatMap { instant($0, edge(of: part)) }, false,
        isCarriedOver: true)
    case .dayEnd:
      return exactly(instant(now.date, Self.day), true)
    case .closing, .shiftEnd:
      return nextClosing()
    }
  }

  private func edge(of part: WrittenTime.DayPart) -> Int {
    bound == .from ? part.seconds.lowerBound : part.seconds.upperBound
  }

  /// The instant at which clocks show a time; the later one where they show it twice.
  ///
  /// - Parameter second: Seconds after the midnight that the date begins with; beyond 86,400 on the
  ///   day after.
  private func instant(_ date: CivilDate, _ second: Int) -> Instant? {
    let days = second > Self.day ? 1 : 0
    guard let date = date.adding(days: days) else { return nil }
    return switch zone.instants(of: date, secondOfDay: second - days * Self.day) {
    case .once(let instant), .twice(_, let instant), .skipped(let instant): instant
    }
  }

  private func exactly(
    _ instant: Instant?, _ isExact: Bool, isCarriedOver: Bool = false
  ) -> Resolution? {
    instant.map { Resolution(by: $0, isExact: isExact, isCarriedOver: isCarriedOver) }
  }

  // MARK: - Days

  /// The dates that a day may mean, from the first to the last.
  private func dates(of day: WrittenTime.Day) -> ClosedRange<CivilDate>? {
    let today = now.date
    switch day {
    case .offset(let days): return single(today.adding(days: days))
    case .weekday(let weekday, let which): return single(date(of: weekday, which))
    case .date(let year?, let month, let day):
      return single(CivilDate(year: year, month: month, day: day))
    case .date(nil, let month, let day): return single(nearest(month: month, day: day))
    case .dayOfMonth(let day): return single(dayOfMonth(day))
    case .workingDay(let count): return single(workingDay(count))
    case .weekend(let weeks):
      let saturday = 6 - today.weekday + 7 * weeks
      // Promised for the weekend by its beginning, for it by its end.
      if bound == .latest {
        let friday = saturday - 1 + (saturday <= 0 && weeks == 0 ? 7 : 0)
        return single(today.adding(days: isExclusive ? friday + 1 : friday))
      }
      return range(today.adding(days: saturday), today.adding(days: saturday + 1))
    case .week(let weeks):
      let monday = 1 - today.weekday + 7 * weeks
      return range(today.adding(days: monday), today.adding(days: monday + 6))
    case .month(let months): return self.months(from: months, count: 1)
    case .quarter(let quarters):
      return self.months(from: quarters * 3 - (today.month - 1) % 3, count: 3)
    case .year(let years): return self.months(from: years * 12 - (today.month - 1), count: 12)
    case .namedMonth(let year, let month):
      // Months just over are more often looked back at than ahead to.
      let isAhead = month < today.month - 2
      let isBehind = month > today.month + 9
      let years = year.map { $0 - today.year } ?? (isAhead ? 1 : isBehind ? -1 : 0)
      return self.months(from: years * 12 + month - today.month, count: 1)
    }
  }

  private func single(_ date: CivilDate?) -> ClosedRange<CivilDate>? { date.map { $0...$0 } }

  private func range(_ first: CivilDate?, _ last: CivilDate?) -> ClosedRange<CivilDate>? {
    guard let first, let last, first <= last else { return nil }
    return first...last
  }

  /// So many months of the calendar, the first so many after this one.
  private func months(from offset: Int, count: Int) -> ClosedRange<CivilDate>? {
    guard let first = month(after: offset), let last = month(after: offset + count - 1) else {
      return nil
    }
    return range(
      CivilDate(year: first.year, month: first.month, day: 1),
      CivilDate(
        year: last.year, month: last.month,
        day: CivilDate.daysInMonth(last.month, year: last.year)))
  }

  private func month(after count: Int) -> (year: Int, month: Int)? {
    let months = now.date.year * 12 + now.date.month - 1 + count
    return months >= 12 ? (months / 12, months % 12 + 1) : nil
  }

  private func date(of weekday: Weekday, _ which: WrittenTime.Which) -> CivilDate? {
    let days = (weekday.rawValue - now.date.weekday + 7) % 7
    return switch which {
    case .this: now.date.adding(days: days)
    case .coming: now.date.adding(days: days == 0 ? 7 : days)
    case .next: now.date.adding(days: weekday.rawValue - now.date.weekday + 7)
    case .last: now.date.adding(days: days - 7)
    }
  }

  /// How many days before sending a date without a year may lie; those ahead fill up the year.
  private static let daysBefore = 92

  private func nearest(month: Int, day: Int) -> CivilDate? {
    guard let earliest = now.date.adding(days: -Self.daysBefore) else { return nil }
    return (earliest.year...earliest.year + 1).lazy.compactMap {
      CivilDate(year: $0, month: month, day: day)
    }.first { $0 >= earliest }
  }

  private func dayOfMonth(_ day: Int) -> CivilDate? {
    // Two months on the day may be missing once at most.
    (0...2).lazy.compactMap { month(after: $0) }.compactMap {
      CivilDate(year: $0.year, month: $0.month, day: day)
    }.first { $0 >= now.date }
  }

  // MARK: - Spans

  /// Longer spans than a century have no end here (unit: months).
  private static let mostMonths = 1200

  private func end(of length: WrittenTime.Span.Length) -> Resolution? {
    switch length {
    case .seconds(let seconds):
      let (end, overflow) = sentAt.seconds.addingReportingOverflow(seconds)
      return overflow ? nil : exactly(Instant(seconds: end), true)
    case .days(let days):
      return exactly(now.date.adding(days: days).flatMap { instant($0, Self.day) }, false)
    case .months(let months):
      guard months <= Self.mostMonths, let end = month(after: months) else { return nil }
      let day = min(now.date.day, CivilDate.daysInMonth(end.month, year: end.year))
      return exactly(
        CivilDate(year: end.year, month: end.month, day: day).flatMap { instant($0, Self.day) },
        false)
    case .workingDays(let days):
      return exactly(workingDay(days).flatMap { instant($0, Self.day) }, false)
    case .workingSeconds(let seconds):
      return afterWork(seconds)
    }
  }
}
