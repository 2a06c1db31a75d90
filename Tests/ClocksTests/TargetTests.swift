import Clocks
import ServiceTime
import Standards
import Testing
import Tickets

/// Time counted on opening hours, and targets that change on the way.
struct TargetTests {
  private func target(
    _ minutes: Int, from: String? = nil, resets: Bool = false
  ) throws -> Target {
    Target(
      from: try from.map { try Lines.at($0) }, hours: try Lines.desk(), seconds: minutes * 60,
      resets: resets)
  }

  @Test func `a night on the way is shown and does not count`() throws {
    let log = try Lines.log("15:50 customer Help", "03T08:05 agent Done.")
    let run = try #require(log.responseWaits(endsAt: .anyHuman).first?.run)
    let desk = try Lines.desk()
    #expect(run.counted(on: desk) == 900)
    #expect(run.wallSeconds == 16 * 3600 + 900)
    let stretches = run.stretches(on: desk)
    #expect(stretches.map(\.kind) == [.counted, .closed, .counted])
    #expect(stretches.map(\.seconds) == [600, 16 * 3600, 300])
    #expect(stretches.map(\.fromEvent) == [0, nil, nil])
    #expect(stretches.map(\.toEvent) == [nil, nil, 1])
    #expect(try run.due(900, on: desk) == Lines.at("03T08:05"))
    // A target that ends exactly at closing is due at closing; one not reached runs on.
    #expect(try run.due(600, on: desk) == Lines.at("16:00"))
    #expect(try run.due(1200, on: desk) == Lines.at("03T08:10"))
  }

  @Test func `pauses stand between the stretches that counted`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 status pending", "10:00 status open", "10:05 status solved")
    let run = try #require(log.resolutionRuns(pausedWhile: [.pending]).first)
    let stretches = run.stretches(on: try Lines.desk())
    #expect(stretches.map(\.kind) == [.counted, .paused(.pending), .counted])
    #expect(stretches.map(\.fromEvent) == [0, 1, 2])
    #expect(stretches.map(\.toEvent) == [1, 2, 3])
    #expect(try run.due(700, on: Lines.desk()) == Lines.at("10:01").advanced(by: 40))
    // What is over when the pause begins is not due when it ends.
    #expect(try run.due(600, on: Lines.desk()) == Lines.at("09:10"))
  }

  @Test func `a run may be looked at from a later event on`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 status pending", "10:00 status open", "10:05 note x",
      "10:30 status solved")
    let run = try #require(log.resolutionRuns(pausedWhile: [.pending]).first)
    let late = run.begun(by: 3, at: try Lines.at("10:05"))
    #expect(late.brief == "0: from 3 stopped by 4, 25 min")
    #expect(late.stretches(on: .always).map(\.fromEvent) == [3])
    let paused = run.begun(by: 1, at: try Lines.at("09:30"))
    #expect(paused.brief == "0: from 1 stopped by 4, 30 min")
    #expect(paused.spans.map { $0.pause?.state } == [.pending, nil])
    #expect(paused.wallSeconds == 3600)
    // Never before it begins, or after it ends.
    #expect(run.begun(by: 0, at: try Lines.at("08:00")).from == run.from)
    #expect(run.begun(by: 4, at: try Lines.at("12:00")).spans.isEmpty)
  }

  @Test func `where nothing is promised nothing is missed`() throws {
    let none = Target(from: nil, hours: try Lines.desk(), seconds: nil, resets: false)
    let later = Target(
      from: try Lines.at("09:20"), hours: try Lines.desk(), seconds: nil, resets: false)
    #expect(try run().reckon([none]) == Reckoning(target: 0, elapsed: 3600, passed: nil))
    #expect(
      try run().reckon([none, target(39, from: "09:20", resets: true)])
        == Reckoning(target: 1, elapsed: 2400, passed: Lines.at("09:59")))
    #expect(
      try run().reckon([target(30), later]) == Reckoning(target: 1, elapsed: 3600, passed: nil))
    #expect(try run().reckon([target(19), later])?.passed == Lines.at("09:19"))
  }

  private func run(_ end: String = "10:00") throws -> ClockRun {
    let log = try Lines.log(
      "09:00 customer Help", "09:20 priority urgent", "\(end) agent Done.")
    return try #require(log.responseWaits(endsAt: .anyHuman).first?.run)
  }

  @Test func `one target is missed by a second more than it allows`() throws {
    let run = try run()
    #expect(try run.reckon([target(60)]) == Reckoning(target: 0, elapsed: 3600, passed: nil))
    let late = try #require(try run.reckon([target(59)]))
    #expect(late.isLate)
    #expect(try late.passed == Lines.at("09:59"))
    #expect(run.reckon([]) == nil)
  }

  @Test func `time that ran before a change counts against the new target`() throws {
    let run = try run()
    #expect(
      try run.reckon([target(60), target(30, from: "09:20")])
        == Reckoning(target: 1, elapsed: 3600, passed: Lines.at("09:30")))
    // Too short already when it comes: missed at the change, not before.
    #expect(
      try run.reckon([target(60), target(10, from: "09:20")])
        == Reckoning(target: 1, elapsed: 3600, passed: Lines.at("09:20")))
    // All of it has run when it comes: missed at the change, also where the desk is closed then.
    #expect(
      try run.reckon([target(60), target(20, from: "09:20")])
        == Reckoning(target: 1, elapsed: 3600, passed: Lines.at("09:20")))
    let night = try Lines.log(
      "15:30 customer Help", "18:00 priority urgent", "03T09:00 agent Done.")
    let slept = try #require(night.responseWaits(endsAt: .anyHuman).first?.run)
    #expect(
      try slept.reckon([target(600), target(30, from: "18:00")])
        == Reckoning(target: 1, elapsed: 5400, passed: Lines.at("18:00")))
    #expect(
      try run.reckon([target(30), target(90, from: "09:20")])
        == Reckoning(target: 1, elapsed: 3600, passed: nil))
  }

  @Test func `a target that resets starts the clock again`() throws {
    let run = try run()
    #expect(
      try run.reckon([target(60), target(40, from: "09:20", resets: true)])
        == Reckoning(target: 1, elapsed: 2400, passed: nil))
    #expect(
      try run.reckon([target(60), target(39, from: "09:20", resets: true)])?.passed
        == Lines.at("09:59"))
  }

  @Test func `a target once missed stays so`() throws {
    #expect(
      try run().reckon([target(15), target(90, from: "09:20")])
        == Reckoning(target: 0, elapsed: 1200, passed: Lines.at("09:15")))
  }

  @Test func `a change at the end, after it or before the start decides nothing`() throws {
    #expect(try run().reckon([target(60), target(1, from: "10:00")])?.target == 0)
    #expect(try run().reckon([target(60), target(1, from: "11:00")])?.target == 0)
    #expect(try run().reckon([target(1), target(60, from: "08:00")])?.target == 1)
  }

  @Test func `channel and priority change at their events`() throws {
    let log = try Lines.log(
      "09:00 customer Help", "09:10 priority high", "09:20 priority high", "09:30 channel chat",
      priority: "low")
    #expect(log.phases.map(\.priority) == ["low", "high", "high"])
    #expect(log.phases.map(\.channel) == ["email", "email", "chat"])
    #expect(log.phases.map(\.event) == [nil, 1, 3])
    // A change holds from its own second on.
    #expect(try log.phases.phase(at: Lines.at("09:10"))?.priority == "high")
    #expect(try log.phases.phase(at: Lines.at("09:09"))?.priority == "low")
    #expect(try log.phases.phase(at: Lines.at("12:00"))?.channel == "chat")
  }

  @Test func `picking up and acknowledging`() throws {
    let call = try Lines.log("09:00 customer Hi", "09:01 answered")
    #expect(call.pickUpRun()?.brief == "0: from 0 stopped by 1, 1 min")
    let lost = try Lines.log("09:00 status new", "09:05 abandoned")
    #expect(lost.pickUpRun()?.brief == "0: from 0 abandoned by 1, 5 min")
    #expect(try Lines.log("09:00 agent We call you").pickUpRun() == nil)
    #expect(try Lines.log("09:05 answered").pickUpRun() == nil)
    let mail = try Lines.log("09:00 customer Hi", "09:01 system No. 4711", "09:09 agent Hello")
    #expect(mail.acknowledgementRun { _ in true }?.brief == "0: from 0 stopped by 1, 1 min")
    #expect(
      mail.acknowledgementRun { $0.meaning == .answers }?.brief == "0: from 0 stopped by 2, 9 min")
    #expect(mail.acknowledgementRun { _ in false }?.brief == "0: from 0 running, 9 min")
  }
}

extension Instant {
  fileprivate func advanced(by seconds: Int) -> Instant { Instant(seconds: self.seconds + seconds) }
}
