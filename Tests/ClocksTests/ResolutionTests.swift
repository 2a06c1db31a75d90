import Clocks
import ServiceTime
import Testing
import Tickets

/// Resolutions, reopenings, pauses and silences.
struct ResolutionTests {
  private let both: Set<TicketStatus> = [.pending, .hold]

  @Test func `a case is solved when the log says so, and its pauses do not count`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 agent Which domain?", "09:10 status pending",
      "10:00 customer This one", "10:05 status open", "10:20 status hold", "10:50 status open",
      "11:00 agent Done.", "11:00 status solved", "14:00 status closed")
    #expect(log.resolutionRuns().map(\.brief) == ["0: from 0 stopped by 8, 120 min"])
    // 09:10–10:00 waits for the customer, 10:20–10:50 for somebody else.
    #expect(
      log.resolutionRuns(pausedWhile: both).map(\.brief) == ["0: from 0 stopped by 8, 40 min"])
    #expect(
      log.resolutionRuns(pausedWhile: [.pending]).map(\.brief) == ["0: from 0 stopped by 8, 70 min"]
    )
  }

  @Test func `a customer who writes ends the pause, whatever the state says`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 agent Which?", "09:10 status pending", "09:30 customer This",
      "10:00 agent And which disk?", "10:30 customer That", "11:00 status solved")
    // Paused 09:10–09:30 and, asked again in the same state, 10:00–10:30.
    #expect(
      log.resolutionRuns(pausedWhile: both).map(\.brief) == ["0: from 0 stopped by 6, 70 min"])
    let held = try Lines.log(
      "09:00 customer Help", "09:10 status hold", "09:30 customer News?", "10:00 status solved")
    #expect(
      held.resolutionRuns(pausedWhile: both).map(\.brief) == ["0: from 0 stopped by 3, 10 min"])
  }

  @Test func `thanks do not end a pause, and reopen nothing`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 agent Done.", "09:10 status solved", "09:20 thanks Thanks",
      "09:20 status open", "15:00 status solved", "15:10 customer It is back", "15:40 status solved"
    )
    #expect(
      log.resolutionRuns().map(\.brief) == [
        "0: from 0 stopped by 2, 10 min", "1: from 6 stopped by 7, 30 min",
      ])
    let paused = try Lines.log(
      "09:00 customer Help", "09:10 status pending", "09:30 thanks Thanks", "10:00 status solved")
    #expect(
      paused.resolutionRuns(pausedWhile: both).map(\.brief) == ["0: from 0 stopped by 3, 10 min"])
  }

  @Test func `what opens a ticket again starts a new run`() throws {
    let byUs = try Lines.log(
      "09:00 customer Help", "09:10 status solved", "10:00 status open", "10:30 status solved")
    #expect(
      byUs.resolutionRuns().map(\.brief) == [
        "0: from 0 stopped by 1, 10 min", "1: from 2 stopped by 3, 30 min",
      ])
    // Answered without ever being opened again: it was solved when it was answered.
    let quiet = try Lines.log(
      "09:00 customer Help", "09:10 status solved", "10:00 customer One more", "10:20 agent Here.")
    #expect(
      quiet.resolutionRuns().map(\.brief) == [
        "0: from 0 stopped by 1, 10 min", "1: from 2 stopped by 3, 20 min",
      ])
    let open = try Lines.log(
      "09:00 customer Help", "09:10 status solved", "10:00 customer It is back", asOf: "10:45")
    #expect(
      open.resolutionRuns().map(\.brief) == [
        "0: from 0 stopped by 1, 10 min", "1: from 2 running, 45 min",
      ])
  }

  @Test func `closing while the customer's answer is waited for is no resolution`() throws {
    let timer = try Lines.log(
      "09:00 customer Help", "09:10 agent Which?", "09:10 status pending", "05T09:10 status closed")
    #expect(
      timer.resolutionRuns(pausedWhile: both).map(\.brief) == ["0: from 0 closed by 3, 10 min"])
    let solved = try Lines.log("09:00 customer Help", "09:10 agent Done.", "09:15 status closed")
    #expect(solved.resolutionRuns().map(\.brief) == ["0: from 0 stopped by 2, 15 min"])
  }

  @Test(
    arguments: [
      // What was asked before the pause, and whether the pause is then counted as well.
      (["09:10 tells No.", "09:10 status pending", "10:00 status solved"], 60),
      (["09:10 asks Which?", "09:10 status pending", "10:00 status solved"], nil),
      (["09:10 calls Which?", "09:10 status pending", "10:00 status solved"], 60),
      (["09:10 calls A?", "09:10 asks B?", "09:10 status pending", "10:00 status solved"], nil),
      // Not read; a machine wrote after it; nobody wrote at all.
      (["09:10 agent No.", "09:10 status pending", "10:00 status solved"], nil),
      (
        ["09:10 tells No.", "09:10 agent And no.", "09:10 status pending", "10:00 status solved"],
        nil
      ),
      (
        ["09:10 tells No.", "09:10 system Rate us", "09:10 status pending", "10:00 status solved"],
        nil
      ),
      (["09:10 status pending", "10:00 status solved"], nil),
      (["09:10 tells No.", "09:10 status hold", "10:00 status solved"], nil),
      // Asked in the pause: the rest of it has its ground. One that asks nothing takes no ground away.
      (
        ["09:10 tells No.", "09:10 status pending", "09:30 asks Which?", "10:00 status solved"], 30
      ),
      (
        ["09:10 asks Which?", "09:10 status pending", "09:30 tells So.", "10:00 status solved"], nil
      ),
      (
        [
          "09:10 asks Which?", "09:10 status pending", "09:20 thanks Ok", "09:30 tells So.",
          "10:00 status solved",
        ], nil
      ),
      (["09:10 tells No.", "09:10 status pending", "09:30 thanks Ok", "10:00 status solved"], 60),
      // The customer wrote, and the answer that let the pause go on asks nothing.
      (
        [
          "09:10 asks Which?", "09:10 status pending", "09:20 customer This", "09:30 tells Good.",
          "10:00 status solved",
        ], 50
      ),
      (
        [
          "09:10 tells No.", "09:10 status pending", "09:20 customer Why?", "09:30 asks Which?",
          "10:00 status solved",
        ], 30
      ),
    ] as [([String], Int?)])
  func `a pause in which we had asked nothing can be counted`(lines: [String], minutes: Int?) throws
  {
    let log = try Lines.log(["09:00 customer Help"] + lines)
    let run = try #require(log.resolutionRuns(pausedWhile: both).first)
    #expect(run.countingGroundlessPauses.map { $0.counted(on: .always) / 60 } == minutes)
    if let counting = run.countingGroundlessPauses {
      #expect(counting.counted(on: .always) > run.counted(on: .always))
      #expect((counting.number, counting.start, counting.end) == (run.number, run.start, run.end))
    }
  }

  @Test func `a log without words starts at its first event`() throws {
    let log = try Lines.log("09:00 status new", "09:05 status open", "09:30 status solved")
    #expect(log.resolutionRuns().map(\.brief) == ["0: from 0 stopped by 2, 30 min"])
    #expect(
      try Lines.log("09:00 status new").resolutionRuns().map(\.brief) == [
        "0: from 0 running, 0 min"
      ])
  }

  @Test func `silence is broken by a person's message and not counted while we wait`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:30 system Got it", "10:00 hold We look", "10:00 status pending",
      "11:00 customer Well?", "11:20 agent Nearly.", "11:20 status open", "12:00 status solved")
    #expect(
      log.silences().map(\.brief) == [
        "0: from 0 stopped by 2, 60 min", "1: from 2 stopped by 5, 20 min",
        "2: from 5 stopped by 7, 40 min",
      ])
    // Whoever waits for somebody else than the customer owes them news.
    let held = try Lines.log(
      "09:00 customer Help", "09:10 agent We ask.", "09:10 status hold", "11:00 agent Here.")
    #expect(held.silences().dropFirst().first?.brief == "1: from 1 stopped by 3, 110 min")
    let reopened = try Lines.log(
      "09:00 customer Help", "09:10 agent Done.", "09:10 status solved", "12:00 customer No",
      "12:30 agent Now?", "12:40 status solved")
    #expect(
      reopened.silences().map(\.brief) == [
        "0: from 0 stopped by 1, 10 min", "1: from 1 stopped by 2, 0 min",
        "2: from 3 stopped by 4, 30 min",
      ])
  }
}
