package import ServiceTime
package import Tickets

/// A ticket's events by time, as clocks see them.
///
/// Every clock is a fold over these steps. Nothing is stored that the events do not say, so a clock
/// can be recomputed from the log at any time and for any moment.
package struct TicketLog: Sendable {
  /// What an event means to a clock.
  package enum Meaning: Hashable, Sendable {
    /// The customer writes something that wants an answer.
    case asks
    /// The customer's thanks, or a machine of theirs: it starts no clock and reopens nothing.
    case remarks
    /// A person of ours writes to the customer.
    case answers
    /// A machine of ours writes to the customer.
    case automatic
    case status(TicketStatus)
    case assigned(Assignment)
    /// A live contact was picked up.
    case pickedUp
    /// The customer gave up waiting for a live contact.
    case abandoned
    /// A colleague did something that the customer does not see: a note, or work.
    case touched
    /// Anything else.
    case other
  }

  /// An event with its moment and meaning.
  package struct Step: Hashable, Sendable {
    /// The index among the ticket's events.
    package let event: Int
    package let at: Instant
    package let meaning: Meaning
    /// What the message's words mean; empty for what is no message.
    package let sense: MessageSense
  }

  package let ticket: Ticket
  /// The events up to ``end``, by time; those of one moment in the order of the file.
  package let steps: [Step]
  /// The moment up to which the log is known; nil when it has no events.
  package let end: Instant?
  /// Whether the log ever speaks of the ticket's state.
  package let hasStatus: Bool

  /// Reads a ticket.
  ///
  /// - Parameters:
  ///   - asOf: The moment up to which the log is known; its last event where nil. Later events are
  ///     left out.
  ///   - sense: What the words of the message at an event (its index) mean.
  /// - Complexity: O(n) for n events in order, else O(n log n).
  package init(
    _ ticket: Ticket, asOf: Instant? = nil, sense: (Int) -> MessageSense = { _ in [] }
  ) {
    self.ticket = ticket
    var steps: [Step] = []
    steps.reserveCapacity(ticket.events.count)
    var hasStatus = false
    for index in ticket.chronologicalIndices {
      let event = ticket.events[index]
      if let asOf, event.at.instant > asOf { break }
      let isMessage = if case .message = event.kind { true } else { false }
      let sense = isMessage ? sense(index) : []
      let meaning = Self.meaning(of: event.kind, sense)
      if case .status = meaning { hasStatus = true }
      steps.append(Step(event: index, at: event.at.instant, meaning: meaning, sense: sense))
    }
    self.steps = steps
    self.hasStatus = hasStatus
    end = asOf ?? steps.last?.at
  }

  private static func meaning(of kind: TicketEvent.Kind, _ sense: MessageSense) -> Meaning {
    switch kind {
    case .message(let message):
      switch message.from {
      case .customer:
        let isBare = !sense.isDisjoint(with: [.thanks, .outOfOffice])
        return message.isAutomatic || isBare ? .remarks : .asks
      case .agent: return message.isAutomatic ? .automatic : .answers
      case .system: return .automatic
      }
    case .status(let status): return .status(status)
    case .assign(let assignment): return .assigned(assignment)
    case .answered: return .pickedUp
    case .abandoned: return .abandoned
    case .note, .work: return .touched
    case .priority, .channel, .rating, .survey, .merge, .other: return .other
    }
  }

  /// The customer's first message that wants an answer.
  package var firstQuestion: Step? { steps.first { $0.meaning == .asks } }

  /// Whether a person of ours wrote before the customer did.
  package var isBegunByCompany: Bool {
    steps.first { $0.meaning == .asks || $0.meaning == .answers }?.meaning == .answers
  }

  /// Whether nothing is left to do when the log ends: thanks, and a helpdesk that opens the ticket because
  /// of them, change nothing.
  ///
  /// - Complexity: O(steps).
  package var isDone: Bool {
    var state = TicketState()
    for step in steps { _ = state.read(step) }
    return state.isDone
  }

  /// Whether the customer gave up before anybody picked up or wrote, and wrote nothing after that.
  package var isGivenUp: Bool {
    guard let last = steps.lastIndex(where: { $0.meaning == .abandoned }) else { return false }
    return !steps[(last + 1)...].contains { $0.meaning == .asks }
      && !steps.contains { $0.meaning == .pickedUp || $0.meaning == .answers }
  }

  /// When an event happened; nil for an index that the ticket does not have.
  package func instant(of event: Int) -> Instant? {
    ticket.events.indices.contains(event) ? ticket.events[event].at.instant : nil
  }

  /// Where an event stands among the steps; nil when it is not in the log.
  ///
  /// - Complexity: O(log steps).
  package func position(of event: Int) -> Int? {
    guard let at = instant(of: event) else { return nil }
    let position = steps.partitioningIndex(where: { ($0.at, $0.event) >= (at, event) })
    guard position < steps.count, steps[position].event == event else { return nil }
    return position
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element that meets a condition, which all behind it meet as well; the end
  /// where none does.
  ///
  /// - Complexity: O(log count).
  @inlinable package func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension TicketStatus {
  /// Whether nothing more is to be done.
  package var isDone: Bool { self == .solved || self == .closed }
}
