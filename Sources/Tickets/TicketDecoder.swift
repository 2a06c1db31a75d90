import ServiceTime

/// Makes tickets of parsed lines.
struct TicketDecoder {
  /// What stood out in the last ticket without keeping it from being read.
  private(set) var warnings: [TicketFault] = []
  /// The types of events that kwadrans does not know.
  private(set) var unknownTypes = UnknownTypes()
  private var members = TicketMembers()
  private let types = NameTable<EventType>()
  private let senders = NameTable<Message.Sender>()
  private let statuses = NameTable<TicketStatus>()
  private let scales = NameTable<Rating.Scale>()

  /// Makes a ticket of a line's value.
  ///
  /// - Throws: ``TicketFault`` for the first thing that is wrong.
  /// - Complexity: O(length of the line).
  mutating func decode(
    _ line: JSONTapeValue, source: Ticket.Source
  ) throws(TicketFault) -> Ticket {
    warnings.removeAll()
    guard case .object = line.kind else {
      throw TicketFault(
        steps: [], id: "ticket.not-an-object", message: "the line is \(line.kind.phrase)",
        fixIt: #"write one ticket a line, as an object: {"id":…,"channel":…,"events":[…]}"#)
    }
    try members.load(line, as: .ticket)
    guard let id = try members.word(.id) else {
      throw members.missing(.id, fixIt: "add the helpdesk's number of the ticket")
    }
    guard let channel = try members.word(.channel) else {
      throw members.missing(.channel, fixIt: "add email, form, chat, phone, social or sms")
    }
    let topic = try members.word(.topic)
    let priority = try members.word(.priority)
    guard let events = members.take(.events) else {
      throw members.missing(.events, fixIt: "add the list of what happened, perhaps empty")
    }
    guard case .array = events.kind else {
      throw members.wrongType(.events, events, expected: "a list: [{…},{…}]")
    }
    let eventsMember = members.index(of: .events) ?? 0
    let customerMember = members.index(of: .customer) ?? 0
    let customer = try members.object(.customer, like: #"{"id":…,"name":…}"#)
    var ticket = Ticket(
      id: id, channel: channel, topic: topic, priority: priority, fields: try members.rest(),
      source: source)
    if let customer {
      ticket.customer = try self.customer(customer, member: customerMember)
    }
    ticket.events = try self.events(events, member: eventsMember)
    return ticket
  }

  private mutating func customer(
    _ value: JSONTapeValue, member: Int
  ) throws(TicketFault) -> Customer {
    try members.load(value, as: .customer(member: member))
    return Customer(
      id: try members.word(.id), name: try members.word(.name),
      segment: try members.word(.segment), language: try members.word(.language),
      fields: try members.rest())
  }

  private mutating func events(
    _ list: JSONTapeValue, member: Int
  ) throws(TicketFault) -> [TicketEvent] {
    var events: [TicketEvent] = []
    events.reserveCapacity(list.count)
    var isOrdered = true
    for (index, value) in list.children.enumerated() {
      let event = try event(value, as: .event(index, member: member))
      if isOrdered, let last = events.last, event.at.instant < last.at.instant {
        isOrdered = false
        warnings.append(
          TicketFault(
            steps: [member, index], id: "ticket.order",
            message: "events[\(index)] happened before events[\(index - 1)]",
            fixIt: "write the events by time; they are judged by time in any case"))
      }
      events.append(event)
    }
    return events
  }
}

// MARK: - Events

extension TicketDecoder {
  private mutating func event(
    _ value: JSONTapeValue, as part: TicketPart
  ) throws(TicketFault) -> TicketEvent {
    guard case .object = value.kind else {
      throw TicketFault(
        steps: part.steps, id: "ticket.wrong-type", message: "\(part.name) is \(value.kind.phrase)",
        fixIt: #"write an object: {"at":…,"type":…}"#)
    }
    try members.load(value, as: part)
    guard let at = try members.instant(.at) else {
      throw members.missing(.at, fixIt: "add when it happened, such as 2026-03-02T08:01:00+01:00")
    }
    guard let type = members.take(.type) else {
      throw members.missing(
        .type, fixIt: "add what happened, such as \"message\", \"note\" or \"status\"")
    }
    guard let name = type.utf8 else {
      throw members.wrongType(.type, type, expected: "a text such as \"message\"")
    }
    var kind: TicketEvent.Kind
    if let type = types.name(name) {
      kind = try self.kind(type)
    } else {
      kind = other(String(decoding: name, as: UTF8.self))
    }
    let fields = try members.rest()
    if !fields.isEmpty, case .message(var message) = kind, members.take(.automatic) == nil,
      fields.tellOfMachine
    {
      message.isAutomatic = true
      kind = .message(message)
    }
    return TicketEvent(at: at, kind: kind, fields: fields)
  }

  private mutating func kind(_ type: EventType) throws(TicketFault) -> TicketEvent.Kind {
    switch type {
    case .message: .message(try message())
    case .note: .note(Note(agent: try members.word(.agent), text: try text()))
    case .status: .status(try status())
    case .assign:
      .assign(Assignment(agent: try members.word(.agent), group: try members.word(.group)))
    case .priority: .priority(try value("the new priority"))
    case .channel: .channel(try value("the new channel"))
    case .answered: .answered(agent: try members.word(.agent))
    case .abandoned: .abandoned
    case .work: .work(try work())
    case .rating: .rating(try rating())
    case .merge: .merge(into: try members.word(.into))
    case .survey: .survey(try scale())
    }
  }

  private mutating func message() throws(TicketFault) -> Message {
    guard let from = try members.choice(.from, in: senders) else {
      throw members.missing(.from, fixIt: "add who wrote it: customer, agent or system")
    }
    return Message(
      from: from, agent: try members.word(.agent), text: try text(),
      isAutomatic: try members.bool(.automatic))
  }

  private mutating func text() throws(TicketFault) -> String {
    guard let text = try members.text(.text) else {
      throw members.missing(.text, fixIt: "add what it says")
    }
    return text
  }

  private mutating func status() throws(TicketFault) -> TicketStatus {
    guard let status = try members.choice(.value, in: statuses) else {
      throw members.missing(.value, fixIt: "add the new status, such as \"solved\"")
    }
    return status
  }

  private mutating func value(_ meaning: String) throws(TicketFault) -> String {
    guard let value = try members.word(.value) else {
      throw members.missing(.value, fixIt: "add \(meaning)")
    }
    return value
  }

  private mutating func work() throws(TicketFault) -> Work {
    // More than a leap year on one ticket is a slip, perhaps milliseconds.
    guard let seconds = try members.number(.seconds, in: 0...31_622_400) else {
      throw members.missing(.seconds, fixIt: "add how many seconds the work took")
    }
    return Work(agent: try members.word(.agent), seconds: seconds)
  }

  private mutating func scale() throws(TicketFault) -> Rating.Scale {
    guard let scale = try members.choice(.scale, in: scales) else {
      throw members.missing(.scale, fixIt: "add nps, csat or ces")
    }
    return scale
  }

  private mutating func rating() throws(TicketFault) -> Rating {
    let scale = try self.scale()
    // NPS is defined on 0 to 10; the others have the range that the survey gives them.
    let range = scale == .nps ? 0...10 : -1_000_000...1_000_000.0
    guard let score = try members.number(.score, in: range) else {
      throw members.missing(.score, fixIt: "add the mark that the customer gave")
    }
    return Rating(scale: scale, score: score, text: try members.text(.text))
  }

  /// An unknown type is fine, unless it looks like a slip for a known one: then something is missed.
  private mutating func other(_ type: String) -> TicketEvent.Kind {
    if let known = unknownTypes.count(type), warnings.count < Self.mostWarnings {
      let fault = members.fault(
        .type, id: "ticket.unknown-type", "is \(quoted(type)), which nothing looks at",
        fixIt: "did you mean '\(known)'?")
      warnings.append(fault)
    }
    return .other(type: type)
  }

  /// Warnings about one ticket beyond these would be repetition.
  private static let mostWarnings = 10
}
