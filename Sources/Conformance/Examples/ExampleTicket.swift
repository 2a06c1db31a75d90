import ServiceTime
import Standards
import TextMatching
import Tickets

/// A ticket made up around an example, so that the auditor can judge it like any other.
///
/// It is what the standard is about: the first of its channels, topics, priorities and segments; for
/// offers, a topic in which they are forbidden; for empathy and words that are required, one in which
/// these are owed. Its customer is called Anna Nowak where names matter, and wrote what the reply quotes
/// at its start (`> …`); where languages matter and nothing is quoted, the customer reads the catalogue's
/// first one. What is asked of the last reply is asked of a ticket that was solved; all others stay open.
struct ExampleTicket {
  let ticket: Ticket
  /// The replies by their events, with where they begin in the example (UTF-8 offset of its text).
  let replies: [Int: (start: Int, text: String)]

  /// A ticket with the example's reply.
  ///
  /// Where the standard is about tickets as a whole (`stage: ticket`), each paragraph of the example
  /// is a reply of its own, with a word of the customer's between.
  init(_ text: String, for standard: Standard, in catalogue: Catalogue, at start: Instant) {
    var ticket = Self.frame(for: standard, in: catalogue)
    ticket.customer.language = standard.scope.languages?.first
    let question = standard.stage == .ticket ? nil : QuotedOpening(of: text).quoted
    if case .language = standard.requirement, question == nil {
      ticket.customer.language = ticket.customer.language ?? catalogue.languages.first
    }
    let paragraphs =
      standard.stage == .ticket ? Self.paragraphs(of: text) : [(start: 0, text: text)]
    var replies: [Int: (start: Int, text: String)] = [:]
    var second = start.seconds
    for paragraph in paragraphs {
      ticket.add(.message(Message(from: .customer, text: question ?? "?")), at: second)
      replies[ticket.events.count] = paragraph
      ticket.add(.message(Message(from: .agent, text: paragraph.text)), at: second + 60)
      second += 120
    }
    ticket.add(.status(standard.stage == .lastReply ? .solved : .open), at: second)
    self.ticket = ticket
    self.replies = replies
  }

  /// A ticket with a question and its answer.
  init(
    asked: Instant, answered: Instant, for standard: Standard, in catalogue: Catalogue
  ) {
    var ticket = Self.frame(for: standard, in: catalogue)
    if case .nextResponse = standard.requirement {
      // The question is not the first one: that was answered at once.
      ticket.add(.message(Message(from: .customer, text: "?")), at: asked.seconds)
      ticket.add(.message(Message(from: .agent, text: "Done.")), at: asked.seconds)
    }
    ticket.add(.message(Message(from: .customer, text: "?")), at: asked.seconds)
    ticket.add(.answered(agent: nil), at: answered.seconds)
    ticket.add(.message(Message(from: .agent, text: "Done.")), at: answered.seconds)
    ticket.add(.status(.solved), at: answered.seconds)
    self.ticket = ticket
    replies = [:]
  }

  /// A ticket to which happened what a log says, event by event.
  ///
  /// - Parameters:
  ///   - moments: When each of its lines happened.
  ///   - zone: Whose clocks the desk lives by.
  init(
    _ log: Examples.Log, at moments: [Instant], zone: ZoneTable, for standard: Standard,
    in catalogue: Catalogue
  ) {
    var ticket = Self.frame(for: standard, in: catalogue)
    ticket.customer.language = standard.scope.languages?.first
    ticket.id = log.id ?? ticket.id
    ticket.channel = log.channel ?? ticket.channel
    ticket.topic = log.topic ?? ticket.topic
    ticket.priority = log.priority ?? ticket.priority
    ticket.customer.segment = log.segment ?? ticket.customer.segment
    ticket.fields = log.fields.map { JSONField($0.name, .string($0.text)) }
    ticket.events = zip(log.events, moments).map { event, moment in
      TicketEvent(
        at: OffsetInstant(instant: moment, utcOffset: zone.offset(at: moment)), event)
    }
    self.ticket = ticket
    replies = [:]
  }

  private static func frame(for standard: Standard, in catalogue: Catalogue) -> Ticket {
    let scope = standard.scope
    var topic = scope.topics?.first
    func meant(_ topics: [String]) -> String? {
      topics.first { scope.topics?.contains($0) ?? true }
    }
    var name: String?
    switch standard.requirement {
    case .upsell(let kind):
      topic = meant(kind.neverWhen.topics) ?? topic ?? meant(kind.offerWhen.topics)
    case .empathy(let kind): topic = meant(kind.when.topics) ?? topic
    case .wording(let kind): topic = meant(kind.require.flatMap(\.topics)) ?? topic
    case .addressByName: name = "Anna Nowak"
    default: break
    }
    return Ticket(
      id: "example", channel: scope.channels?.first ?? catalogue.channels.first?.name ?? "email",
      topic: topic, priority: scope.priorities?.first,
      customer: Customer(name: name, segment: scope.segments?.first))
  }

  /// The parts of a text between empty lines, without the white space around them.
  static func paragraphs(of text: String) -> [(start: Int, text: String)] {
    var found: [(start: Int, text: String)] = []
    var start: Int?
    var end = 0
    var offset = 0
    func close() {
      guard let start else { return }
      let bytes = Array(text.utf8)[start..<end]
      found.append((start, String(decoding: bytes, as: UTF8.self)))
    }
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isEmpty = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if isEmpty {
        close()
        start = nil
      } else {
        start = start ?? offset
        end = offset + line.count
      }
      offset += line.count + 1
    }
    close()
    return found
  }
}

extension Ticket {
  fileprivate mutating func add(_ kind: TicketEvent.Kind, at second: Int) {
    events.append(
      TicketEvent(
        at: OffsetInstant(instant: Instant(seconds: second), utcOffset: 0), kind: kind))
  }
}
