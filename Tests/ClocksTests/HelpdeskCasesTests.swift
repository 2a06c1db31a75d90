import Clocks
import Foundation
import ServiceTime
import Standards
import Testing
import Tickets

/// Tickets of the public test suites of helpdesks: what they expect must come out of our clocks.
///
/// Where their clocks pause in a state and ours do not, the clock of resolution stands in.
@Suite(.enabled(if: HelpdeskCase.areThere, "needs ../shared, which is absent here"))
struct HelpdeskCasesTests {
  @Test func `a ticket comes out as its helpdesk expects`() throws {
    let cases = try HelpdeskCase.all().filter { $0.id.hasPrefix("zammad") }
    for given in cases { try check(given) }
    #expect(cases.count == 24)
  }

  private func check(_ given: HelpdeskCase) throws {
    let log = TicketLog(given.ticket)
    let runs = log.resolutionRuns(pausedWhile: [.pending])
    let waits = log.responseWaits(endsAt: .anyHuman).map(\.run)
    let answer = log.steps.first { $0.meaning == .answers }?.at
    for (name, expected) in given.expected {
      let found: Int?
      switch name {
      case "first_response_due": found = due(given.target("first_response"), runs, given.hours)
      case "resolution_due": found = due(given.target("resolution"), runs, given.hours)
      case "update_due":
        let open = waits.last { $0.end == .running && given.hasCustomerMessage }
        found = open.flatMap { due(given.target("update"), [$0], given.hours) }
      case "first_response_min": found = counted(runs, given.hours, to: answer) / 60
      case "resolution_min": found = counted(runs, given.hours) / 60
      case "update_min":
        found = waits.filter { $0.end != .running }.map { counted([$0], given.hours) / 60 }.max()
      case "first_response_left_min":
        found = (given.target("first_response") - counted(runs, given.hours, to: answer)) / 60
      case "resolution_left_min":
        found = (given.target("resolution") - counted(runs, given.hours)) / 60
      case "update_left_min":
        let worst =
          waits.filter { $0.end != .running }.map { counted([$0], given.hours) }.max() ?? 0
        found = (given.target("update") - worst) / 60
      case "working_min":
        found =
          counted(runs, given.hours, from: given.minute("window", 0), to: given.minute("window", 1))
          / 60
      case "due_min":
        let start = try #require(given.minute("from_min"))
        let later = try #require(runs.first).begun(by: 0, at: start)
        found = later.due(given.seconds("span_min"), on: given.hours).map {
          ($0.seconds - given.start.seconds) / 60
        }
      default:
        Issue.record("\(given.id) expects '\(name)', which is unknown")
        continue
      }
      // One case ends exactly at closing, and expects the next opening: as many open seconds away.
      if let found, let expected, name.hasSuffix("_due") {
        let between = given.hours.elapsed(
          from: Instant(seconds: found), to: Instant(seconds: expected))
        #expect(found <= expected && between == 0, "\(given.id) \(name)")
      } else {
        #expect(found == expected, "\(given.id) \(name)")
      }
    }
  }

  private func counted(
    _ runs: [ClockRun], _ hours: OpeningHours, from start: Instant? = nil, to end: Instant? = nil
  ) -> Int {
    runs.map { $0.counted(on: hours, from: start, to: end) }.reduce(0, +)
  }

  /// When so much time is over, on a clock that goes on in the next run (epoch s).
  private func due(_ seconds: Int, _ runs: [ClockRun], _ hours: OpeningHours) -> Int? {
    var left = seconds
    for run in runs.dropLast() {
      if let due = run.instant(counting: left, on: hours) { return due.seconds }
      left -= run.counted(on: hours)
    }
    return runs.last?.due(left, on: hours)?.seconds
  }

  @Test func `a promise is missed, kept or open as its helpdesk expects`() throws {
    let cases = try HelpdeskCase.all().filter { $0.id.hasPrefix("cw") }
    for given in cases {
      let log = TicketLog(given.ticket, asOf: given.now)
      let target = try #require(given.targets.first)
      let run: ClockRun?
      switch target.key {
      case "first_response": run = log.responseWaits(endsAt: .anyHuman).first?.run
      case "next_response": run = log.responseWaits(endsAt: .anyHuman).dropFirst().first?.run
      default: run = log.resolutionRuns().first
      }
      let reckoning = try #require(
        run?.reckon([
          Target(from: nil, hours: .always, seconds: target.value, resets: false)
        ]))
      let isSolved = log.resolutionRuns().first?.end != .running
      let status = reckoning.isLate ? "missed" : isSolved ? "hit" : "active"
      #expect(status == given.status, "\(given.id)")
    }
    #expect(cases.count == 6)
  }
}

/// A ticket of a public test suite, with what is expected of it.
struct HelpdeskCase {
  private typealias Object = [String: Any]

  let id: String
  let hours: OpeningHours
  let ticket: Ticket
  let start: Instant
  let now: Instant?
  /// Targets (unit: s).
  let targets: [String: Int]
  /// What is expected by name: moments (epoch s) and lengths (min); nil where there must be none.
  let expected: [String: Int?]
  let status: String?
  let hasCustomerMessage: Bool
  private let given: Object

  func target(_ name: String) -> Int { targets[name] ?? 0 }

  /// A number of minutes (unit: s).
  func seconds(_ name: String) -> Int { (given[name] as? Int ?? 0) * 60 }

  /// The moment so many minutes after the start.
  func minute(_ name: String, _ index: Int? = nil) -> Instant? {
    let number = index.map { (given[name] as? [Int])?[$0] } ?? given[name] as? Int
    return number.map { Instant(seconds: start.seconds + $0 * 60) }
  }

  private static let file: URL = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["KWADRANS_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "reference/clock/public_suites.json")
  }()

  static var areThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  /// The cases that are not contested; that a promise which no longer fits is no promise is tested where
  /// promises are chosen.
  static func all() throws -> [HelpdeskCase] {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? Object
    let cases = try #require(json?["cases"] as? [Object])
    return try cases.filter {
      $0["op"] as? String == "ticket" && $0["contested"] == nil
        && $0["id"] as? String != "zammad-011"
    }.map { try HelpdeskCase($0) }
  }

  private init(_ given: Object) throws {
    self.given = given
    id = try #require(given["id"] as? String)
    hours = try Self.hours(try #require(given["calendar"] as? Object))
    targets = (given["targets_min"] as? [String: Int] ?? [:]).mapValues { $0 * 60 }
    let expected = try #require(given["expected"] as? Object)
    status = expected["status"] as? String
    self.expected = try expected.filter { !($0.value is String) || $0.key.hasSuffix("_due") }
      .mapValues {
        try ($0 as? String).map { try Self.instant($0).seconds } ?? $0 as? Int
      }
    // 2013-03-18, a Monday, where only minutes are given.
    let monday = Instant(seconds: 1_363_564_800)
    var events: [(Int, String, String)] = []
    if let list = given["events"] as? [Object] {
      for event in list {
        let at: Int =
          if let text = event["at"] as? String { try Self.instant(text).seconds } else {
            monday.seconds + (event["at"] as? Int ?? 0) * 60
          }
        events.append((at, event["what"] as? String ?? "", event["value"] as? String ?? ""))
      }
      now = nil
    } else {
      let minutes = try #require(given["events_min_from_creation"] as? [String: Int])
      events.append((monday.seconds, "customer_message", ""))
      for (name, minute) in minutes { events.append((monday.seconds + minute * 60, name, "")) }
      // Who is answered and writes again does so in this order.
      events.sort { ($0.0, $0.1) < ($1.0, $1.1) }
      now = minutes["now"].map { Instant(seconds: monday.seconds + $0 * 60) }
    }
    start = Instant(seconds: try #require(events.first).0)
    hasCustomerMessage = events.contains { $0.1 == "customer_message" }
    let isPendingFromStart = ["zammad-015", "zammad-016", "zammad-017"].contains(id)
    ticket = Ticket(
      id: id, channel: "email",
      events: try events.compactMap { at, what, value in
        let kind: TicketEvent.Kind
        switch what {
        case "created": kind = .status(isPendingFromStart ? .pending : .new)
        case "customer_message", "waiting_since":
          kind = .message(Message(from: .customer, text: "?"))
        case "first_response", "agent_message", "first_reply":
          kind = .message(Message(from: .agent, agent: "ola", text: "!"))
        case "state": kind = .status(try #require(TicketStatus(rawValue: value)))
        case "closed", "resolved": kind = .status(.solved)
        case "now": return nil
        default: throw Unknown(what: what)
        }
        return TicketEvent(
          at: OffsetInstant(instant: Instant(seconds: at), utcOffset: 0), kind: kind)
      })
  }

  private struct Unknown: Error { let what: String }

  private static func instant(_ text: String) throws -> Instant {
    try OffsetInstant(iso8601: Array(text.utf8)).instant
  }

  private static func hours(_ calendar: Object) throws -> OpeningHours {
    var entries: [WeeklyHours.Entry] = []
    for (name, ranges) in try #require(calendar["hours"] as? [String: [[String]]]) {
      let day = try #require(try Weekday.days(written: name).first)
      for range in ranges {
        entries.append(.init(day: day, range: try ClockRange(written: "\(range[0])-\(range[1])")))
      }
    }
    var closed: [CivilDate: String] = [:]
    for date in calendar["holidays"] as? [String] ?? [] {
      closed[try CivilDate(written: date)] = ""
    }
    return OpeningHours(
      zone: try .named(try #require(calendar["tz"] as? String)), week: try WeeklyHours(entries),
      closed: closed)
  }
}
