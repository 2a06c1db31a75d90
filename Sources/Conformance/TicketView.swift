package import Clocks
package import ServiceTime
import Standards
import Synchronization
import TextMatching
package import Tickets

/// A ticket with its replies scanned, as the checks see it.
///
/// A class, since each verdict in the making holds it.
package final class TicketView: Sendable {
  /// The ticket itself, with the topic that its words tell where it names none.
  package let ticket: Ticket
  /// Whether its topic is told from words.
  package let isTopicTold: Bool
  /// Its events as the clocks see them.
  package let log: TicketLog
  /// The replies that are judged on their words, by time.
  package let replies: [Reply]
  /// Messages of a few words that only add to the reply before them, by time.
  package let additions: [Reply]
  /// The position of the last answer of a person among the log's steps.
  let lastAnswer: Int?
  /// The state in which the log leaves the ticket; nil when it never says.
  let finalStatus: TicketStatus?
  /// Why the ticket is none of the desk's work; nil for one that is judged.
  package let leftOut: LeftOut?
  /// Whether the last reply solved the ticket; nil when the log leaves that open.
  let isSolvedByLastReply: Bool?
  /// What the words of its messages are read by.
  let lists: WordLists
  /// What messages and notes say that were read, by event.
  private let texts: Mutex<[Int: ReadText]>
  /// The customer's waits that were asked for.
  private let waits = Mutex<[ResponsePromise.End: [ResponseWait]]>([:])

  /// Why a ticket is not judged.
  package enum LeftOut: Sendable {
    case spam
    /// Told twice.
    case duplicate
    /// It went on as another ticket, and is judged there.
    case merged
  }

  /// A reply of a person.
  package struct Reply: Sendable {
    /// Its index among the ticket's events.
    package let event: Int
    /// Its text, scanned.
    package let scanned: ScannedReply
    /// The indices of the customer's messages that it answers, by time.
    let answers: [Int]
  }

  /// Scans a ticket.
  ///
  /// - Parameters:
  ///   - asOf: The moment up to which the log is known; its last event where nil.
  /// - Complexity: O(bytes of the replies + events · log events).
  init(_ given: Ticket, _ lists: WordLists, asOf: Instant?) {
    var ticket = given
    if ticket.topic == nil { ticket.topic = lists.ofTopics.topic(of: ticket) }
    isTopicTold = given.topic == nil && ticket.topic != nil
    self.ticket = ticket
    self.lists = lists
    let order = ticket.chronologicalIndices.filter { index in
      asOf.map { ticket.events[index].at.instant <= $0 } ?? true
    }
    let prior = ticket.customer.language.flatMap { Language(rawValue: $0) }
    let customer = ticket.customer.name.map { CustomerName($0) }
    var replies: [Reply] = []
    var additions: [Reply] = []
    var unanswered: [Int] = []
    var followsReply = false
    var status: TicketStatus?
    var solvedByLast = SolvedByLast()
    var senses: [Int: MessageSense] = [:]
    var texts: [Int: ReadText] = [:]
    // Of the replies since the customer asked something.
    var asked: MessageSense = []
    // Only later messages, and waits for the customer, depend on what a reply asks.
    let lastOfAll = order.last { index in
      switch ticket.events[index].kind {
      case .message, .status(.pending), .status(.hold): true
      default: false
      }
    }
    for index in order {
      switch ticket.events[index].kind {
      case .message(let message) where message.from == .customer && !message.isAutomatic:
        var sense: MessageSense = []
        if MessageSense.isRead(message.text) {
          let text = ReadText(AuthoredText(message.text).folded, lists)
          texts[index] = text
          sense = MessageSense(
            ofCustomer: text.folded, lists.ofCustomers, customer: customer,
            endsContact: asked.contains(.asksForMore) && !asked.contains(.asksCustomer))
        }
        if sense.isEmpty {
          solvedByLast.customerWrote()
          asked = []
        } else {
          senses[index] = sense
        }
        unanswered.append(index)
        followsReply = false
      case .message(let message) where message.from == .agent && !message.isAutomatic:
        let scanned = ScannedReply(message.text, lists, prior: prior, customer: customer)
        let reply = Reply(event: index, scanned: scanned, answers: unanswered)
        let sense = MessageSense(reply: scanned, lists, isLast: index == lastOfAll)
        senses[index] = sense
        asked.formUnion(sense)
        if followsReply, reply.isShort {
          additions.append(reply)
        } else {
          replies.append(reply)
          solvedByLast.replied()
        }
        unanswered = []
        followsReply = true
      case .status(let value):
        status = value
        solvedByLast.changed(to: value)
      default:
        break
      }
    }
    self.texts = Mutex(texts)
    self.replies = replies
    self.additions = additions
    finalStatus = status
    leftOut = LeftOut(of: ticket, order)
    isSolvedByLastReply = solvedByLast.answer(finally: status)
    log = TicketLog(ticket, asOf: asOf) { senses[$0] ?? [] }
    lastAnswer = log.steps.lastIndex { $0.meaning == .answers }
  }

  /// Whether the ticket was solved in the end, also where thanks opened it again; nil when the log never
  /// speaks of its state.
  ///
  /// - Complexity: O(log steps) where it is not in a state of being solved.
  var isSolved: Bool? {
    finalStatus.map { $0.isDone || log.isDone }
  }

  /// The index of the event by whose date a standard about the ticket is chosen: the customer's first
  /// message, and where there is none the first event; nil without events.
  var clockStart: Int? {
    (log.firstQuestion ?? log.steps.first)?.event
  }

  /// Replies and additions together, by time.
  var allReplies: [Reply] {
    if additions.isEmpty { return replies }
    return (replies + additions).sorted {
      (log.instant(of: $0.event) ?? Instant(seconds: 0), $0.event)
        < (log.instant(of: $1.event) ?? Instant(seconds: 0), $1.event)
    }
  }

  /// What the author of a message wrote, folded; nil where the event is no message.
  ///
  /// - Complexity: O(replies), and O(bytes) for a message that is no reply.
  func authored(at event: Int) -> FoldedText? {
    if let reply = replies.first(where: { $0.event == event }) { return reply.scanned.folded }
    return text(at: event)?.folded
  }

  /// What the author of a message or note wrote; nil where the event is neither.
  ///
  /// - Complexity: O(bytes) the first time.
  func text(at event: Int) -> ReadText? {
    texts.withLock { texts in
      if let text = texts[event] { return text }
      guard ticket.events.indices.contains(event) else { return nil }
      let written: String
      switch ticket.events[event].kind {
      case .message(let message): written = message.text
      case .note(let note): written = note.text
      default: return nil
      }
      let text = ReadText(AuthoredText(written).folded, lists)
      texts[event] = text
      return text
    }
  }

  /// The customer's waits for an answer, by time.
  ///
  /// - Parameter end: Whether a reply that may only hold ends a wait.
  /// - Complexity: O(log steps) the first time.
  func responseWaits(endsAt end: ResponsePromise.End) -> [ResponseWait] {
    waits.withLock { waits in
      if let known = waits[end] { return known }
      let new = log.responseWaits(endsAt: end)
      waits[end] = new
      return new
    }
  }

  /// The message of an event, if it is one.
  func message(at event: Int) -> Message? {
    guard ticket.events.indices.contains(event),
      case .message(let message) = ticket.events[event].kind
    else { return nil }
    return message
  }
}

extension TicketView.LeftOut {
  /// Why a ticket is not judged; nil for one that is.
  ///
  /// - Parameter asOf: The moment up to which the log is known; its last event where nil.
  /// - Complexity: O(events · log events).
  package init?(of ticket: Ticket, asOf: Instant?) {
    let known = ticket.chronologicalIndices.filter { index in
      asOf.map { ticket.events[index].at.instant <= $0 } ?? true
    }
    self.init(of: ticket, known)
  }

  /// - Parameter order: The indices of the events that are known, by time.
  fileprivate init?(of ticket: Ticket, _ order: [Int]) {
    var reason: Self?
    for index in order {
      switch ticket.events[index].kind {
      // The winner's own log may tell of the merge as well.
      case .merge(let winner?) where winner != ticket.id:
        self = .merged
        return
      case .status(let value): reason = Self(value, before: reason)
      default: break
      }
    }
    guard let reason else { return nil }
    self = reason
  }

  /// What a state makes of a ticket that was left out so far, or was not; closing changes nothing.
  fileprivate init?(_ status: TicketStatus, before: Self?) {
    switch status {
    case .spam: self = .spam
    case .duplicate: self = .duplicate
    case .solved, .closed:
      guard let before else { return nil }
      self = before
    case .new, .open, .pending, .hold: return nil
    }
  }
}

extension TicketView.Reply {
  /// The most words that an addition has.
  package static let additionWords = 5

  /// Whether so few words cannot be a reply of their own right after another one: "Invoice
  /// attached." Nobody greets, closes and promises in them, and nobody should.
  fileprivate var isShort: Bool {
    scanned.words(from: 0, to: scanned.folded.bytes.count) <= Self.additionWords
  }
}

/// Works out whether the last reply solved a ticket, from what happens after it.
///
/// A ticket that waits for the customer and is closed a day later was not solved by the reply: a
/// timer closed it, or what the customer wrote meanwhile.
private struct SolvedByLast {
  private var hasChanged = false
  private var isSolved: Bool?

  mutating func replied() {
    hasChanged = false
    isSolved = nil
  }

  mutating func customerWrote() {
    hasChanged = true
  }

  mutating func changed(to status: TicketStatus) {
    if !hasChanged { isSolved = status == .solved || status == .closed }
    hasChanged = true
  }

  /// The answer, given the state in which the log ends; nil when it cannot be told.
  func answer(finally status: TicketStatus?) -> Bool? {
    guard let status else { return nil }
    guard status == .solved || status == .closed else { return false }
    // Solved, though not at once after the reply: it may have been something else.
    return hasChanged && isSolved != true ? nil : true
  }
}
