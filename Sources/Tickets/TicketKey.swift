/// The names of members that kwadrans knows, anywhere in a ticket; a case is spelt like its name.
enum TicketKey: Int, CaseIterable, Sendable {
  case at, type, from, agent, text, value, automatic, group, seconds, scale, score, into
  case id, channel, topic, priority, customer, events
  case name, segment, language

  /// The name as files write it.
  var spelling: String { "\(self)" }
}
