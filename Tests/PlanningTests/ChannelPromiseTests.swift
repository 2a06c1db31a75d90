import Diagnostics
import Planning
import ServiceTime
import Standards
import Testing

/// Which promise a channel is staffed for.
struct ChannelPromiseTests {
  /// A catalogue with a mailbox and a phone, and these standards.
  func find(_ channel: String, _ standards: String) throws -> (ChannelPromise?, Diagnostics) {
    let catalogue = try catalogue(
      """
      catalogue: {name: Desk, languages: [en]}
      calendars:
        desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-16:00}}
      channels:
        email: {kind: deferred}
        phone: {kind: live}
      standards:
      \(standards)
      """)
    var diagnostics = Diagnostics()
    let promise = ChannelPromise.find(for: channel, in: catalogue, at: nil, &diagnostics)
    return (promise, diagnostics)
  }

  @Test func `the first standard that holds on the channel counts`() throws {
    let (promise, diagnostics) = try find(
      "email",
      """
        - {id: a, title: T, applies-to: {channel: phone}, pick-up: {within: 20 s, share: 80%}}
        - {id: b, title: T, applies-to: {channel: email},
           first-response: {within: 4 h, share: 90%, hours: desk}}
        - {id: c, title: T, first-response: {within: 1 h, share: 90%}}
      """)
    #expect(diagnostics.isEmpty)
    let found = try #require(promise)
    #expect(found.standard == "b")
    #expect(found.within.seconds == 14_400)
    #expect(found.share == Share(fraction: 0.9))
    #expect(found.hoursName == .calendar("desk"))
    #expect(!found.hours.isAlwaysOpen)
  }

  @Test func `a standard for all channels holds on each`() throws {
    let (promise, _) = try find(
      "email", "  - {id: c, title: T, first-response: {within: 1 h, share: 90%}}")
    #expect(promise?.standard == "c")
    #expect(promise?.hours.isAlwaysOpen == true)
  }

  @Test func `on a live channel picking up counts before writing back`() throws {
    let standards = """
        - {id: c, title: T, first-response: {within: 1 h, share: 90%}}
        - {id: a, title: T, applies-to: {channel: phone}, pick-up: {within: 20 s, share: 80%}}
      """
    #expect(try find("phone", standards).0?.standard == "a")
    #expect(try find("email", standards).0?.standard == "c")
    let first = String(standards.split(separator: "\n")[0])
    #expect(try find("phone", first).0?.standard == "c")
  }

  @Test func `a promise to some is no promise to all, and a warning says so`() throws {
    let (promise, diagnostics) = try find(
      "email",
      """
        - {id: urgent, title: T, applies-to: {priority: urgent}, first-response: {within: 5 min}}
        - {id: vip, title: T, applies-to: {segment: vip, channel: email},
           first-response: {within: 10 min, hours: desk}}
        - {id: all, title: T, first-response: {within: 4 h, share: 90%, hours: desk}}
      """)
    #expect(promise?.standard == "all")
    #expect(
      summary(diagnostics) == """
        8:10 warning: 'urgent' (5 min, day and night) is for some contacts on 'email' only, which \
        the demand does not tell apart [plan.narrower-promise]
        9:10 warning: 'vip' (10 min, in the hours of 'desk') is for some contacts on 'email' only, \
        which the demand does not tell apart [plan.narrower-promise]
        """)
  }

  @Test func `a channel without a promise cannot be planned`() throws {
    let (promise, diagnostics) = try find(
      "phone",
      "  - {id: urgent, title: T, applies-to: {priority: urgent}, first-response: {within: 5 min}}")
    #expect(promise == nil)
    #expect(
      summary(diagnostics) == """
        error: no standard promises how soon all contacts on 'phone' are answered \
        [plan.no-promise] -> add one: applies-to: {channel: phone} with pick-up: {within: 20 s, \
        share: 80%}
        """)
    #expect(diagnostics.all.first?.notes.first?.place?.start.line == 8)
    let nothing = try find("email", "  - {id: g, title: T, pick-up: {within: 20 s}}").1
    #expect(
      summary(nothing) == """
        error: no standard promises how soon contacts on 'email' are answered [plan.no-promise] -> \
        add one: applies-to: {channel: email} with first-response: {within: 4 h, share: 95%}
        """)
  }

  @Test func `a channel that the catalogue does not have is reported where the demand names it`()
    throws
  {
    var diagnostics = Diagnostics()
    let plan = Sizing.plan(
      try demand(
        "start,channel,contacts\n2026-03-02T08:00,emial,1\n2026-03-02T08:00,fax,1\n",
        interval: 3600), catalogue: try catalogue(), workload: try workload(), into: &diagnostics)
    #expect(plan == nil)
    #expect(
      summary(diagnostics) == """
        2:18 error: the catalogue has no channel 'emial' [name.unknown] -> did you mean 'email'?
        3:18 error: the catalogue has no channel 'fax' [name.unknown] -> known: email, polled, \
        night, phone, chat, daytime, silent
        """)
  }
}
