package import Diagnostics
import ServiceTime

extension Ticket {
  /// Writes the ticket as ``TicketReader`` reads it, on one line without the line feed.
  ///
  /// Reading it back gives the same ticket, except for ``source``, numbers that are not finite (they
  /// become null) and empty words (they become nil).
  package func write(to json: inout JSONWriter) {
    json.object {
      $0.member("id", id)
      $0.member("channel", channel)
      $0.member("topic", topic)
      $0.member("priority", priority)
      if customer != Customer() {
        $0.key("customer")
        customer.write(to: &$0)
      }
      $0.members(fields)
      $0.key("events")
      $0.array { json in
        for event in events { event.write(to: &json) }
      }
    }
  }
}

extension Customer {
  fileprivate func write(to json: inout JSONWriter) {
    json.object {
      $0.member("id", id)
      $0.member("name", name)
      $0.member("segment", segment)
      $0.member("language", language)
      $0.members(fields)
    }
  }
}

extension TicketEvent {
  fileprivate func write(to json: inout JSONWriter) {
    json.object {
      $0.member("at", at.description)
      kind.write(to: &$0)
      $0.members(fields)
    }
  }
}

extension TicketEvent.Kind {
  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .message(let message):
      json.type(.message)
      json.member("from", message.from.rawValue)
      json.member("agent", message.agent)
      if message.isAutomatic != (message.from == .system) {
        json.key("automatic")
        json.bool(message.isAutomatic)
      }
      json.member("text", message.text)
    case .note(let note):
      json.type(.note)
      json.member("agent", note.agent)
      json.member("text", note.text)
    case .status(let status):
      json.type(.status)
      json.member("value", status.rawValue)
    case .assign(let assignment):
      json.type(.assign)
      json.member("agent", assignment.agent)
      json.member("group", assignment.group)
    case .priority(let priority):
      json.type(.priority)
      json.member("value", priority)
    case .channel(let channel):
      json.type(.channel)
      json.member("value", channel)
    case .answered(let agent):
      json.type(.answered)
      json.member("agent", agent)
    case .abandoned:
      json.type(.abandoned)
    case .work(let work):
      json.type(.work)
      json.member("agent", work.agent)
      json.key("seconds")
      json.number(work.seconds)
    case .rating(let rating):
      json.type(.rating)
      json.member("scale", rating.scale.rawValue)
      json.key("score")
      json.number(rating.score)
      json.member("text", rating.text)
    case .survey(let scale):
      json.type(.survey)
      json.member("scale", scale.rawValue)
    case .merge(let winner):
      json.type(.merge)
      json.member("into", winner)
    case .other(let type):
      json.member("type", type)
    }
  }
}

extension JSONValue {
  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .bool(let bool): json.bool(bool)
    case .integer(let integer): json.int(integer)
    case .number(let number): json.number(number)
    case .string(let string): json.string(string)
    case .array(let values):
      json.array { json in
        for value in values { value.write(to: &json) }
      }
    case .object(let fields):
      json.object { $0.members(fields) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func type(_ type: EventType) {
    member("type", type.rawValue)
  }

  /// Writes a member unless it has no value.
  fileprivate mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  fileprivate mutating func members(_ fields: [JSONField]) {
    for field in fields {
      key(named: field.name)
      field.value.write(to: &self)
    }
  }
}
