import ServiceTime
import Testing

/// The laws of opening time on the very days on which clocks change, with seeds.
struct ClockChangeLawTests {
  /// Two changes of clocks a year, of an hour or of half an hour; Kathmandu's only one, of a quarter of
  /// an hour, was at the beginning of 1986.
  private static let years: [(zone: String, years: ClosedRange<Int>, changes: Int)] = [
    ("Europe/Warsaw", 2024...2027, 8), ("America/New_York", 2024...2027, 8),
    ("Australia/Lord_Howe", 2024...2027, 8), ("Asia/Kathmandu", 1985...1986, 1),
  ]
  private static let weeks = [
    [("mon-sun", "22:00-06:00")], [("mon-sun", "00:00-24:00")],
    [("mon-fri", "09:00-17:00"), ("sat", "09:00-13:00")],
    [("sun", "01:45-02:15"), ("sun", "02:20-03:10")],
    [("sat", "23:59-00:01"), ("sun", "00:30-01:40")],
  ]

  @Test(arguments: years.indices)
  func `opening time adds up, never shrinks and is never more than the time that passed`(
    index: Int
  ) throws {
    try eachChange(index) { hours, change, generator in
      for _ in 0..<40 {
        let times = (0..<3).map { _ in moment(near: change, &generator) }.sorted()
        let parts = [
          hours.elapsed(from: times[0], to: times[1]), hours.elapsed(from: times[1], to: times[2]),
        ]
        let whole = hours.elapsed(from: times[0], to: times[2])
        #expect(parts[0] + parts[1] == whole)
        #expect(parts[0] <= whole && parts[1] <= whole)
        #expect((0...times[2].seconds - times[0].seconds).contains(whole))
        // As many seconds as there are in the listed intervals.
        let listed = hours.openIntervals(from: times[0], to: times[2])
        #expect(listed.map(\.count).reduce(0, +) == whole)
      }
    }
  }

  @Test(arguments: years.indices)
  func `adding is the inverse of counting and keeps the order`(index: Int) throws {
    try eachChange(index) { hours, change, generator in
      for _ in 0..<40 {
        let start = moment(near: change, &generator)
        let seconds = Int.random(in: 1...200_000, using: &generator)
        let due = try hours.instant(after: seconds, from: start).orThrow(BadTestData(text: "due"))
        #expect(hours.elapsed(from: start, to: due) == seconds)
        let second = Instant(seconds: due.seconds - 1)
        #expect(hours.elapsed(from: start, to: second) == seconds - 1)
        // The open second before the due instant leads back to the same instant.
        let end = moment(near: change, &generator)
        let counted = hours.elapsed(from: start, to: end)
        if counted > 0 {
          let last = try hours.instant(after: counted, from: start).orThrow(
            BadTestData(text: "last"))
          #expect(last <= end && hours.elapsed(from: last, to: end) == 0)
        }
        let later = Instant(seconds: start.seconds + Int.random(in: 0...90_000, using: &generator))
        let dueLater = try hours.instant(after: seconds, from: later).orThrow(
          BadTestData(text: "later"))
        #expect(due <= dueLater)
      }
    }
  }

  /// Against the clock on the wall, minute by minute, through the change itself.
  @Test(arguments: years.indices)
  func `around a change each minute counts as the clock on the wall says`(index: Int) throws {
    try eachChange(index) { hours, change, _ in
      let span = change.at.seconds - 9000..<change.at.seconds + 9000
      let counted = stride(from: span.lowerBound, to: span.upperBound, by: 60).filter { minute in
        guard let (date, second) = hours.zone.local(at: Instant(seconds: minute)) else {
          return false
        }
        let eve = date.adding(days: -1).map(hours.ranges) ?? []
        return hours.ranges(on: date).contains { $0.opens <= second && second < $0.closes }
          || eve.contains { second + 86_400 < $0.closes }
      }
      let found = hours.openIntervals(
        from: Instant(seconds: span.lowerBound), to: Instant(seconds: span.upperBound))
      #expect(
        found.flatMap { Array(stride(from: $0.lowerBound, to: $0.upperBound, by: 60)) } == counted)
    }
  }

  private func eachChange(
    _ index: Int, _ body: (OpeningHours, ClockChange, inout SplitMix) throws -> Void
  ) throws {
    let (name, years, expected) = Self.years[index]
    let zone = try ZoneTable.named(name)
    let changes = zone.clockChanges(
      from: try instant("\(years.lowerBound)-01-01T00:00:00Z"),
      to: try instant("\(years.upperBound)-12-31T00:00:00Z"))
    #expect(changes.count == expected)
    var generator = SplitMix(seed: UInt64(index) + 900)
    for written in Self.weeks {
      let hours = OpeningHours(zone: zone, week: try week(written), holidays: [.poland])
      for change in changes { try body(hours, change, &generator) }
    }
  }

  /// Within two days of a change, half of the time within two hours.
  private func moment(near change: ClockChange, _ generator: inout SplitMix) -> Instant {
    let reach = Bool.random(using: &generator) ? 7200 : 172_800
    return Instant(seconds: change.at.seconds + Int.random(in: -reach...reach, using: &generator))
  }
}
