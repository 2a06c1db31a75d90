/// The names of members that kwadrans knows, anywhere in a ticket.
enum TicketKey: String, CaseIterable, Sendable {
  // Of events, which come most often.
  case at, type, from, agent, text, value, automatic, group, seconds, scale, score, into
  // Of customers; `id` of tickets, too.
  case id, name, segment, language
  // Of tickets.
  case channel, topic, priority, customer, events
}
