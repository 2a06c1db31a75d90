import Diagnostics
import ServiceTime
import Standards
import Testing

struct InForceTests {
  private static let greeting = "greeting: {phrases: words}"

  private func standard(_ inForce: String) throws -> Standard {
    let text = Catalogues.text(standard: "- {id: a, title: A, \(inForce), \(Self.greeting)}")
    let result = Catalogues.read(text)
    #expect(result.diagnostics.all.map(\.message) == [])
    return try #require(result.catalogue.standards.first)
  }

  private func moment(_ text: String) throws -> Instant {
    try OffsetInstant(iso8601: Array(text.utf8)).instant
  }

  @Test(arguments: [
    // The first second of the first day and the last second of the last, in Warsaw.
    ("2026-11-30T23:59:59+01:00", false), ("2026-12-01T00:00:00+01:00", true),
    ("2027-06-30T23:59:59+02:00", true), ("2027-07-01T00:00:00+02:00", false),
    // The same moments on a clock far away.
    ("2026-11-30T23:00:00Z", true), ("2027-06-30T22:00:00Z", false),
  ])
  func `dates are days on the desk's clocks, the last one included`(
    at: String, holds: Bool
  ) throws {
    let standard = try standard("in-force: {from: 2026-12-01, until: 2027-06-30}")
    #expect(
      standard.isInForce(at: try moment(at), zone: try ZoneTable.named("Europe/Warsaw")) == holds)
  }

  @Test func `the day after an hour was skipped or repeated begins at midnight`() throws {
    let zone = try ZoneTable.named("Europe/Warsaw")
    // Clocks change on 29 March and 25 October 2026.
    let spring = try standard("in-force: {from: 2026-03-29, until: 2026-03-29}").inForce
    let autumn = try standard("in-force: {from: 2026-10-25, until: 2026-10-25}").inForce
    for (stretch, hours) in [(spring, 23), (autumn, 25)] {
      let start = try #require(stretch.start(in: zone))
      let end = try #require(stretch.end(in: zone))
      #expect(end.seconds - start.seconds == hours * 3600)
    }
  }

  @Test func `a moment is exact, and the one under until belongs to what comes after`() throws {
    let standard = try standard(
      "in-force: {from: 2026-12-01T08:00+01:00, until: 2026-12-02T07:00:00Z}")
    let zone = ZoneTable.utc
    #expect(!standard.isInForce(at: try moment("2026-12-01T06:59:59Z"), zone: zone))
    #expect(standard.isInForce(at: try moment("2026-12-01T07:00:00Z"), zone: zone))
    #expect(standard.isInForce(at: try moment("2026-12-02T06:59:59Z"), zone: zone))
    #expect(!standard.isInForce(at: try moment("2026-12-02T07:00:00Z"), zone: zone))
  }

  @Test func `one bound may be missing, or both`() throws {
    let zone = ZoneTable.utc
    let (early, late) = (Instant(seconds: -1_000_000_000), Instant(seconds: 9_000_000_000))
    let from = try standard("in-force: {from: 2026-12-01}")
    #expect(!from.isInForce(at: early, zone: zone))
    #expect(from.isInForce(at: late, zone: zone))
    let until = try standard("in-force: {until: 2026-12-01}")
    #expect(until.isInForce(at: early, zone: zone))
    #expect(!until.isInForce(at: late, zone: zone))
    let always = try standard("tags: [x]")
    #expect(always.inForce == .always)
    #expect(always.isInForce(at: early, zone: zone))
    #expect(always.isInForce(at: late, zone: zone))
  }

  @Test func `one day is enough, the end of time does no harm`() throws {
    _ = try standard("in-force: {from: 2026-12-01, until: 2026-12-01}")
    let last = try standard("in-force: {until: 9999-12-31}")
    #expect(last.isInForce(at: Instant(seconds: .max), zone: .utc))
    #expect(last.isInForce(at: Instant(seconds: .min), zone: .utc))
  }

  @Test func `a stretch without a single moment is none`() {
    let moment = "2026-12-01T08:00+01:00"
    let text = Catalogues.text(
      standard: "- {id: a, title: A, in-force: {from: \(moment), until: \(moment)}, calm: {}}")
    #expect(Catalogues.read(text).diagnostics.all.map(\.id) == ["in-force.order"])
  }

  @Test func `bounds show as they were written`() throws {
    let inForce = try standard("in-force: {from: 2026-12-01, until: 2026-12-02T08:00+01:00}")
      .inForce
    #expect(inForce.from?.description == "2026-12-01")
    #expect(inForce.until?.description == "2026-12-02T08:00:00+01:00")
  }

  @Test func `dates follow the first calendar, wherever it is defined`() throws {
    let standards = """
      standards:
        - id: a
          title: A
          in-force: {from: 2026-12-01, until: 2026-12-01T06:00Z}
          survey: {scale: nps}
      """
    let warsaw = Catalogues.read(
      standards,
      """
      catalogue: {name: Desk, languages: [en]}
      calendars: {desk: {time-zone: Europe/Warsaw, open: 24/7}}
      """)
    #expect(warsaw.diagnostics.isEmpty)
    // Where the day begins at 08:00 UTC, it begins after its end.
    let losAngeles = Catalogues.read(
      standards,
      """
      catalogue: {name: Desk, languages: [en]}
      calendars: {desk: {time-zone: America/Los_Angeles, open: 24/7}}
      """)
    #expect(losAngeles.diagnostics.all.map(\.id) == ["in-force.order"])
  }

  @Test func `a standard names the one that it replaces, even if that is gone`() throws {
    #expect(try standard("replaces: old-one").replaces == "old-one")
    let text = Catalogues.text(standard: "- {id: a, title: A, replaces: a, \(Self.greeting)}")
    let found = Catalogues.read(text).diagnostics
    #expect(found.all.map(\.id) == ["replaces.itself"])
    #expect(!found.hasErrors)
  }

  @Test func `two versions of a promise may stand one behind the other`() throws {
    let text = Catalogues.text(
      standard: """
        - {id: old, title: A, in-force: {until: 2026-11-30}, first-response: {within: 1 h}}
        - {id: new, title: A, in-force: {from: 2026-12-01}, replaces: old, first-response: {within: 15 min}}
        """)
    #expect(Catalogues.read(text).diagnostics.isEmpty)
  }
}
