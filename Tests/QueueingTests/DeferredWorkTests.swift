import Queueing
import Testing

struct DeferredWorkTests {
  typealias Parcel = WorkCurve.Parcel

  /// A question in which everything is due the same time after it comes.
  func question(
    grid: [Double], _ parcels: [Parcel], dueAfter delay: Double, efficiency: Double = 1
  ) throws -> DeferredWork {
    try DeferredWork(
      grid: grid, arrivals: WorkCurve(parcels: parcels),
      deadlines: WorkCurve(
        parcels: parcels.map {
          Parcel(from: $0.from + delay, to: $0.to + delay, work: $0.work)
        }),
      efficiency: efficiency)
  }

  let hours = (0...4).map { Double($0) * 3600 }

  @Test func `the morning's mail and the day's are done with few and even people`() throws {
    let mail = try question(
      grid: hours, [Parcel(from: 0, to: 0, work: 7200), Parcel(from: 0, to: 7200, work: 7200)],
      dueAfter: 3600)
    let plan = mail.leastPeople()
    #expect(plan.people == [2, 1, 1, 0])
    #expect(mail.fluidPeople() == [2, 1, 1, 0])
    #expect(mail.leastConstantRate() == 2)
    #expect(mail.leastConstantPeople() == 2)
    #expect(plan.intervals.map(\.arrived) == [10_800, 3600, 0, 0])
    #expect(plan.intervals.map(\.workDone) == [7200, 3600, 3600, 0])
    #expect(plan.intervals.map(\.backlog) == [3600, 3600, 0, 0])
    #expect(plan.intervals.map(\.occupancy) == [1, 1, 1, 0])
    #expect(plan.intervals.allSatisfy { $0.inTimeShare == 1 })
  }

  @Test func `a peak is spread over the time the promise allows`() throws {
    let parcels = [Parcel(from: 3600, to: 3600, work: 14_400)]
    #expect(
      try question(grid: hours, parcels, dueAfter: 3600).leastPeople().people == [0, 4, 0, 0])
    #expect(
      try question(grid: hours, parcels, dueAfter: 7200).leastPeople().people == [0, 2, 2, 0])
    let third = try question(grid: hours, parcels, dueAfter: 10_800)
    #expect(third.leastPeople().people.reduce(0, +) == 4)
    #expect(third.leastPeople().people.max() == 2)
    #expect(third.leastConstantPeople() == 2)
    #expect(relativeError(third.leastConstantRate(), 4.0 / 3) <= 1e-15)
  }

  @Test func `work due after the grid is not asked for, and there is nothing to do before any`()
    throws
  {
    let late = try question(
      grid: hours, [Parcel(from: 0, to: 14_400, work: 14_400)], dueAfter: 20_000)
    #expect(late.leastPeople().people == [0, 0, 0, 0])
    #expect(late.leastPeople().intervals.map(\.backlog) == [3600, 7200, 10_800, 14_400])
    let none = try question(grid: hours, [], dueAfter: 60)
    #expect(none.leastPeople().people == [0, 0, 0, 0])
    #expect(none.leastConstantRate() == 0)
  }

  @Test func `people who may be busy four fifths of the time are more people`() throws {
    let parcels = [Parcel(from: 0, to: 0, work: 14_400)]
    let plan = try question(grid: hours, parcels, dueAfter: 3600, efficiency: 0.8).leastPeople()
    #expect(plan.people == [5, 0, 0, 0])
    #expect(abs(plan.intervals[0].occupancy - 0.8) < 1e-15)
  }

  @Test func `nobody works in closed intervals, and the night's mail is the morning's`() throws {
    // Two days of two hours with a night of two intervals without length between them.
    let mail = try question(
      grid: [0, 3600, 7200, 7200, 7200, 10_800, 14_400],
      [Parcel(from: 0, to: 7200, work: 7200), Parcel(from: 7200, to: 7200, work: 3600)],
      dueAfter: 3600)
    let plan = mail.leastPeople()
    #expect(plan.people == [1, 1, 0, 0, 1, 0])
    #expect(plan.intervals.map(\.arrived) == [3600, 3600, 0, 0, 3600, 0])
    #expect(plan.intervals[2].inTimeShare == 1)
    #expect(plan.intervals[2].fluidPeople == 0)
  }

  @Test func `a deadline in the middle of an interval counts`() throws {
    // 3,600 agent-seconds within ten minutes need six people, if only for ten minutes.
    let mail = try question(grid: hours, [Parcel(from: 0, to: 0, work: 3600)], dueAfter: 600)
    #expect(mail.leastPeople().people == [6, 0, 0, 0])
    #expect(mail.leastConstantRate() == 6)
  }

  @Test func `two people make good in time what one would be late with`() throws {
    let mail = try question(grid: hours, [Parcel(from: 0, to: 0, work: 7200)], dueAfter: 3600)
    #expect(try mail.outcome(people: [2, 0, 0, 0])[0].inTimeShare == 1)
    let late = try mail.outcome(people: [1, 1, 0, 0])
    #expect(late[0].inTimeShare == 0.5)
    #expect(late.map(\.workDone) == [3600, 3600, 0, 0])
    #expect(late.map(\.backlog) == [3600, 0, 0, 0])
    let idle = try mail.outcome(people: [3, 1, 0, 0])
    #expect(relativeError(idle[0].occupancy, 2.0 / 3) < 1e-15)
    #expect(idle[1].occupancy == 0)
  }

  @Test func `late work belongs to the interval in which it came`() throws {
    // One person all day; the first hour brings half an hour of work, the second three hours'.
    let mail = try question(
      grid: hours,
      [Parcel(from: 0, to: 3600, work: 1800), Parcel(from: 3600, to: 3600, work: 10_800)],
      dueAfter: 3600)
    let outcome = try mail.outcome(people: [1, 1, 1, 1])
    for (interval, share) in zip(outcome, [1, 1.0 / 3, 1, 1]) {
      #expect(relativeError(interval.inTimeShare, share) <= 1e-15)
    }
  }

  @Test func `work due in the last moment of the grid counts`() throws {
    let mail = try question(grid: hours, [Parcel(from: 0, to: 0, work: 7200)], dueAfter: 14_400)
    #expect(mail.leastPeople().people.reduce(0, +) == 2)
    #expect(try mail.outcome(people: [0, 0, 0, 0])[0].inTimeShare == 0)
    #expect(try mail.outcome(people: [0, 0, 0, 1])[0].inTimeShare == 0.5)
  }

  @Test func `what came before the grid belongs to its first open interval`() throws {
    let mail = try question(
      grid: [0, 0, 3600, 7200], [Parcel(from: -600, to: -600, work: 3600)], dueAfter: 7800)
    #expect(mail.leastPeople().intervals.map(\.arrived) == [0, 3600, 0])
    #expect(try mail.outcome(people: [0, 0, 0])[1].inTimeShare == 0)
  }

  @Test func `work due before it can be done has no answer`() throws {
    let error = #expect(throws: DeferredWorkError.self) {
      try self.question(grid: self.hours, [Parcel(from: 60, to: 60, work: 300)], dueAfter: 0)
    }
    #expect(error == .dueTooSoon(second: 60, work: 300))
    #expect(
      error?.description
        == "300.0 agent-seconds are due at second 60.0 before anybody can do them; allow more time")
    // A grid without any open time.
    #expect(throws: DeferredWorkError.dueTooSoon(second: 0, work: 300)) {
      try self.question(grid: [0, 0], [Parcel(from: -60, to: -60, work: 300)], dueAfter: 60)
    }
    // Evenly arriving work can be done at once, though.
    let instant = try question(
      grid: hours, [Parcel(from: 0, to: 3600, work: 5400)], dueAfter: 0)
    #expect(instant.leastPeople().people == [2, 0, 0, 0])
  }

  @Test func `moments that rounding split are one`() throws {
    // Due at the boundary, or a nanosecond on either side of it.
    for slip in [-1e-9, 0, 1e-9] {
      let mail = try question(
        grid: hours, [Parcel(from: 0, to: 0, work: 3600)], dueAfter: 3600 + slip)
      #expect(mail.leastPeople().people == [1, 0, 0, 0])
      #expect(abs(mail.leastConstantRate() - 1) < 1e-9)
    }
  }

  @Test func `a part of a person is on duty in one stretch, not by turns`() throws {
    // Three tenths of a person all day, everything due in the evening.
    let quarters = (0...40).map { Double($0) * 900 }
    let mail = try DeferredWork(
      grid: quarters,
      arrivals: WorkCurve(parcels: [Parcel(from: 0, to: 36_000, work: 10_800)]),
      deadlines: WorkCurve(parcels: [Parcel(from: 36_000, to: 36_000, work: 10_800)]))
    let stretch = [Int](repeating: 0, count: 28) + [Int](repeating: 1, count: 12)
    #expect(mail.leastPeople().people == stretch)
    // Two and three tenths: the third person comes for one stretch.
    let more = try question(
      grid: quarters, [Parcel(from: 0, to: 0, work: 82_800)], dueAfter: 36_000)
    let people = more.leastPeople().people
    #expect(people == [Int](repeating: 3, count: 12) + [Int](repeating: 2, count: 28))
  }

  @Test(
    arguments: [
      ([], DeferredWorkError.noIntervals(boundaries: 0)),
      ([7], .noIntervals(boundaries: 1)),
      ([0, 2, 1], .goesBack("the grid", second: 1)),
      ([0, .infinity], .outOfRange("a boundary of the grid", .infinity)),
    ] as [([Double], DeferredWorkError)])
  func `a grid is two or more finite boundaries in order`(
    grid: [Double], expected: DeferredWorkError
  ) {
    #expect(throws: expected) { try self.question(grid: grid, [], dueAfter: 1) }
  }

  @Test(arguments: [0, -1, 1.01, .nan, .infinity])
  func `efficiency is a share`(efficiency: Double) {
    #expect(throws: DeferredWorkError.self) {
      try self.question(grid: [0, 1], [], dueAfter: 1, efficiency: efficiency)
    }
  }

  @Test func `hostile amounts are refused`() throws {
    #expect(throws: DeferredWorkError.self) {
      try self.question(grid: [0, 1], [Parcel(from: 0, to: 0, work: 1e300)], dueAfter: 1)
    }
    let mail = try question(grid: [0, 1], [], dueAfter: 1)
    for people in [[], [1, 1], [-1], [Int.max]] {
      #expect(throws: DeferredWorkError.self) { try mail.outcome(people: people) }
    }
    #expect(throws: DeferredWorkError.self) {
      try self.question(grid: [-1e308, 1e308], [Parcel(from: 0, to: 0, work: 1)], dueAfter: 1)
    }
  }

  @Test func `messages quote the value and say what would be right`() {
    let messages: [(DeferredWorkError, String)] = [
      (
        .outOfRange("a parcel of work", .nan),
        "a parcel of work must be a number between -1e15 and 1e15, not nan"
      ),
      (.goesBack("the grid", second: 1), "the grid must never go back, and does at second 1.0"),
      (.noIntervals(boundaries: 1), "a grid needs two boundaries or more, not 1"),
      (.efficiency(2), "efficiency must be more than 0 and at most 1, not 2.0"),
      (.tooManyPeople(1e9), "1000000000.0 people is more than the ten million this is meant for"),
      (.people("people must be zero or more, not -1"), "people must be zero or more, not -1"),
    ]
    for (error, message) in messages { #expect(error.description == message) }
  }
}
