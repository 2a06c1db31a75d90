import Conformance
import Foundation
import ServiceTime
import Standards
import Synchronization
import Testing
import Tickets

/// Tickets in a few words, with everything that can happen to them.
enum KindLog {
  /// A ticket of events such as `2026-03-02T09:00 agent:ola Done.`
  ///
  /// The second word is `customer`, `agent:NAME`, `auto:NAME`, `system`, `note:NAME`, `status`,
  /// `assign` (then a name, `@GROUP`, both or neither), `channel`, `priority`, `answered`,
  /// `abandoned`, `survey` or `rating`. The day may be left out: 2 March 2026 then. Times are those of
  /// Warsaw in winter.
  static func ticket(
    id: String = "T-1", channel: String = "email", topic: String? = "outage",
    priority: String? = nil, customer: Customer = Customer(id: "c-1"), fields: [JSONField] = [],
    _ events: [String]
  ) throws -> Ticket {
    Ticket(
      id: id, channel: channel, topic: topic, priority: priority, customer: customer,
      events: try events.map { try event($0) }, fields: fields)
  }

  static func instant(_ written: String) throws -> Instant {
    let day = written.contains("T") ? written : "2026-03-02T\(written)"
    return try OffsetInstant(iso8601: Array("\(day):00+01:00".utf8)).instant
  }

  private static func event(_ line: String) throws -> TicketEvent {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    let text = words.count > 2 ? words[2] : ""
    let parts = words[1].split(separator: ":").map(String.init)
    let agent = parts.count > 1 ? parts[1] : nil
    let kind: TicketEvent.Kind
    switch parts[0] {
    case "customer": kind = .message(Message(from: .customer, text: text))
    case "agent": kind = .message(Message(from: .agent, agent: agent, text: text))
    case "auto":
      kind = .message(Message(from: .agent, agent: agent, text: text, isAutomatic: true))
    case "system": kind = .message(Message(from: .system, text: text))
    case "note": kind = .note(Note(agent: agent, text: text))
    case "status": kind = .status(try #require(TicketStatus(rawValue: text)))
    case "assign":
      let names = text.split(separator: " ").map(String.init)
      kind = .assign(
        Assignment(
          agent: names.first { !$0.hasPrefix("@") },
          group: names.first { $0.hasPrefix("@") }.map { String($0.dropFirst()) }))
    case "channel": kind = .channel(text)
    case "priority": kind = .priority(text)
    case "answered": kind = .answered(agent: agent)
    case "abandoned": kind = .abandoned
    case "survey": kind = .survey(try #require(Rating.Scale(rawValue: text)))
    case "rating":
      kind = .rating(Rating(scale: try #require(Rating.Scale(rawValue: text)), score: 5))
    default:
      kind = .other(type: words[1])
      Issue.record("no such event: \(line)")
    }
    return TicketEvent(
      at: OffsetInstant(instant: try instant(words[0]), utcOffset: 3600), kind: kind)
  }

  /// Auditors that were made before: making one costs more than judging a ticket.
  private static let auditors = Mutex<[[String]: Auditor]>([:])

  static func auditor(_ standards: [String]) throws -> Auditor {
    if let made = auditors.withLock({ $0[standards] }) { return made }
    let auditor = try Desk.auditor(standards)
    auditors.withLock { $0[standards] = auditor }
    return auditor
  }

  /// The verdict of the standard with id `x` on a ticket.
  static func judge(
    _ ticket: Ticket, by requirement: String, and others: [String] = [], asOf: String? = nil,
    contacts: [Ticket]? = nil
  ) throws -> Verdict {
    let auditor = try auditor(["{id: x, title: X, \(requirement)}"] + others)
    let moment = try asOf.map { try instant($0) }
    var index: ContactIndex?
    if let contacts {
      var all = ContactIndex(asOf: moment)
      for contact in contacts { auditor.note(contact, in: &all) }
      index = all
    }
    let verdicts = auditor.audit(ticket, asOf: moment, contacts: index).verdicts
      .filter { $0.standard == "x" }
    #expect(verdicts.count == 1)
    let verdict = try #require(verdicts.first)
    #expect(verdict.event == nil)
    return verdict
  }
}

extension Verdict {
  /// The events that it rests on.
  var events: [Int] {
    for case .events(let events) in evidence { return events }
    return []
  }

  /// The times that it rests on.
  var waits: [Evidence.Wait] {
    evidence.compactMap { if case .time(let wait) = $0 { wait } else { nil } }
  }
}

/// A log with what is made of it; the message must contain these words.
struct Expected: Sendable, CustomTestStringConvertible {
  let name: String
  let events: [String]
  let outcome: Verdict.Outcome
  let words: String
  /// The events of the evidence; not looked at where nil.
  let proof: [Int]?

  init(
    _ name: String, _ events: [String], _ outcome: Verdict.Outcome, _ words: String = "",
    proof: [Int]? = nil
  ) {
    self.name = name
    self.events = events
    self.outcome = outcome
    self.words = words
    self.proof = proof
  }

  var testDescription: String { name }

  func check(_ verdict: Verdict, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      verdict.outcome == outcome, "\(name): \(verdict.message)", sourceLocation: sourceLocation)
    #expect(
      words.isEmpty || verdict.message.contains(words), "\(name): \(verdict.message)",
      sourceLocation: sourceLocation)
    if let proof {
      #expect(verdict.events == proof, "\(name)", sourceLocation: sourceLocation)
    }
  }
}
