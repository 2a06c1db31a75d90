import Queueing
import Testing

#if canImport(Glibc)
  import Glibc  // exp
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct TransientQueueTests {
  static let day: [TransientQueue.Interval] = [
    .init(seconds: 1800, arrivalsPerSecond: 0.02, agents: 8),
    .init(seconds: 1800, arrivalsPerSecond: 0.05, agents: 14),
    .init(seconds: 3600, arrivalsPerSecond: 0.06, agents: 15),
    .init(seconds: 1800, arrivalsPerSecond: 0.03, agents: 6),
    .init(seconds: 900, arrivalsPerSecond: 0, agents: 0),
    .init(seconds: 900, arrivalsPerSecond: 0.01, agents: 3),
  ]

  /// The oracle's matrices have 161 and 401 rows, and their exponential in doubles some 1e-12.
  @Test func `a day agrees with the exponential of its generator`() throws {
    for (patience, table) in [(180.0, dayTable), (nil, patientDayTable)] {
      let course = try TransientQueue(
        intervals: Self.day, handleSeconds: 300, patienceSeconds: patience
      ).course(withinSeconds: 20)
      #expect(course.leftOut <= 1e-12)
      for (outcome, row) in zip(course.intervals, table) {
        #expect(abs(outcome.waitProbability - row.wait) <= 2e-11)
        #expect(abs(outcome.queueLength - row.queue) <= 2e-10)
        let busy = outcome.occupancy * Double(outcome.interval.agents)
        #expect(abs(busy - row.busy) <= 2e-10)
      }
      #expect(abs(course.contactsAtEnd - table[5].contacts) <= 1e-9)
    }
  }

  @Test(arguments: [(50, 48.0, 0.5), (5, 6.0, 0.2), (10, 4.0, 2.0)])
  func `after long it is the steady state`(agents: Int, load: Double, leaving: Double) throws {
    let course = try TransientQueue(
      intervals: [
        .init(seconds: 160, arrivalsPerSecond: load, agents: agents),
        .init(seconds: 1, arrivalsPerSecond: load, agents: agents),
      ], handleSeconds: 1, patienceSeconds: 1 / leaving
    ).course(start: .contacts(3), withinSeconds: 0.3)
    let steady = try MMnG.Performance(
      load: OfferedLoad(erlangs: load), agents: agents, handleSeconds: 1,
      patience: .exponential(meanSeconds: 1 / leaving))
    let last = course.intervals[1]
    #expect(abs(last.waitProbability - steady.waitProbability) <= 1e-11)
    #expect(abs(last.waitProbabilityAtStart - steady.waitProbability) <= 1e-11)
    #expect(abs(last.queueLength - steady.queueLength) <= 1e-10)
    #expect(abs(last.occupancy - steady.occupancy) <= 1e-11)
    #expect(abs(last.abandoned / last.arrivals - steady.abandonment) <= 1e-11)
    let level = try steady.serviceLevel(withinSeconds: 0.3, abandoned: .countAsMissed)
    #expect(abs(last.serviceLevel - level) <= 1e-11)
  }

  @Test func `after long it is Erlang C where nobody leaves`() throws {
    let course = try TransientQueue(
      intervals: [
        .init(seconds: 400, arrivalsPerSecond: 8, agents: 10),
        .init(seconds: 1, arrivalsPerSecond: 8, agents: 10),
      ], handleSeconds: 1, patienceSeconds: nil
    ).course(withinSeconds: 0.2)
    let steady = try ErlangC.Performance(
      load: OfferedLoad(erlangs: 8), agents: 10, handleSeconds: 1)
    let last = course.intervals[1]
    #expect(abs(last.waitProbability - steady.waitProbability) <= 1e-11)
    #expect(abs(last.queueLength - steady.queueLength) <= 1e-10)
    #expect(abs(last.serviceLevel - (try steady.serviceLevel(withinSeconds: 0.2))) <= 1e-11)
    #expect(last.abandoned == 0)
  }

  /// With patience as long as handling the number is Poisson at every moment, and its mean is the
  /// modified offered load.
  @Test func `with patience as long as handling the number is Poisson`() throws {
    let rates = [4.0, 9, 2]
    let course = try TransientQueue(
      intervals: rates.map { .init(seconds: 0.7, arrivalsPerSecond: $0, agents: 5) },
      handleSeconds: 1, patienceSeconds: 1
    ).course(withinSeconds: 0)
    let loads = try ModifiedOfferedLoad(
      arrivalRates: rates, intervalSeconds: 0.7, handling: .exponential(meanSeconds: 1),
      start: .empty)
    for (k, outcome) in course.intervals.enumerated() {
      let load = try loads.erlangs(atSeconds: Double(k) * 0.7)
      var (term, below) = (exp(-load), 0.0)
      for n in 0..<5 {
        below += term
        term *= load / Double(n + 1)
      }
      #expect(abs(outcome.waitProbabilityAtStart - (1 - below)) <= 1e-13)
    }
    #expect(abs(course.contactsAtEnd - (try loads.erlangs(atSeconds: 3 * 0.7))) <= 1e-12)
  }

  @Test func `nobody is lost from the books`() throws {
    let course = try TransientQueue(
      intervals: Self.day, handleSeconds: 300, patienceSeconds: 180
    ).course(start: .contacts(4), withinSeconds: 20)
    // Came + were there = answered + left + are there.
    let answered = course.intervals.reduce(0) {
      $0 + $1.occupancy * Double($1.interval.agents) * $1.interval.seconds / 300
    }
    let left = course.intervals.reduce(0) { $0 + $1.abandoned }
    #expect(relativeError(4 + course.arrivals, answered + left + course.contactsAtEnd) <= 1e-12)
    #expect(relativeError(course.abandonment, left / course.arrivals) <= 1e-15)
    #expect(course.intervals.allSatisfy { (0...1).contains($0.serviceLevel) })
    let levels = try [0.0, 20, 100, 1e5].map { seconds in
      try TransientQueue(intervals: Self.day, handleSeconds: 300, patienceSeconds: 180)
        .course(withinSeconds: seconds).serviceLevel
    }
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// Ten contacts, ten agents, then four: six go back to the queue at once.
  @Test func `contacts of agents who leave go back to the queue`() throws {
    let course = try TransientQueue(
      intervals: [
        .init(seconds: 1e-9, arrivalsPerSecond: 0, agents: 10),
        .init(seconds: 1, arrivalsPerSecond: 0, agents: 4),
      ], handleSeconds: 1000, patienceSeconds: nil
    ).course(start: .contacts(10), withinSeconds: 0)
    #expect(course.intervals[0].queueLengthAtStart == 0)
    #expect(abs(course.intervals[1].queueLengthAtStart - 6) <= 1e-6)
    #expect(course.intervals[1].waitProbabilityAtStart >= 1 - 1e-9)
  }

  @Test func `a night with nobody there piles up`() throws {
    let course = try TransientQueue(
      intervals: [
        .init(seconds: 3600, arrivalsPerSecond: 0.01, agents: 0),
        .init(seconds: 7200, arrivalsPerSecond: 0.01, agents: 6),
      ], handleSeconds: 300, patienceSeconds: nil
    ).course(withinSeconds: 60)
    #expect(abs(course.intervals[1].queueLengthAtStart - 30) < 0.2)
    #expect(course.intervals[0].occupancy == 0 && course.intervals[0].waitProbability == 1)
    #expect(course.intervals[0].serviceLevel == 0)
    #expect(abs(course.intervals[0].queueLength - 18) <= 1e-9)
    #expect(course.meanWaitSeconds > 600)
  }

  @Test func `pieces of an interval give the same as the whole`() throws {
    let whole = try TransientQueue(
      intervals: [.init(seconds: 1000, arrivalsPerSecond: 0.5, agents: 20)], handleSeconds: 50,
      patienceSeconds: 30
    ).course(withinSeconds: 10)
    let parts = try TransientQueue(
      intervals: (0..<40).map { _ in .init(seconds: 25, arrivalsPerSecond: 0.5, agents: 20) },
      handleSeconds: 50, patienceSeconds: 30
    ).course(withinSeconds: 10)
    #expect(abs(whole.waitProbability - parts.waitProbability) <= 1e-12)
    #expect(abs(whole.serviceLevel - parts.serviceLevel) <= 1e-12)
    #expect(abs(whole.contactsAtEnd - parts.contactsAtEnd) <= 1e-10)
    #expect(relativeError(whole.meanWaitSeconds, parts.meanWaitSeconds) <= 1e-11)
  }

  @Test func `too much to follow is an error, and soon`() throws {
    let day = try TransientQueue(
      intervals: [.init(seconds: 1e9, arrivalsPerSecond: 1e6, agents: 1_000_000)],
      handleSeconds: 1, patienceSeconds: 1)
    let error = #expect(throws: QueueError.self) {
      try day.course(withinSeconds: 20)
    }
    #expect(error?.description.contains("would take minutes") == true)
  }
}
