import Clocks
import ServiceTime
import Standards
import Testing
import Tickets

/// What a reviewer adds up, on logs made at random from a seed.
struct StretchTests {
  @Test(arguments: 0..<24 as Range<UInt64>)
  func `stretches have no gaps, share no time and add up to what counted`(seed: UInt64) throws {
    var generator = Numbers(state: seed)
    let hours = try Self.hours(&generator)
    let log = TicketLog(Self.ticket(&generator))
    let runs =
      log.resolutionRuns(pausedWhile: [.pending, .hold]) + log.silences()
      + log.responseWaits(endsAt: .anyHuman).map(\.run)
    for run in runs {
      let stretches = run.stretches(on: hours)
      #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.to == $1.from })
      #expect(stretches.allSatisfy { $0.seconds > 0 })
      #expect(stretches.map(\.seconds).reduce(0, +) == run.wallSeconds)
      if let first = stretches.first, let last = stretches.last {
        #expect(first.from == run.from && first.fromEvent == run.start)
        // Of two events in one second the first may end the last stretch.
        let end = last.toEvent.map { log.instant(of: $0) == run.to } ?? (run.endEvent == nil)
        #expect(last.to == run.to && end)
      }
      var counted = 0
      for stretch in stretches {
        let open = hours.elapsed(from: stretch.from, to: stretch.to)
        switch stretch.kind {
        case .counted:
          #expect(open == stretch.seconds)
          counted += open
        case .closed: #expect(open == 0)
        case .uncounted: Issue.record("nothing was started again")
        case .paused(let state): #expect([.pending, .hold].contains(state))
        }
        // Where no event bounds a stretch, the desk opens or closes, or the log ends.
        if stretch.toEvent == nil, stretch.to != run.to {
          let before = Instant(seconds: stretch.to.seconds - 1)
          #expect(hours.isOpen(at: before) != hours.isOpen(at: stretch.to))
        }
      }
      #expect(counted == run.counted(on: hours))
      try Self.checkSums(of: run, on: hours, &generator)
    }
  }

  /// Parts add up to the whole, and finding the moment is the inverse of counting.
  private static func checkSums(
    of run: ClockRun, on hours: OpeningHours, _ generator: inout Numbers
  ) throws {
    let whole = run.counted(on: hours)
    let seconds = Int.random(in: 0...max(run.wallSeconds, 1), using: &generator)
    let middle = Instant(seconds: min(run.from.seconds + seconds, run.to.seconds))
    let parts = run.counted(on: hours, to: middle) + run.counted(on: hours, from: middle)
    #expect(parts == whole && whole <= run.wallSeconds)
    #expect(run.instant(counting: whole + 1, on: hours) == nil)
    if whole > 0 {
      let some = Int.random(in: 1...whole, using: &generator)
      let moment = try #require(run.instant(counting: some, on: hours))
      #expect(run.counted(on: hours, to: moment) == some)
      let second = Instant(seconds: moment.seconds - 1)
      #expect(run.counted(on: hours, to: second) == some - 1)
      #expect(run.due(some, on: hours) == moment)
    }
    let later = try #require(run.due(whole + 600, on: hours))
    #expect(hours.elapsed(from: run.to, to: later) == 600)
  }

  /// Targets that come, go, start the clock again or promise nothing; what counts adds up all the same.
  @Test(arguments: 100..<160 as Range<UInt64>)
  func `stretches add up to what decided, whatever targets came on the way`(seed: UInt64) throws {
    var generator = Numbers(state: seed)
    let log = TicketLog(Self.ticket(&generator))
    for run in log.resolutionRuns(pausedWhile: [.pending]) {
      var targets = [
        Target(from: nil, hours: try Self.hours(&generator), seconds: 20_000, resets: false)
      ]
      var from = run.from.seconds
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        from += Int.random(in: 0...max(run.wallSeconds / 2, 1), using: &generator)
        let seconds = [600, 7200, 200_000, nil].randomElement(using: &generator) ?? nil
        targets.append(
          Target(
            from: Instant(seconds: from), hours: try Self.hours(&generator), seconds: seconds,
            resets: Bool.random(using: &generator)))
      }
      let reckoning = try #require(run.reckon(targets))
      let stretches = run.stretches(targets, deciding: reckoning.target)
      let counted = stretches.filter { $0.kind == .counted }.map(\.seconds).reduce(0, +)
      #expect(counted == reckoning.elapsed)
      #expect(stretches.map(\.seconds).reduce(0, +) == run.wallSeconds)
    }
  }

  @Test func `each stretch counts on the hours that held then`() throws {
    let log = try Lines.log("15:30 customer Help", "17:00 priority urgent", "17:40 agent Done.")
    let run = try #require(log.responseWaits(endsAt: .anyHuman).first?.run)
    // Open until 16:00 at first, day and night from 17:00 on.
    func targets(_ minutes: Int) throws -> [Target] {
      [
        Target(from: nil, hours: try Lines.desk(), seconds: 7200, resets: false),
        Target(from: try Lines.at("17:00"), hours: .always, seconds: minutes * 60, resets: false),
      ]
    }
    #expect(try run.reckon(targets(70)) == Reckoning(target: 1, elapsed: 4200, passed: nil))
    #expect(try run.reckon(targets(69))?.passed == Lines.at("17:39"))
    let stretches = run.stretches(try targets(70), deciding: 1)
    #expect(stretches.map(\.kind) == [.counted, .closed, .counted])
    #expect(stretches.map { $0.seconds / 60 } == [30, 60, 40])
  }

  // MARK: - Made at random

  private static func hours(_ generator: inout Numbers) throws -> OpeningHours {
    let zones = ["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "UTC"]
    let weeks = [
      [("mon-fri", "08:00-20:00")], [("mon-sun", "22:00-06:00")], [("mon-sat", "09:00-12:00")],
      [("mon-fri", "08:00-12:00"), ("mon-fri", "13:00:30-17:00"), ("sun", "00:00-24:00")],
    ]
    let written = weeks.randomElement(using: &generator) ?? weeks[0]
    let entries = try written.flatMap { days, range in
      let range = try ClockRange(written: range)
      return try Weekday.days(written: days).map { WeeklyHours.Entry(day: $0, range: range) }
    }
    return OpeningHours(
      zone: try .named(zones.randomElement(using: &generator) ?? "UTC"),
      week: try WeeklyHours(entries), holidays: [.poland])
  }

  /// Up to forty events, some of one second, around the days on which clocks change.
  private static func ticket(_ generator: inout Numbers) -> Ticket {
    let begins = [1_774_500_000, 1_792_700_000, 1_775_200_000, 1_772_800_000, 1_780_000_000]
    var seconds = begins.randomElement(using: &generator) ?? 0
    var ticket = Ticket(id: "T-1", channel: "email")
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      let reach = Bool.random(using: &generator) ? 400 : 90_000
      seconds += Int.random(in: 0...reach, using: &generator)
      let kind: TicketEvent.Kind =
        switch Int.random(in: 0..<6, using: &generator) {
        case 0, 1: .message(Message(from: .customer, text: "?"))
        case 2: .message(Message(from: .agent, agent: "ola", text: "!"))
        case 3: .note(Note(text: "x"))
        default: .status(TicketStatus.allCases.randomElement(using: &generator) ?? .open)
        }
      let at = OffsetInstant(instant: Instant(seconds: seconds), utcOffset: 0)
      ticket.events.append(TicketEvent(at: at, kind: kind))
    }
    return ticket
  }

  /// SplitMix64, by S. Vigna, so that a failure can be repeated.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
