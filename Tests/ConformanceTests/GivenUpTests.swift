import Conformance
import Testing
import Tickets

/// Calls and chats that the customer gave up before anybody was there: how long they waited is judged,
/// and nothing else is asked of the desk.
struct GivenUpTests {
  private static let kinds = [
    "resolution: {within: 8 h, hours: desk}", "update-every: {longest: 1 h, hours: desk}",
    "first-contact: {no-contact-for: 7 days}", "survey: {scale: csat, within: 1 h}",
  ]
  private static let resolution =
    "{id: r, title: R, resolution: {within: 8 h, hours: desk}}"

  private func outcomes(_ events: [String]) throws -> [Verdict.Outcome] {
    let ticket = try KindLog.ticket(channel: "phone", events)
    var found = try Self.kinds.map {
      try KindLog.judge(ticket, by: $0, asOf: "2026-03-06T12:00", contacts: [ticket]).outcome
    }
    found.append(
      try KindLog.judge(
        ticket, by: "notify: {when: delay}", and: [Self.resolution],
        asOf: "2026-03-06T12:00"
      ).outcome)
    return found
  }

  @Test(arguments: [
    ["09:00 customer Halo", "09:01 abandoned"], ["09:00 system Please hold", "09:01 abandoned"],
    ["09:00 customer Halo", "09:01 abandoned", "09:01 status closed"],
    ["09:00 customer Halo", "09:01 abandoned", "09:02 system We are sorry"],
    ["09:00 customer Halo", "09:01 abandoned", "09:05 customer Halo", "09:06 abandoned"],
  ])
  func `nothing but the wait is asked of a call that was given up`(events: [String]) throws {
    #expect(try outcomes(events) == Array(repeating: .notApplicable, count: 5))
  }

  @Test(arguments: [
    // Picked up, called back, or asked again.
    ["09:00 customer Halo", "09:00 answered:ola", "09:10 abandoned"],
    ["09:00 customer Halo", "09:01 abandoned", "09:10 agent:ola You called?"],
    ["09:00 customer Halo", "09:01 abandoned", "09:10 customer I write instead: it is down"],
  ])
  func `what goes on is a case like others`(events: [String]) throws {
    #expect(try outcomes(events).prefix(3).allSatisfy { $0 != .notApplicable })
  }
}
