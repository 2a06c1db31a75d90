import Conformance
import ServiceTime
import Standards
import Testing
import Tickets

/// Customers who hear of trouble from us.
struct NotifyTests {
  private static let incidents = [
    Expected(
      "we wrote first", ["09:00 agent:ola Your server is down.", "09:10 customer I see"], .met,
      "before the customer asked", proof: [0, 1]),
    Expected(
      "a machine wrote first", ["09:00 system Your server is down.", "09:10 customer I see"], .met),
    Expected(
      "the customer asked first",
      ["09:00 customer Down?", "09:01 system Got it", "09:10 agent:o Yes"],
      .missed, "asked before we had told them", proof: [0]),
    Expected("nobody told anything", ["09:00 customer Down?"], .missed),
    Expected(
      "nobody asked", ["09:00 system Your server is down."], .met, "asked nothing", proof: [0]),
    Expected("nobody wrote", ["09:00 status new"], .notApplicable, "nobody wrote"),
    Expected("a call without words", ["09:00 answered:ola"], .undecided, "'message'"),
  ]

  @Test(arguments: incidents)
  func `an incident is told before the customer asks`(expected: Expected) throws {
    expected.check(
      try KindLog.judge(KindLog.ticket(expected.events), by: "notify: {when: incident}"))
  }

  /// Due at 13:00, which is four hours after 9:00.
  private static let promise = "{id: r, title: R, resolution: {within: 4 h, hours: desk}}"
  private static let begin = ["09:00 customer Help", "09:10 agent:ola We look into it."]

  private static let delays = [
    Expected("in time", begin + ["12:00 status solved"], .notApplicable, "nothing was late"),
    Expected("to the second", begin + ["13:00 status solved"], .notApplicable),
    Expected("not yet late", begin + ["12:00 status open"], .undecided, "nothing is late yet"),
    Expected("no status", begin, .undecided, "'status'"),
    Expected(
      "late, and nothing said", begin + ["15:00 agent:ola Done.", "15:00 status solved"], .missed,
      "wrote nothing of it", proof: [0]),
    Expected("still open and late", begin + ["15:00 status open"], .missed, "wrote nothing"),
    Expected("no answer at all", ["09:00 customer Help", "15:00 status solved"], .missed),
    Expected(
      "told in English",
      begin + ["12:30 agent:ola The repair is delayed until tomorrow.", "15:00 status solved"],
      .met,
      "told of the delay", proof: [2]),
    Expected(
      "told at the last moment",
      begin + ["13:00 agent:ola This will take longer than we thought.", "15:00 status solved"],
      .met),
    Expected(
      "told in Polish",
      begin + ["12:30 agent:ola Naprawa przesunie się na jutro.", "15:00 status solved"],
      .met),
    Expected(
      "told in Polish, another way",
      begin + ["12:30 agent:ola Będzie opóźnienie, przepraszam.", "15:00 status solved"], .met),
    Expected(
      "told in Czech",
      begin + ["12:30 agent:ola Oprava se zpozdí do zítřka.", "15:00 status solved"],
      .met),
    Expected(
      "told in Czech, another way",
      begin + ["12:30 agent:ola Bohužel máme zpoždění.", "15:00 status solved"], .met),
    Expected(
      "told by a machine", begin + ["12:30 system Your case is delayed.", "15:00 status solved"],
      .met),
    Expected(
      "a machine that says nothing of it",
      begin + ["12:30 system Your case is open.", "15:00 status solved"], .missed),
    Expected(
      "told too late", begin + ["13:01 agent:ola It is delayed.", "15:00 status solved"], .missed),
    Expected(
      "something was said",
      begin + ["12:30 agent:ola The disk is being replaced.", "15:00 status solved"], .undecided,
      "a person must see", proof: [2]),
    Expected(
      "a late reply excused is no news",
      begin + [
        "12:30 agent:ola Sorry for the delayed reply, we replace the disk.", "15:00 status solved",
      ],
      .undecided),
    Expected(
      "denied", begin + ["12:30 agent:ola Obejdzie się bez opóźnień.", "15:00 status solved"],
      .undecided),
    Expected(
      "asked", begin + ["12:30 agent:ola Is a delay fine with you?", "15:00 status solved"],
      .undecided),
    Expected(
      "the first answer speaks of a delay",
      ["09:00 customer Help", "09:10 agent:ola There will be a delay.", "15:00 status solved"],
      .undecided, "a person must see", proof: [1]),
    Expected(
      "the first answer names a time, perhaps a later one",
      ["09:00 customer Help", "09:10 agent:ola Done by 6 pm today.", "15:00 status solved"],
      .undecided, "a person must see", proof: [1]),
    Expected(
      "called meanwhile", begin + ["12:30 answered:ola", "15:00 status solved"], .undecided),
  ]

  @Test(arguments: delays)
  func `a delay is told before the promised time`(expected: Expected) throws {
    expected.check(
      try KindLog.judge(
        KindLog.ticket(expected.events), by: "notify: {when: delay}", and: [Self.promise]))
  }

  private static let asked = [
    Expected("in time", begin + ["12:00 status solved"], .notApplicable),
    Expected(
      "asked, and nothing said", begin + ["14:00 customer Any news?", "15:00 status solved"],
      .missed, "the customer asked before", proof: [2]),
    Expected(
      "asked before the promised time: of something else",
      begin + ["12:30 customer Any news?", "15:00 status solved"], .met, "solved before"),
    Expected(
      "not asked", begin + ["15:00 status solved"], .met, "solved before the customer asked"),
    Expected("not asked yet", begin + ["15:00 status open"], .undecided, "has not asked"),
    Expected(
      "asked after it was solved", begin + ["15:00 status solved", "16:00 customer Any news?"], .met
    ),
    Expected(
      "told before asked",
      begin + [
        "13:30 agent:ola It is delayed.", "14:00 customer Until when?", "15:00 status solved",
      ],
      .met, "told of the delay", proof: [2, 3]),
    Expected(
      "told after asked",
      begin + [
        "14:00 customer Any news?", "14:10 agent:ola It is delayed.", "15:00 status solved",
      ],
      .missed),
    Expected(
      "something was said before",
      begin + [
        "13:30 agent:ola The disk is here.", "14:00 customer Any news?", "15:00 status solved",
      ],
      .undecided, "a person must see", proof: [2, 3]),
    Expected(
      "wrote something",
      begin + ["14:00 customer Thank you, I told my colleagues.", "15:00 status solved"],
      .undecided, "whether they had to ask", proof: [2]),
    Expected(
      "told, not asked, still open",
      begin + ["13:30 agent:ola It is delayed.", "15:00 status open"],
      .met),
  ]

  @Test(arguments: asked)
  func `a delay is told before the customer asks`(expected: Expected) throws {
    expected.check(
      try KindLog.judge(
        KindLog.ticket(expected.events), by: "notify: {when: delay, before: asked}",
        and: [Self.promise]))
  }

  @Test func `nobody can be late without a promise that applies`() throws {
    let ticket = try KindLog.ticket(Self.begin + ["15:00 status solved"])
    let none = try KindLog.judge(ticket, by: "notify: {when: delay}")
    #expect(none.outcome == .undecided)
    #expect(none.message.contains("no 'resolution' promise"))
    let phone = "{id: r, title: R, applies-to: {channel: phone}, resolution: {within: 4 h}}"
    #expect(
      try KindLog.judge(ticket, by: "notify: {when: delay}", and: [phone]).outcome == .undecided)
    let urgent = "{id: r, title: R, applies-to: {priority: urgent}, resolution: {within: 4 h}}"
    let doubtful = try KindLog.judge(ticket, by: "notify: {when: delay}", and: [urgent])
    #expect(doubtful.outcome == .undecided)
    #expect(doubtful.message.contains("'priority'"))
  }

  @Test func `time in which the clock stood still is not late`() throws {
    let pausing = "{id: r, title: R, resolution: {within: 4 h, hours: desk, paused-while: pending}}"
    let ticket = try KindLog.ticket(
      Self.begin + ["09:10 status pending", "15:00 status open", "16:00 status solved"])
    let verdict = try KindLog.judge(ticket, by: "notify: {when: delay}", and: [pausing])
    #expect(verdict.outcome == .notApplicable, "\(verdict.message)")
  }
}
