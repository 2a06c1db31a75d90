import Queueing
import Testing

/// Random questions, with fixed seeds, against answers found in other ways.
struct DeferredWorkPropertyTests {
  /// Curves that bend anywhere, intervals of any length, also none.
  @Test(arguments: UInt64(0)..<60)
  func `every deadline is met, and nobody can be spared`(seed: UInt64) throws {
    let desk = RandomDesk(seed: seed)
    let question = try desk.question()
    let plan = question.leastPeople()
    #expect(desk.worstLateness(plan.people) <= 2 * desk.tolerance)
    let constant = question.leastConstantPeople()
    for (k, count) in plan.people.enumerated() {
      #expect(count <= constant)
      guard count > 0 else { continue }
      var fewer = plan.people
      fewer[k] -= 1
      #expect(desk.worstLateness(fewer) > 1e-7, "one person can be spared in interval \(k)")
    }
    let always = desk.lengths.map { $0 > 0 ? constant : 0 }
    #expect(desk.worstLateness(always) <= 2 * desk.tolerance)
    if constant > 0 {
      #expect(desk.worstLateness(desk.lengths.map { $0 > 0 ? constant - 1 : 0 }) > 1e-7)
    }
    for interval in plan.intervals {
      #expect(interval.inTimeShare == 1)
      #expect((0...desk.efficiency).contains(interval.occupancy))
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `the least constant rate is that of the tightest window`(seed: UInt64) throws {
    let desk = RandomDesk(seed: seed)
    let rate = try desk.question().leastConstantRate()
    // Both are differences of amounts around 1e5 over times of a second or more.
    #expect(abs(rate - desk.tightestWindow()) <= 1e-9 * max(1, rate))
  }

  @Test(arguments: UInt64(0)..<60)
  func `any schedule is judged as piece by piece from the definition`(seed: UInt64) throws {
    var desk = RandomDesk(seed: seed)
    let people = desk.lengths.map { $0 > 0 ? Int.random(in: 0...6, using: &desk.generator) : 0 }
    let outcome = try desk.question().outcome(people: people)
    for (interval, naive) in zip(outcome, desk.simulate(people)) {
      #expect(abs(interval.arrived - naive.arrived) <= desk.tolerance)
      #expect(abs(interval.workDone - naive.workDone) <= 1e-6)
      #expect(abs(interval.backlog - naive.backlog) <= 1e-6)
      // The naive share counts 400 samples of the work that arrived.
      #expect(abs(interval.inTimeShare - naive.inTimeShare) <= 0.01)
    }
  }

  /// On equal intervals with jumps at boundaries the least staff time is a longest path.
  @Test(arguments: UInt64(0)..<60)
  func `no schedule has less staff time on an even grid`(seed: UInt64) throws {
    let desk = RandomDesk(evenGrid: seed)
    let plan = try desk.question().leastPeople()
    #expect(desk.worstLateness(plan.people) <= 2 * desk.tolerance)
    #expect(plan.people.reduce(0, +) == desk.leastPersonIntervals(atMost: plan.people.max() ?? 0))
  }

  @Test(arguments: UInt64(0)..<60)
  func `more time never needs a higher peak, and more work never a lower one`(seed: UInt64) throws {
    let desk = RandomDesk(seed: seed)
    let peak = try desk.question().leastConstantRate()
    var patient = desk
    for index in patient.jobs.indices { patient.jobs[index].delay += 500 }
    #expect(try patient.question().leastConstantRate() <= peak * (1 + 1e-9) + 1e-9)
    var busy = desk
    for index in busy.jobs.indices { busy.jobs[index].work *= 1.5 }
    #expect(relativeError(try busy.question().leastConstantRate(), peak * 1.5) <= 1e-6 || peak == 0)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a month of quarters of an hour with a thousand people is solved`() throws {
    let mail = try RandomDesk.month()
    let plan = mail.leastPeople()
    #expect(plan.people.max() ?? 0 > 800)
    #expect(plan.people.max() ?? 0 <= mail.leastConstantPeople())
    #expect(plan.intervals.allSatisfy { $0.inTimeShare == 1 })
    let work = plan.intervals.reduce(0) { $0 + $1.workDone }
    let paid = plan.people.reduce(0) { $0 + Double($1) * 900 }
    #expect(work / paid > 0.99)
  }
}
