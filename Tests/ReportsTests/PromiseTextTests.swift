import Conformance
import Diagnostics
import ServiceTime
import Standards
import Testing
import Tickets

@testable import Reports

struct PromiseTextTests {
  private func results(_ share: String = "95%") throws -> [PromiseResult] {
    let catalogue = Catalogues.read(
      """
      catalogue: {name: Test, languages: [en]}
      calendars:
        desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
      channels:
        email: {kind: deferred}
        phone: {kind: live}
      standards:
        - id: mail
          title: M
          first-response: {within: 36 h, share: \(share), over: month, never-longer-than: 48 h, hours: desk}
        - {id: pick-up, title: P, pick-up: {within: 48 h}}
        - {id: once, title: O, first-contact: {share: 70%, over: day}}
      """)
    return PromiseCensus(catalogue).results(seed: 1)
  }

  /// A share must never be rounded onto the other side of its promise, nor to all or none.
  @Test(arguments: [
    (940, 60, "94.0%"), (9_496, 504, "94.96%"), (94_996, 5_004, "94.996%"), (9_500, 500, "95.0%"),
    (9_504, 496, "95.0%"), (9_996, 4, "99.96%"), (10_000, 0, "100.0%"), (0, 3, "0.0%"),
    (1, 9_999, "0.01%"), (2, 1, "66.7%"), (0, 0, "–"),
  ])
  func `a share is written on its side of the promise`(met: Int, missed: Int, text: String) throws {
    let promise = try #require(try results().first).promise
    #expect(promise.inWords(CensusCounts(met: met, missed: missed)) == text)
  }

  @Test func `a promise is told in one line, opening hours without days`() throws {
    #expect(
      try PromiseText(seed: 1, isOpenEnded: true).render(results()) == """
        Promises

        mail: 95% within 36 h of 'desk', never longer than 48 h, each month: no case

        pick-up: 100% within 2 days, each week: no case

        once: 70% in one contact, each day: no case

        """)
  }

  @Test func `the rules in which helpdesks differ are told with each promise`() throws {
    #expect(
      try results().map { $0.promise.clockRules.map { "\($0.key) \($0.value)" } } == [
        ["on-change carry", "ends-at substantive"], ["on-change carry"], [],
      ])
    let catalogue = Catalogues.read(
      """
      catalogue: {name: Test, languages: [en]}
      channels: {email: {kind: deferred}, form: {kind: deferred}}
      standards:
        - id: a
          title: A
          applies-to: {channel: form}
          resolution: {within: 8 h, share: 90%, on-change: reset}
        - {id: b, title: B, resolution: {within: 8 h, share: 90%, paused-while: [pending, hold]}}
        - {id: c, title: C, first-response: {within: 8 h, share: 90%, ends-at: any-human}}
      """)
    #expect(
      PromiseCensus(catalogue).results(seed: 1).map {
        $0.promise.clockRules.map { "\($0.key) \($0.value)" }
      } == [
        ["on-change reset", "paused-while no state"],
        ["on-change carry", "paused-while pending, hold"],
        ["on-change carry", "ends-at any-human"],
      ])
  }

  @Test func `spam, duplicates and merged tickets are told apart`() throws {
    let catalogue = Catalogues.read("catalogue: {name: Test, languages: [en]}")
    let auditor = try Auditor(catalogue, Lexicon.builtIn().lexicon)
    func heading(_ last: [TicketEvent.Kind]) -> String? {
      var tally = AuditTally(catalogue)
      for kind in last {
        let at = OffsetInstant(instant: Instant(seconds: 1_772_434_860), utcOffset: 0)
        let event = TicketEvent(at: at, kind: kind)
        tally.add(auditor.audit(Ticket(id: "T-1", channel: "email", events: [event])))
      }
      return AuditText(isColoured: false).render(tally).split(separator: "\n").first.map(
        String.init)
    }
    let spam = TicketEvent.Kind.status(.spam)
    let judged = "1 ticket, 0 replies judged"
    #expect(heading([.abandoned]) == judged)
    #expect(heading([.abandoned, spam]) == "\(judged), 1 spam or duplicate ticket left out")
    #expect(
      heading([.abandoned, .merge(into: "T-2"), .merge(into: "T-3")])
        == "\(judged), 2 merged tickets left out, judged where merged")
    #expect(
      heading([.abandoned, spam, .status(.duplicate), .merge(into: "T-2")])
        == "\(judged), 2 spam or duplicate tickets left out, 1 merged ticket left out, judged where merged"
    )
  }

  @Test func `without promises there is nothing to say, and an empty list`() {
    #expect(PromiseText(seed: 1, isOpenEnded: true).render([], by: [.week]) == "")
    var json = JSONWriter()
    [PromiseResult]().write(to: &json, seed: 1)
    #expect(json.string == "[]")
  }

  @Test func `periods are named as people know them`() throws {
    let date = try #require(CivilDate(year: 2026, month: 3, day: 4))
    #expect(CalendarPeriod(.day, containing: date).inWords == "Wed 2026-03-04")
    #expect(CalendarPeriod(.week, containing: date).inWords == "week from 2026-03-02")
    #expect(CalendarPeriod(.month, containing: date).inWords == "2026-03")
  }
}
