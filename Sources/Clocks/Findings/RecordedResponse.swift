import ServiceTime
import Tickets

extension TicketLog {
  /// How far what the source system noted may lie from the message that it noted (unit: s).
  private static let reach = 60

  /// The automatic message that the source system noted as the first response, if it did so.
  func automaticCountedAsAnswer() -> [TicketFinding] {
    guard let recorded = ticket.recordedFirstResponse else { return [] }
    let near = steps.filter { abs($0.at.seconds - recorded.seconds) <= Self.reach }
    guard let machine = near.first(where: { $0.meaning == .automatic }),
      !near.contains(where: { $0.meaning == .answers || $0.meaning == .pickedUp })
    else { return [] }
    let begin = firstQuestion.map { min($0.at, machine.at) } ?? machine.at
    let person = steps.first { $0.meaning == .answers }
    let after: String =
      switch person {
      case nil: "no person has written"
      case let person? where person.at > machine.at:
        "a person wrote \(TimeSpan(seconds: person.at.seconds - machine.at.seconds)) later"
      default: "a person had written before"
      }
    return [
      finding(
        .automaticCountedAsAnswer, [machine.event, person?.event], from: begin, to: machine.at,
        "the source system counts this automatic message as the first response; \(after)")
    ]
  }
}

extension Ticket {
  /// What helpdesks call the moment of the first response, in small letters without marks: Zammad
  /// `first_response_at`, Freshdesk `stats.first_responded_at`, Chatwoot `first_reply_created_at`.
  private static let names: Set<String> = [
    "firstresponseat", "firstresponsetime", "firstrespondedat", "firstreplyat", "firstreplytime",
    "firstreplycreatedat", "firstrepliedat",
  ]

  /// When the source system says that the first response was; nil when it does not, or not as a moment
  /// (lengths of time have the same names elsewhere).
  fileprivate var recordedFirstResponse: Instant? {
    var nested: [JSONField] = []
    for field in fields {
      if let instant = Self.moment(field) { return instant }
      if case .object(let members) = field.value { nested += members }
    }
    return nested.lazy.compactMap(Self.moment).first
  }

  private static func moment(_ field: JSONField) -> Instant? {
    let name = field.name.lowercased().filter(\.isLetter)
    guard names.contains(name) else { return nil }
    switch field.value {
    case .string(let text):
      return (try? OffsetInstant(iso8601: Array(text.utf8)))?.instant
    // Seconds since 1970, in the years 2001 to 2100; an unset moment is 0 there.
    case .integer(let seconds) where (1_000_000_000..<4_133_980_800).contains(seconds):
      return Instant(seconds: seconds)
    default: return nil
    }
  }
}
