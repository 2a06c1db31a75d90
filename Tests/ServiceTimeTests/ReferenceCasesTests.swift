import ServiceTime
import Testing

/// Cases whose answers come from other programmes and from the test suites of helpdesks.
@Suite(.enabled(if: SharedReference.isPresent, "the shared reference folder is absent"))
struct ReferenceCasesTests {
  @Test func `agrees with the generated cases`() throws {
    let cases = try SharedReference.read("generated.json", as: ReferenceCases.Generated.self).cases
    #expect(cases.count == 120)
    for item in cases { try check(item.given, try item.calendar.openingHours()) }
  }

  @Test func `agrees with the test suites of helpdesks`() throws {
    let cases = try SharedReference.read("public_suites.json", as: ReferenceCases.Suites.self).cases
    var checked = 0
    for item in cases where item.given.contested == nil {
      // Tickets are judged elsewhere; working days are no unit here.
      if item.given.op == "ticket" || item.given.op.hasSuffix("business_days") { continue }
      try check(item.given, try item.calendar.openingHours())
      checked += 1
    }
    #expect(checked == 155)
  }

  @Test func `agrees with Request Tracker, but for closing times`() throws {
    let reference = try SharedReference.read(
      "request_tracker.json", as: ReferenceCases.RequestTracker.self)
    #expect(reference.cases.count == 230)
    for given in reference.cases {
      let calendar = try reference.calendars[given.calendar].orThrow(
        BadTestData(text: given.calendar))
      let hours = try calendar.openingHours()
      let start = try instant(given.start)
      let due = hours.instant(after: given.business_minutes * 60, from: start)
      #expect(due == (try instant(given.bruteforce_due)), "\(given)")
      // Its answers at closing time are the next opening: as many open seconds away.
      let theirs = try instant(given.rt_due)
      #expect(hours.elapsed(from: start, to: theirs) == given.business_minutes * 60, "\(given)")
      if given.class == "equal" { #expect(due == theirs, "\(given)") }
    }
  }

  private func check(_ given: ReferenceCases.Case, _ hours: OpeningHours) throws {
    switch (given.op, given.expected) {
    case ("between", let expected):
      let elapsed = hours.elapsed(
        from: try given.instant(\.start), to: try given.instant(\.end))
      // Some count backwards when the end comes first; here that is 0.
      let theirs = try #require(given.expected_seconds ?? expected?.seconds)
      #expect(elapsed == max(0, theirs), "\(given)")
    case ("add", .text(let text)?):
      let due = hours.instant(after: given.add_seconds ?? -1, from: try given.instant(\.start))
      #expect(due == (try instant(text)), "\(given)")
    case ("subtract", .text(let text)?):
      // There is no counting back here; the answer must be as far away as it says.
      let elapsed = hours.elapsed(from: try instant(text), to: try given.instant(\.start))
      #expect(elapsed == given.subtract_seconds, "\(given)")
    case ("next_open", .text(let text)?):
      #expect(hours.instant(after: 0, from: try given.instant(\.at)) == (try instant(text)))
    case ("in_hours", .truth(let isOpen)?):
      #expect(hours.isOpen(at: try given.instant(\.at)) == isOpen, "\(given)")
    case ("first_periods", .periods(let periods)?):
      let from = try given.instant(\.origin)
      let found = hours.openIntervals(from: from, to: Instant(seconds: from.seconds + 7_776_000))
      let expected = try periods.map { try instant($0[0]).seconds..<instant($0[1]).seconds }
      #expect(Array(found.prefix(expected.count)) == expected, "\(given)")
    default:
      Issue.record("a case of an unknown shape: \(given)")
    }
  }
}
