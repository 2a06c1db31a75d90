package import ServiceTime

/// One thing that happened to a ticket.
package struct TicketEvent: Hashable, Sendable {
  /// When it happened, exact to the second, as the helpdesk wrote it.
  package var at: OffsetInstant
  /// What happened.
  package var kind: Kind
  /// What else the event says, in its order.
  package var fields: [JSONField]

  package init(at: OffsetInstant, kind: Kind, fields: [JSONField] = []) {
    self.at = at
    self.kind = kind
    self.fields = fields
  }

  /// What can happen to a ticket.
  package enum Kind: Hashable, Sendable {
    /// Something the customer sees or wrote.
    case message(Message)
    /// Something only the team sees.
    case note(Note)
    case status(TicketStatus)
    case assign(Assignment)
    /// The ticket has this priority from now on.
    case priority(String)
    /// The ticket goes on in this channel.
    case channel(String)
    /// A live contact was picked up, by this agent if known.
    case answered(agent: String?)
    /// The customer gave up waiting for a live contact.
    case abandoned
    case work(Work)
    case rating(Rating)
    /// The customer was asked what the service was like, on this scale.
    case survey(Rating.Scale)
    /// The ticket was joined with another, whose id may be known.
    case merge(into: String?)
    /// An event of a type that kwadrans does not know; everything it says is in the fields.
    case other(type: String)
  }
}

/// A message between the desk and the customer.
package struct Message: Hashable, Sendable {
  package enum Sender: String, Hashable, Sendable, CaseIterable {
    case customer, agent, system
  }

  package var from: Sender
  /// Which agent wrote it, if it says.
  package var agent: String?
  package var text: String
  /// Whether a machine wrote it: as the event says, otherwise true exactly for `system`.
  package var isAutomatic: Bool

  package init(from: Sender, agent: String? = nil, text: String, isAutomatic: Bool? = nil) {
    self.from = from
    self.agent = agent
    self.text = text
    self.isAutomatic = isAutomatic ?? (from == .system)
  }
}

/// A note among colleagues.
package struct Note: Hashable, Sendable {
  package var agent: String?
  package var text: String

  package init(agent: String? = nil, text: String) {
    self.agent = agent
    self.text = text
  }
}

/// What state a ticket is in.
package enum TicketStatus: String, Hashable, Sendable, CaseIterable {
  case new, open, pending, hold, solved, closed, spam, duplicate
}

/// Who looks after the ticket from now on; both nil: nobody.
package struct Assignment: Hashable, Sendable {
  package var agent: String?
  package var group: String?

  package init(agent: String? = nil, group: String? = nil) {
    self.agent = agent
    self.group = group
  }
}

/// Time that somebody spent on the ticket.
package struct Work: Hashable, Sendable {
  package var agent: String?
  /// Handling time (unit: s; 0 to 31,622,400, a leap year).
  package var seconds: Double

  package init(agent: String? = nil, seconds: Double) {
    self.agent = agent
    self.seconds = seconds
  }
}

/// What the customer thought of it.
package struct Rating: Hashable, Sendable {
  package enum Scale: String, Hashable, Sendable, CaseIterable {
    /// Would they recommend us (0 to 10).
    case nps
    /// Are they satisfied; the survey decides on the range.
    case csat
    /// Was it easy; the survey decides on the range.
    case ces
  }

  package var scale: Scale
  /// The mark given, on the scale's own range (finite).
  package var score: Double
  /// The customer's own words, if any.
  package var text: String?

  package init(scale: Scale, score: Double, text: String? = nil) {
    self.scale = scale
    self.score = score
    self.text = text
  }
}
