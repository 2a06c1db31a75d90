import ModelTraining
import ServiceTime
import Tickets

extension TaggedReply {
  /// A ticket with this reply alone, which says nothing of its language.
  var ticketOfItsOwn: Ticket {
    let at = OffsetInstant(instant: Instant(seconds: 1_772_442_000), utcOffset: 3600)
    return Ticket(
      id: ticket, channel: channel,
      customer: Customer(name: customer.isEmpty ? nil : customer),
      events: [
        TicketEvent(at: at, kind: .message(Message(from: .agent, text: text)))
      ])
  }
}
