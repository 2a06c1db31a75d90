import Clocks
import Conformance
import Standards
import Testing
import Tickets

/// Promises whose ticket changes its channel or priority on the way.
struct TargetChangeTests {
  private func first(_ id: String, _ scope: String, within: String, _ more: String = "") -> String {
    "{id: \(id), title: T, applies-to: {\(scope)}, first-response: {within: \(within), hours: desk\(more)}}"
  }

  /// Verdicts as `standard outcome seconds`.
  private func verdicts(
    _ standards: [String], priority: String? = "low", channel: String = "email", _ events: [String]
  ) throws -> [String] {
    let ticket = try KindLog.ticket(channel: channel, priority: priority, events)
    return try KindLog.auditor(standards).audit(ticket).verdicts.map { verdict in
      let seconds = verdict.waits.first.map { " \($0.elapsedSeconds)" } ?? ""
      return "\(verdict.standard) \(verdict.outcome.rawValue)\(seconds)"
    }
  }

  @Test func `time that has run counts against the new target, or starts again`() throws {
    let urgent = first("urgent", "priority: urgent", within: "15 min")
    let again = first("urgent", "priority: urgent", within: "15 min", ", on-change: reset")
    let low = first("low", "priority: low", within: "2 h")
    let events = ["09:00 customer Help", "09:10 priority urgent", "09:20 agent:ola Done."]
    #expect(try verdicts([urgent, low], events) == ["urgent missed 1200"])
    #expect(try verdicts([again, low], events) == ["urgent met 600"])
    let late = ["09:00 customer Help", "09:10 priority urgent", "09:26 agent:ola Done."]
    #expect(try verdicts([again, low], late) == ["urgent missed 960"])
    let verdict = try #require(
      try KindLog.auditor([again, low]).audit(KindLog.ticket(priority: "low", late)).verdicts.first)
    #expect(try verdict.waits.first?.due == KindLog.instant("09:25"))
    let inTime = try KindLog.auditor([again, low]).audit(KindLog.ticket(priority: "low", events))
    #expect(inTime.verdicts.first?.waits.map(\.due) == [nil])
    let stretches = verdict.waits.first?.stretches
    #expect(stretches?.map(\.kind) == [.uncounted, .counted])
    #expect(stretches?.map(\.seconds) == [600, 960])
  }

  @Test func `a target that was missed before the change stays so`() throws {
    let urgent = first("urgent", "priority: urgent", within: "15 min")
    let low = first("low", "priority: low", within: "2 h")
    let events = ["09:00 customer Help", "09:16 priority low", "09:20 agent:ola Done."]
    #expect(try verdicts([urgent, low], priority: "urgent", events) == ["urgent missed 960"])
    let inTime = ["09:00 customer Help", "09:14 priority low", "09:20 agent:ola Done."]
    #expect(try verdicts([urgent, low], priority: "urgent", inTime) == ["low met 1200"])
  }

  @Test func `a change of channel changes the target as well`() throws {
    let mail = first("mail", "channel: email", within: "1 h")
    let chat = first("chat", "channel: chat", within: "5 min")
    let events = ["09:00 customer Help", "09:02 channel chat", "09:10 agent:ola Done."]
    #expect(try verdicts([mail, chat], events) == ["chat missed 600"])
    // A phone call is nothing that these promise anything for.
    let call = ["09:00 customer Help", "09:02 channel phone", "12:10 agent:ola Done."]
    #expect(try verdicts([mail, chat], call) == ["mail not-applicable 11400"])
  }

  @Test func `a change brings no promise that was not in force when the clock started`() throws {
    let urgent =
      "{id: urgent, title: U, applies-to: {priority: urgent}, in-force: {from: 2026-03-03}, "
      + "first-response: {within: 15 min, hours: desk}}"
    let low = first("low", "priority: low", within: "2 h")
    let events = ["09:00 customer Help", "09:10 priority urgent", "09:40 agent:ola Done."]
    #expect(try verdicts([urgent, low], events) == ["low not-applicable 2400"])
  }

  @Test func `where nothing is promised any more, nothing can be missed any more`() throws {
    let urgent = first("urgent", "priority: urgent", within: "15 min")
    let lowered = ["09:00 customer Help", "09:10 priority low", "12:00 agent:ola Done."]
    #expect(try verdicts([urgent], priority: "urgent", lowered) == ["urgent not-applicable 10800"])
    let late = ["09:00 customer Help", "09:16 priority low", "12:00 agent:ola Done."]
    #expect(try verdicts([urgent], priority: "urgent", late) == ["urgent missed 960"])
    // Promised again: the time that has run counts.
    let back = [
      "09:00 customer Help", "09:05 priority low", "09:08 priority urgent", "09:20 agent:ola Done.",
    ]
    #expect(try verdicts([urgent], priority: "urgent", back) == ["urgent missed 1200"])
  }

  @Test func `a promise that only comes with a change counts from the change`() throws {
    let urgent = first("urgent", "priority: urgent", within: "15 min")
    let raised = ["09:00 customer Help", "11:00 priority urgent", "11:15 agent:ola Done."]
    #expect(try verdicts([urgent], raised) == ["urgent met 900"])
    let late = ["09:00 customer Help", "11:00 priority urgent", "11:16 agent:ola Done."]
    #expect(try verdicts([urgent], late) == ["urgent missed 960"])
    // Raised when it was answered already, and never raised at all.
    let after = ["09:00 customer Help", "10:00 agent:ola Done.", "11:00 priority urgent"]
    #expect(try verdicts([urgent], after) == [])
    #expect(try verdicts([urgent], ["09:00 customer Help", "12:00 agent:ola Done."]) == [])
  }

  @Test func `a promise that may have come with a change is a doubt`() throws {
    let urgent = first("urgent", "channel: chat, segment: business", within: "15 min")
    let events = ["09:00 customer Help", "09:10 channel chat", "12:00 agent:ola Done."]
    #expect(try verdicts([urgent], events) == ["urgent undecided"])
  }

  @Test func `a resolution changes its target too, and says so`() throws {
    let standards = [
      "{id: urgent, title: U, applies-to: {priority: urgent}, resolution: {within: 1 h, hours: desk}}",
      "{id: any, title: A, resolution: {within: 8 h, hours: desk}}",
    ]
    let ticket = try KindLog.ticket(
      priority: "low",
      ["09:00 customer Help", "09:30 priority urgent", "11:00 status solved"])
    let verdict = try #require(try KindLog.auditor(standards).audit(ticket).verdicts.first)
    #expect(verdict.standard == "urgent" && verdict.outcome == .missed)
    #expect(verdict.message.hasSuffix("; the target changed on the way"))
    #expect(try verdict.waits.first?.due == KindLog.instant("10:00"))
  }
}
