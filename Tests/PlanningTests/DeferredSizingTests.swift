import Diagnostics
import Planning
import Standards
import Testing

/// Channels whose answers may come later, on questions that can be answered by hand.
struct DeferredSizingTests {
  /// What a plan says of the rows of the demand.
  func rows(_ plan: StaffingPlan) throws -> [StaffingPlan.Interval] {
    try #require(plan.channels.first).intervals.filter { $0.row != nil }
  }

  /// Ten messages of the evening and six of the morning, five minutes each. The evening's are due at
  /// 08:15, a quarter of an hour after opening, as nobody works at night: 3,000 s in 900 s.
  @Test func `night mail is answered in the morning and nobody is put on at night`() throws {
    let plan = try plan(
      """
      start,channel,contacts
      2026-03-02T20:00,email,10
      2026-03-03T03:00,email,0
      2026-03-03T07:00,email,0
      2026-03-03T08:00,email,0
      2026-03-03T09:00,email,0
      """, workload: try workload(), interval: 3600)
    #expect(try rows(plan).map(\.formula) == [0, 0, 0, 4, 0])
    #expect(try rows(plan).map(\.counted) == [1, 0, 0, 0, 0])
    let channel = try #require(plan.channels.first)
    #expect(channel.intervals.allSatisfy { $0.row != nil || $0.formula == 0 })
    #expect(channel.contactsWhileClosed == 10)
    #expect(channel.contactsDueLater == 0)
    // 3,000 s of work in 4 × 3,600 s on duty.
    #expect(abs((try rows(plan)[3].occupancy ?? 0) - 3000.0 / 14_400) < 1e-12)
    #expect(try rows(plan).map(\.serviceLevel) == [1, nil, nil, nil, nil])
  }

  /// The same with a quarter of an hour as interval: four people for one of them.
  @Test func `short intervals put nobody on longer than needed`() throws {
    let plan = try plan(
      """
      start,channel,contacts
      2026-03-02T20:00,email,10
      2026-03-03T08:00,email,0
      2026-03-03T08:15,email,0
      """, workload: try workload())
    #expect(plan.intervalSeconds == 900)
    #expect(try rows(plan).map(\.formula) == [0, 4, 0])
  }

  /// 2026-05-01 is a Friday and a holiday, 2026-05-02 a Saturday, open from nine to three.
  @Test func `a holiday's mail waits for the next opening`() throws {
    let plan = try plan(
      """
      start,channel,contacts
      2026-05-01T10:00,email,10
      2026-05-02T08:00,email,0
      2026-05-02T09:00,email,0
      2026-05-02T10:00,email,0
      """, workload: try workload(), interval: 3600)
    #expect(try rows(plan).map(\.formula) == [0, 0, 4, 0])
  }

  /// A message of 19:55 is seen at 20:05 and thus at 08:00; ten of its fifteen minutes are left.
  /// One of 07:55 is seen at 08:05, as late as one of 08:05 that is polled at once.
  @Test func `a slow mailbox leaves less time`() throws {
    let csv = """
      start,channel,contacts
      2026-03-02T19:55,CHANNEL,6
      2026-03-03T08:00,CHANNEL,0
      2026-03-03T08:05,CHANNEL,0
      2026-03-03T08:10,CHANNEL,0
      2026-03-03T08:15,CHANNEL,0
      """
    func people(_ channel: String) throws -> [Int] {
      try rows(
        try plan(
          csv.replacing("CHANNEL", with: channel), workload: try workload(handling: "100 s"),
          interval: 300)
      ).map(\.formula)
    }
    // At once: 600 s of work come from 19:55 to 20:00 and are due from 08:05 to 08:10, but the
    // evening's interval itself can do them: one person for two intervals or two for one.
    #expect(try people("email").reduce(0, +) == 2)
    // Polled: nothing is seen before 08:00.
    #expect(try people("polled").first == 0)
    #expect(try people("polled").dropFirst().reduce(0, +) == 2)
  }

  /// Hours `always`: four hours for 48 messages of five minutes at once is one person.
  @Test func `a promise day and night is staffed day and night`() throws {
    let plan = try plan(
      """
      start,channel,contacts
      2026-03-01T00:00,night,12
      2026-03-01T01:00,night,12
      2026-03-01T02:00,night,12
      2026-03-01T03:00,night,12
      2026-03-01T09:00,night,0
      """, workload: try workload(), interval: 3600)
    let channel = try #require(plan.channels.first)
    #expect(channel.intervals.map(\.formula).reduce(0, +) == 4)
    #expect(channel.intervals.map(\.formula).max() == 1)
    #expect(channel.contactsWhileClosed == 0)
  }

  @Test func `a cap on occupancy takes more people for the same work`() throws {
    let csv = "start,channel,contacts\n2026-03-02T08:00,night,48\n2026-03-02T23:00,night,0\n"
    let free = try plan(csv, workload: try workload(), interval: 3600)
    let capped = try plan(csv, workload: try workload(cap: "50%"), interval: 3600)
    #expect(free.channels.first?.intervals.map(\.formula).reduce(0, +) == 4)
    #expect(capped.channels.first?.intervals.map(\.formula).reduce(0, +) == 8)
    #expect(capped.channels.first?.intervals.allSatisfy { $0.occupancy ?? 0 <= 0.5 } == true)
  }

  /// Twelve come from 19:00 to 20:00; those of the last quarter are due in the morning.
  @Test func `contacts due after the last interval are told`() throws {
    let csv = "start,channel,contacts\n2026-03-02T08:00,email,0\n2026-03-02T19:00,email,12\n"
    let channel = try #require(
      try plan(csv, workload: try workload(), interval: 3600).channels.first)
    #expect(abs(channel.contactsDueLater - 3) < 1e-9)
    let repeated = try plan(csv, workload: try workload(), interval: 3600, repeats: true)
    #expect(repeated.channels.first?.contactsDueLater == 0)
  }

  @Test func `a demand that repeats has its last mail at its start`() throws {
    let csv = """
      start,channel,contacts
      2026-03-02T00:00,email,0
      2026-03-02T08:00,email,0
      2026-03-02T09:00,email,0
      2026-03-02T22:00,email,10
      2026-03-02T23:00,email,0
      """
    let once = try rows(try plan(csv, workload: try workload(), interval: 3600))
    let again = try rows(try plan(csv, workload: try workload(), interval: 3600, repeats: true))
    #expect(once.map(\.formula) == [0, 0, 0, 0, 0])
    #expect(again.map(\.formula) == [0, 4, 0, 0, 0])
  }

  @Test func `hours in which nobody answers cannot repeat`() throws {
    var diagnostics = Diagnostics()
    let plan = Sizing.plan(
      try demand("start,channel,contacts\n2026-03-01T08:00,email,5\n", interval: 3600),
      catalogue: try catalogue(), workload: try workload(), repeats: true, into: &diagnostics)
    #expect(plan == nil)
    #expect(
      summary(diagnostics) == """
        2:18 error: the demand repeats hours in which nobody answers on 'email' [plan.never-open] \
        -> give the demand of a whole week, or leave out --repeats
        """)
  }

  @Test func `a promise many times as long as the span cannot repeat`() throws {
    let yaml = deskCatalogue.replacing("within: 4 h", with: "within: 3000 days")
    var diagnostics = Diagnostics()
    let plan = Sizing.plan(
      try demand("start,channel,contacts\n2026-03-01T08:00,night,5\n", interval: 60),
      catalogue: try catalogue(yaml), workload: try workload(), repeats: true, into: &diagnostics)
    #expect(plan == nil)
    #expect(diagnostics.all.map(\.id) == ["plan.short-span"])
  }

  @Test func `a mailbox slower than the promise is refused`() throws {
    let yaml = deskCatalogue.replacing("intake-delay: 10 min", with: "intake-delay: 15 min")
    var diagnostics = Diagnostics()
    let plan = Sizing.plan(
      try demand("start,channel,contacts\n2026-03-02T08:00,polled,5\n", interval: 3600),
      catalogue: try catalogue(yaml), workload: try workload(), into: &diagnostics)
    #expect(plan == nil)
    #expect(
      summary(diagnostics) == """
        19:10 error: 'mail' promises 15 min, but on 'polled' a message may take 15 min until anybody \
        can see it [plan.intake-delay] -> make 'intake-delay' shorter than 'within'
        """)
  }

  @Test func `handling longer than the promise is planned with a warning`() throws {
    var diagnostics = Diagnostics()
    let plan = Sizing.plan(
      try demand("start,channel,contacts\n2026-03-02T08:00,email,5\n", interval: 3600),
      catalogue: try catalogue(), workload: try workload(handling: "20 min"), into: &diagnostics)
    #expect(plan != nil)
    #expect(
      summary(diagnostics) == """
        2:24 warning: handling on 'email' takes 20 min, longer than the 15 min of 'mail' \
        [plan.long-handling] -> promise more time, or let a first answer end the wait and count \
        only its handling
        """)
  }
}
