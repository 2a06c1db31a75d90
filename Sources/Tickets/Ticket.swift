import ServiceTime

/// One case of a customer: who asked, by which channel, and everything that happened.
package struct Ticket: Hashable, Sendable {
  /// The helpdesk's own number or name of the ticket; not empty.
  package var id: String
  /// How the customer came in: `email`, `chat` and so on, as the catalogue names them.
  package var channel: String
  /// What it is about.
  package var topic: String?
  /// How urgent it is, in the helpdesk's words.
  package var priority: String?
  package var customer: Customer
  /// What happened, in the order of the file; see ``isChronological``.
  package var events: [TicketEvent]
  /// What else the line says about the ticket, in its order.
  package var fields: [JSONField]
  package var source: Source

  /// Where a ticket was read.
  package struct Source: Hashable, Sendable {
    /// Which of the reader's files (0-based; see ``TicketReader/paths``).
    package var file: Int
    /// The line in that file (1-based).
    package var line: Int

    package init(file: Int = 0, line: Int = 1) {
      self.file = file
      self.line = line
    }
  }

  package init(
    id: String,
    channel: String,
    topic: String? = nil,
    priority: String? = nil,
    customer: Customer = Customer(),
    events: [TicketEvent] = [],
    fields: [JSONField] = [],
    source: Source = Source()
  ) {
    self.id = id
    self.channel = channel
    self.topic = topic
    self.priority = priority
    self.customer = customer
    self.events = events
    self.fields = fields
    self.source = source
  }

  /// Whether no event stands behind a later one. Events at the same moment keep the file's order.
  ///
  /// - Complexity: O(number of events).
  package var isChronological: Bool {
    zip(events, events.dropFirst()).allSatisfy { $0.at.instant <= $1.at.instant }
  }

  /// The indices of ``events`` by time, those at the same moment in the file's order.
  ///
  /// Verdicts name events by their index in the file, so judges walk these rather than sort copies.
  ///
  /// - Complexity: O(n) when the events are in order already, else O(n log n).
  package var chronologicalIndices: [Int] {
    let indices = Array(events.indices)
    if isChronological { return indices }
    return indices.sorted { (events[$0].at.instant, $0) < (events[$1].at.instant, $1) }
  }
}

/// What the ticket tells about the customer.
package struct Customer: Hashable, Sendable {
  package var id: String?
  package var name: String?
  /// The group of customers, such as `business`.
  package var segment: String?
  /// The customer's language, such as `pl`.
  package var language: String?
  /// What else is said, in the line's order.
  package var fields: [JSONField]

  package init(
    id: String? = nil, name: String? = nil, segment: String? = nil, language: String? = nil,
    fields: [JSONField] = []
  ) {
    self.id = id
    self.name = name
    self.segment = segment
    self.language = language
    self.fields = fields
  }
}
