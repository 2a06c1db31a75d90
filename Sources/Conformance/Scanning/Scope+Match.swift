import Standards
import TextMatching
import Tickets

extension Scope {
  /// Whether a scope takes something in.
  enum Match: Hashable {
    case yes
    case no
    /// The log does not name this field, on which it depends.
    case unknown(String)

    /// The first that is not `yes` decides; `no` before `unknown`.
    func and(_ other: Match) -> Match {
      switch (self, other) {
      case (.no, _), (_, .no): .no
      case (.unknown, _): self
      default: other
      }
    }
  }

  /// Whether the standard is about this ticket.
  func matches(_ ticket: Ticket) -> Match {
    Self.match(channels, ticket.channel, "channel")
      .and(Self.match(topics, ticket.topic, "topic"))
      .and(Self.match(priorities, ticket.priority, "priority"))
      .and(Self.match(segments, ticket.customer.segment, "customer.segment"))
  }

  /// Whether the standard is about replies in this language.
  func matches(_ language: Language?) -> Match {
    Self.match(languages, language?.rawValue, "language of the reply")
  }

  static func match(_ allowed: [String]?, _ value: String?, _ field: String) -> Match {
    guard let allowed else { return .yes }
    guard let value else { return .unknown(field) }
    return allowed.contains(value) ? .yes : .no
  }
}
