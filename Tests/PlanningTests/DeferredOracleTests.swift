import Planning
import ServiceTime
import Standards
import Testing

/// Plans for deferred channels against ``MinuteDesk``, which knows neither curves nor axes.
struct DeferredOracleTests {
  /// A question with a fixed seed.
  struct Question: CustomTestStringConvertible, Sendable {
    var first: String
    var minutes: Int
    var hours: String
    var within: String
    var delay: String?
    var cap: String?
    var handling: String
    var perHour: Double
    var repeats = false

    var testDescription: String {
      "\(first) \(minutes) min \(hours) \(within) \(delay ?? "-") \(cap ?? "-") x\(perHour)"
    }

    var catalogue: String {
      """
      catalogue: {name: Desk, languages: [en]}
      calendars:
        desk:
          time-zone: Europe/Warsaw
          open: {mon-fri: 08:00-20:00, sat: 09:00-15:00}
          holidays: PL
        split:
          time-zone: Europe/Warsaw
          open: {mon-fri: [08:30-12:10, 12:40-16:55], sun: 22:00-02:30}
        nights:
          time-zone: Europe/Warsaw
          open: {sat: 20:00-01:15, sun: 01:30-03:30, mon-fri: 10:00-11:00}
      channels:
        email: {kind: deferred\(delay.map { ", intake-delay: \($0)" } ?? "")}
      standards:
        - {id: mail, title: Mail,
           first-response: {within: \(within), share: 95%, hours: \(hours)}}
      """
    }

    /// Contacts of each interval for some days, then none for some more, so that everything is due
    /// before the end; a span that repeats needs no such end.
    func contacts() -> [Double] {
      var generator = SplitMix(seed: UInt64(minutes) &* 31 &+ UInt64(perHour * 1000))
      let day = 1440 / minutes
      return (0..<(repeats ? 7 : 9) * day).map { index in
        guard repeats || index < 4 * day else { return 0 }
        let hour = Double(index % day) * Double(minutes) / 60
        let shape = hour < 6 ? 0.1 : hour < 9 ? 0.6 : hour < 18 ? 1 : 0.4
        let noise = Double.random(in: 0.2..<1.8, using: &generator)
        return perHour * shape * noise * Double(minutes) / 60
      }
    }
  }

  static let questions: [Question] = [
    Question(
      first: "2026-03-02T00:00:00+01:00", minutes: 60, hours: "desk", within: "15 min", delay: nil,
      cap: nil, handling: "5 min", perHour: 20),
    Question(
      first: "2026-03-02T00:00:00+01:00", minutes: 15, hours: "desk", within: "15 min",
      delay: "10 min", cap: "85%", handling: "6 min", perHour: 12),
    Question(
      first: "2026-03-02T00:00:00+01:00", minutes: 30, hours: "desk", within: "4 h", delay: "5 min",
      cap: "85%", handling: "8 min", perHour: 30),
    // Clocks are put forward in the night to 29 March and back in the night to 25 October.
    Question(
      first: "2026-03-27T00:00:00+01:00", minutes: 60, hours: "desk", within: "2 h",
      delay: "10 min",
      cap: "90%", handling: "7 min", perHour: 15),
    Question(
      first: "2026-10-23T00:00:00+02:00", minutes: 30, hours: "split", within: "90 min",
      delay: "20 min",
      cap: nil, handling: "4 min", perHour: 25),
    Question(
      first: "2026-03-27T00:00:00+01:00", minutes: 15, hours: "nights", within: "45 min",
      delay: "5 min", cap: nil, handling: "5 min", perHour: 9),
    Question(
      first: "2026-10-23T00:00:00+02:00", minutes: 15, hours: "nights", within: "45 min",
      delay: nil,
      cap: nil, handling: "5 min", perHour: 9),
    // Good Friday is open, Easter Sunday and Monday are not; 11 November is a Wednesday.
    Question(
      first: "2026-04-03T00:00:00+02:00", minutes: 60, hours: "desk", within: "1 h", delay: nil,
      cap: "80%", handling: "5 min", perHour: 22),
    Question(
      first: "2026-11-09T00:00:00+01:00", minutes: 30, hours: "desk", within: "30 min",
      delay: "10 min", cap: nil, handling: "5 min", perHour: 18),
    Question(
      first: "2026-11-09T00:00:00+01:00", minutes: 30, hours: "always", within: "20 min",
      delay: "10 min", cap: "85%", handling: "5 min", perHour: 18),
    Question(
      first: "2026-11-09T00:00:00+01:00", minutes: 60, hours: "desk", within: "12 h", delay: nil,
      cap: "85%", handling: "9 min", perHour: 40),
  ]

  /// One of each sort: whoever can be spared is searched for again and again.
  static let repeated: [Question] = [0, 3, 5, 10].map { index in
    var question = questions[index]
    question.repeats = true
    return question
  }

  /// The plan of a question, with the desk that shows what comes of it.
  func answer(_ question: Question) throws -> (people: [Int], desk: MinuteDesk) {
    let first = try OffsetInstant(iso8601: Array(question.first.utf8)).instant
    let contacts = question.contacts()
    let rows = contacts.indices.map { index in
      let instant = Instant(seconds: first.seconds + index * question.minutes * 60)
      return "\(OffsetInstant(instant: instant, utcOffset: 3600)),email,\(contacts[index])"
    }
    let plan = try plan(
      (["start,channel,contacts"] + rows).joined(separator: "\n"),
      workload: try workload(handling: question.handling, cap: question.cap),
      catalogue: question.catalogue, repeats: question.repeats)
    let channel = try #require(plan.channels.first)
    let intervals = channel.intervals.map {
      MinuteDesk.Interval(start: $0.start.seconds, work: $0.contacts * $0.handlingSeconds)
    }
    let cap = question.cap.flatMap { Share(written: $0)?.fraction } ?? 1
    let desk = MinuteDesk(
      intervals, length: question.minutes * 60, hours: channel.promise.hours,
      within: channel.promise.within.seconds,
      delay: channel.promise.channel.intakeDelay?.seconds ?? 0, cap: cap)
    #expect(abs(channel.contactsDueLater) < 1e-9)
    return (channel.intervals.map(\.formula), desk)
  }

  // Work amounts to some hundred thousand agent-seconds, so rounding stays far below these.
  let rounding = 1e-4

  @Test(arguments: questions)
  func `every contact is answered in time and nobody can be spared`(question: Question) throws {
    let (people, desk) = try answer(question)
    #expect(people.reduce(0, +) > 0)
    #expect(desk.deadline.prefix(4 * 1440).allSatisfy { $0 != nil })
    #expect(desk.worstLateness(people: people) <= rounding)
    // Every fifth quarter of an hour is enough; each costs a simulation.
    let step = question.minutes == 15 ? 5 : 1
    for index in stride(from: 0, to: people.count, by: step) where people[index] > 0 {
      var fewer = people
      fewer[index] -= 1
      #expect(desk.worstLateness(people: fewer) > rounding, "interval \(index)")
    }
  }

  @Test(arguments: questions)
  func `nobody is on duty while the desk is closed`(question: Question) throws {
    let (people, desk) = try answer(question)
    for index in people.indices where desk.openSeconds(index) == 0 { #expect(people[index] == 0) }
  }

  /// Whole people waste at most what one person does in each interval in which somebody is there,
  /// and what the steepest hour leaves idle; a loose promise leaves little idle.
  @Test(arguments: questions)
  func `people do the work and little more`(question: Question) throws {
    let (people, desk) = try answer(question)
    let capacity = desk.capacity(people: people)
    let work = desk.arrived.last ?? 0
    #expect(capacity >= work - rounding)
    if desk.within >= 4 * 3600 { #expect(capacity <= work * 1.12) }
  }

  @Test(arguments: repeated)
  func `a plan that repeats is in time every week`(question: Question) throws {
    let (people, week) = try answer(question)
    let desk = MinuteDesk(repeating: week, times: 4)
    func isInTime(_ people: [Int]) -> Bool {
      // A little too much work every week shows in the deadlines only after many weeks.
      week.capacity(people: people) >= (week.arrived.last ?? 0) - rounding
        && desk.worstLateness(people: (0..<4).flatMap { _ in people }) <= rounding
    }
    #expect(isInTime(people))
    let step = question.minutes == 15 ? 11 : 3
    for index in stride(from: 0, to: people.count, by: step) where people[index] > 0 {
      var fewer = people
      fewer[index] -= 1
      #expect(!isInTime(fewer), "interval \(index)")
    }
  }
}
