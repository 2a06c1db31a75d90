import Conformance
import ServiceTime
import Standards
import Testing
import Tickets

/// Tickets of very many events.
struct HostileLogTests {
  /// Kinds that look at the whole log, besides those of the shipped catalogue.
  private static let standards = [
    "{id: first, title: A, first-response: {within: 1 h, hours: desk}}",
    "{id: again, title: A, applies-to: {priority: [high]}, next-response: {within: 2 h}}",
    "{id: next, title: A, next-response: {within: 1 h, hours: desk}}",
    "{id: urgent, title: A, applies-to: {channel: chat}, resolution: {within: 4 h}}",
    "{id: done, title: A, resolution: {within: 8 h, hours: desk, paused-while: [pending, hold]}}",
    "{id: news, title: A, update-every: {longest: 1 h, hours: desk}}",
    "{id: call, title: A, pick-up: {within: 20 s}}",
    "{id: receipt, title: A, acknowledge: {within: 5 min}}",
    "{id: once, title: A, first-contact: {}}",
    "{id: late, title: A, notify: {when: delay, before: asked}}",
    "{id: incident, title: A, notify: {when: incident}}",
    "{id: hands, title: A, handover: {at-most: 1, note-required: true, "
      + "nobody-waits-longer-than: 1 h, hours: desk}}",
    "{id: place, title: A, routing: {channel: phone, group: second}}",
    "{id: asked, title: A, survey: {scale: nps}}", "{id: person, title: A, human: {}}",
    "{id: tongue, title: A, language: {same-as: customer}}",
    "{id: known, title: A, asked-again: {}}",
    "{id: verified, title: A, authorise: {verified-before: steps}}",
    "{id: sale, title: A, upsell: {products: products, not-before: solved}}",
  ]

  /// Events that follow one another again and again, as a log names them.
  private static let patterns: [[String]] = [
    [
      "customer Is it done? Order number 123456.",
      "agent I will call you by 14:00 today. Order number?",
    ],
    ["agent I will send the VPS upgrade by 14:00.", "status pending", "status open"],
    ["customer Why?", "agent We are looking into it.", "status solved", "status open"],
    ["customer Why?", "status solved", "rating nps", "survey nps"],
    ["customer Why?", "status pending", "status open", "channel chat", "channel email"],
    ["assign ola", "assign jan", "note:ola He called."], ["assign ola", "assign jan"],
    ["customer Why?", "assign ola", "assign jan", "priority high", "priority low"],
    ["answered:ola", "abandoned", "customer Why?"], ["agent OK."],
    ["agent:jan Sure.", "note:eva x"],
    ["customer Thanks!", "status solved"], ["system Noted 1234."],
  ]

  @Test(arguments: patterns)
  func `a log that repeats itself takes time by its length`(pattern: [String]) throws {
    let auditor = try Desk.auditor(Self.standards)
    let small = try Self.ticket(pattern, count: 500)
    let large = try Self.ticket(pattern, count: 2_000)
    let growth = CPUTime.growth(
      floor: 0.02, { _ = auditor.audit(small) }, { _ = auditor.audit(large) })
    #expect(growth <= 8)
  }

  /// All at one moment is as hard as spread over months.
  @Test(arguments: [0, 60])
  func `events of any distance take time by their number`(distance: Int) throws {
    let auditor = try Desk.auditor(Self.standards)
    let pattern = Self.patterns.flatMap { $0 }
    let small = try Self.ticket(pattern, count: 1_000, distance: distance)
    let large = try Self.ticket(pattern, count: 4_000, distance: distance)
    let growth = CPUTime.growth(
      floor: 0.02, { _ = auditor.audit(small) }, { _ = auditor.audit(large) })
    #expect(growth <= 8)
  }

  /// Each event looked at from each other one would be ten billion steps: hours in a debug build, where
  /// this takes seconds.
  @Test(.timeLimit(.minutes(5)))
  func `a ticket of 100,000 events is audited to the end`() throws {
    let pattern =
      ["customer Why?", "agent I will call you by 14:00.", "answered:ola", "customer Is it done?"]
      + Array(
        repeating: [
          "assign ola", "status pending", "note:ola x", "assign jan", "status open",
          "priority high",
          "channel chat", "system Noted 1234.", "priority low", "channel email",
        ], count: 20
      ).flatMap { $0 }
    let ticket = try Self.ticket(pattern, count: 100_000)
    let audit = try Desk.auditor(Self.standards).audit(ticket)
    #expect(audit.verdicts.contains { $0.standard == "hands" && $0.outcome == .missed })
    #expect(try !ShippedCatalogue.auditor.audit(ticket).verdicts.isEmpty)
  }

  /// A ticket of so many events, each so many seconds after the one before.
  private static func ticket(
    _ pattern: [String], count: Int, distance: Int = 60
  ) throws -> Ticket {
    let made = try KindLog.ticket(pattern.map { "2026-03-02T09:00 \($0)" }).events
    var ticket = try KindLog.ticket(["2026-03-02T08:00 customer Help?"])
    for index in 0..<count {
      var event = made[index % made.count]
      event.at = OffsetInstant(
        instant: Instant(seconds: event.at.instant.seconds + index * distance), utcOffset: 3_600)
      ticket.events.append(event)
    }
    return ticket
  }
}
