package import ServiceTime
import Tickets

/// When customers got in touch, over all tickets: a few bytes each.
package struct ContactIndex: Sendable {
  /// A customer's first message in a ticket.
  package struct Contact: Hashable, Sendable {
    package let ticket: String
    package let at: Instant
    package let topic: String?
  }

  /// The moment up to which tickets are known: the latest event of any; nil before the first.
  package private(set) var latest: Instant?

  private let asOf: Instant?
  /// Whether no customer has another ticket, whoever it is.
  private let isOfOneTicket: Bool
  private var entries: [Entry] = []
  /// For each customer the last of their entries.
  private var last: [String: Int32] = [:]
  private var topics: [String] = []
  private var indices: [String: Int32] = [:]

  private struct Entry {
    let ticket: String
    let at: Instant
    /// The index of the topic; -1 where none is named.
    let topic: Int32
    /// The customer's entry before this one; -1 where it is the first.
    let previous: Int32
  }

  /// Knows of no contact yet.
  ///
  /// - Parameter asOf: Later events are left out.
  package init(asOf: Instant? = nil) {
    self.init(asOf: asOf, isOfOneTicket: false)
  }

  private init(asOf: Instant?, isOfOneTicket: Bool) {
    self.asOf = asOf
    self.isOfOneTicket = isOfOneTicket
  }

  /// For a ticket that stands for itself, such as an example.
  package static let noOthers = ContactIndex(asOf: nil, isOfOneTicket: true)

  /// Notes a ticket's contact: the customer's first message, unless it is spam.
  ///
  /// - Parameter asks: Whether the text of a message wants an answer.
  /// - Complexity: O(events), besides `asks` for the first messages.
  mutating func add(_ ticket: Ticket, asks: (String) -> Bool) {
    var first: Instant?
    for index in ticket.chronologicalIndices {
      let event = ticket.events[index]
      let at = event.at.instant
      if let asOf, at > asOf { break }
      latest = max(latest ?? at, at)
      switch event.kind {
      case .status(.spam): return
      case .message(let message) where first == nil:
        guard message.from == .customer, !message.isAutomatic, asks(message.text) else { continue }
        first = at
      default: break
      }
    }
    guard let first, let customer = ticket.customer.id, entries.count < Int32.max else { return }
    entries.append(
      Entry(
        ticket: ticket.id, at: first, topic: ticket.topic.map { number(of: $0) } ?? -1,
        previous: last[customer] ?? -1))
    last[customer] = Int32(entries.count - 1)
  }

  private mutating func number(of topic: String) -> Int32 {
    if let index = indices[topic] { return index }
    let index = Int32(clamping: topics.count)
    topics.append(topic)
    indices[topic] = index
    return index
  }

  /// Whether it can tell of other tickets of this ticket's customer.
  func knowsOthers(of ticket: Ticket) -> Bool {
    isOfOneTicket || ticket.customer.id != nil
  }

  /// The customer's contacts in other tickets after one moment, up to another, by time.
  ///
  /// - Complexity: O(n log n) for a customer's n tickets.
  func others(
    than ticket: Ticket, after start: Instant, through end: Instant
  ) -> [Contact] {
    guard let customer = ticket.customer.id else { return [] }
    var found: [Contact] = []
    var index = Int(last[customer] ?? -1)
    while entries.indices.contains(index) {
      let entry = entries[index]
      if entry.ticket != ticket.id, entry.at > start, entry.at <= end {
        let topic = topics.indices.contains(Int(entry.topic)) ? topics[Int(entry.topic)] : nil
        found.append(Contact(ticket: entry.ticket, at: entry.at, topic: topic))
      }
      index = Int(entry.previous)
    }
    return found.sorted { ($0.at, $0.ticket) < ($1.at, $1.ticket) }
  }
}
