import ServiceTime
import Testing

/// Laws that hold for every calendar, tried on calendars made at random from a seed.
struct OpeningHoursPropertyTests {
  static let zones = [
    "Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
    "Africa/Casablanca",
    "America/Sao_Paulo", "UTC",
  ]

  @Test(arguments: 0..<16)
  func `agrees with a count of every minute`(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let hours = try randomHours(grain: 60, using: &generator)
    do {
      let start = randomStart(hours.zone, grain: 60, using: &generator)
      let end = start + 60 * Int.random(in: 1...6000, using: &generator)
      let counted = stride(from: start, to: end, by: 60).filter { isOpen(hours, at: $0) }.count * 60
      let elapsed = hours.elapsed(from: Instant(seconds: start), to: Instant(seconds: end))
      #expect(elapsed == counted, "\(hours.zone.identifier) \(start) \(end)")
    }
  }

  @Test(arguments: 100..<112)
  func `agrees with a count of every second`(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let hours = try randomHours(grain: 1, using: &generator)
    let start = randomStart(hours.zone, grain: 1, using: &generator)
    let end = start + Int.random(in: 1...15_000, using: &generator)
    let open = (start..<end).filter { isOpen(hours, at: $0) }
    let elapsed = hours.elapsed(from: Instant(seconds: start), to: Instant(seconds: end))
    #expect(elapsed == open.count, "\(hours.zone.identifier) \(start) \(end)")
    let listed = hours.openIntervals(from: Instant(seconds: start), to: Instant(seconds: end))
    #expect(listed.flatMap { Array($0) } == open)
  }

  /// Sums are kept in blocks of 2^25 seconds. Clocks of these places change soon after a border.
  @Test(arguments: ["America/New_York", "Pacific/Auckland", "America/Santiago"])
  func `agrees with a count across every border of the blocks`(zone: String) throws {
    let hours = OpeningHours(
      zone: try .named(zone), week: try week([("daily", "20:00-07:00")]),
      closed: [try date("2026-05-09"): ""])
    let step = 3600
    for block in 1...122 {
      let border = block << 25
      let first = border - border % step
      for start in [first - 172_800, first, first + step] {
        let end = first + 172_800
        let counted = stride(from: start, to: end, by: step).filter { isOpen(hours, at: $0) }.count
        let elapsed = hours.elapsed(from: Instant(seconds: start), to: Instant(seconds: end))
        if elapsed != counted * step { Issue.record("\(zone) \(start): \(elapsed)") }
      }
      let around = hours.openIntervals(
        from: Instant(seconds: border - 172_800), to: Instant(seconds: border + 172_800))
      #expect(zip(around, around.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    }
  }

  @Test func `the longest hours reach into a block from two days before`() throws {
    let border = Instant(seconds: 45 << 25)  // 2017-11-06T06:24:00Z
    let longest = try ClockRange(opens: 86_340, length: 86_400).orThrow(BadTestData(text: "range"))
    let hours = OpeningHours(
      zone: try .named("America/Los_Angeles"), week: .never,
      alsoOpen: [try date("2017-11-04"): [longest]])
    #expect(hours.isOpen(at: border))
    #expect(hours.elapsed(from: border, to: Instant(seconds: border.seconds + 86_400)) == 5700)
    let first = OpeningHours(
      zone: try .named("Pacific/Kiritimati"), week: .never,
      alsoOpen: [try date("2017-11-07"): [.wholeDay]])
    let eve = try instant("2017-11-06T10:00:00Z")
    #expect(first.instant(after: 0, from: border) == eve)
  }

  @Test(arguments: 200..<212)
  func `the laws of adding up hold`(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let hours = try randomHours(grain: 1, using: &generator)
    for _ in 0..<10 {
      let start = randomStart(hours.zone, grain: 1, using: &generator)
      let times = (0..<3).map { _ in
        Instant(seconds: start + Int.random(in: 0..<60_000_000, using: &generator))
      }.sorted()
      let whole = hours.elapsed(from: times[0], to: times[2])
      let first = hours.elapsed(from: times[0], to: times[1])
      // Additive, never more than the wall time, never less for a longer span.
      #expect(first + hours.elapsed(from: times[1], to: times[2]) == whole)
      #expect((0...times[2].seconds - times[0].seconds).contains(whole))
      #expect(first <= whole)
      let intervals = hours.openIntervals(from: times[0], to: times[1])
      #expect(intervals.map(\.count).reduce(0, +) == first)
      #expect(zip(intervals, intervals.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
      for interval in intervals.prefix(3) {
        #expect(hours.isOpen(at: Instant(seconds: interval.lowerBound)))
        #expect(
          !hours.isOpen(at: Instant(seconds: interval.lowerBound - 1))
            || interval.lowerBound == times[0].seconds)
        #expect(hours.isOpen(at: Instant(seconds: interval.upperBound - 1)))
        #expect(
          !hours.isOpen(at: Instant(seconds: interval.upperBound))
            || interval.upperBound == times[1].seconds)
      }
    }
  }

  @Test(arguments: 300..<316)
  func `adding and counting are inverse`(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    let hours = try randomHours(grain: 1, using: &generator)
    for _ in 0..<20 {
      let start = Instant(seconds: randomStart(hours.zone, grain: 1, using: &generator))
      let seconds = Int.random(in: 0...3_000_000, using: &generator)
      guard let due = hours.instant(after: seconds, from: start) else {
        let end = Instant(seconds: 4_133_980_800)
        #expect(hours.elapsed(from: start, to: end) < max(1, seconds))
        continue
      }
      #expect(hours.elapsed(from: start, to: due) == seconds)
      // The earliest such instant, except that 0 seconds wait for the desk to open.
      let before = Instant(seconds: due.seconds - 1)
      if seconds > 0 { #expect(hours.elapsed(from: start, to: before) == seconds - 1) }
      if seconds == 0 { #expect(hours.isOpen(at: due)) }
      if let later = hours.instant(after: seconds + 1, from: start) { #expect(due < later) }
    }
  }

  /// Whether the clock on the wall shows an open time: by its date, or past midnight by the day
  /// before.
  private func isOpen(_ hours: OpeningHours, at seconds: Int) -> Bool {
    guard let (date, second) = hours.zone.local(at: Instant(seconds: seconds)) else { return false }
    if hours.ranges(on: date).contains(where: { $0.opens <= second && second < $0.closes }) {
      return true
    }
    guard let eve = date.adding(days: -1) else { return false }
    return hours.ranges(on: eve).contains { second + 86_400 < $0.closes }
  }

  /// An instant of 1985 to 2060, half of the time near a change of clocks.
  private func randomStart(
    _ zone: ZoneTable, grain: Int, using generator: inout SplitMix
  ) -> Int {
    let day = Int.random(in: 5500..<33_000, using: &generator) * 86_400
    var near = day + Int.random(in: 0..<86_400, using: &generator)
    if Bool.random(using: &generator) {
      let week = (0..<400).first { step in
        zone.offset(at: Instant(seconds: day + step * 86_400))
          != zone.offset(at: Instant(seconds: day + (step + 1) * 86_400))
      }
      near = day + (week ?? 0) * 86_400 + Int.random(in: -40_000..<100_000, using: &generator)
    }
    return near - near % grain
  }

  private func randomHours(
    grain: Int, using generator: inout SplitMix
  ) throws -> OpeningHours {
    let zone = try ZoneTable.named(Self.zones.randomElement(using: &generator) ?? "UTC")
    func randomRange() throws -> ClockRange {
      let opens = Int.random(in: 0..<86_400 / grain, using: &generator) * grain
      let longest = Bool.random(using: &generator) ? 86_400 : 14_400
      let length = Int.random(in: 1...longest / grain, using: &generator) * grain
      return try ClockRange(opens: opens, length: length).orThrow(BadTestData(text: "\(opens)"))
    }
    var entries: [WeeklyHours.Entry] = []
    for _ in 0..<Int.random(in: 0...14, using: &generator) {
      let day = Weekday.allCases.randomElement(using: &generator) ?? .monday
      let entry = WeeklyHours.Entry(day: day, range: try randomRange())
      if WeeklyHours.overlaps(among: entries + [entry]).isEmpty { entries.append(entry) }
    }
    var closed: [CivilDate: String] = [:]
    var alsoOpen: [CivilDate: [ClockRange]] = [:]
    for _ in 0..<400 {
      let day = Int.random(in: 5500..<33_000, using: &generator)
      let date = try CivilDate(daysSince1970: day).orThrow(BadTestData(text: "\(day)"))
      if Bool.random(using: &generator) { closed[date] = "" }
      if Bool.random(using: &generator) { alsoOpen[date] = [try randomRange(), try randomRange()] }
    }
    return OpeningHours(
      zone: zone, week: try WeeklyHours(entries),
      holidays: PublicHolidays.allCases.filter { _ in Bool.random(using: &generator) },
      closed: closed, alsoOpen: alsoOpen)
  }
}
