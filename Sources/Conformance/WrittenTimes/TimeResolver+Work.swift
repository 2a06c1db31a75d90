import ServiceTime

/// Working days, working time and closing.
extension TimeResolver {
  /// Hours that tell anything: a desk that never closes has no working days of its own.
  private var desk: OpeningHours? {
    guard let hours, !hours.isAlwaysOpen, !hours.week.isRoundTheClock else { return nil }
    return hours
  }

  private func isWorkingDay(_ date: CivilDate) -> Bool {
    if let desk { return !desk.ranges(on: date).isEmpty }
    if let hours, hours.closure(on: date) != nil { return false }
    return date.weekday <= 5
  }

  /// More working days than this are not looked for; a desk that hardly opens has none in reach.
  private static let mostDays = 4_000

  /// The n-th working day after the day of sending.
  ///
  /// - Complexity: O(days).
  func workingDay(_ count: Int) -> CivilDate? {
    guard count >= 1, count <= Self.mostDays else { return nil }
    var left = count
    var date = now.date
    for _ in 0..<Self.mostDays {
      guard let next = date.adding(days: 1) else { return nil }
      date = next
      if isWorkingDay(date) { left -= 1 }
      if left == 0 { return date }
    }
    return nil
  }

  /// When working time is up.
  func afterWork(_ seconds: Int) -> WrittenTime.Resolution? {
    if let desk {
      return desk.instant(after: seconds, from: sentAt).map {
        .init(by: $0, isExact: true, isCarriedOver: false)
      }
    }
    // From 8:00 to 16:00 of working days.
    var left = seconds
    var date = now.date
    for _ in 0..<Self.mostDays {
      if isWorkingDay(date) {
        let opens = max(sentAt, clock(date, 8 * 3600))
        let open = clock(date, 16 * 3600).seconds - opens.seconds
        if open >= left {
          return .init(
            by: Instant(seconds: opens.seconds + left), isExact: false, isCarriedOver: false)
        }
        left -= max(0, open)
      }
      guard let next = date.adding(days: 1) else { return nil }
      date = next
    }
    return nil
  }

  private func clock(_ date: CivilDate, _ second: Int) -> Instant {
    switch zone.instants(of: date, secondOfDay: second) {
    case .once(let instant), .twice(_, let instant), .skipped(let instant): instant
    }
  }

  /// When the desk closes that opened on a date.
  func closing(on date: CivilDate) -> Instant? {
    guard let desk, let next = date.adding(days: 1), let last = next.adding(days: 1) else {
      return nil
    }
    let end = desk.zone.startOfDay(next)
    return desk.openIntervals(from: desk.zone.startOfDay(date), to: desk.zone.startOfDay(last))
      .last { $0.lowerBound < end.seconds }
      .map { Instant(seconds: $0.upperBound) }
  }

  /// The next closing after sending: of today, if the desk is or will be open.
  func nextClosing() -> WrittenTime.Resolution? {
    for days in 0...14 {
      guard let date = now.date.adding(days: days) else { return nil }
      if let closing = closing(on: date), closing > sentAt {
        return .init(by: closing, isExact: true, isCarriedOver: days > 0)
      }
    }
    return nil
  }
}
