import Foundation
import ServiceTime
import Standards
import Testing
import Tickets

@testable import Conformance

/// How likely the next period keeps a promise.
struct OutlookTests {
  /// Monday, 2 March 2026, in days since 1970.
  static let monday = 20_514

  private func outlook(
    _ days: [Int: Outlook.Day], span: ClosedRange<Int>? = nil, _ share: String,
    _ period: PromisePeriod = .week, seed: UInt64 = 1
  ) throws -> Outlook? {
    var generator = SplitMix64(seed: seed)
    let first = days.keys.min() ?? 0
    let last = days.keys.max() ?? 0
    return Outlook(
      days, span: span ?? first...last, promised: try #require(Share(written: share)),
      each: period, using: &generator)
  }

  /// The probability that a sum of independent draws keeps 9 of 10, by convolution.
  ///
  /// - Parameter pools: For each day of the period, the days that are as likely one as the other.
  private func exactly(_ pools: [[Outlook.Day]]) -> Double {
    // 90% is kept when met - 9 · missed ≥ 0; no case at all counts neither way.
    struct Sum: Hashable {
      var score = 0
      var hasCases = false
    }
    var chances: [Sum: Double] = [Sum(): 1]
    for pool in pools where !pool.isEmpty {
      var next: [Sum: Double] = [:]
      for (sum, chance) in chances {
        for day in pool {
          let new = Sum(
            score: sum.score + day.met - 9 * day.missed,
            hasCases: sum.hasCases || day.met + day.missed > 0)
          next[new, default: 0] += chance / Double(pool.count)
        }
      }
      chances = next
    }
    let kept = chances.filter { $0.key.hasCases && $0.key.score >= 0 }.values.reduce(0, +)
    let some = chances.filter(\.key.hasCases).values.reduce(0, +)
    return kept / some
  }

  /// Four standard errors of a share of draws: one seed in 16,000 would lie beyond.
  private func tolerance(_ probability: Double) -> Double {
    4 * (probability * (1 - probability) / Double(Outlook.draws)).squareRoot()
  }

  @Test func `2026-03-02 was a Monday`() {
    #expect(CivilDate(daysSince1970: Self.monday)?.description == "2026-03-02")
  }

  @Test func `weeks are made of days of the same weekday`() throws {
    // Five weeks, Monday to Friday; Mondays are bad, some Thursdays have nobody.
    var days: [Int: Outlook.Day] = [:]
    var random = SplitMix64(seed: 9)
    for week in 0..<5 {
      for weekday in 0..<5 where !(weekday == 3 && week % 2 == 0) {
        let missed = weekday == 0 ? 1 + random.index(below: 3) : random.index(below: 2)
        days[Self.monday + 7 * week + weekday] = Outlook.Day(
          met: 3 + random.index(below: 9), missed: missed)
      }
    }
    let span = Self.monday...Self.monday + 4 * 7 + 6
    let pools = (0..<7).map { weekday in
      (0..<5).map { days[Self.monday + 7 * $0 + weekday] ?? Outlook.Day(met: 0, missed: 0) }
    }
    let outlook = try #require(try outlook(days, span: span, "90%"))
    let expected = exactly(pools)
    #expect((0.1...0.9).contains(expected))
    #expect(outlook.method == .weekdays)
    #expect(outlook.days == 35)
    #expect(outlook.daysWithCases == days.count)
    #expect(abs(outlook.probability - expected) <= tolerance(expected))
    #expect(outlook.drawingError.contains(outlook.probability))
    let width = outlook.drawingError.upperBound - outlook.drawingError.lowerBound
    #expect(width < 0.05)
  }

  @Test func `with few days of a weekday any day may come`() throws {
    // Nine days: two Mondays and Tuesdays.
    let counts = [(9, 0), (8, 2), (3, 0), (0, 0), (10, 1), (5, 1), (0, 0), (12, 0), (7, 2)]
    var days: [Int: Outlook.Day] = [:]
    for (index, count) in counts.enumerated() {
      days[Self.monday + index] = Outlook.Day(met: count.0, missed: count.1)
    }
    let outlook = try #require(try outlook(days, "90%"))
    let all = counts.map { Outlook.Day(met: $0.0, missed: $0.1) }
    let expected = exactly(Array(repeating: all, count: 7))
    #expect(outlook.method == .allDays)
    #expect(outlook.daysWithCases == 7)
    #expect(abs(outlook.probability - expected) <= tolerance(expected))
  }

  @Test func `days without cases are drawn too, and periods without cases tell nothing`() throws {
    // One case every third day for 30 days, one of ten missed: 90% of all, but most weeks have two
    // or three cases and keep it only without a miss.
    var days: [Int: Outlook.Day] = [:]
    for index in 0..<10 {
      days[Self.monday + 3 * index] = Outlook.Day(
        met: index == 4 ? 0 : 1, missed: index == 4 ? 1 : 0)
    }
    let span = Self.monday...Self.monday + 29
    let pools = (0..<7).map { weekday in
      stride(from: weekday, to: 30, by: 7).map {
        days[Self.monday + $0] ?? Outlook.Day(met: 0, missed: 0)
      }
    }
    let outlook = try #require(try outlook(days, span: span, "90%"))
    let expected = exactly(pools)
    #expect(outlook.method == .weekdays)
    #expect(outlook.empty > 0)
    #expect(outlook.kept + outlook.broken + outlook.empty == Outlook.draws)
    #expect(abs(outlook.probability - expected) <= tolerance(expected))
  }

  @Test func `a month has the days of the month that follows`() throws {
    // 21 days in February 2026; March begins on a Sunday and has five of them, and Sundays are bad.
    let first = Self.monday - 28
    var days: [Int: Outlook.Day] = [:]
    for day in first..<first + 21 {
      days[day] = Outlook.Day(met: 11, missed: day % 3 + ((day - first) % 7 == 6 ? 2 : 0))
    }
    let outlook = try #require(try outlook(days, "90%", .month))
    let pools = (0..<31).map { day in
      (0..<3).compactMap { days[first + 7 * $0 + (6 + day) % 7] }
    }
    let expected = exactly(pools)
    #expect((0.05...0.95).contains(expected))
    #expect(outlook.method == .weekdays)
    #expect(abs(outlook.probability - expected) <= tolerance(expected))
  }

  @Test func `a promise of each day is told exactly`() throws {
    var days: [Int: Outlook.Day] = [:]
    for (index, missed) in [0, 1, 2, 0, 1, 5, 0].enumerated() {
      days[Self.monday + 2 * index] = Outlook.Day(met: 9, missed: missed)
    }
    let outlook = try #require(try outlook(days, "90%", .day))
    #expect(outlook.method == .exact)
    #expect(outlook.probability == 5.0 / 7)
    #expect(outlook.drawingError == 5.0 / 7...5.0 / 7)
  }

  @Test func `four days are too few, five are enough`() throws {
    func days(_ count: Int) -> [Int: Outlook.Day] {
      var days: [Int: Outlook.Day] = [:]
      for day in 0..<count { days[Self.monday + day] = Outlook.Day(met: 1, missed: 0) }
      // Days of which nothing is decided do not count.
      days[Self.monday + 9] = Outlook.Day(met: 0, missed: 0)
      return days
    }
    #expect(try outlook(days(4), "90%") == nil)
    #expect(try outlook(days(5), "90%")?.daysWithCases == 5)
    #expect(try outlook(days(5), "90%")?.probability == 1)
  }

  @Test func `three of each weekday with cases are enough to draw by weekday`() throws {
    func method(_ count: Int) throws -> Outlook.Method? {
      // Mondays to Fridays until a Friday: of Saturdays there is one less, but none has cases.
      var days: [Int: Outlook.Day] = [:]
      for week in 0..<count {
        for day in 0..<5 { days[Self.monday + 7 * week + day] = Outlook.Day(met: 1, missed: 0) }
      }
      return try outlook(days, "90%")?.method
    }
    #expect(try method(2) == .allDays)
    #expect(try method(3) == .weekdays)
  }

  @Test func `five days of one week make a week of five`() throws {
    var days: [Int: Outlook.Day] = [:]
    for day in 0..<5 { days[Self.monday + day] = Outlook.Day(met: 1, missed: day == 0 ? 1 : 0) }
    let outlook = try #require(try outlook(days, "90%"))
    // Any bad day of the five breaks it: 6 cases at most, 5 of 6 is below 90%.
    let expected = 0.8 * 0.8 * 0.8 * 0.8 * 0.8
    #expect(abs(outlook.probability - expected) <= tolerance(expected))
  }

  @Test func `the same seed draws the same, whatever else is promised`() throws {
    let late = try (0..<12).map { day in
      try CensusTests.ticket(
        at: "2026-03-\(day < 7 ? "0\(day + 2)" : "\(day + 4)")T09:00:00+01:00",
        minutes: day % 4 == 1 ? 40 : 5)
    }
    let other = CensusTests.standard("share: 90%", id: "other").replacingOccurrences(
      of: "channel: email", with: "channel: chat")
    let standard = CensusTests.standard("share: 80%")
    let alone = try CensusTests.census([standard], seed: 7, late)
    let again = try CensusTests.census([standard], seed: 7, late)
    let beside = try CensusTests.census([other, standard], seed: 7, late)
    let seeded = try CensusTests.census([standard], seed: 8, late)
    let outlook = try #require(alone[0].outlook)
    #expect((0.05...0.95).contains(outlook.probability))
    #expect(again[0].outlook == outlook)
    #expect(beside[1].outlook == outlook)
    #expect(seeded[0].outlook != outlook)
  }

  @Test func `days before 1970 have weekdays as well`() throws {
    // 1969-12-01 was a Monday, 31 days before 1970.
    var days: [Int: Outlook.Day] = [:]
    for week in 0..<3 {
      for day in 0..<5 { days[-31 + 7 * week + day] = Outlook.Day(met: 1, missed: 0) }
    }
    #expect(try outlook(days, "90%")?.method == .weekdays)
  }
}
