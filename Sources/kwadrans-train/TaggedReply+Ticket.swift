import ModelTraining
import ServiceTime
import Tickets

extension TaggedReply {
  /// The topic of every such ticket, about which nothing may be sold.
  private static let topic = "tried"

  /// A ticket with this reply alone, which says nothing of its language.
  var ticketOfItsOwn: Ticket {
    let at = OffsetInstant(instant: Instant(seconds: 1_772_442_000), utcOffset: 3600)
    return Ticket(
      id: ticket, channel: channel, topic: Self.topic,
      customer: Customer(name: customer.isEmpty ? nil : customer),
      events: [
        TicketEvent(at: at, kind: .message(Message(from: .agent, agent: agent, text: text)))
      ])
  }
}
